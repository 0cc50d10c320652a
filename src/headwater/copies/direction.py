"""Who took from whom: what credits, times, names and the words themselves show for a pair of articles.

Each clue gives points to one side; they are added. Clues of the words: a text full of words that no other article
has is a scan or a slip of the original; a text whose shared passages lack words that the other has was shortened; of two
texts that share a part, that part belongs to the one whose rest speaks of the same things.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import numpy as np

from headwater.articles.agencies import outlet_key, same_publisher
from headwater.copies.matches import Match
from headwater.copies.passages import covered
from headwater.copies.traces import Mask, Trace
from headwater.copies.vocabulary import Vocabulary
from headwater.model import Article, Credit
from headwater.text.normalise import BROKEN, fold_words
from headwater.text.shingles import Hashes, Positions

CREDIT, TIME, NOISE, SHORTENED, REPLACED, REST, NAMED, TITLE = 5.0, 3.0, 4.0, 2.5, 1.0, 2.0, 1.5, 1.0
"""Points of each clue."""
SAME_DAY = 1.5
"""Points for the earlier one of two articles of one day."""
APART = timedelta(minutes=10)
"""Instants nearer to each other than this tell nothing: clocks differ, and pages are saved anew."""
STRONG = 1.0
"""Such a clue of this many points shows a direction even where neither text stands wholly in the other."""
WHOLE = 0.5
"""A text of which this much stands in the other counts as standing there wholly."""
COHERENT = 0.14
"""A rest that shares this much of its telling words with the passage belongs to the same text."""
ALL = 0.9
"""A text of which this much stands in the other is all in it: whichever way, one of the two was made from the other."""
DECISIVE = frozenset(
    {
        "credit",
        "names the other outlet",
        "published earlier",
        "words that only a scan would have",
        "characters lost in decoding",
    }
)
"""Reasons of clues of which one at least must speak for a direction."""
CLOSE = (DECISIVE - {"published earlier"}) | {
    "the rest of the text belongs to the passage",
    "the rest of the text is another's",
}
"""Reasons of clues that bear on two texts alone."""
FEW = 15
"""A rest shorter than this many content words tells nothing."""
ENDS = 200
"""How many characters at either end of a text may hold the name of whom it was taken from."""
LINE = 25
"""A paragraph of this many words, or fewer, may be a credit or a rights notice and nothing else."""
BESIDE = 5
"""A line of its own may hold this many words besides the name."""
LOST = re.compile(rf"\ufffd|(?<=[^\W\d])\?(?=[^\W\d])|{BROKEN.pattern}")
"""A replacement character, a question mark between letters, or UTF-8 read as something else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clue:
    """One reason to believe that `b` is the original of `a` (points above 0) or the other way round (below)."""

    points: float
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Given:
    """One of two articles as the clues look at it."""

    article: Article
    trace: Trace
    inside: Mask
    """Which content words stand in the passages that both share."""
    passages: Mask
    """Which of all its words do."""

    @classmethod
    def of(cls, article: Article, trace: Trace, firsts: Positions, lasts: Positions) -> Given:
        """Return an article with the stretches of content words that it shares."""
        return cls(
            article=article,
            trace=trace,
            inside=covered(len(trace.places), firsts, lasts),
            passages=covered(len(trace.hashes), trace.places[firsts], trace.places[lasts]),
        )

    def speaks_for(self, credit: Credit) -> bool:
        """Say whether a credit may speak for the shared passages: not from inside a paragraph that has none of them."""
        if credit.span is None:
            return True
        text, starts = self.article.text, self.trace.starts
        end = text.find("\n", credit.span.end)
        edges = (text.rfind("\n", 0, credit.span.start) + 1, end if end >= 0 else len(text))
        first, last = np.searchsorted(starts, edges).tolist()
        return last - first <= LINE or bool(self.passages[first:last].any())


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Extra:
    """Words that one side has in the shared passages and the other has not, or not as often; arrays of equal length."""

    hashes: Hashes
    times: Positions
    lengths: Positions

    @property
    def letters(self) -> int:
        """How many letters they have together."""
        return int((self.times * self.lengths).sum())


