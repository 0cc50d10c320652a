"""A feed → JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

>>> from headwater.outputs.exports.feed import Feed
>>> jsonfeed(Feed(id="urn:uuid:0", title="Boats sink", subtitle="", home=None, own=None, entries=()))["items"]
[]
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from headwater.outputs.exports.atom import UNTITLED
from headwater.outputs.exports.feed import Entry, Feed
from headwater.outputs.visible import one_line, visible

VERSION = "https://jsonfeed.org/version/1.1"


class AuthorRow(TypedDict):
    """Who published an item."""

    name: str


class ItemRow(TypedDict):
    """One entry."""

    id: str
    title: str
    content_text: str
    url: NotRequired[str]
    external_url: NotRequired[str]
    date_published: NotRequired[str]
    authors: NotRequired[list[AuthorRow]]
    tags: NotRequired[list[str]]
    language: NotRequired[str]


class FeedRow(TypedDict):
    """The whole feed."""

    version: str
    title: str
    description: str
    home_page_url: NotRequired[str]
    feed_url: NotRequired[str]
    items: list[ItemRow]


def jsonfeed(told: Feed) -> FeedRow:
    """Return a feed as JSON Feed values.

    `url` is the page on the desk, `external_url` the outlet's page; a time that nothing tells is left out.
    """
    row: FeedRow = {
        "version": VERSION,
        "title": one_line(told.title) or UNTITLED,
        "description": one_line(told.subtitle),
        "items": [_item(entry) for entry in told.entries],
    }
    if told.home:
        row["home_page_url"] = told.home
    if told.own:
        row["feed_url"] = told.own
    return row


def _item(entry: Entry) -> ItemRow:
    row: ItemRow = {"id": entry.id, "title": one_line(entry.title), "content_text": visible(entry.words)}
    url = entry.home or entry.live
    if url:
        row["url"] = url
    if entry.home and entry.live:
        row["external_url"] = entry.live
    if entry.published:
        row["date_published"] = entry.published
    authors: list[AuthorRow] = [{"name": one_line(name)} for name in entry.authors if one_line(name)]
    if authors:
        row["authors"] = authors
    if entry.tags:
        row["tags"] = [one_line(tag) for tag in entry.tags]
    if entry.language:
        row["language"] = entry.language
    return row
