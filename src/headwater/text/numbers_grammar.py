"""Text → numerals: where a number stands, what interval it means, and how far it is rounded.

What is counted is the business of `numbers_counted`.

>>> text = "Between 20 and 30 boats, some 1.2bn euros and a third of the crew"
>>> for one in numerals(text):
...     print(text[one.start : one.end], "|", one.low, one.high)
Between 20 and 30 | 20.0 30.0
some 1.2bn | 1140000000.0 1260000000.0
a third of | 33.333333333333336 33.333333333333336
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from headwater.text.numbers_lexicon import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    BELOW,
    BEYOND,
    CHANGED,
    CURRENCIES,
    FUZZY,
    SCALES,
    SMALL,
    TENS,
)

Bound = Literal["", "least", "most", "below", "beyond", "about"]

_SCALE = r"dozen|hundred|thousand|lakh|million|crore|billion|trillion|bn|mln|mn"
_SHARES = r"%|per\s?cent\b|percent\b|pct\b|percentage[\s-]points?\b|points?\b(?=\s+(?:to|higher|lower))"
_GROUPED = r"\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,5}(?:\.\d{1,9})?|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,3}(?:\.\d{3}){2,5}"
_COMMA = rf"\d{{1,3}},\d{{1,2}}(?=\s?(?:%|€|per\s?cent|(?:{_SCALE}|km|kg)\b))"
_DIGITS = rf"(?:(?:{_GROUPED})(?![\d,]\d)|{_COMMA}|\d{{1,15}}(?:\.\d{{1,9}})?)(?!\d)"
_SIGN = r"(?:(?:US|A|C|NZ|HK)?\$|[€£¥₽₺₹₴₦₩]|(?:USD|EUR|GBP|CHF)\s)"
_UNIT_WORD = "|".join(SMALL)
_BELOW_100 = (
    rf"(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(list(SMALL)[1:10])}))?|{'|'.join(sorted(SMALL, key=len, reverse=True))}"
)
_BELOW_1000 = rf"(?:(?:{_BELOW_100}|a|half\s+a)[\s-](?:hundred|dozen)(?:\s(?:and\s)?(?:{_BELOW_100}))?|{_BELOW_100})"
_BIG = rf"(?:{_BELOW_1000}|a|half\s+a)(?:\sand\sa\shalf)?[\s-](?:thousand|million|billion|trillion|lakh|crore)"
_WORDS = rf"(?:{_BIG}(?:\s(?:and\s)?{_BIG}){{0,2}}(?:\s(?:and\s)?{_BELOW_1000})?|{_BELOW_1000}(?:\sand\sa\shalf)?)"
_FUZZY = "|".join(re.escape(word) for word in sorted(FUZZY, key=len, reverse=True))
_FRACTION_WORDS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_COUNTERS = "a|one|two|three|four|five|six|seven|eight|nine"
_BOUNDS = "|".join(
    f"(?P<{name}>{words})"
    for name, words in (("below", BELOW), ("beyond", BEYOND), ("least", AT_LEAST), ("most", AT_MOST), ("about", ABOUT))
)
NUMERAL = re.compile(
    rf"(?<![\w.,/:*×–-])(?:(?:well\s+|far\s+|slightly\s+|much\s+)?(?:{_BOUNDS})\s+(?:(?:about|some|around|just)\s+)?)?(?P<between>between\s+)?(?P<minus>minus\s+|[-−])?"
    r"(?:"
    rf"(?P<fraction>(?:(?:{_COUNTERS})[\s-])?(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?))(?=\s+(?:of\b|the\b|its\b|their\b|all\b))(?:\s+of\b)?"
    rf"|(?P<share>(?P<some>{_COUNTERS}|ten|\d{{1,3}})\s+(?:in|out\s+of)(?:\s+every)?\s+(?P<all>{_UNIT_WORD}|\d{{1,4}}))(?![\w-]|,\d)(?=\s+[^\W\d_]{{3}})"
    rf"|(?P<fuzzy>{_FUZZY})\b(?:\s+(?P<fuzzy_scale>dozen|hundred|thousand|million|billion)\b)?(?:\s+of\b(?!\s+(?:them|whom|which|these|those)\b))?"
    rf"|(?:(?P<sign>{_SIGN})\s?)?(?P<digits>{_DIGITS})(?:\s?(?P<dash>[-–])\s?{_SIGN}?(?P<upper>{_DIGITS})(?![\d-]))?(?P<plus>\+|-plus\b|-odd\b)?"
    r"(?P<tail>(?:[kmb]n?|mln|bln|tn)\b)?(?![/:.*×–-]\d|\d|(?!(?:km/?h?|kg|mph|kph|mm?|cm|ft|mw|gw|kw|lbs?|ha|mi|pc|pct)\b)[^\W\d_])"
    rf"|(?P<words>\b{_WORDS})\b(?!-(?:{_UNIT_WORD}))(?!\s?['’]s\b)"
    r")"
    rf"(?P<scale>(?:[\s-](?:{_SCALE}|tn)\b){{0,2}})"
    rf"(?:\s?(?P<percent>{_SHARES}))?(?:\s+(?P<after>or\s+(?:more|so|fewer|less)))?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s+(to|and|or)\s+", re.IGNORECASE)
_SMALLEST_ROUND = 100
"""A whole number below this is taken to be exact: 40 and 51 are two tolls."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Numeral:
    """A number as it is written, with the interval that it means."""

    start: int
    """Its bound included (“at least”)."""
    number: int
    """Where the number itself begins."""
    end: int
    low: float | None
    high: float | None
    value: float
    """The number that the words name, its bound left aside."""
    slack: float = 0.0
    bound: Bound = ""
    currency: str = ""
    percent: str = ""
    """`percent`, `percentage point` or nothing."""
    digits: str = ""
    """The bare digits where it is written in digits and without a scale."""
    second: float | None = None
    """What stands behind a dash: “54-46”, “20-30”."""
    over: bool = False
    """Its bound is “over”, which before a span of time says how long something lasts."""
    decimal: bool = False
    """Digits behind the point were given."""
    vague: bool = False
    fraction: bool = False
    tail: str = ""
    """A letter for a scale that stands against the digits: “m” may be metres too."""
    minus: bool = False
    share: tuple[float, float] | None = None
    ranged: bool = False


