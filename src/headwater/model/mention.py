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


QuantityRole = Literal["whole", "part", "more", "former", "change"]
"""What a number is to what is counted: all of it; some of it (“three of the 12 dead”); what comes on top (“12 more”);
what it was before (“rose from 10”); by how much it changed (“rose by 3 percent”)."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Quantity:
    """A number in the text with its bounds and unit: “at least a dozen” is low=12, high=None."""

    span: Span
    low: float | None
    high: float | None
    unit: str
    """The measure of people (`dead`), else the unit or counted noun in lower-case singular (`usd`, `km`, `house`); empty
    where none is named."""
    counted: str = ""
    """Who or what is counted, with its modifiers, in lower-case singular (`coal miner`); empty where none is named."""
    measure: str = ""
    """What is said of the counted (`dead`, `destroyed`, `damage`); empty where no word tells."""
    role: QuantityRole = "whole"
    slack: float = 0.0
    """How far the number meant may lie outside `low` and `high`, because the words are rounded: 0.05e9 for “1.2 billion”."""


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
