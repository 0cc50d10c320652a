"""One pair over the wire: a request, its retries, and a reply bounded in time and size whatever the server does.

What enters: a pair. What leaves: `Heard`. httpx2 speaks HTTP; anyio's cancel scopes bound the whole of a request (name
look-up, connection, headers and a body that drips), because a time-out a read would let a slow drip go on for ever.
Requests go through httpx2's transport, not its client, which would keep cookies, follow proxy settings and netrc files
(both show the spans to others), and log what a server calls its status.
"""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import anyio
import httpx2

from headwater.judges.prompt import Pair, Word, content_of, read_word, request_body
from headwater.judges.report import BROKEN, BUSY, Failure, Fate
from headwater.judges.settings import ChatSettings

LARGEST_REPLY = 65_536
"""Bytes; a reply of one word has about 500."""
LONGEST_WAIT = 60.0
"""Seconds; a server that asks for more patience is not waited for."""
OK = 200
REDIRECTS = range(300, 400)


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What came of asking about a pair: a word, a refused reply (neither word nor failure), or a failure."""

    word: Word | None = None
    failure: Failure | None = None
    status: int | None = None
    """The status code, where that is the failure."""
    retry_after: float | None = None
    """Seconds after which to ask again, 0 where the server named none; None where asking again is no use."""

    @property
    def fate(self) -> Fate:
        """What became of the pair."""
        return self.failure or ("answered" if self.word else "refused")


class Line:
    """The requests of one run."""

    def __init__(self, transport: httpx2.AsyncHTTPTransport, settings: ChatSettings, key: str | None) -> None:
        """Send through an open transport."""
        self._transport = transport
        self._settings = settings
        self._headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Connection": "close",  # what a lying server sends beyond one reply must not reach the next
            "Content-Type": "application/json",
            "User-Agent": "headwater",
        }
        if key is not None:
            self._headers["Authorization"] = f"Bearer {key}"

    async def ask(self, pair: Pair) -> Heard:
        """Ask about one pair, and again after a pause while that is of use and there is time for it."""
        for retry in range(self._settings.retries):
            heard = await self._ask_once(pair)
            if heard.retry_after is None:
                return heard
            pause = max(self._settings.backoff * 2**retry, heard.retry_after)
            if pause > min(LONGEST_WAIT, anyio.current_effective_deadline() - anyio.current_time()):
                return heard
            await anyio.sleep(pause)
        return await self._ask_once(pair)

    async def _ask_once(self, pair: Pair) -> Heard:
        try:
            with anyio.fail_after(self._settings.seconds):
                return await self._exchange(pair)
        except TimeoutError:
            return Heard(failure="timed out")
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            return Heard(failure="unreachable", retry_after=0.0)
        except httpx2.TransportError:
            return Heard(failure="broken reply", retry_after=0.0)

    async def _exchange(self, pair: Pair) -> Heard:
        body = request_body(self._settings.model, pair, no_thinking=self._settings.no_thinking)
        request = httpx2.Request("POST", self._settings.address, headers=self._headers, content=body)
        async with aclosing(await self._transport.handle_async_request(request)) as response:
            if response.status_code != OK:
                return _not_ok(response)
            received = bytearray()
            async for chunk in response.aiter_raw():  # as sent: nothing is unpacked, so that a bomb stays small
                received += chunk
                if len(received) > LARGEST_REPLY:
                    return Heard(failure="too large")
        content = content_of(bytes(received))
        return Heard(failure="broken reply") if content is None else Heard(word=read_word(content))


def _not_ok(response: httpx2.Response) -> Heard:
    status = response.status_code
    if status in REDIRECTS:
        return Heard(failure="redirected", status=status)
    again = status == BUSY or status >= BROKEN
    return Heard(failure="error status", status=status, retry_after=_retry_after(response) if again else None)


def _retry_after(response: httpx2.Response) -> float:
    """Return the seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3): a number, or a date after `Date`."""
    given = response.headers.get("Retry-After", "")
    if given.isascii() and given.isdigit():
        return float(given[:9])
    try:
        sent = parsedate_to_datetime(response.headers.get("Date", ""))
        return max(0.0, (parsedate_to_datetime(given) - sent).total_seconds())
    except (ValueError, TypeError):
        return 0.0
