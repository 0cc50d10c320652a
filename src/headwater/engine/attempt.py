"""One item through one function → its result, or the fault as data. The engine's edge.

>>> attempt(len, "rain"), attempt(int, "rain").reason
(Done(value=4), 'crashed')
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from headwater.errors import HeadwaterError

Item = TypeVar("Item")
Result = TypeVar("Result")

Fate = Literal["time limit", "crashed"]
LONGEST_DETAIL = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure(Generic[Item]):
    """An item that was given up, in the place where its result would have stood."""

    index: int
    """Which of the items, from 0."""
    item: Item
    reason: Fate
    detail: str
    """One line: the error and its message, or how the worker ended."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Done(Generic[Result]):
    """What the function returned."""

    value: Result


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Why the function returned nothing."""

    reason: Fate
    detail: str


def attempt(function: Callable[[Item], Result], item: Item) -> Done[Result] | Fault:
    """Return what the function makes of the item, or its exception as a `Fault`.

    A HeadwaterError is raised: it is about the set-up (an extra is missing), so every item would meet it. So is
    KeyboardInterrupt.

    >>> attempt(int, "rain").detail
    "ValueError: invalid literal for int() with base 10: 'rain'"
    """
    try:
        return Done(value=function(item))
    except HeadwaterError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 - one bad page must not stop the rest, whatever library fails on it
        return Fault(reason="crashed", detail=_one_line(f"{type(error).__name__}: {error}"))


def _one_line(detail: str) -> str:
    plain = " ".join(detail.encode("utf-8", "replace").decode().split())
    return plain if len(plain) <= LONGEST_DETAIL else plain[: LONGEST_DETAIL - 1] + "…"
