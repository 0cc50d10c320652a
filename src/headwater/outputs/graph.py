"""Stories with their origins, and copy links → the copy graph: articles, origins outside the collection, and edges.

>>> from headwater.outputs.sample import sample_brief
>>> graph = copy_graph(sample_brief(), sample_brief().stories[0].copies)
>>> [(edge.source, edge.target, edge.kind) for edge in graph.edges]
[('a2', 'a1', 'copies'), ('a3', 'a1', 'copies'), ('a3', 'a2', 'shares'), ('a3', 'o3', 'rests on')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from headwater.model import Article, Brief, Link, Origin, StoryBrief
from headwater.outputs.order import ordered

EdgeKind = Literal["copies", "shares", "credits", "rests on"]
"""Takes text from an article; carries the same quotation or notice, no copy; has its text from an agency whose article is
not in the collection; has passages from an origin."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """An article, or an origin outside the collection: then only `name` is set beside the ids."""

    id: str
    kind: Literal["article", "origin"]
    name: str
    """The article's title, else its file; the origin's name."""
    outlet: str | None = None
    published: str | None = None
    file: str | None = None
    story: str | None = None
    origin: str | None = None
    """Id of the origin that the article belongs to as a whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edge:
    """From the one that takes to the one that it takes from; undirected where nothing shows which is which."""

    source: str
    target: str
    kind: EdgeKind
    directed: bool
    reason: str
    share: float | None = None
    """How much of the source's text it is, 0 to 1; None where that is not known."""
    verdict: str | None = None
    shared: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cluster:
    """The articles of one story."""

    id: str
    title: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Graph:
    """Everything in a fixed order."""

    clusters: tuple[Cluster, ...]
    outside: tuple[Node, ...]
    edges: tuple[Edge, ...]


def copy_graph(brief: Brief, links: Iterable[Link]) -> Graph:
    """Return the copy graph of a collection; `links` are all of its copy links, those between stories included.

    Shared quotations and notices are edges of their own kind, `shares`; drop them before looking for families.
    """
    placed = ordered(brief)
    known = {article.id for told in placed.stories for article in told.articles}
    linked = sorted(
        (link for link in set(links) if {link.a, link.b} <= known), key=lambda link: (link.a, link.b, repr(link))
    )
    neighbours: dict[str, set[str]] = {}
    for link in linked:
        neighbours.setdefault(link.a, set()).add(link.b)
        neighbours.setdefault(link.b, set()).add(link.a)
    below = {link.a for link in linked if link.directed and link.verdict == "yes"}
    edges = [_link(link) for link in linked]
    for told in placed.stories:
        for origin in told.origins:
            edges += _credits(origin, below)
            edges += _rests(origin, neighbours)
    targets = {edge.target for edge in edges}
    return Graph(
        clusters=tuple(_cluster(told) for told in placed.stories),
        outside=tuple(_outside(placed, targets)),
        edges=tuple(edges),
    )


def _cluster(told: StoryBrief) -> Cluster:
    origins = {article: origin.id for origin in told.origins for article in origin.articles}
    nodes = (_article(article, told.story.id, origins.get(article.id)) for article in told.articles)
    return Cluster(id=told.story.id, title=told.story.title, nodes=tuple(nodes))


def _article(article: Article, story: str, origin: str | None) -> Node:
    return Node(
        id=article.id,
        kind="article",
        name=article.title or article.file,
        outlet=article.outlet,
        published=article.published,
        file=article.file,
        story=story,
        origin=origin,
    )


def _outside(brief: Brief, targets: set[str]) -> Iterator[Node]:
    """The origins that an edge leads to; one that is not shown by an article of its own has to be a node itself."""
    seen: set[str] = set()
    for told in brief.stories:
        for origin in told.origins:
            if origin.id in targets and origin.id not in seen:
                seen.add(origin.id)
                yield Node(id=origin.id, kind="origin", name=origin.name, story=told.story.id)


def _link(link: Link) -> Edge:
    return Edge(
        source=link.a,
        target=link.b,
        kind="shares" if link.verdict == "no" else "copies",
        directed=link.directed and link.verdict != "no",
        reason=link.reason,
        share=link.share,
        verdict=link.verdict,
        shared=link.shared,
    )


def _credits(origin: Origin, below: set[str]) -> list[Edge]:
    """Edges to an agency outside the collection from the articles that took its text from no other article."""
    if origin.agency is None or origin.head is not None:
        return []
    return [
        Edge(source=article, target=origin.id, kind="credits", directed=True, reason=origin.reason)
        for article in origin.articles
        if article not in below
    ]


def _rests(origin: Origin, neighbours: dict[str, set[str]]) -> list[Edge]:
    """Edges for borrowed passages that no link shows already."""
    members = set(origin.articles)
    return [
        Edge(
            source=borrowed.article,
            target=origin.head or origin.id,
            kind="rests on",
            directed=True,
            reason=borrowed.reason,
            share=borrowed.share,
        )
        for borrowed in origin.borrowed
        if members.isdisjoint(neighbours.get(borrowed.article, set()))
    ]
