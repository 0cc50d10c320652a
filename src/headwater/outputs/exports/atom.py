r"""A feed → Atom (RFC 4287).

>>> from headwater.outputs.exports.feed import Feed
>>> text = atom(Feed(id="urn:uuid:0", title="Boats \x00 sink", subtitle="", home=None, own=None, entries=()))
>>> text.splitlines()[0]
'<?xml version="1.0" encoding="utf-8"?>'
>>> "Boats ␀ sink" in text
True
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from headwater.outputs.exports.feed import Entry, Feed
from headwater.outputs.visible import one_line, short, visible

NAMESPACE = "http://www.w3.org/2005/Atom"
GENERATOR = "Headwater"
UNTITLED = "(no title)"
_RIGHTS = 500
"""Characters of a rights notice."""


def atom(told: Feed) -> str:
    """Return a feed as an Atom document to be encoded as UTF-8.

    Texts are plain (`type="text"`), control characters pictures, lone surrogates U+FFFD, so that XML 1.0 holds them.
    """
    root = ET.Element("feed", {"xmlns": NAMESPACE})
    _text(root, "id", told.id)
    _text(root, "title", one_line(told.title) or UNTITLED)
    if told.subtitle:
        _text(root, "subtitle", one_line(told.subtitle))
    _text(root, "updated", told.updated)
    _text(root, "generator", GENERATOR)
    _text(ET.SubElement(root, "author"), "name", GENERATOR)
    _link(root, "self", told.own, "application/atom+xml")
    _link(root, "alternate", told.home, "text/html")
    for entry in told.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _entry(held: ET.Element, entry: Entry) -> None:
    if entry.language:
        held.set("xml:lang", entry.language)
    _text(held, "id", entry.id)
    _text(held, "title", one_line(entry.title) or UNTITLED)
    _text(held, "updated", entry.updated)
    if entry.published:
        _text(held, "published", entry.published)
    for author in entry.authors:
        if one_line(author):
            _text(ET.SubElement(held, "author"), "name", one_line(author))
    _link(held, "alternate", entry.home or entry.live, "text/html")
    if entry.home:
        _link(held, "via", entry.live, "text/html")
    for page in entry.related:
        _link(held, "related", page, "text/html")
    for tag in entry.tags:
        ET.SubElement(held, "category", {"term": one_line(tag)})
    rights = short(entry.rights or "", _RIGHTS)
    if rights:
        _text(held, "rights", rights)
    _text(held, "content", visible(entry.words)).set("type", "text")


def _text(held: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(held, name)
    child.text = text
    return child


def _link(held: ET.Element, rel: str, href: str | None, kind: str) -> None:
    if href:
        ET.SubElement(held, "link", {"rel": rel, "href": href, "type": kind})
