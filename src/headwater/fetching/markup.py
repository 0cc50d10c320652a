"""The bytes of an XML document from anywhere → its elements of some names, one at a time, however broken it is.

Every entity is made a plain character before the XML reader sees it, so that none is ever expanded or loaded: names that
HTML knows become their characters, others stay the words they are. What breaks off gives what stands before the break.

>>> broken = b"<!DOCTYPE x [<!ENTITY b 'boom'>]><x><y>caf&eacute; & bar &b; &amp;</y><y>Rain"
>>> found, trouble = read_elements(broken, ("{*}y",), text_of)
>>> found[0], bool(trouble)
('café & bar &b; &', True)
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html.entities import html5
from typing import TypeVar

from lxml import etree
from lxml.etree import _Element as Element

from headwater.fetching.entries import MOST_ENTRIES
from headwater.pages.decoding import decode
from headwater.pages.spots import Spot, page_at

CDATA = "<![CDATA["
REFERENCE = re.compile(r"&(?:#([0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|([A-Za-z]\w{0,31});)?")
NO_CHARACTER = "&#65533;"
MOST = 2 * MOST_ENTRIES
Made = TypeVar("Made")


def read_elements(
    content: bytes, tags: tuple[str, ...], make: Callable[[Element], Made]
) -> tuple[list[Made], str | None]:
    """Return what `make` makes of each element with one of the tags, in order, and what is wrong with the document.

    An element is given when it ends, and emptied after, unless `make` returns None: then it is left for its parent, and
    not counted. A document that is not well-formed is read again by rules that forgive. After `MOST` elements it ends.
    """
    mended = _mended(decode(page_at(Spot(file=""), content, "html"))).encode()
    try:
        return _made(mended, tags, make, forgiving=False), None
    except etree.XMLSyntaxError as error:
        return _made(mended, tags, make, forgiving=True), str(error.msg).partition(", line")[0][:200]


def text_of(element: Element) -> str:
    """Return all words in an element, comments left out."""
    return "".join(element.itertext("*")) if len(element) else element.text or ""


def _made(
    content: bytes, tags: tuple[str, ...], make: Callable[[Element], Made | None], *, forgiving: bool
) -> list[Made]:
    made: list[Made] = []
    read = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        tag=tags,
        recover=forgiving,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        for _, element in read:
            one = make(element)
            if one is None:
                continue
            made.append(one)
            if len(made) >= MOST:
                break
            element.clear(keep_tail=True)
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError:
        if not forgiving:
            raise
    return made


def _mended(text: str) -> str:
    first, *others = text.split(CDATA)
    parts = [REFERENCE.sub(_character, first)]
    for other in others:
        inside, end, after = other.partition("]]>")
        parts += [CDATA, inside, end, REFERENCE.sub(_character, after)]
    return "".join(parts)


def _character(found: re.Match[str]) -> str:
    """Return a reference by number for one by name, which the forgiving reader would drop."""
    number, name = found[1], found[2]
    if number:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        return found[0] if _is_character(code) else NO_CHARACTER
    meant = html5.get(f"{name};") if name else None
    return "".join(f"&#{ord(character)};" for character in meant) if meant else f"&#38;{found[0][1:]}"


def _is_character(code: int) -> bool:
    """Say whether XML 1.0 (section 2.2) allows the character."""
    return code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
