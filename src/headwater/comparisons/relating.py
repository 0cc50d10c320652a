"""Pairs of units of one story → how each two relate: one answers the other's question alike, otherwise, or not at all.

Whether two units answer one question is told by how alike they are: on event coreference a judge of sentence pairs adds
nothing to it. What a judge tells is whether two such units say the same or the opposite. The shipped relation judge
(`headwater.readers.relate`, or what is recalled of it) reads pairs that are alike but not in nearly the same words (there `slots` looks at each word);
a second judge, where the user gives one, is asked about those that the first is not sure of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from headwater.comparisons.denials import denied_term
from headwater.comparisons.judging import Judge, Judgement
from headwater.comparisons.likeness import Likeness
from headwater.comparisons.opposition import VALUES, opposes
from headwater.comparisons.opposition import Places as Located
from headwater.comparisons.slots import Slot, differing_slot, words_of
from headwater.comparisons.surroundings import Places
from headwater.comparisons.units import Unit
from headwater.readers import Recall

METHOD = "comparisons/2"
SHIPPED = "relations/1"
LOOK = 0.2
"""How alike two units must be to be worth reading."""
MOST = 2000
"""Pairs of one story that are read at most, the most alike first."""
SAME_WORDS = 0.6
"""Share of their terms that two units hold in common from which their words are compared, not read."""
SLOTTED = 0.9
"""How likely two units answer one question that differ in one slot, or in a value that both give for one thing."""
COUNTED = 0.2
"""How alike units must be for their values to be compared."""
WORDED = 0.35
"""Share of their terms from which the words of two units are laid side by side."""
READ = 0.2
"""How much nearer two units are for a judge who finds that one bears on the other."""
LEAST, FULL = 0.3, 0.6
"""Between these, likeness grows into saying the same."""
TURNED = 0.3
"""A contradiction so sure is read the other way round as well, and counts as the mean of both; where the words deny as well, as the surer of the two."""
DENIED = 0.6
"""How sure a judge must be that a denial opposes what is far from it in words."""
DOUBTED = 0.8
"""A second judge is asked where the shipped one is not so sure of any answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Related:
    """Two units, known by their numbers, with what was judged of them."""

    a: int
    b: int
    alike: float
    """How alike the two are in words and meaning, 0 to 1."""
    supports: float
    """How sure it is that they say the same, 0 to 1."""
    contradicts: float
    """How sure it is that they say opposite things."""
    by: str
    """Who judged it."""
    slot: Slot | None = None
    """The one place where they contradict each other, where the rest is in nearly the same words."""
    denying: bool = False
    """Whether one of the two negates what the other speaks of, a word that few others of the story hold."""

    valued: bool = False
    """Whether values that answer one question differ."""

    @property
    def judged(self) -> bool:
        """Whether a judge read the two; else all comes from their words and the likeness."""
        return self.by != METHOD

    @property
    def decided(self) -> bool:
        """Whether a second judge has decided it."""
        return self.by not in (METHOD, SHIPPED)

    @property
    def together(self) -> float:
        """How likely the two answer one question: how alike they are, and a little more where a judge finds it."""
        if self.slot or self.valued:
            return max(self.alike, SLOTTED)
        if self.decided:
            return max(self.alike, self.supports, self.contradicts)
        if self.denying and self.contradicts >= DENIED:
            return max(self.alike, self.contradicts)
        return self.alike + (READ * max(self.supports, self.contradicts) if self.judged else 0.0)


def relate_units(  # noqa: PLR0913 - the pairs of a story, and what is known of it
    units: Sequence[Unit],
    pairs: Places,
    likeness: Likeness,
    *,
    places: Located,
    readable: Sequence[bool],
    recall: Recall,
    judge: Judge | None = None,
) -> list[Related]:
    """Judge pairs of units; `readable` says of each unit whether the judges know its language. The order is kept."""
    found = _in_words(units, pairs, likeness, places)
    worth = [
        place
        for place, pair in enumerate(found)
        if (pair.alike >= LOOK or pair.denying)
        and readable[pair.a]
        and readable[pair.b]
        and _overlap(units[pair.a], units[pair.b]) < SAME_WORDS
    ]
    chosen = sorted(sorted(worth, key=lambda place: (not found[place].denying, -found[place].alike, place))[:MOST])
    read = recall.relate([_texts(units[found[place].a], units[found[place].b]) for place in chosen])
    for place, relation in zip(chosen, read, strict=True):
        found[place] = _read(found[place], relation.supports, relation.contradicts, SHIPPED)
    doubtful = [place for place in chosen if found[place].contradicts >= TURNED]
    turned = recall.relate([_texts(units[found[place].a], units[found[place].b])[::-1] for place in doubtful])
    for place, relation in zip(doubtful, turned, strict=True):
        orders = found[place].contradicts, relation.contradicts
        both = max(orders) if found[place].denying else sum(orders) / 2
        found[place] = _read(found[place], found[place].supports, both, SHIPPED)
    return _asked(units, found, judge) if judge else found


