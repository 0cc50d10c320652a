"""The shared pages → pages with their article's text, rendered as plain text in several ways.

Enters: `../shared/data/pages/{fundus,wcxb}.jsonl.gz` (`id, url, html, dump, text`). Leaves: `GoldPage`.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import html2text
import inscriptis
from resiliparse.extract.html2text import extract_plain_text

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
Collection = Literal["fundus", "wcxb"]
Rendering = Literal["dump", "inscriptis", "html2text"]
COLLECTIONS: tuple[Collection, ...] = get_args(Collection)
RENDERINGS: tuple[Rendering, ...] = get_args(Rendering)
SECOND_LEVEL = re.compile(r"\.(?:com?|org|net|ac|gov|edu)\.[a-z]{2}$")


@dataclass(frozen=True, kw_only=True, slots=True)
class GoldPage:
    """A page and the text of its article."""

    id: str
    collection: Collection
    site: str
    """What pages of one design share: no site is in both halves of a split."""
    html: str
    dump: str
    text: str
    title: str | None


def gold_pages(collection: Collection) -> Iterator[GoldPage]:
    """Yield the pages of a collection in the file's order."""
    with gzip.open(DATA / "pages" / f"{collection}.jsonl.gz", "rt", encoding="utf8") as rows:
        for row in map(json.loads, rows):
            outlet = row["id"].split("/")[-1].rsplit("_", 1)[0] if collection == "fundus" else ""
            site = outlet or _domain(row["url"]) or row["id"]
            yield GoldPage(
                id=row["id"],
                collection=collection,
                site=site,
                html=row["html"],
                dump=row["dump"],
                text=row["text"],
                title=row.get("title"),
            )


def render(page: GoldPage, rendering: Rendering) -> str:
    """Return the page as plain text, furniture and all."""
    if rendering == "dump":
        return page.dump
    if rendering == "inscriptis":
        return str(inscriptis.get_text(page.html))
    return str(html2text.html2text(page.html))


def render_plainly(page: GoldPage) -> str:
    """Return the page as resiliparse writes it without bullets and descriptions of pictures."""
    return str(extract_plain_text(page.html, list_bullets=False, alt_texts=False))


def _domain(url: str) -> str:
    host = urlsplit(url).hostname or ""
    keep = 3 if SECOND_LEVEL.search(host) else 2
    return ".".join(host.split(".")[-keep:])
