r"""The lines of a page → one row of numbers for each: the line, its neighbours, its place and the page as a whole.

>>> from headwater.articles.dumps.lines import read_lines
>>> describe(read_lines("Sport\n\nThe bridge is open.")).table.shape[0]
2
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.articles.dumps.lines import Line
from headwater.articles.dumps.looks import NAMES, looks_of
from headwater.articles.dumps.topic import Topic, topic_words

Table = NDArray[np.float64]
NEIGHBOURS = ("words", "ends", "capitals", "sentences", "bullet", "gap", "links", "date", "by", "says share", "says related",
              "says picture", "indent")  # fmt: skip
MEANS = ("prose", "words", "many words", "ends", "capitals", "small", "bullet", "said", "says share", "says related", "says legal",
         "says account", "says shop", "you", "links", "indent")  # fmt: skip
REACHES = (2, 5, 12)
MARKS_AFTER = (("says legal", 0.05), ("says related", 0.2), ("says comment", 0.2), ("says share", 0.2), ("says follow", 0.2),
               ("says person", 0.1), ("sign-off", 0.5), ("by", 0.5), ("bullet", 0.5))  # fmt: skip
HEAD = 40
"""The text begins at most so many lines after its headline."""
FAR = 60
"""Distances are counted up to this many lines."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """What the classifier's two stages share."""

    table: Table
    """Lines × features of the first stage."""
    words: Table
    """Words of each line."""
    prose: Table
    """Words of each line that reads like sentences, 0 for others."""
    topic: Topic
    title: int
    """The line that looks like the headline, by its place and words alone; -1: none."""


def describe(lines: list[Line]) -> Described:
    """Return the features of every line of a page; the order of columns is part of the shipped model."""
    looks = np.array([looks_of(line) for line in lines], dtype=np.float64).reshape(len(lines), len(NAMES))
    column = {name: looks[:, i] for i, name in enumerate(NAMES)}
    column["prose"] = np.where((column["words"] >= 10) & (column["ends"] > 0), column["words"], 0.0)
    column["earlier"], column["times"] = _repeats(lines)
    topic = Topic([topic_words(line.text) for line in lines])
    body = np.minimum(1.0, column["prose"] / 20)
    likeness = title_likeness(column, body, topic)
    title = int(np.argmax(likeness)) if len(lines) and likeness.max() > 0 else -1
    table = np.column_stack([
        looks,
        *(shifted(column[name], step) for name in NEIGHBOURS for step in (-3, -2, -1, 1, 2, 3)),
        *(around(column[name], reach) for name in MEANS for reach in REACHES),
        *_place(column),
        *_runs(column),
        *_page(column),
        column["earlier"],
        column["times"],
        *_layouts(lines, column),
        *_topics(topic, body, title, len(lines)),
        likeness,
        topic.shared_after(body, HEAD),
        np.maximum.accumulate(likeness) if len(lines) else likeness,
    ])  # fmt: skip
    return Described(table=table, words=column["words"], prose=column["prose"], topic=topic, title=title)


def title_likeness(column: dict[str, Table], body: Table, topic: Topic) -> Table:
    """Return for each line how much it looks like the headline of what follows, from 0 up.

    A headline's words come back in the prose soon after it. It may be repeated or be marked as a heading, and little
    prose stands before it; headings inside the text share its looks but not that.
    """
    words = column["words"]
    fits = (words >= 3) & (words <= 25) & (column["ends"] == 0) & (column["bullet"] == 0) & (column["image"] == 0)
    marked = np.where(column["heading"] == 1, 2.0, 1.0) * np.where(column["times"] > 1, 1.3, 1.0)
    before = np.cumsum(body) - body
    likeness: Table = (
        topic.shared_after(body, HEAD) * np.sqrt(np.minimum(topic.counts, 8)) * marked * fits / (1.0 + before / 3)
    )
    return likeness


def main_block(prose: Table) -> tuple[int, int]:
    """Return where the biggest block of prose begins and ends, at most two other lines between its lines."""
    inside, block = blocks_of(prose)
    size = np.bincount(block, weights=prose * inside)
    if not len(size) or size.max() <= 0:
        return 0, 0
    places = np.flatnonzero(block == int(np.argmax(size)))
    return int(places[0]), int(places[-1]) + 1


def blocks_of(prose: Table) -> tuple[Table, NDArray[np.int64]]:
    """Return which lines are in a block of prose that at most two other lines interrupt, and each line's block."""
    near = np.minimum(since(prose), until(prose)) <= 3
    inside = (prose > 0) | (near & (since(prose) + until(prose) <= 4))
    turns = np.concatenate([[0], np.diff(inside.astype(np.int64)) != 0])[: len(prose)]
    return inside.astype(np.float64), np.cumsum(turns).astype(np.int64)


def shifted(column: Table, step: int) -> Table:
    """Return the column of the line `step` lines later (earlier if negative), -1 past the ends."""
    moved = np.full_like(column, -1.0)
    if abs(step) < len(column):
        if step > 0:
            moved[:-step] = column[step:]
        else:
            moved[-step:] = column[:step]
    return moved


def around(column: Table, reach: int) -> Table:
    """Return the mean over the lines at most `reach` lines away."""
    sums = np.concatenate([[0.0], np.cumsum(column)])
    places = np.arange(len(column))
    low, high = np.maximum(0, places - reach), np.minimum(len(column), places + reach + 1)
    means: Table = (sums[high] - sums[low]) / (high - low)
    return means


