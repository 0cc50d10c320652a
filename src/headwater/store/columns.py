"""Values ↔ what a column holds: folded names, hashes as signed integers, packed bytes, moments.

>>> folded("  Ana  RUÍZ "), moment_of("2031-05-03") - moment_of("2031-05-02")
('ana ruiz', 86400)
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from headwater.errors import StoreError
from headwater.model import digest
from headwater.stories.profiles import moment
from headwater.text.normalise import fold_words
from headwater.wire import packed, unpacked

Record = TypeVar("Record")
UNDATED = -(1 << 62)
"""Sorts before every moment."""


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """Return a name without case, diacritics, punctuation and extra space; one of nothing else only without case."""
    return " ".join(fold_words(name).keys) or name.strip().casefold()


@lru_cache(maxsize=1 << 12)
def moment_of(published: str | None) -> int:
    """Return seconds since 1970 of an ISO 8601 date or instant; `UNDATED` where there is none to read."""
    when = moment(published)
    return UNDATED if when is None else int(when.timestamp())


def squeezed(content: bytes) -> bytes:
    """Return bytes made smaller (zlib) where that pays; the first byte says which."""
    small = zlib.compress(content, 6)
    return b"z" + small if len(small) < len(content) else b"=" + content


def unsqueezed(content: bytes) -> bytes:
    """Return the bytes that `squeezed` was given; raise `StoreError` where they are damaged."""
    if content[:1] == b"=":
        return content[1:]
    try:
        return zlib.decompress(content[1:])
    except zlib.error as error:
        raise StoreError(
            f"a stored record is damaged ({error}); run `headwater desk check`, or go back to a backup"
        ) from error


def written(record: object) -> bytes:
    """Return a record as a column holds it."""
    return squeezed(packed(record))


def read(content: bytes, kind: type[Record]) -> Record:
    """Return the record of this kind that a column holds."""
    return unpacked(unsqueezed(content), kind)


def signed(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return hashes as SQLite's integers."""
    return np.ascontiguousarray(hashes, dtype=np.uint64).view(np.int64)


def term_hash(term: str) -> int:
    """Return what a term is listed under."""
    return int(np.uint64(int(digest("term", term), 16)).view(np.int64))
