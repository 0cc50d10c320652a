"""Profiles → arrays over one vocabulary, so that an arrival is judged with its neighbours without weighing every word anew.

Neighbours recur from arrival to arrival: what was prepared of them once is kept for the next. Only the words that the
background has never seen are weighed each time, since their worth moves with the collection.

>>> from headwater.stories.profiles import profile
>>> kept = Preparations()
>>> one = kept.add("a", profile(title=None, text="A ferry sank off Orvia.", published=None))
>>> one.own
('orvia',)
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log

import numpy as np

from headwater.stories.judging import TERMS_USUAL, Judge, coefficients
from headwater.stories.profiles import Profile
from headwater.stories.vectors import Numbers, Places, Vectors
from headwater.text.weights import MIN_OWN, known, weight

KEPT = 4096
"""Prepared profiles that are kept: some 10 kB each."""
UNCOUNTED = -1.0
TERMS_KEPT = 1 << 19
"""Terms after which a vocabulary is begun anew."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Part:
    """The terms of one part of a profile by number, with the logarithm of their counts."""

    terms: Places
    counts: Numbers


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Prepared:
    """A profile over a vocabulary."""

    profile: Profile
    parts: tuple[Part, ...]
    """Body, names, lead, head, numbers."""
    own: tuple[str, ...]
    """The terms that only the collection can weigh."""
    own_numbers: Places

    @property
    def when(self) -> datetime | None:
        """When the article was published."""
        return self.profile.when


class Vocabulary:
    """Terms by number, and what each is worth in a collection that one process adds to."""

    def __init__(self) -> None:
        """Begin without any."""
        self.size = 0
        """Articles of the collection."""
        self._numbers: dict[str, int] = {}
        self.worth: Numbers = np.zeros(1 << 12)
        self.counts: Numbers = np.full(1 << 12, UNCOUNTED)
        """In how many articles of the collection each own term is."""
        self.dense: Numbers = np.zeros(1 << 12)
        """Room for one row of a matrix; zero between two uses."""

    def __len__(self) -> int:
        return len(self._numbers)

    def prepare(self, profile: Profile) -> Prepared:
        """Number the terms of a profile."""
        held = (profile.body, profile.names, profile.lead, profile.head, profile.numbers)
        parts = tuple(self._part(part) for part in held)
        own = tuple({term: None for part in held for term in part if not known(term)})
        numbers = np.array([self._numbers[term] for term in own], dtype=np.int64)
        return Prepared(profile=profile, parts=parts, own=own, own_numbers=numbers)

    def uncounted(self, profiles: Sequence[Prepared]) -> list[str]:
        """Return the own terms of some profiles whose counts were never told, in order."""
        return sorted(
            {
                profile.own[place]
                for profile in profiles
                for place in np.flatnonzero(self.counts[profile.own_numbers] == UNCOUNTED).tolist()
            }
        )

    def tell(self, terms: Iterable[str], counts: Mapping[str, int]) -> None:
        """Take over in how many articles terms are; those without a count are in the one they were read in."""
        for term in terms:
            self.counts[self._numbers[term]] = counts.get(term, 1)

    def count(self, terms: Iterable[str]) -> None:
        """Count one more article for each different own term that was told."""
        numbers = [self._numbers[term] for term in terms]
        self.counts[numbers] += self.counts[numbers] != UNCOUNTED

    def weigh(self, profiles: Sequence[Prepared]) -> None:
        """Weigh the own terms of some profiles by their counts, as `headwater.text.weights.weight_among` does."""
        own = np.concatenate([profile.own_numbers for profile in profiles])
        most = weight("")
        self.worth[own] = most
        if self.size >= MIN_OWN:
            self.worth[own] = np.minimum(most, 1 + np.log((self.size + 1) / np.maximum(1, self.counts[own])))

    def judge(self, profiles: Sequence[Prepared]) -> Judge:
        """Return the judge of some profiles, weighed."""
        self.weigh(profiles)
        return PreparedJudge(profiles, self)

    def body_of(self, profile: Prepared) -> Numbers:
        """Return the tf-idf weights of a profile's body at length 1, in the order of its terms."""
        return _Rows(profile.parts[:1], self).at_length_1().values

    def _part(self, part: Mapping[str, int]) -> Part:
        terms = np.fromiter(map(self._number, part), dtype=np.int64, count=len(part))
        return Part(terms=terms, counts=np.array([1 + log(count) for count in part.values()]))

    def _number(self, term: str) -> int:
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self._numbers)
            if number == len(self.worth):
                self.worth = np.concatenate([self.worth, np.zeros(number)])
                self.counts = np.concatenate([self.counts, np.full(number, UNCOUNTED)])
                self.dense = np.zeros(2 * number)
            self.worth[number] = weight(term)
        return number


