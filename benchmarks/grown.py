"""The readings of a pool → as many readings as are asked for, as a desk would have read them over months.

Every reading is one of the pool with its words exchanged for others of the same length, so that all spans stay valid and
nothing has to be read again: names, rare words and numbers for invented ones, common words for others about as common, the
same throughout a round of the pool, so that each round tells of other events.
Of ten articles seven are of their own, one is a light edit of an earlier one under another outlet's name, and two are further
reports of an earlier one's event: its names and rare words, other words around them. One event in fifty draws a third of
both. Articles come in order of time, `A_DAY` a day. The first readings of many are those of few.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks.readings import pool_read
from headwater.model import Article, Credit, Page, Reading, Statement, digest
from headwater.pages import ready_page
from headwater.stories.profiles import Profile, profile_of
from headwater.wire import packed

FIRST_DAY = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
A_DAY = 100
"""Articles a day."""
OUTLETS = 97
COPY, REPORTS = 3, (6, 9)
"""The last digit of an article's number says what it is."""
WINDOW = 300
"""An event is reported again within so many articles: most of a day."""
LARGE = 50
"""One article of its own in so many begins a large story."""
COMMON = 0.01
"""Words in at least this share of the pool's articles are the language, not the news."""
REWORDED = {"copy": 0.03, "report": 0.5}
"""The share of the common words of four letters and more that are exchanged."""
NEAR = 40
"""Ranks by frequency, among the words of one length, that count as about as common."""
WORD = re.compile(r"[A-Za-z]+|\d+")
DATED = frozenset(
    (
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday "
        "jan feb mar apr jun jul aug sept oct nov dec mon tue tues wed thu thurs fri sat sun"
    ).split()
)
"""Words that date a text are no names."""
CONSONANTS, VOWELS = "bcdfghjklmnprstvwxz", "aeiouy"

