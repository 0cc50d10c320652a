"""The first bytes of a file or record → what it is. Names and file endings play no part.

>>> kind_of(b"<!DOCTYPE html><title>Rain</title>"), kind_of(b"Rain fell in Orvale."), kind_of(b'{"text": "Rain"}')
('html', 'text', 'rows')
"""

from __future__ import annotations

import codecs
import re
from typing import Literal

from headwater.pages.decoding import wide_codec

Kind = Literal["html", "text", "mhtml", "warc", "feed", "rows", "gzip", "xml", "binary", "empty"]
"""`rows`: JSON lines, a JSON array or one JSON object. `xml`: markup that is neither a web page nor a feed."""

HEAD = 16_384
"""How many first bytes decide."""

MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"BZh91AY&SY": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x7fELF": "a program",
}
"""Formats whose first bytes may pass for text, and those that users put beside pages."""

CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
FEED_ROOTS = {b"rss", b"feed", b"rdf:rdf"}
HTML_ROOTS = frozenset(
    b"html head body title meta link script style noscript base template div span p a b i u em strong small center font"
    b" h1 h2 h3 h4 h5 h6 br hr img table tbody tr td ul ol li dl pre blockquote article main section header footer nav"
    b" aside figure form iframe button svg".split()
)
ROOT = re.compile(
    rb"(?>\s+|<\?(?s:.*?)\?>|<!--(?s:.*?)-->|<!doctype[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+<([a-z][\w:.-]*)", re.IGNORECASE
)
HTML_DOCTYPE = re.compile(rb"(?>\s+|<\?(?s:.*?)\?>|<!--(?s:.*?)-->)*+<!doctype\s+html\b", re.IGNORECASE)
HTML_LATER = re.compile(rb"^[ \t]*<(?:!doctype\s{1,9}html|html)[\s>]", re.IGNORECASE | re.MULTILINE)
ROWS = re.compile(rb"\{\s*[\"}]|\[\s*[{\]]")
MAIL_START = re.compile(rb"[a-z][a-z-]{1,60}:[ \t]", re.IGNORECASE)
MAIL_SAYS = (
    re.compile(rb"^mime-version[ \t]*:", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^content-type[ \t]*:\s{0,9}(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE),
)
BLANK_LINE = re.compile(rb"\r?\n\r?\n")


def kind_of(head: bytes) -> Kind:
    r"""Return what the first `HEAD` bytes of a file or record show it to be.

    After the WHATWG MIME Sniffing Standard (section 7) for markup; control bytes tell binary files from text.

    >>> kind_of(b"WARC/1.0\r\n"), kind_of(b"<rss version='2.0'>"), kind_of(bytes(9)), kind_of(b"%PDF-1.7")
    ('warc', 'feed', 'binary', 'binary')
    """
    if not head:
        return "empty"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"WARC/"):  # before the question for control bytes: containers may hold any
        return "warc"
    if _is_message(head):
        return "mhtml"
    if binary_name(head):
        return "binary"
    plain = _narrow(head).removeprefix(b"\xef\xbb\xbf").lstrip()
    return _of_markup(plain) or ("rows" if ROWS.match(plain) else "text")


def binary_name(head: bytes) -> str | None:
    r"""Return what kind of binary file begins like this; None: it is text or markup.

    >>> binary_name(b"\x89PNG\r\n"), binary_name(b"Rain\x00fell")
    ('an image', None)
    """
    for magic, name in MAGIC.items():
        if head.startswith(magic):
            return name
    head = _narrow(head)
    share = (len(head) - len(head.translate(None, CONTROLS))) / max(len(head), 1)
    allowed = 0.3 if _is_utf8(head) else 0.02
    return "neither text nor markup" if share > allowed else None


def _narrow(head: bytes) -> bytes:
    wide = wide_codec(head)
    return head.decode(wide, "ignore").encode("utf-8", "ignore") if wide else head


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _of_markup(head: bytes) -> Kind | None:
    if HTML_DOCTYPE.match(head):
        return "html"
    found = ROOT.match(head)
    root = found[1].lower() if found else b""
    if root in HTML_ROOTS:
        return "html"
    if root in FEED_ROOTS:
        return "feed"
    if head.startswith(b"<?xml"):
        return "xml"
    return "html" if HTML_LATER.search(head) else None


def _is_message(head: bytes) -> bool:
    if not MAIL_START.match(head):
        return False
    headers = BLANK_LINE.split(head, maxsplit=1)[0]
    return all(says.search(headers) for says in MAIL_SAYS)
