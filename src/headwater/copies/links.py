"""Articles → copy links: who takes text from whom, how much, and the passages on both sides.

See `link_copies`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.articles.agencies import usual_name
from headwater.copies.direction import WHOLE
from headwater.copies.families import Bond, Tie, components, find_parents, split_bonds
from headwater.copies.judging import Judged, judge_matches
from headwater.copies.matches import Match, Sides
from headwater.copies.settings import CopySettings
from headwater.model import Article, Link, Passage

METHOD = "copies/2"
DEFAULTS = CopySettings()


def link_copies(articles: Iterable[Article], *, settings: CopySettings = DEFAULTS) -> list[Link]:
    """Return the copy links among some articles, in order of their ids; the order of input makes no difference.

    `a` takes text from `b`; `share` is how much of `a`'s content words stand in `b`. `directed` is False where nothing
    shows who took from whom, and between two articles that both took from a third. The verdict is `unsure` where two
    articles share a passage but each takes more from elsewhere, or where the passage is a small part of both; it is
    `no` where what they share is a quotation or a notice (`shared` says which): the passages are there, a copy is not.

    Candidates come from sampled shingles (Manber 1994), so that cost grows with the articles.

    >>> link_copies([])
    []
    """
    ordered = sorted(
        {article.id: article for article in articles}.values(), key=lambda one: (one.published or "~", one.id)
    )
    agencies = frozenset(place for place, article in enumerate(ordered) if usual_name(article.outlet or ""))
    sides = Sides([article.text for article in ordered], always=agencies)
    judged = judge_matches(sides, ordered, settings)
    families = _families(judged, len(ordered), settings)
    return sorted((_link(each, families, ordered) for each in judged), key=lambda link: (link.a, link.b))


@dataclass(frozen=True, kw_only=True, slots=True)
class Families:
    """What links articles, by their places in the order of input, and who took text from whom."""

    ties: Mapping[tuple[int, int], Tie]
    taken: frozenset[tuple[int, int]]
    """Pairs of a copy and what it was taken from."""
    copies: frozenset[int]
    """The articles that took text from others."""
    apart: frozenset[tuple[int, int]]
    """Ties that do not make one family: one of the two takes more from elsewhere."""


def _families(judged: Iterable[Judged], count: int, settings: CopySettings) -> Families:
    ties: dict[tuple[int, int], Tie] = {}
    bonds: list[Bond] = []
    for each in judged:
        if each.verdict == "yes":
            match = each.match
            tie = Tie(
                a=match.a,
                b=match.b,
                shared=match.words,
                whole=max(match.share_a, match.share_b) >= WHOLE,
                clues=each.clues,
                barred=each.barred,
            )
            ties[match.a, match.b] = tie
            bonds.append(_bond(match, tie, settings))
    joining, apart = split_bonds(bonds)
    taken = {(bond.taker, bond.a + bond.b - bond.taker) for bond in apart if bond.taker is not None}
    taken |= _taken_within(joining, ties, count, settings)
    return Families(
        ties=ties,
        taken=frozenset(taken),
        copies=frozenset(copy for copy, _ in taken),
        apart=frozenset((bond.a, bond.b) for bond in apart),
    )


def _bond(match: Match, tie: Tie, settings: CopySettings) -> Bond:
    takes_a = tie.points >= settings.margin and match.share_a < WHOLE
    takes_b = -tie.points >= settings.margin and match.share_b < WHOLE
    edges = np.flatnonzero(np.diff(match.covers(match.b if takes_b else match.a), prepend=False, append=False))
    return Bond(
        a=match.a,
        b=match.b,
        words=match.words,
        taker=match.a if takes_a else match.b if takes_b else None,
        runs=tuple(zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True)),
    )


def _taken_within(
    joining: Sequence[Bond], ties: Mapping[tuple[int, int], Tie], count: int, settings: CopySettings
) -> set[tuple[int, int]]:
    """Return who took text from whom within each family."""
    groups = components(count, ((bond.a, bond.b) for bond in joining))
    family_of = {member: number for number, members in enumerate(groups) for member in members}
    within = defaultdict(list)
    for bond in joining:
        within[family_of[bond.a]].append(ties[bond.a, bond.b])
    return {
        taken
        for number, members in enumerate(groups)
        if len(members) > 1
        for taken in find_parents(members, within[number], settings.margin).items()
    }


def _link(judged: Judged, families: Families, articles: Sequence[Article]) -> Link:
    match, taken, passages = judged.match, families.taken, judged.passages
    a, b, share = match.a, match.b, match.share_a
    directed = (a, b) in taken or (b, a) in taken
    if (b, a) in taken or (not directed and articles[b].id < articles[a].id):
        a, b, share = b, a, match.share_b
        passages = tuple(sorted(Passage(copy=each.original, original=each.copy) for each in passages))
    tie = families.ties.get((match.a, match.b))
    return Link(
        kind="copies",
        a=articles[a].id,
        b=articles[b].id,
        verdict=judged.verdict,
        score=round(min(1.0, match.share), 4),
        by=METHOD,
        share=round(share, 4),
        passages=passages,
        directed=directed,
        shared=judged.shared,
        joins=judged.verdict == "yes" and (match.a, match.b) not in families.apart,
        reason=_reason_taken(tie.turned() if tie and a == match.b else tie) if directed else _reason(judged, families),
    )


def _reason_taken(tie: Tie | None) -> str:
    clues = tie.clues if tie else ()
    strong = sorted((clue for clue in clues if clue.points > 0), key=lambda clue: -clue.points)
    return ", ".join(clue.reason for clue in strong[:3]) or "the text that most of the family shares"


def _reason(judged: Judged, families: Families) -> str:
    if judged.shared == "quotation":
        return "both quote the same words"
    if judged.shared == "list":
        return "the same list or table"
    if judged.shared == "notice":
        return "a notice, or an outlet's own stock passage"
    if judged.verdict == "unsure":
        return "a passage only: small, or less than each takes from elsewhere"
    siblings = families.copies >= {judged.match.a, judged.match.b}
    return "both take it from a third article" if siblings else "nothing shows who took from whom"
