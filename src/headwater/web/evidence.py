"""A story and one of its articles → which words of the article are cited, and for what.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> found = cited(told, told.articles[0], told.statements[:1])
>>> [(span.start, span.end) for span in found.spans], found.tints
([(0, 32), (1, 16), (24, 31), (33, 52), (94, 101)], {Span(start=0, end=32): 'disputed'})
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from headwater.model import Article, Span, Statement, Status, StoryBrief
from headwater.web.addresses import MARK

_TINTED: tuple[Status, ...] = ("disputed", "updated", "unsure", "agreed")
"""Statuses whose evidence is tinted on the page of an article, the most telling first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """Which words of an article are cited."""

    spans: tuple[Span, ...]
    tints: Mapping[Span, Status]
    """Of evidence that stands under a point which more than one origin speaks to."""


def cited(told: StoryBrief | None, article: Article, statements: Iterable[Statement]) -> Cited:
    """Return every span of the article's text that some page links to; `told` is its story, None where it has none."""
    tints = dict(_tints(told, article.id)) if told else {}
    spans = {*tints, *_said(statements), *(credit.span for credit in article.credits if credit.span)}
    if told:
        spans.update(_of_story(told, article.id))
    whole = len(article.text)
    return Cited(spans=tuple(sorted(span for span in spans if span.start < span.end <= whole)), tints=tints)


def stylesheet(found: Cited, split: Iterable[str]) -> str:
    """Return the style rules of one article's page: tints by status, and marks in several pieces that light up as one.

    Only names made of numbers stand in it, never words of the page.

    >>> span = Span(start=3, end=9)
    >>> print(stylesheet(Cited(spans=(span,), tints={span: "agreed"}), ["p-3-9"]), end="")
    #p-3-9, .p-3-9 { background: var(--agree-soft); }
    :root:has(#p-3-9:target) .p-3-9 { background: var(--lit); color: var(--lit-ink); }
    #p-3-9:target { background: var(--lit); }
    """
    colours = {"disputed": "dispute", "unsure": "dispute", "updated": "update", "agreed": "agree"}
    rules = [
        f"#{name}, .{name} {{ background: var(--{colours[status]}-soft); }}\n"
        for span, status in sorted(found.tints.items())
        for name in (mark_name(span),)
    ]
    rules += [
        f":root:has(#{name}:target) .{name} {{ background: var(--lit); color: var(--lit-ink); }}\n" for name in split
    ]
    rules += [f"#{mark_name(span)}:target {{ background: var(--lit); }}\n" for span in sorted(found.tints)]
    return "".join(rules)


def mark_name(span: Span) -> str:
    """Return the name of the mark of a span on its article's page.

    >>> mark_name(Span(start=3, end=9))
    'p-3-9'
    """
    return f"{MARK}-{span.start}-{span.end}"


def _tints(told: StoryBrief, article: str) -> Iterator[tuple[Span, Status]]:
    points = [point for point in told.comparison.points if point.status in _TINTED]
    points.sort(key=lambda point: _TINTED.index(point.status), reverse=True)
    for point in points:
        for answer in point.answers:
            for found in answer.evidence:
                if found.article == article:
                    yield found.span, point.status


def _said(statements: Iterable[Statement]) -> Iterator[Span]:
    for statement in statements:
        if statement.part == "text":
            yield from statement.content or statement.cue or statement.source


def _of_story(told: StoryBrief, article: str) -> Iterator[Span]:
    for point in told.comparison.points:
        for answer in point.answers:
            yield from (found.span for found in answer.evidence if found.article == article)
    yield from (moment.words for moment in told.comparison.timeline if moment.article == article)
    for origin in told.origins:
        for borrowed in origin.borrowed:
            if borrowed.article == article:
                yield from borrowed.spans
    for link in told.copies:
        if link.verdict == "no" and link.a == article:
            yield from (passage.copy for passage in link.passages)
    for actor in told.actors:
        first = {mention.name: mention for mention in reversed(actor.mentions)}
        yield from (mention.span for mention in first.values() if mention.article == article)
