"""Spans of attributions: whether another overlaps them, and which attribution a run of speech belongs to.

>>> held = Runs([Span(start=0, end=4), Span(start=8, end=9)])
>>> held.overlap(Span(start=3, end=6)), held.overlap(Span(start=4, end=8)), held.hold(Span(start=1, end=4))
(True, False, True)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.model import Span
from headwater.statements.attribution import Attribution

NEAR = 4
"""How many attributions back the same run may have been claimed."""


class Runs:
    """Spans, the overlapping ones joined."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start <= self._spans[-1].end:
                last = self._spans[-1]
                self._spans[-1] = Span(start=last.start, end=max(last.end, span.end))
            else:
                self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    def overlap(self, span: Span) -> bool:
        """Say whether a span shares a character with one of them."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._spans[at].end > span.start

    def hold(self, span: Span) -> bool:
        """Say whether a span lies inside one of them."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._spans[at].end >= span.end


def uncontested(found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions without the runs of content that a nearer cue has as well.

    “We won,” Ruiz said. “They cheated,” said Lund.: the first quotation is not Lund's. An attribution keeps one run at least.
    """
    kept = sorted(found, key=lambda each: (each.start, each.cue, each.content))
    for at, each in enumerate(kept):
        for back in range(max(0, at - NEAR), at):
            one, other = kept[back], kept[at]
            for run in each.content:
                if run in one.content:
                    one, other = _settled(run, one, other)
            kept[back], kept[at] = one, other
    return kept


def _settled(run: Span, one: Attribution, other: Attribution) -> tuple[Attribution, Attribution]:
    """Take a run from whichever cue is farther from it, if that leaves it something."""
    farther = one if _distance(run, one) > _distance(run, other) else other
    if len(farther.content) == 1:
        return one, other
    without = replace(farther, content=tuple(span for span in farther.content if span != run))
    return (without, other) if farther is one else (one, without)


def _distance(run: Span, each: Attribution) -> int:
    if not each.cue:
        return 0
    return max(run.start - each.cue[-1].end, each.cue[0].start - run.end, 0)
