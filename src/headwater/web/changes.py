"""Two versions of an article → what changed, sentence by sentence: numbers, names and attributions named as such.

>>> pieces("At least 12 houses burned.", Span(start=0, end=26), (Span(start=9, end=11),))[1]
Piece(words='12', hit=True)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from headwater.errors import NotHere
from headwater.model import Article, Span, Spans
from headwater.model.version import EditKind, Fate, SentenceChange, VersionChange
from headwater.outputs.visible import one_line
from headwater.versions import compare_versions
from headwater.web.asked import Asked
from headwater.web.site import Site
from headwater.web.snippets import Piece

FATES: dict[Fate, str] = {
    "kept": "the same",
    "reworded": "changed",
    "moved": "moved",
    "added": "added",
    "removed": "removed",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What became of one sentence."""

    fate: Fate
    kinds: tuple[EditKind, ...]
    """What its differences change of what is told."""
    old: tuple[Piece, ...]
    """The words that are different are hits; empty where it was added."""
    new: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Sentences that are shown, or the same and folded away, together."""

    same: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesPage:
    """What changed between two versions of an article."""

    template: ClassVar[str] = "changes.html.j2"
    old: Article
    new: Article
    change: VersionChange
    runs: tuple[Run, ...]
    old_title: tuple[Piece, ...]
    new_title: tuple[Piece, ...]
    notices: tuple[str, ...]
    """The words in which the new version says that something was changed."""


def changes_page(site: Site, asked: Asked) -> ChangesPage:
    """Return what changed `against` an older version, else against the one before; raises `NotHere` where there is none."""
    view = site.article(asked.path["article"])
    place = view.versions.index(view.article.id)
    before = asked.one("against") or (view.versions[place - 1] if place else "")
    if not before:
        raise NotHere("this is the first version of the article: there is none to compare it with")
    if before not in view.versions:
        raise NotHere(f"{before} is no version of this article")
    older = site.article(before)
    old, new = older.article, view.article
    change = compare_versions(old, new, old_statements=older.statements, new_statements=view.statements)
    grouped = groupby(change.changes, key=lambda each: each.fate == "kept")
    return ChangesPage(
        old=old,
        new=new,
        change=change,
        runs=tuple(Run(same=same, lines=tuple(_line(each, old, new) for each in held)) for same, held in grouped),
        old_title=pieces(old.title or "", Span(start=0, end=len(old.title or "")), change.old_title),
        new_title=pieces(new.title or "", Span(start=0, end=len(new.title or "")), change.new_title),
        notices=tuple(_notices(change, new)),
    )


def pieces(text: str, sentence: Span, words: Spans) -> tuple[Piece, ...]:
    """Return a sentence in pieces, the words that are different as hits."""
    found: list[Piece] = []
    at = sentence.start
    for span in words:
        start, end = max(span.start, at), min(span.end, sentence.end)
        if start >= end:
            continue
        if at < start:
            found.append(Piece(words=text[at:start], hit=False))
        found.append(Piece(words=text[start:end], hit=True))
        at = end
    if at < sentence.end:
        found.append(Piece(words=text[at : sentence.end], hit=False))
    return tuple(found)


def _line(each: SentenceChange, old: Article, new: Article) -> Line:
    return Line(
        fate=each.fate,
        kinds=each.kinds,
        old=pieces(old.text, each.old, each.old_words) if each.old else (),
        new=pieces(new.text, each.new, each.new_words) if each.new else (),
    )


def _notices(change: VersionChange, new: Article) -> Iterator[str]:
    yield from (one_line(span.of(new.text)) for span in change.notices)
    yield from (one_line(new.cuts[place].text) for place in change.cut_notices)
