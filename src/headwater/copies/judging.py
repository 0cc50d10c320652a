"""Pairs of articles that may share text → what each pair shares, and whether it is a copy.

Everything that needs the two texts is done for a pair at once, while they are at hand: what leaves holds no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from headwater.articles.agencies import outlet_key
from headwater.copies.direction import Clue, Given, may_take, weigh_clues
from headwater.copies.families import SAME
from headwater.copies.matches import Match, Sides
from headwater.copies.passages import as_passages
from headwater.copies.settings import CopySettings
from headwater.model import Article, Passage, SharedKind, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A match with what it was judged to be."""

    match: Match
    verdict: Verdict
    shared: SharedKind
    large: bool
    """Whether it is enough of either text to be a copy, not a mere passage."""
    passages: tuple[Passage, ...]
    """In `match.a` as the copy and `match.b` as the original."""
    clues: tuple[Clue, ...]
    """To who took from whom; empty unless text was taken."""
    barred: frozenset[int]
    """Of the two, those that credit their text to a third and so did not take it from the other."""


def judge_matches(sides: Sides, articles: Sequence[Article], settings: CopySettings) -> list[Judged]:
    """Return the pairs that share enough to speak of, judged; `articles` are in the order of `sides`.

    Text is taken (`yes`) where it is enough of either article; a mere passage joins two only if it is the main source of
    one of them, and is `unsure` elsewhere. Quotations, notices and lists are `no`.

    >>> judge_matches(Sides([]), [], CopySettings())
    []
    """
    judged = list(_found(sides, articles, settings))
    strongest: dict[int, Match] = {}
    for match in (each.match for each in judged if each.shared == "text"):
        for article in (match.a, match.b):
            if article not in strongest or strongest[article].words < match.words:
                strongest[article] = match
    return [_settled(each, strongest, settings) if each.shared == "text" else each for each in judged]


def _settled(judged: Judged, strongest: Mapping[int, Match], settings: CopySettings) -> Judged:
    match, large = judged.match, judged.large
    main = any(_main(match, article, strongest[article], large=large) for article in (match.a, match.b))
    joins = match.share >= settings.whole or (main and (large or match.share >= settings.passage_share))
    return replace(judged, verdict="yes" if joins else "unsure")


def _found(sides: Sides, articles: Sequence[Article], settings: CopySettings) -> Iterator[Judged]:
    for a, b in sides.pairs():
        match = sides.compare(a, b, least=settings.words)
        if match is None or int(match.runs.matched.max()) < settings.together / 2:
            continue
        large = _large(match, settings)
        listed = _list(match, sides, articles, settings)
        shared = _shared(match, settings, own=_same_outlet(articles[a], articles[b]), large=large, listed=listed)
        if shared is None:
            continue
        judged = Judged(
            match=match,
            verdict="no",
            shared=shared,
            large=large,
            passages=as_passages(match.runs, sides.trace(a), sides.trace(b)),
            clues=(),
            barred=frozenset(),
        )
        yield _with_clues(judged, sides, articles) if shared == "text" else judged


def _with_clues(judged: Judged, sides: Sides, articles: Sequence[Article]) -> Judged:
    """Return a match of taken text with all that shows who took it; its verdict is left for later."""
    match = judged.match
    a = Given.of(articles[match.a], sides.trace(match.a), match.runs.a, match.runs.a_last)
    b = Given.of(articles[match.b], sides.trace(match.b), match.runs.b, match.runs.b_last)
    share = max(match.share_a, match.share_b)
    barred = {
        taker for taker, copy, original in ((match.a, a, b), (match.b, b, a)) if not may_take(copy, original, share)
    }
    return replace(
        judged,
        verdict="unsure",
        clues=tuple(weigh_clues(match, a, b, sides.vocabulary)),
        barred=frozenset(barred),
    )


def _shared(match: Match, settings: CopySettings, *, own: bool, large: bool, listed: bool) -> SharedKind | None:
    """Return what a pair shares; None where it is too little to speak of. `own` articles are of one outlet."""
    common = match.weight < settings.notice * match.words
    passage = not own and not common and match.longest[0] >= settings.passage
    if large or passage:
        return "list" if listed else "text"
    if common or own:
        return "notice"
    return "quotation" if match.outside[0] <= settings.quoted * match.weight else None


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
    believed = 1 if match.share >= settings.doubtful else 0
    outside, longest = match.outside[believed], match.longest[believed]
    halved = match.share >= settings.whole or outside >= settings.many
    together = settings.together / 2 if halved else settings.together
    return match.share >= settings.share and outside >= settings.words and longest >= together


def _list(match: Match, sides: Sides, articles: Sequence[Article], settings: CopySettings) -> bool:
    """Say whether what two articles share is a list or table: many numbers, hardly a function word.

    It is a copy all the same where it is all of both articles, word for word.
    """
    if match.telling < settings.listed:
        return False
    trace, text = sides.trace(match.a), articles[match.a].text
    shared = trace.places[np.flatnonzero(match.covers(match.a))].tolist()
    numbers = sum(trace.span(place, place).of(text).isdecimal() for place in shared)
    exact = match.words >= settings.exact * len(shared)
    return numbers >= settings.numbers * len(shared) and not (
        exact and min(match.share_a, match.share_b) >= settings.all_of_it
    )


def _same_outlet(a: Article, b: Article) -> bool:
    return bool(a.outlet and b.outlet) and outlet_key(a.outlet or "") == outlet_key(b.outlet or "")
