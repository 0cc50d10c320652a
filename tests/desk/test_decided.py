"""What people decided, as it stands."""

from headwater.desk.decided import decided
from headwater.model import Quoted, correction

WHO = {"person": "Ana", "made": "2031-05-03T10:00:00Z"}


def test_a_later_merge_takes_back_what_held_its_pages_apart():
    split = correction("split story", groups=(("p1", "p2"), ("p3",)), **WHO)
    merge = correction("merge stories", groups=(("p1", "p3"),), **WHO)
    assert decided([split]).stories.apart == (("p1", "p3"),)
    assert decided([split, merge]).stories.apart == ()


def test_a_page_that_a_split_does_not_name_is_no_bridge_between_its_groups():
    merge = correction("merge stories", groups=(("p1", "bridge", "p3"),), **WHO)
    split = correction("split story", groups=(("p1",), ("p3",)), **WHO)
    assert decided([merge, split]).stories.together == ()


def test_what_was_taken_back_counts_for_nothing_and_what_was_brought_back_counts_again():
    merge = correction("merge actors", groups=(("Ana Ruiz", "A. Ruiz"),), **WHO)
    undo = correction("undo", subject=merge.id, **WHO)
    again = correction("undo", subject=undo.id, **WHO)
    assert decided([merge, undo]).actors.together == ()
    assert decided([merge, undo, again]).actors.together == (("A. Ruiz", "Ana Ruiz"),)


def test_of_two_words_on_one_copy_the_later_counts():
    confirm = correction("confirm copy", groups=(("p1", "p2"),), **WHO)
    undo = correction("undo copy", groups=(("p2",), ("p1",)), **WHO)
    assert [link.verdict for link in decided([confirm, undo]).copies] == ["no"]


def test_a_dispute_is_kept_by_the_words_of_both_sides():
    words = (Quoted(page="p1", exact="Nine boats sank."), Quoted(page="p2", exact="Twelve boats sank."))
    [link] = decided([correction("undo dispute", quoted=words, **WHO)]).disputes
    assert (link.kind, link.verdict, {link.a, link.b}) == ("contradicts", "no", {each.id for each in words})
