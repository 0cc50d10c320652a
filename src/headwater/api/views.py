"""The views of stories that were asked for last, laid out: one that was paged through is read from the file once.

A view is known by its story and the revision at which that last changed, so that a newer one is never missed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from headwater.api.keeping import Kept
from headwater.api.outward import outward_story
from headwater.api.problems import SOON
from headwater.api.served import Served
from headwater.errors import NotHere
from headwater.model import Brief, StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.order import ordered

ARTICLES = 500
"""Articles of all remembered stories together; one takes some hundred kilobytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Laid:
    """A view as it may leave, in the order in which every output shows it."""

    told: StoryBrief
    index: StoryIndex


@dataclass(frozen=True, slots=True)
class Views:
    """The views of one served desk; any thread may ask."""

    served: Served
    _held: Kept[Laid] = field(default_factory=lambda: Kept(ARTICLES, weigh=lambda laid: len(laid.told.articles)))

    def of(self, story: str) -> Laid:
        """Return the view of a story.

        Raises `NotHere` for a story that the desk does not know, `HTTPException` 503 for one that is not compared yet.
        """
        card = self.served.desk.card(story)
        return self._held.get((card.id, card.revision, card.settled), lambda: self._read(card.id))

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
