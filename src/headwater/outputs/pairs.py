"""Copy links → pairs of articles side by side, those that the trees show first.

>>> from headwater.outputs.sample import sample_story
>>> pairs = story_pairs(1, sample_story(), 2)
>>> [(pair.shared.a.outlet, pair.shared.tie, pair.shared.b.outlet) for pair in pairs.shown], pairs.more
([('Harbour Post', 'takes', 'The Daily Tern'), ('Quill Mail', 'takes', 'The Daily Tern')], 1)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headwater.model import Article, Link
from headwater.model.brief import StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.copy_sheet import SharedText
from headwater.outputs.copy_tree import shared_text, tree_ties
from headwater.outputs.side_by_side import Column, columns


@dataclass(frozen=True, kw_only=True, slots=True)
class PairView:
    """Two articles side by side, their shared passages marked."""

    shared: SharedText
    copy: Column
    original: Column


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """The pairs that are shown, and how many are not."""

    shown: tuple[PairView, ...]
    more: int

    @property
    def names(self) -> frozenset[str]:
        """What the pairs are called: lines of a tree link only to those that are shown."""
        return frozenset(pair.shared.pair for pair in self.shown)


NO_PAIRS = Pairs(shown=(), more=0)


def story_pairs(number: int, told: StoryBrief, limit: int | None) -> Pairs:
    """Return up to `limit` pairs of a story (all for None): the trees' own, other copies, then shared words.

    `number` is the story's place in the brief, from 1.
    """
    index = StoryIndex.of(number, told)
    in_tree = {tied.link for tied in tree_ties(told, index).values()}
    links = [link for link in told.copies if link.a in index.articles and link.b in index.articles]
    links.sort(key=lambda link: (link.verdict == "no", link not in in_tree))
    indexes = dict.fromkeys(index.articles, index)
    shared = ((link, shared_text(link, indexes, pair=index.pairs[link])) for link in links[:limit])
    return Pairs(shown=tuple(_views(shared, index.articles)), more=len(links) - len(links[:limit]))


def pairs_across(links: Iterable[tuple[Link, SharedText]], articles: Mapping[str, Article], limit: int | None) -> Pairs:
    """Return up to `limit` pairs (all for None) of articles in different stories; `articles` by id."""
    every = list(links)
    return Pairs(shown=tuple(_views(every[:limit], articles)), more=len(every) - len(every[:limit]))


def _views(links: Iterable[tuple[Link, SharedText]], articles: Mapping[str, Article]) -> Iterable[PairView]:
    for link, shared in links:
        copy, original = columns(link, articles[link.a], articles[link.b], shared.pair)
        yield PairView(shared=shared, copy=copy, original=original)
