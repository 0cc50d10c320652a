"""Runs of a page that are not in its article → cuts with their roles, so that a reader can see what was left out.

The role comes from the nearest element around the run that says what it is: by its tag, its ARIA role or the words of
its class and id.

>>> from headwater.articles.markup import parse, runs
>>> tree = parse("<nav>World</nav><p>Rain fell.</p><footer>© 2031 The Orvale Courier</footer>")
>>> [(cut.role, cut.text) for cut in cuts(list(runs(tree)), ["Rain fell."], "")]
[('menu', 'World'), ('legal', '© 2031 The Orvale Courier')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from headwater.articles.bylines import is_byline
from headwater.articles.dumps.moments import moment_in
from headwater.articles.leaks import is_end, is_prompt
from headwater.articles.markup import Run, folded
from headwater.model import Cut, CutRole

MOST = 1_000
"""So many cuts of a page are kept, from its top."""
LONGEST = 2_000
"""A cut keeps so many characters; the rest is given up with “…”."""
SHINGLE = 4
"""A run whose every four words in a row stand in the article is part of it."""

SENTENCE = re.compile(r"[.!?…][\"'”’»)]*$")
RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
PICTURE = re.compile(r"\b(?:photo|picture|image)s?\s*(?:by\b|:|©)", re.IGNORECASE)
SHORT = 160


def cuts(found: Sequence[Run], article: Iterable[str], title: str) -> tuple[Cut, ...]:
    """Return what a page shows outside its article, in page order, each text once; at most 1,000 of 2,000 characters."""
    kept, told = set[str](), set[tuple[str, ...]]()
    for block in article:
        line = folded(block)
        kept.add(line)
        told.update(shingles(line))
    left: list[Cut] = []
    for run in found:
        line = run.line
        if not line or line in kept or told.issuperset(shingles(line) or [("",)]):
            continue
        kept.add(line)
        role: CutRole = "headline" if line == folded(title) else role_of(run)
        text = run.text if len(run.text) <= LONGEST else run.text[: LONGEST - 1] + "…"
        left.append(Cut(role=role, text=text))
        if len(left) == MOST:
            break
    return tuple(left)


def role_of(run: Run) -> CutRole:
    """Return what a run outside the article is, by its words where they are plain, else by its elements."""
    if RIGHTS.search(run.text[:LONGEST]):
        return "legal"
    said = run.said
    if run.timed > 0.5:
        return "date"
    if said == "feed" or (said is None and run.linked > 0.9):
        return _listed(run)
    return said or _by_words(run.text)


def _by_words(text: str) -> CutRole:
    if len(text) > SHORT:
        return "other"
    if is_byline(text):
        return "byline"
    if PICTURE.search(text):
        return "caption"
    if is_end(text) or is_prompt(text):
        return "feed"
    return "date" if moment_in(text) else "other"


def _listed(run: Run) -> CutRole:
    words = len(run.text.split())
    if words < 4:
        return "menu"
    return "teaser" if words > 7 and SENTENCE.search(run.text) else "feed"


def shingles(line: str) -> list[tuple[str, ...]]:
    """Return every four words in a row of a folded line; empty where there are fewer."""
    words = line.split()
    return [tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)]
