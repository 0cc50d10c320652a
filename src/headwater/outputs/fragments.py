"""Words of a page → the `#:~:text=` link that opens the live page at them.

Source: URL Fragment Text Directives (W3C Community Group draft, https://wicg.github.io/scroll-to-text-fragment/).

>>> text_link("https://tern.example/karsal", "Nine boats sank, Ana Ruz said on Tuesday - and two more are missing.")
'https://tern.example/karsal#:~:text=Nine%20boats%20sank%2C%20Ana,two%20more%20are%20missing.'
"""

from __future__ import annotations

from urllib.parse import quote

_WHOLE = 8
"""Words up to which the directive holds all of them …"""
_ENDS = 4
"""… and of longer ones so many at the start and at the end: a browser marks what lies between."""


def text_fragment(words: str) -> str | None:
    """Return the fragment, without “#”, that makes a browser scroll to some words; None for none.

    Hyphens, commas and ampersands mean something in the directive and are percent-encoded like everything unsafe.

    >>> text_fragment("cease-fire, & more")
    ':~:text=cease%2Dfire%2C%20%26%20more'
    """
    found = words.split()
    if not found:
        return None
    if len(found) <= _WHOLE:
        return f":~:text={_encoded(found)}"
    return f":~:text={_encoded(found[:_ENDS])},{_encoded(found[-_ENDS:])}"


def text_link(url: str, words: str) -> str:
    """Return an address that opens a page at some words; a fragment that the address has already stays before them.

    >>> text_link("https://tern.example/a#top", "Rain fell")
    'https://tern.example/a#top:~:text=Rain%20fell'
    """
    fragment = text_fragment(words)
    if fragment is None:
        return url
    return url + ("" if "#" in url else "#") + fragment


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
