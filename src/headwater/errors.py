"""What can go wrong, as a tree.

::

    HeadwaterError
    ├── UsageError       the caller asked for something that does not exist (exit code 2)
    ├── MissingExtra     an optional dependency is not installed; the message names the pip command
    ├── MissingModel     a shipped model file is damaged or gone; the message says how to restore it
    ├── NotHere          the desk holds no such story, article, page, speaker or correction
    └── StoreError       the desk's file cannot be read or written: damaged, busy, full, read-only, from a later version

Bad *input* is not an error: it becomes a `Rejected` record and the rest goes on.
"""

from __future__ import annotations


class HeadwaterError(Exception):
    """Base of all errors that Headwater raises on purpose; the message names the thing and the fix."""


class UsageError(HeadwaterError):
    """The caller asked for something that does not exist."""


class MissingExtra(HeadwaterError):  # noqa: N818 - the design's own name
    """An optional dependency is not installed."""


class MissingModel(HeadwaterError):  # noqa: N818 - reads as its sibling
    """A shipped model file is damaged or gone."""


class NotHere(HeadwaterError):  # noqa: N818 - reads as its siblings
    """The desk holds no such story, article, page, speaker or correction."""


class StoreError(HeadwaterError):
    """The desk's file cannot be read or written; what was acknowledged before is safe."""
