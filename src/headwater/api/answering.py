"""Rows → answers: JSON by the one codec, listings with their cursor as a link (RFC 8288), and what OpenAPI says of them.

>>> json_answer({"revision": 3}).body
b'{"revision":3}'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar
from urllib.parse import parse_qsl, quote, urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from headwater.api.shapes import ListRow
from headwater.model import Slice
from headwater.outputs.exports import ExportFormat, ExportSettings
from headwater.wire import packed

Item = TypeVar("Item")
Row = TypeVar("Row")
REFERENCES = "#/components/schemas/{name}"
Described = dict[int | str, dict[str, object]]
_PROBLEMS: Mapping[str, str] = {
    "400": "The request breaks HTTP or JSON.",
    "401": "The token is missing or wrong.",
    "403": "The desk is served read-only.",
    "404": "The desk holds nothing of this name.",
    "405": "The path has no such method; `Allow` lists those that it has.",
    "413": "The body is too large.",
    "415": "The body is of a kind that is not read.",
    "422": "A parameter or the body is not as it should be, or makes no sense for this desk.",
    "429": "Too many requests from this address; `Retry-After` says when there is room.",
    "501": "An optional part of Headwater is not installed on the server.",
    "503": "The desk is being written, or the server has too much to do; `Retry-After` says when to try again.",
    "4XX": "The request cannot be answered.",
    "5XX": "The server failed.",
}
BINARY: Mapping[str, object] = {"schema": {"type": "string", "format": "binary"}}
_OBJECT: dict[str, object] = {"type": "object"}
_UNCHANGED: dict[str, object] = {"description": "Nothing changed since the `ETag` in `If-None-Match`."}
_HEADERS: Mapping[str, object] = {
    "ETag": {"description": "Changes with the desk.", "schema": {"type": "string"}},
    "Link": {"description": "`rel=next`: the next page of a listing.", "schema": {"type": "string"}},
}
_WRITING = ("400", "401", "403", "413", "415")


class Formatted(Protocol):
    """What is asked of a document."""

    @property
    def full(self) -> bool:
        """Whether whole texts are given."""


def json_answer(row: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return a row as JSON."""
    return Response(packed(row), status, headers, media_type="application/json")


def listed(request: Request, found: Slice[Item], row: Callable[[Item], Row]) -> Response:
    """Return one page of a listing; the address of the next stands in `Link` as well."""
    answer: ListRow[Row] = {"items": [row(item) for item in found.items], "after": found.after, "total": found.total}
    return json_answer(answer, headers=next_link(request, found.after))


def itself(row: Row) -> Row:
    """Return a row that is one already."""
    return row


def next_link(request: Request, after: str | None) -> dict[str, str]:
    """Return the header that leads to the next page: this very address, with another cursor."""
    if after is None:
        return {}
    asked = [(name, value) for name, value in parse_qsl(request.url.query, keep_blank_values=True) if name != "after"]
    query = urlencode([*asked, ("after", after)], errors="replace")
    return {"Link": f'<{quote(request.url.path, errors="replace")}?{query}>; rel="next"'}


def exported(request: Request, kind: ExportFormat[Item], subject: Item, asked: Formatted) -> Response:
    """Return a document in a format of others; a browser saves it and never shows it as a page of this server.

    It links to the web pages beside this interface; the guards have checked the host that they are reached by.
    """
    root = str(request.base_url.replace(path="", query="")).rstrip("/")
    settings = ExportSettings(root=root, own=str(request.url), full=asked.full)
    headers = {"Content-Disposition": f'attachment; filename="headwater{kind.suffix}"'}
    return Response(kind.write(subject, settings), headers=headers, media_type=kind.media_type)


def described(
    kind: object, about: str, *, made: bool = False, writing: bool = False, also: Iterable[str] = ()
) -> Described:
    """Return what OpenAPI says of an operation's answers; `also` are the media types of other formats, `made` means 201."""
    own = schema_of(kind)
    others = _content(also)
    if "application/json" in others:
        own = {"anyOf": [own, _OBJECT]}
    content = {**others, "application/json": {"schema": own}}
    if made or writing:
        return {201 if made else 200: {"description": about, "content": content}, **problems(writing=True)}
    return {200: {"description": about, "headers": _HEADERS, "content": content}, 304: _UNCHANGED, **problems()}


def documented(media: str, about: str) -> Described:
    """Return what OpenAPI says of an operation that answers with a document of one media type."""
    content = _content([media])
    return {200: {"description": about, "headers": _HEADERS, "content": content}, 304: _UNCHANGED, **problems()}


def body_of(kind: object, example: Mapping[str, object]) -> dict[str, object]:
    """Return what OpenAPI says of a JSON body."""
    content = {"application/json": {"schema": schema_of(kind), "example": dict(example)}}
    return {"requestBody": {"required": True, "content": content}}


def binary_body(media: Iterable[str]) -> dict[str, object]:
    """Return what OpenAPI says of a body that is a file."""
    return {"requestBody": {"required": True, "content": dict.fromkeys(media, BINARY)}}


def problems(*, writing: bool = False) -> Described:
    """Return what OpenAPI says of errors."""
    named = [name for name in _PROBLEMS if writing or name not in _WRITING]
    return {name: _problem(_PROBLEMS[name]) for name in named}


def schema_of(kind: object) -> dict[str, object]:
    """Return the reference to the schema of a shape; `headwater.api.describing` gives the schema itself."""
    references, _ = msgspec.json.schema_components((kind,), ref_template=REFERENCES)
    reference: dict[str, object] = references[0]
    return reference


def media_types(formats: Mapping[str, ExportFormat[Item]]) -> list[str]:
    """Return the media types of a table of formats."""
    return [each.media_type for each in formats.values()]


def _content(media: Iterable[str]) -> dict[str, object]:
    """Return media types with what a body of each is: an object in JSON, bytes in all others."""
    plain = [each.split(";", maxsplit=1)[0] for each in media]
    return {each: {"schema": _OBJECT} if each.endswith("json") else BINARY for each in plain}


def _problem(about: str) -> dict[str, object]:
    schema = {"$ref": REFERENCES.format(name="ProblemRow")}
    return {"description": about, "content": {"application/problem+json": {"schema": schema}}}
