"""Stories, their list, what happened to them, and who spoke: conformance of a store."""

import pytest

from headwater.errors import StoreError, UsageError
from headwater.model import Query
from tests.store.made import card, event, keep, put, reading, settle, view


@pytest.fixture
def articles(store):
    return keep(store, *(reading(name, published=f"2031-05-0{day}") for day, name in enumerate("abcde", start=1)))


# members ----------------------------------------------------------------------------------------------------------


def test_members_keep_their_order(store, articles):
    a, b, c, *_ = articles
    put(store, "s", [c, a, b])
    assert store.members(["s", "nowhere"]) == {"s": (c, a, b)}
    put(store, "s", [a, c])
    assert store.members(["s"]) == {"s": (a, c)}
    assert store.story_of([a, b, c]) == {a: "s", c: "s"}


def test_an_article_is_in_one_story_only(store, articles):
    a, b, c, *_ = articles
    put(store, "s", [a, b])
    put(store, "t", [b, c])
    assert store.members(["s", "t"]) == {"s": (a,), "t": (b, c)}
    put(store, "t", [a, b, c])
    assert store.members(["s", "t"]) == {"t": (a, b, c)}
    assert store.counts().stories == 1
    assert store.check() == ()


def test_an_article_that_is_not_kept_is_refused(store):
    with pytest.raises(StoreError, match="nowhere"), store.writing():
        store.put_story("s", ["nowhere"])


def test_a_story_without_articles_has_ended(store, articles):
    put(store, "s", articles)
    put(store, "s", [])
    assert store.members(["s"]) == {}
    assert store.card("s") is None
    assert (store.counts().stories, store.counts().unsettled) == (0, 0)


# what happened ----------------------------------------------------------------------------------------------------


def test_events_are_numbered_and_kept_in_order(store, articles):
    put(store, "s", articles[:1], event("s", "began", articles[:1]))
    put(store, "t", articles[1:2], event("t", "began", articles[1:2]))
    put(store, "s", articles[:3], event("s", "grew", articles[2:3]))
    assert [(each.number, each.story, each.change) for each in store.events()] == [
        (1, "s", "began"), (2, "t", "began"), (3, "s", "grew"),
    ]  # fmt: skip
    assert [each.number for each in store.events("s")] == [1, 3]
    assert [each.number for each in store.events(after=1, limit=1)] == [2]
    assert store.events("s")[1] == event("s", "grew", articles[2:3]).__class__(
        number=3, story="s", change="grew", articles=(articles[2],), other=None, by="invented"
    )


def test_an_ended_story_is_followed_to_the_one_that_is_there(store, articles):
    put(store, "u", articles)
    put(store, "s", [], event("t", "merged", articles, other="s"))
    put(store, "t", [], event("t", "ended", articles, other="u"))
    assert (store.became("s"), store.became("t"), store.became("u")) == ("u", "u", "u")
    assert store.became("nowhere") is None


def test_following_ends_where_it_would_go_round(store):
    put(store, "s", [], event("s", "ended", (), other="t"), event("t", "ended", (), other="s"))
    assert store.became("s") is None


# settled or not ---------------------------------------------------------------------------------------------------


def test_a_story_waits_to_be_settled_from_every_change_on(store, articles):
    put(store, "s", articles[:1])
    put(store, "t", articles[1:2])
    put(store, "s", articles[:1])
    assert store.unsettled() == ("s", "t")
    assert store.unsettled(limit=1) == ("s",)
    with store.writing():
        store.put_view(view("s", reading("a", published="2031-05-01")), card("s"))
    assert store.unsettled() == ("t",)
    with store.writing():
        store.unsettle(["s", "t", "nowhere"])
    assert store.unsettled() == ("t", "s")
    assert store.counts().unsettled == 2


def test_a_view_comes_back_as_it_went_in(store):
    told = [reading(name, statements=[((37, 68), "Ana Ruiz", "asserts")]) for name in "ab"]
    keep(store, *told)
    assert store.view("s") is None
    settle(store, "s", *told, actors=[("Ana Ruiz", "Ruiz")])
    assert store.view("s") == view("s", *told, actors=[("Ana Ruiz", "Ruiz")])
    assert store.view("nowhere") is None


