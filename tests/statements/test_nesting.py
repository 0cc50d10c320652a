"""Which statement is reported inside which, and through whom a statement came.

Attributions are marked in the text by letters: 1s(source) 1c(cue) 1t(content); contents may hold other marks.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from typing import Any

import pytest

from headwater.model import Article, Credit, CreditKind, Place, Span, Statement
from headwater.statements import Attribution, RuleReader, chain
from headwater.statements.nesting import parents

OPEN = re.compile(r"(?P<number>\d)(?P<role>[sct])\(|\)")


def marked(text: str) -> tuple[str, list[Attribution]]:
    """Return the text without marks and what they mark, in order of number."""
    found: dict[tuple[str, str], list[Span]] = {}
    begun: list[tuple[tuple[str, str], int]] = []
    plain, done = "", 0
    for mark in OPEN.finditer(text):
        plain += text[done : mark.start()]
        done = mark.end()
        if mark.group() == ")":
            key, start = begun.pop()
            found.setdefault(key, []).append(Span(start=start, end=len(plain)))
        else:
            begun.append(((mark.group("number"), mark.group("role")), len(plain)))
    plain += text[done:]
    numbers = sorted({number for number, _ in found})
    return plain, [attribution(*(tuple(sorted(found.get((number, role), ()))) for role in "sct")) for number in numbers]


def attribution(source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> Attribution:
    return Attribution(
        source=source, cue=cue, content=content, form="indirect", stance="asserts", hedge=None, anonymous=False, score=0.8
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("1s(Ana Ruiz) 1c(told) the Gazette 1t(that 2s(Bo Lund) 2c(had said) 2t(it rained)).", [None, 1]),
        (
            "1s(OPA) 1c(quoted) 1t(officials as 2c(saying) 2t(that 3s(the ministry) 3c(believed) 3t(it rained))).",
            [None, 1, 2],
        ),
        ("1s(Ruiz) 1c(said) 1t(2s(Lund) 2c(denied) 2t(that 3s(Berg) 3c(had claimed) 3t(rain))).", [None, 1, 2]),
        ("1c(According to) 1s(a report by OPA), 1t(2s(sources) 2c(said) 2t(it rained)).", [None, 1]),
        ("1t(It rained), 1s(Ruiz) 1c(said). 2t(It fell), 2s(Lund) 2c(said).", [None, None]),
        # the inner source stands in another run of the content
        ("1t(2s(Lund)), 1s(Ruiz) 1c(told) the Gazette, 1t(2c(had said) 2t(it rained)).", [None, 1]),
        # a network cut the content right behind the inner source
        ("1s(Ruiz) 1c(said) 2s(Lund) 1t(2c(had said) 2t(it rained)).", [None, 1]),
        # the content swallowed the next cue of the same speaker
        ("1s(2s(Ruiz)) 1c(said) 1t(it rained and 2c(warned) 2t(of floods)).", [None, None]),
        # the inner cue has no source
        ("1s(Ruiz) 1c(said) 1t(2t(it) 2c(was said) 2t(to rain)).", [None, 1]),
        ("1s(Ruiz) 1c(said) 1t(it rained, 2c(adding) 2t(that it fell)).", [None, None]),
        # contents that overlap without holding each other
        ("1s(Ruiz) 1c(said) 1t(it rained, and 2s(Lund) )2c(added) 2t(it fell).", [None, None]),
        # the same content: two speakers side by side
        ("1s(Ruiz) 1c(said), and 2s(Lund) 2c(agreed), 1t(2t(that it rained)).", [None, None]),
        # the same content: who is cited speaks inside the report
        ("1s(The Herald), 2c(citing) 2s(two officials), 1c(reported) 1t(2t(that it rained)).", [None, 1]),
        ("1s(The Herald) 1c(reported) 1t(2t(that it rained)), 2c(citing) 2s(two officials).", [None, 1]),
        # the same content: according to whom somebody says so
        ("1c(According to) 1s(OPA), 2s(sources) 2c(said) 1t(2t(it rained)).", [None, 1]),
        ("1t(2t(It rained)), 2s(sources) 2c(said), 1c(according to) 1s(OPA).", [None, 1]),
        (
            "3c(According to) 3s(OPA), 1s(the Herald), 2c(citing) 2s(aides), 1c(said) 1t(2t(3t(it rained))).",
            [3, 1, None],
        ),
        # each inside the other: the one that says according to whom is the outer one
        ("2t(1t(It rained), 1s(sources) 1c(said)), 1t(2c(according to) 2s(OPA)).", [2, None]),
        ("2t(1t(It rained), 1s(Ruiz) 1c(said)), 1t(2s(Lund) 2c(said)).", [None, None]),
        # what the reports say
        ("1s(Two papers) 1c(reported) 1t(rain). 2c(According to) 2s(the reports), 2t(it fell).", [None, 1]),
        # a quotation that nobody speaks lies in nothing
        ("1s(Ruiz) 1c(said) 1t(it rained). 2t(“It fell.”)", [None, None]),
    ],
)
def test_within(text: str, inside: list[int | None]) -> None:
    plain, found = marked(text)
    wanted = [None if number is None else number - 1 for number in inside]
    assert parents(plain, found) == wanted


def test_the_order_of_attributions_makes_no_difference() -> None:
    plain, found = marked("1s(Ruiz) 1c(said) 1t(2s(Lund) 2c(denied) 2t(that 3s(Berg) 3c(had claimed) 3t(rain))).")
    assert parents(plain, found[::-1]) == [1, 2, None]


def test_the_rules_find_who_speaks_inside_what_a_report_says() -> None:
    text = "According to a report by OPA, sources said it rained."
    found = RuleReader().attributions(text, [Span(start=0, end=len(text))], "text")
    assert parents(text, found) == [None, 0]


def test_many_contents_over_each_other_take_bounded_time() -> None:
    text = "a b " * 2_000
    whole = Span(start=0, end=len(text))
    nested = [
        attribution((), (Span(start=at, end=at + 1),), (Span(start=at + 2, end=len(text)),))
        for at in range(0, 8_000, 4)
    ]
    same = [attribution((), (Span(start=at, end=at + 1),), (whole,)) for at in range(0, 8_000, 4)]
    start = time.process_time()
    assert parents(text, nested)[:3] == [None, 0, 1]
    assert len(parents(text, same)) == len(same)
    assert time.process_time() - start < 2


def statement(key: str, text: str, named: str, **more: Any) -> Statement:
    start = max(0, text.find(named))
    values: dict[str, Any] = {
        "id": key, "article": "a", "part": "text", "source": (Span(start=start, end=start + len(named)),) if named else (),
        "cue": (), "content": (), "speaker": named or None, "form": "indirect", "stance": "asserts", "hedge": None,
        "anonymous": False, "anonymity": (), "within": None, "score": 1.0, "by": "test",
    }  # fmt: skip
    return Statement(**{**values, **more})


def article(text: str, outlet: str | None, credits_: Mapping[str, CreditKind]) -> Article:
    return Article(
        id="a", page="p", places=(Place(page="p", file="tern.html"),), title="Sources: it rained", outlet=outlet, url=None,
        authors=(), published=None, language="en", section=None, tags=(), rights=None, translations=(), text=text,
        credits=tuple(Credit(agency=name, kind=kind, span=None, words=name) for name, kind in credits_.items()),
        blocks=(), cuts=(), by="test",
    )  # fmt: skip


TEXT = "OPA said two  officials had told the Gazette that she believed it rained."
UNNAMED: dict[str, Any] = {"anonymous": True, "speaker": None}


@pytest.mark.parametrize(
    ("statements", "credits_", "wanted"),
    [
        ([("1", "OPA", {})], {}, ["OPA", "Tern"]),
        ([("1", "OPA", {"speaker": None})], {}, ["OPA", "Tern"]),
        ([("1", "", {"speaker": None})], {}, ["Tern"]),
        ([("1", "two  officials", UNNAMED)], {}, ["two officials", "Tern"]),
        ([("1", "two  officials", {**UNNAMED, "within": "2"}), ("2", "OPA", {})], {}, ["two officials", "OPA", "Tern"]),
        (
            [("1", "she", {"speaker": "Ana Ruiz", "within": "2"}), ("2", "two  officials", {**UNNAMED, "within": "3"}), ("3", "OPA", {})],
            {"Norvia": "republished"},
            ["Ana Ruiz", "two officials", "OPA", "Norvia", "Tern"],
        ),
        ([("1", "OPA", {})], {"Norvia": "co-written"}, ["OPA", "Norvia", "Tern"]),
        ([("1", "OPA", {})], {"Norvia": "cited"}, ["OPA", "Tern"]),
        ([("1", "OPA", {})], {"OPA": "republished"}, ["OPA", "Tern"]),
        ([("1", "OPA", {})], {"Tern": "republished"}, ["OPA", "Tern"]),
        ([("1", "", {"form": "narrated", "speaker": None})], {"Norvia": "republished"}, ["Norvia", "Tern"]),
        ([("1", "OPA", {"within": "2"}), ("2", "two  officials", {**UNNAMED, "within": "1"})], {}, ["OPA", "two officials", "Tern"]),
        ([("1", "OPA", {"within": "gone"})], {}, ["OPA", "Tern"]),
        ([("1", "Sources", {**UNNAMED, "part": "title", "source": (Span(start=0, end=7),)})], {}, ["Sources", "Tern"]),
    ],
)  # fmt: skip
def test_chain(
    statements: list[tuple[str, str, dict[str, Any]]], credits_: dict[str, CreditKind], wanted: list[str]
) -> None:
    found = {key: statement(key, TEXT, named, **more) for key, named, more in statements}
    assert [voice.name for voice in chain(found["1"], found, article(TEXT, "Tern", credits_))] == wanted


def test_the_outlets_own_sentence_came_through_the_agency() -> None:
    voices = chain(None, {}, article(TEXT, None, {"Norvia": "republished"}), supplier="Quill Mail")
    assert [(voice.kind, voice.name) for voice in voices] == [
        ("agency", "Norvia"),
        ("supplier", "Quill Mail"),
        ("outlet", "tern.html"),
    ]


def test_each_kind_of_speaker_keeps_its_kind() -> None:
    found = {
        "1": statement("1", TEXT, "she", speaker=None, within="2"),
        "2": statement("2", TEXT, "two  officials", **UNNAMED, within="3"),
        "3": statement("3", TEXT, "OPA"),
    }
    voices = chain(found["1"], found, article(TEXT, "Tern", {}))
    assert [voice.kind for voice in voices] == ["unclear", "unnamed", "named", "outlet"]
    assert [voice.statement for voice in voices] == ["1", "2", "3", None]
