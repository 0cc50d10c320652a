"""Tier 4: the view of each story as last settled, kept without the articles and statements that it is about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from headwater.model import (
    Actor,
    Article,
    Comparison,
    Link,
    Origin,
    Statement,
    Story,
    StoryBrief,
    StoryCard,
    StoryEvent,
)
from headwater.store.columns import folded, moment_of, read, written
from headwater.store.speakers import Spoken
from headwater.store.stories import METHOD, Stories


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptView:
    """A `StoryBrief` whose articles and statements are read from their own records."""

    story: Story
    origins: tuple[Origin, ...]
    copies: tuple[Link, ...]
    actors: tuple[Actor, ...]
    comparison: Comparison


class Views(Stories):
    """What was made of the readings of a story."""

    def put_view(self, told: StoryBrief, card: StoryCard) -> None:
        """Keep the view of a story: it is settled, unless its articles have changed since. Articles and statements are kept
        by id only.

        Also keeps who each statement's speaker is by the story's actors, for search by speaker.
        """  # noqa: D205 - one sentence
        number = self._number(told.story.id)
        view = KeptView(
            story=told.story, origins=told.origins, copies=told.copies, actors=told.actors, comparison=told.comparison
        )
        self._change(
            "UPDATE stories SET view = ?, card = ?, origins = ?, disputed = ? WHERE number = ?",
            *(written(view), written(card), card.origins, card.disputed, number),
        )
        names = speaker_names(told)
        self._name_speakers(number, names)
        self._put_spoken(number, spoken_in(told, names))
        self._put_spellings(number, spellings_in(told, names))
        if set(self.members([told.story.id])[told.story.id]) == set(told.story.articles):
            self._settle(number)

    def put_known(self, story: str, data: bytes) -> None:
        """Keep what spares the next view of a story some reading, in place of what was kept before; nothing to keep none."""
        number = self._number(story)
        if data:
            self._change("INSERT OR REPLACE INTO known VALUES (?, ?)", number, data)
        else:
            self._change("DELETE FROM known WHERE story = ?", number)

    def known(self, story: str) -> bytes:
        """Return what was kept so; nothing where there is none."""
        held: bytes | None = self._value(
            "SELECT record FROM known JOIN stories ON number = story WHERE id = ?", story
        )  # fmt: skip
        return held or b""

    def _name_speakers(self, story: int, names: dict[str, str]) -> None:
        rows: list[tuple[int, str, str | None]] = self._rows(
            "SELECT number, id, actor FROM members JOIN statements USING (seq) WHERE story = ?", story
        )
        actors = {statement: folded(name) for statement, name in names.items()}
        self._change_many(
            "UPDATE statements SET actor = ? WHERE number = ?",
            [(actors.get(statement), number) for number, statement, actor in rows if actors.get(statement) != actor],
        )

    def view(self, story: str) -> StoryBrief | None:
        """Return the view of a story as last settled."""
        record: bytes | None = self._value("SELECT view FROM stories WHERE id = ?", story)
        if record is None:
            return None
        kept = read(record, KeptView)
        readings = self.readings(kept.story.articles)
        return StoryBrief(
            story=kept.story,
            articles=tuple(reading.article for reading in readings.values()),
            origins=kept.origins,
            copies=kept.copies,
            statements=tuple(statement for reading in readings.values() for statement in reading.statements),
            actors=kept.actors,
            comparison=kept.comparison,
        )

    def _withdraw_view(self, seq: int) -> None:
        """Drop the view of the story that an article is in: it was made of what is no longer there."""
        for (number,) in self._rows("SELECT story FROM members WHERE seq = ?", seq):
            self._change("UPDATE stories SET view = NULL WHERE number = ?", number)
            self._unsettle(number)

    def _renamed(self, seq: int, old: str, new: str) -> None:
        """Record that an article of a story has another id now."""
        for (story,) in self._rows("SELECT id FROM members JOIN stories ON number = story WHERE seq = ?", seq):
            self._record(
                StoryEvent(number=0, story=story, change="revised", articles=(old, new), other=None, by=METHOD)
            )


def speaker_names(told: StoryBrief) -> dict[str, str]:
    """Return the name of each statement's speaker by statement id: the actor's where one has the spelling, else as printed."""
    inside: dict[tuple[str, str], str] = {}
    anywhere: dict[str, str] = {}
    for actor in sorted(told.actors, key=lambda actor: (len(actor.mentions), actor.id)):
        for variant in actor.variants:
            anywhere[variant] = actor.name
        for mention in actor.mentions:
            inside[mention.article, mention.name] = actor.name
    return {
        statement.id: inside.get((statement.article, statement.speaker))
        or anywhere.get(statement.speaker)
        or statement.speaker
        for statement in told.statements
        if statement.speaker
    }


def spoken_in(told: StoryBrief, names: dict[str, str]) -> dict[str, Spoken]:
    """Return what each named speaker said in a story, by folded name; unnamed people and outlets themselves are left out."""
    articles = {article.id: article for article in told.articles}
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in told.statements:
        if statement.id in names and not statement.anonymous and statement.form != "narrated":
            said[folded(names[statement.id])].append(statement)
    return {name: _spoken(names[some[0].id], some, articles) for name, some in said.items() if name}


def spellings_in(told: StoryBrief, names: dict[str, str]) -> set[tuple[str, str]]:
    """Return the other spellings of a story's speakers, each with the actor's name, all folded."""
    speakers = set(names.values())
    return {
        (folded(variant), folded(actor.name))
        for actor in told.actors
        if actor.name in speakers
        for variant in actor.variants
        if folded(variant) != folded(actor.name)
    }


def _spoken(name: str, said: list[Statement], articles: dict[str, Article]) -> Spoken:
    where = {statement.article for statement in said}
    latest = max((moment_of(articles[each].published), articles[each].published or "") for each in where)
    return Spoken(name=name, statements=len(said), articles=len(where), moment=latest[0], last=latest[1] or None)
