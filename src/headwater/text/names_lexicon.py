"""The word lists behind names: states with their capitals and peoples, cues, ordinary words.

Nothing enters; lookups leave. Keys are folded with `name_key`, so case, dots and a leading article make no difference.

>>> lexicon().governments["kremlin"]
('Russia',)
>>> lexicon().kinds["buenos aires"]
'place'
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

Known = Literal["state", "seat", "place", "group", "adjective"]
"""A state or alliance; a place that stands for a government; another place; a group; a people or its adjective."""

HERE = Path(__file__).parent
GROUPS_AMONG_PLACES = frozenset(
    {"kremlin", "white house", "downing street", "whitehall", "elysee palace", "élysée palace"}
    | {"european union", "eu", "nato", "north atlantic treaty organization", "african union", "au"}
)
"""Seats that news never means as a place on the map, and alliances."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Every list, folded; phrases are keyed by their first word so that the longest match is found in one look."""

    known: dict[str, Known]
    kinds: dict[str, Literal["place", "group"]]
    governments: dict[str, tuple[str, ...]]
    """Which states a name may stand for: their own names and those of their seats."""
    states: dict[str, str]
    """A state's own names (“uk”, “britain”) → its usual name."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """First word → whole phrases, longest first."""
    acronyms: frozenset[str]
    """Known names that count only in capitals (“US”, never “us”)."""
    cues: dict[str, frozenset[str]]
    ordinary: frozenset[str]
    """Words that news writes mostly in lower case."""

    def has(self, cue: str, word: str) -> bool:
        """Say whether a folded word is on a list of cues."""
        return word in self.cues[cue]


@lru_cache(maxsize=1 << 18)
def name_key(name: str) -> str:
    """Return a name in lower case, white space made single, without dots and without a leading article.

    >>> name_key("the  U.S. Congress")
    'us congress'
    """
    words = name.casefold().replace(".", "").replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def lexicon() -> Lexicon:
    """Return the lists, read once a process."""
    raw = tomllib.loads((HERE / "names_cues.toml").read_text(encoding="utf-8"))
    known: dict[str, Known] = {}
    governments: dict[str, list[str]] = defaultdict(list)
    states: dict[str, str] = {}
    acronyms = {name_key(word) for word in raw["acronyms"].split()}
    for word in (*raw["known_groups"].split(), *acronyms):
        known[name_key(word)] = "group"
    for phrase in _phrases(raw.pop("known_phrases")):
        known[phrase] = "group"
    for phrase in _phrases(raw.pop("cities")):
        known[phrase] = "place"
    for word in raw["adjectives"].split():
        known[word] = "adjective"
    for names, people, seats in _states():
        acronyms |= {name_key(name) for name in names[1:] if name.isupper()}
        for name in names:
            states[name_key(name)] = names[0]
            known[name_key(name)] = "state"
        for name in people:
            known.setdefault(name_key(name), "adjective")
        for name in seats:
            known.setdefault(name_key(name), "seat")
        for name in dict.fromkeys(name_key(name) for name in (*names, *seats)):
            governments[name].append(names[0])
    cues = {name: frozenset(name_key(word) for word in words.split()) for name, words in raw.items()}
    ordinary = frozenset((HERE / "names_ordinary.txt").read_text(encoding="utf-8").split())
    return Lexicon(
        known=known,
        kinds={name: _kind(name, kind) for name, kind in known.items() if kind != "adjective"},
        governments={name: tuple(owners) for name, owners in governments.items()},
        states=states,
        phrases=_by_first_word(known),
        acronyms=frozenset(acronyms),
        cues=cues,
        ordinary=ordinary | cues["ordinary_starts"],
    )


def _states() -> list[tuple[list[str], list[str], list[str]]]:
    rows = []
    for line in (HERE / "names_places.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, others, people, seats = (
                [part.strip() for part in column.split(",") if part.strip()] for column in line.split("|")
            )
            rows.append((name + others, people, seats))
    return rows


def _kind(name: str, known: Known) -> Literal["place", "group"]:
    return "group" if known == "group" or name in GROUPS_AMONG_PLACES else "place"


def _phrases(text: str) -> list[str]:
    return [name_key(phrase) for phrase in text.split(";") if phrase.strip()]


def _by_first_word(known: dict[str, Known]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in known:
        words = tuple(name.split())
        found[words[0]].append(words)
    return {first: tuple(sorted(phrases, key=lambda words: (-len(words), words))) for first, phrases in found.items()}
