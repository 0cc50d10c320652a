"""What `headwater corrections DESK export` and `import` do: people's judgements from one desk to another, as JSON lines."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from headwater.cli.keeping import desk_to_correct, desk_to_read
from headwater.cli.printing import write
from headwater.errors import NotHere, StoreError, UsageError
from headwater.model import Correction, correction
from headwater.outputs.closing import number
from headwater.wire import packed, unpacked


def export_corrections(path: Path, file: Path) -> None:
    """Write every correction of a desk, one JSON object a line, in the order in which they were made."""
    with desk_to_read(path) as desk:
        made = desk.corrections()
    write(file, b"".join(packed(each) + b"\n" for each in made))
    click.echo(number(len(made), "correction"), err=True)


def import_corrections(path: Path, file: Path) -> None:
    """Add corrections in their order; what is there changes nothing, what this desk has no pages for is named.

    Ends with 1 where something was named. Raises `UsageError` before any is added where a line holds no correction.
    """
    given = _read(file)
    outcomes: Counter[str] = Counter()
    with desk_to_correct(path) as desk:
        there = {each.id for each in desk.corrections()}
        for each in given:
            if each.id in there:
                outcomes["known"] += 1
                continue
            try:
                desk.correct(each)
            except (NotHere, UsageError) as error:
                outcomes["not imported"] += 1
                click.echo(f"not imported  {each.id}  {each.kind}: {error}", err=True)
            else:
                there.add(each.id)
                outcomes["imported"] += 1
    counted = ", ".join(
        f"{outcomes[word]:,} {word}" for word in ("imported", "known", "not imported") if outcomes[word]
    )
    click.echo(counted or "0 imported", err=True)
    if outcomes["not imported"]:
        sys.exit(1)


def _read(file: Path) -> list[Correction]:
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error
    lines = enumerate(data.split(b"\n"), start=1)
    return [_correction(line, f"{file}, line {place}") for place, line in lines if line.strip()]


def _correction(line: bytes, where: str) -> Correction:
    try:
        given = unpacked(line, Correction)
    except StoreError as error:
        raise UsageError(
            f"{where} holds no correction; give a file that `headwater corrections DESK export` wrote"
        ) from error
    honest = correction(
        given.kind,
        groups=given.groups,
        quoted=given.quoted,
        subject=given.subject,
        note=given.note,
        person=given.person,
        made=given.made,
    )
    if honest.id != given.id:
        raise UsageError(f"{where} was changed after it was written: its id is not that of its words")
    return given
