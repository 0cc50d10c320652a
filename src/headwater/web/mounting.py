"""A desk that is served → its pages as routes on an application."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from headwater.api.served import Served
from headwater.outputs import charts
from headwater.web.article import article_marks, article_stamp
from headwater.web.guarding import HEADERS, Guard
from headwater.web.posting import posts
from headwater.web.routes import PAGES
from headwater.web.serving import Pages
from headwater.web.site import Site

_STATIC = {"pages.css": "text/css; charset=utf-8", "pages.js": "text/javascript; charset=utf-8"}


def mount_pages(app: FastAPI, served: Served) -> None:
    """Add the pages of a desk to an application."""
    guard = Guard(writable=not served.read_only)
    style, script = (f"/static/{name}?{_digest(name)}" for name in _STATIC)
    pages = Pages(Site(served.desk), guard, style=style, script=script, changes="/api/v1/changes")
    for page in PAGES:
        app.add_route(page.path, pages.at(page), methods=["GET"], include_in_schema=False)
    for path, endpoint in posts(pages, served):
        app.add_route(path, endpoint, methods=["POST"], include_in_schema=False)
    app.add_route("/articles/{article}/marks.css", pages.sheet(article_marks, article_stamp), include_in_schema=False)
    app.add_route("/news", pages.news, include_in_schema=False)
    app.add_route("/static/{name}", _static, include_in_schema=False)
    app.add_route("/{address:path}", pages.lost, include_in_schema=False)


def _static(request: Request) -> Response:
    """The style sheet and the script: a name that carries its digest holds for good."""
    name = request.path_params["name"]
    if name not in _STATIC:
        return Response(status_code=404, headers=HEADERS)
    lasting = "public, max-age=31536000, immutable" if request.url.query == _digest(name) else "no-cache"
    return Response(_content(name), media_type=_STATIC[name], headers=HEADERS | {"Cache-Control": lasting})


@cache
def _content(name: str) -> bytes:
    """The look of the brief with what pages add to it, or the script."""
    own = files("headwater.web").joinpath("static", name).read_bytes()
    if name != "pages.css":
        return own
    house = files("headwater.outputs").joinpath("templates", "style.css").read_bytes()
    return b"\n".join([house, charts.stylesheet().encode(), own])


def _digest(name: str) -> str:
    return blake2b(_content(name), digest_size=8).hexdigest()
