"""Headwater: trace every claim in the news to its source.

The front door. Names are imported when they are first used, so that `headwater --help` stays quick.

>>> from headwater import Page, open_desk
>>> Page.__module__, open_desk.__module__
('headwater.model.page', 'headwater.desk.kept')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headwater.desk import Desk, Settings, open_desk
    from headwater.errors import HeadwaterError
    from headwater.model import Article, Brief, Comparison, Link, Page, Rejected, Statement, Story

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Brief",
    "Comparison",
    "Desk",
    "HeadwaterError",
    "Link",
    "Page",
    "Rejected",
    "Settings",
    "Statement",
    "Story",
    "open_desk",
]
_ELSEWHERE = {
    "Desk": "headwater.desk",
    "Settings": "headwater.desk",
    "open_desk": "headwater.desk",
    "HeadwaterError": "headwater.errors",
}


def __getattr__(name: str) -> object:
    """Import a name of the front door; everything that is not named in `_ELSEWHERE` is a record of the model."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "headwater.model")), name)
