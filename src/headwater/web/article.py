"""The page of an article: its text with the cited words marked, what was cut from the page, and which answers it gives.

>>> from headwater.outputs.sample import sample_story
>>> from headwater.web.site import lay_out_story
>>> told = lay_out_story(sample_story(), full=False)
>>> [(each.point.status, each.letter, each.words) for each in given_answers(told, told.brief.articles[2])]
[('disputed', 'B', 'twelve')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from headwater.model import Article, ArticleView, Link, Span, StoryCard
from headwater.outputs import point_labels
from headwater.outputs.marks import Marked, marked
from headwater.outputs.point_sheet import PointSheet
from headwater.outputs.visible import web_address
from headwater.web.addresses import MARK
from headwater.web.asked import Asked
from headwater.web.evidence import Cited, cited, stylesheet
from headwater.web.site import Site, Told

_VERSIONS = 20
_COPIES = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenAnswer:
    """An answer that an article gives to a point of its story."""

    point: PointSheet
    letter: str
    """Of the answer, where the point has several."""
    words: str
    """The answer's value; where the point has only one, what the article itself says."""
    heading: str
    """All answers of the point beside each other."""
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """Another article that this one shares text with."""

    link: Link
    other: Article
    takes: bool
    """This article is the one that takes; False: the other does, or nobody is shown to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticlePage:
    """Everything that the page of an article shows."""

    template: ClassVar[str] = "article.html.j2"
    view: ArticleView
    card: StoryCard | None
    url: str | None
    text: Marked
    answers: tuple[GivenAnswer, ...]
    shared: tuple[Shared, ...]
    more_shared: int
    versions: tuple[Article, ...]
    """All that the address had, oldest first; empty where there is only this one."""


def article_page(site: Site, asked: Asked) -> ArticlePage:
    """Return the page of an article; raises `NotHere` for an id that the desk does not know."""
    view, card, told, found = _read(site, asked)
    article = view.article
    return ArticlePage(
        view=view,
        card=card,
        url=web_address(article.url),
        text=_marked(article, found),
        answers=tuple(given_answers(told, article)) if told else (),
        shared=tuple(_shared(site, view)),
        more_shared=max(len(view.copies) - _COPIES, 0),
        versions=_versions(site, view),
    )


def article_marks(site: Site, asked: Asked) -> str:
    """Return the style sheet of the page of an article (see `headwater.web.evidence`)."""
    view, _card, _told, found = _read(site, asked)
    return stylesheet(found, _marked(view.article, found).split)


def article_stamp(site: Site, asked: Asked) -> str:
    """Return what the page of an article depends on: its story, its versions, and what people decided."""
    view = site.article(asked.path["article"])
    card = site.desk.card(view.story) if view.story else None
    told = f"{card.id} {card.revision}" if card else ""
    return f"{view.article.id} {' '.join(view.versions)} {told} {site.desk.counts().corrections}"


def given_answers(told: Told, article: Article) -> Iterator[GivenAnswer]:
    """Yield the answers that an article gives, in the order of the points; one an answer, at its first evidence."""
    points = told.points
    for sheet in told.sheet.points:
        for answer, record in zip(sheet.answers, points[sheet.anchor].answers, strict=True):
            span = next((found.span for found in record.evidence if found.article == article.id), None)
            if span is not None:
                yield GivenAnswer(
                    point=sheet,
                    letter=answer.letter if sheet.divided else "",
                    words=answer.value if sheet.divided else span.of(article.text),
                    heading=point_labels.values(sheet, 60) if sheet.divided else "",
                    span=span,
                )


def _read(site: Site, asked: Asked) -> tuple[ArticleView, StoryCard | None, Told | None, Cited]:
    view = site.article(asked.path["article"])
    card = site.desk.card(view.story) if view.story else None
    told = site.compared(card) if card else None
    return view, card, told, cited(told.brief if told else None, view.article, view.statements)


def _marked(article: Article, found: Cited) -> Marked:
    return marked(article.text, article.blocks, MARK, found.spans)


def _shared(site: Site, view: ArticleView) -> Iterator[Shared]:
    own = view.article.id
    links = sorted(view.copies, key=lambda link: (link.verdict == "no", -link.share, link.a, link.b))
    for link in links[:_COPIES]:
        other = link.b if link.a == own else link.a
        yield Shared(link=link, other=site.article(other).article, takes=link.a == own and link.directed)


def _versions(site: Site, view: ArticleView) -> tuple[Article, ...]:
    if len(view.versions) < 2:
        return ()
    return tuple(site.article(each).article for each in view.versions[-_VERSIONS:])