class Preparations:
    """The prepared profiles that were looked at last, by article."""

    def __init__(self) -> None:
        """Begin without any."""
        self.vocabulary = Vocabulary()
        self._kept: OrderedDict[str, Prepared] = OrderedDict()

    def add(self, article: str, profile: Profile) -> Prepared:
        """Prepare the profile of an arrival, in place of one of the same article.

        What was prepared before an arrival may not be judged with it: a full vocabulary is begun anew here.
        """
        if len(self.vocabulary) > TERMS_KEPT:
            self.vocabulary = Vocabulary()
            self._kept.clear()
        return self._keep(article, profile)

    def held(self, articles: Sequence[str]) -> dict[str, Prepared]:
        """Return those of some articles that are kept."""
        found = {article: self._kept[article] for article in articles if article in self._kept}
        for article in found:
            self._kept.move_to_end(article)
        return found

    def keep(self, profiles: Mapping[str, Profile]) -> dict[str, Prepared]:
        """Prepare profiles that were not kept."""
        return {article: self._keep(article, profile) for article, profile in profiles.items()}

    def _keep(self, article: str, profile: Profile) -> Prepared:
        self._kept[article] = prepared = self.vocabulary.prepare(profile)
        self._kept.move_to_end(article)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return prepared


class PreparedJudge(Judge):
    """The judge over profiles of one vocabulary; see `Vocabulary.judge`."""

    def __init__(self, profiles: Sequence[Prepared], vocabulary: Vocabulary) -> None:
        """Weigh all terms at once."""
        self.coefficients = np.array(coefficients())
        rows = [_Rows([profile.parts[part] for profile in profiles], vocabulary) for part in range(5)]
        self._parts = [row.at_length_1() for row in rows]
        self._shared = rows[0].shared()
        self._mass = np.maximum(1.0, rows[0].sums(rows[0].worth))
        self._days = np.array([-1 if (day := profile.profile.day) is None else day for profile in profiles])
        self._sizes = np.log(np.maximum(1, rows[0].lengths) / TERMS_USUAL)


class _Rows:
    """One part of many profiles, end to end."""

    def __init__(self, parts: Sequence[Part], vocabulary: Vocabulary) -> None:
        self.lengths: Places = np.array([len(part.terms) for part in parts], dtype=np.int64)
        self.terms = np.concatenate([part.terms for part in parts])
        self.counts = np.concatenate([part.counts for part in parts])
        self.worth = vocabulary.worth[self.terms]
        self._row = np.repeat(np.arange(len(parts)), self.lengths)
        self._dense = vocabulary.dense

    def sums(self, values: Numbers) -> Numbers:
        """Return the sum of each row."""
        return np.bincount(self._row, weights=values, minlength=len(self.lengths)).astype(np.float64)

    def at_length_1(self) -> Vectors:
        """Return tf-idf weights, each row at length 1."""
        values = self.counts * self.worth
        lengths = np.sqrt(self.sums(values * values))
        lengths[lengths == 0.0] = 1.0
        return _Numbered(self.lengths, self.terms, values / lengths[self._row], self._dense)

    def shared(self) -> Vectors:
        """Return the roots of what the terms are worth."""
        return _Numbered(self.lengths, self.terms, np.sqrt(self.worth), self._dense)


class _Numbered(Vectors):
    """Sparse rows whose terms have numbers already."""

    def __init__(self, lengths: Places, terms: Places, values: Numbers, dense: Numbers) -> None:
        self.lengths = lengths
        self.starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self.columns, self.values, self._dense = terms, values, dense
