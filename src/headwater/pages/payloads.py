r"""The bytes of an archive record → the payload that the server sent: headers off, chunks joined, unpacked.

>>> sent = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n<p>Rain</p>"
>>> payload_of(sent, "application/http", limit=1000)
Payload(content=b'<p>Rain</p>', media_type='text/html', charset='koi8-r')
>>> payload_of(b"HTTP/1.1 404 Not Found\r\n\r\n", "application/http", limit=1000)
('not a page', 'HTTP status 404')
"""

from __future__ import annotations

import importlib
import io
import re
import zlib
from dataclasses import dataclass

from headwater.model import Reason
from headwater.pages.sources import Gunzip

STATUS = re.compile(rb"HTTP/[\d.]{1,4}\s{1,9}(\d{3})")
END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,1000}\r?\n")

Fault = tuple[Reason, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Payload:
    """What a server sent, with what it said of it."""

    content: bytes
    media_type: str
    """In lower case, without parameters; empty where the server named none."""
    charset: str | None


def payload_of(block: bytes, content_type: str, *, limit: int) -> Payload | Fault:
    """Return the payload of a `response` or `resource` record, or why there is none; at most `limit` bytes.

    Follows RFC 9112 for chunks and RFC 9110 for content codings; a coding that was already undone is left alone.
    """
    if not block.startswith(b"HTTP/"):
        return _said(block, content_type)
    status = STATUS.match(block)
    if status is None or not status[1].startswith(b"2"):
        return ("not a page", f"HTTP status {status[1].decode() if status else 'unknown'}")
    end = END_OF_HEADERS.search(block)
    if end is None:
        return ("empty", "the response has no body")
    headers = _headers(block[: end.start()])
    body = block[end.end() :]
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    unpacked = _unpacked(body, headers.get("content-encoding", "").lower(), limit)
    return _said(unpacked, headers.get("content-type", "")) if isinstance(unpacked, bytes) else unpacked


def _said(content: bytes, content_type: str) -> Payload:
    charset = CHARSET.search(content_type)
    media_type = content_type.split(";", 1)[0].strip().lower()
    return Payload(content=content, media_type=media_type, charset=charset[1] if charset else None)


def _headers(head: bytes) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in head.split(b"\n")[1:]:
        name, _, value = line.decode("latin-1").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _joined(body: bytes) -> bytes:
    """Return the chunks as one; the body as it is where it holds no chunks, because many archives joined them already."""
    chunks: list[bytes] = []
    at = 0
    while size := CHUNK_SIZE.match(body, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(chunks)
        chunks.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body.startswith(b"\r\n", at) else 0
    return b"".join(chunks) if chunks and at >= len(body) else body


def _unpacked(body: bytes, coding: str, limit: int) -> bytes | Fault:
    if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        plain = io.BufferedReader(Gunzip(io.BufferedReader(io.BytesIO(body)))).read(limit + 1)
    elif coding == "deflate":
        plain = _inflated(body, limit)
    elif coding == "br":
        opened = _unbrotlied(body, limit)
        if not isinstance(opened, bytes):
            return opened
        plain = opened
    elif coding in ("zstd", "compress"):
        return ("unreadable", f"the payload is packed with {coding}, which is not supported")
    else:
        plain = body
    return (
        plain if len(plain) <= limit else ("too large", f"unpacked it has more than {limit:,} bytes; see PageSettings")
    )


def _inflated(body: bytes, limit: int) -> bytes:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # servers send both, with a zlib header and without
        inflater = zlib.decompressobj(bits)
        try:
            plain = inflater.decompress(body, limit + 1)
        except zlib.error:
            continue
        if inflater.eof or len(plain) > limit:
            return plain
    return body  # it was undone before, or is cut short


def _unbrotlied(body: bytes, limit: int) -> bytes | Fault:
    try:
        brotli = importlib.import_module("brotli")
    except ImportError:
        return ("unreadable", "the payload is packed with br: pip install 'brotli>=1.2'")
    opened = brotli.Decompressor()
    if not hasattr(opened, "can_accept_more_data"):  # before 1.2 nothing bounds what it unpacks
        return ("unreadable", "the payload is packed with br: pip install 'brotli>=1.2'")
    try:
        return bytes(opened.process(body, output_buffer_limit=limit + 1))
    except brotli.error:
        return body
