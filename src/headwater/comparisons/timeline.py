"""Units → the timeline of a story: the times that its articles name, apart from the times of the reports.

What enters: the sentences of a story's articles with the times read in them. What leaves: moments in the order of time. “The
dam burst on Monday, she said on Thursday” gives two: Monday of the event, Thursday of the statement. Times whose day nobody
can tell stand last, with their words and no day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from headwater.comparisons.units import Unit
from headwater.model import Article, Moment, Span
from headwater.text.dates import unresolved
from headwater.text.dates_speech import tells_when_said

MOST = 12
"""A sentence that names more times than this is an index of an archive, and tells nothing that happened."""
NO_DAY = "~"
"""Sorts behind every ISO date."""


def find_moments(units: Sequence[Unit], articles: Sequence[Article]) -> tuple[Moment, ...]:
    """Return the times that the units name, in order of their first and last day, then of report, article and text.

    `articles` are those of the units; their dates of report order moments of one day and resolve nothing here: the times
    of a unit are resolved already. A sentence that several articles print word for word gives its moments once, for the
    earliest report; one that names more than `MOST` times gives none. Moments without a day come last.
    """
    reported = {article.id: (article.published or NO_DAY, article.id) for article in articles}
    ordered = sorted(units, key=lambda unit: (reported.get(unit.article, (NO_DAY, unit.article)), unit.span))
    kept: dict[tuple[str, Span, str | None], Moment] = {}
    for unit in (unit for unit in ordered if len(unit.times) <= MOST):
        for moment in _moments(unit, reported):
            words = Span(start=moment.words.start - unit.span.start, end=moment.words.end - unit.span.start)
            kept.setdefault((unit.words, words, moment.when), moment)
    return tuple(sorted(kept.values(), key=lambda moment: _place(moment, reported)))


def _moments(unit: Unit, reported: Mapping[str, tuple[str, str]]) -> Iterator[Moment]:
    """Yield the times of one unit, those without a day last."""
    for time in unit.times:
        yield _moment(unit, time.span, time.first if time.first == time.last else f"{time.first}/{time.last}")
    published = reported.get(unit.article, (NO_DAY, ""))[0]
    for words in unresolved(unit.words, reported=None if published == NO_DAY else published):
        yield _moment(unit, words, None)


def _moment(unit: Unit, words: Span, when: str | None) -> Moment:
    shifted = Span(start=unit.span.start + words.start, end=unit.span.start + words.end)
    return Moment(when=when, article=unit.article, span=unit.span, words=shifted, of=_of(unit, words, shifted))


def _of(unit: Unit, words: Span, shifted: Span) -> Literal["event", "statement"]:
    """Say whether a time is that of speaking; what stands inside a statement's content never is."""
    if unit.statement is not None and any(run.contains(shifted) for run in unit.statement.content):
        return "event"
    return "statement" if tells_when_said(unit.words, words) else "event"


def _place(moment: Moment, reported: Mapping[str, tuple[str, str]]) -> tuple[str, str, tuple[str, str], Span, Span]:
    first, _, last = (moment.when or NO_DAY).partition("/")
    return first, last or first, reported.get(moment.article, (NO_DAY, moment.article)), moment.span, moment.words
