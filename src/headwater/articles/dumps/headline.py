"""Lines of a page and how sure the classifier is of each → which line is the article's headline.

A headline's words come back in the text below it. It is often said twice, has a byline or a day soon after it, and little
prose above it. How much each sign counts was learned (logistic regression, `training/lines/headlines.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import log

import numpy as np

from headwater.articles.dumps.features import Described, Table
from headwater.articles.dumps.lexicon import Kind, kinds_of
from headwater.articles.dumps.lines import Line
from headwater.articles.dumps.looks import BY, ENDS, NUMBERED, PICTURE_BY
from headwater.articles.dumps.moments import moment_in

HEAD = 60
"""The headline stands at most so many lines above the text."""
SHORTEST, LONGEST = 2, 32
"""Words that a headline has."""
SOON, AGO, BESIDE = 4, 12, 2
"""A byline or day stands at most so many lines after the headline; one so many lines above speaks against it, but for
one right above.
"""
NOT_LETTERS = re.compile(r"[\W_]+")
PHOTO = re.compile(r"photo", re.IGNORECASE)
FURNITURE: frozenset[Kind] = frozenset({"byline", "dated", "share", "legal", "picture", "related", "account"})
WEIGHTS = {
    "shared": 1.8,
    "words": 2.7,
    "distance": -1.0,
    "repeated": 1.7,
    "ends": -2.5,
    "bullet": -1.9,
    "furniture": -0.4,
    "signed below": 1.1,
    "signed beside": -0.1,
    "numbered": 1.2,
    "very short": -1.0,
    "signed above": -0.8,
    "in the text": -1.9,
    "prose above": -0.2,
    "picture": -1.6,
    "gap": 1.2,
    "capital": 0.7,
    "marked": 2.0,
    "sections": -4.0,
}
"""`marked` (a first-level heading in Markdown) and `sections` (words that stand as lines of their own elsewhere: a menu run
together) were set, not learned: most renderings do not show them.
"""
SET = frozenset({"marked", "sections"})


def find_headline(lines: Sequence[Line], described: Described, belief: Table) -> int:
    """Return the number of the line that is the headline of the believed text, or -1 where none looks like one."""
    start = text_start(described, belief)
    places = candidates(lines, start)
    if not places:
        return -1
    table = signs(lines, described, belief, start)
    scores = [sum(WEIGHTS[sign] * value for sign, value in table[place].items()) for place in places]
    return places[int(np.argmax(scores))]


def text_start(described: Described, belief: Table) -> int:
    """Return where the text begins: past the first 2 % of its words; -1 where there is none."""
    heavy = np.where(belief >= 0.5, belief * described.words, 0.0)
    return int(np.argmax(np.cumsum(heavy) > 0.02 * heavy.sum())) if heavy.any() else -1


def candidates(lines: Sequence[Line], start: int) -> list[int]:
    """Return the lines above the text that may be its headline; its first line too, where it was taken for text."""
    above = [i for i in range(max(0, start - HEAD), start) if _may_be(lines[i])]
    opens = 0 <= start < len(lines) - 1 and _may_be(lines[start]) and not ENDS.search(lines[start].text[-40:])
    return [*above, start] if opens and len(lines[start + 1].text) > len(lines[start].text) else above


def signs(lines: Sequence[Line], described: Described, belief: Table, start: int) -> dict[int, dict[str, float]]:
    """Return for each line above the text, and its first, what speaks for a headline and against it."""
    first = max(0, start - HEAD)
    shared = described.topic.shared_after(np.minimum(1.0, belief * described.words / 10), HEAD)
    said = [plain(line.text) for line in lines[first : start + 1]]
    signed = [_is_signed(line) for line in lines[first : start + 1 + SOON]]
    alone = {plain(line.text) for line in lines if line.text.count(" ") == 0}
    prose = np.cumsum([_is_prose(line) for line in lines[first : start + 1]])
    found: dict[int, dict[str, float]] = {}
    for place in range(first, start + 1):
        at = place - first
        found[place] = {
            "shared": log(0.1 + float(shared[place])),
            "distance": log(1 + (start - place) / 8),
            "repeated": said.count(said[at]) > 1,
            "signed below": any(signed[at + 1 : at + 1 + SOON]),
            "signed beside": any(signed[max(0, at - BESIDE) : at]),
            "signed above": any(signed[max(0, at - AGO) : max(0, at - BESIDE)]),
            "in the text": place == start,
            "prose above": float(prose[at - 1]) if at else 0.0,
            "sections": _share_alone(lines[place], alone),
            **_own_signs(lines[place]),
        }
    return found


def plain(text: str) -> str:
    """Return the letters and figures of a line, in lower case: what two tellings of one headline share.

    >>> plain("Bridge reopens – at last")
    'bridgereopensatlast'
    """
    return NOT_LETTERS.sub("", text[:500].casefold())


def _share_alone(line: Line, alone: AbstractSet[str]) -> float:
    words = line.text.split()[:LONGEST]
    return sum(plain(word) in alone for word in words) / len(words) if len(words) > 1 else 0.0


def _own_signs(line: Line) -> dict[str, float]:
    words = line.text.count(" ") + 1
    return {
        "words": log(min(words, 8)),
        "ends": ENDS.search(line.text[-40:]) is not None and not line.text.endswith("?"),
        "bullet": line.bullet,
        "furniture": bool(kinds_of(line.text) & FURNITURE),
        "numbered": NUMBERED.match(line.text) is not None,
        "very short": words <= 3,
        "picture": PHOTO.search(line.text[:300]) is not None or PICTURE_BY.search(line.text[-120:]) is not None,
        "gap": line.gap > 0,
        "capital": line.text[:1].isupper(),
        "marked": line.heading == 1,
    }


def _may_be(line: Line) -> bool:
    words = line.text.count(" ") + 1
    return SHORTEST <= words <= LONGEST and not line.image and len(line.text) < 300 and moment_in(line.text) is None


def _is_signed(line: Line) -> bool:
    return moment_in(line.text) is not None or BY.search(line.text[:100]) is not None


def _is_prose(line: Line) -> bool:
    return line.text.count(" ") > 9 and ENDS.search(line.text[-40:]) is not None