def test_the_same_view_again_settles_nothing_anew(store):
    told = reading("a", statements=[((37, 68), "Ana Ruiz", "asserts")])
    keep(store, told)
    settle(store, "s", told)
    counts = store.counts(), store.speakers()
    with store.writing():
        store.put_view(view("s", told), card("s"))
    assert (store.counts().unsettled, store.speakers()) == (counts[0].unsettled, counts[1])


def test_what_the_next_view_may_recall_is_kept_until_there_is_none_or_its_story_ends(store):
    told = reading("a")
    keep(store, told)
    settle(store, "s", told)
    assert (store.known("s"), store.known("nowhere")) == (b"", b"")
    for data in (b"vectors\x00", b"others", b""):
        with store.writing():
            store.put_known("s", data)
        assert store.known("s") == data
    with store.writing():
        store.put_known("s", b"vectors")
        store.put_story("s", ())
    assert store.known("s") == b""
    assert store.check() == ()


def test_a_view_made_before_the_last_change_leaves_its_story_waiting(store, articles):
    put(store, "s", articles[:2])
    with store.writing():
        store.put_view(view("s", reading("a", published="2031-05-01")), card("s"))
    assert store.unsettled() == ("s",)


# the list ---------------------------------------------------------------------------------------------------------


def test_a_card_is_shown_as_settled_until_its_story_changes(store, articles):
    settle(store, "s", reading("a", published="2031-05-01"), disputed=3)
    assert store.card("s") == card("s", disputed=3)
    put(store, "s", articles[:2])
    changed = store.card("s")
    assert (changed.articles, changed.settled, changed.disputed) == (2, False, 3)


def test_a_story_never_settled_has_the_title_of_its_first_article_and_no_points(store, articles):
    put(store, "s", [articles[1], articles[0]])
    shown = store.card("s")
    assert (shown.title, shown.articles, shown.disputed, shown.settled) == ("Report b", 2, 0, False)
    assert (shown.first, shown.last) == ("2031-05-01", "2031-05-02")
    assert shown.outlets == ("Lowmark Post",)


@pytest.fixture
def listed(store):
    """Seven stories of one article each, with ties."""
    for number in range(7):
        told = reading(f"r{number}", published=None if number == 6 else f"2031-05-0{1 + number // 2}")
        keep(store, told)
        settle(store, f"s{number}", told, disputed=number % 3, origins=number % 2)
    return store


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["s4", "s5", "s2", "s3", "s0", "s1", "s6"]),
        ("disputed", ["s2", "s5", "s1", "s4", "s0", "s3", "s6"]),
        ("origins", ["s1", "s3", "s5", "s0", "s2", "s4", "s6"]),
        ("articles", ["s0", "s1", "s2", "s3", "s4", "s5", "s6"]),
    ],
)
@pytest.mark.parametrize("limit", [1, 3, 7])
def test_cards_come_page_by_page_in_every_order(listed, order, expected, limit):
    found, after = [], None
    while True:
        part = listed.cards(order, after, limit)
        assert len(part.items) <= limit
        assert part.total == 7
        found += [each.id for each in part.items]
        if (after := part.after) is None:
            break
    assert found == expected


def test_a_story_that_comes_meanwhile_shifts_no_page(listed):
    first = listed.cards("newest", None, 3)
    told = reading("new", published="2031-06-01")
    keep(listed, told)
    settle(listed, "new", told)
    assert [each.id for each in listed.cards("newest", first.after, 3).items] == ["s3", "s0", "s1"]


@pytest.mark.parametrize("after", ["", "x", "bm9uc2Vuc2U", "WyJuZXdlc3QiLDEwMDAwMDAwMDAwMDAwMDAwMDAwMDAsInMiXQ"])
def test_a_damaged_cursor_is_a_users_mistake(listed, after):
    with pytest.raises(UsageError, match="cursor"):
        listed.cards("newest", after)


