"""Two articles side by side: every passage that they share is marked, numbered and linked to its twin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from headwater.api.outward import outward_article
from headwater.model import Article, Link, StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.copy_sheet import SharedText
from headwater.outputs.copy_tree import shared_text
from headwater.outputs.side_by_side import Column, columns
from headwater.web.addresses import Places
from headwater.web.asked import Asked
from headwater.web.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class PairPage:
    """Everything that the page of two articles shows."""

    template: ClassVar[str] = "pair.html.j2"
    copy: Article
    """The one that takes, where one does."""
    original: Article
    link: Link | None
    shared: SharedText | None
    columns: tuple[Column, Column]
    places: Places
    story: str | None
    """The story that both are of."""


def pair_page(site: Site, asked: Asked) -> PairPage:
    """Return two articles side by side; raises `NotHere` where the desk does not know one of them."""
    link, first, second = site.desk.pair(asked.path["a"], asked.path["b"])
    articles = {each.article.id: outward_article(each.article) for each in (first, second)}
    a, b = (link.a, link.b) if link else (first.article.id, second.article.id)
    copy, original = articles[a], articles[b]
    stories = {site.article(each.id).story for each in (copy, original)}
    story = stories.pop() if len(stories) == 1 else None
    told = site.compared(site.desk.card(story)) if story and link else None
    return PairPage(
        copy=copy,
        original=original,
        link=link,
        shared=_shared(link, copy, original, told.brief if told else None) if link else None,
        columns=columns(link or _nothing_shared(copy, original), copy, original, "c"),
        places=Places(articles=(copy.id, original.id), pairs={}),
        story=story,
    )


def _shared(link: Link, copy: Article, original: Article, told: StoryBrief | None) -> SharedText:
    """Return the link as the brief shows it; `told` is the story of both, whose origins say who supplied them."""
    index = StoryIndex(1, (copy, original), origins=told.origins if told else ())
    return shared_text(link, {copy.id: index, original.id: index}, pair="c")


def _nothing_shared(copy: Article, original: Article) -> Link:
    return Link(kind="copies", a=copy.id, b=original.id, verdict="no", score=0.0, by="web/1")
