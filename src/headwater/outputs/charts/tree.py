"""The origins of a story → a tree: each origin, and under it the articles that take its text, with how much of theirs it is.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> chart = copy_tree(lay_out(sample_brief())[0])
>>> chart.count('class="bar copied"'), "100 %" in chart  # one of them in the legend
(2, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from headwater.outputs import labels
from headwater.outputs.charts.svg import LINE, Caption, dot, drawing, element, em, legend, words
from headwater.outputs.closing import number
from headwater.outputs.copy_sheet import CopyLine, OriginSheet
from headwater.outputs.sheet import StorySheet
from headwater.outputs.visible import short

ROWS = 40
"""Rows that are drawn; the articles after them are counted."""
_ROW = 1.75
_INDENT = 1.5
_DEEPEST = 4
"""Copies of copies are drawn no further to the right than so many steps."""
_NAME, _NAME_ALONE = 24, 42
"""Characters of a name: beside a bar, and where there is none."""
_BAR, _WIDE, _SHARE = 16.5, 4.5, 21.5
"""Where the bar of a copied share begins, how wide a whole text is and where its figure begins, in ems: all fit a phone."""
_TELLING = 8
_LEGEND = (
    ("dot origin", "origin: an outlet"),
    ("dot agency", "origin: an agency"),
    ("dot", "goes back to it"),
    ("bar copied", "share of its text"),
)


def copy_tree(sheet: StorySheet) -> Markup:
    """Return the origins that hold articles, those with most first, each with its copies; empty where there is none."""
    if not sheet.origins:
        return Markup("")
    rows = [row for origin in sheet.origins for row in _rows(origin)]
    kept, top = rows[:ROWS], 1.2 + 3 * LINE
    shapes = [
        words(labels.header(sheet), x="0", y=0.8, cls="head"),
        *legend(_LEGEND, 0.8 + LINE),
    ]
    above: dict[int, float] = {}
    for place, row in enumerate(kept):
        middle = top + place * _ROW
        shapes += _branch(row.depth, middle, above, solid=row.decided)
        shapes += row.drawn(middle)
        above[row.depth] = middle
        above = {depth: y for depth, y in above.items() if depth <= row.depth}
    foot = top + len(kept) * _ROW
    left = sum(row.articles for row in rows[ROWS:])
    if left:
        shapes.append(words(f"and {number(left, 'article')} more", x="0", y=foot, cls="soft"))
    caption = Caption(title=f"Who copied whom: {labels.header(sheet)}", told=_told(sheet.origins))
    return drawing("tree", sheet.anchor, caption, foot + LINE * bool(left) - 0.6, shapes)


class _Row:
    """One line of the drawing: an origin under its own name, or an article."""

    def __init__(self, sheet: OriginSheet, line: CopyLine | None) -> None:
        self._line = line
        self._name = line.cite.outlet if line else sheet.name
        self._kind = "agency" if sheet.agency else "undecided" if sheet.undecided else "origin"
        alone = line is not None and sheet.alone
        self.depth = 0 if line is None or alone else min(line.depth + 1, _DEEPEST)
        self.articles = 1 if line else 0
        self._head = line is None or alone
        self.decided = line is None or line.tie != "undecided"

    def drawn(self, middle: float) -> Iterator[Markup]:
        """The dot, the name, and for a copy the share of its text."""
        x = self.depth * _INDENT + 0.5
        yield dot(x, middle, f"dot {self._kind}" if self._head else "dot")
        told = labels.taken(self._line) if self._line else ""
        title = f"{self._name}: {told}" if told else self._name
        bar = self._line if self._line and self._line.tie else None
        limit = (_NAME if bar else _NAME_ALONE) - self.depth * 2
        yield element(
            "text", element("title", title), short(self._name, limit) or "Unnamed", x=em(x + 0.9), y=em(middle),
            cls="words name head" if self._head else "words name", dominant_baseline="central",
        )  # fmt: skip
        if bar is not None:
            share = min(max(bar.share, 0.0), 1.0)
            for wide, cls in ((_WIDE, "bar whole"), (_WIDE * share, "bar copied")):
                yield element(
                    "rect",
                    element("title", told),
                    x=em(_BAR),
                    y=em(middle - 0.4),
                    width=em(wide),
                    height="0.8em",
                    cls=cls,
                )
            sign = " ?" if bar.tie == "undecided" else ""
            yield words(labels.percent(share) + sign, x=em(_SHARE), y=middle, cls="soft")


def _rows(sheet: OriginSheet) -> Iterator[_Row]:
    """An origin that is one article of its own outlet is one row; any other has a row of its own above its articles."""
    if not sheet.alone:
        yield _Row(sheet, None)
    for line in sheet.lines:
        yield _Row(sheet, line)


def _branch(depth: int, middle: float, above: dict[int, float], *, solid: bool) -> Iterator[Markup]:
    """The line from what stands above, down and to the right; broken where nothing shows who took the text."""
    if not depth:
        return
    parent = above[max(place for place in above if place < depth)] + 0.4  # below its dot
    start = max(above.get(depth, 0.0), parent)
    x = (depth - 1) * _INDENT + 0.5
    cls = "branch" if solid else "branch open"
    yield element("line", x1=em(x), x2=em(x), y1=em(start), y2=em(middle), cls="branch")
    yield element("line", x1=em(x), x2=em(x + _INDENT - 0.4), y1=em(middle), y2=em(middle), cls=cls)


def _told(origins: Iterable[OriginSheet]) -> str:
    every = tuple(origins)
    counts = [f"{short(origin.name, 60)}: {number(len(origin.lines), 'article')}" for origin in every[:_TELLING]]
    more = len(every) - len(counts)
    return "; ".join([*counts, *([f"{number(more, 'origin')} more"] if more else [])]) + "."
