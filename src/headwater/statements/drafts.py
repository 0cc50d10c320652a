"""What the rules find in one sentence before it becomes an attribution: token ranges and spans, still open to additions.

>>> draft = Draft(source=None, cue=(Span(start=5, end=9),), stance="asserts", score=0.8)
>>> draft.content
[]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.model import Form, Span, Stance
from headwater.statements.cues import DISTANCE
from headwater.statements.tokens import QUOTE_MARKS, Token

MARKED = re.compile(f"[{''.join(sorted(QUOTE_MARKS - {'’', chr(39)}))}]|''")
BESIDE = 12
"""Characters: a word of distance this close to a cue belongs to it."""
EDGE = frozenset(" \t\r\n\xa0,;:–—-")


@dataclass(slots=True)
class Draft:
    """One attribution in the making."""

    source: Span | None
    cue: tuple[Span, ...]
    stance: Stance
    score: float
    content: list[Span] = field(default_factory=list)
    speech: bool = False
    """Some of the content is a whole quotation."""
    reported: bool = False
    """Some of the content is the outlet's wording."""
    speaks: bool = False
    """The cue is a verb of speech, so that a quotation after it is the same speaker's."""
    narrated: bool = False
    hedge: str | None = None
    anonymous: bool = False

    def add_speech(self, token: Token) -> None:
        """Add a whole quotation, marks excluded."""
        assert token.quote is not None
        self.content.append(token.quote.inner)
        self.speech = True

    def form(self, text: str) -> Form:
        """Say how the content is given."""
        if self.narrated:
            return "narrated"
        if self.speech and not self.reported:
            return "direct"
        inside = any(MARKED.search(text, span.start, span.end) for span in self.content)
        return "mixed" if self.speech or inside else "indirect"


def span_of(tokens: Sequence[Token], first: int, last: int) -> Span:
    """Return the characters from token `first` up to, not including, token `last`."""
    return Span(start=tokens[first].start, end=tokens[last - 1].end)


def trimmed(text: str, span: Span) -> Span | None:
    """Return a span without the white space and punctuation at its edges, lone quote marks included."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and (text[end - 1] in EDGE or (text[end - 1] == "." and not _abbreviated(text, start, end))):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _abbreviated(text: str, start: int, end: int) -> bool:
    word = text[max(start, end - 6) : end].split()
    return bool(word) and word[-1].count(".") > 1


def distances(tokens: Sequence[Token]) -> list[Span]:
    """Return the words of distance in a sentence, outside quote marks: “alleged”, “reportedly”."""
    found, quoted = [], False
    for token in tokens:
        quoted ^= token.kind == "quote"
        if token.low in DISTANCE and not quoted:
            found.append(Span(start=token.start, end=token.end))
    return found


def hedge_in(text: str, hedges: Sequence[Span], draft: Draft) -> str | None:
    """Return the outlet's own word of distance beside the cue or in what it reports, not in what it quotes."""
    first, last = draft.cue[0].start - BESIDE, draft.cue[-1].end + BESIDE
    spans = draft.content if draft.reported else []
    for hedge in hedges:
        if first <= hedge.start <= last or any(span.contains(hedge) for span in spans):
            return hedge.of(text)
    return None
