"""The filters of a query → conditions on articles and statements.

>>> filters_of(Query(language="es"), MANY).where.sql
'articles.current AND articles.language = ?'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from headwater.errors import UsageError
from headwater.model import Query
from headwater.store.columns import folded
from headwater.store.deskfile import Value
from headwater.store.queries import expression

FEW = 20_000
"""Up to so many articles or statements that fulfil the filters are gathered before full text is asked."""
SPOKEN_BY = (
    "SELECT number FROM statements WHERE speaker = ? UNION ALL SELECT number FROM statements WHERE actor = ? UNION ALL "
    "SELECT number FROM spellings JOIN members USING (story) JOIN statements USING (seq) "
    "WHERE spelling = ? AND statements.actor = spellings.actor"
)
"""Statements by a name: as printed, as the story has it, and as another spelling of the story's actor."""
ELSEWHERE = 15 * 3600
"""Seconds by which a day can begin earlier or later somewhere on Earth."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """A WHERE clause and its values."""

    sql: str
    values: tuple[Value, ...] = ()

    def __add__(self, other: Where) -> Where:
        return Where(sql=f"{self.sql} AND {other.sql}", values=(*self.values, *other.values))


Counted = Callable[[str, Where], int]
"""Counts what fulfils a clause in some tables, up to `FEW` and one more."""


def MANY(_tables: str, _where: Where) -> int:  # noqa: N802 - a constant answer
    """Say that many fulfil it."""
    return FEW + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Filters:
    """What has to hold of what is found."""

    tables: str
    where: Where
    any: bool
    """False: everything fulfils them."""


def filters_of(query: Query, counted: Counted) -> Filters:
    """Return the filters of a query; raise `UsageError` where a date is none."""
    own = _of_article(query)
    said = _of_statement(query)
    if query.kind == "statement":
        where = [*own, *said]
        tables, first = "statements, articles", Where(sql="articles.seq = statements.seq AND articles.current")
    else:
        where = [*own, *_by_statement(query, said, counted)]
        tables, first = "articles", Where(sql="articles.current")
    whole = sum(where, first)
    return Filters(tables=tables, where=whole, any=bool(where))


def about(query: Query) -> str | None:
    """Return what was spoken about, as full text is asked for it."""
    return f"content_words : ({expression(query.about)})" if query.about and query.about.strip() else None


def _of_article(query: Query) -> list[Where]:
    found = []
    if query.outlet:
        found.append(Where(sql="articles.outlet = ?", values=(folded(query.outlet),)))
    if query.language:
        # Half a desk has one language: with “+” SQLite does not start from the articles to find the newest statements.
        column = "articles.language" if query.kind == "article" else "+articles.language"
        found.append(Where(sql=f"{column} = ?", values=(query.language.lower(),)))
    table = "articles" if query.kind == "article" else "statements"
    if query.since:
        day = day_of(query.since, "since")
        values = (_midnight(day) - ELSEWHERE, day.isoformat())  # the moment is what the index is in order of
        found.append(Where(sql=f"{table}.moment >= ? AND articles.day >= ?", values=values))
    if query.until:
        day = day_of(query.until, "until")
        values = (_midnight(day + timedelta(days=1)) + ELSEWHERE, day.isoformat())
        found.append(Where(sql=f"{table}.moment <= ? AND articles.day <= ?", values=values))
    if query.story:
        inside = "(SELECT members.seq FROM members JOIN stories ON stories.number = story WHERE stories.id = ?)"
        found.append(Where(sql=f"articles.seq IN {inside}", values=(query.story,)))
    return found


def _of_statement(query: Query) -> list[Where]:
    found = []
    if query.speaker:
        found.append(Where(sql=f"statements.number IN ({SPOKEN_BY})", values=(folded(query.speaker),) * 3))
    if query.stance:
        found.append(Where(sql="statements.stance = ?", values=(query.stance,)))
    return found


def _by_statement(query: Query, said: list[Where], counted: Counted) -> list[Where]:
    """Return what an article's statements have to be like: one of them has to be all of it."""
    if words := about(query):
        latest = "SELECT rowid FROM statement_words WHERE statement_words MATCH ? ORDER BY rowid DESC LIMIT ?"
        said = [*said, Where(sql=f"statements.number IN ({latest})", values=(words, FEW))]
    if not said:
        return []
    where = sum(said[1:], said[0])
    if counted("statements", where) <= FEW:
        return [
            Where(sql=f"articles.seq IN (SELECT statements.seq FROM statements WHERE {where.sql})", values=where.values)
        ]
    one = f"EXISTS (SELECT 1 FROM statements WHERE statements.seq = articles.seq AND {where.sql})"
    return [Where(sql=one, values=where.values)]


def day_of(value: str, name: str) -> date:
    """Return the ISO date of a filter; raise `UsageError` where it is none.

    >>> day_of("2031-05-03", "since")
    datetime.date(2031, 5, 3)
    """
    try:
        day = date.fromisoformat(value[:10])
        _midnight(day + timedelta(days=1))
    except (ValueError, OverflowError) as error:
        raise UsageError(f"“{value[:40]}” is no date for `{name}`; write it like 2031-05-03") from error
    return day


def _midnight(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
