"""The learned reader: what the shipped networks find, in the form that every reader leaves.

Sources and contents are the networks'; stance, hedge and form are judged by rule; what the networks leave over goes to
the rule reader: headlines, speech that nobody has, hearsay, what is nested, paragraphs without a find.

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
from headwater.statements.drafts import trimmed
from headwater.statements.left_over import LEAST, LeftOver
from headwater.statements.rules import RuleReader
from headwater.statements.runs import Runs, uncontested
from headwater.statements.sources import unnamed
from headwater.statements.stances import Judge
from headwater.text.names import Name
from headwater.text.quotes import Quote, find_quotes

EDGE = 2
"""Characters of punctuation that may stand between a content's end and the mark behind it."""
ABBREVIATION = re.compile(r"\.\w\Z")


@dataclass(frozen=True, slots=True)
class LearnedReader:
    """Reads English with the shipped networks, and by rule what they leave over."""

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
        cues = read(text, self.network).cues
        found = uncontested(list(_within(paragraphs, _judged(text, cues, quotes))))
        hearsay = Runs(cue for each in ruled if each.form == "narrated" for cue in each.cue)
        found = [each for each in found if each.form != "narrated" or not any(map(hearsay.overlap, each.cue))]
        left = LeftOver(text, paragraphs, quotes, found, Runs(each.cue for each in cues))
        found.extend(each for each in ruled if left.wants(each))
        found.sort(key=lambda each: (each.start, each.cue, each.content))
        return found

    def names(self, text: str) -> Sequence[Name]:
        """Return the names in a text; the networks find them in the same pass."""
        return read_names(text, network=self.network)


def _judged(text: str, cues: Sequence[FoundCue], quotes: Sequence[Quote]) -> Iterator[Attribution]:
    judge = Judge(text)
    speech = _Speech(text, quotes)
    for found in cues:
        content = speech.completed(found.content)
        judged = judge.judge(found.cue, found.source, content)
        if judged is None:
            continue
        source = speech.source(found.source, found.cue)
        yield Attribution(
            source=(source,) if source else (),
            cue=(found.cue,),
            content=content,
            form=judged.form,
            stance=judged.stance,
            hedge=judged.hedge,
            anonymous=source is not None and unnamed(source.of(text)),
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

    def source(self, found: Span | None, cue: Span) -> Span | None:
        """Return a source without the speech that the networks took along; none where it crosses a line's end."""
        if found is None or "\n" in found.of(self._text):
            return None
        start, end = found.start, found.end
        first = max(0, bisect_right(self._starts, start) - 1)
        for quote in self._quotes[first : bisect_right(self._starts, end)]:
            inside = start <= quote.span.start and quote.span.end <= end
            if inside and len(quote.inner.of(self._text).split()) >= LEAST:
                start, end = (start, quote.span.start) if cue.end <= start else (quote.span.end, end)
        return trimmed(self._text, Span(start=start, end=end)) if start < end else None

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
