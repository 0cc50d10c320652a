"""The tasks that can be predicted; each is a module with one function `predict(rows)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

TASKS = ("pages", "attribution", "stories", "copies", "align", "names", "relation")


def predict(task: str, rows: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    """Yield one prediction for each row (each pair, for `align`), in the format of the shared scorer."""
    found: Iterator[Mapping[str, object]] = import_module(f"evaluate.{task}").predict(rows)
    return found
