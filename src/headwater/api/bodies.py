"""The body of a request → a record; every way in which it can be wrong is told.

>>> read_json(b'{"person": "Ana"}', UndoBody, "application/json").person
'Ana'
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

import msgspec
from fastapi import HTTPException

from headwater.errors import UsageError

Record = TypeVar("Record")
Kind = Literal[
    "merge stories",
    "split story",
    "merge actors",
    "split actor",
    "confirm copy",
    "undo copy",
    "confirm dispute",
    "undo dispute",
    "note",
]
"""`CorrectionKind` without `undo`, which has its own address."""
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
Person = Annotated[str, msgspec.Meta(min_length=1, max_length=200, description="Who decides, in their own words.")]


class QuotedBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of a page, letter by letter as the article's text has them."""

    page: Name
    exact: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)]


class CorrectionBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person's judgement. Articles are named by their pages (`page` of an article), which outlive every re-reading."""

    kind: Kind
    groups: Annotated[
        tuple[Annotated[tuple[Name, ...], msgspec.Meta(max_length=5_000)], ...], msgspec.Meta(max_length=1_000)
    ] = ()
    quoted: Annotated[tuple[QuotedBody, ...], msgspec.Meta(max_length=2)] = ()
    subject: Annotated[
        str, msgspec.Meta(max_length=400, description="`story:ID`, `article:ID`, `point:ID` or `actor:NAME`.")
    ] = ""
    note: Annotated[str, msgspec.Meta(max_length=10_000)] = ""
    person: Person


class UndoBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who takes a correction back."""

    person: Person
    note: Annotated[str, msgspec.Meta(max_length=10_000)] = ""


def media_type(given: str | None) -> str:
    """Return the media type of a `Content-Type` without its parameters.

    >>> media_type("Text/HTML; charset=utf-8"), media_type(None)
    ('text/html', '')
    """
    return (given or "").partition(";")[0].strip().lower()


def read_json(body: bytes, kind: type[Record], content_type: str | None) -> Record:
    """Return the record in a JSON body.

    Raises `HTTPException` 415 for another kind of body and 400 for what is no JSON, `UsageError` for JSON of another shape.
    """
    if media_type(content_type) != "application/json":
        raise HTTPException(415, "Send the body as application/json.")
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as error:
        raise UsageError(f"the body is not as it should be: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HTTPException(400, "The body is not JSON, or JSON nested too deep.") from error
