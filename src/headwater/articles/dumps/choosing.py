"""Lines and how sure the classifier is of each → which lines are the article's text, and which line is its headline.

>>> from headwater.articles.dumps.looks import line_of
>>> choose([line_of("Sport"), line_of("The bridge over the Orva is open again after nine years of work.")], np.array([0.1, 0.9]))
Chosen(kept=(1,), titles=())
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from headwater.articles.dumps.beliefs import headline_above
from headwater.articles.dumps.features import Table, describe
from headwater.articles.dumps.lines import Line
from headwater.articles.dumps.looks import ENDS

SURE = 0.5
FEWEST_WORDS = 12
"""A page with fewer words of text than this has no article."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """Numbers of lines, in order."""

    kept: tuple[int, ...]
    titles: tuple[int, ...]
    """The headline and every repetition of it."""


def choose(lines: list[Line], belief: Table) -> Chosen | None:
    """Return the lines of the article and of its headline; None where there is no article."""
    described = describe(lines)
    kept = belief >= SURE
    title = headline_above(described, np.where(kept, belief, 0.0))
    if title < 0:
        title = _opening(lines, kept)
    same = _plain(lines[title].text) if title >= 0 else ""
    titles = tuple(i for i, line in enumerate(lines) if same and _plain(line.text) == same)
    left = tuple(i for i in np.flatnonzero(kept).tolist() if i not in titles)
    if sum(described.words[i] for i in left) < FEWEST_WORDS:
        return None
    return Chosen(kept=left, titles=titles)


def _opening(lines: list[Line], kept: Table) -> int:
    """The first kept line, where it reads like a headline and longer text follows; -1 otherwise."""
    places = np.flatnonzero(kept)
    if len(places) < 2:
        return -1
    first, second = lines[places[0]].text, lines[places[1]].text
    words = first.count(" ") + 1
    reads_so = 3 <= words <= 25 and not ENDS.search(first[-40:]) and not lines[places[0]].bullet
    return int(places[0]) if reads_so and len(second) > len(first) else -1


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text[:500].casefold()))
