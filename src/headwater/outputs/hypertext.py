"""Brief → one self-contained web page: no script, no request to anywhere, every string of a page escaped.

>>> from headwater.outputs.sample import sample_brief
>>> page = brief_html(sample_brief())
>>> page.startswith("<!doctype html>"), "<script" in page
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from headwater.model import Article, Brief, Link
from headwater.outputs import labels, point_labels
from headwater.outputs.cite import Cite
from headwater.outputs.citing import outlet
from headwater.outputs.closing import closing_line, number
from headwater.outputs.comparing import comparable
from headwater.outputs.copying import lay_out_copies
from headwater.outputs.laying_out import lay_out_placed
from headwater.outputs.marks import Paragraph, marked
from headwater.outputs.order import ordered
from headwater.outputs.pairs import NO_PAIRS, Pairs, pairs_across, story_pairs
from headwater.outputs.sheet import StorySheet
from headwater.outputs.times import readable
from headwater.outputs.visible import around, capitalised, one_line, short, visible, web_address

PAIRS_IN_BRIEF = 8
"""Pairs of articles side by side for each story of a brief."""
PAIRS = 40
"""… and in the page of copies, where not all are asked for."""
_BOUNDS = {
    "QUOTE": 420,  # characters of a sentence
    "OUTLETS": 6,  # that have a sentence in the same way; the others are folded, as is what follows
    "WORDINGS": 3,  # different sentences under one answer
    "JUDGEMENTS": 12,  # pairs of sentences under one point; the others are counted, as in what follows
    "OMITTING": 40,  # outlets that leave something out
    "OMITTED": 8,  # points under one of them
    "POINTS": 60,  # of one status
    "SINGLES": 60,
    "EVENTS": 40,
}
_MORE = Markup("<code>--full</code> shows all")
"""What is said where a list is cut."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _ArticleView:
    """One article at the end of the page."""

    anchor: str
    article: Article
    outlet: str
    url: str | None
    paragraphs: tuple[Paragraph, ...]
    split: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _StoryView:
    sheet: StorySheet
    side: Pairs
    articles: tuple[_ArticleView, ...] = ()


def brief_html(brief: Brief, *, full: bool = False) -> str:
    """Return the brief as one HTML page (UTF-8) whose quotes lead to the marked words in the articles at its end.

    Long lists are bounded and say how many are left; `full` lifts that. The page's Content-Security-Policy forbids
    scripts, forms and every request; addresses are linked only where they are http or https. Source of the policy: W3C
    Content Security Policy Level 3.

    >>> from headwater.model import Brief
    >>> "0 pages, 0 articles" in brief_html(Brief(stories=(), pages=0, rejected=()))
    True
    """
    placed = ordered(brief)
    stories = [
        _StoryView(
            sheet=sheet, side=story_pairs(sheet.number, told, PAIRS_IN_BRIEF), articles=_articles(sheet, told.articles)
        )
        for sheet, told in zip(lay_out_placed(placed, full=full), placed.stories, strict=True)
    ]
    return _with_articles("brief.html.j2", placed, stories, full=full)


def comparison_html(brief: Brief, *, full: bool = False) -> str:
    """Return the comparison of each story as one HTML page: points, grid, omissions, timeline, and the articles.

    Stories of one article, in which nothing can be compared, are counted, and with `full` shown; see `brief_html` for
    what the page forbids.

    >>> from headwater.outputs.sample import sample_brief
    >>> page = comparison_html(sample_brief())
    >>> "not mentioned" in page, 'href="#s1a1-0-32"' in page
    (True, True)
    """
    placed = ordered(brief)
    compared, lone = comparable(placed, full=full)
    stories = [
        _StoryView(sheet=sheet, side=NO_PAIRS, articles=_articles(sheet, told.articles))
        for sheet, told in zip(lay_out_placed(compared, full=full), compared.stories, strict=True)
    ]
    return _with_articles("comparison.html.j2", placed, stories, full=full, alone=lone)


def _with_articles(template: str, brief: Brief, stories: list[_StoryView], *, full: bool, alone: str = "") -> str:
    return environment().get_template(template).render(
        linked=True,
        stories=stories,
        split=[name for story in stories for view in story.articles for name in view.split],
        alone=alone,
        full=full,
        rejected=brief.rejected,
        closing=closing_line(brief),
    )  # fmt: skip


def copies_html(brief: Brief, links: Iterable[Link], *, full: bool = False) -> str:
    """Return the copies of a collection as one HTML page: the origins of each story as trees, and articles side by side.

    `links` are those of the whole collection, `full` shows every pair and every article; see `brief_html` for what the
    page forbids.

    >>> from headwater.outputs.sample import sample_brief
    >>> page = copies_html(sample_brief(), ())
    >>> page.count('<details class="pair"'), 'href="#s1c1"' in page
    (3, True)
    """
    report = lay_out_copies(brief, links, full=full)
    limit = None if full else PAIRS
    stories = [
        _StoryView(sheet=sheet, side=story_pairs(sheet.number, told, limit))
        for sheet, told in zip(report.stories, report.brief.stories, strict=True)
    ]
    return environment().get_template("copies.html.j2").render(
        linked=False,
        stories=stories,
        across=pairs_across(report.across, report.articles, limit),
        alone=report.lone,
        rejected=report.brief.rejected,
        closing=report.closing,
    )  # fmt: skip


def _articles(sheet: StorySheet, articles: tuple[Article, ...]) -> tuple[_ArticleView, ...]:
    cited: dict[int, list[Cite]] = {}
    for cite in sheet.cites():
        if cite.part == "text" and cite.spans:
            cited.setdefault(cite.article, []).append(cite)
    return tuple(
        _article(f"{sheet.anchor}a{place}", article, cited.get(place, []))
        for place, article in enumerate(articles, start=1)
    )


def _article(anchor: str, article: Article, cites: list[Cite]) -> _ArticleView:
    written = marked(article.text, article.blocks, anchor, (span for cite in cites for span in cite.spans))
    return _ArticleView(
        anchor=anchor,
        article=article,
        outlet=outlet(article),
        url=web_address(article.url),
        paragraphs=written.paragraphs,
        split=written.split,
    )


def _shown(value: object) -> object:
    """What every expression of the template goes through: page text is made visible before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _href(cite: Cite) -> str:
    """Where evidence leads: to the mark in the article at the end of the page."""
    return f"#{cite.anchor}"


def _beside(pair: str) -> str:
    """Where two articles stand side by side."""
    return f"#{pair}"


@cache
def environment() -> Environment:
    """Return what draws every page: templates of this room, page text made visible and escaped.

    Other pages lay their templates over it, and say where evidence (`href`) and pairs (`beside`) lead and how lists go on.
    """
    made = Environment(
        loader=PackageLoader("headwater.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters |= {
        "capitalised": capitalised,
        "readable": readable,
        "short": short,
        "one_line": one_line,
        "web_address": web_address,
    }
    made.globals |= {"labels": labels, "point_labels": point_labels, "number": number, "around": around}
    made.globals |= {"href": _href, "beside": _beside, "MORE": _MORE, "MORE_HELD": _MORE + ", JSON and CSV hold all"}
    made.globals |= _BOUNDS
    return made
