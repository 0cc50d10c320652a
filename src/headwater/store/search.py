"""Full text and filters → ids of articles or statements, best first.

Words are ranked by BM25 (Robertson and Zaragoza 2009), a title's words four times a text's. Of words that very many articles
have, only the `RANKED` latest finds are ranked: no query looks at more, however large the desk.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from headwater.model import Query, Slice
from headwater.store.columns import folded
from headwater.store.cursors import Key, cursor, read_cursor
from headwater.store.deskfile import Value
from headwater.store.keeping import Keeping
from headwater.store.queries import day_of, expression
from headwater.store.store import Found

RANKED = 2000
"""Finds that are ranked, the latest."""
PLACES = 4
"""Decimal places of a score: what differs by less is a tie, and the newer comes first."""

RankedRow = tuple[int, float, int, str, str, str | None]
"""Number, score, moment, id, article and statement."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """Part of a WHERE clause with its values."""

    sql: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Conditions:
    """All of them have to hold."""

    parts: tuple[Condition, ...] = field(default=())

    @property
    def sql(self) -> str:
        """The clause."""
        return " AND ".join(part.sql for part in self.parts) or "1"

    @property
    def values(self) -> tuple[Value, ...]:
        """The values, in the clause's order."""
        return tuple(value for part in self.parts for value in part.values)


class Search(Keeping):
    """What full text and filters find."""

    def search(self, query: Query, after: str | None = None, limit: int = 20) -> Slice[Found]:
        """Return what full text and filters find (`meaning` is the desk's), best first, then newest, then by id.

        Raises `UsageError` for a query that cannot be read, naming what is wrong with it.
        """
        words = _expression_of(query)
        if words is None:
            return self._listed(query, after, limit)
        return self._ranked(query, words, after, limit)

    # by filters alone ---------------------------------------------------------------------------------------------

    def _listed(self, query: Query, after: str | None, limit: int) -> Slice[Found]:
        """Newest first, along an index."""
        further: tuple[Condition, ...] = ()
        if after is not None:
            moment, name = read_cursor(after, f"{query.kind} listed", int, str)
            further = (
                Condition(
                    sql="found.moment <= ? AND (found.moment < ? OR found.id > ?)", values=(moment, moment, name)
                ),
            )
        if query.kind == "article":
            where = Conditions(parts=(*_of_article(query), *_by_statement(query), *further))
            sql = "SELECT found.moment, found.id, found.id, NULL FROM articles AS found WHERE found.current AND "
        else:
            about = tuple(
                Condition(sql=f"found.seq IN (SELECT seq FROM articles AS found WHERE {part.sql})", values=part.values)
                for part in _of_article(query)
            )
            where = Conditions(parts=(*about, *_of_statement(query), *further))
            sql = "SELECT found.moment, found.id, articles.id, found.id FROM statements AS found JOIN articles USING (seq) WHERE "
        rows: list[tuple[int, str, str, str | None]] = self._rows(
            f"{sql} {where.sql} ORDER BY found.moment DESC, found.id LIMIT ?", *where.values, limit + 1
        )
        return Slice(
            items=tuple(
                Found(article=article, statement=statement, score=0.0) for _, _, article, statement in rows[:limit]
            ),
            after=cursor(f"{query.kind} listed", *rows[limit - 1][:2]) if len(rows) > limit else None,
        )

    # by words -----------------------------------------------------------------------------------------------------

    def _ranked(self, query: Query, words: str, after: str | None, limit: int) -> Slice[Found]:
        """Best first. A cursor holds the last number there was at its start: what is added later moves nothing."""
        kind = f"{query.kind} ranked"
        start: tuple[Key, ...] | None = None
        newest: Key = 1 << 62
        if after is not None:
            newest, *start_key = read_cursor(after, kind, int, float, int, str)
            start = tuple(start_key)
        ranked = self._ranked_articles if query.kind == "article" else self._ranked_statements
        rows = ranked(query, words, newest)
        keyed = sorted(
            ((-score, -moment, name), number, article, statement)
            for number, score, moment, name, article, statement in rows
        )
        first = _place_after(start, [key for key, *_ in keyed]) if start else 0
        shown = keyed[first : first + limit]
        if after is None and keyed:
            newest = max(number for _, number, *_ in keyed)
        return Slice(
            items=tuple(
                Found(article=article, statement=statement, score=-key[0]) for key, _, article, statement in shown
            ),
            after=cursor(kind, newest, *shown[-1][0]) if first + limit < len(keyed) else None,
        )

    def _ranked_articles(self, query: Query, words: str, newest: Key) -> list[RankedRow]:
        where = Conditions(parts=(*_of_article(query), *_by_statement(query)))
        inside = (
            f"AND +rowid IN (SELECT seq FROM articles AS found WHERE found.current AND {where.sql})"
            if where.parts
            else ""
        )
        return self._rows(
            "WITH ranked AS MATERIALIZED (SELECT rowid AS seq, round(-bm25(article_words, 4.0, 1.0), ?) AS score "
            f"FROM article_words WHERE article_words MATCH ? AND rowid <= ? {inside} ORDER BY rowid DESC LIMIT ?) "
            "SELECT seq, score, moment, id, id, NULL FROM ranked JOIN articles USING (seq)",
            *(PLACES, words, newest, *where.values, RANKED),
        )

    def _ranked_statements(self, query: Query, words: str, newest: Key) -> list[RankedRow]:
        about = _of_article(query)
        where = Conditions(parts=_of_statement(query))
        inside = f"AND +rowid IN (SELECT number FROM statements AS found WHERE {where.sql})" if where.parts else ""
        if about:
            articles = Conditions(parts=about)
            inside += (
                " AND +rowid IN (SELECT number FROM articles AS found JOIN statements USING (seq) "
                f"WHERE found.current AND {articles.sql})"
            )
            where = Conditions(parts=(*where.parts, *about))
        return self._rows(
            "WITH ranked AS MATERIALIZED (SELECT rowid AS number, round(-bm25(statement_words), ?) AS score "
            f"FROM statement_words WHERE statement_words MATCH ? AND rowid <= ? {inside} ORDER BY rowid DESC LIMIT ?) "
            "SELECT number, score, statements.moment, statements.id, articles.id, statements.id "
            "FROM ranked JOIN statements USING (number) JOIN articles USING (seq)",
            *(PLACES, words, newest, *where.values, RANKED),
        )


