"""How likely two articles tell one story: the same for a pair, whoever else is judged with it."""

import numpy as np
import pytest

from headwater.stories import judging
from headwater.stories.judging import Judge
from headwater.stories.profiles import profile

DAYS = 10


@pytest.fixture
def judge(invented):
    """Two reports of each of five events and one without words; the last of them undated."""
    texts = [invented(seed) for seed in range(5)]
    told = [*texts, *(text[: len(text) // 2] for text in texts), ""]
    days = [*(f"2031-05-{day:02}" for day in range(1, len(told))), None]
    return Judge([profile(title=text[:40], text=text, published=day) for text, day in zip(told, days, strict=True)])


@pytest.mark.parametrize("members", [[], [4], [0, 5], list(range(11)), [9, 2, 10, 7, 0]])
@pytest.mark.parametrize("at_once", [1, 12, 1 << 16])
def test_a_pair_is_judged_alike_in_any_company(judge, monkeypatch, members, at_once):
    monkeypatch.setattr(judging, "AT_ONCE", at_once)
    odds = judge.matrix(members, DAYS)
    assert odds.shape == (len(members), len(members))
    for row, one in enumerate(members):
        for column, other in enumerate(members):
            alone = judge.within(one, np.array([other]), DAYS)[0] if row != column else 0.0
            assert odds[row, column] == alone


def test_two_reports_of_one_event_are_likelier_one_story_than_any_others(judge):
    odds = judge.matrix(list(range(10)), DAYS)
    np.fill_diagonal(odds, -np.inf)
    assert odds.argmax(axis=1).tolist() == [5, 6, 7, 8, 9, 0, 1, 2, 3, 4]
