"""Two units that answer one question → whether they oppose each other, how, and how sure that is.

Three things show it: values that cannot both be right (`opposition`), nearly the same words but for one slot (`slots`), and
the relation judge. Each is a doubt of its own, so two that agree are surer than one (noisy or).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from headwater.comparisons.material import Material
from headwater.comparisons.opposition import VALUES, Opposition, grown, is_denial, opposes
from headwater.comparisons.propositions import asserts
from headwater.comparisons.relating import Related
from headwater.comparisons.slots import Slot
from headwater.comparisons.units import Unit, two_speakers
from headwater.stories.profiles import moment

UNSURE = 0.6
"""How likely a contradiction must be to be shown at all."""
SURE = 0.8
"""How likely it must be to be called a dispute."""
RELATED = 0.3
"""Units that differ in a value must be this likely to answer one question, if somebody read them."""
UNREAD = 0.65
"""How sure a denial or a bare “not” is that no judge has read."""
NEAR, APART = 0.25, 0.85
"""A denial of the very word is a dispute between units so alike; between others it counts for less."""
HEARD = 0.75
"""What a judge's word counts where nothing in the words of the two shows the same."""
SLOT = 0.9
"""How sure a slot is."""
FIRM = 0.4
"""How alike two units must be for a judge's word alone to make a dispute."""
NEARLY, SAME_WORDS = 0.55, 0.3
"""From such a likeness on, that all else is the same makes a differing value so much surer."""
DAYS = 10
"""Reports further apart than this are not set against each other."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """Two units, known by their numbers, that oppose each other."""

    a: int
    b: int
    opposition: Opposition
    score: float
    """How sure that is, 0 to 1."""
    slot: Slot | None = None
    """The one place where the two differ, where only it shows the conflict."""
    compatible: bool = False
    """Both can be right: no conflict but, where the order of the reports shows it, an update."""


def find_conflicts(group: Sequence[int], material: Material) -> Iterator[Conflict]:
    """Yield the conflicts between units of a group, those of one voice only where an altered copy shows them."""
    for a, b in combinations(group, 2):
        related = material.related(a, b)
        if related is None:
            continue
        one, other = material.units[a], material.units[b]
        if not (asserts(one.words) and asserts(other.words)) or (
            related.slot is None and _long_between(one, other, material)
        ):
            continue
        if related.slot is None and one.origin == other.origin and not two_speakers(one, other):
            continue
        opposition = opposes(one, other, material.places)
        found = _judged(opposition, related, denied=is_denial(one) != is_denial(other))
        if found is None and opposition is None and (growth := grown(one, other, material.places)):
            found = Conflict(a=a, b=b, opposition=growth, score=growth.score, compatible=True)
        if found and found.score >= UNSURE:
            yield found


def _judged(opposition: Opposition | None, related: Related, *, denied: bool) -> Conflict | None:
    a, b, slot = related.a, related.b, related.slot
    answering = related.supports + related.contradicts
    if slot and (opposition is None or opposition.reason != slot.reason):
        score = _either(SLOT, related.contradicts)
        return Conflict(a=a, b=b, opposition=Opposition(reason=slot.reason, score=SLOT), score=score, slot=slot)
    if opposition and opposition.reason in VALUES:
        if related.judged and answering < RELATED and related.alike < FIRM:
            return None
        same = SAME_WORDS if related.alike >= NEARLY else 0.0
        score = _either(opposition.score, related.contradicts, same, SLOT if slot else 0.0)
        return Conflict(a=a, b=b, opposition=opposition, score=score)
    shown_by_words = (SLOT if slot else 0.0, opposition.score if opposition and opposition.poles else 0.0)
    if not related.judged:
        return Conflict(a=a, b=b, opposition=opposition, score=_either(UNREAD, *shown_by_words)) if opposition else None
    if related.contradicts <= related.supports:
        return None
    shown = opposition or Opposition(reason="denial" if denied else "opposed")
    near = related.alike >= NEAR
    firm = (1.0 if near else APART) if related.denying else HEARD * min(1.0, related.alike / FIRM)
    firm = 1.0 if related.decided else firm
    score = _either(related.contradicts * firm, *shown_by_words)
    return Conflict(a=a, b=b, opposition=replace(shown, score=score), score=score)


def _either(*scores: float) -> float:
    """Return how sure something is that several independent signs show."""
    doubt = 1.0
    for score in scores:
        doubt *= 1 - score
    return 1 - doubt


def _long_between(a: Unit, b: Unit, material: Material) -> bool:
    """Say whether the reports lie so far apart that they hardly tell of one state of things."""
    one, other = (moment(material.reported.get(unit.article)) for unit in (a, b))
    return one is not None and other is not None and abs((one - other).days) > DAYS
