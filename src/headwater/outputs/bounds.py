"""How much of each kind of line is shown on a terminal; what is left is counted, and `--full` lifts every bound.

>>> Bounds().points, Bounds.lifted().points > 10**6
(8, True)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

_ALL = 10**9


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """How many of each are shown."""

    stories: int = 10
    points: int = 8
    single: int = 5
    answers: int = 6
    wordings: int = 2
    """Different sentences under one answer."""
    outlets: int = 3
    """Outlets that have a sentence in the same way."""
    omitting: int = 30
    """Outlets that leave something out …"""
    left_out: int = 3
    """… and points that one of them leaves out."""
    said: int = 2
    speakers: int = 8
    names: int = 8
    events: int = 8
    articles: int = 40
    quote: int = 160
    full: bool = False

    @classmethod
    def lifted(cls) -> Self:
        """Return bounds that hold nothing back."""
        return cls(
            stories=_ALL, points=_ALL, single=_ALL, answers=_ALL, wordings=_ALL, outlets=_ALL, omitting=_ALL, left_out=_ALL, said=_ALL,
            speakers=_ALL, names=_ALL, events=_ALL, articles=_ALL, quote=_ALL, full=True,
        )  # fmt: skip
