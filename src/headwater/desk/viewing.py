"""The readings of one story → its view: copies, origins, actors and comparison, with what people decided on top.

The same for a visit and for a kept desk; a pure function of its material, so that an engine may run it anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.actors import find_actors
from headwater.comparisons import compare
from headwater.comparisons.corrected import correct_comparison
from headwater.comparisons.judging import Judge
from headwater.copies import link_copies
from headwater.copies.corrected import correct_copies
from headwater.desk.decided import Decided
from headwater.model import Article, Link, Origin, Reading, Story, StoryBrief
from headwater.origins import find_origins
from headwater.readers import Recall

NOTHING = Decided()
WORTH_KEEPING = 5
"""Articles from which what was read of a story is kept: 5 take some seconds to compare, and some 40 kB an article to keep."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryOrigins:
    """One story with what was copied in it and from whom, without statements and comparison."""

    story: Story
    articles: tuple[Article, ...]
    """In the order of `Story.articles`."""
    origins: tuple[Origin, ...]
    """As in `StoryBrief`."""
    copies: tuple[Link, ...]
    """In order; those with verdict `no` are shared quotations and notices, or copies that a person undid."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """What the view of one story of a kept desk is made from."""

    story: Story
    readings: tuple[Reading, ...]
    """In the order of `Story.articles`."""
    outside: tuple[Article, ...] = ()
    """Articles of other stories that share text with these."""
    decided: Decided = field(default_factory=Decided)
    transliterate: bool = True
    known: bytes = b""
    """What was kept of the last view's reading, see `headwater.readers.recall`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Viewed:
    """The view of a story and every copy link that one of its articles is part of."""

    brief: StoryBrief
    links: tuple[Link, ...]
    known: bytes
    """What is worth keeping for the next view of the story; nothing where making it anew costs little."""


def view(material: Material, judge: Judge | None = None) -> Viewed:
    """Return the view of a story and its copy links, those to articles outside it included."""
    articles = tuple(reading.article for reading in material.readings)
    every = (*articles, *material.outside)
    links = correct_copies(link_copies(every), material.decided.copies, every)
    inside = {article.id for article in articles}
    own = tuple(sorted((link for link in links if inside & {link.a, link.b}), key=lambda link: (link.a, link.b)))
    traced = trace(material.story, articles, [link for link in own if {link.a, link.b} <= inside])
    recall = Recall(material.known)
    brief = tell(
        traced,
        material.readings,
        transliterate=material.transliterate,
        judge=judge,
        decided=material.decided,
        recall=recall,
    )
    return Viewed(brief=brief, links=own, known=recall.kept() if len(articles) >= WORTH_KEEPING else b"")


def trace(story: Story, articles: tuple[Article, ...], links: Sequence[Link]) -> StoryOrigins:
    """Return the articles of a story with the copies among them and the origins that these lead to."""
    copies = tuple(sorted(links, key=lambda link: (link.a, link.b)))
    return StoryOrigins(story=story, articles=articles, origins=tuple(find_origins(articles, copies)), copies=copies)


def tell(  # noqa: PLR0913 - the readings of a story, each with a good default
    traced: StoryOrigins,
    readings: Sequence[Reading],
    *,
    transliterate: bool = True,
    judge: Judge | None = None,
    decided: Decided = NOTHING,
    recall: Recall | None = None,
) -> StoryBrief:
    """Return everything that is told of a story; `readings` are in the order of its articles."""
    statements = tuple(statement for reading in readings for statement in reading.statements)
    actors = find_actors(
        traced.articles,
        mentions=[mention for reading in readings for mention in reading.mentions],
        transliterate=transliterate,
        together=decided.actors.together,
        apart=decided.actors.apart,
    )
    comparison = compare(
        traced.story,
        traced.articles,
        statements=statements,
        origins=traced.origins,
        actors=actors,
        judge=judge,
        recall=recall,
    )
    if decided.disputes:
        comparison = correct_comparison(
            comparison, traced.articles, decided.disputes, quoted=decided.quoted, origins=traced.origins
        )
    return StoryBrief(
        story=traced.story,
        articles=traced.articles,
        origins=traced.origins,
        copies=traced.copies,
        statements=statements,
        actors=actors,
        comparison=comparison,
    )
