"""The timeline → lines on a terminal: the time of the event on the left, who reports it and when on the right.

>>> from rich.console import Console
>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> from headwater.outputs.screen import print_line
>>> for line in timeline_section(lay_out(sample_brief())[0], Bounds()):
...     print_line(line, Console(width=80, color_system=None))
<BLANKLINE>
Timeline  1  When it happened, then who reports it and when.
  12 May 2031                “Pray for us all tonight,” Odo Lind wrote.
                               — The Daily Tern [1]:94-101, Quill Mail
                                 [3]:82-89, reported 12 May 2031
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.outputs import point_labels
from headwater.outputs.bounds import Bounds
from headwater.outputs.cite import Cite
from headwater.outputs.points_terminal import excerpt
from headwater.outputs.said import Wording
from headwater.outputs.screen import Beside, Line, heading, item, more
from headwater.outputs.sheet import StorySheet
from headwater.outputs.timeline import EventSheet
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, short

_WHEN = 24


def timeline_section(story: StorySheet, bounds: Bounds) -> Iterator[Line | Beside]:
    """Yield the events in order of their time; those whose time is not resolved last."""
    if story.timeline:
        yield from heading("Timeline", len(story.timeline), "When it happened, then who reports it and when.")
    for event in story.timeline[: bounds.events]:
        reports = tuple(line for wording in event.wordings[: bounds.wordings] for line in _report(wording, bounds))
        rest = tuple(more(0, len(event.wordings) - bounds.wordings))
        yield Beside(indent=2, columns=(tuple(_when(event)), (*reports, *rest)), first=_WHEN)
    yield from more(2, len(story.timeline) - bounds.events)


def _when(event: EventSheet) -> Iterator[Line]:
    if event.when is not None:
        yield item(0, (one_line(readable(event.when)), "bold"))
    else:
        yield item(0, (f"“{short(event.words[0], _WHEN)}”", "italic"))
        yield item(0, ("day not known", "dim"))
    if event.of == "statement":
        yield item(0, (point_labels.SAID_THEN, "dim"))


def _report(wording: Wording, bounds: Bounds) -> Iterator[Line]:
    yield item(0, *excerpt(wording.cite, bounds.quote))
    for chain in wording.chains:
        yield item(2, *_outlets(chain.cites, bounds))


def _outlets(cites: tuple[Cite, ...], bounds: Bounds) -> Iterator[tuple[str, str]]:
    """The outlets, each time of report once after those that share it."""
    yield ("— ", "")
    shown = cites[: bounds.outlets]
    for place, cite in enumerate(shown):
        last = place + 1 == len(shown) or shown[place + 1].published != cite.published
        yield (one_line(cite.outlet), "")
        yield (f" {cite.mark}", "dim")
        reported = f", reported {one_line(readable(cite.published))}" if last and cite.published else ""
        yield (reported + ("; " if last else ", ") * (place + 1 < len(shown)), "")
    rest = len(cites) - len(shown)
    yield (f" and {rest:,} more" if rest > 0 else "", "dim")
