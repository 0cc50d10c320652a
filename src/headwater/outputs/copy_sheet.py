"""What is shown of origins and copies: the tree of an origin, borrowed passages, words that two articles share.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> origin = lay_out(sample_brief())[0].origins[0]
>>> [(line.depth, line.tie, line.source) for line in origin.lines]
[(0, None, None), (1, 'takes', 'The Daily Tern')]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model import CreditKind, SharedKind
from headwater.outputs.cite import Cite

Tie = Literal["takes", "undecided", "beside"]
"""Takes text from another; shares it, and nothing shows who took it; has the same text from the same supplier."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditLine:
    """The words in which an article credits one supplier in one way."""

    agency: str
    kind: CreditKind
    words: str
    """The first of them."""
    cites: tuple[Cite, ...]
    """All of them; empty where they stand outside the text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Twin:
    """A shared passage as it stands on both sides."""

    copy: Cite
    original: Cite


@dataclass(frozen=True, kw_only=True, slots=True)
class RestLine:
    """Passages of an article that rest on an origin other than the article's own."""

    cite: Cite
    """The article with all of the passages."""
    passages: tuple[Cite, ...]
    """One by one."""
    origin: str
    """The name of the origin that they rest on."""
    words: bool
    """The origin is words that articles share, of no known source."""
    share: float
    reason: str
    pair: str | None
    """The name of the article beside the one that has the same passages, in the web page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyLine:
    """One article in the tree of its origin."""

    depth: int
    cite: Cite
    """The whole article: no spans, its title as the quote."""
    published: str | None
    tie: Tie | None
    """How it is tied to `source`; None at the head of the tree."""
    source: str | None
    """The outlet that it shares text with, in a tree the one above it, in words that tell it from the article's own."""
    share: float
    reason: str
    """What decided the tie."""
    twins: tuple[Twin, ...]
    """What is shared, in the order of the copy."""
    pair: str | None
    """The name of the two articles side by side in the web page."""
    credits: tuple[CreditLine, ...]
    rests: tuple[RestLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OriginSheet:
    """One origin with the articles that go back to it."""

    name: str
    agency: bool
    """The origin is an agency and not an outlet."""
    undecided: bool
    words: bool
    """The origin is words that articles share, of no known source."""
    reason: str
    lines: tuple[CopyLine, ...]
    borrowed: tuple[RestLine, ...]
    """Passages of other articles that rest on it."""

    @property
    def alone(self) -> bool:
        """Whether it is one article under its own outlet's name, so that a line of its own would say nothing more."""
        return len(self.lines) == 1 and self.lines[0].cite.outlet == self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedText:
    """Two articles that share text without one being shown to copy the other."""

    a: Cite
    b: Cite
    tie: Tie | None
    """None where it is no copy: words that both carry."""
    agency: str | None
    """From whom both have it, where they are tied `beside` each other."""
    shared: SharedKind
    share: float
    reason: str
    twins: tuple[Twin, ...]
    pair: str
    """The name of the two articles side by side in the web page."""
