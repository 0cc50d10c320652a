"""Words and filters → articles and statements, with the words that were found highlighted.

>>> query_of(Asked.of({}, "words=boats&kind=statement&stance=denies&outlet=")).stance
'denies'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, get_args

from headwater.api.outward import outward_hit
from headwater.errors import UsageError
from headwater.model import Article, Hit, HitKind, Query, Slice, Stance, StoryCard, words
from headwater.outputs.cite import stated_in
from headwater.web import addresses
from headwater.web.asked import Asked
from headwater.web.site import Site
from headwater.web.snippets import Piece, snippet

_SNIPPET = 320
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One thing found, ready to be shown."""

    hit: Hit
    address: str
    """Of the words, where they are known, else of the article."""
    pieces: tuple[Piece, ...]
    speaker: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchPage:
    """The form of a search with what it finds."""

    template: ClassVar[str] = "search.html.j2"
    query: Query
    asked: bool
    """Something was asked for; else only the form is shown."""
    found: tuple[Found, ...]
    total: int | None
    following: str
    """Address of the next page of results; empty on the last."""
    wrong: str
    """Why the query could not be read; empty where it could."""
    story: StoryCard | None
    outlets: tuple[str, ...]


def search_page(site: Site, asked: Asked) -> SearchPage:
    """Return what words, filters or meaning find; a query that cannot be read is shown with what is wrong with it."""
    query = query_of(asked)
    given = query != Query(kind=query.kind, meaning=query.meaning)
    wrong = ""
    hits: Slice[Hit] = Slice(items=(), after=None)
    if given:
        try:
            hits = site.desk.search(query, after=asked.some("after"), limit=20)
        except UsageError as error:
            wrong = str(error)
    fields = {name: value for name, value in asked.fields if name != "after"}
    return SearchPage(
        query=query,
        asked=given,
        found=shown(hits.items),
        total=hits.total,
        following=addresses.with_fields("/search", **fields, after=hits.after) if hits.after else "",
        wrong=wrong,
        story=site.desk.card(query.story) if query.story else None,
        outlets=tuple(name for name, _ in site.desk.outlets(limit=200)),
    )


def query_of(asked: Asked) -> Query:
    """Return the query that the fields of a form spell out."""
    stance = asked.one("stance")
    kinds: tuple[HitKind, ...] = ("article", "statement")
    return Query(
        words=asked.one("words"),
        meaning=asked.flag("meaning"),
        kind=asked.choice("kind", kinds),
        outlet=asked.some("outlet"),
        language=asked.some("language"),
        since=asked.some("since"),
        until=asked.some("until"),
        speaker=asked.some("speaker"),
        about=asked.some("about"),
        stance=next((each for each in STANCES if each == stance), None),
        story=asked.some("story"),
    )


def shown(hits: Iterable[Hit]) -> tuple[Found, ...]:
    """Return hits with the words around what was found."""
    return tuple(_found(outward_hit(hit)) for hit in hits)


def _found(hit: Hit) -> Found:
    said, article = hit.statement, hit.article
    if said is None:
        return Found(hit=hit, address=addresses.article(article.id), pieces=_of_article(article, hit.spans), speaker="")
    spans = said.content or said.cue or said.source
    content = words(spans, stated_in(said, article))
    in_text = said.part == "text" and len(spans) == 1
    inside = tuple(
        (start - spans[0].start, end - spans[0].start)
        for start, end in hit.spans
        if in_text and spans[0].start <= start and end <= spans[0].end
    )
    return Found(
        hit=hit,
        address=addresses.article(article.id, spans[0] if spans and said.part == "text" else None),
        pieces=snippet(content, inside, 2 * _SNIPPET),
        speaker=said.speaker or words(said.source, stated_in(said, article)),
    )


def _of_article(article: Article, hits: tuple[tuple[int, int], ...]) -> tuple[Piece, ...]:
    body = next((block.span.start for block in article.blocks if block.role != "headline"), 0)
    return snippet(article.text, hits, _SNIPPET, first=body)
