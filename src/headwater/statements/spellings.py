"""How an article spells its people → the fullest name of each, and who bears a lone family name that two people share.

>>> spellings = read_spellings([(0, "Ana Ruiz"), (20, "Ruiz"), (40, "Ida Ruiz"), (60, "Ruiz"), (80, "Bo “Hook” Lund"), (99, "Bo")])
>>> [spellings.full(name) for name in ("Ruiz", "Lund", "Bo Lund", "Hook", "Bo")]
['Ana Ruiz', 'Bo “Hook” Lund', 'Bo “Hook” Lund', 'Bo “Hook” Lund', 'Bo “Hook” Lund']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

NICKNAME = re.compile(r"\s[“\"‘'«]([^“”\"‘«»\n]{1,30})[”\"’'»](?=\s)")


LONGEST_END = 6
"""Words of a name that may stand for the whole."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """Every spelling with the people whom it can mean."""

    _full: Mapping[str, str]
    _bearers: Mapping[str, tuple[str, ...]]

    def full(self, name: str) -> str | None:
        """Return the fullest name of the only person spelt like this."""
        return self._full.get(name)

    def bearers(self, name: str) -> tuple[str, ...]:
        """Return everybody who may be spelt like this, in order of name."""
        return self._bearers.get(name, ())


def read_spellings(
    named: Sequence[tuple[int, str]], quoted: Collection[int] = (), apart: Collection[str] = ()
) -> Spellings:
    """Return who is meant by each spelling of the people named, given where each name stands.

    A last name stands for the only full name that ends in it, a first name or nickname for the only one that has it. A
    last name that several people share is its first bearer's, if the article used it alone before it named the others.
    A name that stands only in other people's words (`quoted` places: “Crooked Ana Ruiz”) is nobody's fullest name if the
    article itself knows them by a shorter one; a name that stands `apart` (“President Ruiz” before “Ida Ruiz” is named)
    is a person of its own.
    """
    inside = frozenset(quoted)
    own = {name for at, name in named if at not in inside}
    renamed = {name: _shorter(name, own) for _, name in named if name not in own}
    named = [(at, renamed.get(name, name)) for at, name in named]
    first: dict[str, int] = {}
    for at, name in sorted(named):
        first.setdefault(name, at)
    ends, begins = _longer(first)
    alone: dict[str, list[int]] = {}
    for at, name in sorted(named):
        alone.setdefault(name, []).append(at)
    full: dict[str, str] = {}
    bearers: dict[str, tuple[str, ...]] = {}
    introduced: dict[str, int] = {}
    for name in sorted(first.keys() | ends.keys() | begins.keys(), key=lambda name: (-len(name.split()), name)):
        longer = set() if name in apart else ends.get(name) or begins.get(name, set())
        candidates = {full.get(other, other) for other in longer} - {name}
        bearers[name] = tuple(sorted(candidates)) or ((name,) if name in first else ())
        owner = bearers[name][0] if len(bearers[name]) == 1 else _owner(candidates, introduced, alone.get(name, []))
        if owner is not None:
            full[name] = owner
            if " " in name and name in first:
                introduced[owner] = min(first[name], introduced.get(owner, first[name]))
    full.update({name: full[shorter] for name, shorter in renamed.items() if shorter in full})
    return Spellings(full, bearers)


def _shorter(name: str, own: Collection[str]) -> str:
    """The longest end of a name, of two words or more, that the article uses itself; the name where there is none."""
    parts = name.split()
    ends = (" ".join(parts[at:]) for at in range(max(1, len(parts) - LONGEST_END), len(parts) - 1))
    return next((end for end in ends if end in own), name)


def _longer(names: Mapping[str, int]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Which names each shorter spelling can stand for: by its end or a nickname, and by its beginning."""
    ends: dict[str, set[str]] = {}
    begins: dict[str, set[str]] = {}
    for name in names:
        plain = NICKNAME.sub("", name)
        parts = plain.split()
        for spelling in (*_ends(parts), *([plain] if plain != name else []), *_nicknames(name)):
            ends.setdefault(spelling, set()).add(name)
        if len(parts) > 1:
            begins.setdefault(parts[0], set()).add(name)
    return ends, begins


def _ends(parts: Sequence[str]) -> Iterator[str]:
    for at in range(max(1, len(parts) - LONGEST_END), len(parts)):
        yield " ".join(parts[at:])
    if len(parts) > 2:
        yield f"{parts[0]} {parts[-1]}"


def _nicknames(name: str) -> Iterator[str]:
    match = NICKNAME.search(name)
    if match:
        yield match.group(1)
        yield f"{match.group(1)} {name.rsplit(maxsplit=1)[-1]}"
        if match.group(1).startswith("The "):
            yield match.group(1).removeprefix("The ")


def _owner(candidates: set[str], introduced: Mapping[str, int], alone: Sequence[int]) -> str | None:
    """The article's first bearer of a shared last name, if the name stood alone before the second was named."""
    order = sorted((introduced[each], each) for each in candidates if each in introduced)
    if len(order) < 2:
        return None
    (known, owner), (second, _) = order[:2]
    at = bisect_right(alone, known)
    return owner if at < len(alone) and alone[at] < second else None
