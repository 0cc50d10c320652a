"""Words of a cue → the stance that they carry, and what their negation means; English.

Words enter as lower-case strings; the longest phrase that begins at a place leaves. Three tables are asked: `stances.tsv`
(phrases, nouns, adjectives, and what “does not …” means), the verbs of `cues.tsv`, the nouns of `cues`.

>>> reading_at(["has", "ruled", "it", "out"], 1)
Reading(words='rule out', stance='denies', negated='asserts', length=3)
>>> reading_at(["vowed"], 0).stance, reading_at(["rained"], 0)
('promises', None)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from headwater.model import Stance
from headwater.statements.cues import NOUNS, verbs

GAP = 2
"""How many other words may stand inside a phrase: “ruled it out”, “cast new doubt on”."""
DENYING = frozenset({"no", "not", "never"})
"""These part no phrase: “has no doubt”."""
IRREGULAR = {
    "abhorred": "abhor",
    "bade": "bid",
    "came": "come",
    "chosen": "choose",
    "chose": "choose",
    "cut": "cut",
    "drawn": "draw",
    "drew": "draw",
    "dreamt": "dream",
    "fought": "fight",
    "foresaw": "foresee",
    "foreseen": "foresee",
    "gave": "give",
    "given": "give",
    "gone": "go",
    "had": "have",
    "has": "have",
    "held": "hold",
    "is": "be",
    "knew": "know",
    "known": "know",
    "laid": "lay",
    "lashes": "lash",
    "made": "make",
    "meant": "mean",
    "put": "put",
    "retold": "retell",
    "sang": "sing",
    "saw": "see",
    "seen": "see",
    "sent": "send",
    "spoke": "speak",
    "spoken": "speak",
    "stood": "stand",
    "sung": "sing",
    "swung": "swing",
    "taken": "take",
    "thought": "think",
    "told": "tell",
    "took": "take",
    "tore": "tear",
    "torn": "tear",
    "understood": "understand",
    "was": "be",
    "were": "be",
    "went": "go",
    "withdrawn": "withdraw",
    "withdrew": "withdraw",
}
"""Forms of verbs that begin a phrase of `stances.tsv`; the verbs of `cues.tsv` name their own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word or phrase of the tables, found at a place."""

    words: str
    """Its base form."""
    stance: Stance
    negated: Stance | None
    """The stance of “does not …”; None where that reports no statement."""
    length: int
    """How many words it covers, others between included."""


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], Stance, Stance | None]]]:
    """Return the phrases of `stances.tsv` under their first words, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Stance, Stance | None]]] = {}
    for line in (files("headwater.statements") / "stances.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        stance, negated, listed = line.split("\t")
        for phrase in listed.split(", "):
            first, *rest = phrase.split(" ")
            entry = (tuple(rest), cast("Stance", stance), cast("Stance", negated) if negated else None)
            found.setdefault(first, []).append(entry)
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


def base_forms(word: str) -> Iterator[str]:
    """Yield what a lower-case word may be a form of, most likely first: “denies” → “denies”, “deny”, “denie”.

    >>> "deny" in base_forms("denies"), "quip" in base_forms("quipped"), "give" in base_forms("gave")
    (True, True, True)
    """
    if word in IRREGULAR:
        yield IRREGULAR[word]
    yield word
    for ending, others in (("ies", ("y",)), ("ied", ("y",)), ("es", ("e", "")), ("s", ("",)), ("ed", ("e", ""))):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from (word[: -len(ending)] + other for other in others)
            break
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield from (stem, stem + "e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def reading_at(words: Sequence[str], at: int, loose: int | None = None) -> Reading | None:
    """Return what the tables know of the words that begin at a place: the longest phrase, then the single word.

    From place `loose` on nothing may part a phrase.

    >>> reading_at(["cast", "new", "doubt", "on"], 0).stance, reading_at(["cast", "it", "on"], 0, 1)
    ('doubts', Reading(words='cast', stance='asserts', negated=None, length=1))
    """
    loose = len(words) if loose is None else loose
    found = [*_listed(words, at, loose), *_verbs(words, at, loose)]
    if found:
        return max(found, key=lambda reading: reading.words.count(" "))
    return next((_noun(base) for base in _bases(words[at]) if base in NOUNS), None)


@lru_cache(maxsize=1 << 14)
def _bases(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(base_forms(word)))


def _noun(word: str) -> Reading:
    return Reading(word, NOUNS[word], None, 1)


def _listed(words: Sequence[str], at: int, loose: int) -> Iterator[Reading]:
    table = _table()
    for base in _bases(words[at]):
        for rest, stance, negated in table.get(base, ()):
            end = _past(words, at + 1, rest, loose)
            if end is not None:
                yield Reading(" ".join((base, *rest)), stance, negated, end - at)
                break


def _verbs(words: Sequence[str], at: int, loose: int) -> Iterator[Reading]:
    for cue in verbs(words[at]):
        end = _past(words, at + 1, cue.particles, loose)
        if end is not None:
            yield Reading(cue.verb, cue.stance, None, end - at)
            break


def _past(words: Sequence[str], start: int, rest: Sequence[str], loose: int) -> int | None:
    """Return the place after the words of a phrase, None where they do not follow."""
    at = start
    for wanted in rest:
        reach = range(at, max(min(loose, at + GAP + 1), min(len(words), at + 1)))
        place = next((here for here in reach if _is(words[here], wanted)), None)
        if place is None or not DENYING.isdisjoint(words[at:place]):
            return None
        at = place + 1
    return at


def _is(word: str, wanted: str) -> bool:
    return word == wanted or word == wanted + "s"
