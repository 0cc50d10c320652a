"""Stories → tables of articles, statements, copies, points and evidence: what CSV and Parquet both write.

>>> from headwater.outputs.sample import sample_story
>>> table = story_table([sample_story()], "copies")
>>> [column.name for column in table.columns][:4], table.rows[0][:4]
(['story', 'copy', 'copy_file', 'copy_outlet'], ('s1', 'a2', 'harbour.html', 'Harbour Post'))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from headwater.model import Article, Statement, StoryBrief, words
from headwater.outputs.cite import stated_in
from headwater.outputs.citing import StoryIndex
from headwater.outputs.exports.naming import in_order
from headwater.outputs.exports.settings import ALONE, ExportSettings
from headwater.outputs.points import letter

TableName = Literal["articles", "statements", "copies", "points", "evidence"]
ColumnKind = Literal["text", "texts", "whole", "number", "flag"]
"""A text; several texts; a whole number; a number between 0 and 1, or a weight; yes or no."""
Cell = str | int | float | bool | tuple[str, ...] | None
"""What stands in a column of that kind; None: the page does not say, or nothing was found."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: ColumnKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows under columns; each row has a cell for each column."""

    name: TableName
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_COLUMNS: Mapping[TableName, str] = {
    "articles": "story id page file url outlet title authors:texts published language section tags:texts rights "
    "credits:texts origin origin_name characters:whole text by",
    "statements": "story id article file outlet url published part speaker speaker_kind via:texts source cue content form "
    "stance hedge anonymous:flag anonymity within start:whole end:whole runs:whole score:number by",
    "copies": "story copy copy_file copy_outlet original original_file original_outlet verdict directed:flag share:number "
    "shared passages:whole joins:flag reason score:number by",
    "points": "story point status reason certainty:number weight:number voices:whole answers:texts answer_voices:texts "
    "doubts:texts omitted_by:texts",
    "evidence": "story point status answer value answer_voices:whole reported evidence article file outlet url published "
    "origin origin_name statement speaker speaker_kind via:texts stance hedge form start:whole end:whole quote sentence",
}
_KINDS: Mapping[str, ColumnKind] = {"": "text", "texts": "texts", "whole": "whole", "number": "number", "flag": "flag"}


def story_table(stories: Iterable[StoryBrief], name: TableName, settings: ExportSettings = ALONE) -> Table:
    """Return one table over some stories, in the order given, rows in the order of each story.

    `text` of an article is None but for `full`. `start` and `end` are code points of the article's text (of its title,
    where `part` is “title”), from the first run to the last.

    >>> story_table([], "points").rows
    ()
    """
    made = [(story, *row) for told in stories for story, row in _rows(in_order(told), name, settings)]
    return Table(name=name, columns=columns(name), rows=tuple(made))


def statement_table(said: Iterable[tuple[Article, Statement]]) -> Table:
    """Return the table of some statements, each with its article, of whatever stories: `story` is None throughout.

    `via` knows of those that a statement passed through only what the statement and its article say.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> statement_table([(told.articles[0], told.statements[0])]).rows[0][8]
    'Ana Ruz'
    """
    pairs = tuple(said)
    index = StoryIndex(1, dict.fromkeys(article for article, _ in pairs), statements=(each for _, each in pairs))
    made = tuple((None, *row) for row in _statements((statement for _, statement in pairs), index))
    return Table(name="statements", columns=columns("statements"), rows=made)


def columns(name: TableName) -> tuple[Column, ...]:
    """Return the columns of a table.

    >>> columns("articles")[7]
    Column(name='authors', kind='texts')
    """
    parts = (each.partition(":") for each in _COLUMNS[name].split())
    return tuple(Column(name=column, kind=_KINDS[kind]) for column, _, kind in parts)


def _rows(told: StoryBrief, name: TableName, settings: ExportSettings) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    index = StoryIndex.of(1, told)
    writers: Mapping[TableName, Callable[[], Iterator[tuple[Cell, ...]]]] = {
        "articles": lambda: _articles(told, index, settings),
        "statements": lambda: _statements(told.statements, index),
        "copies": lambda: _copies(told, index),
        "points": lambda: _points(told),
        "evidence": lambda: _evidence(told, index),
    }
    for row in writers[name]():
        yield told.story.id, row


def _articles(told: StoryBrief, index: StoryIndex, settings: ExportSettings) -> Iterator[tuple[Cell, ...]]:
    for article in told.articles:
        origin = index.origins.get(article.id)
        yield (
            article.id, article.page, article.file, article.url, article.outlet, article.title, article.authors,
            article.published, article.language, article.section, article.tags, article.rights,
            tuple(dict.fromkeys(f"{credit.agency} ({credit.kind})" for credit in article.credits)),
            origin.id if origin else None, origin.name if origin else None, len(article.text),
            article.text if settings.full else None, article.by,
        )  # fmt: skip


def _statements(statements: Iterable[Statement], index: StoryIndex) -> Iterator[tuple[Cell, ...]]:
    for statement in statements:
        article = index.articles[statement.article]
        text = stated_in(statement, article)
        said = index.said(statement)
        yield (
            statement.id, article.id, article.file, article.outlet, article.url, article.published, statement.part,
            said.who, said.kind, said.via, words(statement.source, text) or None, words(statement.cue, text) or None,
            words(statement.content, text), statement.form, statement.stance, statement.hedge, statement.anonymous,
            words(statement.anonymity, text) or None, statement.within,
            min((run.start for run in statement.content), default=None),
            max((run.end for run in statement.content), default=None), len(statement.content),
            round(statement.score, 4), statement.by,
        )  # fmt: skip


def _copies(told: StoryBrief, index: StoryIndex) -> Iterator[tuple[Cell, ...]]:
    for link in told.copies:
        copy, original = index.articles.get(link.a), index.articles.get(link.b)
        yield (
            link.a, *_whose(copy), link.b, *_whose(original), link.verdict, link.directed, round(link.share, 4),
            link.shared, len(link.passages), link.joins, link.reason or None, round(link.score, 4), link.by,
        )  # fmt: skip


def _whose(article: Article | None) -> tuple[str | None, str | None]:
    return (article.file, article.outlet) if article else (None, None)


def _points(told: StoryBrief) -> Iterator[tuple[Cell, ...]]:
    omitting: dict[str, list[str]] = {}
    for omission in told.comparison.omissions:
        for point in omission.points:
            omitting.setdefault(point, []).append(omission.outlet)
    for each in told.comparison.points:
        yield (
            each.id, each.status, each.reason or None, round(each.certainty, 4), round(each.weight, 4), each.voices,
            tuple(answer.value for answer in each.answers), tuple(str(answer.voices) for answer in each.answers),
            each.doubts, tuple(sorted(omitting.get(each.id, ()))),
        )  # fmt: skip


def _evidence(told: StoryBrief, index: StoryIndex) -> Iterator[tuple[Cell, ...]]:
    for point in told.comparison.points:
        for place, answer in enumerate(point.answers):
            for found in answer.evidence:
                article, said = index.articles[found.article], index.evidence(found)
                yield (
                    point.id, point.status, letter(place), answer.value, answer.voices, answer.reported, found.id,
                    article.id, article.file, article.outlet, article.url, article.published, found.origin,
                    index.origin_name(found.origin), found.statement, said.who, said.kind, said.via, said.stance,
                    said.hedge, said.form, found.span.start, found.span.end, said.cite.quote, said.cite.sentence,
                )  # fmt: skip
