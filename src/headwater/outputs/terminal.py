"""Brief → text on a terminal: styled there, plain when piped, wrapped at the console's width.

>>> from headwater.outputs.sample import sample_brief
>>> brief_terminal(sample_brief(), Console(width=60, color_system=None))  # doctest: +ELLIPSIS
Boats sink at Quill Bay
3 articles → 2 origins; 1 disputed, 1 single
...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console

from headwater.model import Brief, Status
from headwater.outputs import labels
from headwater.outputs.closing import closing_line, number
from headwater.outputs.laying_out import lay_out
from headwater.outputs.lines import rejected_line
from headwater.outputs.order import ordered
from headwater.outputs.origins_section import origins_section
from headwater.outputs.screen import Line, blank, heading, item, more, print_line
from headwater.outputs.sheet import AnswerSheet, PointSheet, Said, SpeakerSheet, StorySheet
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, short

_BESIDE = 70
"""Values that are longer together are not repeated above the answers."""
_HEADINGS: tuple[tuple[Status, str], ...] = (
    ("disputed", "Disputed"),
    ("agreed", "Agreed"),
    ("single", "Only one origin"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """How much is shown of each kind of line; what is left is counted."""

    stories: int = 10
    points: int = 8
    single: int = 5
    said: int = 2
    speakers: int = 8
    names: int = 8
    moments: int = 6
    quote: int = 140


_ALL = 10**9
_UNBOUNDED = Bounds(
    stories=_ALL, points=_ALL, single=_ALL, said=_ALL, speakers=_ALL, names=_ALL, moments=_ALL, quote=_ALL
)


def brief_terminal(brief: Brief, console: Console, *, full: bool = False) -> None:
    """Print the brief: per story origins, disputed, agreed, single, omissions, statements, timeline and names.

    Colour and width are the console's; nothing is drawn with boxes. `full` lifts the bounds on how much is shown.

    >>> from headwater.model import Brief
    >>> brief_terminal(Brief(stories=(), pages=0, rejected=()), Console(width=60, color_system=None))
    0 pages, 0 articles, 0 stories, 0 origins
    """
    bounds = _UNBOUNDED if full else Bounds()
    for line in _brief(brief, bounds):
        print_line(line, console)


def _brief(brief: Brief, bounds: Bounds) -> Iterator[Line]:
    stories = lay_out(brief)
    for story in stories[: bounds.stories]:
        yield from _story(story, bounds)
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


def _story(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    counted = "; ".join(part for part in (labels.header(story), labels.tally(story)) if part)
    yield item(0, (one_line(story.title), "bold reverse"))
    yield item(0, (counted, "cyan"))
    yield from (item(0, (label, "yellow")) for label in (labels.independence(story),) if label)
    yield from origins_section(story, full=bounds is _UNBOUNDED)
    for status, label in _HEADINGS:
        points = story.of(status)
        yield from _points(label, points, bounds.single if status == "single" else bounds.points, bounds)
    yield from _left_out(story, bounds)
    yield from _speakers(story, bounds)
    yield from _timeline(story, bounds)
    yield from _names(story, bounds)


def _points(label: str, points: Sequence[PointSheet], limit: int, bounds: Bounds) -> Iterator[Line]:
    if points:
        yield from heading(label, len(points))
    for point in points[:limit]:
        if point.status == "disputed":
            yield item(2, *_question(point))
            for answer in point.answers:
                yield item(4, (short(answer.value, bounds.quote), "bold"), (f"  {number(answer.voices, 'voice')}", ""))
                yield from _evidence(6, answer, bounds)
        else:
            for answer in point.answers:
                voices = f"  {number(answer.voices, 'voice')}" if point.status == "agreed" else ""
                doubts = f"  {labels.doubts(point)}" if point.doubts else ""
                yield item(2, (short(answer.value, bounds.quote), "bold"), (voices, "green"), (doubts, "yellow"))
                yield from _evidence(4, answer, bounds)
    yield from more(2, len(points) - limit)


def _question(point: PointSheet) -> Iterator[tuple[str, str]]:
    beside = labels.values(point)
    about = f"{one_line(point.reason)}, {number(point.voices, 'voice')}"
    about += f"; {labels.doubts(point)}" if point.doubts else ""
    if len(beside) <= _BESIDE:
        yield (beside, "bold yellow")
        yield (f"  {about}", "dim")
    else:
        yield (about, "yellow")


def _evidence(indent: int, answer: AnswerSheet, bounds: Bounds) -> Iterator[Line]:
    groups = answer.same_words()
    for first, *others in groups[: bounds.said]:
        quote = short(first.cite.quote, bounds.quote)
        # Where the value is the sentence itself, saying it twice hides who says it.
        quoted = "" if quote == short(answer.value, bounds.quote) else f": {labels.quoted(quote)}"
        place = f"  {first.cite.mark}"
        yield item(indent, (one_line(labels.behind(first)), ""), (quoted, ""), (place, "dim"))
        for said in others[: bounds.said]:
            behind = one_line(labels.behind(said))
            yield item(indent + 2, (f"same words: {behind}", ""), (f"  {said.cite.mark}", "dim"))
        yield from more(indent + 2, len(others) - bounds.said)
    yield from more(indent, len(groups) - bounds.said)


def _left_out(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    if story.left_out:
        yield from heading("Left out", len(story.left_out))
    for left in story.left_out:
        yield item(2, (one_line(left.outlet), "bold"), (f"  {number(len(left.points), 'point')}", "dim"))
        for point in left.points[: bounds.said]:
            places = " ".join(answer.said[0].cite.mark for answer in point.answers if answer.said)
            yield item(4, (labels.values(point), ""), (f"  {places}", "dim"))
        yield from more(4, len(left.points) - bounds.said)


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


def _timeline(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    if story.timeline:
        yield from heading("Timeline", len(story.timeline))
    for moment in story.timeline[: bounds.moments]:
        reported = f", reported {readable(moment.published)}" if moment.published else ""
        where = f"  {one_line(moment.cite.outlet)}{one_line(reported)}"
        yield item(
            2,
            (f"{one_line(readable(moment.when))}  ", "bold"),
            (labels.quoted(short(moment.cite.quote, bounds.quote)), ""),
            (where, ""),
            (f"  {moment.cite.mark}", "dim"),
        )
    yield from more(2, len(story.timeline) - bounds.moments)


def _names(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    if story.names:
        yield from heading("Names", len(story.names))
    for name in story.names[: bounds.names]:
        yield item(2, (one_line(name.name), "bold"), (f"  {labels.spread(name)}", "dim"))
        for spelling in name.spellings if len(name.spellings) > 1 or bounds.names == _ALL else ():
            place = f"  {spelling.cite.mark}" if spelling.cite else ""
            yield item(4, (one_line(spelling.words), ""), (place, "dim"))
    yield from more(2, len(story.names) - bounds.names)
