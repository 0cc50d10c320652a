"""Pages → articles: each page is read by its kind, then language, credits, outlet and id are added.

>>> from headwater.model import Page, Place
>>> markup = b"<title>Rain</title><article><h1>Rain</h1><p>Rain fell on the hills all night, said Ana Ruiz.</p></article>"
>>> page = Page(id="p", content=markup, media="html", declared=None, place=Place(page="p", file="rain.html"))
>>> read_article(page).text
'Rain fell on the hills all night, said Ana Ruiz.'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from headwater.articles.credits import find_credits, name_outlet
from headwater.articles.dumps import read_dump
from headwater.articles.html import read_html
from headwater.articles.items import read_item
from headwater.articles.language import language_of
from headwater.articles.reading import Reading
from headwater.articles.ready import read_ready
from headwater.model import Article, FeedItem, Page, Place, Rejected, digest
from headwater.pages import decode, ready_row

METHOD = "articles/1"


def read_articles(pages: Iterable[Page | Place | Rejected]) -> Iterator[Article | Rejected]:
    """Yield an article, or the reason why there is none, for each page as it comes; rejected inputs pass through.

    Lazy: one page is held at a time. A `Place` is a page seen before in another place and yields nothing.
    """
    for page in pages:
        if isinstance(page, Page):
            yield read_article(page)
        elif isinstance(page, Rejected):
            yield page


def read_article(page: Page) -> Article | Rejected:
    """Return the article of one page, or `Rejected("no article")` where there is no news text in it; never raises."""
    reading = _reading(page)
    if reading is None or not reading.text.strip():
        detail = "There is no news text in this page; if there should be one, please report it with the page."
        place = page.place
        return Rejected(
            file=place.file, member=place.member, page=page.id, reason="no article", detail=detail, by=METHOD
        )
    return _article(page, reading)


def _reading(page: Page) -> Reading | None:
    """Read a page by its kind: a feed's item as it stands there, a whole page that a feed led to with the feed's help."""
    if page.summary is not None and page.place.member:
        return read_item(decode(page), page.media, page.summary)
    if page.media == "ready":
        return read_ready(ready_row(page))
    reading = read_html(decode(page), page.place.url) if page.media == "html" else read_dump(decode(page))
    return reading if reading is None or page.summary is None else _helped(reading, page.summary)


def _helped(reading: Reading, item: FeedItem) -> Reading:
    """Fill what a page does not say of itself with what the feed says of it."""
    return replace(
        reading,
        title=reading.title or item.title,
        outlet=reading.outlet or item.outlet,
        authors=reading.authors or item.authors,
        published=reading.published or item.published,
        tags=reading.tags or item.tags,
    )


def _article(page: Page, reading: Reading) -> Article:
    credits_found = find_credits(reading.text, reading.cuts)
    outlet = reading.outlet or name_outlet(reading.text, reading.cuts, credits_found, reading.rights)
    return Article(
        id=digest(page.id, reading.text),
        page=page.id,
        places=(page.place,),
        title=reading.title,
        outlet=outlet,
        url=reading.url or page.place.url,
        authors=reading.authors,
        published=reading.published,
        language=language_of(reading.text, reading.language),
        section=reading.section,
        tags=reading.tags,
        credits=credits_found,
        rights=reading.rights,
        translations=reading.translations,
        text=reading.text,
        blocks=reading.blocks,
        cuts=reading.cuts,
        by=reading.by,
    )
