"""A desk that is killed while it grows loses nothing that it acknowledged; `python -m benchmarks kills` does it a hundred times."""

import pytest

from benchmarks.kills import kill_trials

TRIALS = 4


@pytest.fixture(scope="module")
def found():
    return list(kill_trials(TRIALS, ("add", "watch folder"), variants=1, most=5))


def test_every_run_was_killed_before_its_end_or_had_ended(found):
    assert len(found) == TRIALS
    assert any(one.killed for one in found)


def test_nothing_that_was_acknowledged_is_lost(found):
    assert [one.lost for one in found] == [()] * TRIALS


def test_nothing_is_wrong_with_what_is_left(found):
    assert [one.troubles for one in found] == [()] * TRIALS


def test_the_next_run_completes_with_the_stories_of_a_run_that_nobody_disturbed(found):
    assert all(one.completed and one.same_stories and one.same_views for one in found)
