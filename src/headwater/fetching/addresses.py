"""An address as a user, a feed or a server writes it → one that may be asked, or why it may not.

>>> address_of("HTTP://Outlet.example:80/a b#top")
Address(text='http://outlet.example/a%20b')
>>> address_of("ftp://outlet.example/").detail
'only http and https addresses are fetched'
>>> address_of("../b", base="https://outlet.example/news/a").text
'https://outlet.example/b'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

import httpx2

from headwater.fetching.exchanged import Fault

LONGEST = 4_096
"""Characters of an address."""
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,252}[a-z0-9_])?")
"""Letters, digits and hyphens (RFC 1123), and the underscore that some have all the same."""
PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
"""Below it, other ports than those of the web belong to mail and the like, which a page must not have us talk to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """An http or https address without user name, password and fragment, in its normal form."""

    text: str

    @property
    def url(self) -> httpx2.URL:
        """The address in its parts."""
        return httpx2.URL(self.text)

    @property
    def host(self) -> str:
        """The host's name in ASCII, or its IP address without brackets."""
        return self.url.raw_host.decode("ascii").strip("[]").removesuffix(".")

    @property
    def port(self) -> int:
        """The port, the scheme's own where the address names none."""
        return self.url.port or PORTS[self.url.scheme]

    @property
    def secure(self) -> bool:
        """Whether it is https."""
        return self.url.scheme == "https"

    @property
    def target(self) -> str:
        """Path and query, as they are sent."""
        return self.url.raw_path.decode("ascii")


def is_web(source: str) -> bool:
    """Say whether a user's source is an address rather than a folder.

    >>> is_web("https://outlet.example/feed"), is_web("incoming/"), is_web("file:///etc/passwd")
    (True, False, True)
    """
    scheme, mark, _ = source.partition("://")
    return bool(mark) and scheme.isalnum()


def address_of(written: str, *, base: str = "") -> Address | Fault:
    """Return the address that the words mean, resolved against `base` (RFC 3986, section 5)."""
    written = absolute(written, base)
    if len(written) > LONGEST:
        return _refused(f"the address has more than {LONGEST:,} characters")
    try:
        url = httpx2.URL(written)
        host = url.raw_host.decode("ascii").strip("[]").removesuffix(".")
    except (httpx2.InvalidURL, ValueError):  # ValueError: an impossible port, host or half of a bracket
        return _refused("the address is not well-formed; check how it is written")
    if url.scheme not in PORTS:
        return _refused("only http and https addresses are fetched")
    if not host:
        return _refused("the address names no host")
    if not HOST.fullmatch(host) and ":" not in host:  # IPv6, of which the reader of addresses made sure
        return _refused("the address names a host that cannot be")
    if url.userinfo:
        return _refused("addresses with a user name or password are not fetched; take it out")
    port = url.port or PORTS[url.scheme]
    if port < FIRST_FREE_PORT and port not in PORTS.values():
        return _refused(f"port {port} is not one of the web's")
    return Address(text=str(url.copy_with(fragment=None, raw_path=url.raw_path)))


def absolute(written: str, base: str) -> str:
    """Return the address in full, as it is written; what cannot be joined stays as it is.

    >>> absolute(" /b ", "https://outlet.example/a"), absolute("http://[", "https://outlet.example/a")
    ('https://outlet.example/b', 'http://[')
    """
    written = written.strip()
    if not base:
        return written
    try:
        return urljoin(base, written)
    except ValueError:
        return written


def _refused(detail: str) -> Fault:
    return Fault(reason="unreadable", detail=detail)
