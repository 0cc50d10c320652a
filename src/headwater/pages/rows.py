r"""JSON lines, a JSON array or single JSON objects of ready articles → one page a row.

>>> import io
>>> from headwater.pages.sources import source_of
>>> lines = b'{"id": "1", "text": "Rain fell."}\n{"id": "2"\n{"id": "3", "text": "It stopped."}\n'
>>> for record in read_rows(source_of(io.BytesIO(lines), Spot(file="news.jsonl"), limit=1000)):
...     print(record.reason if isinstance(record, Rejected) else record.place.member)
1
malformed
3
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator

from headwater.model import Page, Rejected
from headwater.pages.ready import FIELDS, ready_page
from headwater.pages.sources import BLOCK, Source
from headwater.pages.spots import Spot, encodable, rejected_at

BETWEEN = re.compile(r"[\s,]*")
NAMES = ("source", *FIELDS)


def read_rows(source: Source) -> Iterator[Page | Rejected]:
    """Yield a page for each row, row by row, and a `Rejected` for each that is no ready article; the rest goes on.

    A row is one line, or an object that begins with `{` and ends with `}` at the start of a line (pretty-printed).
    After a fault inside a JSON array the rest of it cannot be told apart and is given up.
    """
    plain = source.head.removeprefix(codecs.BOM_UTF8).lstrip()
    return _of_array(source) if plain.startswith(b"[") else _of_lines(source)


def _of_lines(source: Source) -> Iterator[Page | Rejected]:
    for number, piece in _pieces(source):
        if piece is None:
            yield source.too_large(str(number))
            continue
        spot = Spot(file=source.spot.file, member=str(number))
        try:
            yield _of_row(json.loads(piece), spot)
        except (ValueError, RecursionError) as error:  # not JSON or not UTF-8; nested too deep
            yield rejected_at(spot, "malformed", f"line {number} is not one JSON object: {error}")


def _pieces(source: Source) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number of the first line and the bytes of each row; None for a row longer than the limit."""
    first, size, held = 0, 0, list[bytes]()
    for number, line in source.lines():
        if held and (line is None or line.startswith(b"{")):  # a new row: the one before never ended
            yield first, b"".join(held)
            held = []
        if line is None:
            yield number, None
            continue
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line  # noqa: PLW2901 - the mark is no part of it
        row = line.strip()
        if held:
            size += len(line)
            held += [line] if size <= source.limit else []
            if line.startswith(b"}"):
                yield first, b"".join(held) if size <= source.limit else None
                held = []
        elif row.startswith(b"{") and not row.endswith(b"}"):
            first, size, held = number, len(line), [line]
        elif row:
            yield number, row
    if held and not source.fault():
        yield first, b"".join(held) if size <= source.limit else None


def _of_array(source: Source) -> Iterator[Page | Rejected]:
    scan = json.JSONDecoder().raw_decode
    decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
    text, at, number, block = decode(source.stream.read(BLOCK)), 0, 0, BLOCK
    at = text.index("[") + 1
    while True:
        at = BETWEEN.match(text, at).end()  # type: ignore[union-attr] # it matches the empty string
        if text.startswith("]", at):
            return
        try:
            row, at = scan(text, at)
        except (ValueError, RecursionError) as error:
            more = (
                source.stream.read(block) if isinstance(error, ValueError) and len(text) - at <= source.limit else b""
            )
            if not more:
                yield from _end_of_array(source, len(text) - at, number + 1, error)
                return
            text, at, block = text[at:] + decode(more), 0, block * 2  # doubling keeps the work linear in the row
            continue
        number, block = number + 1, BLOCK
        yield _of_row(row, Spot(file=source.spot.file, member=str(number)))


def _end_of_array(source: Source, left: int, number: int, error: Exception) -> Iterator[Rejected]:
    if left > source.limit:
        yield source.too_large(str(number))
    elif not source.fault():
        spot = Spot(file=source.spot.file, member=str(number))
        yield rejected_at(
            spot, "malformed", f"item {number} is not JSON or the array never ends; the rest is given up: {error}"
        )


def _of_row(row: object, spot: Spot) -> Page | Rejected:
    if not isinstance(row, dict):
        return rejected_at(spot, "malformed", 'a row should be an object with the field "text"')
    if isinstance(row.get("id"), int):
        row["id"] = str(row["id"])
    wrong = [name for name in NAMES if not isinstance(row.get(name), str | None)]
    if wrong or row.get("text") is None:
        name = wrong[0] if wrong else "text"
        return rejected_at(spot, "malformed", f'the field "{name}" of a ready article should be a string')
    if not row["text"].strip():
        member = encodable(row.get("id") or "") or spot.member
        return rejected_at(Spot(file=spot.file, member=member), "empty", "the row's text is blank")
    return ready_page({name: row.get(name) for name in NAMES}, file=spot.file, member=spot.member)
