"""Full text and filters: conformance of a store."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.errors import UsageError
from headwater.model import Query
from tests.store.made import keep, reading, settle

REPORTS: dict[str, dict[str, Any]] = {
    "ferry": {
        "text": "The ferry sank off Port Lowmark. The mayor denied any delay in the rescue.",
        "title": "Ferry sinks",
        "published": "2031-05-03T23:30-05:00",
        "statements": [((33, 74), "Ana Ruiz", "denies")],
    },
    "boat": {
        "text": "A boat left the port of Lowmark. The captain said the storm came early.",
        "title": "Storm warning",
        "published": "2031-05-04",
        "outlet": "The Vále Herald",
        "statements": [((33, 71), "Bo Lind", "asserts")],
    },
    "dam": {
        "text": "El ferry cruzó la presa. Ana Ruiz prometió una investigación del ferry, del ferry y del ferry.",
        "title": "La presa",
        "published": "2031-06-01",
        "language": "es",
        "statements": [((25, 70), "Ruiz", "promises")],
    },
    "undated": {"text": "Nobody knows when the ferry sailed.", "title": None, "published": None, "outlet": None},
}


@pytest.fixture
def held(store):
    readings = {name: reading(name, **fields) for name, fields in REPORTS.items()}
    keep(store, *readings.values())
    settle(store, "s", readings["ferry"])
    settle(store, "t", readings["boat"], actors=[("Bo Lind", "Capt. Lind"), ("Storm", "The Storm")])
    settle(store, "u", readings["dam"], actors=[("Ana Ruiz", "Ruiz")])
    return {each.article.id: name for name, each in readings.items()}


@pytest.fixture
def ask(store, held):
    return lambda words="", **filters: [
        held[each.article] for each in store.search(Query(words=words, **filters)).items
    ]


# words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("storm", {"boat"}),
        ("STORM", {"boat"}),
        ("cruzo investigacion", {"dam"}),
        ("ferry sank", {"ferry"}),
        ("ferry OR boat", {"ferry", "boat", "dam", "undated"}),
        ("sank OR boat lowmark", {"ferry", "boat"}),
        ('"port lowmark"', {"ferry"}),
        ("“Port Lowmark”", {"ferry"}),
        ("„port of Lowmark“", {"boat"}),
        ("lowmark -storm", {"ferry"}),
        ('lowmark -"port of lowmark"', {"ferry"}),
        ("investig*", {"dam"}),
        ("port-lowmark", {"ferry"}),
        ("nothing", set()),
        ("ferry !!! —", {"ferry", "dam", "undated"}),
        ("AND", set()),
        ("text:ferry", set()),
    ],
)
def test_words_find_articles(ask, words, expected):
    assert set(ask(words)) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["undated", "dam", "boat", "ferry"]),
        ({"language": "es"}, ["dam"]),
        ({"outlet": "the vale herald"}, ["boat"]),
        ({"since": "2031-05-04", "until": "2031-05-31"}, ["boat"]),
        ({"story": "s"}, ["ferry"]),
        ({"stance": "denies"}, ["ferry"]),
        ({"speaker": "Ana Ruiz"}, ["dam", "ferry"]),
        ({"kind": "statement", "language": "es"}, ["dam"]),
        ({"language": "xx"}, []),
    ],
)
def test_filters_alone_say_which_of_some_articles_pass_in_their_order(store, held, filters, expected):
    asked = [*reversed(held), "nothing of the desk"]
    assert [held[each] for each in store.fulfilling(Query(**filters), asked)] == expected


def test_a_word_of_the_title_tells_more_than_one_of_the_text(ask):
    assert ask("ferry")[0] == "ferry"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("-storm", "besides “-storm”"),
        ("!!!", "no word to look for in “!!!”"),
        ("“ferry sank", "“ferry sank” is not closed"),
        ("ferry OR", "OR stands between"),
        ("OR ferry", "OR stands between"),
        ("ferry OR OR boat", "OR stands between"),
        ("fe*", "“fe*” stands for too many words"),
        ("ferry " * 400, "too long"),
        ("a " * 100, "too long"),
    ],
)
def test_a_query_that_cannot_be_read_says_what_is_wrong(ask, words, wrong):
    with pytest.raises(UsageError) as told:
        ask(words)
    assert wrong in str(told.value)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\"“”-*()^:{}+ANDORNEAR' \x00")), max_size=40))
def test_whatever_is_typed_is_answered_or_refused_with_a_reason(store, words):
    for kind in ("article", "statement"):
        try:
            store.search(Query(words=words, kind=kind, about=words, speaker=words, outlet=words, language=words))
        except UsageError as error:
            assert str(error)  # noqa: PT017 - anything else is a failure


# filters ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["", "ferry OR boat"])
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"outlet": "the vale HERALD"}, {"boat"}),
        ({"language": "es"}, {"dam"}),
        ({"since": "2031-05-04"}, {"boat", "dam"}),
        ({"until": "2031-05-04"}, {"ferry", "boat"}),
        ({"since": "2031-05-03", "until": "2031-05-03"}, {"ferry"}),
        ({"story": "t"}, {"boat"}),
        ({"story": "nowhere"}, set()),
        ({"speaker": "ANA RUIZ"}, {"ferry", "dam"}),
        ({"speaker": "ruiz"}, {"dam"}),
        ({"speaker": "capt lind"}, {"boat"}),
        ({"speaker": "lind"}, set()),
        ({"stance": "denies"}, {"ferry"}),
        ({"speaker": "Ana Ruiz", "stance": "promises"}, {"dam"}),
        ({"speaker": "Ana Ruiz", "about": "rescue"}, {"ferry"}),
        ({"speaker": "Bo Lind", "about": "rescue"}, set()),
        ({"since": "2031-05-04", "language": "en", "outlet": "The Vale Herald"}, {"boat"}),
    ],
)
def test_filters_narrow_what_is_found(ask, words, filters, expected):
    assert set(ask(words, **filters)) == expected


@pytest.mark.parametrize("few", [20_000, 0])
def test_filters_that_many_fulfil_find_the_same(ask, monkeypatch, few):
    monkeypatch.setattr("headwater.store.filters.FEW", few)
    monkeypatch.setattr("headwater.store.search.FEW", few)
    assert ask("ferry", language="en", since="2031-01-01") == ["ferry"]
    assert ask("ferry", stance="denies") == ["ferry"]
    assert ask("storm", kind="statement", language="en") == ["boat"]
    assert ask("", stance="denies") == ["ferry"]


@pytest.mark.parametrize("field", ["since", "until"])
@pytest.mark.parametrize("value", ["yesterday", "2031-13-01", "31", "9999-12-31"])
def test_a_date_that_is_none_is_a_users_mistake(ask, field, value):
    with pytest.raises(UsageError, match=f"`{field}`"):
        ask("", **{field: value})


def test_without_words_the_newest_comes_first_and_the_undated_last(ask):
    assert ask() == ["dam", "ferry", "boat", "undated"]  # the ferry's day ends five hours later than in Greenwich


# statements -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(kind="statement"), ["dam", "ferry", "boat"]),
        (Query(kind="statement", words="rescue"), ["ferry"]),
        (Query(kind="statement", words="lowmark"), []),
        (Query(kind="statement", words="lind"), ["boat"]),
        (Query(kind="statement", speaker="Ana Ruiz"), ["dam", "ferry"]),
        (Query(kind="statement", speaker="Ana Ruiz", about="delay"), ["ferry"]),
        (Query(kind="statement", speaker="Ana Ruiz", about="ruiz -delay"), ["dam"]),
        (Query(kind="statement", about="ana"), ["dam"]),
        (Query(kind="statement", stance="denies"), ["ferry"]),
        (Query(kind="statement", words="storm", outlet="The Vale Herald"), ["boat"]),
        (Query(kind="statement", words="storm", outlet="Lowmark Post"), []),
        (Query(kind="statement", since="2031-05-04", until="2031-05-31"), ["boat"]),
        (Query(kind="statement", story="u"), ["dam"]),
    ],
)
def test_statements_are_found_by_words_speaker_and_filters(store, held, query, expected):
    items = store.search(query).items
    assert [held[each.article] for each in items] == expected
    assert all(each.statement for each in items)


# page by page -----------------------------------------------------------------------------------------------------


def many(store, number, start=0):
    names = {}
    for place in range(start, start + number):
        told = reading(
            f"n{place}",
            text="storm " * (1 + place % 4) + "calm " * (place % 3),
            published=f"2031-05-{1 + place % 28:02}",
        )
        names[keep(store, told)[0]] = f"n{place}"
    return names


@pytest.mark.parametrize("words", ["storm", "", "storm calm"])
def test_pages_hold_every_find_once_whatever_is_added_meanwhile(store, words):
    many(store, 25)
    query = Query(words=words)
    expected = [each.article for each in store.search(query, limit=100).items]
    found, after, start = [], None, 100
    while True:
        part = store.search(query, after, limit=4)
        found += [each.article for each in part.items]
        if (after := part.after) is None:
            break
        many(store, 2, start)
        start += 2
    late = {each for each in found if each not in expected}
    assert [each for each in found if each not in late] == expected
    assert not (late and words)
    assert len(found) == len(set(found))


def test_of_equal_finds_the_newest_comes_first(store):
    names = {}
    for day in (3, 9, 5):
        names[keep(store, reading(str(day), text="storm", title="x", published=f"2031-05-0{day}"))[0]] = day
    assert [names[each.article] for each in store.search(Query(words="storm")).items] == [9, 5, 3]


@pytest.mark.parametrize("words", ["storm", ""])
def test_a_cursor_that_is_none_is_a_users_mistake(store, words):
    many(store, 3)
    other = store.search(Query(words="" if words else "storm"), limit=1).after
    for after in ("x", "", other, "WyJhcnRpY2xlIGxpc3RlZCJd"):
        with pytest.raises(UsageError, match="cursor"):
            store.search(Query(words=words), after)


def test_only_the_latest_finds_of_a_common_word_are_ranked(store, monkeypatch):
    names = many(store, 12)
    monkeypatch.setattr("headwater.store.search.RANKED", 5)
    assert {names[each.article] for each in store.search(Query(words="storm")).items} == {
        f"n{place}" for place in range(7, 12)
    }
