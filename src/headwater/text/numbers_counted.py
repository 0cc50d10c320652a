"""Numeral → what it counts: unit, counted noun, what is said of it, and whether it is the whole, a part or a change.

Each number of a sentence finds its own measure: “12 were killed and 40 injured”, “killing 12 and injuring 40”, “the
death toll rose from 10 to 12”, “three of the 12 dead”. The words after the number come first, then the words before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from headwater.model.mention import QuantityRole
from headwater.text.numbers_grammar import Numeral
from headwater.text.numbers_lexicon import (
    ANIMALS_AND_THINGS,
    CHANGED,
    CURRENCIES,
    GENERAL,
    HOUSEHOLDS,
    MEASURE_OF,
    NOUNS_OF_MEASURE,
    OTHER_DOLLARS,
    PASSED_OVER,
    PEOPLE,
    SMALL,
    STATE_OF,
    TENS,
    UNITS,
)

REACH = 70
"""How far, in characters, a word like “killed” may stand from the number that it measures."""
MOST_WORDS = 4
"""Words of a counted noun with its modifiers."""

_NEXT = re.compile(r"(?:[\s-]+|\s?[“‘\"]|(?=[°%]))([^\W\d_]+(?:['’]s\b)?(?:/h)?|°\s?[CF]\b|km²|m²)")
_OF = re.compile(r"\s+of\s+(?:the\s+|those\s+|these\s+|its\s+|their\s+|his\s+|her\s+|our\s+)?", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|these|those|the\s+(?:dead|injured|victims|wounded|missing))\b", re.IGNORECASE
)
_OF_NUMBER = re.compile(
    r"\s+of\s+(?:the|its|their|those|these|all)?\s*(?:at least\s+|about\s+|some\s+)?$", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s*,\s*(?:including|among them|some of them|many of them|most of them|of whom|of them|mostly|all|both)\b[^.;:!?\n]{0,80}?,",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[.;:!?\n—]|,\s+(?:and|but|while|as|after|when)\b|\b(?:while|but|after|before|when|because|since|until|if|though|although|"
    r"whose|where|that|which)\b|\bas\b(?!\s+(?:dead|missing|injured))",
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
_ALONE = frozenset("died die dies perished drowned survived fell".split())
_BETWEEN = frozenset(
    "at least about some the a an another further additional up to as many more than over nearly almost around roughly "
    "of our their its between estimated".split()
)
_DETERMINERS = frozenset("other more further additional extra new fellow the such same all".split())
_PART = re.compile(
    r"\b(?:including|includes?|included|among\s+(?:them|whom|the\s+(?:dead|victims|injured|wounded))(?:\s+(?:are|were|was|is))?"
    r"|of\s+(?:whom|them|these|those)|along\s+with)\s*,?\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:another|a\s+further|an\s+additional|an\s+extra|a\s+second)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s+(?:other|others|more|further|additional|extra)\b(?!\s+than)", re.IGNORECASE)
_CHANGE = re.compile(rf"\b{CHANGED}(?:\s+\w+ly)?(?:\s+by)?\s*(?:a\s+)?$", re.IGNORECASE)
_CHANGE_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:rise|increase|fall|drop|decline|decrease|cut|growth|jump|gain|surge|reduction|hike|raise)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:compared\s+(?:with|to)|up\s+from|down\s+from|against|previously|earlier|initially|originally|formerly|revised\s+from|"
    r"instead\s+of|rather\s+than|from\s+an?\s+(?:earlier|initial|previous)(?:\s+\w+)?(?:\s+of)?)\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_TO = re.compile(r"[^.;:!?\n]{0,40}\bto\s+", re.IGNORECASE)
_RATE = re.compile(
    r"\s+(?:a|an|per|each|every)\s+(day|week|month|year|hour|minute|head|person|night|game|litre|barrel|tonne)\b",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(r"[\s-]years?[\s-]olds?\b|[\s-](?:months?|weeks?|days?)[\s-]olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|age\s+of|ages?)\s+(?:between\s+)?$", re.IGNORECASE)
_BY_COMMA = re.compile(r"[A-Z][\w’'-]+,\s$")
_THEN_COMMA = re.compile(r",|\.(?:\s|$)|\)")
_STRENGTH = re.compile(
    r"\b(?:magnitude|measuring|measured|strength)(?:\s+(?:of|at))?(?:\s+(?:about|around|at least))?\s*$", re.IGNORECASE
)
_STRENGTH_AFTER = re.compile(r"[\s-]magnitude\b|\s+on\s+the\s+\w+\s+scale\b", re.IGNORECASE)
_CATEGORY = re.compile(r"\b(?:category|categories|cat\.)\s*$", re.IGNORECASE)
_SUMS = re.compile(r"\b(?:dollar|euro|pound|rupee|lira|franc|peso|ruble|rouble|crown)s?\b", re.IGNORECASE)
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "deaths": "death", "wives": "wife",
    "knives": "knife", "lives": "life", "policemen": "policeman", "gunmen": "gunman", "fishermen": "fisherman",
    "servicemen": "serviceman", "geese": "goose", "feet": "foot", "buses": "bus", "troops": "troop", "series": "series",
    "police": "police", "aircraft": "aircraft", "crew": "crew",
}  # fmt: skip
_PLURALS = frozenset(
    "people men women children police troops cattle sheep aircraft personnel staff crew livestock youth fish".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """What a numeral counts, and where its words end."""

    unit: str
    end: int
    counted: str = ""
    measure: str = ""
    role: QuantityRole = "whole"
    size: float = 1.0
    """What one of the unit as written is in `unit`: 1.609 for miles in km."""
    offset: float = 0.0
    """Added before `size` is applied: degrees Fahrenheit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Word:
    text: str
    key: str
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Noun:
    head: str = ""
    modifiers: tuple[str, ...] = ()
    end: int = 0
    people: bool = False
    measure: str = ""
    """A measure among the words themselves: “12 dead miners”, “40 injured”."""


