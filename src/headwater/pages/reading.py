r"""Files, folders, patterns and standard input → pages, each once, and where each was found again.

>>> import io
>>> page, again, end = read_pages(["-", "no/such/file"], stdin=io.BytesIO(b'{"text": "Rain."}\n{"text": "Rain."}'))
>>> page.media, again.page == page.id, end.reason
('ready', True, 'unreadable')
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from headwater.model import Page, Place, Rejected, digest
from headwater.pages.archives import read_archive
from headwater.pages.decoding import wide_codec
from headwater.pages.feeds import read_feed
from headwater.pages.inputs import STDIN, found_files
from headwater.pages.kinds import Kind, binary_name, kind_of
from headwater.pages.messages import read_message
from headwater.pages.rows import read_rows
from headwater.pages.settings import PageSettings
from headwater.pages.sources import Source, source_of
from headwater.pages.spots import Spot, encodable, page_at, rejected_at

NO_SETTINGS = PageSettings()
NOT_WORDS = b" \t\r\n\v\f\0\xef\xbb\xbf\xfe\xff"
"""White space, byte order marks, and the other half of both in UTF-16."""


def read_pages(
    inputs: Iterable[str], *, settings: PageSettings = NO_SETTINGS, stdin: BinaryIO | None = None
) -> Iterator[Page | Place | Rejected]:
    """Yield every page that the inputs hold, in order; a page seen before gives its new `Place` alone.

    Inputs are files, folders, patterns and `-` for standard input (`stdin`, else the process's own). What a file is,
    its bytes say. A file named twice is read once. Memory holds digests of what was seen, and one page at a time.
    Nothing about an input raises: what cannot be read is a `Rejected`.

    >>> [record.detail for record in read_pages(["no/such/*.html"])]
    ['no file matches the pattern; check it, or quote it differently for the shell']
    """
    seen: set[str] = set()
    for file in found_files(inputs):
        if isinstance(file, Rejected):
            yield file
            continue
        known = digest("file", file)
        if known in seen:
            continue
        seen.add(known)
        for record in _of_file(file, settings, stdin):
            if isinstance(record, Page) and record.id in seen:
                yield record.place
                continue
            if isinstance(record, Page):
                seen.add(record.id)
            yield record


def _of_file(file: str, settings: PageSettings, stdin: BinaryIO | None) -> Iterator[Page | Rejected]:
    spot = Spot(file=encodable(file))
    limit = settings.max_page_bytes
    try:
        if file == STDIN:
            yield from _of_source(source_of(stdin or sys.stdin.buffer, spot, limit=limit))
            return
        status = os.stat(file)  # noqa: PTH116 - a Path would lose the "./" that the user typed
        if not stat.S_ISREG(status.st_mode):  # a pipe or device may never end
            yield rejected_at(spot, "unreadable", 'not a regular file; send it through standard input and read "-"')
            return
        with Path(file).open("rb") as raw:
            yield from _of_source(source_of(raw, spot, limit=limit, size=status.st_size))
    except OSError as error:
        yield rejected_at(spot, "unreadable", f"{error.strerror or error}; check that it is there and yours to read")


def _of_source(source: Source) -> Iterator[Page | Rejected]:
    kind = kind_of(source.head)
    if kind in ("rows", "warc") and not wide_codec(source.head):
        yield from read_rows(source) if kind == "rows" else read_archive(source)
        fault = source.fault()
        if fault:
            yield fault
    elif kind in ("html", "text", "mhtml", "feed"):
        content = source.whole()
        yield from [content] if isinstance(content, Rejected) else _of_content(kind, content, source.spot)
    else:
        yield source.fault() or _unfit(kind, source)


def _of_content(kind: Kind, content: bytes, spot: Spot) -> Iterator[Page | Rejected]:
    if kind == "feed":
        yield from read_feed(content, spot)
    elif kind == "mhtml":
        yield read_message(content, spot)
    elif not content.translate(None, NOT_WORDS):
        yield rejected_at(spot, "empty", "nothing but white space")
    else:
        yield page_at(spot, content, "html" if kind == "html" else "text")


def _unfit(kind: Kind, source: Source) -> Rejected:
    if kind == "empty":
        return rejected_at(source.spot, "empty", "the file is empty")
    if kind == "binary":
        return rejected_at(source.spot, "binary", f"{binary_name(source.head)}; save the page as HTML or text")
    if kind == "gzip":
        return rejected_at(source.spot, "binary", "gzip inside gzip; unpack it once")
    if kind == "xml":
        return rejected_at(source.spot, "not a page", "XML that is neither a web page nor a feed")
    return rejected_at(source.spot, "malformed", "JSON and WARC are read as UTF-8; save it so")
