r"""Strings of a page → strings that a screen can show: nothing invisible, nothing that steers the terminal or the reader.

>>> visible("a\x1b[31mred\udc80")
'a␛[31mred�'
"""

from __future__ import annotations

import re

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code != ord("\n")} | {0x7F: "␡"}
_SPACES = dict.fromkeys((0x09, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_BIDI = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")
_LOST = dict.fromkeys((*range(0x80, 0x85), *range(0x86, 0xA0), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
_SHOWN = _PICTURES | _LOST | _SPACES | _BIDI
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WEB = re.compile(r"https?://[A-Za-z0-9\[\]._~:/?#@!$&*+,;=%-]{1,2000}")


def visible(text: str) -> str:
    r"""Return a text with control characters as pictures, lone surrogates as U+FFFD and bidirectional overrides removed.

    Line breaks stay; tabs and separators become spaces. The marks that Arabic and Hebrew need (U+200E, U+200F, joiners)
    stay. Method: the control characters of Unicode UTR 36 and the “Trojan Source” set (Boucher and Anderson, 2021).

    >>> visible("safe\u202eevil\x00\tend")
    'safeevil␀ end'
    """
    if text.isprintable():
        return text
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).translate(_SHOWN)


def one_line(text: str) -> str:
    r"""Return a text made visible, with every run of white space as one space.

    >>> one_line(" one\n  line ")
    'one line'
    """
    return " ".join(visible(text).split())


def short(text: str, limit: int) -> str:
    """Return one line of at most `limit` characters, cut at a word with “…”.

    >>> short("The bridge was closed at noon", 16)
    'The bridge was…'
    """
    line = one_line(text[: 4 * limit])
    if len(line) <= limit and len(text) <= 4 * limit:
        return line
    cut = line[: limit - 1]
    kept = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return kept.rstrip(" ,;:–—-") + "…"


def capitalised(text: str) -> str:
    """Return a text with its first character in upper case.

    >>> capitalised("different numbers, 2 voices")
    'Different numbers, 2 voices'
    """
    return text[:1].upper() + text[1:]


def around(before: str, words: str, after: str, limit: int) -> tuple[str, str, str]:
    """Return words with what stands before and after them as one line of about `limit` characters.

    The words keep their room first; of what stands before them the end is kept, of what follows the beginning.

    >>> around("On Monday rain fell, and ", "nine boats sank", ", while the harbour stayed open.", 40)
    ('…fell, and ', 'nine boats sank', ', while the…')
    """
    middle = short(words, limit)
    room = max(limit - len(middle), 0)
    # What one side does not need, the other may have.
    ahead = max(room // 2, room - len(one_line(after[: 4 * limit])))
    lead = _ending(before, ahead)
    tail = short(after, room - len(lead)) if after.strip() and room > len(lead) + 1 else "…" if after.strip() else ""
    return (
        lead + " " * (bool(lead) and before[-1:].isspace()),
        middle,
        " " * (bool(tail) and after[:1].isspace()) + tail,
    )


def _ending(text: str, limit: int) -> str:
    """The end of a text as one line of at most `limit` characters, cut at a word."""
    line = one_line(text[-4 * limit :]) if limit else ""
    if len(line) <= limit and len(text) <= 4 * limit:
        return line
    cut = line[len(line) - limit + 1 :] if limit > 1 else ""
    kept = cut.split(" ", 1)[1] if " " in cut[: len(cut) // 2] else cut
    return f"…{kept}"


def web_address(url: str | None) -> str | None:
    """Return an address that may be linked: http or https, plain characters only; None for everything else.

    >>> web_address("https://tern.example/a?b=1")
    'https://tern.example/a?b=1'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    return url if url and _WEB.fullmatch(url) else None
