"""What a cue verb is doing at its place in a sentence: finite, taking part, infinitive, passive, negated.

>>> from headwater.statements.cues import verbs
>>> from headwater.statements.sentence import sentence_of
>>> group = group_at(sentence_of("Ruiz has not yet said whether it rained.").tokens, 4, verbs("said")[0])
>>> group.first, group.negated, group.shape
(1, True, 'finite')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.statements import words
from headwater.statements.cues import Cue
from headwater.statements.tokens import Token

Shape = Literal["finite", "participle", "infinitive", "passive"]

PLURAL = frozenset(
    "they we you i people police who that which some many others most both all republicans democrats media".split()
)
NOUN_BEFORE = words.DETERMINERS | words.PREPOSITIONS | frozenset({"and", "or"})
ARTICLES = frozenset("the a an this these those his its their my our your".split())
ADJECTIVE = ("ive", "ous", "ful", "less", "able", "ible", "ic")


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries and adverbs."""

    first: int
    """First token of the group."""
    last: int
    """First token after the verb and its particles."""
    shape: Shape
    negated: bool
    modal: bool


def group_at(tokens: Sequence[Token], at: int, cue: Cue) -> Group | None:
    """Return the verb group around token `at`, None where the word is a noun or an adjective there."""
    last = _past_particles(tokens, at + 1, cue.particles)
    if last is None:
        return None
    first = _group_start(tokens, at)
    helpers = {token.low for token in tokens[first:at]}
    negated = bool(helpers & words.NEGATIONS)
    modal = bool(helpers & words.MODALS)
    shape = _shape(tokens, first, at, cue, helpers)
    return None if shape is None else Group(first, last, shape, negated, modal)


def _past_particles(tokens: Sequence[Token], start: int, particles: tuple[str, ...]) -> int | None:
    """Return where the particles end; a time may stand before the last: “pushed back on Friday against”."""
    if not particles:
        return start
    at = start
    for particle in particles:
        if at > start and at < len(tokens) and tokens[at].low == "on" and particle != "on":
            at += 1
        while at > start and at < len(tokens) and words.is_temporal(tokens[at].low):
            at += 1
        if at >= len(tokens) or tokens[at].low != particle:
            return None
        at += 1
    return at


def _group_start(tokens: Sequence[Token], at: int) -> int:
    first = at
    while first > 0 and (tokens[first - 1].low in words.AUXILIARIES or words.is_adverb(tokens[first - 1].low)):
        if tokens[first - 1].low in {"so", "all", "both"} or (
            first - 1 == 0 and tokens[0].capital and words.is_adverb(tokens[0].low)
        ):
            break
        first -= 1
    while first < at and words.is_adverb(tokens[first].low) and first > 0 and tokens[first - 1].low in {",", "to"}:
        first += 1
    return first


def _shape(tokens: Sequence[Token], first: int, at: int, cue: Cue, helpers: set[str]) -> Shape | None:
    before = tokens[first - 1].low if first else ""
    if "ing" in cue.inflections:
        return "finite" if helpers & words.BE else "participle"
    if "base" in cue.inflections and before == "to":
        return "infinitive"
    if "participle" in cue.inflections and helpers & words.BE:
        return "passive"
    if cue.inflections == {"participle"} and not helpers & {"has", "have", "had", "having"}:
        return None
    if "past" in cue.inflections or ("participle" in cue.inflections and helpers & {"has", "have", "had", "having"}):
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        return None if (after == "by" or before in ARTICLES) and not helpers & words.AUXILIARIES else "finite"
    if helpers & words.AUXILIARIES:
        return "finite" if "base" in cue.inflections else None
    return "finite" if _agrees(tokens, first, cue) else None


def _agrees(tokens: Sequence[Token], first: int, cue: Cue) -> bool:
    """A present form that may be a noun: “claims”, “report”; the word before it decides."""
    if first == 0:
        return False
    token = tokens[first - 1]
    before = token.low
    if token.kind == "speech" or before in {",", ")"}:
        return True
    if token.kind == "mark" or (before in NOUN_BEFORE and before not in PLURAL) or before.endswith(("'s", "s'")):
        return False
    if "s" in cue.inflections:
        return before not in PLURAL - {"who", "that", "which", "police"} and not (
            not token.capital and before.endswith(ADJECTIVE)
        )
    return (
        before in PLURAL
        or (before.endswith("s") and not before.endswith("ss") and not token.capital)
        or (token.capital and before.endswith("s"))
    )
