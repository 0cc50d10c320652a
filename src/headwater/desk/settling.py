"""Stories that changed → their views, made by the engine and kept by the store, a transaction each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from headwater.desk.cards import card_of
from headwater.desk.decided import Decided
from headwater.desk.viewing import Material, Viewed, view
from headwater.desk.visiting import Settings
from headwater.engine import Engine, Failure, Here
from headwater.model import Reading, Rejected, Story
from headwater.store import Store
from headwater.stories.arriving import Weights, own_terms, title_of
from headwater.stories.profiles import Profile
from headwater.wire import unpacked

METHOD = "desk/2"
AT_ONCE = 32
"""Stories whose material is gathered at a time."""
WORTH_WORKERS = 4
"""Fewer stories than this are viewed in this process: starting workers would take longer."""
OUTSIDE = 50
"""Articles of other stories that a story's copies are sought in."""
TITLED = 60
"""Articles of a story among which the most central is sought for its title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settling:
    """Makes views; `decided` is what people decided."""

    store: Store
    engine: Engine
    settings: Settings
    decided: Decided

    def settle(self, only: Iterable[str] | None = None) -> Iterator[str]:
        """Make the views of the stories that wait, or of these only; yield each after its commit.

        A story whose view fails stays as it was and is told among the rejected.
        """
        if only is not None:
            there = sorted(self.store.members(sorted(set(only))))
            for start in range(0, len(there), AT_ONCE):
                yield from self._settle(there[start : start + AT_ONCE])
            return
        tried: set[str] = set()
        while waiting := [story for story in self.store.unsettled() if story not in tried][:AT_ONCE]:
            tried |= set(waiting)
            yield from self._settle(waiting)

    def _settle(self, stories: list[str]) -> Iterator[str]:
        materials = [self._material(story) for story in stories]
        judge = self.settings.judge
        engine = self.engine if judge is None and len(materials) >= WORTH_WORKERS else Here()
        outcomes = engine.each(partial(view, judge=judge) if judge else view, materials, seconds=None)
        for story, outcome in zip(stories, outcomes, strict=True):
            with self.store.writing():
                if isinstance(outcome, Failure):
                    self.store.add_rejected(
                        Rejected(file=f"story {story}", reason=outcome.reason, detail=outcome.detail, by=METHOD)
                    )
                else:
                    self._keep(story, outcome)
            yield story

    def _keep(self, story: str, viewed: Viewed) -> None:
        self.store.put_view(viewed.brief, card_of(viewed.brief, self.store.revision() + 1))
        self.store.put_links(story, viewed.links)
        self.store.put_known(story, viewed.known)

    def _material(self, story: str) -> Material:
        members = self.store.members([story])[story]
        readings = self.store.readings(members)
        others = sorted({name for pair in self.store.partners(members) for name in pair} - set(members))
        current = sorted(self.store.story_of(others))[:OUTSIDE]
        outside = self.store.readings(current)
        return Material(
            story=Story(id=story, title=self._title(members, readings), articles=members),
            readings=tuple(readings[article] for article in members),
            outside=tuple(outside[article].article for article in current),
            decided=self.decided,
            transliterate=self.settings.transliterate,
            known=self.store.known(story),
        )

    def _title(self, members: tuple[str, ...], readings: Mapping[str, Reading]) -> str:
        some = members[:TITLED]
        profiles = {name: unpacked(data, Profile) for name, data in self.store.profiles(some).items()}
        words = sorted({term for profile in profiles.values() for term in own_terms(profile)})
        weights = Weights(size=self.store.counts().articles, counts=self.store.word_counts(words))
        return title_of([readings[name].article for name in some], profiles, weights)
