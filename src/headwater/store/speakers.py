"""Who spoke, over all stories: counted per story when it is settled, so that no listing counts anything."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from headwater.model import Slice, SpeakerCard
from headwater.store.columns import folded
from headwater.store.cursors import cursor, read_cursor
from headwater.store.judgements import Judgements

PAST = "\U0010ffff"
"""Sorts after every name that begins with what stands before it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """What one speaker said in one story."""

    name: str
    statements: int
    articles: int
    moment: int
    last: str | None
    """Latest `Article.published`."""


class Speakers(Judgements):
    """Speakers by the name that their stories have for them."""

    def _put_spoken(self, story: int, spoken: Mapping[str, Spoken]) -> None:
        """Say who spoke in a story, by folded name, in place of what was said before."""
        held = {
            name: (number, Spoken(name=shown, statements=statements, articles=articles, moment=moment, last=last))
            for number, name, shown, statements, articles, moment, last in self._rows(
                "SELECT number, folded, name, spoken.statements, spoken.articles, moment, last "
                "FROM spoken JOIN speakers ON number = speaker WHERE story = ?",
                story,
            )
        }
        for name in sorted(held.keys() | spoken.keys()):
            now = spoken.get(name)
            if name in held:
                number, before = held[name]
                if now is not None and (now.statements, now.articles, now.last) == (
                    before.statements,
                    before.articles,
                    before.last,
                ):
                    continue
                self._change("DELETE FROM spoken WHERE story = ? AND speaker = ?", story, number)
                self._sum(number, -before.statements, -before.articles, -1)
            if now is not None:
                number = self._speaker(name, now.name)
                self._change(
                    "INSERT INTO spoken (story, speaker, statements, articles, moment, last) VALUES (?, ?, ?, ?, ?, ?)",
                    *(story, number, now.statements, now.articles, now.moment, now.last),
                )
                self._sum(number, now.statements, now.articles, 1)
            elif self._change(
                "DELETE FROM speaker_words WHERE speaker IN (SELECT number FROM speakers WHERE folded = ? AND stories = 0)",
                name,
            ):
                self._change("DELETE FROM speakers WHERE folded = ?", name)

    def _sum(self, speaker: int, statements: int, articles: int, stories: int) -> None:
        self._change(
            "UPDATE speakers SET statements = statements + ?, articles = articles + ?, stories = stories + ? WHERE number = ?",
            *(statements, articles, stories, speaker),
        )

    def _speaker(self, name: str, shown: str) -> int:
        known: int | None = self._value("SELECT number FROM speakers WHERE folded = ?", name)
        if known is not None:
            return known
        number = self._insert(
            "INSERT INTO speakers (folded, name, statements, articles, stories) VALUES (?, ?, 0, 0, 0)", name, shown
        )
        words = name.split() or [name]
        self._change_many(
            "INSERT OR IGNORE INTO speaker_words (word, speaker) VALUES (?, ?)",
            [(" ".join(words[place:]), number) for place in range(len(words))],
        )
        return number

    def _put_spellings(self, story: int, spellings: AbstractSet[tuple[str, str]]) -> None:
        """Say by which spellings (folded) a story's speakers are known beside their actors' names, as (spelling, actor)."""
        held = {
            (spelling, actor)
            for spelling, actor in self._rows("SELECT spelling, actor FROM spellings WHERE story = ?", story)
        }
        self._change_many(
            "DELETE FROM spellings WHERE story = ? AND spelling = ? AND actor = ?",
            [(story, *gone) for gone in sorted(held - spellings)],
        )
        self._change_many(
            "INSERT INTO spellings (story, spelling, actor) VALUES (?, ?, ?)",
            [(story, *fresh) for fresh in sorted(spellings - held)],
        )

    def speakers(self, prefix: str = "", after: str | None = None, limit: int = 50) -> Slice[SpeakerCard]:
        """Return speakers whose name, or a word of it, begins like this (folded), most statements first."""
        start = folded(prefix)
        statements, name = (1 << 62, "") if after is None else read_cursor(after, "speakers", int, str)
        columns = "SELECT number, folded, name, statements, articles, stories FROM speakers"
        further = "(statements = ? AND folded > ? OR statements < ?) ORDER BY statements DESC, folded LIMIT ?"
        if start:
            begins = "number IN (SELECT speaker FROM speaker_words WHERE word >= ? AND word < ?)"
            rows = self._rows(
                f"{columns} WHERE {begins} AND {further}", start, start + PAST, statements, name, statements, limit + 1
            )
        else:
            rows = self._rows(
                f"{columns} WHERE statements <= ? AND {further}", statements, statements, name, statements, limit + 1
            )
        more = len(rows) > limit
        return Slice(
            items=tuple(self._speaker_card(row) for row in rows[:limit]),
            after=cursor("speakers", rows[limit - 1][3], rows[limit - 1][1]) if more else None,
        )

    def _speaker_card(self, row: tuple[int, str, str, int, int, int]) -> SpeakerCard:
        number, _, name, statements, articles, stories = row
        last: str | None = self._value(
            "SELECT last FROM spoken WHERE speaker = ? ORDER BY moment DESC, last LIMIT 1", number
        )
        return SpeakerCard(name=name, statements=statements, articles=articles, stories=stories, last=last)

    def outlets(self, prefix: str = "", limit: int = 50) -> tuple[tuple[str, int], ...]:
        """Return outlets whose name, or a word of it, begins like this (folded), with the number of their articles, most first."""
        return tuple(
            self._rows(
                "SELECT name, articles FROM outlets WHERE instr(' ' || folded, ' ' || ?) ORDER BY articles DESC, folded LIMIT ?",
                folded(prefix),
                limit,
            )
        )
