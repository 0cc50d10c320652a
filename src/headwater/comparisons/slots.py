"""Two sentences in nearly the same words → the one place where they differ, if what stands there cannot both be true.

An altered copy, or two reports of one source, differ in a single slot: a number, a day, a name, a “not”. Where the words
on both sides of a slot are the same, both fill one place of one sentence; so no reading of the rest is needed.

>>> slot = differing_slot(words_of("Ana Ruiz opened the harbour bridge on Monday."), words_of("Ana Ruiz opened the harbour bridge on Friday."))
>>> slot.reason, slot.one, slot.other
('date', 'Monday', 'Friday')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from headwater.comparisons.opposites import POLES
from headwater.model import Span
from headwater.text.dates_calendar import MONTHS, WEEKDAYS
from headwater.text.numbers import compatible, quantities
from headwater.text.numbers_lexicon import SCALES, SMALL, TENS
from headwater.text.weights import term_list

SLOT = 4
"""Words that a slot holds at most."""
AROUND = 3
"""Terms that stand around a slot in the same order in both sentences, within `REACH` words."""
REACH = 12
ALMOST_ALL = 0.7
"""Share that must be the same for a “not” or an antonym: it may belong to another clause."""
BEYOND = 0.4
"""Share of the shorter sentence's words that both must have in the same order."""
_TOKEN = re.compile(r"[$€£]|\d+(?:[.,:/]\d+)*%?|[^\W\d_]+(?:['’\-][^\W\d_]+)*|\S")
_NEGATING = frozenset("not never no neither nor cannot without hardly".split())
_AUXILIARY = frozenset(
    "do does did is are was were will would can could may might must should has have had be been to a an any".split()
)
_CONTRACTED = re.compile(r"n['’]t$")
_SPEAKING = frozenset("said says told tells according added asked".split())
_LOCATING = frozenset("in at near outside around across off from to towards over".split())
_TELLING = frozenset("told tells telling informed".split())
_FILLERS = frozenset("the a an of mr mrs ms dr sir".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """What stands in the one place where two sentences differ."""

    reason: Literal["number", "date", "place", "name", "opposed"]
    one: str
    other: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Worded:
    """A sentence as words, ready to be compared."""

    text: str
    spans: Sequence[Span]
    keys: Sequence[str]
    """The words, case folded, contractions of “not” spelled alike."""
    telling: Sequence[bool]
    """Whether each word is a term of content."""


def words_of(text: str) -> Worded:
    """Read a sentence into words."""
    spans = [Span(start=match.start(), end=match.end()) for match in _TOKEN.finditer(text)]
    words = [span.of(text) for span in spans]
    return Worded(
        text=text,
        spans=spans,
        keys=[word.casefold().replace("’", "'") for word in words],
        telling=[_tells(word) for word in words],
    )


@lru_cache(maxsize=1 << 16)
def _tells(word: str) -> bool:
    return bool(term_list(word))


def differing_slot(a: Worded, b: Worded) -> Slot | None:
    """Return the slot in which two sentences contradict each other; None where there is none, or more than one kind."""
    if len(set(a.keys) & set(b.keys)) < BEYOND * min(len(set(a.keys)), len(set(b.keys))):
        return None
    codes = SequenceMatcher(None, a.keys, b.keys, autojunk=False).get_opcodes()
    equal = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    if equal < BEYOND * min(len(a.keys), len(b.keys)):
        return None
    found = [
        slot
        for place, (tag, *ends) in enumerate(codes)
        if tag != "equal" and _framed(a, codes, place) and (slot := _slot(a, b, (ends[0], ends[1]), (ends[2], ends[3])))
    ]
    alone = found[0] if len(found) == 1 else None
    if alone and alone.reason == "opposed" and equal < ALMOST_ALL * min(len(a.keys), len(b.keys)):
        return None
    return alone


def _framed(a: Worded, codes: Sequence[tuple[str, int, int, int, int]], place: int) -> bool:
    """Say whether the words on both sides are the same in both sentences, and enough of them say something."""
    before, after = codes[place - 1] if place else None, codes[place + 1] if place + 1 < len(codes) else None
    if not (before or after) or any(code is not None and code[0] != "equal" for code in (before, after)):
        return False
    start, end = codes[place][1] - REACH, codes[place][2] + REACH
    near = (a.telling[max(first, start) : min(last, end)] for tag, first, last, _, _ in codes if tag == "equal")
    return sum(map(sum, near)) >= AROUND


def _slot(a: Worded, b: Worded, here: tuple[int, int], there: tuple[int, int]) -> Slot | None:
    one, other = a.keys[slice(*here)], b.keys[slice(*there)]
    first, second = _text(a, *here), _text(b, *there)
    opposed = (
        _negates(one, other) or _negates(other, one) or (first.islower() and second.islower() and _antonyms(one, other))
    )
    if opposed:
        return Slot(reason="opposed", one=first, other=second)
    if not 0 < min(len(one), len(other)) <= max(len(one), len(other)) <= SLOT:
        return None
    reason = _reason(a, b, here, there)
    return Slot(reason=reason, one=first, other=second) if reason else None


def _text(sentence: Worded, start: int, end: int) -> str:
    return sentence.text[sentence.spans[start].start : sentence.spans[end - 1].end] if end > start else ""


def _negates(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether the first differs from the second by a negation and auxiliaries alone: “did not open”, “opened”."""
    negating = [word for word in one if word in _NEGATING or _CONTRACTED.search(word)]
    if len(negating) != 1 or any(word in _NEGATING or _CONTRACTED.search(word) for word in other):
        return False
    left = {_stem(_CONTRACTED.sub("", word)) for word in one if word not in _NEGATING} - _AUXILIARY - {""}
    right = {_stem(word) for word in other} - _AUXILIARY
    return left == right or (len(left) == len(right) == 1 and next(iter(left))[:3] == next(iter(right))[:3])


def _antonyms(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether each slot is one word, and the two are known opposites."""
    if len(one) != 1 or len(other) != 1:
        return False
    poles, others = dict(POLES.get(one[0], ())), dict(POLES.get(other[0], ()))
    return any(poles[row] != others[row] for row in poles.keys() & others.keys())


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word) if len(word) > 3 else word


def _reason(
    a: Worded, b: Worded, one: tuple[int, int], other: tuple[int, int]
) -> Literal["number", "date", "place", "name"] | None:
    first, second = a.keys[slice(*one)], b.keys[slice(*other)]
    if _is_day(first) and _is_day(second):
        return "date" if not set(first) & set(second) else None
    if any(":" in key for key in (*first, *second)):
        return None  # the time of day
    if _is_figure(first) and _is_figure(second):
        return "number" if _differ(a, one, b, other) else None
    if _is_name(a, one) and _is_name(b, other) and _full(a, one, b, other) and not _same_name(first, second):
        return "place" if one[0] and a.keys[one[0] - 1] in _LOCATING else "name"
    return None


def _is_day(keys: Sequence[str]) -> bool:
    words = [key for key in keys if key not in _FILLERS]
    named = [key for key in words if key in WEEKDAYS or key in MONTHS]
    return bool(named) and all(key in WEEKDAYS or key in MONTHS or key[:1].isdigit() for key in words)


def _is_figure(keys: Sequence[str]) -> bool:
    return 0 < len(keys) <= 2 and all(key[:1].isdigit() or key in SMALL or key in TENS or key in SCALES for key in keys)


def _differ(a: Worded, one: tuple[int, int], b: Worded, other: tuple[int, int]) -> bool:
    """Say whether the figures of two slots cannot both be right, bounds and roundings considered."""
    found = []
    for sentence, (start, end) in ((a, one), (b, other)):
        slot = Span(start=sentence.spans[start].start, end=sentence.spans[end - 1].end)
        found.append([quantity for quantity in quantities(sentence.text) if quantity.span.overlaps(slot)])
    if found[0] and found[1]:
        return len(found[0]) == len(found[1]) == 1 and not compatible(found[0][0], found[1][0])
    return not found[0] and not found[1] and _text(a, *one) != _text(b, *other)


def _is_name(sentence: Worded, slot: tuple[int, int]) -> bool:
    words = [span.of(sentence.text) for span in sentence.spans[slice(*slot)]]
    words = [word for word in words if word.casefold() not in _FILLERS]
    return bool(words) and all(word[:1].isupper() for word in words)


def _full(a: Worded, one: tuple[int, int], b: Worded, other: tuple[int, int]) -> bool:
    """Say whether two slots hold whole names. One word may be part of a longer name, the beginning of a sentence, or a
    description; and two outlets may both have been told something. Two words in capitals are none of these.
    """  # noqa: D205 - the reasons belong together
    if all(_words(sentence, slot) > 1 for sentence, slot in ((a, one), (b, other))):
        return not (_told(a, one[0]) or _told(b, other[0]))
    return not any(_part(sentence, slot) for sentence, slot in ((a, one), (b, other)))


def _words(sentence: Worded, slot: tuple[int, int]) -> int:
    return sum(key not in _FILLERS for key in sentence.keys[slice(*slot)])


def _told(sentence: Worded, start: int) -> bool:
    """Say whether somebody is told something: “told the Lowmark Post”."""
    return bool(_TELLING & set(sentence.keys[max(0, start - 2) : start]))


def _part(sentence: Worded, slot: tuple[int, int]) -> bool:
    beside = [
        sentence.spans[place].of(sentence.text) for place in (slot[0] - 1, slot[1]) if 0 <= place < len(sentence.spans)
    ]
    spoken = _SPEAKING & set(sentence.keys[max(0, slot[0] - 2) : slot[0] + 5])
    initials = sentence.spans[slot[1] - 1].of(sentence.text).isupper()
    return (
        slot[0] == 0
        or initials
        or bool(spoken)
        or any(word[:1].isupper() or word in {"/", "&", "-"} for word in beside)
    )


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names may be one: a word in common, initials, or nearly the same letters."""
    first, second = [[key for key in keys if key not in _FILLERS] for keys in (one, other)]
    if set(first) & set(second):
        return True
    initials = ["".join(word[0] for word in words) for words in (first, second)]
    if initials[0] in second or initials[1] in first:
        return True
    return SequenceMatcher(None, "".join(first), "".join(second), autojunk=False).ratio() >= 0.6
