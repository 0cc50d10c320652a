"""Stories, articles and speakers in the formats of others: JSON-LD, ninjs, annotations, CSV, Parquet, Atom, JSON Feed.

Enters: a `StoryBrief`, an `ArticleView` or a `Speaker`, and `ExportSettings`. Leaves: values of each standard, and bytes
through one table of formats. Nothing is read or written here, and no clock is looked at.

>>> from headwater.outputs.sample import sample_story
>>> find_format(STORY_FORMATS, "atom").write(sample_story(), ExportSettings())[:38]
b'<?xml version="1.0" encoding="utf-8"?>'
"""

from headwater.outputs.exports.atom import atom
from headwater.outputs.exports.csv_tables import table_csv
from headwater.outputs.exports.encoding import json_bytes
from headwater.outputs.exports.feed import Entry, Feed
from headwater.outputs.exports.formats import (
    ARTICLE_FORMATS,
    SPEAKER_FORMATS,
    STORY_FORMATS,
    ExportFormat,
    find_format,
)
from headwater.outputs.exports.jsonfeed import jsonfeed
from headwater.outputs.exports.jsonld import article_jsonld, story_jsonld
from headwater.outputs.exports.ninjs import article_ninjs, story_ninjs
from headwater.outputs.exports.parquet import table_parquet
from headwater.outputs.exports.settings import ExportSettings
from headwater.outputs.exports.speaker_feed import Speaker, speaker_feed
from headwater.outputs.exports.statement_annotations import statement_annotations
from headwater.outputs.exports.story_feed import story_feed
from headwater.outputs.exports.tables import Column, Table, TableName, statement_table, story_table

__all__ = [
    "ARTICLE_FORMATS",
    "SPEAKER_FORMATS",
    "STORY_FORMATS",
    "Column",
    "Entry",
    "ExportFormat",
    "ExportSettings",
    "Feed",
    "Speaker",
    "Table",
    "TableName",
    "article_jsonld",
    "article_ninjs",
    "atom",
    "find_format",
    "json_bytes",
    "jsonfeed",
    "speaker_feed",
    "statement_annotations",
    "statement_table",
    "story_feed",
    "story_jsonld",
    "story_ninjs",
    "story_table",
    "table_csv",
    "table_parquet",
]
