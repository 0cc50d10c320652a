"""A desk's file → the desk, opened for those who read it, for those who correct it, and for those who add to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from headwater.cli.session import Session
from headwater.desk.kept import StoredDesk, open_desk
from headwater.engine import Engine
from headwater.errors import UsageError


def desk_to_read(path: Path) -> StoredDesk:
    """Return a desk that is only looked at; raises `StoreError` where there is none."""
    return open_desk(path)


def desk_to_correct(path: Path) -> StoredDesk:
    """Return a desk that is there, to be changed."""
    if not path.exists():
        raise UsageError(f"there is no desk {path}: check the name, or make it with `headwater add {path} PATHS`")
    return open_desk(path, write=True)


@contextmanager
def desk_to_grow(path: Path, session: Session, *, engine: Engine | None = None) -> Iterator[StoredDesk]:
    """Yield a desk that pages are added to, made where there is none; progress shows as in a visit; `engine`: the session's."""
    made = not path.exists()
    with (
        open_desk(path, write=True, engine=engine or session.engine(), settings=session.settings) as desk,
        session.progress(streaming=True) as advance,
    ):
        if made:
            session.say(f"made the desk {path}")
        yield replace(desk, progress=advance)