def _in_words(units: Sequence[Unit], pairs: Places, likeness: Likeness, places: Located) -> list[Related]:
    """Return what the words of each pair show, before anybody reads it."""
    worded = cache(lambda number: words_of(units[number].words))
    found = []
    for (a, b), alike in zip(pairs.tolist(), likeness.between(pairs).tolist(), strict=True):
        close = _overlap(units[a], units[b]) >= WORDED
        slot = differing_slot(worded(a), worded(b)) if close else None
        counted = {one.unit for one in units[a].quantities} & {one.unit for one in units[b].quantities}
        valued = alike >= COUNTED and (close or bool(counted)) and _valued_otherwise(units[a], units[b], places)
        denying = _denies(units[a], units[b], likeness.telling(a, b))
        found.append(
            Related(
                a=a, b=b, alike=alike, supports=0.0 if slot else _grown(alike), contradicts=0.0, by=METHOD, slot=slot, denying=denying, valued=valued
            )
        )  # fmt: skip
    return found


def _valued_otherwise(a: Unit, b: Unit, places: Located) -> bool:
    """Say whether the units give values for one thing that cannot both be right."""
    opposition = opposes(a, b, places)
    return opposition is not None and opposition.reason in VALUES


def _denies(a: Unit, b: Unit, shared: frozenset[str]) -> bool:
    if not shared or not (a.negated or b.negated):
        return False
    return bool(denied_term(a.words, b.words, shared)) != bool(denied_term(b.words, a.words, shared))


def _grown(alike: float) -> float:
    return min(1.0, max(0.0, (alike - LEAST) / (FULL - LEAST)))


def _overlap(a: Unit, b: Unit) -> float:
    """Return the share of the terms of two units that both hold."""
    one, other = a.vector.keys(), b.vector.keys()
    return len(one & other) / max(1, len(one | other))


def _read(pair: Related, supports: float, contradicts: float, by: str) -> Related:
    """Return a pair with what a judge says; very alike units that it opposes in no way say the same."""
    said = max(supports, pair.supports) * (1 - contradicts)
    return replace(pair, supports=said, contradicts=contradicts, by=by)


def _texts(a: Unit, b: Unit) -> tuple[str, str]:
    """Return what two units put forward, the longer first: what says more may support what says less."""
    longer, shorter = sorted((a.core, b.core), key=lambda core: (-len(core), core))
    return longer, shorter


def _asked(units: Sequence[Unit], found: Sequence[Related], judge: Judge) -> list[Related]:
    """Ask a second judge about the doubtful pairs, the likeliest conflicts first."""
    doubted = [
        place for place, pair in enumerate(found) if pair.judged and max(pair.supports, pair.contradicts) < DOUBTED
    ]
    doubted.sort(key=lambda place: (-found[place].contradicts, -found[place].alike, place))
    said = judge([_texts(units[found[place].a], units[found[place].b]) for place in doubted])
    answers: dict[int, Judgement | None] = dict(zip(doubted, said, strict=True))
    return [_overruled(pair, answers.get(place)) for place, pair in enumerate(found)]


def _overruled(pair: Related, said: Judgement | None) -> Related:
    """Return a pair as a second judge sees it; where it finds neither, the two answer no common question."""
    if said is None:
        return pair
    return replace(
        pair,
        alike=pair.alike if said.relation != "neither" else 0.0,
        supports=said.score if said.relation == "supports" else 0.0,
        contradicts=said.score if said.relation == "contradicts" else 0.0,
        by=said.by,
    )