Rewording = Callable[[str], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A page with what was read from it."""

    page: Page
    reading: Reading
    vector: bytes = b""
    """float32 (384,) of length 1, near that of the pool's article; for loads in bulk."""
    profile: Profile | None = None
    """For loads in bulk."""


class Grown:
    """Readings by number, each made when it is asked for."""

    def __init__(self, pool: Sequence[Reading]) -> None:
        """Take the readings of the pool."""
        self.pool = pool
        least = COMMON * len(pool)
        spread = Counter(word for reading in pool for word in set(WORD.findall(reading.article.text.lower())))
        named = Counter(
            word.lower() for reading in pool for mention in reading.mentions for word in WORD.findall(mention.name)
        )
        cues = Counter(word for reading in pool for word in _cues(reading))
        told = {word for reading in pool for word in _credited(reading.article)} | DATED
        told |= {word for word, count in cues.items() if count >= least}
        self._kept = frozenset(
            word for word, count in spread.items() if word in told or (count >= least and named[word] < count)
        )
        self._common: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(self._kept - told, key=lambda word: (-spread[word], word)):
            if len(word) > 3 and word.isalpha():
                self._common[len(word)].append(word)
        self._rank = {word: place for words in self._common.values() for place, word in enumerate(words)}
        self._names = lru_cache(maxsize=4)(self._renaming)

    def reading(self, number: int) -> Given:
        """Return one reading with the page that it would have been read from."""
        names = self._names(self._own(number) // len(self.pool))
        chance = Random(number)  # noqa: S311 - text, not secrets
        kind = "copy" if number % 10 == COPY else "report" if number % 10 in REPORTS else ""
        return _remade(
            self.pool[self.place(number)], names, self._reworded(names, REWORDED.get(kind, 0.0), chance), number
        )

    def place(self, number: int) -> int:
        """Return the place in the pool of what an article was made from."""
        return self._own(number) % len(self.pool)

    def event(self, number: int) -> int:
        """Return the number of the article that first told of the same event: the gold of what belongs together."""
        if number % 10 != COPY and number % 10 not in REPORTS:
            return number
        chance = Random(f"event {number}")  # noqa: S311 - text, not secrets
        first = max(0, number - chance.randint(1, WINDOW))
        step = 10 * LARGE // 7 if chance.random() < 1 / 3 else 1
        first -= first % step
        while first % 10 == COPY or first % 10 in REPORTS:
            first -= 1
        return first

    def _own(self, number: int) -> int:
        """Return the place of an article's event among the articles that are of their own."""
        tens, last = divmod(self.event(number), 10)
        return 7 * tens + sum(digit != COPY and digit not in REPORTS for digit in range(last))

    def _renaming(self, turn: int) -> Rewording:
        """Return what stands for a word or number throughout one round of the pool."""
        made: dict[str, str] = {}

        def renamed(word: str) -> str:
            low = word.lower()
            if low in self._kept and low not in self._rank:
                return word
            if low not in made:
                made[low] = self._other(low, Random(f"{turn} {low}")) if low in self._rank else invented_word(low, turn)  # noqa: S311 - text, not secrets
            return _like(made[low], word)

        return renamed

    def _reworded(self, names: Rewording, share: float, chance: Random) -> Rewording:
        """Return a rewording that also exchanges a share of the common words for others about as common."""

        def reworded(word: str) -> str:
            other = names(word)
            return self._other(other, chance) if other in self._rank and chance.random() < share else other

        return reworded

    def _other(self, word: str, chance: Random) -> str:
        """Return a word of the same length that is about as common."""
        words, rank = self._common[len(word)], self._rank[word]
        return words[min(len(words) - 1, max(0, rank + chance.randint(-NEAR, NEAR)))]


def invented_word(word: str, turn: int) -> str:
    """Return a pronounceable word of the same length, or a number of as many digits; years stay what they are.

    >>> len(invented_word("merkendale", 1)), invented_word("2024", 1), len(invented_word("17", 1))
    (10, '2024', 2)
    """
    seed = int.from_bytes(blake2b(f"{turn} {word}".encode(), digest_size=8).digest(), "big")
    chance = Random(seed)  # noqa: S311 - text, not secrets
    if not word.isdigit():
        return "".join(chance.choice(VOWELS if place % 2 else CONSONANTS) for place in range(len(word)))
    if len(word) == 4 and word[:2] in ("19", "20"):
        return word
    low = 10 ** (len(word) - 1) if len(word) > 1 else 1
    return str(chance.randint(low, 28 if len(word) == 2 and int(word) <= 31 else 10 ** len(word) - 1))


def _like(word: str, model: str) -> str:
    """Return a word in the case of another."""
    return word.upper() if model.isupper() else word.capitalize() if model[0].isupper() else word


def _remade(reading: Reading, names: Rewording, words: Rewording, number: int) -> Given:
    def renamed(text: str) -> str:
        return WORD.sub(lambda found: names(found[0]), text)

    old = reading.article
    text = WORD.sub(lambda found: words(found[0]), old.text)
    title = WORD.sub(lambda found: words(found[0]), old.title) if old.title else None
    when = FIRST_DAY + dt.timedelta(days=number / A_DAY)
    published, outlet = f"{when:%Y-%m-%dT%H:%M}:00+00:00", _outlet(number)
    page = ready_page(
        {
            "id": str(number),
            "text": text,
            "title": title,
            "outlet": outlet,
            "url": f"https://{outlet.split()[1].lower()}.example/{when:%Y/%m/%d}/{number}",
            "published": published,
        },
        file="grown.jsonl",
    )
    article = replace(
        old,
        id=digest(page.id, text),
        page=page.id,
        places=(page.place,),
        title=title,
        outlet=outlet,
        url=page.place.url,
        published=published,
        authors=tuple(map(renamed, old.authors)),
        credits=tuple(_recredited(credit, text) for credit in old.credits),
        text=text,
    )
    mentions = tuple(
        replace(mention, article=article.id, name=" ".join(mention.span.of(text).split()))
        for mention in reading.mentions
    )
    made = Reading(article=article, statements=_restated(reading.statements, article, renamed), mentions=mentions)
    return Given(page=page, reading=made)


def _restated(statements: Sequence[Statement], article: Article, renamed: Rewording) -> tuple[Statement, ...]:
    ids = {statement.id: _statement_id(article.id, statement) for statement in statements}
    return tuple(
        replace(
            statement,
            id=ids[statement.id],
            article=article.id,
            speaker=renamed(statement.speaker) if statement.speaker else None,
            within=ids.get(statement.within) if statement.within else None,
        )
        for statement in statements
    )


def _statement_id(article: str, statement: Statement) -> str:
    """Return the id that `headwater.statements` would give."""
    spans: list[str | int] = []
    for name, group in (("source", statement.source), ("cue", statement.cue), ("content", statement.content)):
        spans += [name, *(edge for span in group for edge in (span.start, span.end))]
    return digest(article, statement.part, *spans)


def _recredited(credit: Credit, text: str) -> Credit:
    return credit if credit.span is None else replace(credit, words=credit.span.of(text))


def _cues(reading: Reading) -> Iterator[str]:
    """Yield the words that carry attributions: they stay, or nobody would have said anything."""
    for statement in reading.statements:
        text = reading.article.text if statement.part == "text" else reading.article.title or ""
        for span in statement.cue:
            yield from WORD.findall(span.of(text).lower())


def _credited(article: Article) -> Iterator[str]:
    for credit in article.credits:
        yield from WORD.findall(f"{credit.agency} {credit.words}".lower())


def _outlet(number: int) -> str:
    """Return an invented outlet: one is a small town's, one a city's.

    >>> _outlet(7) == _outlet(7 + OUTLETS), _outlet(7) == _outlet(8)
    (True, False)
    """
    place = invented_word("ninetyse", number % OUTLETS).capitalize()
    return f"The {place} {('Post', 'Courier', 'Tribune', 'Record')[number % OUTLETS % 4]}"


def main() -> None:
    """Write the readings from one number to another as packed lines, for `benchmarks.growing`."""
    start, stop = map(int, sys.argv[1:3])
    pool = pool_read()
    corpus = Grown(pool.readings)
    for number in range(start, stop):
        given = corpus.reading(number)
        turned = turned_vector(pool.vectors[corpus.place(number)], number)
        sys.stdout.buffer.write(
            packed(replace(given, vector=turned.tobytes(), profile=profile_of(given.reading.article))) + b"\n"
        )


def turned_vector(vector: NDArray[np.float32], number: int) -> NDArray[np.float32]:
    """Return a vector of length 1 whose cosine with another is about .9."""
    noise = np.random.default_rng(number).standard_normal(len(vector)) * (0.48 / len(vector) ** 0.5)
    turned: NDArray[np.float32] = vector + noise.astype(np.float32)
    turned /= np.linalg.norm(turned)
    return turned


if __name__ == "__main__":
    main()
