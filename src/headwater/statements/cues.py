"""The words that carry an attribution, with the speaker's stance and what may follow them.

A verb form enters; its readings leave. The tables are `cues.tsv` (verbs) and the sets below (nouns, hedges).

>>> [(cue.verb, cue.stance) for cue in verbs("denied")]
[('deny', 'denies')]
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from headwater.model import Stance

Inflection = Literal["base", "s", "past", "participle", "ing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """One verb of the table, in one inflection."""

    verb: str
    inflections: frozenset[Inflection]
    stance: Stance
    frames: frozenset[str]
    """What may follow it, see the head of `cues.tsv`."""
    prepositions: frozenset[str]
    """The prepositions that may lead its content."""
    particles: tuple[str, ...]
    """The words that belong to it, like “out” in “point out”."""


NOUNS: dict[str, Stance] = {
    "accusation": "asserts",
    "acknowledgement": "asserts",
    "acknowledgment": "asserts",
    "admission": "asserts",
    "allegation": "asserts",
    "announcement": "asserts",
    "argument": "asserts",
    "assertion": "asserts",
    "assessment": "asserts",
    "assurance": "promises",
    "belief": "asserts",
    "claim": "asserts",
    "comment": "asserts",
    "complaint": "asserts",
    "concern": "asserts",
    "conclusion": "asserts",
    "confirmation": "asserts",
    "contention": "asserts",
    "criticism": "rejects",
    "decision": "asserts",
    "declaration": "asserts",
    "demand": "demands",
    "denial": "denies",
    "doubt": "doubts",
    "expectation": "asserts",
    "fear": "asserts",
    "hope": "asserts",
    "idea": "asserts",
    "insistence": "asserts",
    "objection": "rejects",
    "opinion": "asserts",
    "pledge": "promises",
    "prediction": "asserts",
    "promise": "promises",
    "proposal": "demands",
    "question": "asks",
    "refusal": "rejects",
    "remark": "asserts",
    "report": "asserts",
    "request": "demands",
    "revelation": "asserts",
    "rumor": "asserts",
    "rumour": "asserts",
    "statement": "asserts",
    "suggestion": "asserts",
    "suspicion": "asserts",
    "testimony": "asserts",
    "threat": "promises",
    "view": "asserts",
    "vow": "promises",
    "warning": "asserts",
}
"""Nouns that hold a statement: “the claim that …”, “a warning of …”."""

DISTANCE = frozenset(
    "reportedly allegedly supposedly purportedly ostensibly apparently alleged supposed purported so-called self-styled "
    "disproven debunked unproven unverified unconfirmed unsubstantiated unfounded discredited rumoured rumored".split()
)
"""Words by which an outlet keeps its distance from what it reports."""


@cache
def _table() -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    lines = (files("headwater.statements") / "cues.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        verb, stance, frames, *irregular = line.split("\t")
        head, *particles = verb.split(" ")
        for form, inflections in _forms(head, irregular[0] if irregular else "").items():
            cue = Cue(
                verb=verb,
                inflections=inflections,
                stance=cast("Stance", stance),
                frames=frozenset(frame for frame in frames.split() if len(frame) == 1),
                prepositions=frozenset(frame for frame in frames.split() if len(frame) > 1),
                particles=tuple(particles),
            )
            found.setdefault(form, []).append(cue)
    return {form: tuple(sorted(cues, key=lambda cue: -len(cue.particles))) for form, cues in found.items()}


def verbs(word: str) -> tuple[Cue, ...]:
    """Return the readings of a lower-case word as a cue verb, most particles first; empty where it is none."""
    return _table().get(word, ())


def _forms(verb: str, irregular: str) -> dict[str, frozenset[Inflection]]:
    past, _, participle = irregular.partition(",")
    past = past or _regular(verb)
    pairs: list[tuple[str, Inflection]] = [
        (verb, "base"),
        (_third(verb), "s"),
        (past, "past"),
        (participle or past, "participle"),
        (_stem(verb, past) + "ing", "ing"),
    ]
    forms: dict[str, set[Inflection]] = {}
    for form, inflection in pairs:
        forms.setdefault(form, set()).add(inflection)
    return {form: frozenset(inflections) for form, inflections in forms.items()}


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


DOUBLED = frozenset({"quip", "plan", "admit", "commit", "slam", "dub", "brag", "swear off"})


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in DOUBLED else verb) + "ed"


def _stem(verb: str, past: str) -> str:
    if verb.endswith("ee"):
        return verb
    if verb.endswith("e"):
        return verb[:-1]
    doubled = verb + verb[-1]
    return doubled if past == doubled + "ed" or verb in {"begin", "put", "forget"} else verb
