"""Sentences of two versions → which is which: kept in order, reworded, moved, in one only; split or joined ones together.

What may be paired is found by rare words, so that time grows with the sentences and not with their pairs; which pairs hold
is decided at once for both texts, by the heaviest chain in which neither text runs backwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from math import log

from headwater.versions.chaining import Worth, chain
from headwater.versions.sentences import Sentence, alike

ALIKE = 0.4
"""From here on two sentences in the same place of the order are one, reworded."""
ALIKE_ELSEWHERE = 0.7
"""From here on two sentences in different places are one, moved."""
LEAST_MOVED = 4
"""Words of a sentence that may be told to have moved; shorter ones come again and again."""
RARE = 12
"""A word in more sentences than this pairs nobody."""
TRIED = 8
"""Sentences of the new text that each of the old is compared with, those with most rare words in common."""
REPEATED = 5
"""A sentence that comes more often than this is paired by its number only, from the start and from the end."""
GAP = 400
"""Between sure pairs, each sentence of the old is compared with each of the new up to so many pairs."""
BAND = 2
"""In a larger gap, as of a table in which every value changed, it is compared with those this far from its own place, counted
from the start of the gap and from its end."""
GAINED = 0.05
"""How much more alike two sentences together must be to the one than the nearer of them alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Aligned:
    """A sentence of the old text, of the new, or of both."""

    old: Sentence | None
    new: Sentence | None
    moved: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Texts:
    """The sentences of two versions."""

    old: Sequence[Sentence]
    new: Sequence[Sentence]

    def worth(self, a: int, b: int, least: float) -> Iterator[Worth]:
        """Yield a pair with its worth if the two are alike enough: longer sentences and more alike ones say more."""
        score = alike(self.old[a], self.new[b])
        if score >= least:
            exact = self.old[a].forms == self.new[b].forms
            yield a, b, (1.0 + exact) * score * score * log(2 + len(self.old[a].words) + len(self.new[b].words))


def align(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Aligned]:
    """Return every sentence of two versions once, in the order of the new; removed ones stand where they stood."""
    texts = Texts(old=old, new=new)
    near, exact = _candidates(texts), list(_exact(texts))
    likely = sorted({*near, *_in_gaps(texts, dict(chain(exact)))})
    pairs = dict(chain([*exact, *(each for a, b in likely for each in texts.worth(a, b, ALIKE))]))
    pairs |= dict(chain(each for a, b in _in_gaps(texts, pairs) for each in texts.worth(a, b, ALIKE)))
    runs = {a: (a, a, b, b) for a, b in sorted(pairs.items())}
    _widen(texts, runs)
    return _ordered(texts, list(runs.values()), _moved(texts, list(runs.values()), near))


def _exact(texts: Texts) -> Iterator[Worth]:
    """Yield the pairs of sentences in the same words."""
    places: defaultdict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, listed in enumerate((texts.old, texts.new)):
        for place, each in enumerate(listed):
            places[each.forms][side].append(place)
    for here, there in places.values():
        if max(len(here), len(there)) <= REPEATED:
            pairs = {(a, b) for a in here for b in there}
        else:
            pairs = {*zip(here, there, strict=False), *zip(here[::-1], there[::-1], strict=False)}
        for a, b in sorted(pairs):
            yield from texts.worth(a, b, ALIKE)


def _candidates(texts: Texts) -> list[tuple[int, int]]:
    """Return pairs of sentences without a twin in the other text that share rare words, in order."""
    known, there = {each.forms for each in texts.new}, {each.forms for each in texts.old}
    listed: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(texts.new):
        if each.forms not in there:
            for word in set(each.words):
                listed[word].append(place)
    found = []
    for place, each in enumerate(texts.old):
        if each.forms in known:
            continue
        shared: Counter[int] = Counter()
        for word in set(each.words):
            if len(listed.get(word, ())) <= RARE:
                shared.update(dict.fromkeys(listed.get(word, ()), 1))
        best = nsmallest(TRIED, shared, key=lambda other: (-shared[other], abs(other - place), other))
        found += [(place, other) for other in sorted(best)]
    return found


