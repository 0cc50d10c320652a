"""Brief → text on a terminal: styled there, plain when piped, wrapped at the console's width.

>>> from headwater.outputs.sample import sample_brief
>>> brief_terminal(sample_brief(), Console(width=60, color_system=None))  # doctest: +ELLIPSIS
Boats sink at Quill Bay
3 articles → 2 origins; 1 disputed, 1 single
...
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from headwater.model import Brief
from headwater.outputs import labels, point_labels
from headwater.outputs.bounds import Bounds
from headwater.outputs.closing import closing_line
from headwater.outputs.grid_terminal import grid_section
from headwater.outputs.laying_out import lay_out
from headwater.outputs.lines import rejected_line
from headwater.outputs.order import ordered
from headwater.outputs.origins_section import origins_section
from headwater.outputs.points_terminal import left_out_section, points_section
from headwater.outputs.said import Said
from headwater.outputs.screen import Beside, Line, blank, heading, item, more, print_line
from headwater.outputs.sheet import SpeakerSheet, StorySheet
from headwater.outputs.timeline_terminal import timeline_section
from headwater.outputs.visible import one_line, short


def brief_terminal(brief: Brief, console: Console, *, full: bool = False) -> None:
    """Print the brief: per story origins, disputed, agreed, single, omissions, statements, timeline and names.

    Colour and width are the console's; nothing is drawn with boxes. `full` lifts the bounds on how much is shown.

    >>> from headwater.model import Brief
    >>> brief_terminal(Brief(stories=(), pages=0, rejected=()), Console(width=60, color_system=None))
    0 pages, 0 articles, 0 stories, 0 origins
    """
    bounds = Bounds.lifted() if full else Bounds()
    for line in _brief(brief, bounds, console.width):
        print_line(line, console)


def _brief(brief: Brief, bounds: Bounds, width: int) -> Iterator[Line | Beside]:
    stories = lay_out(brief, full=bounds.full)
    for story in stories[: bounds.stories]:
        yield from _story(story, bounds, width)
        yield blank()
    rest = stories[bounds.stories :]
    if rest:
        yield from heading("More stories", len(rest))
    for story in rest[: bounds.stories]:
        yield item(2, (one_line(story.title), "bold"), (f"  {labels.header(story)}", ""))
    yield from more(2, len(rest) - bounds.stories)
    if brief.rejected:
        yield from heading("Rejected", len(brief.rejected))
    for rejected in ordered(brief).rejected:
        yield item(2, (rejected_line(rejected), "dim"))
    if brief.rejected:
        yield blank()
    yield item(0, (closing_line(brief), "bold"))


def _story(story: StorySheet, bounds: Bounds, width: int) -> Iterator[Line | Beside]:
    yield from story_head(story)
    yield from origins_section(story, full=bounds.full)
    yield from points_section(story, bounds)
    yield from grid_section(story.grid, width)
    yield from left_out_section(story, bounds)
    yield from _speakers(story, bounds)
    yield from timeline_section(story, bounds)
    yield from _names(story, bounds)


def story_head(story: StorySheet, *, numbered: bool = False) -> Iterator[Line]:
    """Yield the title of a story, how many articles, origins and points it has, and what is not shown of independence."""
    number = f"{story.number}  " if numbered else ""
    counted = "; ".join(part for part in (labels.header(story), point_labels.tally(story.points)) if part)
    yield item(0, (number, "bold"), (one_line(story.title), "bold reverse"))
    yield item(0, (counted, "cyan"))
    yield from (item(0, (label, "yellow")) for label in (labels.independence(story),) if label)
    if any(point.status != "single" for point in story.points):
        yield item(0, (point_labels.VOICES, "dim"))


def _speakers(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    if story.speakers:
        yield from heading("Statements", sum(len(speaker.said) for speaker in story.speakers))
    for speaker in story.speakers[: bounds.speakers]:
        yield item(2, (one_line(labels.group(speaker)), "bold"), (f"  {len(speaker.said):,}", "dim"))
        for said in speaker.said[: bounds.said]:
            yield item(4, *_said(said, speaker, bounds))
        yield from more(4, len(speaker.said) - bounds.said)
    yield from more(2, len(story.speakers) - bounds.speakers)


def _said(said: Said, speaker: SpeakerSheet, bounds: Bounds) -> Iterator[tuple[str, str]]:
    manner = one_line(labels.manner(said))
    yield (f"{manner}: ", "" if said.stance in {None, "asserts"} else "yellow")
    yield (labels.quoted(short(said.cite.quote, bounds.quote)), "")
    yield (f"  {one_line(labels.passed_on(said) if speaker.kind == 'named' else labels.behind(said))}", "")
    yield (f"  {said.cite.mark}", "dim")


def _names(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    if story.names:
        yield from heading("Names", len(story.names))
    for name in story.names[: bounds.names]:
        yield item(2, (one_line(name.name), "bold"), (f"  {labels.spread(name)}", "dim"))
        for spelling in name.spellings if len(name.spellings) > 1 or bounds.full else ():
            place = f"  {spelling.cite.mark}" if spelling.cite else ""
            yield item(4, (one_line(spelling.words), ""), (place, "dim"))
    yield from more(2, len(story.names) - bounds.names)
