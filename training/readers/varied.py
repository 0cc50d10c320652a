"""A text and its spans → the same with other quote marks: what the corpus has too little of."""

from __future__ import annotations

import random
import re

MARK = re.compile(r"[“”‘’\"]|''|``")
STYLES: tuple[tuple[float, dict[str, str]], ...] = (
    (0.45, {}),
    (0.75, {"“": '"', "”": '"', "‘": "'", "’": "'"}),
    (0.85, {"“": "‘", "”": "’", "‘": "“", "'": "’"}),
    (0.93, {"“": "«", "”": "»"}),
    (1.00, {"“": "„", "”": "“"}),
)


def varied(text: str, chance: random.Random) -> str:
    """Return the text with its quote marks in one of several styles; every offset stays what it was."""
    draw = chance.random()
    style = next(marks for limit, marks in STYLES if draw <= limit)
    return MARK.sub(lambda mark: style.get(mark.group(), mark.group()), text) if style else text
