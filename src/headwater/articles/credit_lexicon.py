"""The data file of cues → look-ups: which words beside a name make it a credit, and of what kind.

>>> cues().after["according", "to"], cues().before["reported",]
(('cited', 'anywhere'), ('cited', False))
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from headwater.articles.agencies import UNSPACED, WORD
from headwater.model import CreditKind

Words = tuple[str, ...]
Used = Literal["anywhere", "opening", "story", "story, else cited"]
"""Where a cue counts: anywhere; where it opens a line, sentence or bracket; where the words before it speak of the text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """Verbs of saying, and what stands between them and the name of who was told."""

    verbs: frozenset[str]
    to: frozenset[str]
    """The words for “to”; empty in languages that need none."""
    endings: frozenset[str]
    """Endings of the name that stand for “to”, instead."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """Cues that stand right beside a name, in scripts without spaces; empty where nothing is asked for."""

    kind: CreditKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    far: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """A cue that shows alone that the name beside it is a supplier's."""

    words: frozenset[str]
    cue: str
    kind: CreditKind
    used: Used


@dataclass(frozen=True, kw_only=True, slots=True)
class Cues:
    """The lexicon of `credits.toml`; cues are keyed by their words in lower case."""

    after: Mapping[Words, tuple[CreditKind, Used]]
    before: Mapping[Words, tuple[CreditKind, bool]]
    """With whether names that are ordinary words count, too."""
    telling: Mapping[str, tuple[Telling, ...]]
    """By their longest word; by "" those of scripts without spaces."""
    contributing: Mapping[str, tuple[Telling, ...]]
    """The same, with the name before them."""
    spoken: tuple[Spoken, ...]
    framed: Mapping[str, frozenset[str]]
    """Opener → verbs, one of which must follow the name in its clause."""
    beside: tuple[Beside, ...]
    compounds: Mapping[str, CreditKind]
    """What a word joined to a name by a hyphen makes of it."""
    fillers: frozenset[str]
    nouns: frozenset[str]
    """Words that say that a name beside them is an agency's."""
    described_before: tuple[Words, ...]
    """Phrases right before a name that make it an agency's even where no registry knows it."""
    described_quoted: tuple[Words, ...]
    """The same, where the name stands in quote marks."""
    described_after: tuple[Words, ...]
    press: frozenset[str]
    """Last words of the names of papers and stations."""
    press_first: frozenset[str]
    """First words of such names."""
    press_named: frozenset[str]
    """Last words, where “the” must stand before the name."""


@cache
def cues() -> Cues:
    """Return the lexicon; read once.

    >>> "news" in cues().fillers
    True
    """
    raw = tomllib.loads(files("headwater.articles").joinpath("credits.toml").read_text(encoding="utf-8"))
    after: dict[Words, tuple[CreditKind, Used]] = {}
    before: dict[Words, tuple[CreditKind, bool]] = {}
    alone: defaultdict[str, list[Telling]] = defaultdict(list)
    for group in raw["group"]:
        used: Used = group.get("where_used", "anywhere")
        for cue in group["cues"]:
            key = words_of(cue)
            if group["where"] == "after":
                after.setdefault(key, (group["kind"], used))
            else:
                before.setdefault(key, (group["kind"], group.get("common", False)))
            if group["unknown"]:
                alone[group["where"]].append(
                    Telling(words=frozenset(key), cue=cue.lower(), kind=group["kind"], used=used)
                )
    return Cues(
        after=after,
        before=before,
        telling=_by_longest(alone["after"]),
        contributing=_by_longest(alone["before"]),
        spoken=tuple(
            Spoken(verbs=_set(row["verbs"]), to=_set(row.get("to", "")), endings=_set(row.get("endings", "")))
            for row in raw["spoken"]
        ),
        framed={row["opener"]: _set(row["verbs"]) for row in raw["framed"]},
        beside=tuple(
            Beside(
                kind=row["kind"],
                before=tuple(row.get("before", [""])),
                after=tuple(row.get("after", [""])),
                far=tuple(row.get("far", ())),
            )
            for row in raw["beside"]
        ),
        compounds=raw["compounds"],
        fillers=_set(raw["fillers"]) | _set(raw["agency_nouns"]),
        nouns=_set(raw["agency_nouns"]),
        described_before=_phrases(raw["news_agency_before"]),
        described_quoted=_phrases(raw["news_agency_quoted"]),
        described_after=_phrases(raw["news_agency_after"]),
        press=_set(raw["press"]),
        press_first=_set(raw["press_first"]),
        press_named=_set(raw["press_named_only"]),
    )


def _by_longest(found: Iterable[Telling]) -> dict[str, tuple[Telling, ...]]:
    table: defaultdict[str, list[Telling]] = defaultdict(list)
    for each in found:
        key = "" if UNSPACED.search(each.cue) else max(sorted(each.words), key=len)
        table[key].append(each)
    return {key: tuple(rows) for key, rows in table.items()}


def words_of(phrase: str) -> Words:
    """Return the words of a phrase in lower case.

    >>> words_of("Reports, citing")
    ('reports', 'citing')
    """
    return tuple(WORD.findall(phrase.lower()))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(joined: str) -> tuple[Words, ...]:
    return tuple(found for found in _unique(words_of(phrase) for phrase in joined.split("|")) if found)


def _unique(found: Iterable[Words]) -> Iterable[Words]:
    return dict.fromkeys(found)
