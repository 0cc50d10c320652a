"""Units of one story → what points are made from, and the groups of units that answer one question.

Units with the same words are one from here on, however many articles print them: ten reprints cost no more than one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.comparisons.candidates import candidates
from headwater.comparisons.clusters import clusters
from headwater.comparisons.judging import Judge
from headwater.comparisons.likeness import Likeness
from headwater.comparisons.material import CountVoices, Material
from headwater.comparisons.opposition import Places
from headwater.comparisons.relating import DENIED, Related, relate_units
from headwater.comparisons.units import Unit
from headwater.model import Article
from headwater.readers import Recall, readable
from headwater.readers.embeddings import WIDTH
from headwater.text.normalise import fold_words


def gather(  # noqa: PLR0913 - the units of a story, and what is known of it
    units: Sequence[Unit],
    articles: Sequence[Article],
    *,
    places: Places,
    voices: CountVoices,
    recall: Recall,
    judge: Judge | None = None,
) -> tuple[Material, list[list[int]]]:
    """Return the units, each once, with how they relate, and their groups by number."""
    printed = list(_same_words(units))
    different = [group[0] for group in printed]
    known = {article.id: readable(article.text, article.language) for article in articles}
    read = [known[unit.article] for unit in different]
    meanings = _meanings(different, read, recall)
    likeness = Likeness.among(different, meanings)
    pairs = candidates(different, likeness)
    related = relate_units(different, pairs, likeness, places=places, readable=read, recall=recall, judge=judge)
    material = Material(
        units=different,
        printed=printed,
        pairs={(pair.a, pair.b): pair for pair in related},
        places=places,
        reported={article.id: article.published for article in articles},
        voices=voices,
    )
    across = [pair for pair in related if different[pair.a].article != different[pair.b].article]
    groups = clusters([unit.article for unit in different], [(pair.together, pair.a, pair.b) for pair in across])
    inside = [pair for pair in related if different[pair.a].article == different[pair.b].article]
    return material, _opposed_inside(groups, inside)


def _meanings(units: Sequence[Unit], read: Sequence[bool], recall: Recall) -> NDArray[np.float32]:
    """Return a vector (384,) a unit; nothing where its words are in no language that is read, or nothing is to be aligned.

    Within one article words are enough to find two speakers whom it sets against each other, at a sixth of the time.
    """
    if len({unit.article for unit in units}) == 1:
        return np.zeros((len(units), WIDTH), dtype=np.float32)
    meanings = recall.embed([unit.core for unit in units])
    meanings[~np.array(read, dtype=bool)] = 0.0
    return meanings


def _opposed_inside(groups: Sequence[list[int]], inside: Sequence[Related]) -> list[list[int]]:
    """Join units of one article that stand alone and oppose each other: two speakers whom it sets against each other."""
    alone = {group[0] for group in groups if len(group) == 1}
    joined: list[list[int]] = []
    for pair in sorted(inside, key=lambda pair: (-pair.together, pair.a, pair.b)):
        opposed = pair.slot is not None or pair.valued or (pair.denying and pair.contradicts >= DENIED)
        if opposed and {pair.a, pair.b} <= alone:
            joined.append([pair.a, pair.b])
            alone -= {pair.a, pair.b}
    taken = {unit for pair in joined for unit in pair}
    return sorted([*(list(group) for group in groups if not taken & set(group)), *joined])


def _same_words(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return the units by their words, in the order in which each first stands; letter case and marks do not count."""
    found: dict[tuple[str, ...], list[Unit]] = {}
    for unit in units:
        found.setdefault(tuple(fold_words(unit.words).keys), []).append(unit)
    return list(found.values())
