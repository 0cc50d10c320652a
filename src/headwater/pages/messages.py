r"""MHTML, or any saved message with a web page in it → the page.

>>> saved = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Rain fell.</p>"
>>> read_message(saved, Spot(file="a.mhtml")).content
b'<p>Rain fell.</p>'
"""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32

from headwater.model import Page, Rejected
from headwater.pages.spots import Spot, page_at, rejected_at
from headwater.pages.times import iso_time

LONGEST_HEADER = 2000
MOST_NESTED = 100
"""Bounds of what Python's parser, quadratic in both, is given; a saved page has short headers and no parts in parts."""


class ShortHeaders(Compat32):
    """Cuts headers, so that a hostile one costs no more than a long one."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return a header's name and what is kept of its value."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


def read_message(content: bytes, spot: Spot) -> Page | Rejected:
    """Return the first HTML part as the page, else the first plain-text part.

    Its address is the part's `Content-Location` (RFC 2557), its time the message's `Date`.
    """
    try:
        message = (
            message_from_bytes(content, policy=ShortHeaders()) if content.count(b"boundary=") < MOST_NESTED else None
        )
    except RecursionError:
        message = None
    if message is None:
        return rejected_at(spot, "malformed", "the parts of the message are nested too deep")
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        part = next((part for part in message.walk() if part.get_content_type() == kind), None)
        body = part.get_payload(decode=True) if part is not None else None
        if part is not None and isinstance(body, bytes) and body.strip():
            found = replace(spot, url=_address(part, message), saved=iso_time(str(message.get("Date", ""))))
            return page_at(found, body, "text" if kind == "text/plain" else "html", declared=part.get_content_charset())
    return rejected_at(spot, "malformed", "the message holds no web page; save the page again")


def _address(part: Message, message: Message) -> str | None:
    for given in (part.get("Content-Location"), message.get("Snapshot-Content-Location")):
        if str(given or "").strip().startswith(("http://", "https://")):
            return str(given).strip()
    return None
