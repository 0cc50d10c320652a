"""Records ↔ bytes: the one codec (JSON by msgspec, keys as the records name them).

A lone surrogate, which no page decodes to but a caller may hand in, is written as U+FFFD: UTF-8 has no form for it.

>>> from headwater.model import Span
>>> packed(Span(start=1, end=4))
b'{"start":1,"end":4}'
>>> unpacked(b'{"start":1,"end":4}', Span)
Span(start=1, end=4)
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

import msgspec

from headwater.errors import StoreError
from headwater.pages.spots import encodable

Record = TypeVar("Record")


def packed(record: object) -> bytes:
    r"""Return a record, or a tuple of records, as JSON; the same record gives the same bytes.

    >>> packed(("a\ud800",))
    b'["a\xef\xbf\xbd"]'
    """
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(record))


def unpacked(data: bytes, kind: type[Record]) -> Record:
    """Return the record of this kind that the bytes hold; raise `StoreError` where they hold none.

    Keys that the record no longer has are passed over; new ones need a default.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise StoreError(
            f"a stored {getattr(kind, '__name__', kind)} cannot be read ({error}); run `headwater desk check`"
        ) from error


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, tuple | list):
        return tuple(map(_encodable, value))
    if isinstance(value, dict):
        return {_encodable(key): _encodable(held) for key, held in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _encodable(getattr(value, field.name)) for field in fields(value)})
    return value
