"""The outlet's own distance from a statement: “reportedly”, “unverified”, “without evidence”, scare quotes.

A text and its quotations enter once; then, for one statement, the words of distance beside its cue, in its source, or in
what it reports leave, never words inside quotation marks: those are the speaker's.

>>> text = "Ruiz falsely claimed that “so-called” experts had left."
>>> Distances(text, Quoted(text)).beside(Span(start=13, end=20), Span(start=0, end=4), (Span(start=26, end=54),))
'falsely'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.model import Span
from headwater.statements.cues import DISTANCE
from headwater.statements.drafts import BESIDE
from headwater.statements.forms import Quoted
from headwater.text.quotes import Quote

MORE = (
    "baselessly falsely wrongly misleadingly erroneously inaccurately spuriously seemingly baseless groundless "
    "fabricated bogus uncorroborated self-proclaimed self-described"
).split()
"""Words of distance beside a cue or in a source only: in what somebody says they are that somebody's own."""
PHRASES = (
    r"without (?:(?:any|providing|offering|citing|presenting|giving|showing) )*(?:evidence|proof|substantiation)",
    r"(?:with|has|have|had|citing|giving|offering|providing) no (?:evidence|proof)",
    r"(?:it )?(?:is|was|remains|remained) (?:not|un)[ -]?(?:immediately )?(?:clear|known|certain) (?:whether|if|how|why|what|who)",
    r"(?:could|can) ?not (?:be|immediately be) (?:independently )?(?:verified|confirmed)",
)
TELLING = re.compile(
    rf"(?<![\w-])(?:(?P<listed>{'|'.join(sorted(DISTANCE))})|{'|'.join(sorted(MORE))}|{'|'.join(PHRASES)})(?![\w-])",
    re.IGNORECASE,
)
TRAILING = 40
"""Characters after a cue or a content within which “without evidence” still belongs to it."""
SENTENCE_END = re.compile(r"[.!?][”’\"']?\s|\n")
SCARED = re.compile(r"\w+(?:[ -]\w+){0,2}")
"""What scare quotes hold: one to three words."""
TALE = re.compile(
    r"\s(?:\w+\s)?(?:theor(?:y|ies)|claims?|allegations?|rumou?rs?|myths?|hoax(?:es)?|conspirac(?:y|ies)|narratives?|tales?)\b"
)
"""The noun behind scare quotes that are told from a partial quotation by it: the “ghost ship” theory."""
SHORT = 40
"""Characters: scare quotes are shorter, and a noun for a tale stands nearer."""
MOST = 8
"""Words of distance near one place, and quotations of one content, that are looked at."""


@dataclass(frozen=True, slots=True)
class _Told:
    span: Span
    listed: bool
    """It counts in what is reported, too."""


class Distances:
    """The words of distance of one text, outside quotation marks."""

    def __init__(self, text: str, quoted: Quoted) -> None:
        self._text = text
        self._quoted = quoted
        self._found = [
            _Told(Span(start=found.start(), end=found.end()), found.group("listed") is not None)
            for found in TELLING.finditer(text)
            if quoted.around(found.start()) is None
        ]
        self._starts = [told.span.start for told in self._found]

    def beside(self, cue: Span, source: Span | None, content: Sequence[Span]) -> str | None:
        """Return the words by which the outlet keeps its distance: beside the cue first, then source, then content.

        Scare quotes are told from a partial quotation by three signs, each of which leaves them to the outlet: they
        hold the cue itself (“proved”), or the lower-case head of the source (the “experts” said), or they stand before
        a noun for a tale (the “ghost ship” theory). Any other quoted words count as the speaker's.
        """
        outer = [span for span in (cue, source) if span is not None]
        for span, reach in zip(outer, (BESIDE, 1), strict=False):
            for told in self._from(span.start - reach, span.end + reach):
                if self._one_sentence(told.span, span) and (told.listed or not _inside(told.span, content)):
                    return told.span.of(self._text)
        return self._afterwards(cue, content) or self._reported(content) or self._scare(cue, source, content)

    def _from(self, start: int, end: int) -> Sequence[_Told]:
        first = bisect_left(self._starts, start)
        return self._found[first : min(bisect_left(self._starts, end), first + MOST)]

    def _one_sentence(self, told: Span, near: Span) -> bool:
        start, end = sorted((min(told.end, near.end), max(told.start, near.start)))
        return SENTENCE_END.search(self._text, start, end) is None

    def _afterwards(self, cue: Span, content: Sequence[Span]) -> str | None:
        """“claimed on Friday, without evidence, that …”, “…, which could not be verified”."""
        for span in (cue, *content[-1:]):
            for told in self._from(span.end, span.end + TRAILING):
                phrase = told.span.of(self._text)
                if " " in phrase and not _inside(told.span, content) and self._one_sentence(told.span, span):
                    return phrase
        return None

    def _reported(self, content: Sequence[Span]) -> str | None:
        for span in content:
            for told in self._from(span.start, span.end):
                if told.listed and told.span.end <= span.end:
                    return told.span.of(self._text)
        return None

    def _scare(self, cue: Span, source: Span | None, content: Sequence[Span]) -> str | None:
        for span, head in ((cue, True), (source, False)):
            holder = self._quoted.around(span.end - 1) if span is not None and span.end else None
            if holder is None or span is None or not self._bare(holder):
                continue
            ends = abs(holder.inner.end - span.end) <= 1 and span.start <= holder.inner.start + 1
            if (ends if head else span.contains(holder.inner)) and self._alone(holder, only=head):
                return holder.span.of(self._text)
        for span in content:
            for quote in self._quoted.within(span, MOST):
                if self._bare(quote) and TALE.match(self._text, quote.span.end, quote.span.end + SHORT):
                    return quote.span.of(self._text)
        return None

    def _alone(self, quote: Quote, *, only: bool) -> bool:
        """Lower case, and for a cue one word: “strongly agree” is an answer to a poll."""
        inner = quote.inner.of(self._text)
        return inner.islower() and not (only and " " in inner)

    def _bare(self, quote: Quote) -> bool:
        inner = quote.inner
        short = quote.closed and inner.end - inner.start < SHORT
        return short and SCARED.fullmatch(self._text, inner.start, inner.end) is not None


def _inside(told: Span, content: Sequence[Span]) -> bool:
    return any(span.contains(told) for span in content)
