"""The views of stories that were asked for last, laid out: one that was paged through is read from the file once.

A view is known by its story and the revision at which that last changed, so that a newer one is never missed.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from headwater.api.outward import outward_story
from headwater.api.problems import SOON
from headwater.api.served import Served
from headwater.errors import NotHere
from headwater.model import Brief, StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.order import ordered

ARTICLES = 500
"""Articles of all remembered stories together; one takes some hundred kilobytes."""
Key = tuple[str, int, bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Laid:
    """A view as it may leave, in the order in which every output shows it."""

    told: StoryBrief
    index: StoryIndex


@dataclass(frozen=True, slots=True)
class Views:
    """The views of one served desk; any thread may ask."""

    served: Served
    _held: OrderedDict[Key, Laid] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, story: str) -> Laid:
        """Return the view of a story.

        Raises `NotHere` for a story that the desk does not know, `HTTPException` 503 for one that is not compared yet.
        """
        card = self.served.desk.card(story)
        key = card.id, card.revision, card.settled
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        laid = self._read(card.id)
        with self._lock:
            self._held[key] = laid
            while len(self._held) > 1 and sum(len(each.told.articles) for each in self._held.values()) > ARTICLES:
                self._held.popitem(last=False)
        return laid

    def _read(self, story: str) -> Laid:
        try:
            told = outward_story(self.served.desk.story(story))
        except NotHere as error:
            raise HTTPException(503, "This story is not compared yet; it will be soon.", headers=SOON) from error
        placed = ordered(Brief(stories=(told,), pages=0, rejected=())).stories[0]
        return Laid(told=placed, index=StoryIndex.of(1, placed))


async def views(request: Request) -> Views:
    """Return the views of what is served."""
    held = request.app.state.views
    assert isinstance(held, Views)
    return held


Laying = Annotated[Views, Depends(views)]
