"""A large collection of articles with known copies in it, made from the pool and written as JSON lines.

Three rows in four are articles of their own: the pool as it is, then again and again with its words exchanged for others
that are about as frequent, so that names and phrases repeat within a round as they do in news, but no text comes twice.
One row in four is a copy of an earlier article: a share of it, edited in one of `STYLES_HERE`. One row in ten ends with the
same notice. The first rows of a large collection are those of a small one.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random

from evaluate.edits import STYLES, edit
from evaluate.edits.collections import NOTICE
from evaluate.edits.styles import SHARES

STYLES_HERE = (
    "head only",
    "middle paragraphs only",
    "sentences dropped",
    "sentences reordered",
    "light rewording",
    "scan, 2 % wrong",
    "local paragraphs around",
    "inside a long other one",
)
COMMON = 50
"""As many of the most frequent words stay as they are: they are the language, not the news."""
FIRST_DAY = dt.date(2001, 1, 1)
A_DAY = 400
"""Articles a day."""
WORD = re.compile(r"[A-Za-z]+")

Renaming = Mapping[str, str]


class Corpus:
    """Articles by number, each made when it is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts of the pool."""
        self.texts = texts
        counted = Counter(word for text in texts for word in WORD.findall(text.lower()))
        self._ranked = sorted(counted, key=lambda word: (-counted[word], word))[COMMON:]
        self._renaming = lru_cache(maxsize=64)(self._renamed)

    def article(self, number: int) -> str:
        """Return the text of an article of its own: the pool's, or the pool's in other words."""
        turn, place = divmod(number, len(self.texts))
        text = self.texts[place]
        if not turn:
            return text
        words = self._renaming(turn)
        return WORD.sub(lambda found: _like(words.get(found[0].lower(), found[0]), found[0]), text)

    def rows(self, size: int) -> Iterator[dict[str, object]]:
        """Yield so many rows: ready articles, those of copies with `origin` (a row's number) and `share`."""
        for number in range(size):
            row: dict[str, object] = {"origin": None, "share": None}
            day = FIRST_DAY + dt.timedelta(days=number // A_DAY)
            text = self.article(number - number // 4)
            if number % 4 == 3:
                text, origin, share = self._copy(number)
                row = {"origin": origin, "share": share}
            if number % 10 == 5:
                text = f"{text}\n\n{NOTICE}"
            yield {
                "id": f"{number:07}",
                "title": f"Report {number}",
                "source": f"Outlet {number % 97}",
                "published": day.isoformat(),
                "text": text,
                **row,
            }

    def _copy(self, number: int) -> tuple[str, int, float]:
        """Return a copy of an earlier article, the row of that article, and how much of it was taken."""
        chance = _chance(f"copy {number}")
        place = number // 4
        style, share = STYLES[STYLES_HERE[place % len(STYLES_HERE)]], SHARES[place % len(SHARES)]
        share = share if share in style.shares else style.shares[0]
        source = chance.randrange(number - place)
        other = self.article(1000 * len(self.texts) + place) if style.place else ""
        return edit(style, self.article(source), other, share, chance).text, source + source // 3, share

    def _renamed(self, turn: int) -> Renaming:
        """Return another word for every word that is not common, of about the same frequency."""
        chance = _chance(f"words {turn}")
        words: dict[str, str] = {}
        start = 0
        while start < len(self._ranked):
            band = self._ranked[start : start + max(50, start // 5)]
            others = list(band)
            chance.shuffle(others)
            words.update(zip(band, others, strict=True))
            start += len(band)
        return words


def write_corpus(pool: Path, written: Path, size: int) -> None:
    """Write so many rows made from the pool as JSON lines."""
    with gzip.open(pool, "rt", encoding="utf-8") as lines:
        texts = [str(json.loads(line)["text"]) for line in lines]
    with written.open("w", encoding="utf-8") as out:
        for row in Corpus(texts).rows(size):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _like(word: str, given: str) -> str:
    if given.isupper() and len(given) > 1:
        return word.upper()
    return word.capitalize() if given[0].isupper() else word


def _chance(name: str) -> Random:
    return Random(name)  # noqa: S311 - reproducible, not secret