def weigh_clues(match: Match, a: Given, b: Given, vocabulary: Vocabulary) -> list[Clue]:
    """Return every clue to who took from whom; points above 0 say that `match.a` took from `match.b`.

    There are none where the one that they point to as the copy credits its text to somebody else (`may_take`); nor from
    weak clues alone, unless one of the texts is all in the other, nor, where each shares only a part, from clues that do
    not bear on the two alone: both may have it from a third.
    """
    one, other = a.article, b.article
    clues = [
        _credited(one, other),
        _earlier(one.published, other.published),
        *_reworded(a, b, vocabulary),
        _broken(one.text, other.text),
        _rest(a, b, vocabulary),
        _named(one, other),
        _cut_title(one.title, other.title),
    ]
    found = [clue for clue in clues if clue and clue.points]
    points = sum(clue.points for clue in found)
    close = [clue for clue in found if clue.points * points > 0]
    share = max(match.share_a, match.share_b)
    if not may_take(*((a, b) if points > 0 else (b, a)), share):
        return []
    if share < WHOLE and not any(_bears_on_both(clue) for clue in close):
        return []
    return found if share >= ALL or any(clue.reason in DECISIVE for clue in close) else []


def _bears_on_both(clue: Clue) -> bool:
    """Say whether a clue is about these two texts alone: of a dispatch that both print, one is earlier and shorter too."""
    return clue.reason in CLOSE and abs(clue.points) >= STRONG


def may_take(copy: Given, original: Given, share: float) -> bool:
    """Say whether an article may have its text from another, as far as credits tell: not if it credits a third with it.

    Two that credit one agency may both have it from there, whoever was first. A credit that stands in a paragraph of which
    the other has nothing is for that paragraph; and where they have less than half of either in common (`share` is the
    larger), another agency's credit may be for the rest.
    """
    if _credits(copy.article, original.article):
        return True
    if same_publisher(supplier(copy.article), supplier(original.article)):
        return False
    named = supplier(copy.article, copy.speaks_for)
    return named is None or share < WHOLE or same_publisher(named, original.article.outlet)


def _credited(a: Article, b: Article) -> Clue | None:
    return _either(_credits(a, b), _credits(b, a), CREDIT, "credit")


def supplier(article: Article, counts: Callable[[Credit], bool] | None = None) -> str | None:
    """Return the one agency that an article credits with its text; None where it credits none, several or itself.

    With `counts` only the credits that it holds for are looked at.
    """
    names = {
        outlet_key(credit.agency): credit.agency
        for credit in whole_credits(article)
        if counts is None or counts(credit)
    }
    return next(iter(names.values())) if len(names) == 1 else None


def whole_credits(article: Article) -> tuple[Credit, ...]:
    """Return the credits for an article's whole text, those to itself left out, in their order."""
    return tuple(
        credit
        for credit in article.credits
        if credit.kind == "republished" and not same_publisher(article.outlet, credit.agency)
    )


def _either(forwards: bool, backwards: bool, points: float, reason: str) -> Clue | None:  # noqa: FBT001 - two sides of one question
    return Clue(points=points if forwards else -points, reason=reason) if forwards != backwards else None


def _credits(copy: Article, original: Article) -> bool:
    if same_publisher(copy.outlet, original.outlet):
        return False
    named = any(same_publisher(original.outlet, credit.agency) for credit in copy.credits)
    return named or (original.outlet is not None and _signed(copy.text, original.outlet))


def _signed(text: str, outlet: str) -> bool:
    """Say whether a text begins or ends with an outlet's name: in a line of its own, in brackets, or with a dash.

    Of any one name few forms are sure to be a credit; of the very outlet whose text this is, these are.
    """
    head, tail = text[:ENDS].split("\n", 3)[:3], text[-ENDS:].split("\n")[-3:]
    return any(
        len(fold_words(line).starts) <= len(fold_words(outlet).starts) + BESIDE
        or re.search(rf"[(/\[|—–-]\s?{re.escape(outlet)}\s?(?:[)/\]|—–-]|$)", line)
        for line in (*head, *tail)
        if re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", line)
    )


