"""An article's names → who its people are: full names, what they are called, and hints of gender.

>>> people = find_people("Mayor Ana Ruiz spoke. Ms. Ruiz left.")
>>> people.full("Ruiz"), people.gender("Ana Ruiz"), people.titled("mayor")
('Ana Ruiz', 'she', ('Ana Ruiz',))
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from headwater.model import Span
from headwater.statements import words
from headwater.text.names import find_names

Gender = Literal["he", "she"]
WORD = re.compile(r"\w+(?:[-’'.]\w+)*\.?")
HE = frozenset(
    "mr mr. sir lord king prince spokesman chairman congressman councilman businessman actor father husband brother son uncle sheikh sultan emir pope bishop statesman salesman fireman policeman".split()
)
SHE = frozenset(
    "mrs mrs. ms ms. miss madam dame lady queen princess spokeswoman chairwoman congresswoman councilwoman businesswoman actress mother wife "
    "sister daughter aunt widow stateswoman saleswoman policewoman".split()
)
REACH = 60
"""Characters around a name in which its title stands."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place where a person is named."""

    start: int
    end: int
    name: str
    """The fullest name."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of one article."""

    mentions: tuple[Mentioned, ...]
    """In order of place."""
    starts: tuple[int, ...]
    _full: Mapping[str, str]
    _gender: Mapping[str, Gender]
    _titled: Mapping[str, tuple[str, ...]]
    _groups: frozenset[str]
    _names: frozenset[str]

    def full(self, name: str) -> str | None:
        """Return the fullest name of somebody named like this, None where two people share it or nobody bears it."""
        return self._full.get(name)

    def ambiguous(self, name: str) -> bool:
        """Say whether more than one person of the article is named like this."""
        return name in self._names and name not in self._full

    def group(self, name: str) -> bool:
        """Say whether a capitalised name is a group's or a place's, as far as the article shows."""
        return (
            any(part in self._groups for part in (name, name.partition(" (")[0]))
            or name.rsplit(None, 1)[-1].lower() in words.GROUPS
        )

    def gender(self, name: str) -> Gender | None:
        """Return “he” or “she” where titles or honorifics tell."""
        return self._gender.get(name)

    def titled(self, title: str) -> tuple[str, ...]:
        """Return the people who bear a title, in order of name."""
        return self._titled.get(title, ())

    def shifted(self, offset: int) -> People:
        """Return the people as a string sees them that begins at `offset` of the text."""
        mentions = tuple(
            Mentioned(each.start - offset, each.end - offset, each.name)
            for each in self.mentions
            if each.start >= offset
        )
        return replace(self, mentions=mentions, starts=tuple(each.start for each in mentions))

    def between(self, start: int, end: int) -> Sequence[Mentioned]:
        """Return who is named in a stretch of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_people(text: str) -> People:
    """Return the people whom a text names: the last name stands for the only full name that ends in it."""
    names = find_names(text)
    named = [_bare(text, name.span) for name in names if name.kind == "person" or _titled(name.span.of(text))]
    full = _full_names(Counter(" ".join(name.split()) for _, _, name in named))
    mentions = tuple(
        Mentioned(start, end, known)
        for start, end, name in named
        if (known := full.get(" ".join(name.split()))) is not None
    )
    gender: dict[str, set[Gender]] = {}
    titled: dict[str, set[str]] = {}
    for mention in mentions:
        around = _titles(text, mention)
        for title in around:
            if title in HE | SHE:
                gender.setdefault(mention.name, set()).add("he" if title in HE else "she")
            titled.setdefault(title, set()).add(mention.name)
    return People(
        mentions=mentions,
        starts=tuple(mention.start for mention in mentions),
        _full=full,
        _gender={name: next(iter(found)) for name, found in gender.items() if len(found) == 1},
        _groups=frozenset(name.span.of(text) for name in names if name.kind in {"group", "place"}),
        _names=frozenset(" ".join(name.split()) for _, _, name in named),
        _titled={title: tuple(sorted(found)) for title, found in titled.items()},
    )


def _titled(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return first.lower() in words.TITLES and " " in rest.strip()


def _bare(text: str, span: Span) -> tuple[int, int, str]:
    """A name without a title that only a sentence's beginning makes look like a part of it: “Hydrologist Ida Orr”."""
    _, _, rest = span.of(text).partition(" ")
    start = span.end - len(rest) if _titled(span.of(text)) else span.start
    return start, span.end, text[start : span.end]


def _full_names(counted: Mapping[str, int]) -> dict[str, str]:
    """Every spelling → the fullest one that it can only mean."""
    longer: dict[str, set[str]] = {}
    for name in counted:
        parts = name.split()
        if len(parts) > 1:
            for at in range(1, len(parts)):
                longer.setdefault(" ".join(parts[at:]), set()).add(name)
            longer.setdefault(f"{parts[0]} {parts[-1]}", set()).add(name)
    full: dict[str, str] = {}
    for name in sorted(counted, key=lambda name: (-len(name.split()), name)):
        candidates = {full.get(other, other) for other in longer.get(name, set()) - {name}}
        if len(candidates) > 1:
            continue
        full[name] = candidates.pop() if candidates else name
    return full


def _titles(text: str, mention: Mentioned) -> frozenset[str]:
    """The titles right before a name, or in the apposition right after it."""
    line = text.rfind("\n", 0, mention.start) + 1
    found: list[str] = []
    for word in reversed(WORD.findall(text[max(line, mention.start - REACH) : mention.start])):
        low = word.lower()
        if (
            low not in words.TITLES | words.HONORIFICS | HE | SHE
            and not word[0].isupper()
            and low not in {"and", "former", "of", "for"}
        ):
            break
        if low in {"of", "for"}:
            break
        found.append(low)
    if text.startswith(", ", mention.end):
        after = text[mention.end + 2 : mention.end + 2 + REACH]
        found.extend(_apposition(after))
    return frozenset(low for low in found if low in words.TITLES or low in HE | SHE)


def _apposition(after: str) -> list[str]:
    found = []
    for at, match in enumerate(WORD.finditer(after.partition(",")[0].partition("\n")[0])):
        low = match.group().lower()
        if at > 4 or low in {"of", "for", "said", "who", "and", "told"}:
            break
        found.append(low)
    return found
