"""Rows of the shared data → articles, through the same public functions that the command line uses."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from headwater.articles import read_article
from headwater.model import Article
from headwater.pages import ready_page

Row = Mapping[str, object]
READY = ("id", "text", "title", "source", "outlet", "url", "published")
"""The fields of a ready article; every other field of a row, gold ones included, is never looked at."""


def read_rows(path: Path) -> Iterator[dict[str, object]]:
    """Yield the JSON objects of a file of JSON lines, plain or gzip."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> int:
    """Write JSON objects as lines and return how many there were."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def articles_of(rows: Iterable[Row]) -> list[tuple[str, Article]]:
    """Read ready articles, each with its row's id; a row without a readable text is left out."""
    found = []
    for row in rows:
        given = {key: value for key in READY if isinstance(value := row.get(key), str)}
        if not given.get("text"):
            continue
        read = read_article(ready_page(given, file="-"))
        if isinstance(read, Article):
            found.append((str(row["id"]), read))
    return found
