"""One more article → what it may belong to, and how the stories that it touches group anew.

What a collection's batch does over everything is done here over a neighbourhood, by the same judge and the same linkage: the
cost of one more article does not grow with the collection. After single-pass detection in news streams (Allan, Papka and
Lavrenko 1998), with regrouping of what is touched, so that an early mistake is not for ever.

>>> from collections import namedtuple
>>> Listed = namedtuple("Listed", "article weight")
>>> neighbours({"ferry": [Listed("a", 0.6)]}, {"ferry": 0.5})
['a']
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Protocol

import numpy as np

from headwater.model import Article
from headwater.stories.candidates import LEAST_LIKENESS, TERMS
from headwater.stories.constraints import hold
from headwater.stories.grouping import StorySettings, eagerness, story_title
from headwater.stories.judging import Judge
from headwater.stories.linkage import average_linked
from headwater.stories.prepared import Prepared, Vocabulary
from headwater.stories.profiles import Profile
from headwater.text.weights import known, weight_among

DEFAULTS = StorySettings()
MOST = 24
"""Neighbours of an arrival that are judged, the most alike; a batch judges 40 an article, but from both sides."""
Pairs = Sequence[tuple[str, str]]
"""Ids of articles that a person joined, or held apart."""


class Neighbour(Protocol):
    """An article listed under a term, with what the term weighs in it."""

    @property
    def article(self) -> str:
        """Return the id of the article."""

    @property
    def weight(self) -> float:
        """Return what the term weighs in the article's vector of length 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """What terms are worth in a collection that is not at hand: `counts` holds those that the background lacks."""

    size: int
    """Articles of the collection."""
    counts: Mapping[str, int]

    def of(self, profiles: Sequence[Profile]) -> dict[str, float]:
        """Return the worth of every term of some profiles."""
        terms = {term for profile in profiles for part in (profile.body, profile.head) for term in part}
        return {term: weight_among(term, self.counts.get(term, 1), self.size) for term in terms}


def own_terms(profile: Profile) -> frozenset[str]:
    """Return the terms that only the collection can weigh: the background has never seen them."""
    return frozenset(term for term in (*profile.body, *profile.head) if not known(term))


def heaviest_terms(profile: Prepared, vocabulary: Vocabulary) -> dict[str, float]:
    """Return the terms that an article is listed under, with their weights in its vector of length 1."""
    vocabulary.weigh([profile])
    body = zip(profile.profile.body, vocabulary.body_of(profile).tolist(), strict=True)
    return dict(nsmallest(TERMS, body, key=lambda item: (-item[1], item[0])))


def neighbours(listed: Mapping[str, Sequence[Neighbour]], mine: Mapping[str, float]) -> list[str]:
    """Return the articles worth judging, the most alike first: those that share heavy terms."""
    likeness: defaultdict[str, float] = defaultdict(float)
    for term, others in sorted(listed.items()):
        for other in others:
            likeness[other.article] += mine.get(term, 0.0) * other.weight
    alike = [(-value, article) for article, value in likeness.items() if value >= LEAST_LIKENESS]
    return [article for _, article in nsmallest(MOST, alike)]


def odds_with(
    profile: Prepared,
    others: Mapping[str, Prepared],
    vocabulary: Vocabulary,
    *,
    settings: StorySettings = DEFAULTS,
) -> dict[str, float]:
    """Return the log-odds that an article and each of the others tell one story; above 0: more likely than not."""
    if not others:
        return {}
    names = sorted(others)
    profiles = [profile, *(others[name] for name in names)]
    judge = vocabulary.judge(profiles)
    odds = judge.within(0, np.arange(1, len(profiles)), settings.days) - _shift(vocabulary.size, settings)
    return dict(zip(names, odds.tolist(), strict=True))


def regroup(
    profiles: Mapping[str, Prepared],
    vocabulary: Vocabulary,
    *,
    together: Pairs = (),
    apart: Pairs = (),
    settings: StorySettings = DEFAULTS,
) -> list[list[str]]:
    """Return the stories that some articles make among themselves, by average linkage; what people decided outranks it."""
    names = sorted(profiles)
    if len(names) == 1:
        return [names]
    listed = [profiles[name] for name in names]
    odds = vocabulary.judge(listed).matrix(list(range(len(names))), settings.days) - _shift(vocabulary.size, settings)
    held = hold(names, together=together, apart=apart)
    clusters = average_linked(odds, held.together, held.apart)
    return [[names[place] for place in cluster] for cluster in clusters]


def title_of(articles: Sequence[Article], profiles: Mapping[str, Profile], weights: Weights) -> str:
    """Return the title of a story: that of its most central article."""
    ordered = sorted(articles, key=lambda article: article.id)
    if len(ordered) < 3:
        return story_title(ordered[0])
    listed = [profiles[article.id] for article in ordered]
    odds = Judge(listed, worth=weights.of(listed)).matrix(list(range(len(listed))), DEFAULTS.days)
    central = max(range(len(ordered)), key=lambda place: (odds[place].sum(), -place))
    return story_title(ordered[central])


def _shift(size: int, settings: StorySettings) -> float:
    return settings.threshold - eagerness(size)