def numerals(text: str) -> list[Numeral]:
    """Return the numerals of a text in order; ranges are one. Dates and years are still among them.

    >>> [(one.low, one.high) for one in numerals("nearly 300, just over 40 or two and a half million")]
    [(270.0, 300.0), (40.0, 48.0), (2500000.0, 2500000.0)]
    """
    found: list[Numeral] = []
    awaiting = False
    for match in NUMERAL.finditer(text):
        one = _numeral(match)
        if one is None:
            continue
        last = found[-1] if found else None
        joint = _JOINT.fullmatch(text, last.end, one.number) if last and one.number - last.end < 8 else None
        ranged = last and joint and _one_range(last, one, joint[1].lower(), between=awaiting)
        if last and ranged and not (joint and joint[1].lower() == "to" and _changed(text, last)):
            found[-1] = _joined(last, one)
            awaiting = False
            continue
        awaiting = bool(match["between"])
        found.append(one)
    return found


def _changed(text: str, last: Numeral) -> bool:
    """Say whether the number before “to” is where a change began or how large it was: “rose from 10 to 12”."""
    left = text[max(0, last.start - 60) : last.start]
    if re.search(r"\bfrom\s*$", left, re.IGNORECASE):
        return bool(re.search(rf"\b{CHANGED}\b", left, re.IGNORECASE))
    return bool(re.search(rf"\b{CHANGED}(?:\s+\w+ly)?(?:\s+by)?\s*$", left, re.IGNORECASE))


def _one_range(last: Numeral, one: Numeral, joint: str, *, between: bool) -> bool:
    if last.ranged or last.vague or one.vague or one.bound or last.second is not None or one.second is not None:
        return False
    if last.percent and last.percent != one.percent:
        return False
    top = one.value
    low = last.value if last.value >= 1000 or not _scale_of(one) else last.value * _scale_of(one)
    if joint == "and":
        return between and low < top
    if joint == "or":
        return low < top <= low + 2
    return low < top


