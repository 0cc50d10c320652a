"""Stories → for each its articles as a bar, and in it the origins that they lead back to.

>>> from headwater.outputs.charts.sample import sample_card
>>> "5 articles → 3 origins" in origins_per_story([sample_card()])
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from headwater.model import StoryCard
from headwater.outputs.charts.svg import LINE, Caption, block, drawing, legend, name, words
from headwater.outputs.closing import number
from headwater.outputs.visible import short

STORIES = 20
"""Stories that are drawn; the others are counted."""
_ROW = 3.1
_TITLE = (66, 34)


def origins_per_story(cards: Iterable[StoryCard]) -> Markup:
    """Return the stories in the order given, on one scale; empty for none."""
    every = tuple(cards)
    shown = every[:STORIES]
    if not shown:
        return Markup("")
    most = max(1, *(card.articles for card in shown))
    shapes = [
        words("Articles and origins of each story", x="0", y=0.8, cls="head"),
        *legend((("bar origins", "origins"), ("bar articles", "further articles")), 0.8 + LINE),
    ]
    for place, card in enumerate(shown):
        top = 1 + 2 * LINE + place * _ROW
        shapes += _story(card, top, most)
    foot = 1 + 2 * LINE + len(shown) * _ROW
    more = len(every) - len(shown)
    if more:
        shapes.append(words(f"and {number(more, 'story')} more", x="0", y=foot + 0.2, cls="soft"))
    told = "; ".join(f"{short(card.title, 60)}: {_counted(card)}" for card in shown)
    caption = Caption(title="Articles and origins of each story", told=told)
    return drawing("stories", " ".join(card.id for card in shown), caption, foot + bool(more) * LINE, shapes)


def _story(card: StoryCard, top: float, most: int) -> Iterator[Markup]:
    counted = _counted(card)
    new, every = min(card.origins, card.articles) / most, card.articles / most
    yield from name(card.title, _TITLE, y=top)
    yield words(counted, x="100%", y=top, cls="soft wide", anchor="end")
    yield words(f"{card.articles:,} → {card.origins:,}", x="100%", y=top, cls="soft narrow", anchor="end")
    if every > new:
        yield block((new, top + 0.9, every - new, 1.0), "bar articles", counted)
    if new:
        yield block((0, top + 0.9, new, 1.0), "bar origins", counted)


def _counted(card: StoryCard) -> str:
    return f"{number(card.articles, 'article')} → {number(card.origins, 'origin')}"
