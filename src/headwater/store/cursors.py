"""Where a listing goes on: the sort key of the last item shown, as opaque text.

>>> read_cursor(cursor("newest", 17, "s1"), "newest", int, str)
(17, 's1')
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from headwater.errors import UsageError

Key = str | int | float | None
LONGEST = 2000
"""Characters of a cursor that is looked at."""


def cursor(kind: str, *key: Key) -> str:
    """Return a cursor; `kind` says which listing it belongs to."""
    return urlsafe_b64encode(json.dumps([kind, *key], separators=(",", ":")).encode()).decode().rstrip("=")


def read_cursor(text: str, kind: str, *kinds: type) -> tuple[Key, ...]:
    """Return the key that a cursor holds; raise `UsageError` where it is not one of this listing.

    >>> read_cursor("nonsense", "newest", int)
    Traceback (most recent call last):
    headwater.errors.UsageError: the cursor “nonsense” belongs to no listing like this; start again without one
    """
    try:
        held = json.loads(urlsafe_b64decode(text[:LONGEST] + "=" * (-len(text) % 4)))
    except (ValueError, RecursionError):
        held = None
    if isinstance(held, list) and held[:1] == [kind] and len(held) == len(kinds) + 1:
        key = tuple(held[1:])
        if all(_fits(value, expected) for value, expected in zip(key, kinds, strict=True)):
            return key
    raise UsageError(f"the cursor “{text[:80]}” belongs to no listing like this; start again without one")


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
        return False
    return isinstance(value, kind) or (kind is float and isinstance(value, int))
