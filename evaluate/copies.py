"""Rows of the copies task → the family of each article and the article that it was taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evaluate.rows import articles_of
from headwater.copies import find_families, link_copies


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield `id`, `family` and `origin` for every row; `origin` is the row's own head or None, never guessed."""
    read = articles_of(rows)
    articles = [article for _, article in read]
    names = {article.id: name for name, article in read}
    links = link_copies(articles)
    taken = (link for link in links if link.verdict == "yes" and link.directed)
    by_share = sorted(taken, key=lambda link: link.share)
    parents = {link.a: link.b for link in by_share}  # of several the last stays: what most is taken from
    for family in find_families(articles, links):
        for article in family:
            parent = parents.get(article)
            yield {"id": names[article], "family": names[family[0]], "origin": names[parent] if parent else None}
