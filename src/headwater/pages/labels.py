"""Encoding labels as pages write them → Python codecs, after the HTML5 rules for labels.

Browsers read some labels as a superset of what they name (`iso-8859-1` as windows-1252), know names that Python does
not, and refuse what is no encoding of text. Source: WHATWG Encoding Standard, section 4.2.
"""

from __future__ import annotations

import codecs

READ_AS = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-11": "cp874",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""Python's name of what a label says → the superset that browsers read."""

OTHER_NAMES = {
    "cn-big5": "big5hkscs",
    "dos-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "logical": "iso8859-8",
    "mac": "mac-roman",
    "unicode-1-1-utf-8": "utf-8",
    "visual": "iso8859-8",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-sjis": "cp932",
    "x-x-big5": "big5hkscs",
}
"""Labels that Python does not know."""

OF_TEXT = frozenset(
    [
        *("utf-8", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949", "cp866", "cp874"),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    ]
)
"""The encodings of the standard; UTF-16 is told by its bytes, never by a label inside the page."""


def codec_of(label: str) -> str | None:
    """Return the Python codec that a label of a page means, None where it means none.

    >>> codec_of(" ISO-8859-1 "), codec_of("x-sjis"), codec_of("base64"), codec_of("no such")
    ('cp1252', 'cp932', None, None)
    """
    plain = label.strip().strip("\"'").lower()
    plain = plain.removeprefix("x-") if plain.startswith("x-cp125") else plain
    try:
        name = OTHER_NAMES.get(plain) or codecs.lookup(plain).name
    except (LookupError, ValueError):  # ValueError: a label with a NUL in it
        return None
    name = READ_AS.get(name, name)
    return name if name in OF_TEXT else None
