"""Given names → “he” or “she”, where they say so wherever they are used.

>>> gender_of("Ana Ruiz"), gender_of("Sven Lund"), gender_of("Robin Orr"), gender_of("Ruiz")
('she', 'he', None, None)
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from anyascii import anyascii

Gender = Literal["he", "she"]
LISTS = Path(__file__).parent / "given_names.txt"
SYLLABLES = re.compile(r"\w+-[a-z]")
"""“Ki-moon”: in such a name the family name stands first."""


def gender_of(name: str) -> Gender | None:
    """Return what the first word of a full name says; None for a lone word, an unknown name or one that both bear."""
    first, _, rest = name.partition(" ")
    if not rest or SYLLABLES.search(rest):
        return None
    return _genders().get(anyascii(first).casefold().partition("-")[0].replace("'", ""))


@cache
def _genders() -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    gender: Gender = "he"
    for line in LISTS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            gender = "he" if line == "# he" else "she"
        else:
            found.update(dict.fromkeys(line.split(), gender))
    return found
