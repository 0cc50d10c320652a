"""What people decided about copies outranks what the machine found, and origins follow it."""

from __future__ import annotations

import pytest

from headwater.copies import find_families, link_copies
from headwater.copies.corrected import correct_copies
from headwater.model import Correction, correction
from headwater.origins import find_origins


def confirmed(copy, original) -> Correction:
    return _made("confirm copy", (copy.page, original.page))


def undone(one, other) -> Correction:
    return _made("undo copy", (one.page,), (other.page,))


def _made(kind, *groups) -> Correction:
    return correction(kind, groups=groups, person="Ana", made="2031-05-03T10:00:00Z")


def corrected(articles, *decided):
    links = link_copies(articles)
    return correct_copies(links, [link for each in decided for link in each.links], articles)


def homes(articles, links):
    return {frozenset(origin.articles) for origin in find_origins(articles, links) if origin.articles}


@pytest.fixture(name="reprint")
def _reprint(invented, written):
    original = written(invented(1), outlet="Moor Gazette", published="2024-05-01")
    copy = written(invented(1), outlet="Vale Herald", published="2024-05-02")
    return copy, original


@pytest.fixture(name="strangers")
def _strangers(invented, written):
    return written(invented(2), outlet="Tern Post"), written(invented(3), outlet="Gull Press")


def test_an_undone_copy_gives_two_origins(reprint):
    copy, original = reprint
    assert homes(reprint, corrected(reprint)) == {frozenset({copy.id, original.id})}
    links = corrected(reprint, undone(original, copy))
    assert homes(reprint, links) == {frozenset({copy.id}), frozenset({original.id})}
    assert len(find_families(reprint, links)) == 2
    (link,) = links
    assert (link.verdict, link.by, link.joins) == ("no", "person", False)
    assert link.passages


def test_no_passage_of_an_undone_copy_is_borrowed(reprint):
    origins = find_origins(reprint, corrected(reprint, undone(*reprint)))
    assert not any(origin.borrowed for origin in origins)


def test_a_confirmed_copy_without_passages_is_one_family(strangers):
    one, other = strangers
    assert len(homes(strangers, corrected(strangers))) == 2
    (link,) = links = corrected(strangers, confirmed(one, other))
    assert (link.a, link.b, link.verdict, link.directed, link.by) == (one.id, other.id, "yes", True, "person")
    assert (link.share, link.passages) == (0.0, ())
    (origin,) = find_origins(strangers, links)
    assert (set(origin.articles), origin.head) == ({one.id, other.id}, other.id)
    assert len(find_families(strangers, links)) == 1


def test_a_confirmed_copy_keeps_what_the_machine_saw(reprint):
    (before,), (after,) = corrected(reprint), corrected(reprint, confirmed(*reprint))
    assert (after.a, after.b, after.passages, after.share) == (before.a, before.b, before.passages, before.share)
    assert (after.verdict, after.by, after.reason) == ("yes", "person", "a person's judgement")


def test_a_confirmed_copy_in_the_other_direction_turns_the_passages(invented, written):
    original = written(invented(1), outlet="Moor Gazette", published="2024-05-01")
    copy = written(f"{invented(1)}\n\n{invented(9, 4)}", outlet="Vale Herald", published="2024-05-02")
    articles = [copy, original]
    (before,) = corrected(articles)
    (after,) = corrected(articles, confirmed(original, copy))
    assert (before.a, after.a) == (copy.id, original.id)
    assert {(each.copy, each.original) for each in after.passages} == {
        (each.original, each.copy) for each in before.passages
    }
    assert before.share < 0.8 < after.share <= 1.0
    assert find_origins(articles, [after])[0].head == copy.id


def test_a_quotation_that_somebody_says_is_a_copy_is_one(invented, written):
    words = invented(5, 2).replace("\n\n", " ")
    articles = [written(f"{invented(seed)}\n\n“{words}”", outlet=f"Outlet {seed}") for seed in (6, 7)]
    (before,) = corrected(articles)
    assert (before.verdict, before.shared) == ("no", "quotation")
    (after,) = corrected(articles, confirmed(*articles))
    assert (after.verdict, after.shared, after.passages != ()) == ("yes", "text", True)


def test_of_two_rulings_about_one_pair_the_later_holds(reprint):
    copy, original = reprint
    (link,) = corrected(reprint, undone(*reprint), confirmed(original, copy))
    assert (link.a, link.verdict) == (original.id, "yes")
    (link,) = corrected(reprint, confirmed(original, copy), undone(*reprint))
    assert link.verdict == "no"


def test_undoing_what_was_never_linked_and_pages_that_are_not_there_change_nothing(reprint, strangers):
    assert corrected(strangers, undone(*strangers)) == []
    assert corrected(reprint, confirmed(*strangers)) == corrected(reprint)
    assert corrected(reprint, confirmed(reprint[0], reprint[0])) == corrected(reprint)


def test_the_others_stay_as_they_are_and_in_order(reprint, strangers):
    every = [*reprint, *strangers]
    before, after = corrected(every), corrected(every, confirmed(*strangers))
    assert set(before) < set(after)
    assert [(link.a, link.b) for link in after] == sorted((link.a, link.b) for link in after)


def test_a_ring_of_confirmed_copies_breaks_nothing(invented, written):
    articles = [written(invented(seed), outlet=f"Outlet {seed}") for seed in (1, 2, 3)]
    a, b, c = articles
    links = corrected(articles, confirmed(a, b), confirmed(b, c), confirmed(c, a))
    (origin,) = find_origins(articles, links)
    assert (len(origin.articles), origin.head) == (3, None)
