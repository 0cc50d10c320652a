"""Ids are digests of content: the same page in gives the same id out, on every engine, in any order."""

from __future__ import annotations

from hashlib import blake2b


def digest(*parts: str | bytes | int) -> str:
    """Return 16 hexadecimal characters that depend on every part and on where one part ends.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    >>> len(digest("page", b"bytes", 3))
    16
    """
    hashed = blake2b(digest_size=8)
    for part in parts:
        content = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        hashed.update(f"{len(content)}:".encode())
        hashed.update(content)
    return hashed.hexdigest()
