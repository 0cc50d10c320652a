"""Articles → stories.

>>> from headwater.stories.grouping import group_stories
>>> group_stories([])
[]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import inf, log

from headwater.model import Article, Story, digest
from headwater.stories.candidates import find_candidates
from headwater.stories.constraints import Held, hold
from headwater.stories.judging import SURE, Judge
from headwater.stories.linkage import average_linked, connected
from headwater.stories.profiles import Profile, profile_of
from headwater.text.sentences import sentences

LATEST = datetime.max.replace(tzinfo=UTC)
LARGEST = 1500
"""Articles of a component that are compared each with each; a larger one is cut at its weaker links first."""
SMALL = 300
"""Collections below this size were put together by somebody: two of their articles are more likely to be one story."""
SMALLER_IS_LIKELIER = 0.3
TITLE = 100
"""Characters of the first sentence that stand for a missing title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StorySettings:
    """How eagerly articles are put together."""

    threshold: float = 0.0
    """Mean log-odds that two clusters need to be merged; higher gives more and smaller stories."""
    days: int = 730
    """Dated articles further apart than this are never judged the same story. Generous, because pages often carry the
    date of a revision; nearer gaps weigh in the judge."""


def group_stories(
    articles: Sequence[Article],
    *,
    settings: StorySettings = StorySettings(),
    together: Sequence[tuple[str, str]] = (),
    apart: Sequence[tuple[str, str]] = (),
) -> list[Story]:
    """Group articles by the event that they tell, every article in exactly one story, in order of the first report.

    Candidates by shared rare terms, a logistic judge for each pair, average linkage within what is connected. The order
    of the input makes no difference; an article given twice counts once. `together` and `apart` are pairs of article ids
    that people decided to be of one story and of two: they always hold, directly and through each other (`constraints`).
    """
    known = {article.id: article for article in articles}
    ordered = [known[id_] for id_ in sorted(known)]
    profiles = [profile_of(article) for article in ordered]
    judge = Judge(profiles)
    shift = settings.threshold - eagerness(len(ordered))
    held = hold([article.id for article in ordered], together=together, apart=apart)
    found = []
    for component in _components(judge, profiles, shift, settings.days, held):
        odds = judge.matrix(component, settings.days) - shift
        inside = held.among(component)
        for cluster in average_linked(odds, inside.together, inside.apart):
            central = max(cluster, key=lambda item: (odds[item, cluster].sum() - odds[item, item], -item))
            members = [component[item] for item in cluster]
            found.append(_story(ordered, profiles, members, component[central]))
    return [story for _, story in sorted(found, key=lambda pair: (pair[0], pair[1].id))]


def eagerness(count: int) -> float:
    """Return what the size of the collection adds to the log-odds: the fewer articles, the likelier any two belong together."""
    return SMALLER_IS_LIKELIER * log(SMALL / count) if 0 < count < SMALL else 0.0


def _components(judge: Judge, profiles: Sequence[Profile], shift: float, days: int, held: Held) -> list[list[int]]:
    """Return the articles that chains of positive judgements connect, the machine's or people's.

    Average linkage never merges across them.
    """
    order = sorted(range(len(profiles)), key=lambda place: (profiles[place].when or LATEST, place))
    judged = [(inf, one, other) for one, other in held.together]
    for one, others in enumerate(find_candidates(judge.bodies, order)):
        near = others[judge.days_apart(one, others) <= days]
        if len(near):
            odds = judge.log_odds(one, near) - shift
            judged.extend((float(z), one, int(other)) for other, z in zip(near, odds, strict=True) if z > 0)
    return _bounded(list(range(len(profiles))), judged, 0.0)


def _bounded(members: list[int], judged: list[tuple[float, int, int]], level: float) -> list[list[int]]:
    """Return components of at most `LARGEST`, cut at links of ever higher odds; one held by the surest links stays whole."""
    place = {member: number for number, member in enumerate(members)}
    links = [(place[a], place[b]) for z, a, b in judged if z > level]
    found: list[list[int]] = []
    for component in connected(len(members), links):
        inside = [members[number] for number in component]
        if len(inside) > LARGEST and level < SURE - 1:
            kept = set(inside)
            found.extend(_bounded(inside, [link for link in judged if link[1] in kept and link[2] in kept], level + 1))
        else:
            found.append(inside)
    return found


def _story(
    ordered: Sequence[Article], profiles: Sequence[Profile], members: list[int], central: int
) -> tuple[datetime, Story]:
    members = sorted(members, key=lambda place: (profiles[place].when or LATEST, ordered[place].id))
    ids = tuple(ordered[place].id for place in members)
    story = Story(id=digest("story", *sorted(ids)), title=story_title(ordered[central]), articles=ids)
    return profiles[members[0]].when or LATEST, story


def story_title(article: Article) -> str:
    """Return the title, or the start of the first sentence where there is none."""
    if article.title and article.title.strip():
        return " ".join(article.title.split())
    first = next((span.of(article.text) for span in sentences(article.text[: 20 * TITLE])), "")
    first = " ".join(first.split())
    return (
        first if len(first) <= TITLE else first[: first.rfind(" ", 0, TITLE) if " " in first[:TITLE] else TITLE] + " …"
    )
