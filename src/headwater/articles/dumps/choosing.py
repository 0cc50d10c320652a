"""Lines and how sure the classifier is of each → which lines are the article's text, and which are its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.articles.dumps.features import Described, Table
from headwater.articles.dumps.headline import find_headline, plain
from headwater.articles.dumps.lines import Line
from headwater.articles.dumps.looks import BY, ENDS, PICTURE_BY, PICTURE_CREDIT, WORKED_ON_IT
from headwater.articles.dumps.moments import clock_in, moment_in
from headwater.articles.dumps.rights import says_rights
from headwater.articles.dumps.tags import are_names, known

Flags = NDArray[np.bool_]
SURE = 0.5
FAIR = 0.3
"""A line of prose is kept from here on where what stands around it is kept."""
COMPANY = 0.55
"""How sure the words around such a line must be, on average."""
REACH = 3
FAR_APART = 30
"""Kept lines with more others than this between them belong to different islands."""
SMALL = 0.4
"""An island with less than this share of the biggest one's believed words is not the article."""
SHORT = 80
"""A longer line is more than a day or a byline."""
SIGNED_AFTER = 4
"""Who worked on a text is said at most so many lines after it."""
SIGNATURE = 300
"""A longer line is more than that."""
FEWEST_WORDS = 15
"""A page with fewer words of text than this has no article."""

ELSEWHERE = re.compile(
    r"\W*(?:read (?:more|also|next)|also read|related(?: stor(?:y|ies)| articles?| coverage)?|see also|more on this"
    r"|lire aussi|à lire aussi|lee también|lesen sie auch|lesen sie mehr|leia também|leggi anche|lees ook|czytaj także"
    r"|читайте также|читайте також)\s*[:|–—]",
    re.IGNORECASE,
)
"""How a link to another story is labelled inside a text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """Numbers of lines, in order."""

    kept: tuple[int, ...]
    titles: tuple[int, ...]
    """The headline and every repetition of it."""


def choose(lines: Sequence[Line], described: Described, belief: Table) -> Chosen | None:
    """Return the lines of the article and of its headline; None where there is no article."""
    kept = mainland(keep(described, belief), belief * described.words)
    title = find_headline(lines, described, np.where(kept, belief, 0.0))
    same = plain(lines[title].text) if title >= 0 else ""
    titles = tuple(i for i, line in enumerate(lines) if same and plain(line.text) == same)
    left = [
        i
        for i in np.flatnonzero(kept).tolist()
        if i not in titles and not is_caption(lines[i]) and not points_elsewhere(lines[i])
    ]
    left = with_signature(lines, without_ends(lines, left))
    if sum(described.words[i] for i in left) < FEWEST_WORDS:
        return None
    return Chosen(kept=tuple(left), titles=titles)


def points_elsewhere(line: Line) -> bool:
    """Say whether a line is a labelled link to another story (“Read more: …”), though some gold texts keep such lines."""
    return len(line.text) <= SIGNATURE and ELSEWHERE.match(line.text) is not None


def is_caption(line: Line) -> bool:
    """Say whether a line ends by naming who made a picture: 97 of 100 such lines are no part of a text."""
    end = line.text[-120:]
    return PICTURE_BY.search(end) is not None or PICTURE_CREDIT.search(end) is not None


def without_ends(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """Return the kept lines without days and bylines above the text, and without tags and rights notices below it."""
    first, last = 0, len(kept)
    while first < last and _stands_above(lines[kept[first]]):
        first += 1
    words = known("\n".join(lines[i].text for i in kept[first:last]))
    while last - first > 1 and _stands_below(lines[kept[last - 1]], words):
        last -= 1
    return kept[first:last]


def with_signature(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """Return the kept lines and those soon after that say who worked on the text: they end it, and belong to it."""
    last = kept[-1] if kept else len(lines)
    after = range(last + 1, min(len(lines), last + 1 + SIGNED_AFTER))
    return kept + [i for i in after if len(lines[i].text) <= SIGNATURE and WORKED_ON_IT.search(lines[i].text)]


def _stands_above(line: Line) -> bool:
    short = len(line.text) <= SHORT and not ENDS.search(line.text)
    return short and (
        moment_in(line.text) is not None or clock_in(line.text) is not None or BY.match(line.text) is not None
    )


def _stands_below(line: Line, words: str) -> bool:
    return says_rights(line.text) or (not line.bullet and are_names(line.text, words))


def keep(described: Described, belief: Table) -> Flags:
    """Return which lines are text: the sure ones, and fairly sure prose in sure company."""
    words = described.words
    window = np.ones(2 * REACH + 1)
    around = np.convolve(belief * words, window)[REACH:-REACH] / np.maximum(
        1.0, np.convolve(words, window)[REACH:-REACH]
    )
    fair = (belief >= FAIR) & (around >= COMPANY) & (described.prose > 0)
    kept: Flags = (belief >= SURE) | fair
    return kept


def mainland(kept: Flags, heavy: Table) -> Flags:
    """Return the kept lines without those of small islands far from the rest.

    >>> kept = np.array([True] * 9 + [False] * 40 + [True])
    >>> int(mainland(kept, np.ones(50)).sum())
    9
    """
    places = np.flatnonzero(kept)
    islands = np.split(places, np.flatnonzero(np.diff(places) > FAR_APART) + 1)
    masses = [float(heavy[island].sum()) for island in islands]
    left = np.zeros(len(kept), dtype=bool)
    for island, mass in zip(islands, masses, strict=True):
        left[island] = mass >= SMALL * max(masses)
    return left