def since(flags: Table) -> Table:
    """Return how many lines ago a flag was last set, itself excluded, at most `FAR`."""
    places = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags > 0, places, -FAR)) if len(flags) else places
    before = np.concatenate([[-FAR], last[:-1]])[: len(flags)]
    distance: Table = np.minimum(FAR, places - before).astype(np.float64)
    return distance


def until(flags: Table) -> Table:
    """Return how many lines ahead a flag is next set, itself excluded, at most `FAR`."""
    return since(flags[::-1])[::-1]


def _place(column: dict[str, Table]) -> list[Table]:
    count = max(1, len(column["words"]))
    prose, words = column["prose"], column["words"]
    gone, gone_words = np.cumsum(prose) - prose, np.cumsum(words) - words
    marks = [
        column["prose"],
        column["by"],
        column["date"],
        column["sign-off"],
        (column["says legal"] > 0.05).astype(np.float64),
        (column["says related"] > 0.2).astype(np.float64),
        (column["says comment"] > 0.2).astype(np.float64),
        (column["says share"] > 0.2).astype(np.float64),
    ]
    return [
        np.arange(count)[: len(words)] / count,
        gone_words / max(1.0, words.sum()),
        gone / max(1.0, prose.sum()),
        np.log1p(gone),
        np.log1p(np.maximum(0.0, prose.sum() - gone - prose)),
        *(since(mark) for mark in marks),
        *(until(mark) for mark in marks),
        *(np.cumsum(mark) - mark for mark in marks[1:]),
    ]


def _runs(column: dict[str, Table]) -> list[Table]:
    """Blocks of prose: size of one's own, place in it, its rank, and where the biggest one is."""
    prose = column["prose"]
    inside, block = blocks_of(prose)
    size = np.bincount(block, weights=prose)
    length = np.bincount(block)
    first = np.concatenate([[0], np.cumsum(length)[:-1]])
    start, end = main_block(prose)
    places = np.arange(len(prose))
    return [
        inside,
        size[block] / max(1.0, float(size.max(initial=0))),
        np.log1p(size[block]),
        length[block].astype(np.float64),
        (places - first[block]).astype(np.float64),
        (first[block] + length[block] - places).astype(np.float64),
        np.clip(places - start, -FAR, FAR).astype(np.float64),
        np.clip(places - end, -FAR, FAR).astype(np.float64),
        *(_counted_from((column[name] > bound).astype(np.float64), start) for name, bound in MARKS_AFTER),
    ]


def _counted_from(flags: Table, start: int) -> Table:
    """Return how often a flag was set between the start of the main block and each line; negative before it."""
    count: Table = np.cumsum(flags) - flags
    return count - (count[start] if start < len(count) else 0.0)


def _layouts(lines: list[Line], column: dict[str, Table]) -> list[Table]:
    """Lines set alike (indentation, bullet, heading): the prose among them, how many there are, how many are near."""
    kinds: dict[tuple[int, bool, int], int] = {}
    kind = np.array(
        [kinds.setdefault((line.indent, line.bullet, line.heading), len(kinds)) for line in lines], dtype=np.int64
    )
    prose, words = column["prose"], column["words"]
    mass = np.bincount(kind, weights=prose, minlength=len(kinds))
    count = np.bincount(kind, minlength=len(kinds))
    long = np.bincount(kind, weights=words, minlength=len(kinds)) / np.maximum(count, 1)
    best = kind == (int(np.argmax(mass)) if len(mass) else 0)
    return [
        mass[kind] / max(1.0, float(prose.sum())),
        np.log1p(count[kind]),
        long[kind],
        best.astype(np.float64),
        around(best.astype(np.float64), 3),
        since(np.where(best, prose, 0.0)),
        until(np.where(best, prose, 0.0)),
    ]


def _page(column: dict[str, Table]) -> list[Table]:
    words, prose = column["words"], column["prose"]
    count = max(1, len(words))
    typical = float(np.median(prose[prose > 0])) if (prose > 0).any() else 0.0
    whole = [
        np.log1p(count),
        np.log1p(words.sum()),
        prose.sum() / max(1.0, words.sum()),
        float((prose > 0).sum()) / count,
        typical,
        float(column["bullet"].mean()) if len(words) else 0.0,
        float((column["indent"] > 0).mean()) if len(words) else 0.0,
        float((column["gap"] > 0).mean()) if len(words) else 0.0,
        float(column["links"].max(initial=-1.0)),
    ]
    return [*(np.full(len(words), value) for value in whole), words / max(1.0, typical)]


def _repeats(lines: list[Line]) -> tuple[Table, Table]:
    """How often each line was said before, and is said on the whole page."""
    seen: dict[str, int] = {}
    earlier = []
    for line in lines:
        earlier.append(float(seen.get(line.text, 0)))
        seen[line.text] = seen.get(line.text, 0) + 1
    return np.array(earlier), np.array([float(seen[line.text]) for line in lines])


def _topics(topic: Topic, body: Table, title: int, count: int) -> list[Table]:
    return [
        topic.shared(body),
        topic.shared_before(body),
        topic.shared_near(body, 4),
        topic.shared_near(body, 12),
        topic.with_line(title),
        np.clip(np.arange(count) - title, -FAR, FAR).astype(np.float64) if title >= 0 else np.full(count, float(FAR)),
        topic.counts,
    ]
