"""Numeral with its noun → what is said of the counted: dead, injured or destroyed.

Each number of a sentence finds its own: “12 were killed and 40 injured”, “killing 12 and injuring 40”, “the death toll
rose to 12”. The words after the number come first, then the words before.

>>> from headwater.text.numbers_grammar import numerals
>>> from headwater.text.numbers_nouns import noun_of
>>> text = "It killed 12 people and injured 40."
>>> first, second = numerals(text)
>>> measure_of(text, first, noun_of(text, first), "It killed ", second)
'dead'
>>> measure_of(text, second, noun_of(text, second), " people and injured ", None)
'injured'
"""

from __future__ import annotations

import re

from headwater.text.numbers_grammar import Numeral
from headwater.text.numbers_lexicon import NOUNS_OF_MEASURE, STATE_OF
from headwater.text.numbers_nouns import REACH, Noun

_ASIDE = re.compile(
    r"\s*,\s*(?:including|among them|some of them|many of them|most of them|of whom|of them|mostly|all|both)\b[^.;:!?\n]{0,80}?,",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[.;:!?\n—]|,\s+(?:and|but|while|as|after|when)\b|\b(?:while|but|after|before|when|because|since|until|if|though|although|"
    r"whose|where|that|which)\b|\bas\b(?!\s+(?:dead|missing|injured))",
    re.IGNORECASE,
)
_TO_HOSPITAL = re.compile(
    r"\s+(?:(?:was|were|are|have|had|has|been|being|also|others)\s+){0,4}(?:taken|rushed|brought|admitted|airlifted|sent)\s+to\b"
    r"[^,.;:]{0,30}\bhospitals?\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s+(?:who|that|which)\b", re.IGNORECASE)
_FILLERS = frozenset(
    "was were is are be been being have has had got get reportedly confirmed feared believed presumed reported thought "
    "still also now found left have seriously critically badly slightly lightly severely were already so far officially "
    "either shot burned crushed in all people others more who that of them remain remained listed known said to have "
    "immediately instantly later apparently may might could gone went declared pronounced".split()
)
_PASSIVE = frozenset("was were is are be been being got get remain remained remains left found have has had".split())
_PERFECT = frozenset("have has had".split())
"""“Has killed 15” is active; “12 have been killed” has “been” before the verb."""
_ALONE = frozenset("died die dies perished drowned survived fell".split())
_BETWEEN = frozenset(
    "at least about some the a an another further additional up to as many more than over nearly almost around roughly "
    "of our their its between estimated".split()
)


def measure_of(text: str, one: Numeral, noun: Noun, left: str, after: Numeral | None) -> str:
    """Return what is said of the counted: words inside, then after, then before; nothing where none is near."""
    if noun.measure:
        return noun.measure
    end = max(noun.end, one.end)
    return _said_after(text, end, after) or _said_before(left)


def _said_after(text: str, end: int, after: Numeral | None) -> str:
    limit = min(len(text), end + REACH)
    aside = _ASIDE.match(text, end, min(len(text), end + 120))
    if aside:
        end, limit = aside.end(), min(len(text), aside.end() + REACH)
    elif after and after.start < limit:
        limit = max(end, after.start)
    relative = _RELATIVE.match(text, end, limit)
    start = relative.end() if relative else end
    stop = _STOP.search(text, start, limit)
    piece = text[start : stop.start() if stop else limit]
    words = re.findall(r"[^\W\d_]+|,", piece.lower())
    if _TO_HOSPITAL.match(piece):
        return "hospitalised"
    for place, word in enumerate(words):
        if word not in STATE_OF:
            continue
        between = [w for w in words[:place] if w != ","]
        if (
            place + 1 == len(words)
            and not stop
            and after
            and limit == after.start
            and _takes_next(words[:place], piece)
        ):
            return ""
        near = all(w in _FILLERS or w.endswith("ly") for w in between)
        told = len(between) <= 9 and bool(between) and (between[-1] in _PASSIVE or _adverb_then_passive(between))
        alone = word in _ALONE and len(between) <= 8 and "and" not in between
        if near or told or alone:
            return STATE_OF[word]
        if "and" in between:
            return ""
    return ""


def _adverb_then_passive(between: list[str]) -> bool:
    kept = [word for word in between if not word.endswith("ly") and word not in _FILLERS - _PASSIVE]
    return len(between) > len(kept) and bool(kept) and kept[-1] in _PASSIVE


def _takes_next(before: list[str], piece: str) -> bool:
    """Say whether the last word is a verb of the next number: “12 people and injured” 40, “, displaced” 300."""
    return bool(before) and before[-1] in {"and", ",", "or"} and not re.search(r"[,]\s*$", piece)


def _said_before(left: str) -> str:
    piece = re.split(r"[.;:!?\n](?!\s*$)", left)[-1]
    words = re.findall(r"[^\W\d_]+", piece.lower())
    for back, word in enumerate(reversed(words)):
        if word not in STATE_OF:
            if back > 7 or word in {"while", "but", "after", "who", "which"}:
                return ""
            continue
        place = len(words) - 1 - back
        between = words[place + 1 :]
        if word in NOUNS_OF_MEASURE and not (between and between[0] == "by"):
            if "and" in between or "or" in between:
                return ""
            return STATE_OF[word]
        passive = place > 0 and words[place - 1] in _PASSIVE - _PERFECT
        return STATE_OF[word] if not passive and all(w in _BETWEEN for w in between) else ""
    return ""
