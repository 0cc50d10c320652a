"""Articles under their terms and shingles: conformance of a store, before and after postings were merged."""

import numpy as np
import pytest

from tests.store.made import keep, reading

DAY = 741_000


def added(store, *days, term="ferry"):
    """Add one article a day given; return their ids."""
    every = keep(store, *(reading(f"{term}{number}") for number in range(len(days))))
    with store.writing():
        for article, day in zip(every, days, strict=True):
            store.post_terms(article, day, {term: 0.5})
    return every


def posted(store, day, most, term="ferry"):
    return [each.article for each in store.posted([term], day, most).get(term, [])]


def test_the_nearest_before_and_after_a_day_are_found_the_latest_added_first(store):
    a, b, c, d, e = added(store, DAY, DAY, DAY - 1, DAY + 2, DAY + 2)
    assert posted(store, DAY, 9) == [b, a, c, e, d]
    assert posted(store, DAY, 1) == [b, e]
    assert posted(store, DAY + 2, 3) == [e, d, b]


def test_undated_articles_count_as_of_the_same_day(store):
    dated, undated, older = added(store, DAY, 0, DAY - 1)
    assert posted(store, DAY, 9) == [undated, dated, older]
    assert posted(store, DAY - 50, 9) == [undated, older, dated]


def test_an_undated_arrival_stands_at_the_end(store):
    older, dated, undated = added(store, DAY - 1, DAY, 0)
    assert posted(store, 0, 9) == [undated, dated, older]


def test_terms_keep_their_weights_and_their_own_articles(store):
    (a, b) = keep(store, reading("a"), reading("b"))
    with store.writing():
        store.post_terms(a, DAY, {"ferry": 0.25, "port": 0.75})
        store.post_terms(b, DAY, {"port": 0.5})
    found = store.posted(["port", "ferry", "storm"], DAY, 5)
    assert {term: [(each.article, each.weight) for each in near] for term, near in found.items()} == {
        "port": [(b, 0.5), (a, 0.75)],
        "ferry": [(a, 0.25)],
    }


def test_an_article_posted_again_stands_under_its_new_terms_only(store):
    (article,) = keep(store, reading("a"))
    for day, term in ((DAY, "ferry"), (DAY + 1, "port")):
        with store.writing():
            store.post_terms(article, day, {term: 1.0})
    assert posted(store, DAY, 5) == []
    assert posted(store, DAY, 5, "port") == [article]


def test_posting_the_same_twice_changes_nothing(store):
    (article,) = keep(store, reading("a"))
    for _ in range(2):
        with store.writing():
            store.add_profile(article, b"profile")
            store.post_terms(article, DAY, {"ferry": 1.0})
            store.post_shingles(article, np.array([3, 1], np.uint64))
    assert store.revision() == 2
    assert store.profiles([article]) == {article: b"profile"}


def test_words_are_counted_once_an_article(store):
    with store.writing():
        store.count_words(["ferry", "ferry", "port"])
        store.count_words(["ferry"])
    assert store.word_counts(["ferry", "port", "storm"]) == {"ferry": 2, "port": 1}


# shingles ---------------------------------------------------------------------------------------------------------


def shingled(store, *kept):
    every = keep(store, *(reading(str(number)) for number in range(len(kept))))
    with store.writing():
        for article, hashes in zip(every, kept, strict=True):
            store.post_shingles(article, np.array(hashes, np.uint64))
    return every


def sharing(store, hashes, most):
    return [(article, kept.tolist()) for article, kept in store.sharing(np.array(hashes, np.uint64), most)]


def test_articles_that_keep_a_shingle_are_found_with_which(store):
    a, _, c = shingled(store, [1, 2, 2**64 - 1], [3], [2**64 - 1])
    assert sharing(store, [2**64 - 1, 1, 9], 5) == [(a, [1, 2**64 - 1]), (c, [2**64 - 1])]


def test_a_shingle_of_many_gives_the_first_and_the_latest(store):
    every = shingled(store, *[[7]] * 6)
    assert [article for article, _ in sharing(store, [7], 2)] == [*every[:2], *every[-2:]]
    assert [article for article, _ in sharing(store, [7], 3)] == every


