"""What people decided about names always holds, and changes nothing else."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.actors import find_actors
from headwater.actors.grouping import group_mentions
from headwater.actors.mentions import mentions_in
from headwater.actors.nodes import Joined
from headwater.model import Article


def article(text: str, number: int = 0) -> Article:
    return Article(
        id=f"a{number}", page=f"p{number}", places=(), title=None, outlet=None, url=None, authors=(), published=None,
        language=None, section=None, tags=(), credits=(), rights=None, translations=(), text=text, blocks=(), cuts=(), by="test",
    )  # fmt: skip


def variants(*texts: str, **decided) -> set[frozenset[str]]:
    articles = [article(text, number) for number, text in enumerate(texts)]
    return {frozenset(actor.variants) for actor in find_actors(articles, **decided)}


def sets(*groups: tuple[str, ...]) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


TWO_RUIZ = ("They met Ana Ruiz today.", "They met Juan Ruiz today.", "They met Mr Ruiz today.")


def test_a_merge_joins_names_that_no_rule_would():
    found = variants(
        "They met Mr Bill Lund today.", "They met Mr William Lund today.", together=[("Bill Lund", "William Lund")]
    )
    assert found == sets(("Bill Lund", "William Lund"))


def test_a_merge_joins_whatever_kinds():
    found = variants("They met Ola Brandt in Velden.", together=[("Ola Brandt", "Velden")])
    assert found == sets(("Ola Brandt", "Velden"))


def test_rules_go_on_from_what_was_merged():
    assert frozenset({"Ruiz"}) in variants(*TWO_RUIZ)
    merged = variants(*TWO_RUIZ, together=[("Ana Ruiz", "Juan Ruiz")])
    assert merged == sets(("Ana Ruiz", "Juan Ruiz", "Ruiz"))


def test_a_split_holds_although_the_spellings_are_one_by_rule():
    texts = ("They met Mr Mohammed Saleh today.", "They met Mr Muhamad Saleh today.")
    assert variants(*texts) == sets(("Mohammed Saleh", "Muhamad Saleh"))
    assert variants(*texts, apart=[("Muhamad Saleh", "Mohammed Saleh")]) == sets(
        ("Mohammed Saleh",), ("Muhamad Saleh",)
    )


def test_a_split_holds_against_chains_of_rules():
    texts = ("They met Juan Carlos Ruiz today. Nobody saw Juan Ruiz leave; Mr Ruiz was gone.",)
    assert variants(*texts) == sets(("Juan Carlos Ruiz", "Juan Ruiz", "Ruiz"))
    found = variants(*texts, apart=[("Ruiz", "Juan Carlos Ruiz")])
    assert not any({"Ruiz", "Juan Carlos Ruiz"} <= group for group in found)


def test_a_split_holds_for_acronyms_and_governments():
    full = "Orvian Nurses Union"
    found = variants(f"They left the {full} (ORNU) today.", apart=[("ornu", full)])
    assert found == sets((full,), ("ORNU",))
    tokyo = "Nobody in Japan slept. After that Tokyo said no, and Tokyo added that Japan was right."
    assert variants(tokyo, apart=[("Japan", "Tokyo")]) == sets(("Japan",), ("Tokyo",))


def test_case_marks_and_punctuation_make_no_difference():
    texts = ("They met Mr Hassan Al-Masrí today.", "They met Mr Bo Lund today.")
    assert variants(*texts, together=[("HASSAN AL MASRI", "bo lund")]) == sets(("Hassan Al-Masrí", "Bo Lund"))


def test_a_decision_holds_through_a_spelling_that_the_articles_lack():
    texts = ("They met Bill Lund today.", "They met Ada Holm today.")
    assert len(variants(*texts, together=[("Bill Lund", "B. L."), ("B. L.", "Ada Holm")])) == 1
    texts = ("They met Mr Mohammed Saleh today.", "They met Mr Muhamad Saleh today.")
    assert len(variants(*texts, together=[("Mohammed Saleh", "M. S.")], apart=[("M. S.", "Muhamad Saleh")])) == 2


def test_where_decisions_contradict_the_split_holds_and_of_merges_the_later():
    pair = ("Ana Ruiz", "Juan Ruiz")
    assert variants(*TWO_RUIZ, together=[pair], apart=[pair]) == variants(*TWO_RUIZ, apart=[pair])
    both = [("Ruiz", "Ana Ruiz"), ("Ruiz", "Juan Ruiz")]
    assert variants(*TWO_RUIZ, together=both, apart=[pair]) == sets(("Ana Ruiz",), ("Juan Ruiz", "Ruiz"))
    assert variants(*TWO_RUIZ, together=both[::-1], apart=[pair]) == sets(("Ana Ruiz", "Ruiz"), ("Juan Ruiz",))


@pytest.mark.parametrize("pair", [("Nobody Known", "Also Unknown"), ("Ruiz", "RUIZ"), ("", ""), ("Ruiz", "\ud800")])
def test_decisions_that_say_nothing_of_these_names_change_nothing(pair):
    articles = [article(text, number) for number, text in enumerate(TWO_RUIZ)]
    assert find_actors(articles, together=[pair]) == find_actors(articles)
    assert find_actors(articles, apart=[pair]) == find_actors(articles)


def test_the_order_of_consistent_decisions_makes_no_difference():
    articles = [article(text, number) for number, text in enumerate(TWO_RUIZ)]
    together = [("Ruiz", "El Jefe"), ("El Jefe", "Juan Ruiz")]
    expected = find_actors(articles, together=together, apart=[("Ana Ruiz", "Ruiz")])
    for order in permutations(together):
        swapped = [(b, a) for a, b in order]
        assert find_actors(articles[::-1], together=swapped, apart=[("Ruiz", "Ana Ruiz")]) == expected


NAMES = ["Ana Ruiz", "Juan Ruiz", "Juan Carlos Ruiz", "Ruiz", "J. Ruiz", "Orvian Nurses Union", "ONU"]
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=5)
TEXT = " ".join(f"They met Mr {name} today. After that {name} left." for name in NAMES)
MENTIONS = mentions_in("a0", TEXT)


@settings(max_examples=150, deadline=None)
@given(together=PAIRS, apart=PAIRS)
def test_held_apart_is_never_one_actor(together, apart):
    found = group_mentions(MENTIONS, {"a0": TEXT}, together=together, apart=apart)
    of = {name: actor.id for actor in found for name in actor.variants}
    assert not any(of[a] == of[b] for a, b in apart if a != b and a in of and b in of)
    if not apart:
        assert all(of[a] == of[b] for a, b in together if a in of and b in of)
    assert sorted(mention for actor in found for mention in actor.mentions) == sorted(MENTIONS)


def test_groups_stay_apart_however_they_grow():
    joined = Joined("abcdef", apart=[("a", "f")])
    for one, other in [("a", "b"), ("e", "f"), ("c", "b"), ("d", "e"), ("c", "d"), ("a", "f"), ("f", "b")]:
        joined.join(one, other)
    assert joined.groups() == [["a", "b", "c"], ["d", "e", "f"]]
    assert joined.apart() == [("a", "d")]
