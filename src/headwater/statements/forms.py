"""Where a text quotes → how a content is given: quoted, reported, or both.

A text enters once, then the contents of its statements; time is linear in the text, then nearly constant for each.

>>> text = "Ruiz called the dam “a folly”. “It leaks,” she said."
>>> quoted = Quoted(text)
>>> start = text.index("the dam")
>>> quoted.form(Span(start=5, end=11), (Span(start=start, end=start + 17),))
'mixed'
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from headwater.model import Form, Span
from headwater.text.quotes import Quote, find_quotes

WORDY = re.compile(r"\w")
NICKNAME_WORDS = 2
DASH = re.compile(r"\n[ \t]*(?:—|–|--|-)[ \t]*$")
LEAD = 6
LONGEST_DASHED = 2_000
DEEPEST = 3
"""Quotations within quotations that are looked into."""


class Quoted:
    """The quotations of one text, outermost only."""

    def __init__(self, text: str, *, depth: int = 0) -> None:
        self._text = text
        self._depth = depth
        self._quotes = [quote for quote in find_quotes(text) if not _nickname(text, quote)]
        self._starts = [quote.span.start for quote in self._quotes]
        gaps = zip(self._quotes, self._quotes[1:], strict=False)
        between = [WORDY.search(text, one.span.end, two.span.start) is not None for one, two in gaps]
        self._loose = list(accumulate(between, initial=0))
        """How many gaps with words in them lie before each quotation."""
        self._inner: dict[int, Quoted] = {}

    def around(self, place: int) -> Quote | None:
        """Return the quotation that a character stands in, None where it is the outlet's own wording."""
        at = self._at(place)
        return self._quotes[at] if at is not None else None

    def within(self, span: Span, most: int) -> Sequence[Quote]:
        """Return the quotations that begin inside a span, in order, the first few."""
        first = bisect_right(self._starts, span.start - 1)
        return self._quotes[first : min(bisect_right(self._starts, span.end - 1), first + most)]

    def form(self, cue: Span, content: Sequence[Span]) -> Form:
        """Say how a content is given: `direct` where every word of it stands in quote marks, `mixed` where some do.

        Marks around the cue as well as the content do not count: what somebody quotes is reported by that somebody.
        """
        at = self._at(cue.start)
        if at is not None and self._depth < DEEPEST:
            return self._inside(at).form(*self._moved(at, cue, content))
        if self._dashed(cue, content):
            return "direct"
        looks = [self._look(span) for span in content]
        inside, outside = any(look[0] for look in looks), any(look[1] for look in looks)
        return "indirect" if not inside else "mixed" if outside else "direct"

    def _dashed(self, cue: Span, content: Sequence[Span]) -> bool:
        """— It rained, said Ruiz. In the manner of many languages a dash opens a paragraph of speech."""
        if not content or content[0].start > cue.start or content[-1].end - content[0].start > LONGEST_DASHED:
            return False
        first = content[0].start
        lead = ("\n" if first <= LEAD else "") + self._text[max(0, first - LEAD) : first]
        return DASH.search(lead) is not None and "\n" not in self._text[first : content[-1].end]

    def _at(self, place: int) -> int | None:
        at = bisect_right(self._starts, place) - 1
        return at if at >= 0 and place < self._quotes[at].span.end else None

    def _inside(self, at: int) -> Quoted:
        if at not in self._inner:
            self._inner[at] = Quoted(self._quotes[at].inner.of(self._text), depth=self._depth + 1)
        return self._inner[at]

    def _moved(self, at: int, cue: Span, content: Sequence[Span]) -> tuple[Span, list[Span]]:
        """Return spans as they count inside a quotation, what lies outside of it cut off."""
        inner = self._quotes[at].inner
        first, *rest = [
            Span(start=min(max(span.start, inner.start), inner.end) - inner.start,
                 end=min(max(span.end, inner.start), inner.end) - inner.start)
            for span in (cue, *content)
        ]  # fmt: skip
        return first, rest

    def _look(self, span: Span) -> tuple[bool, bool]:
        """Say whether some words of a span stand in quote marks, and whether some do not."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if first < len(self._quotes) and self._quotes[first].span.end <= span.start:
            first += 1
        last = bisect_right(self._starts, span.end - 1) - 1
        if first > last or first >= len(self._quotes):
            return False, self._wordy(span.start, span.end)
        outside = (
            self._wordy(span.start, self._quotes[first].span.start)
            or self._wordy(self._quotes[last].span.end, span.end)
            or self._loose[last] > self._loose[first]
        )
        return True, outside

    def _wordy(self, start: int, end: int) -> bool:
        return start < end and WORDY.search(self._text, start, end) is not None


def _nickname(text: str, quote: Quote) -> bool:
    """Bo “Whitey” Lund: a name within a name is no quotation."""
    inner = quote.inner.of(text)
    start, end = quote.span.start, quote.span.end
    before = text[max(0, start - 30) : start].rsplit(maxsplit=1)
    after = text[end : end + 2].strip()
    return (
        inner[:1].isupper()
        and inner.count(" ") < NICKNAME_WORDS
        and bool(before)
        and before[-1][0].isupper()
        and text[start - 1] == " "
        and after[:1].isupper()
        and inner[-1].isalnum()
    )