def test_the_spread_of_a_shingle_is_how_many_keep_it(store):
    shingled(store, [7, 8], [7], [7])
    assert store.shingle_spread(np.array([8, 7, 1], np.uint64)).tolist() == [1, 3, 0]
    assert store.shingle_spread(np.array([], np.uint64)).tolist() == []


def test_partners_are_pairs_both_ways(store):
    a, b, c = sorted(keep(store, reading("a"), reading("b"), reading("c")))
    with store.writing():
        store.add_partners(b, [a, c, b, "nowhere"])
    assert store.partners([a]) == ((a, b),)
    assert store.partners([b, c]) == ((a, b), (b, c))


# merged or not, the answer is the same -----------------------------------------------------------------------------


@pytest.fixture
def often(monkeypatch):
    """Merge a range with every article."""
    monkeypatch.setattr("headwater.store.merging.between_merges", lambda _: 1)
    monkeypatch.setattr("headwater.store.staging.TAIL", 50)


def filled(store, articles=150):
    random = np.random.default_rng(5)
    every = keep(store, *(reading(str(number)) for number in range(articles)))
    for article in every:
        with store.writing():
            store.post_shingles(article, random.choice(60, 8).astype(np.uint64) << np.uint64(58))
            store.post_terms(article, DAY + int(random.integers(9)), {f"t{each}": 0.5 for each in random.choice(30, 8)})
    return every


def answers(store):
    terms = [f"t{each}" for each in range(30)]
    hashes = np.arange(60, dtype=np.uint64) << np.uint64(58)
    shared = [(article, kept.tolist()) for article, kept in store.sharing(hashes, 4)]
    return store.posted(terms, DAY + 4, 3), shared, store.shingle_spread(hashes).tolist()


def plainly(every):
    """Return what `answers` must be, worked out by looking at every posting."""
    random = np.random.default_rng(5)
    kept: dict[int, list[str]] = {}
    listed: dict[str, list[tuple[int, int, str]]] = {}
    for place, article in enumerate(every):
        for each in set(random.choice(60, 8).tolist()):
            kept.setdefault(each, []).append(article)
        day = DAY + int(random.integers(9))
        for each in set(random.choice(30, 8).tolist()):
            listed.setdefault(f"t{each}", []).append((day, place, article))
    near = {}
    for term, rows in listed.items():
        before = sorted((row for row in rows if row[0] <= DAY + 4), key=lambda row: (-row[0], -row[1]))[:3]
        after = sorted((row for row in rows if row[0] > DAY + 4), key=lambda row: (row[0], -row[1]))[:3]
        near[term] = [article for *_, article in before + after]
    shared: dict[str, list[int]] = {}
    for each, articles in sorted(kept.items()):
        for article in articles if len(articles) <= 8 else [*articles[:4], *articles[-4:]]:
            shared.setdefault(article, []).append(each << 58)
    in_order = [(article, shared[article]) for article in every if article in shared]
    return near, in_order, [len(kept.get(each, ())) for each in range(60)]


@pytest.mark.parametrize("merging", [True, False])
def test_what_was_merged_is_found_like_what_waits(opened, request, merging):
    if merging:
        request.getfixturevalue("often")
    store = opened(write=True)
    expected = plainly(filled(store))

    def found():
        near, shared, spread = answers(store)
        return {term: [each.article for each in postings] for term, postings in near.items()}, shared, spread

    assert found() == expected
    with store.writing():
        assert found() == expected  # as the writer sees it
    assert store.check() == ()
    store.close()
    store = opened(write=True)
    assert found() == expected


@pytest.mark.usefixtures("often")
def test_an_article_taken_out_is_found_nowhere_merged_or_not(store):
    every = filled(store)
    with store.writing():
        for article in every[::2]:
            store.post_shingles(article, np.array([], np.uint64))
            store.post_terms(article, 0, {})
    gone = set(every[::2])
    posted_now, shared, _ = answers(store)
    assert not gone & {each.article for near in posted_now.values() for each in near}
    assert not gone & {article for article, _ in shared}
    assert store.check() == ()


def test_postings_of_a_transaction_that_was_undone_are_gone(store):
    (article,) = keep(store, reading("a"))

    def half():
        with store.writing():
            store.post_shingles(article, np.array([7], np.uint64))
            assert sharing(store, [7], 5) == [(article, [7])]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert sharing(store, [7], 5) == []
    with store.writing():
        assert sharing(store, [7], 5) == []
