"""What a text reports, as a table says it, against what a reader finds in it.

A row enters with a reading, the ways in which they disagree leave. Contents are compared by their words: a leading
“that”, quote marks, punctuation and the places where a content is cut do not count. `[words in brackets]` may be in or
out. Speakers are compared letter by letter; a tuple names the spellings that are all right.

>>> from headwater.statements import read_statements
>>> disagreements(row("“We won,” said Ana Ruiz.", says("Ana Ruiz", "We won", form="direct")), read_statements)
[]
>>> disagreements(row("It rained in Tolben.", says("Ana Ruiz", "It rained")), read_statements)
["not found: 'It rained' by ('Ana Ruiz',); found: []"]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

import pytest

from headwater.model import Article, Form, Part, Stance, Statement, words

Reading = Callable[[Iterable[Article]], Iterable[Statement]]
Who = str | None
WORD = re.compile(r"\w+")
PIECE = re.compile(r"\[[^]]*\]|\w+")
ID_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Says:
    """One statement that must be found; a field that is None is not compared, `who` and `what` always are."""

    who: tuple[Who, ...]
    what: str
    source: str | None = None
    cue: str | None = None
    form: Form | None = None
    stance: Stance | None = None
    hedge: str | None = None
    anonymous: bool | None = None
    anonymity: str | None = None
    """The terms on which the source is left unnamed; empty for none."""
    part: Part | None = None
    within: str | None = None
    """The words of the statement that it is reported inside; empty for none."""


@dataclass(frozen=True, slots=True)
class Row:
    """One invented text and what it reports."""

    text: str
    said: tuple[Says, ...]
    title: str | None
    alone: bool
    """Nothing else may be found."""
    never: Stance | None
    """No statement may be found that takes this stance."""


Phenomena = Mapping[str, Sequence[Row]]


def says(
    who: Who | tuple[Who, ...],
    what: str,
    *,
    source: str | None = None,
    cue: str | None = None,
    form: Form | None = None,
    stance: Stance | None = None,
    hedge: str | None = None,
    anonymous: bool | None = None,
    anonymity: str | None = None,
    part: Part | None = None,
    within: str | None = None,
) -> Says:
    """Return a statement that a row asks for."""
    spellings = who if isinstance(who, tuple) else (who,)
    return Says(spellings, what, source, cue, form, stance, hedge, anonymous, anonymity, part, within)


def row(text: str, *said: Says, title: str | None = None, alone: bool = False, never: Stance | None = None) -> Row:
    """Return a row: a text, lines are paragraphs, and the statements that must be found in it."""
    return Row(text, said, title, alone, never)


def quiet(text: str, *, title: str | None = None) -> Row:
    """Return a row in whose text nobody is reported to say anything."""
    return Row(text, (), title, alone=True, never=None)


def parameters(phenomena: Phenomena) -> list[object]:
    """Return the rows for `pytest.mark.parametrize`, each under its name."""
    return [pytest.param(each, id=name) for name, each in named(phenomena)]


def named(phenomena: Phenomena) -> Iterator[tuple[str, Row]]:
    """Yield each row with its name: its phenomenon and the first words of its title or text."""
    for phenomenon, rows in phenomena.items():
        for each in rows:
            yield f"{phenomenon}: {' '.join(WORD.findall(each.title or each.text))[:ID_LENGTH].strip()}", each


def disagreements(wanted: Row, read: Reading) -> list[str]:
    """Return one line for each way in which the reading of a row's text is not what the row says."""
    found = list(read([_article(wanted)]))
    seen = [_seen(each, found, wanted) for each in found]
    problems = [line for each in wanted.said for line in _missed(each, seen)]
    if wanted.alone:
        known = [each.what for each in wanted.said]
        extra = [each.what for each in seen if not any(_same(one, each.what) for one in known)]
        problems += [f"too much: {what!r}" for what in extra]
    return problems + [
        f"{wanted.never}: {each.what!r}" for each in seen if wanted.never is not None and each.stance == wanted.never
    ]


def _missed(wanted: Says, seen: Sequence[Says]) -> list[str]:
    """Say what keeps the nearest of the statements seen from being the one wanted."""
    alike = [each for each in seen if _same(wanted.what, each.what)]
    if not alike:
        return [f"not found: {wanted.what!r} by {wanted.who}; found: {[(each.who[0], each.what) for each in seen]}"]
    return min((_differences(wanted, each) for each in alike), key=len)


def _differences(wanted: Says, seen: Says) -> list[str]:
    lines = [] if seen.who[0] in wanted.who else [f"who: {seen.who[0]!r}, not {wanted.who} (in {wanted.what!r})"]
    for field in fields(Says):
        want, have = getattr(wanted, field.name), getattr(seen, field.name)
        if field.name in {"who", "what"} or want is None:
            continue
        alike = _same(want, have) if field.name in {"source", "cue", "anonymity", "within"} else want == have
        if not alike:
            lines.append(f"{field.name}: {have!r}, not {want!r} (in {wanted.what!r})")
    return lines


def _same(wanted: str, seen: str) -> bool:
    """Whether the words are the same; those in brackets may be missing."""
    pattern = "".join(
        f"(?:{''.join(f' {word}' for word in WORD.findall(piece))})?" if piece.startswith("[") else f" {piece}"
        for piece in PIECE.findall(wanted)
    )
    given = "".join(f" {word}" for word in WORD.findall(seen))
    return re.fullmatch(f"(?: that)?{pattern.removeprefix(' that')}", given) is not None


def _seen(found: Statement, every: Sequence[Statement], wanted: Row) -> Says:
    """The statement found, in the words of its text."""

    def told(each: Statement) -> str:
        return words(each.content, _string(wanted, each.part))

    string = _string(wanted, found.part)
    outer = next((told(each) for each in every if each.id == found.within), "")
    return Says(
        (found.speaker,),
        told(found),
        words(found.source, string),
        words(found.cue, string),
        found.form,
        found.stance,
        found.hedge,
        found.anonymous,
        words(found.anonymity, string),
        found.part,
        outer,
    )


def _string(wanted: Row, part: Part) -> str:
    return wanted.text if part == "text" else wanted.title or ""


def _article(wanted: Row) -> Article:
    return Article(
        id="article",
        page="page",
        places=(),
        title=wanted.title,
        outlet=None,
        url=None,
        authors=(),
        published=None,
        language="en",
        section=None,
        tags=(),
        credits=(),
        rights=None,
        translations=(),
        text=wanted.text,
        blocks=(),
        cuts=(),
        by="test",
    )
