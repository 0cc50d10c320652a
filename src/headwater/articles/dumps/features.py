"""The lines of a page → one row of numbers for each: the line, its neighbours, its place and the page as a whole.

>>> from headwater.articles.dumps.lines import read_lines
>>> describe(read_lines("Sport\\n\\nThe bridge is open.")).table.shape[0]
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
    topic = Topic([topic_words(line.text) for line in lines])
    body = np.minimum(1.0, column["prose"] / 20)
    title = likely_title(column["words"], column["ends"], body, topic)
    table = np.column_stack([
        looks,
        *(shifted(column[name], step) for name in NEIGHBOURS for step in (-3, -2, -1, 1, 2, 3)),
        *(around(column[name], reach) for name in MEANS for reach in REACHES),
        *_place(column),
        *_runs(column),
        *_page(column),
        *_repeats(lines, column),
        *_topics(topic, body, title, len(lines)),
    ])  # fmt: skip
    return Described(table=table, words=column["words"], prose=column["prose"], topic=topic, title=title)


def likely_title(words: Table, ends: Table, body: Table, topic: Topic) -> int:
    """Return the line of 4 to 25 words that shares most with the prose soon after it, or -1."""
    after = np.cumsum(body[::-1])[::-1]
    soon = after - np.concatenate([after, np.zeros(30)])[30 : 30 + len(after)]
    fits = (words >= 4) & (words <= 25) & (ends == 0)
    scores = topic.shared(body) * np.sqrt(np.minimum(words, 12)) * np.minimum(1.0, soon / 3) * fits
    return int(np.argmax(scores)) if len(scores) and scores.max() > 0 else -1


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
    return np.minimum(FAR, places - before).astype(np.float64)


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
    """Blocks of prose that at most two other lines interrupt: size of one's own, place in it, and its rank."""
    prose = column["prose"]
    near = np.minimum(since(prose), until(prose)) <= 3
    inside = (prose > 0) | (near & (since(prose) + until(prose) <= 4))
    block = np.cumsum(np.concatenate([[0], np.diff(inside.astype(int)) != 0]))[: len(prose)]
    size = np.bincount(block, weights=prose)
    length = np.bincount(block)
    first = np.concatenate([[0], np.cumsum(length)[:-1]])
    biggest = max(1.0, float(size.max(initial=0)))
    main = first[int(np.argmax(size))] if len(size) else 0
    middle = main + (length[int(np.argmax(size))] if len(size) else 0)
    places = np.arange(len(prose))
    return [
        inside.astype(np.float64),
        size[block] / biggest,
        np.log1p(size[block]),
        length[block].astype(np.float64),
        (places - first[block]).astype(np.float64),
        (first[block] + length[block] - places).astype(np.float64),
        np.clip(places - main, -FAR, FAR).astype(np.float64),
        np.clip(places - middle, -FAR, FAR).astype(np.float64),
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


def _repeats(lines: list[Line], column: dict[str, Table]) -> list[Table]:
    seen: dict[str, int] = {}
    earlier = []
    for line in lines:
        earlier.append(float(seen.get(line.text, 0)))
        seen[line.text] = seen.get(line.text, 0) + 1
    times = np.array([float(seen[line.text]) for line in lines])
    alike = np.abs(column["indent"] - shifted(column["indent"], -1)) + np.abs(
        column["indent"] - shifted(column["indent"], 1)
    )
    main = float(np.median(column["indent"][column["prose"] > 0])) if (column["prose"] > 0).any() else 0.0
    return [np.array(earlier), times, alike, column["indent"] - main]


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
