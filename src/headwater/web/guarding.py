"""A request → who sends it and what they may do; and the headers that let a page do nothing but be read.

A form is taken only from our own pages: the browser must say so (`Origin`, `Sec-Fetch-Site`), and the form must carry
the token of its own session. Sources: Fetch Metadata Request Headers (W3C), RFC 6265bis (SameSite), OWASP cheat sheet
on cross-site request forgery.
"""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from urllib.parse import quote, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from headwater.errors import HeadwaterError

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SESSION, PERSON = "headwater-session", "headwater-person"
_SIGNED_IN = 1000
_SESSION_LENGTH = 43
"""Characters of `secrets.token_urlsafe(32)`."""
_YEAR = 365 * 24 * 3600


class Refused(HeadwaterError):  # noqa: N818 - reads as its siblings
    """A form that did not come from our own pages, or from somebody who may not write."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Visitor:
    """Who sends a request."""

    session: str
    known: bool
    """The browser sent the session back; else a new one was made."""
    may_write: bool
    may_sign_in: bool
    person: str


class Guard:
    """Sessions of one running server. What is signed in is kept in memory only and forgotten when the server stops."""

    def __init__(self, *, writable: bool) -> None:
        """`writable`: whoever gives the desk's write token may write; else nobody may."""
        self._writable = writable
        self._secret = secrets.token_bytes(32)
        self._signed_in: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

    def visitor(self, request: Request) -> Visitor:
        """Return who sends a request: the session of its cookie, else a new one that may only read."""
        given = request.cookies.get(SESSION, "")
        known = len(given) == _SESSION_LENGTH
        session = given if known else secrets.token_urlsafe(32)
        # A strict cookie is not sent when a link of another site leads here: a new session must not replace it then.
        elsewhere = not known and request.headers.get("sec-fetch-site") == "cross-site"
        may_write = session in self._signed_in
        return Visitor(
            session=session,
            known=known or elsewhere,
            may_write=may_write,
            may_sign_in=self._writable and not may_write,
            person=unquote(request.cookies.get(PERSON, ""))[:80],
        )

    def token(self, visitor: Visitor) -> str:
        """Return what every form of a session carries."""
        return hmac.new(self._secret, visitor.session.encode(), sha256).hexdigest()

    def sign_in(self, visitor: Visitor) -> None:
        """Let a session write until the server stops; of very many the oldest are forgotten."""
        with self._lock:
            self._signed_in[visitor.session] = None
            while len(self._signed_in) > _SIGNED_IN:
                self._signed_in.popitem(last=False)

    def check(self, request: Request, visitor: Visitor, token: str) -> None:
        """Raise `Refused` for a form that did not come from a page of this session."""
        if not from_our_pages(request):
            raise Refused("this form did not come from this desk's own pages")
        if not visitor.known or not hmac.compare_digest(token.encode(), self.token(visitor).encode()):
            raise Refused("this page is from before the server was started anew: load it again")


def from_our_pages(request: Request) -> bool:
    """Return whether the browser says that a form was sent by a page of this very server; silence counts as no."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("origin")
    if origin is None:
        return site == "same-origin"
    return urlsplit(origin).netloc == request.headers.get("host") and origin.startswith(("http://", "https://"))


def keep(response: Response, request: Request, visitor: Visitor, *, person: str = "") -> None:
    """Set the cookies of a session: not readable by scripts, not sent from other sites."""
    secure = request.url.scheme == "https"
    if not visitor.known:
        response.set_cookie(SESSION, visitor.session, httponly=True, samesite="strict", secure=secure)
    if person:
        response.set_cookie(
            PERSON, quote(person, safe=""), httponly=True, samesite="strict", secure=secure, max_age=_YEAR
        )
