"""What the networks leave over in a text, and which attributions of the rules fill it.

The corpus that the networks learned from marks no statement inside another one, and little speech without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model import Span
from headwater.statements.attribution import Attribution
from headwater.statements.runs import Runs
from headwater.text.quotes import Quote

LEAST = 4
"""A quotation that nobody has counts from this many words on."""
SURE = 0.6
"""The score of the rules from which on they are believed alone: verbs, not nouns."""


class LeftOver:
    """One text that the networks have read; `known` are all cues that they saw, those that report nothing included."""

    def __init__(
        self, text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote], found: Sequence[Attribution], known: Runs
    ) -> None:
        self._known = known
        self._cues = Runs(cue for each in found for cue in each.cue)
        self._taken = Runs(span for each in found for span in (*each.content, *each.source, *each.cue))
        self._reported = Runs(span for each in found if each.form != "direct" for span in each.content)
        self._speech = Runs(quote.inner for quote in quotes)
        lone = (quote.inner for quote in quotes if not self._taken.overlap(quote.inner))
        self._lone = Runs(span for span in lone if len(span.of(text).split()) >= LEAST)
        self._silent = Runs(span for span in paragraphs if not self._taken.overlap(span) and not known.overlap(span))

    def wants(self, each: Attribution) -> bool:
        """Say whether an attribution of the rules is something that the networks have not seen."""
        if each.form == "narrated":
            return not any(self._cues.overlap(cue) or self._speech.overlap(cue) for cue in each.cue)
        if any(map(self._known.overlap, each.cue)):
            return False
        if each.form == "direct" and all(self._lone.overlap(span) for span in each.content):
            return not any(map(self._taken.overlap, each.content))
        if not each.source or each.score < SURE:
            return False
        return self._nested(each) or all(map(self._silent.hold, (*each.cue, *each.source, *each.content)))

    def _nested(self, each: Attribution) -> bool:
        """It stands inside what somebody else is reported to say, in the outlet's words."""
        own = (*each.cue, *each.source)
        return all(map(self._reported.hold, (*own, *each.content))) and not any(map(self._speech.overlap, own))
