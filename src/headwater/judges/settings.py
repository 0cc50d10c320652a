"""What a user may set about a chat judge, checked before any work is done.

What enters: an address and a model's name, as a user types them. What leaves: `ChatSettings`, or a `UsageError` that
says what to change.

>>> chat_address("http://localhost:8080/v1")
'http://localhost:8080/v1/chat/completions'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from math import isfinite
from os import environ
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from headwater.errors import UsageError

KEY = "HEADWATER_JUDGE_KEY"
"""The environment variable that holds the endpoint's key, the only place it is ever read from."""
MACHINE = re.compile(r"([\w.-]+|\[[\da-f:.]+\])(:\d+)?", re.ASCII | re.IGNORECASE)
"""The part of an address that names the machine: a name or an IP address, and a port (RFC 3986, 3.2)."""
PATH = "/chat/completions"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatSettings:
    """Which model judges, where it is, and how much it may cost. Raises `UsageError` for what cannot work."""

    model: str
    """Its name, as the endpoint knows it."""
    cache: Path
    """The file that its answers are kept in."""
    endpoint: str | None = None
    """Address that ends in `/v1` or in `/v1/chat/completions`; None: replay only."""
    budget: int = 200
    """Most pairs asked in the life of a judge; 0: replay only."""
    seconds: float = 30.0
    """One request takes no longer, however slowly its reply drips."""
    total_seconds: float = 600.0
    """All requests of a judge together take no longer."""
    retries: int = 2
    """How often a request is sent again: no connection, a broken one, status 429 or 5xx."""
    backoff: float = 0.5
    """Seconds before the first retry; doubled for each one after."""
    parallel: int = 4
    """Requests under way at one time."""
    no_thinking: bool = False
    """Ask a model that thinks before it answers not to (`reasoning_effort`: not every server knows it)."""
    plain_http: bool = False
    """Allow http:// to other machines: what is sent can be read on the way."""

    def __post_init__(self) -> None:
        """Check everything that can be checked without asking."""
        if not self.model or not self.model.isprintable():
            raise UsageError("the judge's model needs a name, as the endpoint knows it")
        if self.endpoint is not None:
            chat_address(self.endpoint, plain_http=self.plain_http)
        if self.budget < 0 or self.retries < 0 or self.parallel < 1 or not self.backoff >= 0:
            raise UsageError("a judge's budget, retries and backoff start at 0, its parallel requests at 1")
        if not (self.seconds > 0 and self.total_seconds > 0 and isfinite(self.seconds + self.total_seconds)):
            raise UsageError("a judge's seconds and total_seconds must be more than 0")

    @property
    def address(self) -> str:
        """Where requests go; empty where there is no endpoint."""
        return chat_address(self.endpoint, plain_http=self.plain_http) if self.endpoint else ""

    @property
    def asks(self) -> bool:
        """Whether it may ask at all, or only replay."""
        return self.endpoint is not None and self.budget > 0


def chat_address(url: str, *, plain_http: bool = False) -> str:
    """Return the address that pairs are sent to; it holds no secret and may be printed.

    Raises `UsageError` for what is no such address, for a password or query in it (both may hold keys, and addresses
    are printed), and for http:// to another machine unless `plain_http`.

    >>> chat_address("https://models.example.org/v1/chat/completions/")
    'https://models.example.org/v1/chat/completions'
    >>> chat_address("http://[::1]:8080")
    'http://[::1]:8080/v1/chat/completions'
    """
    parts = _split(url)
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise UsageError(f"a judge's address holds no name, password or query; put the key into {KEY}")
    if parts.scheme == "http" and not plain_http and not _is_here(parts.hostname or ""):
        raise UsageError(
            f"{parts.hostname} is another machine, and what is sent there over http:// can be read on the way; "
            "use https://, or allow it (--judge-plain-http)"
        )
    path = parts.path.rstrip("/")
    if not path.endswith(PATH):
        path = f"{path or '/v1'}{PATH}"
    return f"{parts.scheme}://{parts.netloc}{path}"


def key_from_environment() -> str | None:
    """Return the endpoint's key, None where there is none. Raises `UsageError`, without the key, for an unusable one."""
    key = environ.get(KEY, "").strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise UsageError(f"{KEY} holds characters that no key can have; it is sent as it is, without quote marks")
    return key or None


def _split(url: str) -> SplitResult:
    wrong = UsageError("a judge's address looks like http://localhost:8080/v1 or https://models.example.org/v1")
    if not (url.isascii() and url.isprintable()) or " " in url:
        raise wrong
    try:
        parts = urlsplit(url)
        machine = MACHINE.fullmatch(parts.netloc.rpartition("@")[2])
        usable = machine and parts.scheme in {"http", "https"} and parts.port != 0
    except ValueError:
        raise wrong from None
    if not usable:
        raise wrong
    return parts


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
