r"""The bytes of a WARC archive → its records that hold content, one at a time.

Source: ISO 28500 (WARC 1.0 and 1.1). Records of other types than `WANTED` are passed over: they are no inputs.

>>> import io
>>> from headwater.pages.sources import source_of
>>> packed = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4\r\n\r\nRain\r\n\r\n"
>>> [record] = read_records(source_of(io.BytesIO(packed), Spot(file="a.warc"), limit=1000))
>>> record.number, record.content
(1, b'Rain')
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.model import Reason, Rejected
from headwater.pages.sources import BLOCK, Source
from headwater.pages.spots import Spot, rejected_at

WANTED = frozenset({"response", "resource", "conversion"})
MOST_HEADERS = 1_000_000
"""Bytes; a record whose headers are longer is none."""

Headers = dict[str, str]
Fault = tuple[Reason, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One record with content."""

    number: int
    """Which record of the archive, from 1, those passed over included."""
    headers: Headers
    """Names in lower case."""
    content: bytes


def read_records(source: Source) -> Iterator[Record | Rejected]:
    """Yield the wanted records in order, and a `Rejected` for what cannot be read.

    Bytes between two records (a length that was too short) are one `Rejected`, and the next record is found again.
    An archive that ends inside a record gives one `Rejected`, the last.
    """
    number = 0
    while (line := _next_line(source.stream)) is not None:
        number += 1
        spot = Spot(file=source.spot.file, member=str(number))
        if not line.startswith(b"WARC/"):
            yield rejected_at(spot, "malformed", "no WARC record begins here; the one before may give a wrong length")
            _find_record(source.stream)
            continue
        headers = _headers(source.stream)
        record = _record(number, headers, source) if isinstance(headers, dict) else headers
        if isinstance(record, Record):
            yield record
        elif (
            record is not None and not source.fault()
        ):  # a gzip file cut short is reported once, by the reader of files
            yield source.too_large(spot.member) if record[0] == "too large" else rejected_at(spot, *record)


def _record(number: int, headers: Headers, source: Source) -> Record | Fault | None:
    written = headers.get("content-length", "")
    if not written.isascii() or not written.isdigit():
        return ("malformed", "the record does not say how long it is")
    length = int(written[:18])
    wanted = headers.get("warc-type") in WANTED
    content = source.stream.read(min(length, source.limit + 1)) if wanted else b""
    left = length - len(content)
    while left and (passed := source.stream.read(min(left, BLOCK))):
        left -= len(passed)
    if left:
        return ("truncated", "the archive ends in the middle of a record; fetch it again")
    if len(content) > source.limit:
        return ("too large", "")
    return Record(number=number, headers=headers, content=content) if wanted else None


def _headers(stream: io.BufferedReader) -> Headers | Fault:
    headers: Headers = {}
    name, size = "", 0
    while (line := stream.readline(MOST_HEADERS)).strip():
        size += len(line)
        if size >= MOST_HEADERS:
            return ("malformed", "the record's headers never end")
        words = line.decode("utf-8", "replace").rstrip("\r\n")
        if words[0] in " \t" and name:
            headers[name] += " " + words.strip()
            continue
        name, _, value = words.partition(":")
        name = name.strip().lower()
        headers.setdefault(name, value.strip())
    return headers if line else ("truncated", "the archive ends in the headers of a record; fetch it again")


def _next_line(stream: io.BufferedReader) -> bytes | None:
    """Return the first line that is not blank, None at the end."""
    while line := stream.readline(MOST_HEADERS):
        if line.strip():
            return line
    return None


def _find_record(stream: io.BufferedReader) -> None:
    """Read on to where a record begins, or to the end."""
    while (head := stream.peek(5)) and not head.startswith(b"WARC/"):
        stream.readline(BLOCK)
