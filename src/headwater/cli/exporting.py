"""What `headwater export` does: a story, an article or a speaker of a desk in a format of others."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from headwater.cli.keeping import desk_to_read
from headwater.cli.printing import write
from headwater.cli.slices import every
from headwater.desk import StoredDesk
from headwater.errors import NotHere, UsageError
from headwater.model import Query
from headwater.outputs.exports import (
    ARTICLE_FORMATS,
    SPEAKER_FORMATS,
    STORY_FORMATS,
    ExportSettings,
    Speaker,
    find_format,
)

BINARY = "application/vnd.apache.parquet"


def export(path: Path, story: str | None, options: Mapping[str, object]) -> None:
    """Write what was named, in the format that was named."""
    article, speaker = (str(options[name]) if options[name] else None for name in ("article", "speaker"))
    if sum(each is not None for each in (story, article, speaker)) != 1:
        raise UsageError("export takes one thing: the id of a STORY, --article ID or --speaker NAME")
    name, link = str(options["format"]), options["link"]
    file = options["output"] if isinstance(options["output"], Path) else Path("-")
    settings = ExportSettings(root=str(link).rstrip("/") if link else None, full=bool(options["full"]))
    with desk_to_read(path) as desk:
        if story is not None:
            chosen = find_format(STORY_FORMATS, name)
            _check(chosen.media_type, file)
            data = chosen.write(desk.story(desk.card(story).id), settings)
        elif article is not None:
            data = find_format(ARTICLE_FORMATS, name).write(desk.article(article), settings)
        else:
            data = find_format(SPEAKER_FORMATS, name).write(_speaker(desk, str(speaker)), settings)
    write(file, data)


def list_formats() -> None:
    """Print the formats of stories, articles and speakers."""
    for line in _formats():
        click.echo(line)


def _formats() -> Iterator[str]:
    tables = {
        "STORY": [(each.name, each.about) for each in STORY_FORMATS.values()],
        "--article ID": [(each.name, each.about) for each in ARTICLE_FORMATS.values()],
        "--speaker NAME": [(each.name, each.about) for each in SPEAKER_FORMATS.values()],
    }
    for subject, formats in tables.items():
        yield f"{subject}:"
        yield from (f"  {name:<22}{about}" for name, about in formats)


def _speaker(desk: StoredDesk, name: str) -> Speaker:
    query = Query(kind="statement", speaker=name)
    hits = every(lambda after, most: desk.search(query, after=after, limit=most))
    said = tuple((hit.article, hit.statement) for hit in hits if hit.statement is not None)
    if not said:
        raise NotHere(f"nobody called “{name}” is reported to have said anything on this desk")
    return Speaker(name=name, said=said)


def _check(media_type: str, file: Path) -> None:
    if media_type == BINARY and str(file) == "-" and sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal: name a file with -o FILE")
