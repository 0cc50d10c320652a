"""What makes two texts a copy: every threshold of the room, in one place.

>>> CopySettings().share
0.25
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class CopySettings:
    """Thresholds of copy links; the defaults are for news texts of any length."""

    share: float = 0.25
    """A pair that shares this much of the text of either is a copy."""
    words: float = 10.0
    """… if at least this many of the shared content words stand outside quote marks …"""
    doubtful: float = 0.4
    """From this share on, the side with fewer quoted words is believed: in a damaged text a lost mark hides a paragraph."""
    together: float = 10.0
    """… and at least this many of them in one run: lists of names and stock phrases are alike without being copied."""
    many: float = 25.0
    """Where this many words are shared, half as long a run will do: squeezed and badly scanned text breaks runs up."""
    whole: float = 0.5
    """A pair that shares this much needs only half as long a run, and is one family whatever either shares with others."""
    all_of_it: float = 0.8
    """A text of which this much stands in another is a copy of it, in quote marks or not."""
    passage: float = 15.0
    """One run of this many content words outside the quote marks of both (about thirty words) is taken text at any share."""
    passage_share: float = 0.05
    """… but makes two articles one family only if it is this much of either, and makes no link between two articles
    of one outlet, which repeats its own notices and background."""
    notice: float = 0.45
    """Shared words that weigh less than this on average stand in seven articles or more: a notice."""
    quoted: float = 0.4
    """Where no more than this much of what two articles share stands outside quote marks, they share a quotation."""
    listed: float = 0.88
    """Shared words of which this many are content words (in English prose 49 to 83 in a hundred) …"""
    numbers: float = 0.1
    """… and this many numbers, are a list or table."""
    exact: float = 0.95
    """A list that is all of both articles is a copy only if this many of its words are the same."""
    margin: float = 1.5
    """How much the evidence for one direction must outweigh the other."""
