"""What a user names → the files behind it, in order: files, folders, patterns and `-` for standard input.

>>> list(found_files(["-"]))
['-']
>>> [record.reason for record in found_files(["no/such/*.html"])]
['unreadable']
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path

from headwater.model import Rejected
from headwater.pages.spots import Spot, encodable, rejected_at

STDIN = "-"


def found_files(inputs: Iterable[str]) -> Iterator[str | Rejected]:
    """Yield the path of each file that the inputs name, and a `Rejected` for each input that leads nowhere.

    Folders are read to the bottom in order of name; hidden entries are skipped; a folder that links lead back to is
    read once. Patterns (`*`, `?`, `[…]`, `**`) are matched where the shell left them as they are; a file whose name
    has such a character comes first.
    """
    for given in inputs:
        if given == STDIN:
            yield given
        elif os.path.lexists(given):
            yield from _under(given)
        elif has_magic(given):
            yield from _matching(given)
        else:
            yield _unreadable(given, "no such file or folder; check the path")


def _under(top: str) -> Iterator[str | Rejected]:
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):  # noqa: PTH112 - a Path for every file would cost more than the question
            yield path
            continue
        try:
            status = os.stat(path)  # noqa: PTH116 - likewise
            names = _visible(path)
        except OSError as error:
            yield _unreadable(
                path, f"the folder cannot be read ({error.strerror}); check that it is there and yours to read"
            )
            continue
        if (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            waiting.extend(os.path.join(path, name) for name in reversed(names))  # noqa: PTH118 - likewise


def _visible(folder: str) -> list[str]:
    return sorted(name for name in os.listdir(folder or ".") if not name.startswith("."))  # noqa: PTH208 - keeps str


def _matching(pattern: str) -> Iterator[str | Rejected]:
    path = Path(pattern)
    parts = path.parts[1:] if path.anchor else path.parts
    nothing = True
    for found in _expanded(path.anchor, list(parts)):
        for file in _under(found):
            nothing = False
            yield file
    if nothing:
        yield _unreadable(pattern, "no file matches the pattern; check it, or quote it differently for the shell")


def _expanded(base: str, parts: list[str]) -> Iterator[str]:
    """Yield the paths under `base` that the parts of a pattern match. Unlike `glob`, `**` follows no link twice."""
    if not parts:
        yield base or "."
    elif parts[0] == "**":
        for folder in _folders(base):
            yield from _expanded(folder, parts[1:])
    elif has_magic(parts[0]):
        for name in _listed(base):
            if fnmatchcase(name, parts[0]):
                yield from _expanded(os.path.join(base, name), parts[1:])  # noqa: PTH118 - see `_under`
    else:
        path = os.path.join(base, parts[0])  # noqa: PTH118 - see `_under`
        if os.path.lexists(path):
            yield from _expanded(path, parts[1:])


def _folders(base: str) -> Iterator[str]:
    waiting = [base]
    while waiting:
        folder = waiting.pop()
        yield folder
        inner = [os.path.join(folder, name) for name in _listed(folder)]  # noqa: PTH118 - see `_under`
        waiting.extend(path for path in reversed(inner) if os.path.isdir(path) and not os.path.islink(path))  # noqa: PTH112, PTH114


def _listed(folder: str) -> list[str]:
    try:
        return _visible(folder)
    except OSError:  # a file in the middle of a pattern, or a folder that cannot be read: nothing there matches
        return []


def _unreadable(path: str, detail: str) -> Rejected:
    return rejected_at(Spot(file=encodable(path)), "unreadable", detail)
