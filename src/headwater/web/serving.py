"""Requests → pages: which page stands where, what it depends on, and what is kept of it.

A page is a function of its address and of what it shows (`stamp`): while that does not change it is drawn once, and a
browser that has it is told so (RFC 9110, ETag). Only the token of the form and the name of who reads differ from reader
to reader: they are put in last, in place of words that no page can know.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import ClassVar, Protocol

from markupsafe import escape
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from headwater.api.keeping import Kept
from headwater.api.outward import words
from headwater.errors import HeadwaterError, NotHere, StoreError, UsageError
from headwater.web import addresses
from headwater.web.asked import Asked
from headwater.web.audit import message_of
from headwater.web.changes import FATES
from headwater.web.drawing import Chrome, Live, Message, draw
from headwater.web.front import ORDERS
from headwater.web.guarding import HEADERS, Guard, Refused, Visitor, keep
from headwater.web.news import news_of
from headwater.web.searching import STANCES
from headwater.web.site import Elsewhere, Site

_KEPT = 64 * 1024 * 1024
"""Bytes of pages that are kept."""
_HTML = "text/html; charset=utf-8"
_LONGEST = 8192
"""Characters of an address; a longer one is no page of ours."""


def of_desk(site: Site, _asked: Asked) -> str:
    """Return what a page depends on that shows something of everything: the revision of the desk."""
    return str(site.desk.revision())


class View(Protocol):
    """What a page shows; the template that draws it finds it as `page`."""

    template: ClassVar[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class PageAt:
    """A page, where it stands, and what it depends on."""

    path: str
    read: Callable[[Site, Asked], View]
    stamp: Callable[[Site, Asked], str] = of_desk
    menu: str = ""
    """Which entry of the menu it stands under."""
    live: bool = False
    """It offers what comes in while it is read."""


class Pages:
    """Draws the pages of one desk and keeps the last ones."""

    def __init__(self, site: Site, guard: Guard, *, style: str, script: str, changes: str) -> None:
        self.site = site
        self.guard = guard
        self._style = style
        self._script = script
        self._changes = changes
        self._kept: Kept[bytes] = Kept(_KEPT, weigh=len)
        self._run = secrets.token_hex(8)
        self._token, self._person = (secrets.token_hex(16) for _ in range(2))

    def at(self, page: PageAt) -> Callable[[Request], Response]:
        """Return the endpoint of a page."""

        def endpoint(request: Request) -> Response:
            visitor = self.guard.visitor(request)
            try:
                response = self._page(request, page, visitor)
            except Elsewhere as moved:
                response = RedirectResponse(moved.address, status_code=302)
            except HeadwaterError as error:
                response = self.trouble(request, error, visitor)
            return self.sent(request, response, visitor)

        return endpoint

    def sheet(
        self, read: Callable[[Site, Asked], str], stamp: Callable[[Site, Asked], str]
    ) -> Callable[[Request], Response]:
        """Return the endpoint of a style sheet that belongs to a page."""

        def endpoint(request: Request) -> Response:
            asked = Asked.of(request.path_params, "")
            try:
                depends = stamp(self.site, asked)
                body = self._kept.get(("sheet", request.url.path, depends), lambda: read(self.site, asked).encode())
            except HeadwaterError:
                return Response(status_code=404, headers=HEADERS)
            return self._unless_known(request, body, self._tag(depends), "text/css; charset=utf-8")

        return endpoint

    def lost(self, request: Request) -> Response:
        """Answer an address that no page has."""
        visitor = self.guard.visitor(request)
        return self.sent(request, self.trouble(request, NotHere("No page has this address."), visitor), visitor)

    def news(self, request: Request) -> Response:
        """Answer how things stand by now, for pages that are on a screen."""
        try:
            now = news_of(self.site, Asked.of({}, request.url.query))
        except HeadwaterError:
            return Response(status_code=404, headers=HEADERS)
        headers = HEADERS | {"Cache-Control": "no-store"}
        return JSONResponse({"articles": now.articles, "revision": now.revision}, headers=headers)

    def trouble(self, request: Request, error: HeadwaterError, visitor: Visitor) -> Response:
        """Return the page that says what went wrong."""
        status, heading = next(
            (each[1:] for each in _TROUBLES if isinstance(error, each[0])), (500, "Something went wrong")
        )
        chrome = self._chrome(request, visitor)
        return Response(
            self._personal(
                draw("trouble.html.j2", heading=heading, words=words(str(error)), chrome=chrome).encode(), visitor
            ),
            status_code=status,
            media_type=_HTML,
        )

    def sent(self, request: Request, response: Response, visitor: Visitor, *, person: str = "") -> Response:
        """Return a response with the headers and cookies that every page has."""
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if visitor.may_write or visitor.may_sign_in:
            keep(response, request, visitor, person=person)
        return response

    def _page(self, request: Request, page: PageAt, visitor: Visitor) -> Response:
        query = request.url.query
        if len(query) + len(request.url.path) > _LONGEST:
            raise UsageError("the address is too long")
        asked = Asked.of(request.path_params, query)
        depends = page.stamp(self.site, asked)
        done = asked.one("did")

        def drawn() -> bytes:
            live = self._live(asked) if page.live else None
            chrome = replace(self._chrome(request, visitor), here=page.menu, live=live, message=self._message(done))
            view = page.read(self.site, asked)
            return draw(view.template, page=view, chrome=chrome, orders=ORDERS, stances=STANCES, fates=FATES).encode()

        key = (request.url.path, query, depends, visitor.may_write, visitor.may_sign_in)
        body = drawn() if done else self._kept.get(key, drawn)
        carries = (visitor.session, visitor.person) if visitor.may_write or visitor.may_sign_in else ()
        tag = self._tag(depends, query, str(visitor.may_write), *carries)
        return self._unless_known(request, self._personal(body, visitor), tag, _HTML)

    def _chrome(self, request: Request, visitor: Visitor) -> Chrome:
        fields = "&".join(part for part in request.url.query.split("&") if part and not part.startswith("did="))
        return Chrome(
            back=request.url.path + (f"?{fields}" if fields else ""),
            style=self._style,
            script=self._script,
            may_write=visitor.may_write,
            may_sign_in=visitor.may_sign_in,
            token=self._token,
            person=self._person,
        )

    def _live(self, asked: Asked) -> Live:
        now, story = news_of(self.site, asked), asked.path.get("story")
        address = addresses.with_fields("/news", story=story)
        return Live(news=address, changes=self._changes, articles=now.articles, revision=now.revision)

    def _message(self, done: str) -> Message | None:
        return message_of(self.site.desk.corrections(), done) if done else None

    def _personal(self, body: bytes, visitor: Visitor) -> bytes:
        if not visitor.may_write and not visitor.may_sign_in:
            return body
        body = body.replace(self._token.encode(), self.guard.token(visitor).encode())
        return body.replace(self._person.encode(), str(escape(visitor.person)).encode("utf-8", "replace"))

    def _tag(self, *depends: str) -> str:
        told = blake2b("\0".join((self._run, *depends)).encode("utf-8", "replace"), digest_size=16)
        return f'"{told.hexdigest()}"'

    def _unless_known(self, request: Request, body: bytes, tag: str, media: str) -> Response:
        headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie"}
        held = (each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(","))
        if tag in held:
            return Response(status_code=304, headers=HEADERS | headers)
        return Response(body, media_type=media, headers=HEADERS | headers)


_TROUBLES: tuple[tuple[type[HeadwaterError], int, str], ...] = (
    (NotHere, 404, "Nothing here"),
    (Refused, 403, "Not taken"),
    (UsageError, 400, "That cannot be done"),
    (StoreError, 503, "The desk cannot be read"),
)
"""Errors with the status and the heading of the page that tells of them."""
