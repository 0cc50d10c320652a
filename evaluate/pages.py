"""Predict the article text of pages: a row carries `html` or `dump`, and is read as a user's own page would be.

>>> rows = [{"id": "1", "html": "<article><h1>Rain</h1><p>Rain fell on the hills all night, said Ana Ruiz.</p></article>"}]
>>> list(predict(rows))
[{'id': '1', 'text': 'Rain fell on the hills all night, said Ana Ruiz.'}]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from headwater.articles import read_article
from headwater.model import Article, Media, Page, Place, digest


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield `{"id", "text"}` for each row of `{"id", "html" or "dump", "url"?}`; a page without an article has no text."""
    for row in rows:
        article = read_article(_page(row))
        yield {"id": row["id"], "text": article.text if isinstance(article, Article) else ""}


def _page(row: Mapping[str, object]) -> Page:
    media: Media = "html" if "html" in row else "text"
    content = str(row["html"] if media == "html" else row["dump"]).encode("utf-8", "replace")
    page = digest(media, content)
    url = row.get("url")
    place = Place(page=page, file=str(row["id"]), url=str(url) if url else None)
    return Page(id=page, content=content, media=media, declared="utf-8", place=place)
