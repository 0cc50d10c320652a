"""A story → which names in it are people, which are groups, and which are places; nobody's kind is guessed.

>>> from headwater.outputs.sample import sample_story
>>> kinds(sample_story().actors)
{'A. Ruz': 'person', 'Ana Ruz': 'person'}
"""

from __future__ import annotations

from collections.abc import Iterable

from headwater.articles.agencies import same_publisher
from headwater.model import Actor, ActorKind, Article, Credit, CreditKind, StoryBrief
from headwater.model.brief import Brief
from headwater.outputs.order import ordered


def kinds(actors: Iterable[Actor]) -> dict[str, ActorKind]:
    """Return the kind of every spelling; one that actors of two kinds share has none.

    >>> kinds(())
    {}
    """
    found: dict[str, set[ActorKind]] = {}
    for actor in actors:
        for variant in actor.variants:
            found.setdefault(variant, set()).add(actor.kind)
    return {variant: next(iter(each)) for variant, each in sorted(found.items()) if len(each) == 1}


def in_order(told: StoryBrief) -> StoryBrief:
    """Return a story with everything in its place, so that no export depends on the order of the input.

    >>> from headwater.outputs.sample import sample_story
    >>> in_order(sample_story()).story.id
    's1'
    """
    return ordered(Brief(stories=(told,), pages=len(told.articles), rejected=())).stories[0]


def named_in(actors: Iterable[Actor]) -> dict[str, tuple[Actor, ...]]:
    """Return for each article the actors that it mentions, in their order.

    >>> from headwater.outputs.sample import sample_story
    >>> {article: [actor.name for actor in named] for article, named in named_in(sample_story().actors).items()}
    {'a1': ['Ana Ruz'], 'a3': ['Ana Ruz']}
    """
    found: dict[str, dict[str, Actor]] = {}
    for actor in actors:
        for mention in actor.mentions:
            found.setdefault(mention.article, {})[actor.id] = actor
    return {article: tuple(named.values()) for article, named in found.items()}


def others_credited(article: Article) -> tuple[Credit, ...]:
    """Return the credits of an article to others, the first of each supplier and kind; an outlet's own name is none.

    >>> from headwater.outputs.sample import sample_story
    >>> others_credited(sample_story().articles[0])
    ()
    """
    first: dict[tuple[str, CreditKind], Credit] = {}
    for credit in article.credits:
        first.setdefault((credit.agency, credit.kind), credit)
    return tuple(credit for credit in first.values() if not same_publisher(article.outlet, credit.agency))
