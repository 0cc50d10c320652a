"""The page of a story: where it comes from, what it says, who says it, when, and how it grew.

>>> from headwater.model import StoryEvent
>>> event = StoryEvent(number=3, story="s1", change="grew", articles=("a1", "a2"), other=None, by="stories/2")
>>> happening(event, {}).words
'grew by 2 reports'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from headwater.model import Article, Correction, StoryCard, StoryEvent, standing
from headwater.outputs.citing import outlet
from headwater.outputs.closing import number
from headwater.outputs.sheet import StorySheet
from headwater.web import addresses
from headwater.web.asked import Asked
from headwater.web.site import Elsewhere, Site, Told

_UNCOMPARED = 40
"""Articles that are named of a story that has never been compared."""
_ORIGINS = 40
"""Origins whose trees are shown where not all are asked for …"""
_SHARED = 12
"""… and pairs of articles that share words across origins, and sources of passages."""
_EVENTS = 12
"""Latest events of a story that are shown where not all are asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One line of the history of a story."""

    words: str
    articles: tuple[Article, ...]
    """Those of its articles that the story still holds."""
    other: str | None
    by_person: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryPage:
    """Everything that the page of a story shows."""

    template: ClassVar[str] = "story.html.j2"
    card: StoryCard
    told: Told
    full: bool
    history: tuple[Happening, ...]
    """Latest first."""
    earlier: int
    """Events that are not shown."""
    notes: tuple[Correction, ...]
    origins: StorySheet
    """The sheet with no more origins and pairs than are shown."""
    more_origins: int
    more_shared: int


@dataclass(frozen=True, kw_only=True, slots=True)
class UncomparedPage:
    """What there is to show of a story that nobody has compared yet."""

    template: ClassVar[str] = "uncompared.html.j2"
    card: StoryCard
    history: tuple[Happening, ...]
    earlier: int


def story_page(site: Site, asked: Asked) -> StoryPage | UncomparedPage:
    """Return the page of a story; raises `NotHere` for an id that the desk does not know."""
    card = site.desk.card(asked.path["story"])
    if card.id != asked.path["story"]:
        raise Elsewhere(addresses.story(card.id))
    full = asked.flag("full")
    told = site.compared(card, full=full)
    events = site.desk.history(card.id)
    articles = told.articles if told else _named(site, events)
    history = [happening(event, articles) for event in reversed(events)]
    shown = tuple(history if full else history[:_EVENTS])
    earlier = len(history) - len(shown)
    if told is None:
        return UncomparedPage(card=card, history=shown, earlier=earlier)
    sheet = told.sheet
    held = sheet if full else bounded(sheet)
    return StoryPage(
        card=card,
        told=told,
        full=full,
        history=shown,
        earlier=earlier,
        notes=notes(site, f"story:{card.id}"),
        origins=held,
        more_origins=len(sheet.origins) - len(held.origins),
        more_shared=_pairs(sheet) - _pairs(held),
    )


def _pairs(sheet: StorySheet) -> int:
    return len(sheet.shared) + len(sheet.common) + len(sheet.rests_on)


def bounded(sheet: StorySheet) -> StorySheet:
    """Return a sheet with the first of its origins, sources of passages and pairs that share words."""
    return replace(
        sheet,
        origins=sheet.origins[:_ORIGINS],
        rests_on=sheet.rests_on[:_SHARED],
        shared=sheet.shared[:_SHARED],
        common=sheet.common[:_SHARED],
    )


def story_stamp(site: Site, asked: Asked) -> str:
    """Return what the page of a story depends on: the story, and what people decided."""
    card = site.desk.card(asked.path["story"])
    return f"{card.id} {card.revision} {card.settled} {site.desk.counts().corrections}"


def notes(site: Site, subject: str) -> tuple[Correction, ...]:
    """Return the notes about something that stand."""
    return tuple(each for each in standing(site.desk.corrections()) if each.kind == "note" and each.subject == subject)


def _named(site: Site, events: Sequence[StoryEvent]) -> dict[str, Article]:
    """Return the articles that events name, the first of them only: more are not shown."""
    names = dict.fromkeys(article for event in events for article in event.articles)
    return {name: site.article(name).article for name in list(names)[:_UNCOMPARED]}


def happening(event: StoryEvent, articles: Mapping[str, Article]) -> Happening:
    """Return an event in words."""
    reports = number(len(event.articles), "report")
    words = {
        "began": f"began with {reports}",
        "grew": f"grew by {reports}",
        "revised": "a report was replaced by its new version",
        "merged": f"took {reports} from another story",
        "split": f"gave {reports} to another story",
        "ended": "ended; its reports went to another story",
    }
    return Happening(
        words=words[event.change],
        articles=tuple(sorted((articles[each] for each in event.articles if each in articles), key=outlet)),
        other=event.other,
        by_person=event.by == "person",
    )