def _earlier(a: str | None, b: str | None) -> Clue | None:
    """Weigh the days of two articles, or on one day their instants, where both are known with their offset from UTC."""
    if not a or not b:
        return None
    if a[:10] != b[:10]:
        return Clue(points=TIME if b[:10] < a[:10] else -TIME, reason="published earlier")
    first, second = (datetime.fromisoformat(each) for each in (a, b))
    if first.tzinfo is None or second.tzinfo is None or abs(first - second) < APART:
        return None
    return Clue(points=SAME_DAY if second < first else -SAME_DAY, reason="published earlier")


def _reworded(a: Given, b: Given, vocabulary: Vocabulary) -> list[Clue]:
    only_a, only_b = _differing(a, b)
    more = max(only_a.letters, only_b.letters)
    if more >= 20 and more >= 1.5 * min(only_a.letters, only_b.letters):
        clues = [Clue(points=SHORTENED if only_a.letters < only_b.letters else -SHORTENED, reason="shortened")]
    else:
        clues = [_scanned(only_a, only_b, vocabulary)]
    if len(only_a.hashes) and len(only_b.hashes):
        rarity = _rarity(only_a, vocabulary) - _rarity(only_b, vocabulary)
        clues.append(Clue(points=max(-REPLACED, min(REPLACED, rarity)), reason="reworded"))
    return clues


def _scanned(only_a: Extra, only_b: Extra, vocabulary: Vocabulary) -> Clue:
    """Weigh words that no other article has, where about as much was put in as was taken out."""
    unknown_a, unknown_b = (int(only.times[vocabulary.spread(only.hashes) < 2].sum()) for only in (only_a, only_b))
    more = max(unknown_a, unknown_b)
    points = NOISE if more >= 3 and more > 2 * min(unknown_a, unknown_b) else 0.0
    return Clue(points=points if unknown_a > unknown_b else -points, reason="words that only a scan would have")


def _broken(a: str, b: str) -> Clue | None:
    """Weigh characters that were lost when a text was decoded or saved."""
    lost_a, lost_b = _lost(a), _lost(b)
    return _either(lost_a > 2 * lost_b + 1, lost_b > 2 * lost_a + 1, NOISE, "characters lost in decoding")


@lru_cache(maxsize=4096)
def _lost(text: str) -> int:
    return 0 if text.isascii() and "?" not in text else len(LOST.findall(text))


def _differing(a: Given, b: Given) -> tuple[Extra, Extra]:
    """Return the words that only one side has inside the shared passages."""
    hashes = [side.trace.hashes[side.passages] for side in (a, b)]
    lengths = [side.trace.lengths[side.passages].astype(np.int64) for side in (a, b)]
    found, first, places = np.unique(np.concatenate(hashes), return_index=True, return_inverse=True)
    sizes = np.concatenate(lengths)[first]
    times_a = np.bincount(places[: len(hashes[0])], minlength=len(found))
    more = times_a - np.bincount(places[len(hashes[0]) :], minlength=len(found))
    return (
        Extra(hashes=found[more > 0], times=more[more > 0], lengths=sizes[more > 0]),
        Extra(hashes=found[more < 0], times=-more[more < 0], lengths=sizes[more < 0]),
    )


def _rarity(words: Extra, vocabulary: Vocabulary) -> float:
    return float((words.times * vocabulary.telling(words.hashes)).sum()) / max(1, int(words.times.sum()))


def _rest(a: Given, b: Given, vocabulary: Vocabulary) -> Clue | None:
    of_a, of_b = (_coherence(side, vocabulary) for side in (a, b))
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


def _coherence(side: Given, vocabulary: Vocabulary) -> float | None:
    """Return how much of a rest's telling words stand in the shared passages too; None where the rest is too short."""
    content = side.trace.content
    rest, shared = content[~side.inside], content[side.inside]
    telling = vocabulary.telling(rest)
    whole = float(telling.sum())
    return float(telling[np.isin(rest, shared)].sum()) / whole if len(rest) >= FEW and whole else None


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
