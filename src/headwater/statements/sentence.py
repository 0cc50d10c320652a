"""One sentence while its cues are read: its tokens, the quotations already taken, the drafts so far.

>>> sentence = sentence_of("It rained, she said.")
>>> sentence.low(2), sentence.kind(2), sentence.end, sentence.has_verb(0)
(',', 'mark', 5, True)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.model import Span
from headwater.statements import words
from headwater.statements.clauses import sentence_end
from headwater.statements.cues import verbs
from headwater.statements.drafts import Draft, span_of
from headwater.statements.tokens import Kind, Token, read_paragraph
from headwater.text.quotes import find_quotes


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence, seen by place; places outside it read as empty."""

    text: str
    tokens: Sequence[Token]
    opening: bool
    """It opens its paragraph."""
    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    """Starts of the quotations that a draft has taken."""
    end: int = field(init=False)
    """The place of the final punctuation."""

    def __post_init__(self) -> None:
        self.end = sentence_end(self.tokens)

    def low(self, at: int) -> str:
        """Return the word at a place, see `Token.low`."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> Kind | None:
        """Return what stands at a place."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` up to, not including, token `last`."""
        return span_of(self.tokens, first, last)

    def has_verb(self, place: int, end: int | None = None) -> bool:
        """Say whether a finite verb seems to stand from `place` on."""
        for token in self.tokens[place : min(end or self.end, place + 25)]:
            low = token.low
            if (
                low in words.AUXILIARIES
                or low.endswith(("n't", "'d", "'ll", "'ve", "'re", "'m"))
                or low in {"he's", "she's", "it's", "that's", "there's"}
            ):
                return True
            if (
                token.kind == "word"
                and not token.capital
                and (low.endswith("ed") or (verbs(low) and not low.endswith("ing")))
            ):
                return True
        return self.low(place) in words.PERSONAL


def sentence_of(text: str) -> Sentence:
    """Return the first sentence of a text; for examples and headlines."""
    paragraph = read_paragraph(text, Span(start=0, end=len(text)), find_quotes(text))
    return Sentence(text, paragraph.sentences[0], opening=True)
