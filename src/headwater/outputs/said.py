"""Who stands behind some words, and the same words from many articles put together, so that nothing is said twice.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> nine = lay_out(sample_brief())[0].points[0].answers[0]
>>> [(chain.who, [cite.outlet for cite in chain.cites]) for wording in wordings(nine.said) for chain in wording.chains]
[('Ana Ruz', ['The Daily Tern'])]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from headwater.model import Form, Stance
from headwater.outputs.cite import Cite

SpeakerKind = Literal["named", "unnamed", "abstained", "own voice"]
"""Resolved to a name; left unnamed by the outlet; not resolved; the outlet itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Who stands behind some words: the speaker, then everyone it passed through, then the outlet (in `cite`)."""

    who: str | None
    kind: SpeakerKind
    via: tuple[str, ...]
    """Those who reported it on the way to the outlet, nearest to the speaker first; the supplier of the text last."""
    stance: Stance | None
    form: Form
    hedge: str | None
    cue: str
    cite: Cite


@dataclass(frozen=True, kw_only=True, slots=True)
class Chain:
    """One way by which the same words came to one outlet or several."""

    who: str | None
    kind: SpeakerKind
    via: tuple[str, ...]
    stance: Stance | None
    hedge: str | None
    cites: tuple[Cite, ...]
    """One an article, in the order of the story."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """The same words in the same sentence, wherever they stand."""

    cite: Cite
    """The first place."""
    chains: tuple[Chain, ...]

    def is_all(self, value: str) -> bool:
        """Say whether an answer's value is just this sentence, so that showing both would say it twice."""
        return self.cite.sentence.strip() == value.strip()


def wordings(said: Iterable[Said]) -> tuple[Wording, ...]:
    """Group evidence by its sentence, and each sentence's articles by the way that the words came to them."""
    groups: dict[tuple[str, str, str], dict[tuple[object, ...], list[Said]]] = {}
    for each in said:
        cite = each.cite
        ways = groups.setdefault((cite.before, cite.quote, cite.after), {})
        ways.setdefault((each.who, each.kind, each.via, each.stance, each.hedge), []).append(each)
    return tuple(
        Wording(cite=next(iter(ways.values()))[0].cite, chains=tuple(_chain(same) for same in ways.values()))
        for ways in groups.values()
    )


def _chain(same: list[Said]) -> Chain:
    first = same[0]
    return Chain(
        who=first.who,
        kind=first.kind,
        via=first.via,
        stance=first.stance,
        hedge=first.hedge,
        cites=tuple(each.cite for each in same),
    )
