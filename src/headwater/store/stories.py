"""Tier 4: which articles a story has, what happened to it, and the list of stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from headwater.errors import StoreError, UsageError
from headwater.model import Slice, StoryCard, StoryEvent, StoryOrder
from headwater.store.columns import UNDATED, read, written
from headwater.store.cursors import cursor, read_cursor
from headwater.store.speakers import Speakers

METHOD = "store/1"
SORTED_BY: dict[StoryOrder, str] = {
    "newest": "moment",
    "articles": "articles",
    "origins": "origins",
    "disputed": "disputed",
}
OUTLETS = 12
"""Names of outlets on the card of a story that was never settled."""


class Stories(Speakers):
    """Stories by their members; each article is in one story at most."""

    def put_story(self, story: str, articles: Sequence[str], events: Sequence[StoryEvent] = ()) -> None:
        """Say which articles a story has now (none: it ended), and record what happened; the story is unsettled from here on.

        An article of another story leaves that one. `StoryEvent.number` of the events is ignored and given by the store.
        """
        seqs = self._seqs(articles)
        missing = [article for article in articles if article not in seqs]
        if missing:
            raise StoreError(f"story {story} names the article {missing[0]}, which is not kept; add its reading first")
        number: int | None = self._value("SELECT number FROM stories WHERE id = ?", story)
        if articles:
            self._put_members(story, number, [seqs[article] for article in dict.fromkeys(articles)])
        elif number is not None:
            self._end(number)
        for event in events:
            self._record(event)

    def _put_members(self, story: str, number: int | None, seqs: Sequence[int]) -> None:
        if number is None:
            number = self._insert("INSERT INTO stories (id, articles, moment) VALUES (?, 0, ?)", story, UNDATED)
            self._count("stories", 1)
        left: list[tuple[int]] = self._named(
            "SELECT DISTINCT story FROM members WHERE seq IN (SELECT value FROM json_each(?)) AND story != ?",
            seqs,
            number,
        )
        held = dict(self._rows("SELECT seq, place FROM members WHERE story = ?", number))
        self._change_many("DELETE FROM members WHERE seq = ?", [(seq,) for seq in held if seq not in set(seqs)])
        self._change_many(
            "INSERT OR REPLACE INTO members (seq, story, place) VALUES (?, ?, ?)",
            [(seq, number, place) for place, seq in enumerate(seqs) if held.get(seq) != place],
        )
        for each in (number, *(other for (other,) in left)):
            self._recount(each)

    def _recount(self, number: int) -> None:
        """Make what the list of stories sorts by fit the members, and the story unsettled; end it where none is left."""
        ((count, newest),) = self._rows(
            "SELECT count(*), max(moment) FROM members JOIN articles USING (seq) WHERE story = ?", number
        )
        if not count:
            self._end(number)
            return
        self._change("UPDATE stories SET articles = ?, moment = ? WHERE number = ?", count, newest, number)
        self._unsettle(number)

    def _end(self, number: int) -> None:
        self._settle(number)
        self._put_spoken(number, {})
        self._put_spellings(number, set())
        self._change("DELETE FROM members WHERE story = ?", number)
        self._change("DELETE FROM links WHERE story = ?", number)
        self._change("DELETE FROM known WHERE story = ?", number)
        self._change("DELETE FROM stories WHERE number = ?", number)
        self._count("stories", -1)

    def _record(self, event: StoryEvent) -> None:
        self._change(
            "INSERT INTO events (story, change, articles, other, by) VALUES (?, ?, ?, ?, ?)",
            event.story,
            event.change,
            written(event.articles),
            event.other,
            event.by,
        )
        gone, other = (event.other, event.story) if event.change == "merged" else (event.story, event.other)
        if event.change in ("merged", "ended") and gone and other and gone != other:
            self._change("INSERT OR REPLACE INTO became (story, other) VALUES (?, ?)", gone, other)

    def members(self, stories: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the articles of stories that are there, each in the order of `put_story`."""
        rows: list[tuple[str, str]] = self._named(
            "SELECT stories.id, articles.id FROM stories JOIN members ON story = stories.number JOIN articles USING (seq) "
            "WHERE stories.id IN (SELECT value FROM json_each(?)) ORDER BY stories.number, place",
            stories,
        )
        found: dict[str, list[str]] = {}
        for story, article in rows:
            found.setdefault(story, []).append(article)
        return {story: tuple(found[story]) for story in dict.fromkeys(stories) if story in found}

    def story_of(self, articles: Sequence[str]) -> dict[str, str]:
        """Return the story of each article that is in one."""
        return dict(
            self._named(
                "SELECT articles.id, stories.id FROM articles JOIN members USING (seq) JOIN stories ON number = story "
                "WHERE articles.id IN (SELECT value FROM json_each(?))",
                articles,
            )
        )

    # settled or not -----------------------------------------------------------------------------------------------

    def unsettled(self, limit: int = 1000) -> tuple[str, ...]:
        """Return stories whose view is older than their articles, the longest waiting first."""
        rows = self._rows("SELECT id FROM stories WHERE waiting IS NOT NULL ORDER BY waiting LIMIT ?", limit)
        return tuple(story for (story,) in rows)

    def unsettle(self, stories: Iterable[str]) -> None:
        """Say that the views of stories must be made anew."""
        for (number,) in self._named(
            "SELECT number FROM stories WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", sorted(set(stories))
        ):
            self._unsettle(number)

    def _unsettle(self, number: int) -> None:
        waiting = self._change(
            "UPDATE stories SET waiting = 1 + ifnull((SELECT max(waiting) FROM stories WHERE waiting IS NOT NULL), 0) "
            "WHERE number = ? AND waiting IS NULL",
            number,
        )
        self._count("unsettled", waiting)

    def _settle(self, number: int) -> None:
        self._count(
            "unsettled",
            -self._change("UPDATE stories SET waiting = NULL WHERE number = ? AND waiting IS NOT NULL", number),
        )

    # the list -----------------------------------------------------------------------------------------------------

    def card(self, story: str) -> StoryCard | None:
        """Return what a list shows of a story; one never settled has no origins and points, and its first article's title.

        A story that has changed since has the counts of articles of now, and the rest as last settled.
        """
        rows = self._rows("SELECT number, id, articles, waiting, card FROM stories WHERE id = ?", story)
        return self._card(*rows[0]) if rows else None

    def cards(self, order: StoryOrder, after: str | None = None, limit: int = 30) -> Slice[StoryCard]:
        """Return one page of the list of stories that have articles; cost does not grow with the desk."""
        if order not in get_args(StoryOrder):
            raise UsageError(f"stories have no order “{order}”; choose one of: {', '.join(get_args(StoryOrder))}")
        key = SORTED_BY[order]
        found = f"SELECT number, id, articles, waiting, card, {key} FROM stories"
        if after is None:
            rows = self._rows(f"{found} ORDER BY {key} DESC, id LIMIT ?", limit + 1)
        else:
            value, story = read_cursor(after, order, int, str)
            rows = self._rows(f"{found} WHERE {key} = ? AND id > ? ORDER BY id LIMIT ?", value, story, limit + 1)
            if len(rows) <= limit:  # in two steps: each is a walk along the index
                rows += self._rows(
                    f"{found} WHERE {key} < ? ORDER BY {key} DESC, id LIMIT ?", value, limit + 1 - len(rows)
                )
        return Slice(
            items=tuple(self._card(*row[:-1]) for row in rows[:limit]),
            after=cursor(order, rows[limit - 1][-1], rows[limit - 1][1]) if len(rows) > limit else None,
            total=self._tally("stories"),
        )

    def _card(self, number: int, story: str, articles: int, waiting: int | None, card: bytes | None) -> StoryCard:
        if card is not None:
            return replace(read(card, StoryCard), articles=articles, settled=waiting is None)
        rows: list[tuple[str | None, str | None, str | None, str | None, int]] = self._rows(
            "SELECT title, name, language, published, moment FROM members JOIN articles USING (seq) "
            "LEFT JOIN outlets ON folded = outlet WHERE story = ? ORDER BY place",
            number,
        )
        dated = sorted((moment, published) for _, _, _, published, moment in rows if published and moment != UNDATED)
        return StoryCard(
            id=story,
            title=next((title for title, *_ in rows), None) or "",
            articles=articles,
            origins=0,
            outlets=tuple(sorted({outlet for _, outlet, *_ in rows if outlet})[:OUTLETS]),
            languages=tuple(sorted({language for _, _, language, *_ in rows if language})),
            disputed=0,
            updated=0,
            unsure=0,
            agreed=0,
            single=0,
            first=dated[0][1] if dated else None,
            last=dated[-1][1] if dated else None,
            revision=self.revision(),
            settled=False,
        )

    # what happened ------------------------------------------------------------------------------------------------

    def became(self, story: str) -> str | None:
        """Return the story that an ended story's articles went to, followed to one that is there; None: not known.

        A story that is there is its own answer.
        """
        seen: set[str] = set()
        while story not in seen:
            if self._rows("SELECT 1 FROM stories WHERE id = ?", story):
                return story
            seen.add(story)
            story = self._value("SELECT other FROM became WHERE story = ?", story) or story
        return None

    def events(self, story: str | None = None, after: int = 0, limit: int = 1000) -> tuple[StoryEvent, ...]:
        """Return what happened to one story, or to all of them, in order."""
        columns = "SELECT number, story, change, articles, other, by FROM events"
        if story is None:
            rows = self._rows(f"{columns} WHERE number > ? ORDER BY number LIMIT ?", after, limit)
        else:
            rows = self._rows(f"{columns} WHERE story = ? AND number > ? ORDER BY number LIMIT ?", story, after, limit)
        return tuple(
            StoryEvent(
                number=number, story=name, change=change, articles=read(articles, tuple[str, ...]), other=other, by=by
            )
            for number, name, change, articles, other, by in rows
        )
