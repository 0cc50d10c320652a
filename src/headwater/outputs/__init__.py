"""A brief as terminal text, JSON, a web page or Markdown, copies as trees, page or graph, and each room's rows and lines.

Enters: a `Brief` or single records. Leaves: strings and JSON values; nothing is read or written here.

>>> from headwater.outputs.sample import sample_brief
>>> closing_line(sample_brief())
'3 pages, 3 articles, 1 story, 2 origins'
"""

from headwater.outputs.annotations import comparison_annotations
from headwater.outputs.closing import closing_line
from headwater.outputs.comparing import chosen
from headwater.outputs.comparison_terminal import comparison_terminal
from headwater.outputs.copies_terminal import copies_terminal
from headwater.outputs.dot import copy_dot
from headwater.outputs.graph import copy_graph
from headwater.outputs.graphml import copy_graphml
from headwater.outputs.hypertext import brief_html, comparison_html, copies_html
from headwater.outputs.lines import article_line, copy_line, rejected_line, statement_line, story_line
from headwater.outputs.markdown import brief_markdown
from headwater.outputs.point_rows import point_rows
from headwater.outputs.rows import (
    article_row,
    brief_json,
    brief_json_text,
    copy_row,
    json_text,
    origin_row,
    rejected_row,
    statement_row,
    story_row,
)
from headwater.outputs.spreadsheet import comparison_csv
from headwater.outputs.terminal import brief_terminal

__all__ = [
    "article_line",
    "article_row",
    "brief_html",
    "brief_json",
    "brief_json_text",
    "brief_markdown",
    "brief_terminal",
    "chosen",
    "closing_line",
    "comparison_annotations",
    "comparison_csv",
    "comparison_html",
    "comparison_terminal",
    "copies_html",
    "copies_terminal",
    "copy_dot",
    "copy_graph",
    "copy_graphml",
    "copy_line",
    "copy_row",
    "json_text",
    "origin_row",
    "point_rows",
    "rejected_line",
    "rejected_row",
    "statement_line",
    "statement_row",
    "story_line",
    "story_row",
]
