"""An open file, pipe or archive member → its bytes, plain, bounded and read once.

>>> import gzip, io
>>> from headwater.pages.spots import Spot
>>> source = source_of(io.BytesIO(gzip.compress(b"Rain fell.")), Spot(file="a.txt.gz"), limit=100)
>>> source.head, source.whole()
(b'Rain fell.', b'Rain fell.')
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from headwater.model import Reason, Rejected
from headwater.pages.kinds import HEAD
from headwater.pages.spots import Spot, rejected_at

BLOCK = 65_536
BOMB_BYTES = 100_000_000
BOMB_RATIO = 200
"""A gzip file that has grown past both is given up: text shrinks to a tenth, a file made to exhaust memory to a thousandth."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """An open input, unzipped, with its first bytes looked at."""

    spot: Spot
    head: bytes
    """The first `HEAD` bytes, still to come from `stream` too."""
    stream: io.BufferedReader
    limit: int
    """`PageSettings.max_page_bytes`."""
    size: int | None
    """In bytes, where the file system tells."""
    gunzip: Gunzip | None

    def whole(self) -> bytes | Rejected:
        """Return all bytes, or why they cannot be had: a gzip file cut short, or more than `limit`."""
        content = self.stream.read(self.limit + 1)
        return self.fault() or (content if len(content) <= self.limit else self.too_large())

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield each line with its number from 1; None stands for a line longer than `limit`."""
        number = 0
        while line := self.stream.readline(self.limit + 1):
            number += 1
            if not line.endswith(b"\n") and self.fault():
                return
            if len(line) <= self.limit:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = self.stream.readline(BLOCK)
            yield number, None

    def fault(self) -> Rejected | None:
        """Return what is wrong with the gzip file around the bytes read so far; None: nothing."""
        if self.gunzip is None or self.gunzip.fault is None:
            return None
        return rejected_at(self.spot, *self.gunzip.fault)

    def too_large(self, member: str = "") -> Rejected:
        """Return the record that names the size and the setting."""
        size = f"{self.size:,} bytes" if self.size and not member else f"more than {self.limit:,} bytes"
        detail = f"{size}; PageSettings.max_page_bytes is {self.limit:,}"
        return rejected_at(Spot(file=self.spot.file, member=member or self.spot.member), "too large", detail)


def source_of(raw: BinaryIO, spot: Spot, *, limit: int, size: int | None = None) -> Source:
    """Return the source of an open binary stream; gzip, of one member or many, is taken off.

    `limit` and `size` in bytes. Raises OSError where the stream cannot be read.
    """
    head, stream = _looked_at(raw)
    if not head.startswith(b"\x1f\x8b"):
        return Source(spot=spot, head=head, stream=stream, limit=limit, size=size, gunzip=None)
    gunzip = Gunzip(stream)
    head, stream = _looked_at(io.BufferedReader(gunzip))
    return Source(spot=spot, head=head, stream=stream, limit=limit, size=None, gunzip=gunzip)


def _looked_at(raw: BinaryIO | io.BufferedReader) -> tuple[bytes, io.BufferedReader]:
    head = b""
    while len(head) < HEAD and (piece := raw.read(HEAD - len(head))):
        head += piece
    return head, io.BufferedReader(Rejoined(head, raw), BLOCK)


class Rejoined(io.RawIOBase):
    """A stream whose first bytes were read already, as if they had not been."""

    def __init__(self, head: bytes, rest: BinaryIO | io.BufferedReader) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # what BufferedReader passes
        """Fill the buffer as far as one read goes."""
        piece = self._head[: len(buffer)]
        self._head = self._head[len(piece) :]
        piece = piece or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class Gunzip(io.RawIOBase):
    """The plain bytes of a gzip stream. Python's own reader loses what precedes a fault; this one ends and names it."""

    fault: tuple[Reason, str] | None = None

    def __init__(self, packed: io.BufferedReader) -> None:
        super().__init__()
        self._packed = packed
        self._member = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._taken = 0
        self._given = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # what BufferedReader passes
        """Fill the buffer with what comes next; 0 at the end or at a fault."""
        piece = b""
        while not piece and self.fault is None and (not self._member.eof or self._next_member()):
            piece = self._piece(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def _piece(self, most: int) -> bytes:
        packed = self._member.unconsumed_tail or self._next_packed()
        try:
            piece = self._member.decompress(packed, most)
        except zlib.error as error:
            self.fault = ("malformed", f"the gzip data is damaged ({error}); what stood before was read")
            return b""
        self._given += len(piece)
        if not packed and not piece and not self._member.eof:
            self.fault = ("truncated", "the gzip file ends in the middle; fetch it again")
        if self._given > BOMB_BYTES and self._given > BOMB_RATIO * self._taken:
            self.fault = (
                "too large",
                f"the gzip file grows more than {BOMB_RATIO}-fold when unpacked; unpack it first",
            )
        return piece

    def _next_packed(self) -> bytes:
        packed, self._waiting = self._waiting, b""
        if not packed:
            packed = self._packed.read(BLOCK)
            self._taken += len(packed)
        return packed

    def _next_member(self) -> bool:
        """Begin the next member; False at the end. Zero padding and trailing bytes are passed over, as gzip does."""
        packed = self._member.unused_data.lstrip(b"\0")
        while len(packed) < 2 and (more := self._next_packed()):
            packed = (packed + more).lstrip(b"\0")
        if not packed.startswith(b"\x1f\x8b"):
            return False
        self._member = zlib.decompressobj(wbits=31)
        self._waiting = packed
        return True
