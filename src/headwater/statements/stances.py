"""Cue, source and content of a statement as spans → its stance, its hedge and its form, from the words alone.

Whatever found the spans, a network included: nothing is asked of it but where they stand. English.

>>> text = "Ruiz has not ruled out that “talks” failed. Lund declined to say whether it rained."
>>> judge(text, Span(start=5, end=22), Span(start=0, end=4), (Span(start=23, end=42),))
Judged(stance='asserts', hedge=None, form='mixed')
>>> judge(text, Span(start=49, end=64), Span(start=44, end=48), (Span(start=65, end=82),)) is None
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.model import Form, Span, Stance
from headwater.statements.cue_meaning import ALL, Meaning, meaning
from headwater.statements.cue_words import words_around
from headwater.statements.forms import Quoted
from headwater.statements.hedges import Distances


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """How somebody is reported to say something."""

    stance: Stance
    hedge: str | None
    """The outlet's own distance, in the text's words; None: none."""
    form: Form


class Judge:
    """One text, whose quotations and words of distance are looked for once; then each statement takes bounded time.

    >>> Judge("It rained, said Ana Ruiz.").judge(Span(start=11, end=15), Span(start=16, end=24), (Span(start=0, end=9),))
    Judged(stance='asserts', hedge=None, form='indirect')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._quoted = Quoted(text)
        self._distances = Distances(text, self._quoted)

    def judge(self, cue: Span, source: Span | None, content: Sequence[Span]) -> Judged | None:
        """Return stance, hedge and form of one statement; None where the cue reports none.

        “declined to say”, “did not say”, “may say”, “will say” and “is expected to say” report nothing said (yet);
        “did not deny” and “has not ruled out” report that somebody lets it stand, which is a weak “asserts”.
        """
        around = words_around(self._text, cue, source, content)
        meant = meaning(around)
        if meant is None:
            return None
        form = self._quoted.form(cue, content)
        narrated = meant.general and source is None and form != "direct"
        hedge = self._hedge(meant, Span(start=min(around.start, cue.start), end=cue.end))
        return Judged(
            stance=meant.stance,
            hedge=hedge or self._distances.beside(cue, source, content),
            form="narrated" if narrated else form,
        )

    def _hedge(self, meant: Meaning, group: Span) -> str | None:
        if meant.hedge is None:
            return None
        written = group.of(self._text)
        if meant.hedge == ALL:
            return " ".join(written.split())
        found = re.search(rf"\b{re.escape(meant.hedge)}\b", written, re.IGNORECASE)
        return found.group() if found else None


def judge(text: str, cue: Span, source: Span | None, content: Sequence[Span]) -> Judged | None:
    """Return stance, hedge and form of one statement of a text; for many of one text use `Judge`.

    >>> text = "Ruiz denied that it rained."
    >>> judge(text, Span(start=5, end=11), Span(start=0, end=4), (Span(start=12, end=26),))
    Judged(stance='denies', hedge=None, form='indirect')
    """
    return Judge(text).judge(cue, source, content)
