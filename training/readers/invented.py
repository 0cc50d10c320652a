"""Chance → an invented news text with its attributions: forms, marks and names that the corpus of US politics lacks.

What counts as source, cue and content follows the corpus: titles and appositions belong to the source, auxiliaries and
adverbs to the cue, “that” and “to” to the content; whom one told it and the day belong to nothing.

>>> row = invented(random.Random(4))
>>> row == invented(random.Random(4))
True
>>> [start, end] = row["attributions"][0]["cue"][0]
>>> row["text"][start:end]
'said'
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TypedDict

from training.readers.invented_cast import Cast
from training.readers.invented_grammar import Grammar, alternatives, capitalised, lists, table

Spans = list[list[int]]
ROLES = {"s": "source", "q": "cue", "c": "content"}
PLAIN = frozenset("narration economy sport weather biography scare".split())
"""Kinds of sentences in which nobody says anything."""


class Row(TypedDict):
    """A text and its attributions: each a source, a cue and a content of [start, end] in code points."""

    text: str
    attributions: list[dict[str, Spans]]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Sentences that show one phenomenon."""

    name: str
    weight: float
    whole: bool
    """They are paragraphs of their own."""
    frames: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A row, and the kinds of its sentences for whoever counts them."""

    row: Row
    kinds: tuple[str, ...]


def invented(chance: random.Random) -> Row:
    """Return an invented text of 1 to 15 paragraphs; equal states of `chance` give equal rows."""
    return drafted(chance).row


def drafted(chance: random.Random) -> Draft:
    """Return an invented text and what it is made of."""
    return _Writer(chance).article()


@cache
def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for name, each in table("frames")["kinds"].items():
        assert isinstance(each, dict)
        frames = alternatives(str(each["frames"]))
        found[name] = Kind(name=name, weight=float(each["weight"]), whole=bool(each.get("whole")), frames=frames)
    return found


@cache
def _grammar() -> Grammar:
    return Grammar({**lists("names"), **lists("words"), **lists("frames")})


class _Writer:
    """One article in the making."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._cast = Cast(chance)
        self._marks = 0
        self._used: list[str] = []
        self._drawn = [kind for kind in _kinds().values() if kind.weight]
        plain = chance.choice((0.3, 0.7, 1.0, 1.0, 2.0, 4.0))
        self._limits = list(accumulate(kind.weight * (plain if kind.name in PLAIN else 1) for kind in self._drawn))

    def article(self) -> Draft:
        style = self._chance.choices(STYLES, [each.weight for each in STYLES])[0]
        count = self._chance.choice((1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12, 15))
        paragraphs = []
        if self._chance.random() < 0.5:
            paragraphs.append(self._headline())
        if self._chance.random() < 0.25:
            paragraphs.append(self._sentence(_kinds()["dateline"]))
        paragraphs.extend(self._paragraph() for _ in range(count))
        text = self._chance.choice(("\n\n", "\n\n", "\n\n", "\n")).join(paragraphs)
        return Draft(row=unmarked(styled(text, style, self._chance)), kinds=tuple(self._used))

    def _headline(self) -> str:
        line = self._sentence(_kinds()["headline"])
        return TITLE.sub(lambda found: found.group().upper(), line) if self._chance.random() < 0.3 else line

    def _paragraph(self) -> str:
        sentences: list[str] = []
        for _ in range(self._chance.choice((1, 1, 1, 2, 2, 3))):
            kind = self._chance.choices(self._drawn, cum_weights=self._limits)[0]
            if kind.whole and sentences:
                break
            sentences.append(self._sentence(kind))
            if kind.whole:
                break
        return " ".join(sentences)

    def _sentence(self, kind: Kind) -> str:
        self._used.append(kind.name)
        frame = self._chance.choice(kind.frames)
        text = _grammar().expand(frame, self._cast.slot, self._chance, first=self._marks)
        self._marks += 3
        return capitalised(cleaned(text)).replace("¶", "\n\n")


# -- the look of the text

