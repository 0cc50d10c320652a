"""Articles, their versions, vectors and indexes: conformance of a store."""

from dataclasses import replace

import numpy as np
import pytest

from headwater.errors import StoreError
from headwater.model import Query
from tests.store.made import TEXT, card, keep, page, put, reading, settle, vector, view


def found(store, words, **filters):
    return [each.article for each in store.search(Query(words=words, **filters)).items]


def test_a_reading_comes_back_as_it_went_in(store):
    told = reading("a", statements=[((37, 68), "Ana Ruiz", "denies")])
    (article,) = keep(store, told)
    assert store.readings([article, "nowhere"]) == {article: told}
    assert store.article_of([told.article.page]) == {told.article.page: article}


def test_text_of_any_kind_comes_back(store):
    told = reading("a", text="Ferry \x00 off\u2028 Lowmark \U0001f6a2 \u202eabc", title="\x00")
    (article,) = keep(store, told)
    assert store.readings([article])[article] == told


def test_a_place_added_later_is_a_place_of_the_article(store):
    (article,) = keep(store, reading("a"))
    with store.writing():
        store.add_place(replace(page("a").place, file="z.html"))
    assert [place.file for place in store.readings([article])[article].article.places] == ["a.html", "z.html"]


def test_the_same_reading_twice_changes_nothing(store):
    (article,) = keep(store, reading("a", statements=[((37, 68), "Ana Ruiz", "asserts")]))
    put(store, "s", [article])
    before = store.revision(), store.counts()
    keep(store, reading("a", statements=[((37, 68), "Ana Ruiz", "asserts")]))
    assert (store.revision(), store.counts()) == before


def test_articles_come_in_the_order_in_which_they_were_added(store):
    every = [keep(store, reading(name))[0] for name in "cab"]
    assert list(store.articles()) == every


def test_the_counts_are_those_of_current_versions(store):
    keep(store, reading("a", statements=[((37, 68), "Ana Ruiz", "asserts")]), reading("b", outlet="Vale Herald"))
    counts = store.counts()
    assert (counts.pages, counts.articles, counts.outlets, counts.statements) == (2, 2, 2, 1)


# read anew --------------------------------------------------------------------------------------------------------


@pytest.fixture
def reread(store):
    """An article in a story with everything on it, and the same page read otherwise."""
    old = reading("a", statements=[((37, 68), "Ana Ruiz", "asserts")])
    new = reading("a", text=TEXT.replace("ferry", "trawler"), outlet="Vale Herald")
    other = reading("b")
    keep(store, old, other)
    settle(store, "s", old, other)
    with store.writing():
        store.add_profile(old.article.id, b"old")
        store.post_terms(old.article.id, 700_000, {"ferry": 1.0})
        store.post_shingles(old.article.id, np.array([7], np.uint64))
        store.add_partners(old.article.id, [other.article.id])
    with store.writing():
        store.add_reading(new, address=new.article.url, vector=vector(9))
    return old.article.id, new.article.id, other.article.id


def test_a_page_read_anew_has_one_article(store, reread):
    old, new, other = reread
    assert store.readings([old]) == {}
    assert list(store.articles()) == [new, other]
    assert store.counts().articles == 2


def test_the_article_read_before_is_in_no_index(store, reread):
    old, new, other = reread
    assert found(store, "trawler") == [new]
    assert found(store, "ferry") == [other]
    assert found(store, "hurt", kind="statement") == []
    assert store.profiles([old, new]) == {}
    assert store.posted(["ferry"], 700_000, 5) == {}
    assert store.sharing(np.array([7], np.uint64), 5) == []
    assert store.partners([new, other]) == ()
    assert dict(store.outlets()) == {"Lowmark Post": 1, "Vale Herald": 1}


def test_its_story_keeps_its_place_for_the_new_one(store, reread):
    old, new, other = reread
    assert store.members(["s"]) == {"s": (new, other)}
    assert [(each.change, each.articles) for each in store.events("s")] == [("revised", (old, new))]


@pytest.mark.usefixtures("reread")
def test_its_story_waits_to_be_settled_and_has_no_view_until_then(store):
    assert store.unsettled() == ("s",)
    assert store.view("s") is None
    assert not store.card("s").settled


def test_a_vector_made_anew_comes_after_the_cursor(store, reread):
    _, new, other = reread
    cursor, names, matrix = store.vectors()
    assert set(names) == {new, other}
    assert np.array_equal(matrix[list(names).index(new)], vector(9))
    assert store.vectors(cursor)[1] == ()


@pytest.mark.usefixtures("reread")
def test_nothing_is_wrong_after_it(store):
    assert store.check() == ()


# vectors ----------------------------------------------------------------------------------------------------------


def test_vectors_come_in_order_after_a_cursor(store):
    first = keep(store, reading("a"))
    cursor, names, matrix = store.vectors()
    assert names == tuple(first)
    assert matrix.dtype == np.float32
    assert np.array_equal(matrix, [vector(0)])
    second = keep(store, reading("b"))
    assert store.vectors(cursor)[1] == tuple(second)


def test_an_empty_store_has_vectors_of_the_right_shape(store):
    assert store.vectors()[2].shape == (0, 384)


@pytest.mark.parametrize("bad", [np.zeros(3, np.float32), np.full(384, np.nan, np.float32)])
def test_a_vector_that_is_none_is_refused(store, bad):
    with pytest.raises(StoreError, match="384 finite"), store.writing():
        store.add_reading(reading("a"), address=None, vector=bad)
    assert store.counts().articles == 0


# versions ---------------------------------------------------------------------------------------------------------


def test_a_new_version_takes_the_place_of_the_old_one(store):
    first, second, third = keep(store, *(reading(name, text=f"{TEXT} {name}") for name in "abc"), address="lowmark/1")
    with store.writing():
        store.replace_version(first, second)
        store.replace_version(second, third)
    assert store.current_at("lowmark/1") == third
    assert {store.versions(each) for each in (first, second, third)} == {(first, second, third)}
    assert store.current_of([*(page(name).id for name in "abc"), "nowhere"]) == {page(name).id: third for name in "abc"}
    assert found(store, "ferry") == [third]
    assert store.counts().articles == 1
    assert set(store.readings([first, second])) == {first, second}
    assert store.check() == ()


def test_an_old_version_that_comes_back_is_the_current_one(store):
    first, second = keep(store, reading("a"), reading("b"), address="lowmark/1")
    with store.writing():
        store.replace_version(first, second)
        store.replace_version(second, first)
    assert store.current_at("lowmark/1") == first
    assert store.versions(second) == (second, first)
    assert store.current_of([page("b").id]) == {page("b").id: first}
    assert found(store, "ferry") == [first]


def test_an_article_of_its_own_is_its_only_version(store):
    (article,) = keep(store, reading("a"))
    assert store.versions(article) == (article,)
    assert store.current_at("elsewhere") is None


def test_a_version_of_an_article_that_is_not_there_is_refused(store):
    (article,) = keep(store, reading("a"))
    with pytest.raises(StoreError, match="not kept"), store.writing():
        store.replace_version("nowhere", article)


def test_a_view_may_name_an_older_version(store):
    first, second = reading("a"), reading("b")
    keep(store, first, second, address="lowmark/1")
    settle(store, "s", first)
    with store.writing():
        store.replace_version(first.article.id, second.article.id)
        store.put_story("s", [second.article.id])
    assert store.view("s") == view("s", first)
    with store.writing():
        store.put_view(view("s", second), card("s"))
    assert store.unsettled() == ()
