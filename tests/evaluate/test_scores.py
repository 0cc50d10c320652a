"""Measures run beside each other and are told in their own order; one that fails fails the run."""

import pytest

from evaluate.scores import SHARED, Measured, _print_rows, measure, taken


def test_a_measure_that_fails_fails_the_run():
    with pytest.raises(KeyError, match="no such measure"):
        list(taken(["no such measure"], workers=1))


def test_scores_under_their_floor_are_counted_and_marked(capsys):
    measured = Measured(figures={"P": 0.5, "R": 0.7, "F1": 0.6}, seconds=3.2)
    assert _print_rows("sums", measured, {"P": 0.6, "R": 0.7}) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("UNDER ITS FLOOR")
    assert "0.700" in second
    assert "UNDER" not in second


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_a_measure_is_taken_by_its_name():
    assert measure("stories newscluster").figures["B3 F1"] > 0.9
