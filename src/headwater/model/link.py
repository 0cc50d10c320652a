"""Tier 3, judgements: links between two records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Span

LinkKind = Literal["copies", "same_story", "same_actor", "supports", "contradicts"]
Verdict = Literal["yes", "no", "unsure"]
SharedKind = Literal["text", "quotation", "notice", "list"]
"""What two articles have in common: text that one took over; words that both quote (a statement, a press release); a
notice or stock passage that many articles carry; a list or table of facts (results, names, times)."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Passage:
    """The same text on both sides of a copy."""

    copy: Span
    """Into the text of `Link.a`."""
    original: Span
    """Into the text of `Link.b`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A judgement about two records. For `copies` it is directed: `a` takes text from `b`."""

    kind: LinkKind
    a: str
    b: str
    verdict: Verdict
    score: float
    by: str
    share: float = 0.0
    """For `copies`: how much of `a`'s text stands in `b`, 0 to 1."""
    passages: tuple[Passage, ...] = ()
    directed: bool = True
    """For `copies`: False where nothing shows who took from whom."""
    shared: SharedKind = "text"
    """For `copies`: the verdict is `no` where it is a quotation or a notice: shared words, but no copy."""
    joins: bool = True
    """For `copies`: whether it makes the two one family; False where `a` takes parts from several and more from another."""
    reason: str = ""
    """What decided it, in a few words."""
