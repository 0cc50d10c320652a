"""Two articles that share text → two columns in which every shared passage is marked, numbered and linked to its twin.

Long stretches that only one side has are folded away.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> copy, original = columns(told.copies[1], told.articles[2], told.articles[0], "c")
>>> print(copy.stretches[0].paragraphs[0].body)  # doctest: +ELLIPSIS
Twelve boats sank, ... said. <mark class="k1" id="c-a1"><a class="twin" href="#c-b1" ...>1</a>The crews slept ashore.</mark> ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from headwater.model import Article, BlockRole, Link, Span
from headwater.outputs.marks import Paragraph, runs
from headwater.outputs.visible import visible

LONG = 600
"""A stretch of more characters that only one side has is folded …"""
BESIDE = 160
"""… but for about this many next to a mark."""
COLOURS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Paragraphs, or pieces of them, that are shown or folded away together."""

    folded: int
    """How many characters are folded away; 0 where they are shown."""
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One article of the two."""

    article: Article
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    """A run of characters inside one paragraph, shared or not."""

    paragraph: int
    role: BlockRole
    span: Span
    number: int = 0
    """Of the shared passage, from 1; 0 where the other side does not have it."""
    folded: bool = False


def columns(link: Link, copy: Article, original: Article, name: str) -> tuple[Column, Column]:
    """Return both sides of a copy link; passage 2 is called `name-a2` in the copy and `name-b2` in the original.

    Passages are numbered in the order of the copy. Where two of them overlap, the later one is marked from the earlier
    one's end. Time is linear in the texts and, but for sorting, in the passages.
    """
    ordered = sorted(link.passages)
    left = _column(copy, [passage.copy for passage in ordered], (f"{name}-a", f"{name}-b"))
    right = _column(original, [passage.original for passage in ordered], (f"{name}-b", f"{name}-a"))
    return left, right


def _column(article: Article, shared: Sequence[Span], names: tuple[str, str]) -> Column:
    pieces = list(_fold(article.text, _pieces(article, shared)))
    pen = _Pen(article.text, names)
    stretches = []
    for folded, run in groupby(pieces, key=lambda piece: piece.folded):
        held = list(run)
        size = sum(piece.span.end - piece.span.start for piece in held) if folded else 0
        stretches.append(Stretch(folded=size, paragraphs=tuple(pen.write(held))))
    lost = pen.rest(len(shared))
    if lost:
        stretches.append(Stretch(folded=0, paragraphs=(Paragraph(role="paragraph", body=lost),)))
    return Column(article=article, stretches=tuple(stretches))


def _pieces(article: Article, shared: Sequence[Span]) -> Iterator[_Piece]:
    """The paragraphs of an article cut where shared passages begin and end."""
    waiting = sorted(((span, number) for number, span in enumerate(shared, start=1)), reverse=True)
    for paragraph, (role, run) in enumerate(runs(article.text, article.blocks)):
        at = run.start
        while at < run.end:
            while waiting and waiting[-1][0].end <= at:
                waiting.pop()
            span, number = waiting[-1] if waiting else (run, 0)
            if number and span.start <= at:
                end = min(span.end, run.end)
            else:
                end, number = min(span.start, run.end) if number else run.end, 0
            yield _Piece(paragraph=paragraph, role=role, span=Span(start=at, end=end), number=number)
            at = end


def _fold(text: str, pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Fold long stretches that are not shared, but for what stands next to a mark."""
    groups = [list(run) for _, run in groupby(pieces, key=lambda piece: piece.number > 0)]
    for place, group in enumerate(groups):
        size = sum(piece.span.end - piece.span.start for piece in group)
        if group[0].number or size <= LONG:
            yield from group
            continue
        first = BESIDE if place else 0
        last = size - BESIDE if place + 1 < len(groups) else size
        at = 0
        for piece in group:
            cuts = [piece.span.start + edge - at for edge in (first, last)]
            yield from _cut(text, piece, cuts[0], cuts[1])
            at += piece.span.end - piece.span.start


def _cut(text: str, piece: _Piece, first: int, last: int) -> Iterator[_Piece]:
    """Cut a piece in up to three at two places of the text, and fold the middle one."""
    start, end = piece.span.start, piece.span.end
    low, high = (
        _after_word(text, edge, end) if start < edge < end else min(max(edge, start), end) for edge in (first, last)
    )
    for span, folded in (((start, low), False), ((low, high), True), ((high, end), False)):
        if span[0] < span[1]:
            yield replace(piece, span=Span(start=span[0], end=span[1]), folded=folded)


def _after_word(text: str, at: int, end: int) -> int:
    """Return the place of the next space, if it is near."""
    space = text.find(" ", at, min(end, at + BESIDE // 4))
    return space if space >= 0 else at


class _Pen:
    """Writes the pieces of one article; the first piece of each passage carries its name."""

    def __init__(self, text: str, names: tuple[str, str]) -> None:
        self._text = text
        self._here, self._there = names
        self._named: set[int] = set()

    def write(self, pieces: Iterable[_Piece]) -> Iterator[Paragraph]:
        """Yield the pieces put together to paragraphs again."""
        for _, run in groupby(pieces, key=lambda piece: piece.paragraph):
            held = list(run)
            yield Paragraph(role=held[0].role, body=Markup("").join(self._piece(piece) for piece in held))

    def rest(self, count: int) -> Markup:
        """Return bare names for the passages that no piece was left for, so that their twins' links lead somewhere."""
        lost = (number for number in range(1, count + 1) if number not in self._named)
        return Markup("").join(self._opening(number) + Markup("</mark>") for number in lost)

    def _piece(self, piece: _Piece) -> Markup:
        words = Markup.escape(visible(piece.span.of(self._text)))
        return self._opening(piece.number) + words + Markup("</mark>") if piece.number else words

    def _opening(self, number: int) -> Markup:
        name = Markup("") if number in self._named else Markup(' id="{}{}"').format(self._here, number)
        self._named.add(number)
        return Markup(
            '<mark class="k{}"{}><a class="twin" href="#{}{}" aria-label="Passage {}, to the other article">{}</a>'
        ).format((number - 1) % COLOURS + 1, name, self._there, number, number, number)
