"""Articles and stories → schema.org JSON-LD: `NewsArticle` and `Quotation`, a story as a `Collection` of them.

>>> from headwater.outputs.sample import sample_story
>>> story = story_jsonld(sample_story())
>>> story["@type"], [part["publisher"]["name"] for part in story["hasPart"]]
('Collection', ['The Daily Tern', 'Harbour Post', 'Quill Mail'])
>>> story["hasPart"][0]["hasPart"][0]["text"]
'Nine boats sank'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from headwater.model import Actor, ActorKind, Article, ArticleView, CreditKind, Link, Span, Statement, StoryBrief
from headwater.outputs.annotations import AROUND
from headwater.outputs.cite import stated_in
from headwater.outputs.exports.identifiers import address, language_tag, urn
from headwater.outputs.exports.instants import given
from headwater.outputs.exports.jsonld_shapes import (
    ArticleNode,
    PartyNode,
    QuotationNode,
    RunNode,
    SelectorNode,
    SourceNode,
    StoryNode,
)
from headwater.outputs.exports.naming import in_order, kinds, others_credited
from headwater.outputs.exports.quotations import SHORT, Quotation, quotations
from headwater.outputs.exports.settings import ALONE, ExportSettings
from headwater.outputs.visible import short

CONTEXT: tuple[str, dict[str, str]] = ("https://schema.org", {"oa": "http://www.w3.org/ns/oa#"})
_SUPPLIED: Mapping[CreditKind, str] = {"republished": "isBasedOn", "co-written": "contributor"}
_TYPES: Mapping[ActorKind, str] = {"person": "Person", "group": "Organization", "place": "Place"}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Story:
    """What the nodes of one document are made from."""

    settings: ExportSettings
    statements: Mapping[str, tuple[Statement, ...]]
    copies: Mapping[str, tuple[Link, ...]]
    articles: Mapping[str, Article] = field(default_factory=dict)
    kinds: Mapping[str, ActorKind] = field(default_factory=dict)


def story_jsonld(told: StoryBrief, settings: ExportSettings = ALONE) -> StoryNode:
    """Return a story as a `Collection` whose parts are its articles, each with the quotations in it.

    `isBasedOn` leads from a copy to what it takes text from, where the direction is known. Texts of articles
    (`articleBody`) are left out, and quotations cut at 600 characters, but for `full`. Source: schema.org vocabulary, release 29.
    """
    told = in_order(told)
    story = _Story(
        settings=settings,
        statements=_by_article(told.statements),
        copies=_taken(told.copies),
        articles={article.id: article for article in told.articles},
        kinds=kinds(told.actors),
    )
    node: StoryNode = {
        "@context": list(CONTEXT),
        "@type": "Collection",
        "@id": urn("story", told.story.id),
        "identifier": told.story.id,
        "name": told.story.title,
        "collectionSize": len(told.articles),
        "hasPart": [_article(article, story) for article in told.articles],
    }
    home = settings.story(told.story.id)
    if home:
        node["url"] = home
    mentions = [_actor(actor) for actor in told.actors if actor.kind in _TYPES]
    if mentions:
        node["mentions"] = mentions
    return node


def article_jsonld(view: ArticleView, settings: ExportSettings = ALONE) -> ArticleNode:
    """Return one article as a `NewsArticle` with the quotations in it.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> view = ArticleView(article=told.articles[1], statements=(), story="s1", copies=told.copies, versions=(), current=True)
    >>> [source["@id"] == urn("article", "a1") for source in article_jsonld(view)["isBasedOn"]]
    [True]
    """
    story = _Story(settings=settings, statements=_by_article(view.statements), copies=_taken(view.copies))
    node = _article(view.article, story)
    if view.story:
        node["isPartOf"] = {"@id": urn("story", view.story)}
    document: ArticleNode = {"@context": list(CONTEXT)}
    document.update(node)
    return document


def _by_article(statements: Iterable[Statement]) -> dict[str, tuple[Statement, ...]]:
    grouped: dict[str, list[Statement]] = {}
    for statement in statements:
        grouped.setdefault(statement.article, []).append(statement)
    return {article: tuple(each) for article, each in grouped.items()}


def _taken(copies: Iterable[Link]) -> dict[str, tuple[Link, ...]]:
    grouped: dict[str, list[Link]] = {}
    for link in copies:
        if link.verdict == "yes" and link.directed:
            grouped.setdefault(link.a, []).append(link)
    return {article: tuple(sorted(each, key=lambda link: (-link.share, link.b))) for article, each in grouped.items()}


def _article(article: Article, story: _Story) -> ArticleNode:
    node: ArticleNode = {"@type": "NewsArticle", "@id": urn("article", article.id), "identifier": article.id}
    _add_publication(node, article)
    if article.section:
        node["articleSection"] = article.section
    if article.tags:
        node["keywords"] = list(article.tags)
    if article.rights:
        node["copyrightNotice"] = article.rights
    _add_sources(node, article, story)
    said = quotations(article, story.statements.get(article.id, ()))
    if said:
        node["hasPart"] = [_quotation(each, article, place, story) for place, each in enumerate(said, start=1)]
    if story.settings.full:
        node["articleBody"] = article.text
    return node


def _add_publication(node: ArticleNode, article: Article) -> None:
    if article.title:
        node["headline"] = article.title
    url = address(article.url)
    if url:
        node["url"] = url
        node["mainEntityOfPage"] = url
    published = given(article.published)
    if published:
        node["datePublished"] = published
    language = language_tag(article.language)
    if language:
        node["inLanguage"] = language
    if article.outlet:
        node["publisher"] = _party("Organization", article.outlet)
    if article.authors:
        node["author"] = [_party("Person", author) for author in article.authors]


def _add_sources(node: ArticleNode, article: Article, story: _Story) -> None:
    """Copies and republished credits are what it is based on; suppliers of facts and quotations are cited."""
    suppliers: dict[str, list[str]] = {}
    for credit in others_credited(article):
        suppliers.setdefault(_SUPPLIED.get(credit.kind, "citation"), []).append(credit.agency)
    based = [_source(link.b, story) for link in story.copies.get(article.id, ())]
    based += [
        {"@type": "CreativeWork", "publisher": _party("Organization", name)} for name in suppliers.get("isBasedOn", ())
    ]
    if based:
        node["isBasedOn"] = based
    if "contributor" in suppliers:
        node["contributor"] = [_party("Organization", name) for name in suppliers["contributor"]]
    if "citation" in suppliers:
        node["citation"] = list(dict.fromkeys(suppliers["citation"]))


def _source(article: str, story: _Story) -> SourceNode:
    node: SourceNode = {"@type": "NewsArticle", "@id": urn("article", article)}
    found = story.articles.get(article)
    url = address(found.url) if found else None
    if found and found.title:
        node["headline"] = found.title
    if url:
        node["url"] = url
    return node


def _quotation(quotation: Quotation, article: Article, place: int, story: _Story) -> QuotationNode:
    node: QuotationNode = {
        "@type": "Quotation",
        "@id": urn("statement", quotation.statement.id),
        "text": _bounded(quotation.words, story.settings),
        "position": place,
        "isPartOf": {"@id": urn("article", article.id)},
    }
    language = language_tag(article.language)
    if language:
        node["inLanguage"] = language
    kind = story.kinds.get(quotation.statement.speaker or "", "other")
    if quotation.speaker and kind in {"person", "group"}:
        node["spokenByCharacter"] = _party(_TYPES[kind], quotation.speaker)
    elif quotation.speaker:  # schema.org knows speakers only as Person or Organization: which one is not guessed
        node["creditText"] = quotation.speaker
    runs = [_run(run, quotation.statement, article, story.settings) for run in quotation.runs]
    if len(runs) == 1:
        node["@type"] = runs[0]["@type"]
        node["oa:hasSource"] = runs[0]["oa:hasSource"]
        node["oa:hasSelector"] = runs[0]["oa:hasSelector"]
    else:
        node["hasPart"] = runs
    return node


def _run(run: Span, statement: Statement, article: Article, settings: ExportSettings) -> RunNode:
    text = stated_in(statement, article)
    selectors: list[SelectorNode] = []
    if settings.full or run.end - run.start <= SHORT:
        selectors.append(
            {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": run.of(text),
                "oa:prefix": text[max(0, run.start - AROUND) : run.start],
                "oa:suffix": text[run.end : run.end + AROUND],
            }
        )
    if statement.part == "text":
        selectors.append({"@type": "oa:TextPositionSelector", "oa:start": run.start, "oa:end": run.end})
    return {
        "@type": ["Quotation", "oa:SpecificResource"],
        "text": _bounded(run.of(text), settings),
        "oa:hasSource": {"@id": urn("article", article.id)},
        "oa:hasSelector": selectors,
    }


def _bounded(words: str, settings: ExportSettings) -> str:
    return words if settings.full or len(words) <= SHORT else short(words, SHORT)


def _actor(actor: Actor) -> PartyNode:
    node = _party(_TYPES[actor.kind], actor.name)
    node["@id"] = urn("actor", actor.id)
    others = [variant for variant in actor.variants if variant != actor.name]
    if others:
        node["alternateName"] = others
    return node


def _party(kind: str, name: str) -> PartyNode:
    return {"@type": kind, "name": name}
