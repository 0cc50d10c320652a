"""The moments of a comparison → events in order of their time, each with the reports that name it.

The time of the event stands apart from the time of the report, and a time that no day was found for stands last with its
own words.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> events = lay_out_timeline(told.comparison, StoryIndex.of(1, told))
>>> [(event.when, event.words, [cite.outlet for cite in event.wordings[0].chains[0].cites]) for event in events]
[('2031-05-12', ('tonight',), ['The Daily Tern', 'Quill Mail'])]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model import Comparison, Moment
from headwater.outputs.citing import StoryIndex
from headwater.outputs.said import Said, Wording, wordings


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSheet:
    """One day or stretch of days that articles name, or time words that could not be resolved."""

    when: str | None
    """ISO date or `first/last`; None where the words are not resolved."""
    of: Literal["event", "statement"]
    """What happened then: what is told, or that somebody said so."""
    words: tuple[str, ...]
    """The time words as the articles have them, each once."""
    wordings: tuple[Wording, ...]
    """The sentences that name it; the article and its time of publication stand in their cites."""


def lay_out_timeline(comparison: Comparison, index: StoryIndex) -> tuple[EventSheet, ...]:
    """Return the events in the order of the moments.

    Moments of one time, or with the same unresolved words, are one; when something was said stands apart from when it
    happened.
    """
    events: dict[tuple[str, str], list[tuple[Moment, Said]]] = {}
    for moment in comparison.timeline:
        said = _reported(moment, index)
        key = moment.when or "\0" + said.cite.quote.casefold()
        events.setdefault((key, moment.of), []).append((moment, said))
    return tuple(
        EventSheet(
            when=reports[0][0].when,
            of=reports[0][0].of,
            words=tuple(dict.fromkeys(said.cite.quote for _, said in reports)),
            wordings=wordings(said for _, said in reports),
        )
        for reports in events.values()
    )


def _reported(moment: Moment, index: StoryIndex) -> Said:
    return Said(
        who=None,
        kind="own voice",
        via=(),
        stance=None,
        form="narrated",
        hedge=None,
        cue="",
        cite=index.within_sentence(moment.article, moment.words),
    )
