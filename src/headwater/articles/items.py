"""An item of a saved feed → its reading: all of it is the article, and the feed says what it is called.

>>> item = FeedItem(title="Rain", outlet="The Vale Post", published="2031-05-04")
>>> reading = read_item("<p>Rain fell.</p><p>Read more: All rain</p>", "html", item)
>>> reading.text, reading.title, reading.published
('Rain fell.', 'Rain', '2031-05-04')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.articles.extraction import PARAGRAPHS, Part
from headwater.articles.furniture import cuts
from headwater.articles.layout import laid_out
from headwater.articles.markup import Run, parse, runs
from headwater.articles.reading import Reading
from headwater.articles.tidy import without_leaks
from headwater.model import FeedItem, Media

METHOD = "articles.item/1"


def read_item(content: str, media: Media, item: FeedItem) -> Reading | None:
    """Return an item as an article; None where it has no words. `content` is its markup or plain text."""
    found = _runs(content) if media == "html" else []
    parts = list(_parts(found)) if media == "html" else _lines(content)
    parts = without_leaks(parts, item.title or "")
    if not parts:
        return None
    text, blocks = laid_out(parts)
    return Reading(
        text=text,
        blocks=blocks,
        cuts=cuts(found, [part.text for part in parts], item.title or ""),
        title=item.title,
        outlet=item.outlet,
        authors=item.authors,
        published=item.published,
        tags=item.tags,
        by=METHOD,
    )


def _runs(markup: str) -> list[Run]:
    tree = parse(markup)
    return [] if tree is None else list(runs(tree))


def _parts(found: Sequence[Run]) -> Iterator[Part]:
    for run in found:
        if run.said != "caption":
            yield Part(role=PARAGRAPHS.get(str(run.element.tag), "paragraph"), text=run.text, linked=run.linked)


def _lines(text: str) -> list[Part]:
    return [Part(role="paragraph", text=line.strip(), linked=0.0) for line in text.splitlines() if line.strip()]