def counted_by(text: str, one: Numeral, before: Numeral | None, after: Numeral | None) -> Counted:
    """Return what the numeral counts; `before` and `after` are its neighbours, which keep their own measures."""
    left = _left(text, one, before)
    role = _role(text, one, left, before, after)
    fixed = _fixed(text, one, left, role)
    if fixed:
        return fixed
    if re.match(r"-strong\b", text[one.end : one.end + 8]):
        return Counted(unit="person", end=one.end + 7, role=role)
    whole = after if after and _OF_NUMBER.fullmatch(text, one.end, after.number) else None
    noun = _noun(text, whole or one)
    if before and _OF_NUMBER.fullmatch(text, before.end, one.number):
        measure = noun.measure  # “of the 200 passengers” were hurt: that is said of the first number
    else:
        measure = _measure(text, one, noun, left, None if whole else after)
    if whole:
        noun = replace(noun, end=one.end)
    people = noun.people or (not noun.head and measure in set(MEASURE_OF.values()))
    counted = " ".join((*noun.modifiers, noun.head)).strip()
    end = max(noun.end, one.end)
    if people:
        unit = measure if measure in set(MEASURE_OF.values()) else "person"
    elif not noun.head and measure:
        unit = measure
    else:
        unit = noun.head
    rate = _RATE.match(text, end)
    if rate and unit:
        unit, end = f"{unit} a {rate[1].lower()}", rate.end()
    return Counted(unit=unit, end=end, counted=counted, measure=measure, role=role)


def _left(text: str, one: Numeral, before: Numeral | None) -> str:
    """Return the words before a number, back to the number before; “from 10” does not part “rose” from “to 12”."""
    edge = before.end if before else 0
    if (
        before
        and _TO.fullmatch(text, before.end, one.start)
        and _FROM.search(text[max(0, before.start - 6) : before.start])
    ):
        edge = 0
    return text[max(edge, one.start - REACH) : one.start]


def _fixed(text: str, one: Numeral, left: str, role: QuantityRole) -> Counted | None:
    """Return the unit of a sum, share, age, strength or physical size; None for a count of things."""
    if one.percent:
        of = _OF.match(text, one.end)
        noun = _noun_at(text, of.end() if of else one.end, single=False)
        if role == "whole" and not one.fraction and _changes(text, one, left):
            role = "change"
        return Counted(unit=one.percent, end=one.end, counted=noun.head, role=role)
    if _AGE_AFTER.match(text, one.end) or _AGED.search(left):
        old = _AGE_AFTER.match(text, one.end)
        noun = _noun_at(text, old.end() if old else one.end, single=True)
        return Counted(unit="age", end=old.end() if old else one.end, counted=noun.head, role=role)
    if _BY_COMMA.search(text[max(0, one.start - 30) : one.start]) and _THEN_COMMA.match(text, one.end) and one.digits:
        return Counted(unit="age" if one.value < 120 else "", end=one.end, role=role) if one.value < 120 else None
    if _CATEGORY.search(left):
        return Counted(unit="category", end=one.end, role=role)
    if _STRENGTH.search(left) and one.value < 10 and not _physical(text, one.end):
        return Counted(unit="magnitude", end=one.end, role=role)
    strength = _STRENGTH_AFTER.match(text, one.end)
    if strength:
        return Counted(unit="magnitude", end=strength.end(), role=role)
    return _money(text, one, left, role) or _size(text, one, role)