def _in_gaps(texts: Texts, pairs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sentences between sure pairs that are tried, whatever words they share."""
    ends = [(-1, -1), *sorted(pairs.items()), (len(texts.old), len(texts.new))]
    for (a, b), (last_a, last_b) in pairwise(ends):
        yield from _in_gap(range(a + 1, last_a), range(b + 1, last_b))


def _in_gap(old: range, new: range) -> Iterator[tuple[int, int]]:
    if len(old) * len(new) <= GAP:
        yield from ((one, other) for one in old for other in new)
        return
    for one in old:
        places = {one - old.start + new.start, one - old.stop + new.stop}
        near = {place + step for place in places for step in range(-BAND, BAND + 1)}
        yield from ((one, other) for other in sorted(near) if other in new)


Run = tuple[int, int, int, int]
"""First and last place in the old, first and last in the new; two sentences at most on one side, one on the other."""


def _widen(texts: Texts, runs: dict[int, Run]) -> None:
    """Let a reworded sentence take in the free one beside it, where both together are more like the other side."""
    free_old = set(range(len(texts.old))) - runs.keys()
    free_new = set(range(len(texts.new))) - {run[2] for run in runs.values()}
    for key, (a, _, b, _) in runs.items():
        one, other = texts.old[a], texts.new[b]
        if one.forms == other.forms:
            continue
        least = alike(one, other) + GAINED
        wider: list[tuple[float, Run]] = []
        for first in (b - 1, b):
            if (b - 1 if first < b else b + 1) in free_new:
                together = texts.new[first].joined(texts.new[first + 1])
                wider.append((-alike(one, together), (a, a, first, first + 1)))
        for first in (a - 1, a):
            if (a - 1 if first < a else a + 1) in free_old:
                together = texts.old[first].joined(texts.old[first + 1])
                wider.append((-alike(together, other), (first, first + 1, b, b)))
        if wider and -min(wider)[0] >= least:
            runs[key] = best = min(wider)[1]
            free_old -= set(range(best[0], best[1] + 1))
            free_new -= set(range(best[2], best[3] + 1))


def _moved(texts: Texts, runs: Sequence[Run], near: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return which free sentences of the old text stand elsewhere in the new, the most alike first."""
    taken_old = {place for run in runs for place in range(run[0], run[1] + 1)}
    taken_new = {place for run in runs for place in range(run[2], run[3] + 1)}
    twins: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(texts.new):
        if place not in taken_new:
            twins[each.forms].append(place)
    free = [place for place in range(len(texts.old)) if place not in taken_old]
    likely = [(a, b) for a in free for b in twins.get(texts.old[a].forms, ())[:REPEATED]]
    likely += [(a, b) for a, b in near if a not in taken_old and b not in taken_new]
    scored = sorted((-alike(texts.old[a], texts.new[b]), a, b) for a, b in likely if _may_move(texts, a, b))
    found: dict[int, int] = {}
    for score, a, b in scored:
        if -score >= ALIKE_ELSEWHERE and a not in found and b not in taken_new:
            found[a] = b
            taken_new.add(b)
    return found


def _may_move(texts: Texts, a: int, b: int) -> bool:
    return min(len(texts.old[a].words), len(texts.new[b].words)) >= LEAST_MOVED


def _ordered(texts: Texts, runs: Sequence[Run], moved: Mapping[int, int]) -> list[Aligned]:
    here = {b: a for a, b in moved.items()}
    found: list[Aligned] = []
    a = b = 0
    for first, last, begin, end in [*sorted(runs), (len(texts.old), 0, len(texts.new), 0)]:
        found += [Aligned(old=texts.old[place], new=None) for place in range(a, first) if place not in moved]
        found += [
            Aligned(old=texts.old[here[place]] if place in here else None, new=texts.new[place], moved=place in here)
            for place in range(b, begin)
        ]
        if first < len(texts.old):
            found.append(Aligned(old=_run(texts.old, first, last), new=_run(texts.new, begin, end)))
        a, b = last + 1, end + 1
    return found


def _run(listed: Sequence[Sentence], first: int, last: int) -> Sentence:
    return listed[first] if first == last else listed[first].joined(listed[last])
