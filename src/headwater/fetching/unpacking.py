"""The pieces of a body as they arrive → its plain bytes, never more than a limit.

>>> import gzip
>>> unpacking = Unpacking("gzip", limit=100)
>>> unpacking.take(gzip.compress(b"Rain fell.")), unpacking.whole, unpacking.content
(True, True, b'Rain fell.')
>>> bomb = Unpacking("gzip", limit=100)
>>> bomb.take(gzip.compress(bytes(1_000_000))), bomb.too_large, len(bomb.content)
(False, True, 101)
"""

from __future__ import annotations

import zlib

ASKED_FOR = "gzip, deflate"
"""What `Accept-Encoding` says; a server that packs otherwise all the same is not read."""
WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": zlib.MAX_WBITS}
"""Codings, and what zlib calls them."""
NOT_PACKED = ("", "identity")
ZLIB_MARK = 8
"""The low half of the first byte of a zlib stream; servers send `deflate` without its header too."""


class Unpacking:
    """A body in one of the codings asked for (RFC 9110, 8.4.1)."""

    def __init__(self, coding: str, *, limit: int) -> None:
        """Begin a body packed with a coding of which `can_unpack` is true; `limit` in plain bytes, 1 or more."""
        self.broken = False
        self._coding = coding
        self._limit = limit
        self._plain = bytearray()
        self._unzip = zlib.decompressobj(WINDOWS.get(coding, zlib.MAX_WBITS))
        self._begun = False

    @property
    def content(self) -> bytes:
        """The plain bytes so far, at most one more than the limit."""
        return bytes(self._plain)

    @property
    def too_large(self) -> bool:
        """Whether there is more than the limit."""
        return len(self._plain) > self._limit

    @property
    def whole(self) -> bool:
        """Whether a packed body has come to its end."""
        return not self.broken and (self._coding in NOT_PACKED or self._unzip.eof or not self._begun)

    def take(self, piece: bytes) -> bool:
        """Add a piece; False where the body is broken or too large, and no more of it is of use."""
        room = self._limit + 1 - len(self._plain)
        if self._coding in NOT_PACKED:
            self._plain += piece[:room]
        elif piece and not self._unzip.eof:  # what follows the end of the stream is left alone
            try:
                self._plain += self._inflated(piece, room)
            except zlib.error:
                self.broken = True
        return not self.broken and not self.too_large

    def _inflated(self, piece: bytes, room: int) -> bytes:
        if not self._begun and self._coding == "deflate" and piece[0] & 0x0F != ZLIB_MARK:
            self._unzip = zlib.decompressobj(-zlib.MAX_WBITS)
        self._begun = True
        return self._unzip.decompress(piece, room)


def can_unpack(coding: str) -> bool:
    """Say whether a `Content-Encoding` is one of those asked for.

    >>> can_unpack("gzip"), can_unpack(""), can_unpack("br"), can_unpack("gzip, gzip")
    (True, True, False, False)
    """
    return coding in NOT_PACKED or coding in WINDOWS
