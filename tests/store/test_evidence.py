"""Pages, places and rejected inputs: conformance of a store."""

import pytest

from headwater.errors import StoreError, UsageError
from headwater.model import FeedItem, Page, Place, Rejected
from tests.store.made import page


def test_a_page_comes_back_as_it_went_in(store):
    told = page("a", content=b"\x00\xff" * 500)
    with store.writing():
        assert store.add_page(told)
    assert store.page(told.id) == told
    assert store.page("nowhere") is None


def test_what_a_feed_said_of_a_page_is_kept(store):
    item = FeedItem(title="Ferry", outlet="Lowmark Post", tags=("sea",))
    told = Page(id="p", content=b"", media="text", declared=None, place=Place(page="p", file="f.xml"), summary=item)
    with store.writing():
        store.add_page(told)
    assert store.page("p") == told


def test_the_same_page_twice_changes_nothing(store):
    with store.writing():
        store.add_page(page("a"))
    before = store.revision(), store.counts()
    with store.writing():
        assert not store.add_page(page("a"))
    assert (store.revision(), store.counts()) == before


def test_a_page_found_elsewhere_gains_a_place_and_keeps_its_first(store):
    with store.writing():
        store.add_page(page("a", file="b.html"))
        assert not store.add_page(page("a", file="a.html"))
    assert [place.file for place in store.places(page("a").id)] == ["a.html", "b.html"]
    found = store.page(page("a").id)
    assert found is not None
    assert found.place.file == "b.html"


def test_a_place_needs_its_page_and_is_kept_once(store):
    place = Place(page=page("a").id, file="z.warc", member="3")
    with store.writing():
        assert not store.add_place(place)
        store.add_page(page("a"))
        assert store.add_place(place)
        assert not store.add_place(place)
    assert place in store.places(place.page)


def test_rejected_inputs_come_page_by_page_in_the_order_in_which_they_came(store):
    every = [Rejected(file=f"{number}.pdf", reason="binary", by="invented") for number in (3, 1, 2, 5, 4)]
    with store.writing():
        assert [store.add_rejected(each) for each in every] == [True] * 5
        assert not store.add_rejected(every[0])
    found, after = [], None
    while True:
        part = store.rejected(after, limit=2)
        found += part.items
        assert part.total == 5
        if (after := part.after) is None:
            break
    assert found == every


def test_a_cursor_of_another_listing_is_refused(store):
    with pytest.raises(UsageError, match="belongs to no listing"):
        store.rejected("bm9uc2Vuc2U")


def test_records_are_written_inside_a_transaction_only(store):
    with pytest.raises(StoreError, match=r"store\.writing"):
        store.add_page(page("a"))


def test_an_exception_undoes_the_whole_transaction(store):
    def half():
        with store.writing():
            store.add_page(page("a"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert store.page(page("a").id) is None
    assert (store.counts().pages, store.revision()) == (0, 0)


def test_transactions_do_not_nest(store):
    with store.writing(), pytest.raises(StoreError, match="leave it first"), store.writing():
        pass


def test_a_transaction_that_changed_something_moves_the_revision_by_one(store):
    with store.writing():
        store.add_page(page("a"))
        store.add_page(page("b"))
    assert store.revision() == 1
    with store.writing():
        pass
    assert store.revision() == 1


def test_the_memory_of_a_watch_moves_no_revision(store):
    assert store.recall("https://lowmark.example/feed") is None
    with store.writing():
        store.remember("https://lowmark.example/feed", b"etag 1")
    with store.writing():
        store.remember("https://lowmark.example/feed", b"etag 2")
    assert store.recall("https://lowmark.example/feed") == b"etag 2"
    assert store.revision() == 0


def test_names_that_no_encoding_has_are_kept_with_a_sign_for_what_was_lost(store):
    told = page("a", file="caf\udce9.html")
    with store.writing():
        store.add_page(told)
    assert store.places(told.id)[0].file == "caf\ufffd.html"