def _scale_of(one: Numeral) -> float:
    return next((size for size in (1e12, 1e9, 1e6, 1e3) if one.value >= size and not one.digits), 0.0)


def _joined(last: Numeral, one: Numeral) -> Numeral:
    scale = _scale_of(one)
    low = last.value * scale if scale and last.value < 1000 else last.value
    return replace(
        last,
        end=one.end,
        low=low,
        high=one.value,
        value=(low + one.value) / 2,
        slack=max(last.slack, one.slack),
        percent=one.percent or last.percent,
        currency=last.currency or one.currency,
        ranged=True,
        tail=one.tail,
        digits="",
    )


def _numeral(match: re.Match[str]) -> Numeral | None:
    start, end = match.start(), match.end()
    number = match.end("between") if match["between"] else _after_bound(match)
    bare = Numeral(
        start=start,
        number=number,
        end=end,
        low=None,
        high=None,
        value=0.0,
        bound=_bound(match),
        over=(match["least"] or "").lower() == "over",
    )
    if match["fuzzy"]:
        return _fuzzy(match, bare)
    if match["fraction"]:
        return _fraction(match["fraction"].lower(), bare)
    if match["share"]:
        return _share(match, bare)
    scale = _scale(match)
    read = _digits(match, bare, scale) if match["digits"] else _words(match["words"].lower(), bare, scale)
    if read is None:
        return None
    percent = (match["percent"] or "").lower()
    kind = "" if not percent else "percentage point" if "point" in percent else "percent"
    read = replace(read, percent=kind, minus=bool(match["minus"]))
    return _widened(read, exact=bool(kind))


def _after_bound(match: re.Match[str]) -> int:
    for group in ("minus", "fuzzy", "fraction", "share", "sign", "digits", "words"):
        if match[group]:
            return match.start(group)
    return match.start()


def _bound(match: re.Match[str]) -> Bound:
    after = (match["after"] or "").lower()
    if match["least"] or after.endswith("more") or match["plus"] in {"+", "-plus"}:
        return "least"
    if match["most"] or after.endswith(("fewer", "less")):
        return "most"
    if match["below"]:
        return "below"
    if match["beyond"]:
        return "beyond"
    return "about" if match["about"] or after or match["plus"] else ""


def _scale(match: re.Match[str]) -> float:
    factor = 1.0
    for scale in re.findall(r"[a-z]+", match["scale"].lower()):
        factor *= SCALES[scale]
    return factor


def _fuzzy(match: re.Match[str], bare: Numeral) -> Numeral | None:
    words = re.sub(r"\s+", " ", match["fuzzy"].lower())
    if words == "a couple" and not (match["fuzzy_scale"] or match.group().lower().endswith(" of")):
        return None  # two people who are married
    meant, factor = FUZZY[words], SCALES[(match["fuzzy_scale"] or "").lower()] if match["fuzzy_scale"] else 1.0
    high = None if meant.high is None or bare.bound == "least" else meant.high * factor
    low = None if bare.bound == "most" else meant.low * factor
    return replace(bare, low=low, high=high, value=meant.low * factor, slack=meant.slack * factor, vague=True)


def _fraction(words: str, bare: Numeral) -> Numeral:
    count, part = re.fullmatch(r"(?:(\w+)[\s-])?(\w+)", words.strip()).groups()  # type: ignore[union-attr]
    top = SMALL.get(count or "", 1)
    share = 100 * top / _FRACTION_WORDS[part.removesuffix("s")]
    read = replace(bare, low=share, high=share, value=share, slack=2.0, percent="percent", fraction=True)
    return _widened(read, exact=True)


def _share(match: re.Match[str], bare: Numeral) -> Numeral | None:
    some, every = (_plain(match[group].lower()) for group in ("some", "all"))
    if not every or some >= every:
        return None
    share = 100 * some / every
    read = replace(
        bare, low=share, high=share, value=share, slack=2.0, percent="percent", fraction=True, share=(some, every)
    )
    return _widened(read, exact=True)


