"""A page's bytes → its characters.

>>> from headwater.pages.spots import Spot, page_at
>>> decode(page_at(Spot(file="a.txt"), "Über".encode("utf-8"), "text", declared="iso-8859-1"))
'Über'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.model import Media, Page
from headwater.pages.labels import codec_of
from headwater.pages.ready import ready_row

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
XML_SAYS = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]{1,40})")
META_SAYS = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})", re.IGNORECASE)
DECLARED_WITHIN = 4096
"""A page declares its encoding in its first bytes; browsers look at 1024, many pages need more."""
MOST_BROKEN = 0.1
"""An encoding is believed while at most this share of what is not ASCII is broken."""
SAMPLE = 32_768
"""How many bytes the guess looks at, so that its time does not grow with the page."""
LINE_BREAK = re.compile("[\x0b\x0c]")
UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decode(page: Page) -> str:
    r"""Return the characters of a page; for a ready article its text, kept to the character.

    Tried in order: byte order mark; UTF-16 without one (by its NUL bytes); UTF-8, a few broken bytes allowed; the
    encoding that the container, the XML declaration or a `<meta>` names (WHATWG Encoding Standard); the best guess of
    charset_normalizer. So a wrong declaration never spoils a page that is UTF-8. Form feeds become line breaks;
    other control characters and what no encoding explains become U+FFFD, one for one.

    >>> from headwater.pages.spots import Spot, page_at
    >>> decode(page_at(Spot(file="a.txt"), b"caf\xe9 \x00 noir", "text", declared="latin1"))
    'café � noir'
    """
    if page.media == "ready":
        return ready_row(page).text
    text = _decoded(page.content, page.declared, page.media)
    return UNSAFE.sub("\ufffd", LINE_BREAK.sub("\n", text))


def wide_codec(content: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 codec of the bytes, by byte order mark or by where NUL bytes stand; None: neither.

    >>> wide_codec("Rain fell.".encode("utf-16-be")), wide_codec(b"Rain fell.")
    ('utf-16-be', None)
    """
    for mark, codec in BYTE_ORDER_MARKS[1:]:
        if content.startswith(mark):
            return codec
    head = content[:1024]
    half = len(head) // 2
    even, odd = head[0 : 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0)
    if half and max(even, odd) > 0.4 * half and min(even, odd) <= 0.05 * half:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _decoded(content: bytes, declared: str | None, media: Media) -> str:
    wide = wide_codec(content)
    if wide:
        return content.decode(wide, "replace").removeprefix("\ufeff")
    content = content.removeprefix(b"\xef\xbb\xbf")
    for codec in ("utf-8", *_named(content, declared, media)):
        text = content.decode(codec, "replace")
        if _is_sound(content, text):
            return text
    return content.decode(_guess(content), "replace")


def _named(content: bytes, declared: str | None, media: Media) -> Iterator[str]:
    labels = [declared] if declared else []
    if media == "html":
        head = content[:DECLARED_WITHIN]
        said = (XML_SAYS.match(head), META_SAYS.search(head))
        labels += [found[1].decode("ascii", "replace") for found in said if found]
    yield from filter(None, map(codec_of, labels))


def _is_sound(content: bytes, text: str) -> bool:
    broken = text.count("\ufffd") - content.count(b"\xef\xbf\xbd")
    if broken <= 0:
        return True
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return broken <= MOST_BROKEN * foreign


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, slow to import

    best = from_bytes(_sample(content)).best()
    return best.encoding if best else "cp1252"


def _sample(content: bytes) -> bytes:
    """Return some lines that are not ASCII, cut between words: half a character would rule out its encoding."""
    lines: list[bytes] = []
    size = 0
    for line in content.splitlines():
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > SAMPLE:
            break
    sample = b"\n".join(lines)
    return sample if len(sample) <= SAMPLE else sample[: max(sample.rfind(b" ", 0, SAMPLE), SAMPLE // 2)]
