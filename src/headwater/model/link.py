"""Tier 3, judgements: links between two records, and the origins that copy links lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Span

LinkKind = Literal["copies", "same_story", "same_actor", "supports", "contradicts"]
Verdict = Literal["yes", "no", "unsure"]


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
    reason: str = ""
    """What decided it, in a few words."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Origin:
    """The article or agency at the head of a family of copies: one origin is one voice."""

    id: str
    """Digest of the family."""
    name: str
    """The agency's or outlet's name; the head article's title where neither is known."""
    agency: str | None
    """The agency behind the family, where credits name one."""
    head: str | None
    """Id of the article that the others were taken from; None where it is not in the collection or undecided."""
    articles: tuple[str, ...]
    """Ids of the family's articles, in order."""
    reason: str
    """What shows it: the credit, the copied share, or why it stays undecided."""
