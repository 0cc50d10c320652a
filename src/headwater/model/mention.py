"""Tier 2, readings: spans that name something, and the actors behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Span

ActorKind = Literal["person", "group", "place", "other"]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Mention:
    """A span of an article's text that names a person, group or place."""

    article: str
    span: Span
    name: str
    """The characters of the span, white space made single."""
    kind: ActorKind
    by: str


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Quantity:
    """A number in the text with its bounds and unit: “at least a dozen” is low=12, high=None."""

    span: Span
    low: float | None
    high: float | None
    unit: str
    """The counted noun or unit in lower-case singular (`person`, `usd`, `percent`); empty where none is named."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class TimeRef:
    """A time in the text resolved against the article's own date: the days that it may mean, first and last."""

    span: Span
    first: str
    """ISO date of the first day."""
    last: str
    """ISO date of the last day, inclusive."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Actor:
    """The person or group behind mentions with different spellings."""

    id: str
    """Digest of the variants."""
    name: str
    """The fullest spelling in the collection's own pages."""
    kind: ActorKind
    variants: tuple[str, ...]
    """Every spelling found, `name` included, in order."""
    mentions: tuple[Mention, ...]
