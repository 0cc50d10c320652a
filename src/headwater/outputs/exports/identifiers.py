"""Ids and addresses of records → URIs that every standard here takes.

>>> urn("article", "a1") == urn("article", "a1"), urn("article", "a1")[:9]
(True, 'urn:uuid:')
>>> address("https://tern.example/a[1]?rate=5%")
'https://tern.example/a%5B1%5D?rate=5%25'
"""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5

from headwater.model import digest
from headwater.outputs.visible import web_address

_PARTS = re.compile(
    r"(?P<head>https?://(?P<host>[A-Za-z0-9._~-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?)(?P<rest>(?:[/?#].*)?)"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})|[\[\]]")


def urn(*parts: str) -> str:
    """Return a URI that names a record for good: a name-based UUID of its kind and id (RFC 9562, version 5).

    A `tag:` URI would need a domain that whoever runs the desk holds (RFC 4151, 2.1), and would change with it.
    """
    return uuid5(NAMESPACE_URL, digest("headwater", *parts)).urn


def address(url: str | None) -> str | None:
    """Return a page's address as a URI (RFC 3986); None where it is none that may be linked.

    Only http and https in plain ASCII; brackets and percent signs that break the grammar are percent-encoded. An address
    with a user name in it is none: it can pass for another host.

    >>> address("https://tern.example@evil.example/") is None, address("data:text/html,x") is None
    (True, True)
    """
    found = _PARTS.fullmatch(web_address(url) or "")
    if found is None:
        return None
    place, _, fragment = found["rest"].partition("#")
    mended = _STRAY.sub(_encoded, place) + (
        "#" + _STRAY.sub(_encoded, fragment).replace("#", "%23") if fragment else ""
    )
    return found["head"] + mended


def language_tag(language: str | None) -> str | None:
    """Return a language as a tag that has the form of BCP 47; None for anything else.

    >>> language_tag("pt-BR"), language_tag("<script>") is None
    ('pt-BR', True)
    """
    return language if language and _LANGUAGE.fullmatch(language) else None


def _encoded(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"
