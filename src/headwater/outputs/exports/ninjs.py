"""Articles and stories → IPTC ninjs 3.2: an article as a `text` item, a story as a `composite` with its articles.

Source: IPTC ninjs, News in JSON, version 3.2 (http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json).

>>> from headwater.outputs.sample import sample_story
>>> story = story_ninjs(sample_story())
>>> story["type"], [item["infoSources"][0]["name"] for item in story["associations"]]
('composite', ['The Daily Tern', 'Harbour Post', 'Quill Mail'])
"""

from __future__ import annotations

from collections.abc import Iterable

from headwater.model import Actor, ActorKind, Article, ArticleView, Link, Statement, StoryBrief
from headwater.outputs.exports.identifiers import address, language_tag, urn
from headwater.outputs.exports.instants import given, instant
from headwater.outputs.exports.naming import in_order, named_in, others_credited
from headwater.outputs.exports.ninjs_shapes import (
    AssociationRow,
    DescriptionRow,
    ItemRow,
    NamedRow,
    RoleRow,
    StandardRow,
    TextRow,
)
from headwater.outputs.exports.quotations import SHORT, quotations
from headwater.outputs.exports.settings import ALONE, ExportSettings
from headwater.outputs.labels import quoted
from headwater.outputs.visible import one_line, short

STANDARD: StandardRow = {
    "name": "ninjs",
    "version": "3.2",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#",
}
QUOTED = 20
"""Quotations of one article that are given."""


def story_ninjs(told: StoryBrief, settings: ExportSettings = ALONE) -> ItemRow:
    """Return a story as one `composite` item; its articles are associations with `rel` “member”.

    An article's own associations lead to what it takes text from (`derivedFrom`).
    """
    told = in_order(told)
    titles = {article.id: _name(article) for article in told.articles}
    said: dict[str, list[Statement]] = {}
    for statement in told.statements:
        said.setdefault(statement.article, []).append(statement)
    taken: dict[str, list[Link]] = {}
    for link in told.copies:
        taken.setdefault(link.a, []).append(link)
    named = named_in(told.actors)
    members: list[AssociationRow] = []
    for article in told.articles:
        item = _item(article, said.get(article.id, ()), settings)
        _add_names(item, named.get(article.id, ()), "mentions")
        _add_sources(item, taken.get(article.id, ()), titles)
        members.append({"name": titles[article.id], "rel": "member", **item})
    story: ItemRow = {
        "uri": urn("story", told.story.id),
        "standard": STANDARD,
        "type": "composite",
        "representationType": "full" if settings.full else "partial",
        "title": told.story.title,
        "headlines": [_text(told.story.title)],
        "altIds": [{"role": "headwater story", "value": told.story.id}],
        "associations": members,
    }
    _add_names(story, told.actors, "mentions")
    home = settings.story(told.story.id)
    if home:
        story["renditions"] = [{"name": "web", "href": home, "contentType": "text/html"}]
    return story


def article_ninjs(view: ArticleView, settings: ExportSettings = ALONE) -> ItemRow:
    """Return one article as a `text` item.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> view = ArticleView(article=told.articles[0], statements=told.statements, story="s1", copies=(), versions=(), current=True)
    >>> item = article_ninjs(view)
    >>> item["headlines"][0]["value"], item["descriptions"][-1]["value"], "bodies" in item
    ('Boats sink at Quill Bay', '“Nine boats sank” (Ana Ruz)', False)
    """
    item = _item(view.article, view.statements, settings)
    _add_sources(item, [link for link in view.copies if link.a == view.article.id], {})
    document: ItemRow = {"uri": item["uri"], "standard": STANDARD}
    document.update(item)
    return document


def _item(article: Article, statements: Iterable[Statement], settings: ExportSettings) -> ItemRow:
    item: ItemRow = {
        "uri": urn("article", article.id),
        "type": "text",
        "representationType": "full" if settings.full else "partial",
        "altIds": [{"role": "headwater article", "value": article.id}],
    }
    if article.title:
        item["title"] = article.title
        item["headlines"] = [_text(article.title)]
    language = language_tag(article.language)
    if language:
        item["language"] = language
    _add_publication(item, article)
    descriptions = list(_descriptions(article, statements))
    if descriptions:
        item["descriptions"] = descriptions
    url = address(article.url)
    if url:
        item["renditions"] = [{"name": "web", "href": url, "contentType": "text/html"}]
    if settings.full:
        item["bodies"] = [
            {
                "role": "main",
                "contentType": "text/plain",
                "value": article.text,
                "charCount": len(article.text),
                "wordCount": len(article.text.split()),
            }
        ]
    return item


def _add_publication(item: ItemRow, article: Article) -> None:
    created = instant(article.published)
    if created:
        item["contentCreated"] = created
    if article.authors:
        item["by"] = ", ".join(article.authors)
    if article.rights:
        item["copyrightNotice"] = article.rights
    if article.tags:
        item["subjects"] = [{"name": tag, "rel": "keyword"} for tag in article.tags]
    sources = _suppliers(article)
    if sources:
        item["infoSources"] = sources


def _descriptions(article: Article, statements: Iterable[Statement]) -> Iterable[DescriptionRow]:
    """The day of publication, where that is all the page gives and `contentCreated` would make up an hour; quotations."""
    day = None if instant(article.published) else given(article.published)
    if day:
        yield {"role": "published", "contentType": "text/plain", "value": day}
    for quotation in quotations(article, statements)[:QUOTED]:
        by = f" ({one_line(quotation.speaker)})" if quotation.speaker else ""
        yield {
            "role": "quotation",
            "contentType": "text/plain",
            "value": quoted(short(quotation.words, SHORT)) + by,
        }


def _suppliers(article: Article) -> list[RoleRow]:
    outlets: list[RoleRow] = [{"name": article.outlet, "role": "publisher"}] if article.outlet else []
    suppliers: list[RoleRow] = [{"name": credit.agency, "role": credit.kind} for credit in others_credited(article)]
    return outlets + suppliers


def _add_names(item: ItemRow, actors: Iterable[Actor], rel: str) -> None:
    grouped: dict[ActorKind, list[NamedRow]] = {}
    for actor in actors:
        named: NamedRow = {"name": actor.name, "rel": rel, "uri": urn("actor", actor.id)}
        grouped.setdefault(actor.kind, []).append(named)
    if "person" in grouped:
        item["people"] = grouped["person"]
    if "group" in grouped:
        item["organisations"] = grouped["group"]
    if "place" in grouped:
        item["places"] = grouped["place"]


def _add_sources(item: ItemRow, links: Iterable[Link], titles: dict[str, str]) -> None:
    """An undirected copy says nothing of who took from whom and is left out."""
    sources: list[AssociationRow] = [
        {"name": titles.get(link.b, link.b), "rel": "derivedFrom", "uri": urn("article", link.b), "type": "text"}
        for link in links
        if link.verdict == "yes" and link.directed
    ]
    if sources:
        item["associations"] = sources


def _name(article: Article) -> str:
    return article.title or article.outlet or article.id


def _text(value: str) -> TextRow:
    return {"role": "main", "contentType": "text/plain", "value": value}
