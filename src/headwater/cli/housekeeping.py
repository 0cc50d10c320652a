"""`headwater desk check|backup|compact DESK`: the bodies of the commands that look after a desk's file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from headwater.errors import StoreError
from headwater.store import Store, open_store

SIZES = ("bytes", "kB", "MB", "GB", "TB")


def check(desk: Path) -> None:
    """Print what is wrong with a desk, one line each; exit with 1 if anything is."""
    store = _opened(desk)
    troubles = store.check()
    counts = store.counts() if not troubles else None
    store.close()
    for trouble in troubles:
        click.echo(trouble.what)
    if counts is None:
        sys.exit(1)
    click.echo(
        f"{desk} is well: {counts.pages} pages, {counts.articles} articles, {counts.stories} stories, {counts.corrections} corrections"
    )


def backup(desk: Path, file: Path) -> None:
    """Write a whole copy of a desk, also while others read and add."""
    store = open_store(desk, write=False)
    store.backup(file)
    store.close()
    click.echo(f"{file}: {size(file.stat().st_size)}")


def compact(desk: Path) -> None:
    """Give back unused space, and say how much."""
    if not desk.is_file():
        raise StoreError(f"{desk} does not exist; name the file of a desk")
    store = open_store(desk, write=True)
    before, after = store.compact()
    store.close()
    click.echo(f"{desk}: {size(before)} before, {size(after)} now")


def _opened(desk: Path) -> Store:
    """Open a desk, for writing where that can be: its full text is checked then, too."""
    open_store(desk, write=False).close()  # opened for writing, a desk that is not there would be made
    try:
        return open_store(desk, write=True)
    except StoreError:
        return open_store(desk, write=False)


def size(count: int) -> str:
    """Return a number of bytes for people.

    >>> size(900), size(1_234_000)
    ('900 bytes', '1.2 MB')
    """
    amount, step = float(count), 0
    while amount >= 1000 and step < len(SIZES) - 1:
        amount, step = amount / 1000, step + 1
    return f"{amount:.1f} {SIZES[step]}" if step else f"{count} bytes"