def _money(text: str, one: Numeral, left: str, role: QuantityRole) -> Counted | None:
    words = _following(text, one.end, 2)
    named = next((n for n, word in enumerate(words) if _singular(word.key) in CURRENCIES), None)
    if (
        named is not None
        and not one.currency
        and (named == 0 or words[0].text[:1].isupper() or words[0].key in OTHER_DOLLARS)
    ):
        code = (
            OTHER_DOLLARS.get(words[0].key, CURRENCIES[_singular(words[named].key)])
            if named
            else CURRENCIES[_singular(words[0].key)]
        )
        if code == "gbp" and re.match(r"\s+(?:of\s+(?!debt|aid)|in\s+weight)", text[words[named].end :]):
            return None
        end = words[named].end
    elif one.currency:
        code, end = one.currency, one.end
    else:
        return None
    if role == "whole" and _CHANGE.search(left):
        role = "change"
    return Counted(unit=code, end=end, measure=_state(text, one.start, end), role=role)


def _size(text: str, one: Numeral, role: QuantityRole) -> Counted | None:
    if one.tail == "m" and not _plural_after(text, one.end):
        size = UNITS["m"]
        return Counted(unit=size.name, end=one.end, role=role, size=size.size / 1e6)
    found = _physical(text, one.end)
    if found is None:
        return None
    word, end = found
    size = UNITS[word]
    if size.name == "day":
        if re.match(r"\s+(?:ago|later|earlier|before|after|old)\b", text[end : end + 12], re.IGNORECASE):
            return Counted(unit="-", end=end)
        of = re.match(r"\s+(?:in|of|behind)\s+(\w+)", text[end : end + 30])
        return Counted(unit="day", end=end, counted=of[1].lower() if of else "", role=role, size=size.size)
    rate = _RATE.match(text, end)
    unit = size.name
    if rate and unit == "km" and rate[1].lower() == "hour":
        return Counted(unit="km/h", end=rate.end(), role=role, size=size.size)
    if rate:
        unit, end = f"{unit} a {rate[1].lower()}", rate.end()
    of = re.match(r"\s+of\s+(\w+)(?!\s*\w*\d)", text[end : end + 40])
    return Counted(
        unit=unit, end=end, counted=of[1].lower() if of else "", measure=_state(text, one.start, end), role=role,
        size=size.size, offset=size.offset,
    )  # fmt: skip


def _physical(text: str, start: int) -> tuple[str, int] | None:
    """Return the unit word at a place of the text and where it ends; two and three words (“square km”) come first."""
    glued = re.compile(r"\s?(km/h|km²|m²|°\s?[CF]\b|[a-z]{1,3}\b)", re.IGNORECASE).match(text, start)
    words = _following(text, start, 3)
    for count in (3, 2, 1):
        if len(words) >= count:
            key = "-".join(word.key for word in words[:count])
            key = re.sub(r"^(?:sq|square)-(km|kms)$", "square-kilometres", key)
            key = re.sub(r"^sq-(?:miles|mi)$", "square-miles", key)
            if key in UNITS:
                end = words[count - 1].end
                if key in {"degree", "degrees"}:
                    scale = re.match(r"\s+(celsius|centigrade|fahrenheit|[cf]\b)", text[end : end + 14], re.IGNORECASE)
                    if scale:
                        return ("fahrenheit" if scale[1].lower().startswith("f") else "celsius"), end + scale.end()
                    return None
                return key, end
    if glued:
        key = glued[1].lower().replace(" ", "")
        if key in UNITS and key not in {"m", "in"}:
            return key, glued.end()
    return None


def _plural_after(text: str, start: int) -> bool:
    words = _following(text, start, 2)
    return any(word.key in _PLURALS or (word.key.endswith("s") and len(word.key) > 3) for word in words)


def _changes(text: str, one: Numeral, left: str) -> bool:
    return bool(_CHANGE.search(left) or _CHANGE_AFTER.match(text, one.end))


def _role(text: str, one: Numeral, left: str, before: Numeral | None, after: Numeral | None) -> QuantityRole:
    if _PART.search(left) or _OF_THEM.match(text, one.end):
        return "part"
    if after and _OF_NUMBER.fullmatch(text, one.end, after.number) and _noun(text, after).measure:
        return "part"
    if _FORMER.search(left):
        return "former"
    if _FROM.search(left) and after and _TO.fullmatch(text, one.end, after.start):
        return "former"
    if (
        before
        and one.number - before.end < 60
        and re.fullmatch(r"\s+[^,.;:!?\n]{1,40}?(?:,|\s+and)\s+", text[before.end : one.start])
    ):
        earlier = text[max(0, before.start - REACH) : before.start]
        if _PART.search(earlier) and not re.search(
            r"\b(?:was|were|killed|injured|wounded|dead)\b", text[before.end : one.start]
        ):
            return "part"
    if _MORE.search(left) or _MORE_AFTER.match(text, one.end):
        return "more"
    if re.search(rf"\b{CHANGED}\s+by\s+$", left, re.IGNORECASE):
        return "change"
    return "whole"


