"""Articles → copy links: who takes text from whom, how much, and the passages on both sides.

See `link_copies`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from headwater.articles.agencies import outlet_key
from headwater.copies.candidates import find_pairs
from headwater.copies.direction import WHOLE, Vocabulary, weigh_clues
from headwater.copies.families import Tie, components, find_parents
from headwater.copies.matches import Match, compare, prepare
from headwater.copies.passages import Run, as_passage, match_runs
from headwater.copies.settings import CopySettings
from headwater.copies.traces import Trace, trace_text
from headwater.model import Article, Link, Passage, Verdict

METHOD = "copies/1"
DEFAULTS = CopySettings()


def link_copies(articles: Iterable[Article], *, settings: CopySettings = DEFAULTS) -> list[Link]:
    """Return the copy links among some articles, in order of their ids; the order of input makes no difference.

    `a` takes text from `b`; `share` is how much of `a`'s content words stand in `b`. `directed` is False where nothing
    shows who took from whom, and between two articles that both took from a third. The verdict is `unsure` where two
    articles share a passage but each takes more from elsewhere, or where the passage is a small part of both.

    Candidates come from winnowed shingles (Schleimer, Wilkerson and Aiken 2003), so that cost grows with the articles.

    >>> link_copies([])
    []
    """
    ordered = sorted(
        {article.id: article for article in articles}.values(), key=lambda one: (one.published or "~", one.id)
    )
    texts = [article.text for article in ordered]
    traces = [trace_text(text) for text in texts]
    runs = {(pair.a, pair.b): match_runs(traces[pair.a], traces[pair.b]) for pair in find_pairs(traces)}
    runs = {pair: shared for pair, shared in runs.items() if _may_link(shared, settings)}
    sides = prepare(texts, traces, (place for pair in runs for place in pair))
    verdicts = _judge([compare(*pair, shared, sides) for pair, shared in runs.items()], ordered, settings)
    families = _families(ordered, traces, [match for match, verdict in verdicts if verdict == "yes"], settings)
    links = [_link(match, verdict, families, ordered, traces) for match, verdict in verdicts]
    return sorted(links, key=lambda link: (link.a, link.b))


Families = tuple[dict[tuple[int, int], Tie], dict[int, int]]
"""The tie of each linked pair, and whom each article took its text from."""


def _may_link(runs: Sequence[Run], settings: CopySettings) -> bool:
    """Say whether runs could make a link if every word of them counted fully."""
    longest = max((run.matched for run in runs), default=0)
    return longest >= settings.together / 2 and sum(run.matched for run in runs) >= settings.words


def _judge(found: Sequence[Match], articles: Sequence[Article], settings: CopySettings) -> list[tuple[Match, Verdict]]:
    """Return the matches that are links. A mere part joins two articles only if it is the main source of one."""
    large = {(m.a, m.b) for m in found if _large(m, settings)}
    own = {(m.a, m.b) for m in found if _same_outlet(articles[m.a], articles[m.b])}
    taken = [m for m in found if (m.a, m.b) in large or ((m.a, m.b) not in own and m.longest[0] >= settings.passage)]
    strongest: defaultdict[int, int] = defaultdict(int)
    for match in taken:
        strongest[match.a] = max(strongest[match.a], match.words)
        strongest[match.b] = max(strongest[match.b], match.words)
    judged: list[tuple[Match, Verdict]] = []
    for match in taken:
        main = any(strongest[article] <= match.words for article in (match.a, match.b))
        enough = (match.a, match.b) in large or match.share >= settings.passage_share
        joins = match.share >= settings.whole or (main and enough)
        judged.append((match, "yes" if joins else "unsure"))
    return judged


def _large(match: Match, settings: CopySettings) -> bool:
    believed = 1 if match.share >= settings.doubtful else 0
    outside, longest = match.outside[believed], match.longest[believed]
    halved = match.share >= settings.whole or outside >= settings.many
    together = settings.together / 2 if halved else settings.together
    return match.share >= settings.share and outside >= settings.words and longest >= together


def _same_outlet(a: Article, b: Article) -> bool:
    return bool(a.outlet and b.outlet) and outlet_key(a.outlet or "") == outlet_key(b.outlet or "")


def _families(
    articles: Sequence[Article], traces: Sequence[Trace], matches: Sequence[Match], settings: CopySettings
) -> Families:
    vocabulary = Vocabulary.of(traces)
    ties = {
        (match.a, match.b): Tie(
            a=match.a,
            b=match.b,
            shared=match.words,
            whole=max(match.share_a, match.share_b) >= WHOLE,
            clues=tuple(weigh_clues(match, articles, traces, vocabulary)),
        )
        for match in matches
    }
    parents: dict[int, int] = {}
    within = defaultdict(list)
    groups = components(len(articles), ties)
    family_of = {member: number for number, members in enumerate(groups) for member in members}
    for tie in ties.values():
        within[family_of[tie.a]].append(tie)
    for number, members in enumerate(groups):
        if len(members) > 1:
            parents.update(find_parents(members, within[number], settings.margin))
    return ties, parents


def _link(
    match: Match, verdict: Verdict, families: Families, articles: Sequence[Article], traces: Sequence[Trace]
) -> Link:
    ties, parents = families
    first, second = traces[match.a], traces[match.b]
    passages = sorted(as_passage(run, first, second) for run in match.runs)
    a, b, share = match.a, match.b, match.share_a
    directed = parents.get(a) == b or parents.get(b) == a
    if parents.get(b) == a or (not directed and articles[b].id < articles[a].id):
        a, b, share = b, a, match.share_b
        passages = sorted(Passage(copy=each.original, original=each.copy) for each in passages)
    return Link(
        kind="copies",
        a=articles[a].id,
        b=articles[b].id,
        verdict=verdict,
        score=round(min(1.0, match.share), 4),
        by=METHOD,
        share=round(share, 4),
        passages=tuple(passages),
        directed=directed,
        reason=_reason(ties.get((match.a, match.b)), a == match.b, directed, parents, verdict),
    )


def _reason(tie: Tie | None, turned: bool, directed: bool, parents: dict[int, int], verdict: Verdict) -> str:  # noqa: FBT001
    if verdict == "unsure" or tie is None:
        return "a passage only: small, or less than each takes from elsewhere"
    if not directed:
        siblings = tie.a in parents and tie.b in parents
        return "both take it from a third article" if siblings else "nothing shows who took from whom"
    seen = tie.turned() if turned else tie
    strong = sorted((clue for clue in seen.clues if clue.points > 0), key=lambda clue: -clue.points)
    return ", ".join(clue.reason for clue in strong[:3]) or "the text that most of the family shares"
