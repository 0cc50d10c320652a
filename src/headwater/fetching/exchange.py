"""One request over the wire: bounded in time and size whatever the server does, to an address that was checked.

What enters: an `Ask`. What leaves: a `Reply`, which holds a fault where something is wrong; nothing is raised. httpx2
speaks HTTP; anyio's cancel scopes bound the whole (name look-up, connection, headers and a body that drips). Requests go
through httpx2's transport, not its client, which would follow redirects, proxies and netrc files, keep cookies and
unpack without a bound. The transport is given the IP address that was checked, and the name for the certificate (SNI)
and the `Host` header: it has no name left to resolve.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from contextlib import aclosing

import anyio
import anyio.to_thread
import httpx2

from headwater.fetching.exchanged import Ask, Fault, Purpose, Reply
from headwater.fetching.public import Resolve, is_public
from headwater.fetching.settings import FetchSettings
from headwater.fetching.unpacking import ASKED_FOR, Unpacking, can_unpack

OK = 200
MOST_TRIES = 3
"""How many of a host's addresses are tried."""
ROBOTS_BYTES = 512_000
"""What is read of a robots.txt (RFC 9309, 2.5: at least 500 KiB); the rest is left alone."""
LONGEST_HEADER = 4_096
ACCEPT: dict[Purpose, str] = {
    "page": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "listing": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.9, text/html;q=0.8, */*;q=0.1",
    "robots": "text/plain, */*;q=0.1",
}
NOT_A_PAGE = re.compile(r"(?:image|audio|video|font|model)/|application/(?:pdf|zip|gzip|x-tar|msword|vnd\.|wasm)")
"""Content types of which not even the body is read, where a page is asked for."""


class Exchange:
    """Sends requests, one connection each."""

    def __init__(
        self, settings: FetchSettings, *, resolve: Resolve, certificates: ssl.SSLContext | None = None
    ) -> None:
        """Trust `certificates`, or those of the system; settings of the environment are left alone."""
        self._settings = settings
        self._resolve = resolve
        self._certificates = certificates or httpx2.create_ssl_context(trust_env=False)

    async def ask(self, ask: Ask) -> Reply:
        """Send one request and return what came back; redirects are not followed."""
        host = ask.address.host
        try:
            with anyio.fail_after(self._settings.whole_seconds):
                addresses = await anyio.to_thread.run_sync(
                    self._resolve, host, ask.address.port, abandon_on_cancel=True
                )
                allowed = [ip for ip in addresses if self._may_be_asked(ip)]
                if not allowed:
                    return _fault(
                        f"{host} is no public address; allow private addresses to fetch from the own network",
                        passes=False,
                    )
                return await self._ask_any(ask, allowed[:MOST_TRIES])
        except (TimeoutError, httpx2.TimeoutException):
            return _fault(f"{host} took too long to answer")
        except httpx2.TransportError as error:
            return _fault(f"{host} broke off or does not speak HTTP ({type(error).__name__})")
        except OSError:  # of the resolver alone: the transport has its own
            return _fault(f"the name {host} cannot be found; check the address and the network")

    def _may_be_asked(self, ip: str) -> bool:
        return is_public(ip) or (self._settings.allow_private and "%" not in ip)  # with a zone it is no part of a URL

    async def _ask_any(self, ask: Ask, addresses: list[str]) -> Reply:
        told = "cannot be reached"
        for ip in addresses:
            try:
                return await self._ask_at(ask, ip)
            except httpx2.ConnectTimeout:
                told = "took too long to connect"
            except httpx2.ConnectError as error:
                told = "has no valid certificate" if "CERTIFICATE" in str(error) else "cannot be reached"
        return _fault(f"{ask.address.host} {told}")

    async def _ask_at(self, ask: Ask, ip: str) -> Reply:
        settings, address = self._settings, ask.address
        wait = {"connect": settings.connect_seconds, "read": settings.read_seconds, "write": settings.read_seconds}
        request = httpx2.Request(
            "GET",
            address.url.copy_with(host=ip),
            headers=self._headers(ask),
            extensions={"timeout": wait, "sni_hostname": address.host},
        )
        # a transport for each request: a connection that was made for one name must not serve another at the same IP
        async with (
            httpx2.AsyncHTTPTransport(verify=self._certificates, trust_env=False) as transport,
            aclosing(await transport.handle_async_request(request)) as response,
        ):
            return await self._reply(ask.purpose, response)

    def _headers(self, ask: Ask) -> dict[str, str]:
        named = ask.address.url.netloc.decode("ascii")
        headers = {
            "Host": named,
            "User-Agent": self._settings.user_agent,
            "Accept": ACCEPT[ask.purpose],
            "Accept-Encoding": ASKED_FOR,
            "Connection": "close",
        }
        if ask.etag:
            headers["If-None-Match"] = ask.etag
        if ask.last_modified:
            headers["If-Modified-Since"] = ask.last_modified
        return headers

    async def _reply(self, purpose: Purpose, response: httpx2.Response) -> Reply:
        content = b""
        fault = None
        if response.status_code == OK:
            content, fault = await self._body(purpose, response)
        headers = response.headers
        return Reply(
            status=response.status_code,
            content=content,
            content_type=_said(headers, "Content-Type"),
            location=_said(headers, "Location"),
            etag=_said(headers, "ETag"),
            last_modified=_said(headers, "Last-Modified"),
            date=_said(headers, "Date"),
            retry_after=_said(headers, "Retry-After"),
            cache_control=_said(headers, "Cache-Control"),
            fault=fault,
        )

    async def _body(self, purpose: Purpose, response: httpx2.Response) -> tuple[bytes, Fault | None]:
        kind = _said(response.headers, "Content-Type").lower()
        if purpose == "page" and NOT_A_PAGE.match(kind):
            return b"", Fault(
                reason="not a page", detail=f"the server calls it {kind[:80]}; news pages are HTML or text"
            )
        coding = _said(response.headers, "Content-Encoding").lower()
        if not can_unpack(coding):
            return b"", Fault(
                reason="unreadable", detail=f"it is packed with {coding[:80]}, which the server was not asked for"
            )
        limit = self._limit(purpose)
        body = Unpacking(coding, limit=limit)
        packed = 0
        async for piece in response.aiter_raw():  # as sent: what it unpacks to is bounded by `Unpacking`
            packed += len(piece)
            if not body.take(piece) or packed > limit:
                break
        if purpose == "robots":
            return body.content[:limit], None
        if body.too_large or packed > limit:
            return b"", Fault(
                reason="too large", detail=f"it has more than {limit:,} bytes; see FetchSettings and PageSettings"
            )
        if not body.whole:
            return b"", Fault(reason="unreadable", detail="its gzip or deflate packing is broken", passes=True)
        return body.content, None

    def _limit(self, purpose: Purpose) -> int:
        if purpose == "robots":
            return ROBOTS_BYTES
        return self._settings.max_listing_bytes if purpose == "listing" else self._settings.pages.max_page_bytes


def _said(headers: Mapping[str, str], name: str) -> str:
    """Return a header, empty where it is missing, longer than any honest one, or has other characters than ASCII's."""
    value = headers.get(name, "").strip()
    if name == "Location":
        return value[: LONGEST_HEADER + 1]
    return value if len(value) <= LONGEST_HEADER and value.isascii() and value.isprintable() else ""


def _fault(detail: str, *, passes: bool = True) -> Reply:
    return Reply(fault=Fault(reason="unreadable", detail=detail, passes=passes))
