"""Text → quantities with bounds and units.

>>> text = "At least a dozen miners died and about $1.2 billion was lost, 4.5 percent of the total."
>>> for q in quantities(text):
...     print(q.span.of(text), q.low, q.high, q.unit)
At least a dozen miners 12.0 None dead
about $1.2 billion 1140000000.0 1260000000.0 usd
4.5 percent 4.5 4.5 percent
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.model import Quantity, Span

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12,
}  # fmt: skip
PLURAL_SCALES = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2e3, None),
    "millions": (2e6, None),
    "billions": (2e9, None),
}
CURRENCIES = {
    "$": "usd", "us$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₽": "rub", "₺": "try", "₹": "inr", "₴": "uah",
    "dollar": "usd", "euro": "eur", "pound": "gbp", "yen": "jpy", "ruble": "rub", "rouble": "rub", "lira": "try",
    "rupee": "inr", "yuan": "cny", "franc": "chf", "hryvnia": "uah", "manat": "azn",
}  # fmt: skip
AT_LEAST = r"at least|more than|over|no fewer than|no less than|upwards of|not less than|exceeding|above"
AT_MOST = r"at most|up to|fewer than|less than|no more than|as many as|under|below"
ABOUT = r"about|around|some|roughly|nearly|almost|approximately|close to|an estimated|estimated|more or less"
NUMERAL = r"\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,5}(?:\.\d{1,9})?(?!\d)|\d{1,15}(?:\.\d{1,9})?(?!\d)"
WORD = "|".join(sorted([*SMALL, "dozen", "hundred", "thousand", "million", "billion"], key=len, reverse=True))
NUMBER = re.compile(
    rf"(?<![\w.,/:-])(?:(?P<bound>{AT_LEAST}|{AT_MOST}|{ABOUT})\s+)?"
    rf"(?:(?P<sign>(?:US)?[$€£¥₽₺₹₴])\s?)?"
    rf"(?:(?P<digits>{NUMERAL})(?:\s?[-–]\s?(?P<upper>{NUMERAL})(?![\d-]))?(?P<tail>%|[kmb]n?\b|mln\b|bln\b|tn\b)?(?![\d/:]|-\d|(?:st|nd|rd|th)\b)"
    rf"|(?P<words>(?:a\s+)?(?:half\s+a\s+)?\b(?:{WORD})(?:(?:\s+and\s+|[\s-])(?:{WORD})){{0,8}})\b"
    rf"|(?P<plural>(?:{'|'.join(PLURAL_SCALES)}))\b)"
    rf"(?P<scale>(?:\s+(?:dozen|hundred|thousand|million|billion|trillion|bn|mln|mn)\b){{0,2}})"
    r"(?P<percent>\s?(?:%|per\s?cent\b|percentage points?\b))?",
    re.IGNORECASE,
)
NOUN = re.compile(r"(?:[\s-]+(?:of\s+)?(?:the\s+|its\s+|their\s+|his\s+|her\s+|other\s+|more\s+)?([^\W\d_]{2,}))?" * 3)
MEASURES = {
    "dead": "dead died die dies killed kills killing deaths death fatalities fatality toll perished bodies lives".split(),
    "injured": "injured wounded hurt injuries injury injuring wounding casualties".split(),
    "missing": ["missing", "unaccounted"],
    "arrested": "arrested detained arrests detentions".split(),
    "displaced": "displaced evacuated homeless".split(),
}
MEASURE_OF = {word: measure for measure, listed in MEASURES.items() for word in listed}
PEOPLE = re.compile(
    r"(?:people|persons?|those|men|women|children|civilians?|soldiers?|troops|workers?|passengers?|residents?|miners?|students?|victims?|others?|protesters?|migrants?|villagers?|sailors?|tourists?|officers?|police|firefighters?|crew|family)\b"
)
PASSED_OVER = {
    "and",
    "or",
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "to",
    "for",
    "from",
    "by",
    "with",
    "after",
    "before",
    "was",
    "were",
    "is",
    "are",
    "had",
    "has",
    "have",
    "as",
    "per",
    "that",
    "who",
    "which",
    "but",
    "since",
    "than",
}
CLOCK = re.compile(r"\s*(?:a\.?m\.?|p\.?m\.?|o'clock|gmt|utc|st|nd|rd|th)\b", re.IGNORECASE)
MONTH_NEAR = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s*$", re.IGNORECASE)
MONTH_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
    re.IGNORECASE,
)
REACH = 60
"""How far, in characters, a word like “killed” may stand from the number that it measures."""


def quantities(text: str) -> list[Quantity]:
    """Return the numbers of a text with bounds and unit, in order; years, dates, clock times and ordinals are none.

    `low` and `high` are inclusive; None is open. “About” widens by 5 %. The unit is a measure (`dead`, `injured`,
    `missing`, `arrested`, `displaced`), a currency code, `percent`, or the counted noun in lower-case singular.
    """
    found = []
    for match in NUMBER.finditer(text):
        bounds = _bounds(match)
        if bounds is None or _is_date(text, match):
            continue
        unit, end = _unit(text, match)
        if not unit and match["words"] and match["words"].lower() in {"one", "a hundred"}:
            continue
        found.append(Quantity(span=Span(start=match.start(), end=end), low=bounds[0], high=bounds[1], unit=unit))
    return found


def compatible(a: Quantity, b: Quantity) -> bool:
    """Say whether one number could satisfy both: their intervals meet.

    >>> a, b, c = quantities("at least a dozen dead; 15 dead; 12 dead")
    >>> compatible(a, b), compatible(b, c)
    (True, False)
    """
    low = max(a.low if a.low is not None else float("-inf"), b.low if b.low is not None else float("-inf"))
    high = min(a.high if a.high is not None else float("inf"), b.high if b.high is not None else float("inf"))
    return low <= high


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    if match["plural"]:
        return PLURAL_SCALES[match["plural"].lower()]
    factor = 1.0
    for scale in match["scale"].lower().split():
        factor *= SCALES[scale]
    if match["digits"]:
        if match["tail"] and match["tail"] != "%":
            factor *= SCALES.get(match["tail"].lower(), 1e9 if match["tail"].lower() == "b" else 1.0)
        low = _value(match["digits"]) * factor
        high = _value(match["upper"]) * factor if match["upper"] else low
    else:
        spelled = _spelled(match["words"])
        if spelled is None:
            return None
        low = high = spelled * factor
    return _widened(low, high, (match["bound"] or "").lower()) if low <= high else None


def _value(digits: str) -> float:
    return float(re.sub(r"[,\u00a0\u202f]", "", digits))


def _widened(low: float, high: float, bound: str) -> tuple[float | None, float | None]:
    if re.fullmatch(AT_LEAST, bound):
        return low, None
    if re.fullmatch(AT_MOST, bound):
        return None, high
    if bound:
        return low * 0.95, high * 1.05
    return low, high


def _spelled(phrase: str) -> float | None:
    total, current = 0.0, 0.0
    for word in re.findall(r"[a-z]+", phrase.lower()):
        if word == "half":
            current = 0.5
        elif word in SMALL:
            current += SMALL[word]
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
    value = total + current
    return value if value or "zero" in phrase.lower() else None


def _is_date(text: str, match: re.Match[str]) -> bool:
    if not match["digits"] or match["sign"] or match["percent"] or match["tail"]:
        return False
    plain = match["digits"].isdigit()
    if CLOCK.match(text, match.end()) or (plain and MONTH_AFTER.match(text, match.end("digits"))):
        return True
    if plain and MONTH_NEAR.search(text[max(0, match.start("digits") - 12) : match.start("digits")]):
        return True
    is_year = plain and len(match["digits"]) == 4 and 1500 <= int(match["digits"]) <= 2100
    return is_year and not PEOPLE.match(text[match.end() :].lstrip()[:20])


@dataclass(frozen=True, slots=True)
class _Near:
    word: str
    end: int


def _unit(text: str, match: re.Match[str]) -> tuple[str, int]:
    """Return the unit and where the quantity ends, counted noun included."""
    if match["percent"] or match["tail"] == "%":
        return "percent", match.end()
    if match["sign"]:
        return CURRENCIES[match["sign"].lower()], match.end()
    nearby = _following(text, match.end())
    for near in nearby:
        if _singular(near.word) in CURRENCIES:
            return CURRENCIES[_singular(near.word)], near.end
    counted = nearby[0] if nearby else None
    if (
        counted is None
        or PEOPLE.match(counted.word)
        or counted.word in MEASURE_OF
        or (len(nearby) > 1 and PEOPLE.match(nearby[1].word))
    ):
        measure = _measure(text, match)
        if measure:
            return measure, counted.end if counted else match.end()
    if counted is None:
        return "", match.end()
    if not counted.word.endswith("s"):
        counted = next((near for near in nearby if near.word.endswith("s") and len(near.word) > 3), counted)
    return ("person" if PEOPLE.match(counted.word) else _singular(counted.word)), counted.end


def _following(text: str, start: int) -> list[_Near]:
    nouns = NOUN.match(text, start, min(len(text), start + REACH))
    found: list[_Near] = []
    for group in range(1, 4):
        word = nouns[group] if nouns else None
        if not word or word.lower() in PASSED_OVER or word.lower() in SMALL:
            break
        found.append(_Near(word.lower(), nouns.end(group) if nouns else start))
    return found


def _measure(text: str, match: re.Match[str]) -> str | None:
    """Return what the number measures: the nearest measure word of the clause, following words first."""
    after = re.split(r"[.;:!?\n]|, (?:and|but|while)\b|\band\b", text[match.end() : match.end() + REACH], maxsplit=1)[0]
    before = re.split(r"[.;:!?\n]", text[max(0, match.start() - REACH) : match.start()])[-1]
    return _nearest(re.findall(r"[^\W\d_]+", after.lower())) or _nearest(
        reversed(re.findall(r"[^\W\d_]+", before.lower()))
    )


def _nearest(listed: Iterable[str]) -> str | None:
    return next((MEASURE_OF[word] for word in listed if word in MEASURE_OF), None)


def _singular(word: str) -> str:
    for ending, replacement in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) > len(ending) + 2:
            return word[: -len(ending)] + replacement
    return word
