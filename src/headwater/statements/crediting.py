"""Attributions without the credits: “…, Herald informs via WIRE” names a supplier, it is no part of what was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.model import Credit, Span
from headwater.statements.attribution import Attribution

TAKEN_OVER = frozenset({"republished", "co-written"})
LOOSE_END = " \t\n,;:–—-([/"
LOOSE_START = " \t\n,;:–—-)]/."


def without_credits(found: Iterable[Attribution], text: str, credits_: Sequence[Credit]) -> list[Attribution]:
    """Return the attributions with credits cut off their contents; those that are themselves a credit are left out.

    >>> from headwater.statements.rules import RuleReader
    >>> text = "Snow fell on Kolm, the mayor said, Herald informs via OPA."
    >>> credit = Credit(agency="OPA", kind="republished", span=Span(start=35, end=57), words="Herald informs via OPA")
    >>> found = RuleReader().attributions(text, [Span(start=0, end=len(text))], "text")
    >>> [[span.of(text) for span in each.content] for each in without_credits(found, text, [credit])]
    [['Snow fell on Kolm']]
    """
    taken = [credit.span for credit in credits_ if credit.span and credit.kind in TAKEN_OVER]
    kept = []
    for each in found:
        if any(credit.overlaps(cue) for credit in taken for cue in each.cue):
            continue
        content = tuple(run for span in each.content if (run := _outside(span, text, taken)))
        if content or not each.content:
            kept.append(replace(each, content=content))
    return kept


def _outside(span: Span, text: str, taken: Sequence[Span]) -> Span | None:
    """Return the longer side of a run that a credit cuts, or the run itself where none does."""
    start, end = span.start, span.end
    for credit in taken:
        if credit.overlaps(Span(start=start, end=end)):
            if credit.start - start >= end - credit.end:
                end = max(start, credit.start)
                while end > start and text[end - 1] in LOOSE_END:
                    end -= 1
            else:
                start = min(end, credit.end)
                while start < end and text[start] in LOOSE_START:
                    start += 1
    return Span(start=start, end=end) if start < end else None