def _expression_of(query: Query) -> str | None:
    """Return what full text is asked for; None: filters alone."""
    words = expression(query.words) if query.words.strip() else None
    if query.kind == "article":
        return words
    about = f"content_words : ({expression(query.about)})" if query.about and query.about.strip() else None
    if words and about:
        return f"({words}) AND ({about})"
    return words or about


def _of_article(query: Query) -> tuple[Condition, ...]:
    found = []
    if query.outlet:
        found.append(Condition(sql="found.outlet = ?", values=(folded(query.outlet),)))
    if query.language:
        found.append(Condition(sql="found.language = ?", values=(query.language.lower(),)))
    if query.since:
        found.append(Condition(sql="found.day >= ?", values=(day_of(query.since, "since"),)))
    if query.until:
        found.append(Condition(sql="found.day <= ?", values=(day_of(query.until, "until"),)))
    if query.story:
        inside = "found.seq IN (SELECT seq FROM members JOIN stories ON number = story WHERE stories.id = ?)"
        found.append(Condition(sql=inside, values=(query.story,)))
    return tuple(found)


def _of_statement(query: Query) -> tuple[Condition, ...]:
    found = []
    if query.speaker:
        name = folded(query.speaker)
        inside = (
            "SELECT number FROM statements WHERE speaker = ? UNION ALL SELECT number FROM statements WHERE actor = ?"
        )
        found.append(Condition(sql=f"found.number IN ({inside})", values=(name, name)))
    if query.stance:
        found.append(Condition(sql="found.stance = ?", values=(query.stance,)))
    return tuple(found)


def _by_statement(query: Query) -> tuple[Condition, ...]:
    """Return what an article's statements have to be like: one of them has to be all of it."""
    parts = list(_of_statement(query))
    if query.about and query.about.strip():
        spoken = "found.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)"
        parts.append(Condition(sql=spoken, values=(f"content_words : ({expression(query.about)})",)))
    where = Conditions(parts=tuple(parts))
    return (
        (Condition(sql=f"found.seq IN (SELECT seq FROM statements AS found WHERE {where.sql})", values=where.values),)
        if parts
        else ()
    )


def _place_after(last: tuple[Key, ...], keys: list[tuple[float, int, str]]) -> int:
    """Return where the listing goes on: after the last item shown, wherever its score has moved to, else after its old key."""
    for place, key in enumerate(keys):
        if key[2] == last[2]:
            return place + 1
    return next((place for place, key in enumerate(keys) if key > last), len(keys))
