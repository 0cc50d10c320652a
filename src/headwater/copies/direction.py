"""Who took from whom: what credits, times, names and the words themselves show for a pair of articles.

Each clue gives points to one side; they are added. Clues of the words: a text full of words that no other article
has is a scan or a slip of the original; a text whose shared passages lack words that the other has was shortened; of two
texts that share a part, that part belongs to the one whose rest speaks of the same things.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.articles.agencies import outlet_key, same_publisher
from headwater.copies.matches import Match, covered
from headwater.copies.traces import Trace
from headwater.model import Article
from headwater.text.normalise import BROKEN, fold_words

CREDIT, TIME, NOISE, SHORTENED, REPLACED, REST, NAMED, TITLE = 5.0, 3.0, 4.0, 2.5, 1.0, 2.0, 1.5, 1.0
"""Points of each clue."""
STRONG = 2.5
"""Clues of this many points show a direction even where neither text stands wholly in the other."""
WHOLE = 0.5
"""A text of which this much stands in the other counts as standing there wholly."""
COHERENT = 0.14
"""A rest that shares this much of its telling words with the passage belongs to the same text."""
FEW = 15
"""A rest shorter than this many content words tells nothing."""
LOST = re.compile(rf"\ufffd|(?<=[^\W\d])\?(?=[^\W\d])|{BROKEN.pattern}")
"""A replacement character, a question mark between letters, or UTF-8 read as something else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clue:
    """One reason to believe that `b` is the original of `a` (points above 0) or the other way round (below)."""

    points: float
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """In how many articles of the collection each folded word stands."""

    spread: Counter[str]
    articles: int

    @classmethod
    def of(cls, traces: Sequence[Trace]) -> Vocabulary:
        """Return the vocabulary of some traced articles."""
        spread: Counter[str] = Counter()
        for trace in traces:
            spread.update(set(trace.words.keys))
        return cls(spread=spread, articles=len(traces))

    def telling(self, word: str) -> float:
        """Return how telling a word is: inverse document frequency."""
        return math.log((self.articles + 1) / max(1, self.spread[word]))


def weigh_clues(
    match: Match, articles: Sequence[Article], traces: Sequence[Trace], vocabulary: Vocabulary
) -> list[Clue]:
    """Return every clue to who took from whom; points above 0 say that `match.a` took from `match.b`.

    There are none between two articles that credit the same agency: both may have it from there; nor, where each shares
    only a part, from weak clues alone: both may have it from a third.
    """
    a, b = articles[match.a], articles[match.b]
    credited = _credited(a, b)
    if credited is None and supplier(a) is not None and supplier(a) == supplier(b):
        return []  # both may have it from the agency, whoever was first
    clues = [
        credited,
        _earlier(a.published, b.published),
        *_reworded(match, traces, vocabulary),
        _broken(a.text, b.text),
        _rest(match, traces, vocabulary),
        _named(a, b),
        _cut_title(a.title, b.title),
    ]
    found = [clue for clue in clues if clue and clue.points]
    partial = max(match.share_a, match.share_b) < WHOLE
    return [] if partial and max((abs(clue.points) for clue in found), default=0.0) < STRONG else found


def _credited(a: Article, b: Article) -> Clue | None:
    return _either(_credits(a, b), _credits(b, a), CREDIT, "credit")


def supplier(article: Article) -> str | None:
    """Return the one agency that an article credits with its text; None where it credits none, several or itself."""
    names = {
        outlet_key(credit.agency): credit.agency
        for credit in article.credits
        if credit.kind == "republished" and not same_publisher(article.outlet, credit.agency)
    }
    return next(iter(names.values())) if len(names) == 1 else None


def _either(forwards: bool, backwards: bool, points: float, reason: str) -> Clue | None:  # noqa: FBT001 - two sides of one question
    return Clue(points=points if forwards else -points, reason=reason) if forwards != backwards else None


def _credits(copy: Article, original: Article) -> bool:
    if same_publisher(copy.outlet, original.outlet):
        return False
    return any(same_publisher(original.outlet, credit.agency) for credit in copy.credits)


def _earlier(a: str | None, b: str | None) -> Clue | None:
    if not a or not b or a[:10] == b[:10]:
        return None
    return Clue(points=TIME if b[:10] < a[:10] else -TIME, reason="published earlier")


