"""“Both men”, “the two ministers”, “the pair” → the two people, where exactly two can be meant.

>>> pair_of("Both women", (), {"Ana Ruiz": "she", "Ida Orr": "she", "Bo Lund": "he"}, lambda one: ())
('Ana Ruiz', 'Ida Orr')
>>> pair_of("the two ministers", (), {}, lambda one: ("Ana Ruiz", "Bo Lund") if one == "the minister" else ())
('Ana Ruiz', 'Bo Lund')
>>> pair_of("both ministers", (), {}, lambda one: ("Ana Ruiz",)), pair_of("the ministry", (), {}, lambda one: ())
((), None)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from headwater.statements import words
from headwater.statements.given_names import Gender

TWO = re.compile(
    r"(?:both|(?:both\s(?:of\s)?)?(?:the|these|those)\stwo)(?:\s(?:\w+\s){0,2}?(\w+))?|the\s(pair|duo|couple)",
    re.IGNORECASE,
)
SEXES: dict[str, Gender] = {"men": "he", "women": "she"}


def pair_of(
    phrase: str,
    together: Sequence[str],
    near: Mapping[str, Gender | None],
    called: Callable[[str], tuple[str, ...]],
) -> tuple[str, ...] | None:
    """Return the two people whom a phrase means: none where more or fewer could be meant, None where it means no two people.

    `together` spoke last as one, `near` are the people named nearby, `called` gives who bears a description.
    """
    match = TWO.fullmatch(" ".join(phrase.split()))
    if match is None:
        return None
    noun = (match.group(1) or match.group(2) or "").lower()
    one = {"men": "man", "women": "woman"}.get(noun, noun.removesuffix("s"))
    if noun and one not in words.PERSON_NOUNS and noun not in {"pair", "duo", "couple", "sides"}:
        return None
    if noun in SEXES:
        if any(gender is None for gender in near.values()) and len(near) != 2:
            return ()
        fitting = tuple(name for name, gender in near.items() if gender in {SEXES[noun], None})
        return _two(together) or _two(fitting)
    if one in words.PERSON_NOUNS:
        return _two(called(f"the {one}")) or _two(together)
    return _two(together) if noun != "sides" else None


def _two(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names) if len(names) == 2 else ()
