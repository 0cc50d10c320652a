"""A process that is killed while it writes loses nothing that it acknowledged; `benchmarks.kills_store` does it a hundred times."""

import sys

import pytest

from benchmarks.kills_store import completes, trials

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")


TRIALS = 8
ARTICLES = 100


def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path):
    kills = list(trials(tmp_path / "news.desk", TRIALS, articles=ARTICLES, longest=0.3))
    assert any(0 < len(each.acknowledged) < ARTICLES for each in kills)
    assert [each.lost for each in kills] == [()] * TRIALS
    assert [each.troubles for each in kills] == [()] * TRIALS
    assert completes(tmp_path / "news.desk", ARTICLES)