def _reworded(match: Match, traces: Sequence[Trace], vocabulary: Vocabulary) -> list[Clue]:
    only_a, only_b = _differing(match, traces)
    letters_a, letters_b = _letters(only_a), _letters(only_b)
    more = max(letters_a, letters_b)
    if more >= 20 and more >= 1.5 * min(letters_a, letters_b):
        clues = [Clue(points=SHORTENED if letters_a < letters_b else -SHORTENED, reason="shortened")]
    else:
        clues = [_scanned(only_a, only_b, vocabulary)]
    if only_a and only_b:
        rarity = _rarity(only_a, vocabulary) - _rarity(only_b, vocabulary)
        clues.append(Clue(points=max(-REPLACED, min(REPLACED, rarity)), reason="reworded"))
    return clues


def _scanned(only_a: Counter[str], only_b: Counter[str], vocabulary: Vocabulary) -> Clue:
    """Weigh words that no other article has, where about as much was put in as was taken out."""
    unknown_a, unknown_b = (
        sum(n for word, n in only.items() if vocabulary.spread[word] < 2) for only in (only_a, only_b)
    )
    more = max(unknown_a, unknown_b)
    points = NOISE if more >= 3 and more > 2 * min(unknown_a, unknown_b) else 0.0
    return Clue(points=points if unknown_a > unknown_b else -points, reason="words that only a scan would have")


def _letters(words: Counter[str]) -> int:
    return sum(len(word) * count for word, count in words.items())


def _broken(a: str, b: str) -> Clue | None:
    """Weigh characters that were lost when a text was decoded or saved."""
    lost_a, lost_b = (len(LOST.findall(text)) for text in (a, b))
    return _either(lost_a > 2 * lost_b + 1, lost_b > 2 * lost_a + 1, NOISE, "characters lost in decoding")


def _differing(match: Match, traces: Sequence[Trace]) -> tuple[Counter[str], Counter[str]]:
    """Return the words that only one side has inside the shared runs."""
    a, b = traces[match.a], traces[match.b]
    words_a: Counter[str] = Counter()
    words_b: Counter[str] = Counter()
    for run in match.runs:
        words_a.update(a.words.keys[a.places[run.a] : a.places[run.a_last] + 1])
        words_b.update(b.words.keys[b.places[run.b] : b.places[run.b_last] + 1])
    return words_a - words_b, words_b - words_a


def _rarity(words: Counter[str], vocabulary: Vocabulary) -> float:
    return sum(n * vocabulary.telling(word) for word, n in words.items()) / max(1, words.total())


def _rest(match: Match, traces: Sequence[Trace], vocabulary: Vocabulary) -> Clue | None:
    rests = []
    sides: tuple[tuple[int, Literal["a", "b"]], ...] = ((match.a, "a"), (match.b, "b"))
    for article, side in sides:
        trace = traces[article]
        mask = covered(len(trace.places), match.runs, side)
        words = [trace.words.keys[place] for place in trace.places]
        shared = {word for word, inside in zip(words, mask, strict=True) if inside}
        rest = [word for word, inside in zip(words, mask, strict=True) if not inside]
        whole = sum(vocabulary.telling(word) for word in rest)
        common = sum(vocabulary.telling(word) for word in rest if word in shared)
        rests.append(common / whole if len(rest) >= FEW and whole else None)
    of_a, of_b = rests
    if of_a is None and of_b is None:
        return None
    if of_a is not None and of_b is not None:
        points = REST * max(-1.0, min(1.0, (of_b - of_a) / COHERENT))
    else:
        of_one = of_a if of_a is not None else of_b or 0.0
        points = REST * max(-1.0, min(1.0, (of_one - COHERENT) / COHERENT)) * (-1 if of_a is not None else 1)
    return Clue(
        points=points,
        reason="the rest of the text belongs to the passage" if points > 0 else "the rest of the text is another's",
    )


def _named(a: Article, b: Article) -> Clue | None:
    return _either(_names(a, b), _names(b, a), NAMED, "names the other outlet")


def _names(copy: Article, original: Article) -> bool:
    """Say whether a text names the other's outlet, in its own capitals, and the other's outlet only."""
    if not original.outlet or not copy.outlet or same_publisher(copy.outlet, original.outlet):
        return False
    return original.outlet in copy.text and original.outlet[0].isupper() and copy.outlet not in original.text


def _cut_title(a: str | None, b: str | None) -> Clue | None:
    first, second = fold_words(a or "").keys, fold_words(b or "").keys
    if min(len(first), len(second)) < 3 or len(first) == len(second):
        return None
    shorter = min(len(first), len(second))
    if first[:shorter] != second[:shorter]:
        return None
    return Clue(points=TITLE if len(first) < len(second) else -TITLE, reason="title cut off")