def _following(text: str, start: int, most: int = MOST_WORDS) -> list[_Word]:
    found: list[_Word] = []
    place, limit = start, min(len(text), start + REACH)
    while len(found) < most:
        match = _NEXT.match(text, place, limit)
        if not match:
            break
        key = match[1].lower().rstrip(".")
        found.append(_Word(text=match[1], key=re.sub(r"['’]s$", "", key).replace(" ", ""), end=match.end(1)))
        place = match.end()
    return found


def _noun(text: str, one: Numeral) -> _Noun:
    of = _OF.match(text, one.end)
    return _noun_at(text, of.end() if of else one.end, single=one.high == 1)


def _noun_at(text: str, start: int, *, single: bool) -> _Noun:
    """Return the counted noun after a place: the first plural, else the first word; words of measure are no noun."""
    words: list[_Word] = []
    measure, end = "", 0
    for word in _following(text, start):
        if word.key in _DETERMINERS and not words:
            continue
        if word.key in PASSED_OVER or word.key in SMALL or word.key in TENS:
            break
        if _tells(word.key):
            measure = STATE_OF[word.key]
            if words and _is_head(words[-1].key):
                break
            end = end or word.end
            continue
        words.append(word)
        if _is_head(word.key) or (single and (word.key in PEOPLE or len(words) > 1)):
            break
    if not words:
        return _Noun(measure=measure, end=end)
    head = next((word for word in words if _is_head(word.key)), None) or next(
        (word for word in words if word.key in PEOPLE), words[0]
    )
    modifiers = tuple(word.text if word.text[:1].isupper() else word.key for word in words[: words.index(head)])
    keys = {head.key, _singular(head.key)}
    people = (
        bool(keys & PEOPLE)
        or head.text[:1].isupper()
        or (not keys & (ANIMALS_AND_THINGS | HOUSEHOLDS) and _human(head.key))
    )
    return _Noun(head=_singular(head.key), modifiers=modifiers, end=head.end, people=people, measure=measure)


def _tells(word: str) -> bool:
    """Say whether a word among the counted ones says what happened to them: “12 dead”, “140 destroyed houses”."""
    if word in {"survivors", "hostages", "evacuees", "saved", "released"}:
        return False
    return word in MEASURE_OF or (word in STATE_OF and word not in NOUNS_OF_MEASURE and word.endswith("ed"))


def _is_head(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "ous", "us")))


def _human(word: str) -> bool:
    """Say whether a noun has the shape of a word for people: “hikers”, “pensioners”, “chemists”."""
    return bool(re.fullmatch(r"\w{3,}(?:ers?|ors?|ists?|ians?|men|ees?|eers?|ants?)", word)) and not re.fullmatch(
        r"\w*(?:numbers?|members?hips?|powers?|papers?|meters?|metres?|letters?|orders?|offers?|centers?|towers?|rivers?|waters?|"
        r"matters?|quarters?|computers?|containers?|carriers?|helicopters?|fighters?-jets?|sectors?|factors?|doors?|floors?|errors?|"
        r"plants?|restaurants?|grants?|trees?|degrees?|fees?|committees?|layers?|corners?|shelters?|boosters?|launchers?|trailers?|"
        r"bunkers?|tankers?|chapters?|charters?|chambers?|borders?|shoulders?|fingers?|winters?|summers?|motors?|reactors?|tractors?|"
        r"variants?|elephants?|warrants?|pistols?|lists?|servers?|customers?-accounts?|semesters?|disasters?|theat(?:er|re)s?)",
        word,
    )


def _measure(text: str, one: Numeral, noun: _Noun, left: str, after: Numeral | None) -> str:
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
            if word in {"dead", "injured", "wounded", "missing"} and "and" in between:
                return ""
            return STATE_OF[word]
        passive = place > 0 and words[place - 1] in _PASSIVE
        return STATE_OF[word] if not passive and all(w in _BETWEEN for w in between) else ""
    return ""


def _state(text: str, start: int, end: int) -> str:
    """Return what a sum or size is of: the nearest telling word after, else before, in its own clause."""
    after = re.split(r"[.;:!?,\n]|\band\b", text[end : end + 40], maxsplit=1)[0]
    before = re.split(r"[.;:!?,\n]", text[max(0, start - 50) : start])[-1]
    for words in (re.findall(r"[a-z]+", after.lower())[:4], re.findall(r"[a-z]+", before.lower())[:-6:-1]):
        told = next((STATE_OF[word] for word in words if word in STATE_OF and word not in MEASURE_OF), "")
        if told:
            return told
    return ""


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, replacement in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) > len(ending) + 2:
            return word[: -len(ending)] + replacement
    return word


__all__ = ["GENERAL", "Counted", "counted_by"]
