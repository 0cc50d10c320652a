"""Articles → copy links: who takes text from whom, how much, and the passages on both sides.

See `link_copies`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.articles.agencies import outlet_key, usual_name
from headwater.copies.direction import WHOLE, Given, weigh_clues
from headwater.copies.families import SAME, Bond, Tie, components, find_parents, split_bonds
from headwater.copies.matches import Match, Sides
from headwater.copies.passages import as_passages
from headwater.copies.settings import CopySettings
from headwater.model import Article, Link, Passage, SharedKind, Verdict

METHOD = "copies/2"
DEFAULTS = CopySettings()


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A match with what it was judged to be."""

    match: Match
    verdict: Verdict
    shared: SharedKind = "text"


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
    judged = _judge(_matches(sides, settings), ordered, sides, settings)
    families = _families(ordered, sides, judged, settings)
    return sorted((_link(each, families, ordered, sides) for each in judged), key=lambda link: (link.a, link.b))


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


def _matches(sides: Sides, settings: CopySettings) -> Iterator[Match]:
    """Yield the matches that are at least a passage."""
    for a, b in sides.pairs():
        match = sides.compare(a, b, least=settings.words)
        if match is not None and int(match.runs.matched.max()) >= settings.together / 2:
            yield match


def _judge(matches: Iterable[Match], articles: Sequence[Article], sides: Sides, settings: CopySettings) -> list[Judged]:
    """Return the matches that are links. A mere part joins two articles only if it is the main source of one."""
    taken: list[tuple[Match, bool]] = []
    judged: list[Judged] = []
    strongest: dict[int, Match] = {}
    for match in matches:
        large = _large(match, settings)
        own = _same_outlet(articles[match.a], articles[match.b])
        common = match.weight < settings.notice * match.words
        passage = not own and not common and match.longest >= settings.passage
        if (large or passage) and _list(match, sides, settings):
            judged.append(Judged(match=match, verdict="no", shared="list"))
        elif large or passage:
            taken.append((match, large))
            for article in (match.a, match.b):
                if article not in strongest or strongest[article].words < match.words:
                    strongest[article] = match
        elif common or own:
            judged.append(Judged(match=match, verdict="no", shared="notice"))
        elif match.outside <= settings.quoted * match.weight:
            judged.append(Judged(match=match, verdict="no", shared="quotation"))
    for match, large in taken:
        main = any(_main(match, article, strongest[article], large=large) for article in (match.a, match.b))
        joins = match.share >= settings.whole or (main and (large or match.share >= settings.passage_share))
        judged.append(Judged(match=match, verdict="yes" if joins else "unsure"))
    return judged


def _main(match: Match, article: int, strongest: Match, *, large: bool) -> bool:
    """Say whether no other article explains more of this one, or what explains more is for the most part the same text."""
    if strongest.words <= match.words:
        return True
    here, there = match.covers(article), strongest.covers(article)
    length = min(len(here), len(there))
    return large and int((here[:length] & there[:length]).sum()) >= SAME * int(here.sum())


def _large(match: Match, settings: CopySettings) -> bool:
    """Say whether a match is enough of either text to be a copy, or all that one of the two says."""
    if max(match.share_a, match.share_b) >= settings.all_of_it and match.words >= settings.passage:
        return True
    if min(match.share_a, match.share_b) >= settings.all_of_it:
        return True
    halved = match.share >= settings.whole or match.outside >= settings.many
    together = settings.together / 2 if halved else settings.together
    return match.share >= settings.share and match.outside >= settings.words and match.longest >= together


def _list(match: Match, sides: Sides, settings: CopySettings) -> bool:
    """Say whether what two articles share is a list or table: many numbers, hardly a function word.

    It is a copy all the same where it is all of both articles, word for word.
    """
    if match.telling < settings.listed:
        return False
    content = sides.trace(match.a).words.keys
    shared = [content[place] for place in sides.trace(match.a).places[np.flatnonzero(match.covers(match.a))]]
    numbers = sum(word.isdecimal() for word in shared)
    exact = match.words >= settings.exact * len(shared)
    return numbers >= settings.numbers * len(shared) and not (
        exact and min(match.share_a, match.share_b) >= settings.all_of_it
    )


def _same_outlet(a: Article, b: Article) -> bool:
    return bool(a.outlet and b.outlet) and outlet_key(a.outlet or "") == outlet_key(b.outlet or "")


def _families(articles: Sequence[Article], sides: Sides, judged: Iterable[Judged], settings: CopySettings) -> Families:
    ties: dict[tuple[int, int], Tie] = {}
    bonds: list[Bond] = []
    for match in (each.match for each in judged if each.verdict == "yes"):
        a = Given.of(articles[match.a], sides.trace(match.a), match.runs.a, match.runs.a_last)
        b = Given.of(articles[match.b], sides.trace(match.b), match.runs.b, match.runs.b_last)
        tie = Tie(
            a=match.a,
            b=match.b,
            shared=match.words,
            whole=max(match.share_a, match.share_b) >= WHOLE,
            clues=tuple(weigh_clues(match, a, b, sides.vocabulary)),
        )
        ties[match.a, match.b] = tie
        bonds.append(_bond(match, tie, settings))
    joining, apart = split_bonds(bonds)
    taken = {(bond.taker, bond.a + bond.b - bond.taker) for bond in apart if bond.taker is not None}
    taken |= _taken_within(joining, ties, len(articles), settings)
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


def _link(judged: Judged, families: Families, articles: Sequence[Article], sides: Sides) -> Link:
    match, taken = judged.match, families.taken
    passages = as_passages(match.runs, sides.trace(match.a), sides.trace(match.b))
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
