"""How a process that serves collects garbage.

A server keeps stories that were laid out: some hundred thousand objects that Python's collector walks over again and again,
a quarter of a second each time, while a reader waits. Records refer to no one that refers back, so that nearly all that is
dropped is freed at once, without the collector.
"""

from __future__ import annotations

import gc

_YOUNG = 20_000
"""Objects made and not yet freed after which the young ones are looked at; a large story is about as many …"""
_MIDDLE = 20
"""… after so many times the older ones …"""
_OLD = 100
"""… and after so many times these all of them."""


def collect_seldom() -> None:
    """Leave alone what is loaded by now, and look at the rest seldom. For a process that does nothing but serve."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
