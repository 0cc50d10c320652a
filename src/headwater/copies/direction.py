"""Who took from whom: what credits, times, names and the words themselves show for a pair of articles.

Each clue gives points to one side; they are added. Clues of the words: a text full of words that no other article
has is a scan or a slip of the original; a text whose shared passages lack words that the other has was shortened; of two
texts that share a part, that part belongs to the one whose rest speaks of the same things.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.articles.agencies import outlet_key
from headwater.copies.matches import Match, covered
from headwater.copies.traces import Trace
from headwater.model import Article
from headwater.text.normalise import fold_words

CREDIT, TIME, NOISE, SHORTENED, REPLACED, REST, NAMED, TITLE = 5.0, 3.0, 4.0, 2.5, 1.0, 2.0, 1.5, 1.0
"""Points of each clue."""
COHERENT = 0.14
"""A rest that shares this much of its telling words with the passage belongs to the same text."""
FEW = 15
"""A rest shorter than this many content words tells nothing."""


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
    """Return every clue to who took from whom; points above 0 say that `match.a` took from `match.b`."""
    a, b = articles[match.a], articles[match.b]
    clues = [
        _credited(a, b),
        _earlier(a.published, b.published),
        *_reworded(match, traces, vocabulary),
        _rest(match, traces, vocabulary),
        _named(a, b),
        _cut_title(a.title, b.title),
    ]
    return [clue for clue in clues if clue and clue.points]


def _credited(a: Article, b: Article) -> Clue | None:
    return _either(_credits(a, b), _credits(b, a), CREDIT, "credit")


def _either(forwards: bool, backwards: bool, points: float, reason: str) -> Clue | None:  # noqa: FBT001 - two sides of one question
    return Clue(points=points if forwards else -points, reason=reason) if forwards != backwards else None


def _credits(copy: Article, original: Article) -> bool:
    if not original.outlet or (copy.outlet and outlet_key(copy.outlet) == outlet_key(original.outlet)):
        return False
    return outlet_key(original.outlet) in {outlet_key(credit.agency) for credit in copy.credits}


def _earlier(a: str | None, b: str | None) -> Clue | None:
    if not a or not b or a[:10] == b[:10]:
        return None
    return Clue(points=TIME if b[:10] < a[:10] else -TIME, reason="published earlier")


def _reworded(match: Match, traces: Sequence[Trace], vocabulary: Vocabulary) -> list[Clue]:
    only_a, only_b = _differing(match, traces)
    count_a, count_b = only_a.total(), only_b.total()
    unknown_a, unknown_b = (
        sum(n for word, n in only.items() if vocabulary.spread[word] < 2) for only in (only_a, only_b)
    )
    clues: list[Clue] = []
    if max(unknown_a, unknown_b) >= 3 and max(unknown_a, unknown_b) > 2 * min(unknown_a, unknown_b):
        return [Clue(points=NOISE if unknown_a > unknown_b else -NOISE, reason="words that only a scan would have")]
    if max(count_a, count_b) >= 4 and max(count_a, count_b) >= 1.5 * min(count_a, count_b):
        clues.append(Clue(points=SHORTENED if count_a < count_b else -SHORTENED, reason="shortened"))
    if count_a and count_b:
        rarity = _rarity(only_a, vocabulary) - _rarity(only_b, vocabulary)
        clues.append(Clue(points=max(-REPLACED, min(REPLACED, rarity)), reason="reworded"))
    return clues


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
    for article, side in ((match.a, "a"), (match.b, "b")):
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
    if not original.outlet or not copy.outlet or outlet_key(copy.outlet) == outlet_key(original.outlet):
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
