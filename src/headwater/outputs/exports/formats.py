"""The one table of formats that the command line and REST offer: a name, what it is called on the web, and its writer.

>>> STORY_FORMATS["articles-csv"].media_type
'text/csv; charset=utf-8; header=present'
>>> from headwater.outputs.sample import sample_story
>>> STORY_FORMATS["articles-csv"].write(sample_story(), ExportSettings())[:8]
b'story,id'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar, get_args

from headwater.errors import UsageError
from headwater.model import Article, ArticleView, Brief, StoryBrief
from headwater.outputs.annotations import comparison_annotations
from headwater.outputs.dot import copy_dot
from headwater.outputs.exports.atom import atom
from headwater.outputs.exports.csv_tables import table_csv
from headwater.outputs.exports.encoding import json_bytes
from headwater.outputs.exports.jsonfeed import jsonfeed
from headwater.outputs.exports.jsonld import article_jsonld, story_jsonld
from headwater.outputs.exports.naming import in_order
from headwater.outputs.exports.ninjs import article_ninjs, story_ninjs
from headwater.outputs.exports.parquet import table_parquet
from headwater.outputs.exports.settings import ExportSettings
from headwater.outputs.exports.speaker_feed import Speaker, speaker_feed
from headwater.outputs.exports.statement_annotations import statement_annotations
from headwater.outputs.exports.story_feed import story_feed
from headwater.outputs.exports.tables import TableName, statement_table, story_table
from headwater.outputs.graph import copy_graph
from headwater.outputs.graphml import copy_graphml
from headwater.outputs.hypertext import brief_html
from headwater.outputs.markdown import brief_markdown
from headwater.outputs.rows import article_row, story_row
from headwater.outputs.spreadsheet import comparison_csv

Subject = TypeVar("Subject")
CSV = "text/csv; charset=utf-8; header=present"
PARQUET = "application/vnd.apache.parquet"
ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
TABLES: tuple[TableName, ...] = get_args(TableName)


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportFormat(Generic[Subject]):
    """One way to write a story, an article or a speaker."""

    name: str
    """What a user calls it."""
    media_type: str
    """IANA media type with its parameters."""
    suffix: str
    """How a file of it ends, dot included."""
    about: str
    """What it is, in a few words."""
    write: Callable[[Subject, ExportSettings], bytes]


def find_format(formats: Mapping[str, ExportFormat[Subject]], name: str) -> ExportFormat[Subject]:
    """Return a format by its name; raises UsageError, which lists those there are.

    >>> find_format(STORY_FORMATS, "atom").suffix
    '.atom'
    """
    if name not in formats:
        raise UsageError(f"there is no format “{name}”; there are: {', '.join(formats)}")
    return formats[name]


def _named(*formats: ExportFormat[Subject]) -> Mapping[str, ExportFormat[Subject]]:
    return {each.name: each for each in formats}


def _alone(told: StoryBrief) -> Brief:
    return Brief(stories=(told,), pages=len(told.articles), rejected=())


def _csv(name: TableName) -> ExportFormat[StoryBrief]:
    return ExportFormat(
        name=f"{name}-csv",
        media_type=CSV,
        suffix=f".{name}.csv",
        about=f"{name} as a spreadsheet",
        write=lambda told, settings: table_csv(story_table([told], name, settings)).encode(),
    )


def _parquet(name: TableName) -> ExportFormat[StoryBrief]:
    return ExportFormat(
        name=f"{name}-parquet",
        media_type=PARQUET,
        suffix=f".{name}.parquet",
        about=f"{name} as Apache Parquet",
        write=lambda told, settings: table_parquet(story_table([told], name, settings)),
    )


def _story_annotations(told: StoryBrief, _: ExportSettings) -> bytes:
    told = in_order(told)
    return json_bytes(statement_annotations(told.articles, told.statements))


def _speaker_annotations(speaker: Speaker, _: ExportSettings) -> bytes:
    articles: dict[str, Article] = {article.id: article for article, _ in speaker.said}
    return json_bytes(statement_annotations(articles.values(), (statement for _, statement in speaker.said)))


STORY_FORMATS: Mapping[str, ExportFormat[StoryBrief]] = _named(
    ExportFormat(
        name="json", media_type="application/json", suffix=".json", about="everything, texts included, as Headwater's own JSON",
        write=lambda told, _: json_bytes(story_row(told)),
    ),
    ExportFormat(
        name="html", media_type="text/html; charset=utf-8", suffix=".html", about="the brief as one self-contained web page",
        write=lambda told, _: brief_html(_alone(told), full=True).encode(),
    ),
    ExportFormat(
        name="markdown", media_type="text/markdown; charset=utf-8", suffix=".md", about="the brief as Markdown",
        write=lambda told, _: brief_markdown(_alone(told)).encode(),
    ),
    ExportFormat(
        name="jsonld", media_type="application/ld+json", suffix=".jsonld", about="schema.org NewsArticle and Quotation",
        write=lambda told, settings: json_bytes(story_jsonld(told, settings)),
    ),
    ExportFormat(
        name="ninjs", media_type="application/json", suffix=".ninjs.json", about="IPTC ninjs 3.2, a composite of its articles",
        write=lambda told, settings: json_bytes(story_ninjs(told, settings)),
    ),
    ExportFormat(
        name="annotations", media_type=ANNOTATIONS, suffix=".statements.jsonld", about="statements as W3C Web Annotations",
        write=_story_annotations,
    ),
    ExportFormat(
        name="point-annotations", media_type=ANNOTATIONS, suffix=".points.jsonld",
        about="the evidence of points as W3C Web Annotations",
        write=lambda told, _: json_bytes(comparison_annotations(_alone(told))),
    ),
    ExportFormat(
        name="comparison-csv", media_type=CSV, suffix=".comparison.csv", about="the table of the command `compare`",
        write=lambda told, _: comparison_csv(_alone(told)).encode(),
    ),
    *(_csv(name) for name in TABLES),
    *(_parquet(name) for name in TABLES),
    ExportFormat(
        name="atom", media_type="application/atom+xml; charset=utf-8", suffix=".atom", about="reports and disputes as a feed",
        write=lambda told, settings: atom(story_feed(told, settings)).encode(),
    ),
    ExportFormat(
        name="jsonfeed", media_type="application/feed+json", suffix=".feed.json", about="the same as JSON Feed 1.1",
        write=lambda told, settings: json_bytes(jsonfeed(story_feed(told, settings))),
    ),
    ExportFormat(
        name="graphml", media_type="application/xml; charset=utf-8", suffix=".graphml", about="who copied whom as GraphML",
        write=lambda told, _: copy_graphml(copy_graph(_alone(told), told.copies)).encode(),
    ),
    ExportFormat(
        name="dot", media_type="text/vnd.graphviz; charset=utf-8", suffix=".dot", about="who copied whom for Graphviz",
        write=lambda told, _: copy_dot(copy_graph(_alone(told), told.copies)).encode(),
    ),
)  # fmt: skip
"""Formats of a story."""

ARTICLE_FORMATS: Mapping[str, ExportFormat[ArticleView]] = _named(
    ExportFormat(
        name="json", media_type="application/json", suffix=".json", about="everything, text included, as Headwater's own JSON",
        write=lambda view, _: json_bytes(article_row(view.article)),
    ),
    ExportFormat(
        name="jsonld", media_type="application/ld+json", suffix=".jsonld", about="schema.org NewsArticle and Quotation",
        write=lambda view, settings: json_bytes(article_jsonld(view, settings)),
    ),
    ExportFormat(
        name="ninjs", media_type="application/json", suffix=".ninjs.json", about="IPTC ninjs 3.2",
        write=lambda view, settings: json_bytes(article_ninjs(view, settings)),
    ),
    ExportFormat(
        name="annotations", media_type=ANNOTATIONS, suffix=".statements.jsonld", about="statements as W3C Web Annotations",
        write=lambda view, _: json_bytes(statement_annotations([view.article], view.statements)),
    ),
)  # fmt: skip
"""Formats of one article."""

SPEAKER_FORMATS: Mapping[str, ExportFormat[Speaker]] = _named(
    ExportFormat(
        name="atom", media_type="application/atom+xml; charset=utf-8", suffix=".atom", about="statements as a feed",
        write=lambda speaker, settings: atom(speaker_feed(speaker, settings)).encode(),
    ),
    ExportFormat(
        name="jsonfeed", media_type="application/feed+json", suffix=".feed.json", about="the same as JSON Feed 1.1",
        write=lambda speaker, settings: json_bytes(jsonfeed(speaker_feed(speaker, settings))),
    ),
    ExportFormat(
        name="annotations", media_type=ANNOTATIONS, suffix=".statements.jsonld", about="statements as W3C Web Annotations",
        write=_speaker_annotations,
    ),
    ExportFormat(
        name="csv", media_type=CSV, suffix=".statements.csv", about="statements as a spreadsheet",
        write=lambda speaker, _: table_csv(statement_table(speaker.said)).encode(),
    ),
)  # fmt: skip
"""Formats of one speaker."""
