"""The token that lets somebody write: made once, shown once, kept only as a salted digest.

A token is 256 bits of the system's randomness, so that nobody can try them all: one round of SHA-256 over salt and token
is as hard to turn back as a slow password hash, and costs a request nothing (NIST SP 800-63B, section 5.1.2.2, asks for
slow hashes only below 112 bits). Digests are compared in constant time.

>>> token = "hw_" + "A" * 43
>>> key = TokenKey.of(token, salt=b"sixteen bytes ..")
>>> key.opens(token), key.opens("hw_guess")
(True, False)
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from headwater.errors import UsageError

PREFIX = "hw_"
"""So that scanners for secrets and people know one when they see it."""
VARIABLE = "HEADWATER_TOKEN"
"""The environment variable that may hold the token itself, for servers whose secrets come that way."""
_SALT = 16
_TOKEN = re.compile(r"[A-Za-z0-9_.~+/=-]{32,200}")
_KEY = re.compile(r"sha256\$([0-9a-f]{32})\$([0-9a-f]{64})")


@dataclass(frozen=True, kw_only=True, slots=True)
class TokenKey:
    """What is kept of a token."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, token: str, *, salt: bytes | None = None) -> TokenKey:
        """Return the key of a token; raises `UsageError` where the token is too short to be one."""
        if not _TOKEN.fullmatch(token):
            raise UsageError("a token has 32 to 200 letters, digits and .~+/=_-; make one with --make-token")
        drawn = salt or secrets.token_bytes(_SALT)
        return cls(salt=drawn, digest=_digest(drawn, token))

    @classmethod
    def read(cls, text: str) -> TokenKey:
        """Return the key that a file holds.

        >>> TokenKey.read(f"sha256${'0' * 32}${'1' * 64}").salt == bytes(16)
        True
        """
        found = _KEY.fullmatch(text.strip())
        if not found:
            raise UsageError("this is no token file: it holds “sha256$salt$digest” and is written by --make-token")
        return cls(salt=bytes.fromhex(found[1]), digest=bytes.fromhex(found[2]))

    def written(self) -> str:
        """Return the line that a file keeps."""
        return f"sha256${self.salt.hex()}${self.digest.hex()}\n"

    def opens(self, token: str) -> bool:
        """Say whether this is the token, in a time that does not depend on how much of it is right."""
        return hmac.compare_digest(self.digest, _digest(self.salt, token))


def new_token() -> str:
    """Return a new token of 256 random bits."""
    return PREFIX + secrets.token_urlsafe(32)


def token_file(desk: Path) -> Path:
    """Return where the key of a desk lies where no other file is named: beside it.

    >>> token_file(Path("news.desk")).name
    'news.desk-token'
    """
    return desk.with_name(f"{desk.name}-token")


def make_token(file: Path) -> str:
    """Write the key of a new token, readable by its owner only, in place of any before; return the token itself."""
    token = new_token()
    written = TokenKey.of(token).written()
    fresh = file.with_name(f"{file.name}-new")
    try:
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as opened:
            opened.write(written)
        fresh.replace(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be written ({error.strerror}); name another with --token-file") from error
    return token


def key_from(file: Path) -> TokenKey | None:
    """Return the key in a file, None where the file is not there."""
    try:
        text = file.read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read as a token file: {error}") from error
    return TokenKey.read(text)


def _digest(salt: bytes, token: str) -> bytes:
    return hashlib.sha256(salt + token.encode("utf-8", "replace")).digest()
