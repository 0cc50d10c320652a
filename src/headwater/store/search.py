"""Full text and filters → ids of articles or statements, best first.

Words are ranked by BM25 (Robertson and Zaragoza 2009), a title's words four times a text's. No query looks at more than it can
in some ten milliseconds, however large the desk: of what very many articles have, only the latest is ranked (`RANKED`) or,
where a filter that very many fulfil comes on top, looked at (`SCANNED`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.model import Query, Slice
from headwater.store.cursors import Key, cursor, read_cursor
from headwater.store.filters import FEW, Filters, Where, about, filters_of
from headwater.store.keeping import Keeping
from headwater.store.queries import expression
from headwater.store.store import Found

RANKED = 2000
"""Finds that are ranked, the latest."""
SCANNED = 20_000
"""Finds that are looked at where the filters hold of more than `FEW`."""
SCANNED_FOR_FEW = 200_000
"""Finds that are looked at where they hold of fewer: a number is quickly found in a list, a record is not."""
LAST = 1 << 62
RankedRow = tuple[int, float, int, str, str, str | None]
"""Number, score, moment, id, article and statement."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Searched:
    """What differs between a search of articles and one of statements."""

    words: str
    """The full text."""
    number: str
    """The column that its rows are numbered by."""
    score: str
    tables: str
    columns: str
    """Moment, id, article, statement."""


SEARCHED = {
    "article": Searched(
        words="article_words",
        number="articles.seq",
        score="bm25(article_words, 4.0, 1.0)",
        tables="articles",
        columns="articles.moment, articles.id, articles.id, NULL",
    ),
    "statement": Searched(
        words="statement_words",
        number="statements.number",
        score="bm25(statement_words)",
        tables="statements JOIN articles USING (seq)",
        columns="statements.moment, statements.id, articles.id, statements.id",
    ),
}


class Search(Keeping):
    """What full text and filters find."""

    def search(self, query: Query, after: str | None = None, limit: int = 20) -> Slice[Found]:
        """Return what full text and filters find (`meaning` is the desk's), best first, then newest, then by id.

        Raises `UsageError` for a query that cannot be read, naming what is wrong with it.
        """
        words = _words_of(query)
        filters = filters_of(query, self._count_some)
        if words is None:
            return self._listed(query, filters, after, limit)
        return self._ranked(query, filters, words, after, limit)

    def fulfilling(self, query: Query, articles: Sequence[str]) -> tuple[str, ...]:
        """Return those of some articles that fulfil the filters of a query, in the order given."""
        where = filters_of(replace(query, kind="article"), self._count_some).where
        rows = self._named(
            f"SELECT articles.id FROM articles WHERE articles.id IN (SELECT value FROM json_each(?)) AND {where.sql}",
            articles,
            *where.values,
        )
        held = {article for (article,) in rows}
        return tuple(article for article in articles if article in held)

    def _count_some(self, tables: str, where: Where) -> int:
        return int(
            self._value(
                f"SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {where.sql} LIMIT ?)", *where.values, FEW + 1
            )
        )

    def _listed(self, query: Query, filters: Filters, after: str | None, limit: int) -> Slice[Found]:
        """Newest first, along an index."""
        kind, where = f"{query.kind} listed", filters.where
        if after is not None:
            moment, name = read_cursor(after, kind, int, str)
            table = f"{query.kind}s"
            further = f"{table}.moment <= ? AND ({table}.moment < ? OR {table}.id > ?)"
            where += Where(sql=further, values=(moment, moment, name))
        rows: list[tuple[int, str, str, str | None]] = self._rows(
            f"SELECT {SEARCHED[query.kind].columns} FROM {filters.tables} WHERE {where.sql} ORDER BY 1 DESC, 2 LIMIT ?",
            *where.values,
            limit + 1,
        )
        return Slice(
            items=tuple(Found(article=article, statement=said, score=0.0) for _, _, article, said in rows[:limit]),
            after=cursor(kind, *rows[limit - 1][:2]) if len(rows) > limit else None,
        )

    def _ranked(self, query: Query, filters: Filters, words: str, after: str | None, limit: int) -> Slice[Found]:
        """Best first. A cursor holds the last number there was at its start: what is added later moves nothing."""
        kind = f"{query.kind} ranked"
        newest, *last = (LAST,) if after is None else read_cursor(after, kind, int, float, int, str)
        rows = self._best(SEARCHED[query.kind], filters, words, newest)
        keyed = sorted(
            ((-score, -moment, name), number, article, said) for number, score, moment, name, article, said in rows
        )
        first = _place_after(last, [key for key, *_ in keyed]) if last else 0
        shown = keyed[first : first + limit]
        if after is None and keyed:
            newest = max(number for _, number, *_ in keyed)
        return Slice(
            items=tuple(Found(article=article, statement=said, score=-key[0]) for key, _, article, said in shown),
            after=cursor(kind, newest, *shown[-1][0]) if first + limit < len(keyed) else None,
        )

    def _best(self, searched: Searched, filters: Filters, words: str, newest: Key) -> list[RankedRow]:
        """Return the latest finds with their scores."""
        full, number, where = searched.words, searched.number, filters.where
        oldest, source, inside = 0, full, Where(sql="")
        if filters.any and self._count_some(filters.tables, where) <= FEW:
            oldest = self._oldest(full, words, newest, SCANNED_FOR_FEW)
            inside = Where(
                sql=f"AND +rowid IN (SELECT {number} FROM {filters.tables} WHERE {where.sql})", values=where.values
            )
        elif filters.any:
            oldest = self._oldest(full, words, newest, SCANNED)
            source = f"{full} CROSS JOIN {filters.tables}"
            inside = Where(sql=f"AND {number} = {full}.rowid AND {where.sql}", values=where.values)
        return self._rows(
            f"WITH best AS MATERIALIZED (SELECT {full}.rowid AS found, -{searched.score} AS score FROM {source} "
            f"WHERE {full} MATCH ? AND {full}.rowid BETWEEN ? AND ? {inside.sql} ORDER BY {full}.rowid DESC LIMIT ?) "
            f"SELECT found, score, {searched.columns} FROM best CROSS JOIN {searched.tables} WHERE {number} = found",
            *(words, oldest, newest, *inside.values, RANKED),
        )

    def _oldest(self, full: str, words: str, newest: Key, most: int) -> int:
        """Return the number of the oldest find that is looked at."""
        oldest: int | None = self._value(
            f"SELECT rowid FROM {full} WHERE {full} MATCH ? AND rowid <= ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
            *(words, newest, most),
        )
        return oldest or 0


def _words_of(query: Query) -> str | None:
    """Return what full text is asked for; None: filters alone."""
    words = expression(query.words) if query.words.strip() else None
    spoken = about(query) if query.kind == "statement" else None
    return f"({words}) AND ({spoken})" if words and spoken else words or spoken


def _place_after(last: list[Key], keys: list[tuple[float, int, str]]) -> int:
    """Return where the listing goes on: after the last item shown, wherever its score has moved to, else after its old key."""
    for place, key in enumerate(keys):
        if key[2] == last[2]:
            return place + 1
    return next((place for place, key in enumerate(keys) if key > tuple(last)), len(keys))