def _plain(words: str) -> float:
    return 1.0 if words == "a" else float(SMALL[words]) if words in SMALL else float(words)


def _digits(match: re.Match[str], bare: Numeral, scale: float) -> Numeral:
    tail = (match["tail"] or "").lower()
    factor = scale * (SCALES[tail] if tail else 1.0)
    value = _value(match["digits"]) * factor
    second = _value(match["upper"]) * factor if match["upper"] else None
    sign = (match["sign"] or "").lower().strip()
    plain = "" if factor > 1 or tail else match["digits"]
    top = second if second is not None and second > value else value
    return replace(
        bare,
        low=value,
        high=top,
        value=value if second is None else (value + top) / 2,
        second=second,
        slack=_rounding(match["digits"], factor, value),
        currency=CURRENCIES[sign] if sign else "",
        digits=plain,
        tail=tail,
        decimal=not value.is_integer() or (factor > 1 and "." in match["digits"]),
        ranged=second is not None and second > value,
    )


def _value(digits: str) -> float:
    if re.fullmatch(_COMMA.partition("(?=")[0], digits):
        return float(digits.replace(",", "."))
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return float(re.sub(r"[,\u00a0\u202f]", "", digits))


def _rounding(digits: str, factor: float, value: float) -> float:
    """Return half a unit of the last digit given, at most 10 % of a scaled number and 5 % of a plain one."""
    _, point, decimals = digits.partition(".")
    if point and digits.count(".") == 1:
        return min(0.5 * factor * 10.0 ** -len(decimals), 0.1 * value if factor > 1 else value)
    if factor > 1:
        return min(0.5 * factor, 0.1 * value)
    zeros = len(digits) - len(digits.rstrip("0,"))
    if value < _SMALLEST_ROUND or not zeros:
        return 0.0
    zeros = len(re.sub(r"\D", "", digits)) - len(re.sub(r"\D", "", digits).rstrip("0"))
    return min(0.5 * 10.0**zeros, 0.05 * value)


def _words(phrase: str, bare: Numeral, scale: float) -> Numeral | None:
    value = spelled(phrase)
    if value is None:
        return None
    value *= scale
    if phrase.rstrip().endswith("dozen") and scale == 1:
        slack = max(1.0, value / 8)
    elif value >= _SMALLEST_ROUND:
        slack = _rounding(f"{value:.0f}", 1.0, value)
    else:
        slack = 0.0
    return replace(bare, low=value, high=value, value=value, slack=slack)


def spelled(phrase: str) -> float | None:
    """Return the value of a spelled number, None where the words name none.

    >>> spelled("two hundred and twenty-one thousand"), spelled("half a dozen"), spelled("two and a half million")
    (221000.0, 6.0, 2500000.0)
    """
    total, current, half = 0.0, 0.0, False
    for word in re.findall(r"[a-z]+", phrase.lower()):
        if word == "half":
            current, half = current + 0.5, True
        elif word in SMALL or word in TENS:
            current += SMALL.get(word, TENS.get(word, 0))
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
    value = total + current
    return value if value or half or "zero" in phrase.lower() else None


def _widened(one: Numeral, *, exact: bool) -> Numeral:
    """Open or widen the interval as the bound says; “about” strays more for a small count than for a large number."""
    low, high = one.low or 0.0, one.high or 0.0
    share = 0.2 if one.value < _SMALLEST_ROUND and not exact and not one.currency else 0.1
    if one.value >= 1000 or one.currency:
        share = 0.05
    if one.bound == "least":
        return replace(one, high=None)
    if one.bound == "most":
        return replace(one, low=None)
    if one.bound == "below":
        return replace(one, low=round(low * (1 - max(share, 0.1)), 6))
    if one.bound == "beyond":
        return replace(one, high=round(high * (1 + max(share, 0.1)), 6))
    if one.bound == "about":
        return replace(one, low=round(low * (1 - share), 6), high=round(high * (1 + share), 6))
    return one
