"""The learned reader: what the shipped networks find, in the form that every reader leaves.

Sources and contents are the networks'; stance, hedge and form are judged by rule; quotations that the networks leave
over go to the rule reader, so that no direct speech is lost.

>>> text = "“We won,” said Ana Ruiz."
>>> [found] = LearnedReader().attributions(text, [Span(start=0, end=len(text))], "text")
>>> found.source[0].of(text), found.cue[0].of(text), found.content[0].of(text), found.form
('Ana Ruiz', 'said', 'We won', 'direct')
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from headwater.model import Part, Span, Spans
from headwater.readers import FoundCue, read, read_names
from headwater.readers.network import Network
from headwater.statements.attribution import Attribution
from headwater.statements.rules import RuleReader
from headwater.statements.runs import Runs, uncontested
from headwater.statements.sources import unnamed
from headwater.statements.stances import Judge
from headwater.text.names import Name
from headwater.text.quotes import Quote, find_quotes

LEAST = 4
"""A quotation that the networks leave over counts from this many words on."""

EDGE = 2
"""Characters of punctuation that may stand between a content's end and the mark behind it."""
ABBREVIATION = re.compile(r"\.\w\Z")
SURE = 0.6
"""The score of the rules from which on what is nested counts: verbs, not nouns."""


@dataclass(frozen=True, slots=True)
class LearnedReader:
    """Reads English with the shipped networks; headlines, lone quotations, hearsay and what is nested by rule.

    The corpus that the networks learned from marks no statement inside another one: those are the rules' as well.
    """

    by: str = "statements.learned/1"
    network: Network | None = None
    """None for the shipped one."""
    rules: RuleReader = field(default_factory=RuleReader)

    def attributions(self, text: str, paragraphs: Sequence[Span], part: Part) -> Sequence[Attribution]:
        """Return the attributions of a text; raise `MissingModel` if the networks are gone or damaged."""
        ruled = self.rules.attributions(text, paragraphs, part)
        if part == "title":
            return ruled
        quotes = find_quotes(text)
        found = uncontested(list(_within(paragraphs, _judged(text, read(text, self.network).cues, quotes))))
        hearsay = Runs(cue for each in ruled if each.form == "narrated" for cue in each.cue)
        found = [each for each in found if each.form != "narrated" or not any(map(hearsay.overlap, each.cue))]
        found.extend(_added(text, quotes, found, ruled))
        found.sort(key=lambda each: (each.start, each.cue, each.content))
        return found

    def names(self, text: str) -> Sequence[Name]:
        """Return the names in a text; the networks find them in the same pass."""
        return read_names(text, network=self.network)


def _added(
    text: str, quotes: Sequence[Quote], found: Sequence[Attribution], ruled: Sequence[Attribution]
) -> Iterator[Attribution]:
    """What the rules find and the networks do not: speech that nobody has, what is nested, and hearsay."""
    taken = Runs(span for each in found for span in (*each.content, *each.source, *each.cue))
    known = Runs(span for each in found for span in each.cue)
    reported = Runs(span for each in found if each.form != "direct" for span in each.content)
    speech = Runs(quote.inner for quote in quotes)
    lone = Runs(q.inner for q in quotes if not taken.overlap(q.inner) and len(q.inner.of(text).split()) >= LEAST)
    for each in ruled:
        if any(known.overlap(cue) for cue in each.cue):
            continue
        if each.form == "direct":
            wanted = all(lone.overlap(span) and not taken.overlap(span) for span in each.content)
        elif each.form == "narrated":
            wanted = not any(map(speech.overlap, each.cue))
        else:
            own = (*each.cue, *each.source)
            inside = all(reported.hold(span) and not speech.overlap(span) for span in own)
            wanted = inside and bool(each.source) and each.score >= SURE and all(map(reported.hold, each.content))
        if wanted:
            yield each


def _judged(text: str, cues: Sequence[FoundCue], quotes: Sequence[Quote]) -> Iterator[Attribution]:
    judge = Judge(text)
    speech = _Speech(text, quotes)
    for found in cues:
        content = speech.completed(found.content)
        judged = judge.judge(found.cue, found.source, content)
        if judged is None:
            continue
        crosses = found.source is not None and "\n" in found.source.of(text)
        source = (found.source,) if found.source and not crosses else ()
        yield Attribution(
            source=source,
            cue=(found.cue,),
            content=content,
            form=judged.form,
            stance=judged.stance,
            hedge=judged.hedge,
            anonymous=bool(source) and unnamed(source[0].of(text)),
            score=found.score,
        )


class _Speech:
    """The quotations of a text, and how contents that the networks cut at their marks are made whole."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self._text = text
        self._quotes = quotes
        self._starts = [quote.span.start for quote in quotes]

    def completed(self, content: Spans) -> Spans:
        """Return a content with its marks in pairs, and the paragraphs that its last quotation goes on for."""
        found = [self._paired(run) for run in content]
        at = bisect_right(self._starts, found[-1].end) - 1
        while 0 <= at < len(self._quotes) - 1:
            quote, following = self._quotes[at], self._quotes[at + 1]
            if quote.closed or not following.resumed or not found[-1].overlaps(quote.inner):
                break
            if not any(span.overlaps(following.inner) for span in found):
                found.append(following.inner)
            at += 1
        return tuple(found)

    def _paired(self, run: Span) -> Span:
        """The networks leave out marks at the edges: “a “partial quote” gets its second mark, “U.S” its full stop."""
        start, end = run.start, run.end
        last = self._at(run.end)
        if last is not None and start <= last.span.start and end < last.span.end and end + EDGE >= last.inner.end:
            end = last.span.end
        first = self._at(run.start)
        if first is not None and first.inner.start == start and first.span.end <= end:
            start = first.span.start
        if ABBREVIATION.search(self._text, start, end) and self._text.startswith(".", end):
            end += 1
        return Span(start=start, end=end)

    def _at(self, place: int) -> Quote | None:
        """The quotation around a place, if it is closed."""
        at = bisect_right(self._starts, place) - 1
        quote = self._quotes[at] if at >= 0 else None
        return quote if quote is not None and quote.closed and place <= quote.span.end else None


def _within(paragraphs: Sequence[Span], found: Iterator[Attribution]) -> Iterator[Attribution]:
    """Leave out what begins outside of the paragraphs: headlines are read on their own."""
    inside = Runs(paragraphs)
    for each in found:
        if inside.overlap(each.cue[0]):
            yield each