TITLE = re.compile(r"(?<![\w'’</])[a-z](?=\w{3,})")
TAGS = r"((?:</?[sqc]\d+>)*)"
CLEAN = (
    (re.compile(rf"  +|(?<=^) | {TAGS} "), r"\1 "),
    (re.compile(rf",{TAGS}(?=[.,:;])"), r"\1"),
    (re.compile(rf" {TAGS}(?=[.,])"), r"\1"),
    (re.compile(rf"([?!])((?:’)?){TAGS}[.,]"), r"\1\2\3"),
    (re.compile(r"\b([Aa]) (?!one\b|[Ee]u|[Uu]ni|[Uu]s[ei])(?=[aeiouAEIOU]|8|11\b|18\b)"), r"\1n "),
    (re.compile(r"(?<=[a-z])\.{2,}"), "."),
)


def cleaned(text: str) -> str:
    """Return a marked text without doubled spaces and points, and with “an” where it belongs.

    >>> cleaned("<s1>Ana Ruiz, a owner,</s1>. <q1>said</q1>  it")
    '<s1>Ana Ruiz, an owner</s1>. <q1>said</q1> it'
    """
    for pattern, new in CLEAN:
        text = pattern.sub(new, text)
    return text


@dataclass(frozen=True, kw_only=True)
class Style:
    """Quotation marks: outer and inner pairs, the apostrophe, and how often a comma stands after the mark."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    apostrophe: str = "’"
    after: float = 0.0
    weight: int


STYLES = (
    Style(outer=("“", "”"), inner=("‘", "’"), weight=22),
    Style(outer=('"', '"'), inner=("'", "'"), apostrophe="'", after=0.1, weight=20),
    Style(outer=("‘", "’"), inner=("“", "”"), after=0.4, weight=17),
    Style(outer=("'", "'"), inner=('"', '"'), apostrophe="'", after=0.4, weight=9),
    Style(outer=("«", "»"), inner=("“", "”"), after=0.7, weight=9),
    Style(outer=("«\u00a0", "\u00a0»"), inner=("“", "”"), after=0.9, weight=4),
    Style(outer=("„", "“"), inner=("‚", "‘"), after=0.7, weight=8),
    Style(outer=("„", "”"), inner=("‚", "’"), after=0.7, weight=4),
    Style(outer=("»", "«"), inner=("›", "‹"), after=0.6, weight=4),
    Style(outer=("''", "''"), inner=("'", "'"), apostrophe="'", weight=3),
)
MARK = re.compile("[“”‘’']")


def styled(text: str, style: Style, chance: random.Random) -> str:
    """Return a text with “ ” ‘ ’ ' in an article's own style; in some a comma stands after the closing mark."""
    if chance.random() < style.after:
        text = text.replace(",”", "”,")
    outer, inner = style.outer, style.inner
    marks = {"“": outer[0], "”": outer[1], "‘": inner[0], "’": inner[1], "'": style.apostrophe}
    return MARK.sub(lambda mark: marks[mark.group()], text)


SPAN = re.compile(r"<(/?)([sqc])(\d+)>")


def unmarked(text: str) -> Row:
    """Return the text without <s1>…</s1>, <q1>…</q1>, <c1>…</c1> and with what they mark.

    >>> unmarked("<s1>She</s1> <q1>left</q1> <c1>it</c1>")["attributions"]
    [{'source': [[0, 3]], 'cue': [[4, 8]], 'content': [[9, 11]]}]
    """
    plain: list[str] = []
    length, last = 0, 0
    opened: dict[tuple[str, int], int] = {}
    found: dict[int, dict[str, Spans]] = {}
    for mark in SPAN.finditer(text):
        plain.append(text[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        kind, number = mark[2], int(mark[3])
        if mark[1]:
            roles = found.setdefault(number, {"source": [], "cue": [], "content": []})
            roles[ROLES[kind]].append([opened.pop((kind, number)), length])
        else:
            opened[kind, number] = length
    plain.append(text[last:])
    return {"text": "".join(plain), "attributions": [found[number] for number in sorted(found)]}
