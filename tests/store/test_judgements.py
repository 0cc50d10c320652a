"""Corrections and copy links: conformance of a store."""

from dataclasses import replace

import pytest

from headwater.errors import StoreError
from headwater.model import Link, correction
from tests.store.made import TEXT, keep, put, reading, vector

MERGE = correction("merge stories", groups=(("p1", "p2"),), person="Ana", made="2031-05-03T10:00:00Z")
UNDO = correction("undo", subject=MERGE.id, person="Bo", made="2031-05-03T09:00:00Z")


def link(a, b, share=0.5):
    return Link(kind="copies", a=a, b=b, verdict="yes", score=0.9, by="invented", share=share)


def test_corrections_come_back_in_the_order_in_which_they_were_added(store):
    with store.writing():
        assert store.add_correction(MERGE)
        assert store.add_correction(UNDO)
        assert not store.add_correction(MERGE)
    assert store.corrections() == (MERGE, UNDO)
    assert store.counts().corrections == 2


def test_corrections_survive_that_their_pages_are_read_anew(store):
    told = reading("a")
    keep(store, told)
    named = correction(
        "note", subject=f"article:{told.article.id}", note="Check.", person="Ana", made="2031-05-03T10:00:00Z"
    )
    with store.writing():
        store.add_correction(named)
        store.add_reading(reading("a", text=TEXT + " More."), address=None, vector=vector())
    assert store.corrections() == (named,)


@pytest.fixture
def stories(store):
    """Two stories of two articles each."""
    every = keep(store, *(reading(name) for name in "abcd"))
    put(store, "s", every[:2])
    put(store, "t", every[2:])
    return every


def test_links_are_those_found_last_for_their_story(store, stories):
    a, b, *_ = stories
    for links in ([link(a, b)], [link(b, a)]):
        with store.writing():
            store.put_links("s", links)
    assert store.links_of(a) == store.links_of(b) == (link(b, a),)


def test_of_a_pair_that_two_stories_know_the_story_of_the_one_that_copies_decides(store, stories):
    a, _, c, _ = stories
    with store.writing():
        store.put_links("s", [link(a, c, share=0.1)])
        store.put_links("t", [link(a, c, share=0.9)])
    assert store.links_of(c) == (link(a, c, share=0.1),)


def test_the_same_links_again_change_nothing(store, stories):
    a, b, *_ = stories
    with store.writing():
        store.put_links("s", [link(a, b)])
    before = store.revision()
    with store.writing():
        store.put_links("s", [link(a, b)])
    assert store.revision() == before


def test_links_go_with_their_story_and_with_what_they_were_read_from(store, stories):
    a, b, c, d = stories
    with store.writing():
        store.put_links("s", [link(a, b)])
        store.put_links("t", [link(c, d)])
    put(store, "s", [])
    assert store.links_of(a) == ()
    told = reading("c")
    with store.writing():
        store.add_reading(replace(told, article=replace(told.article, title="Another")), address=None, vector=None)
    assert store.links_of(d) == ()


def test_links_of_a_story_that_is_not_there_are_refused(store):
    with pytest.raises(StoreError, match="put its articles first"), store.writing():
        store.put_links("nowhere", [])
