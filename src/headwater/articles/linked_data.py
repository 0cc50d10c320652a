"""JSON-LD in a page → the one record in it that describes the article.

Publishers write schema.org records into `<script type="application/ld+json">`: arrays, `@graph`s with references,
several articles on one page, and broken JSON. What cannot be read is left aside; nothing is guessed.

>>> record = article_record(['{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "Rain"},]}'])
>>> record.text("headline")
'Rain'
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

LARGEST = 2_000_000
"""A script with more characters than this is not read."""
MOST = 5_000
"""So many nodes of a page's records are looked at."""
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$"
)
MARKUP = re.compile(r"<[^<>]*>")
SPACE = re.compile(r"\s+")
ELSEWHERE = frozenset(
    "itemlistelement mentions comment comments review isrelatedto citation haspart ispartof about breadcrumb "
    "relatedlink significantlink video image publisher author".split()
)
"""Properties that lead away from the page's own article."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One schema.org node with the other nodes that it may refer to."""

    fields: Mapping[str, object]
    nodes: Mapping[str, Mapping[str, object]]
    """Every node of the page that has an `@id`."""

    def text(self, name: str) -> str | None:
        """Return a property as one line of text; None where it is absent, empty or not text."""
        return next(self._texts(name), None)

    def long_text(self, name: str) -> str | None:
        """Return a property with its line breaks; None where it is absent, empty or not text."""
        value = self.fields.get(name)
        return unescape(value) if isinstance(value, str) and value.strip() else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return every text that a property holds, in order."""
        return tuple(self._texts(name))

    def _texts(self, name: str) -> Iterator[str]:
        for value in _listed(self.fields.get(name)):
            if isinstance(value, str) and (line := _line(value)):
                yield line

    def records(self, name: str) -> tuple[Record, ...]:
        """Return every node that a property holds or refers to, in order; a bare string becomes a node with a name."""
        return tuple(Record(fields=node, nodes=self.nodes) for node in self._nodes(name))

    def _nodes(self, name: str) -> Iterator[Mapping[str, object]]:
        for value in _listed(self.fields.get(name)):
            if isinstance(value, str):
                yield {"name": value}
            elif isinstance(value, dict):
                known = self.nodes.get(str(value.get("@id")), {})
                yield {**known, **value}

    def is_a(self, *kinds: str) -> bool:
        """Say whether the node is of a type whose name ends in one of `kinds`."""
        return any(isinstance(kind, str) and kind.endswith(kinds) for kind in _listed(self.fields.get("@type")))


EMPTY = Record(fields={}, nodes={})
ARTICLES = ("Article", "BlogPosting", "Report", "Newsletter")


def article_record(scripts: Iterable[str]) -> Record:
    """Return the first article that a page's JSON-LD scripts describe, outermost first; an empty record without one.

    Types are those of schema.org (`NewsArticle`, `ReportageNewsArticle`, `LiveBlogPosting`, …).
    """
    found = [node for script in scripts for node in _nodes_of(script)]
    nodes = {str(node["@id"]): node for node in found if "@id" in node and len(node) > 1}
    articles = [record for node in found if (record := Record(fields=node, nodes=nodes)).is_a(*ARTICLES)]
    return next((record for record in articles if record.text("headline") or record.text("datePublished")), EMPTY)


def _nodes_of(script: str) -> Iterator[Mapping[str, object]]:
    waiting: list[object] = [_loaded(script)]
    for seen, value in enumerate(waiting):
        if seen > MOST:
            return
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(
                inner
                for name, inner in value.items()
                if isinstance(inner, (dict, list)) and name.lower() not in ELSEWHERE
            )


def _loaded(script: str) -> object:
    if len(script) > LARGEST:
        return None
    content = WRAPPING.sub("", WRAPPING.sub("", script)).strip()
    for attempt in (content, TRAILING_COMMA.sub(r"\1", content)):
        try:
            value: object = json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _line(value: str) -> str:
    return SPACE.sub(" ", MARKUP.sub(" ", unescape(value))).strip()
