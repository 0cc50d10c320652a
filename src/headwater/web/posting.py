"""Forms → corrections: each is checked, done, and answered by a redirect to a page that says so and offers to undo it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from headwater.api.served import Served
from headwater.errors import HeadwaterError, NotHere, UsageError
from headwater.outputs.visible import one_line
from headwater.web import addresses
from headwater.web.asked import Asked
from headwater.web.correcting import judged
from headwater.web.guarding import Refused, Visitor
from headwater.web.serving import Pages

_BODY = 256 * 1024
"""Bytes of a form: a story of some thousand articles, each ticked."""
_NAME = 80
Endpoint = Callable[[Request], Awaitable[Response]]


def posts(pages: Pages, served: Served) -> tuple[tuple[str, Endpoint], ...]:
    """Return where forms are sent to, with the endpoints."""

    def correct(asked: Asked, visitor: Visitor) -> Response:
        person = _writing(asked, visitor)
        told = judged(pages.site, asked, person=person, made=served.made())
        with served.writing() as desk:
            touched = desk.correct(told)
        back = told.subject.removeprefix("story:") if told.kind == "note" else _first_there(pages, touched)
        where = addresses.story(back) if told.kind in _ABOUT_STORIES and back else _local(asked.one("back"))
        return _done(where, told.id)

    def undo(asked: Asked, visitor: Visitor) -> Response:
        person = _writing(asked, visitor)
        target = asked.path["correction"]
        with served.writing() as desk:
            touched = desk.undo(target, person=person, made=served.made())
        every = pages.site.desk.corrections()
        told = next(each for each in reversed(every) if each.kind == "undo" and each.subject == target)
        undone = next(each for each in every if each.id == target)
        back = _local(asked.one("back"))
        story = _first_there(pages, touched)
        if undone.kind in _ABOUT_STORIES and story and back.startswith("/stories/"):
            back = addresses.story(story)
        return _done(back, told.id)

    def sign_in(asked: Asked, visitor: Visitor) -> Response:
        if not visitor.may_sign_in:
            raise Refused("this desk is read-only, or you have signed in already")
        if not served.allows(asked.one("write_token")):
            raise Refused("this is not the desk's write token")
        pages.guard.sign_in(visitor)
        return RedirectResponse(_local(asked.one("back")), status_code=303)

    routes = (("/corrections", correct), ("/corrections/{correction}/undo", undo), ("/sign-in", sign_in))
    return tuple((path, _guarded(pages, take)) for path, take in routes)


def _guarded(pages: Pages, take: Callable[[Asked, Visitor], Response]) -> Endpoint:
    """Return an endpoint that takes a form only from our own pages, and answers what goes wrong with a page."""

    async def endpoint(request: Request) -> Response:
        visitor = pages.guard.visitor(request)
        person = ""
        try:
            asked = Asked.of(request.path_params, await _body(request))
            pages.guard.check(request, visitor, asked.one("token"))
            person = one_line(asked.one("person"))[:_NAME]
            response = await run_in_threadpool(take, asked, visitor)
        except HeadwaterError as error:
            response = pages.trouble(request, error, visitor)
        return pages.sent(request, response, visitor, person=person)

    return endpoint


async def _body(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise UsageError("forms are sent as application/x-www-form-urlencoded")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _BODY:
            raise UsageError(f"the form is larger than {_BODY // 1024} KB")
    return body.decode("utf-8", "replace")


def _writing(asked: Asked, visitor: Visitor) -> str:
    """Return who decides; raise `Refused` for somebody who may not."""
    if not visitor.may_write:
        raise Refused("this desk is read-only here: sign in with its write token to correct")
    person = one_line(asked.one("person"))[:_NAME] or visitor.person
    if not person:
        raise UsageError("give your name: the list of corrections says who decided")
    return person


def _first_there(pages: Pages, stories: tuple[str, ...]) -> str:
    """Return the first of some stories that the desk still shows."""
    for story in stories:
        try:
            return pages.site.desk.card(story).id
        except NotHere:
            continue
    return ""


def _done(where: str, correction: str) -> RedirectResponse:
    path, _, fragment = where.partition("#")
    joined = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{joined}did={correction}" + (f"#{fragment}" if fragment else ""), status_code=303)


def _local(address: str) -> str:
    r"""Return an address if it is one of this server's own pages, else the front page.

    >>> _local("/stories/s1?full"), _local("//evil.example"), _local("https://evil.example"), _local("/\\evil.example")
    ('/stories/s1?full', '/', '/', '/')
    """
    own = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if own else "/"


_ABOUT_STORIES = frozenset({"merge stories", "split story", "merge actors", "split actor", "note"})