def test_a_cursor_of_another_order_is_a_users_mistake(listed):
    with pytest.raises(UsageError, match="cursor"):
        listed.cards("disputed", listed.cards("newest", None, 1).after)


# speakers and outlets ---------------------------------------------------------------------------------------------


@pytest.fixture
def spoken(store):
    told = [
        reading(
            "a", statements=[((0, 9), "Ana Ruiz", "asserts"), ((10, 20), "Ruiz", "denies"), ((21, 25), None, "asserts")]
        ),
        reading("b", published="2031-05-07", statements=[((0, 9), "Ana Ruiz", "asserts")]),
        reading("c", statements=[((0, 9), "Bo Lind", "asserts"), ((10, 20), "José Ruiz-Lima", "asserts")]),
    ]
    keep(store, *told)
    settle(store, "s", *told[:2], actors=[("Ana Ruiz", "Ruiz")])
    settle(store, "t", *told[2:])
    return told


def names(part):
    return [each.name for each in part.items]


@pytest.mark.usefixtures("spoken")
def test_speakers_are_counted_under_the_name_of_their_actor(store):
    first, *others = store.speakers().items
    assert (first.name, first.statements, first.articles, first.stories, first.last) == (
        "Ana Ruiz",
        3,
        2,
        1,
        "2031-05-07",
    )
    assert [each.name for each in others] == ["Bo Lind", "José Ruiz-Lima"]


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("ana", ["Ana Ruiz"]),
        ("RUIZ", ["Ana Ruiz", "José Ruiz-Lima"]),
        ("jose ru", ["José Ruiz-Lima"]),
        ("ruiz-lima", ["José Ruiz-Lima"]),
        ("uiz", []),
        ("%", []),
    ],
)
@pytest.mark.usefixtures("spoken")
def test_speakers_are_found_by_the_beginning_of_a_word_of_their_name(store, prefix, expected):
    assert names(store.speakers(prefix)) == expected


@pytest.mark.parametrize("prefix", ["", "ruiz"])
@pytest.mark.usefixtures("spoken")
def test_speakers_come_page_by_page(store, prefix):
    first = store.speakers(prefix, limit=1)
    second = store.speakers(prefix, first.after, limit=5)
    assert names(first) + names(second) == names(store.speakers(prefix))
    assert second.after is None


@pytest.mark.usefixtures("spoken")
def test_speakers_go_with_their_story(store):
    put(store, "s", [])
    assert names(store.speakers()) == ["Bo Lind", "José Ruiz-Lima"]
    assert store.check() == ()


def test_a_spelling_finds_the_actor_only_in_stories_that_know_it(store, spoken):
    def said_by(name):
        return {each.article for each in store.search(Query(kind="statement", speaker=name)).items}

    assert said_by("ruiz") == {each.article.id for each in spoken[:2]}
    settle(store, "s", *spoken[:2])
    assert said_by("ruiz") == {spoken[0].article.id}  # as printed
    put(store, "s", [])
    assert store.check() == ()


def test_unnamed_people_are_no_speakers(store):
    told = reading("a", statements=[((0, 9), "officials", "asserts")])
    hidden = told.__class__(
        article=told.article,
        statements=tuple(
            each.__class__(**{name: getattr(each, name) for name in each.__slots__} | {"anonymous": True})
            for each in told.statements
        ),
        mentions=(),
    )
    keep(store, hidden)
    settle(store, "s", hidden)
    assert names(store.speakers()) == []


def test_outlets_are_listed_with_their_articles(store):
    keep(store, reading("a"), reading("b"), reading("c", outlet="The Vale Herald"), reading("d", outlet=None))
    assert store.outlets() == (("Lowmark Post", 2), ("The Vale Herald", 1))
    assert store.outlets("vale") == (("The Vale Herald", 1),)
    assert store.outlets("erald") == ()
    assert store.search(Query(outlet="the VALE herald")).items != ()
