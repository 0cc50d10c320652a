"""An article's text and the spans cited from it → paragraphs of HTML in which every cited span is a mark with a name.

Marks are nested. Where two cross, or a span runs over a paragraph's end, the mark is closed and opened again: its first
piece carries the `id`, every later piece carries the same name as a class, so that a style rule can light up all of it.

>>> marked("One two.", (), "a", (Span(start=0, end=3), Span(start=0, end=8))).paragraphs[0].body
Markup('<mark id="a-0-8"><mark id="a-0-3">One</mark> two.</mark>')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from headwater.model import Block, BlockRole, Span
from headwater.outputs.visible import visible

_LINE = re.compile(r"[^\n]+")
_DEEPEST = 8
"""Marks open at one place; a span that would open one more becomes a bare anchor, so that time stays linear."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """One block of an article as safe HTML."""

    role: BlockRole
    body: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """An article's paragraphs, and the names of the marks that are written in more than one piece."""

    paragraphs: tuple[Paragraph, ...]
    split: tuple[str, ...]


def marked(text: str, blocks: Sequence[Block], prefix: str, cited: Iterable[Span]) -> Marked:
    """Return the blocks of a text in order with the cited spans marked, and whatever stands between the blocks.

    `prefix` names the article: the mark of a span is called `prefix-start-end`. Spans outside the text are left out.

    >>> marked("One two.", (), "a", (Span(start=0, end=5), Span(start=3, end=8))).split
    ('a-3-8',)
    """
    known = (span for span in set(cited) if span.start < span.end <= len(text))
    pen = _Pen(text, prefix, sorted(known, key=lambda span: (span.start, -span.end)))
    written = [Paragraph(role=role, body=pen.write(run)) for role, run in runs(text, blocks)]
    return Marked(paragraphs=tuple(written), split=tuple(sorted(pen.split)))


def runs(text: str, blocks: Sequence[Block]) -> Iterator[tuple[BlockRole, Span]]:
    r"""Yield the blocks of a text in order, and as paragraphs the lines between them that are not blank.

    >>> [(role, run.of("a\nb")) for role, run in runs("a\nb", ())]
    [('paragraph', 'a'), ('paragraph', 'b')]
    """
    at = 0
    for block in sorted(blocks):
        start, end = max(at, block.span.start), min(block.span.end, len(text))
        yield from _between(text, at, start)
        if start < end:
            yield block.role, Span(start=start, end=end)
        at = max(at, end)
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[BlockRole, Span]]:
    for line in _LINE.finditer(text, start, end):
        if line.group().strip():
            yield "paragraph", Span(start=line.start(), end=line.end())


class _Pen:
    """Writes runs of one text from left to right, keeping the marks that are still open."""

    def __init__(self, text: str, prefix: str, waiting: list[Span]) -> None:
        self.split: set[str] = set()
        self._text = text
        self._prefix = prefix
        self._waiting = waiting[::-1]
        self._open: list[Span] = []
        self._named: set[Span] = set()

    def write(self, run: Span) -> Markup:
        """Return one run as HTML; marks that go on after it are closed here and opened again in the next run."""
        parts = [self._start(span) for span in self._open]
        at = run.start
        while True:
            parts += self._ending(at)
            if at == run.end:
                break
            parts += self._starting(at)
            following = min([run.end, *(span.end for span in self._open)])
            if self._waiting:
                following = min(following, max(self._waiting[-1].start, at))
            parts.append(Markup.escape(visible(self._text[at:following])))
            at = following
        parts += [Markup("</mark>")] * len(self._open)
        return Markup("").join(parts)

    def _ending(self, at: int) -> Iterator[Markup]:
        over = [place for place, span in enumerate(self._open) if span.end <= at]
        if not over:
            return
        inner = self._open[over[0] :]
        yield from [Markup("</mark>")] * len(inner)
        going_on = [span for span in inner if span.end > at]
        self._open[over[0] :] = going_on
        for span in going_on:
            yield self._start(span)

    def _starting(self, at: int) -> Iterator[Markup]:
        while self._waiting and self._waiting[-1].start <= at:
            span = self._waiting.pop()
            if len(self._open) < _DEEPEST and span.end > at:
                self._open.append(span)
                yield self._start(span)
            else:
                yield Markup('<span id="{}"></span>').format(self._name(span))

    def _start(self, span: Span) -> Markup:
        if span in self._named:
            self.split.add(self._name(span))
            return Markup('<mark class="{}">').format(self._name(span))
        self._named.add(span)
        return Markup('<mark id="{}">').format(self._name(span))

    def _name(self, span: Span) -> str:
        return f"{self._prefix}-{span.start}-{span.end}"
