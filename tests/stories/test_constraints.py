"""What people decided about stories always holds, and changes nothing else."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Article
from headwater.stories import group_stories
from headwater.stories.constraints import hold
from headwater.stories.linkage import average_linked


def article(id_: str, text: str, published: str | None = None) -> Article:
    return Article(
        id=id_, page=f"page of {id_}", places=(), title=None, outlet=None, url=None, authors=(), published=published,
        language=None, section=None, tags=(), credits=(), rights=None, translations=(), text=text, blocks=(), cuts=(), by="test",
    )  # fmt: skip


FERRY = article(
    "ferry1",
    "A ferry with 84 people on board sank off Port Sello on Tuesday. Coast guard divers searched the wreck of the "
    "Ada Marina through the night, harbour master Ilse Brandt said. Nine passengers are missing.",
    "2031-03-04T21:10",
)
FERRY_AGAIN = article(
    "ferry2",
    "Divers found two bodies in the Ada Marina, the ferry that went down near Port Sello with 84 passengers and crew. "
    "Seven people are still missing, said Ilse Brandt, the harbour master. The coast guard widened its search.",
    "2031-03-05",
)
FERRY_LAST = article(
    "ferry3",
    "The ferry Ada Marina, which sank off Port Sello with 84 people on board, will be raised next week. Coast guard "
    "divers ended their search for the passengers who are still missing, harbour master Ilse Brandt said.",
    "2031-03-06",
)
BUDGET = article(
    "budget",
    "Parliament in Orvia passed a budget that raises the tax on sugar. Finance minister Nora Velasco called the vote "
    "a turning point. Bakers protested in front of the assembly.",
)
SUGAR = article(
    "sugar",
    "Bakers marched through Orvia against the sugar tax in the new budget. Finance minister Nora Velasco defended the "
    "vote of parliament. The assembly was closed to visitors.",
)
CUP = article("cup", "Velden won the curling cup with a last stone by captain Moa Sundin in front of 900 spectators.")
ALL = (FERRY, FERRY_AGAIN, BUDGET, SUGAR, CUP)


def grouped(articles=ALL, **decided):
    return {frozenset(story.articles) for story in group_stories(articles, **decided)}


def sets(*groups):
    return {frozenset(group.split()) for group in groups}


def test_the_machine_alone_sees_three_stories():
    assert grouped() == sets("ferry1 ferry2", "budget sugar", "cup")


def test_a_merge_joins_what_nothing_connects():
    assert grouped(together=[("cup", "budget")]) == sets("ferry1 ferry2", "budget sugar cup")


def test_a_merge_of_whole_stories_is_one_story():
    pairs = [("ferry1", "ferry2"), ("ferry2", "budget"), ("budget", "sugar")]
    assert grouped(together=pairs) == sets("ferry1 ferry2 budget sugar", "cup")


def test_a_new_report_still_finds_its_story_after_a_merge():
    merged = [("ferry1", "ferry2"), ("ferry2", "budget"), ("budget", "sugar"), ("sugar", "cup")]
    assert grouped((*ALL, FERRY_LAST), together=merged) == sets("ferry1 ferry2 ferry3 budget sugar cup")


def test_a_split_holds_although_the_machine_would_join():
    assert grouped(apart=[("ferry1", "ferry2")]) == sets("ferry1", "ferry2", "budget sugar", "cup")


def test_a_split_holds_through_what_is_together_with_either():
    found = grouped((*ALL, FERRY_LAST), together=[("ferry1", "cup"), ("ferry2", "ferry3")], apart=[("cup", "ferry3")])
    assert found == sets("ferry1 cup", "ferry2 ferry3", "budget sugar")


def test_a_decision_holds_through_an_article_that_is_not_at_hand():
    assert grouped(together=[("cup", "gone"), ("gone", "budget")]) == sets("ferry1 ferry2", "budget sugar cup")
    held_apart = grouped(together=[("ferry1", "gone")], apart=[("gone", "ferry2")])
    assert held_apart == sets("ferry1", "ferry2", "budget sugar", "cup")


def test_dates_far_apart_do_not_stand_against_a_merge():
    later = article("later", FERRY.text, "2045-01-01")
    assert grouped((FERRY, later)) == sets("ferry1", "later")
    assert grouped((FERRY, later), together=[("later", "ferry1")]) == sets("ferry1 later")


def test_where_decisions_contradict_the_split_holds_and_of_merges_the_later():
    assert grouped(together=[("ferry1", "ferry2")], apart=[("ferry2", "ferry1")]) == grouped(
        apart=[("ferry1", "ferry2")]
    )
    pairs = [("cup", "ferry1"), ("cup", "budget")]
    assert frozenset({"cup", "budget", "sugar"}) in grouped(together=pairs, apart=[("ferry1", "budget")])
    assert frozenset({"cup", "ferry1", "ferry2"}) in grouped(together=pairs[::-1], apart=[("ferry1", "budget")])


@pytest.mark.parametrize("pair", [("gone", "lost"), ("cup", "cup"), ("cup", "gone"), ("", "\ud800")])
def test_decisions_that_say_nothing_of_these_articles_change_nothing(pair):
    assert group_stories(ALL, together=[pair]) == group_stories(ALL)
    assert group_stories(ALL, apart=[pair]) == group_stories(ALL)


def test_the_order_of_consistent_decisions_makes_no_difference():
    together = [("cup", "gone"), ("gone", "budget"), ("ferry1", "ferry2")]
    expected = group_stories(ALL, together=together, apart=[("sugar", "ferry1")])
    for order in permutations(together):
        swapped = [(b, a) for a, b in order]
        assert group_stories(ALL[::-1], together=swapped, apart=[("ferry1", "sugar")]) == expected


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 999), together=PAIRS, apart=PAIRS)
def test_held_apart_is_never_joined_and_held_together_never_divided(seed, together, apart):
    odds = np.random.default_rng(seed).normal(0.3, 2, (8, 8))
    odds = (odds + odds.T) / 2
    clusters = average_linked(odds, together, apart)
    of = {item: number for number, cluster in enumerate(clusters) for item in cluster}
    assert sorted(of) == list(range(8))
    assert not any(of[a] == of[b] for a, b in apart if a != b)
    held = hold(range(8), together=together, apart=apart)
    assert all(of[a] == of[b] for a, b in held.together)
    if not apart:
        assert all(of[a] == of[b] for a, b in together)


def test_a_group_is_as_near_to_others_as_the_nearest_of_its_parts():
    odds = np.full((5, 5), -6.0)
    for a, b in [(0, 1), (2, 3), (0, 4), (1, 4)]:
        odds[a, b] = odds[b, a] = 3.0
    assert average_linked(odds, together=[(0, 1), (1, 2), (2, 3)]) == [[0, 1, 2, 3, 4]]


def test_many_decisions_cost_little():
    items = [f"a{number}" for number in range(20_000)]
    chain = list(pairwise(items))
    held = hold(items, together=chain[:9_999] + chain[10_000:], apart=[("a0", "a19999")])
    assert (len(held.together), held.apart) == (19_998, ((0, 10_000),))
