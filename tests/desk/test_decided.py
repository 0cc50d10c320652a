"""What people decided, as it stands."""

from headwater.desk.decided import decided
from headwater.model import Quoted
from tests.desk.news import decide


def test_a_later_merge_takes_back_what_held_its_pages_apart():
    split = decide("split story", groups=(("p1", "p2"), ("p3",)))
    merge = decide("merge stories", groups=(("p1", "p3"),))
    assert decided([split]).stories.apart == (("p1", "p3"),)
    assert decided([split, merge]).stories.apart == ()


def test_a_page_that_a_split_does_not_name_is_no_bridge_between_its_groups():
    merge = decide("merge stories", groups=(("p1", "bridge", "p3"),))
    split = decide("split story", groups=(("p1",), ("p3",)))
    assert decided([merge, split]).stories.together == ()


def test_what_was_taken_back_counts_for_nothing_and_what_was_brought_back_counts_again():
    merge = decide("merge actors", groups=(("Ana Ruiz", "A. Ruiz"),))
    undo = decide("undo", subject=merge.id)
    again = decide("undo", subject=undo.id)
    assert decided([merge, undo]).actors.together == ()
    assert decided([merge, undo, again]).actors.together == (("A. Ruiz", "Ana Ruiz"),)


def test_of_two_words_on_one_copy_the_later_counts():
    confirm = decide("confirm copy", groups=(("p1", "p2"),))
    undo = decide("undo copy", groups=(("p2",), ("p1",)))
    assert [link.verdict for link in decided([confirm, undo]).copies] == ["no"]


def test_a_dispute_is_kept_by_the_words_of_both_sides():
    words = (Quoted(page="p1", exact="Nine boats sank."), Quoted(page="p2", exact="Twelve boats sank."))
    [link] = decided([decide("undo dispute", quoted=words)]).disputes
    assert (link.kind, link.verdict, {link.a, link.b}) == ("contradicts", "no", {each.id for each in words})
