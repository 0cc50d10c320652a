"""A sentence → the numbers, names, dates, places and verbs in it that may be changed, by plain patterns over its characters.

Every finder yields a `Value`: where it stands, a key that is equal for the same value in other sentences, and the words
that say what it is a value of. What is doubtful (bounded numbers, names of things with a number, days on which somebody
spoke) is left out.

>>> [(one.key, sorted(one.roles)) for one in find("number", "The flood killed 14 people.", Known.of([]))]
[('14', ['peopl'])]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from evaluate.conflicts.sentences import FUNCTION, stem
from headwater import text
from headwater.model import Span
from headwater.statements.given_names import gender_of

Kind = Literal["number", "name", "date", "place", "polarity"]
KINDS: tuple[Kind, ...] = ("number", "name", "date", "place", "polarity")

PLACES = Path(text.__file__).with_name("names_places.txt")
COUNTS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(),
        start=2,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MONTHS = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = rf"(?:{'|'.join(MONTHS)})\b\.?"
DAY = rf"(?:{'|'.join(DAYS)})"
NUMBER = re.compile(
    r"(?<![\w.,:/$€£¥–—-])[$€£¥]?(?P<figure>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
    rf"|(?:{'|'.join(sorted(COUNTS, key=len, reverse=True))})(?![\w]))"
    r"(?P<scale>[ -](?:thousand|million|billion|trillion))?(?P<after>-(?:year|day|hour|minute|foot|mile|page|ton)\b|\s?%)?"
    r"(?![\w:/–—]|-|[.,]\d)",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?:least|most|more than|over|up to|as many as|nearly|almost|fewer|less|under|maximum|minimum|between|from|than|another|other|a further|top|"
    rf"no|number|article|section|chapter|version|{'|'.join(COUNTS)}|\d+ (?:to|and|or))\W*(?:\w+\W*)?$",
    re.IGNORECASE,
)
BEFORE = 24
"""Characters before a number in which a bound may stand."""
AFTER = 2
"""Words after a number of which one is what it counts."""
YEARS = range(1500, 2101)
NAME = re.compile(r"(?<![\w-])(?=(?P<name>[A-Z][a-zé’'-]+(?: [A-Z]\.)? [A-Z][A-Za-zé’'-]+)\b)")
"""Two words with a capital; looked for at every word, since a title may stand before the name."""
FAMILY = re.compile(
    r"(?:(?<![A-Za-z] )|(?<=[a-z,;] )|(?<=Mr )|(?<=Ms )|(?<=Mr\. )|(?<=Ms\. )|(?<=Mrs\. ))\b(?P<family>[A-Z][a-zé-]{3,})\b(?! [A-Z])"
)
NEAR = 3
"""Words on each side of a name, a day or a place that say its part in the sentence."""
WEEKDAY = re.compile(rf"\b{DAY}\b(?!['’]s|[ ,]+(?:{MONTH}|\d))")
CALENDAR = re.compile(
    rf"(?<!{DAY[3:5]})\b(?:(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{MONTH}))(?![\w:%-])"
)
SPELL = re.compile(r"\b(?:last|next) (?:week|month|year)\b")
YEAR = re.compile(r"\b(?:in|since|from|until|by) (?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]|,\d)")
SPEECH = frozenset(
    map(
        stem,
        "said say says told tells tell announced announce reported reports report according stated statement tweeted tweet "
        "wrote posted spoke added explained confirmed interview published updated speak speaking speaks conceded acknowledged admitted dismissed warned "
        "responded demanded called".split(),
    )
)
PLACE = re.compile(
    r"\b(?P<where>in|at|near|outside|across|over|from|to|toward|towards) (?:(?:north|south|east|west)(?:ern)? |central |downtown )?"
    r"(?P<place>[A-Z][a-zé]+(?:(?:-[a-z]+-| |-)[A-Z][a-zé]+){0,2})\b(?!-)"
)
PEOPLES = re.compile(r"(?:[aei]an|ese|ish|ani|eli)$")
"""Endings of words for a people: “in Dravenian hands” names no place."""
SPEAKS = r" (?:said|says|announced|told|employees?|executives?|officials|spokes\w+|has|reported)\b"
"""What follows the name of a firm or a paper, not of a town."""
INSIDE = r"\b(?:in|near|outside|across|over)(?: (?:the|central|downtown|north\w*|south\w*|east\w*|west\w*))? "
INSTITUTIONS = frozenset(
    "Post Times News Tribune Herald Journal University Hospital School College Church Park Street Road Airport Center "
    "Centre Bank".split()
)
FULL = 0.05
"""Share of the occurrences of a family name that stand after a given name."""
OFTEN = 0.1
"""Share of the occurrences of a name in its story that stand after a word of place, if it is one."""
LOCATING = frozenset({"in", "at", "near", "outside"})
AUXILIARY = re.compile(
    r"\b(?:will|would|can|could|should|must|is|are|was|were|(?:has|have|had)(?= (?:been|\w{3,}(?:ed|en|own|ost|one|aid|ade|ound))\b))\b(?! not\b)"
)
OPEN = re.compile(r"\b(?:if|whether)\b[^,;:.“”\"]*$", re.IGNORECASE)
"""Before a verb of which it is left open whether it is so."""
NEGATED = re.compile(
    r"\b(?:will|would|can|could|should|must|is|are|was|were|has|have|had|did|does|do) not\b|\bcannot\b", re.IGNORECASE
)
NEGATION = re.compile(
    r"\b(?:not|no|never|none|neither|nor|nothing|nobody|without|cannot|hardly|barely)\b|n['’]t\b", re.IGNORECASE
)
ANTONYMS = (
    "approved rejected", "accepted refused", "won lost", "confirmed denied", "rose fell", "increased decreased",
    "agreed refused", "supported opposed", "supports opposes", "backed opposed", "succeeded failed",
    "opened closed", "allowed banned", "allows forbids", "arrested released", "began ended", "started stopped", "gained lost",
    "largest smallest", "biggest smallest", "higher lower", "guilty innocent", "alive dead",
    "safe unsafe", "possible impossible", "available unavailable", "increase decrease", "accept reject", "approve reject",
    "condemned praised", "welcomed condemned", "successful unsuccessful", "successfully unsuccessfully", "true false",
)  # fmt: skip
OPPOSITES: Mapping[str, str] = {
    word: other for pair in reversed(ANTONYMS) for word, other in (pair.split(), pair.split()[::-1])
}
ANTONYM = re.compile(rf"\b(?:{'|'.join(OPPOSITES)})\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """Something in a sentence that may be changed."""

    kind: Kind
    span: Span
    """Into the sentence."""
    key: str
    """Equal for the same value elsewhere."""
    roles: frozenset[str]
    """Stems of the words that say what it is a value of; the other sentence must share one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the texts of a story show: family names of persons, and names of places."""

    families: frozenset[str]
    places: frozenset[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Known:
        """Read the texts of one story."""
        whole = "\n".join(texts)
        people = Counter(found["name"].split()[-1] for found in NAME.finditer(whole) if gender_of(found["name"]))
        places = {found["place"] for found in PLACE.finditer(whole)}
        return cls(
            families=frozenset(name for name, count in people.items() if _is_family(name, count, whole)),
            places=frozenset(place for place in places if _is_place(place, whole)),
        )


def _is_family(name: str, full: int, whole: str) -> bool:
    """Say whether a last word that stands so often after a given name is a family name, and no month, school or firm."""
    if name in {*MONTHS, *DAYS, *INSTITUTIONS}:
        return False
    return full >= FULL * len(re.findall(rf"\b{re.escape(name)}\b", whole))


def _is_place(name: str, whole: str) -> bool:
    if PEOPLES.search(name) or gender_of(name) or set(name.split()) & {*MONTHS, *DAYS}:
        return False
    if name in {*states(), *states().values()}:
        return True
    own = re.escape(name)
    inside = len(re.findall(rf"{INSIDE}{own}\b(?! [A-Z\d])", whole))
    return inside > 1 and inside >= OFTEN * len(re.findall(rf"\b{own}\b", whole)) and not re.search(own + SPEAKS, whole)


@cache
def states() -> Mapping[str, str]:
    """Return the names of states with their capitals, from the package's own list."""
    lines = PLACES.read_text("utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")] for line in lines if "|" in line and not line.startswith("#")]
    return {row[0]: row[3].split(",")[0] for row in rows}


def find(kind: Kind, sentence: str, known: Known) -> list[Value]:
    """Return the values of one kind in a sentence, in order."""
    if kind == "name":
        return list(names(sentence, known))
    if kind == "place":
        return list(places(sentence, known))
    return list({"number": numbers, "date": dates, "polarity": polarities}[kind](sentence))


def numbers(sentence: str) -> Iterator[Value]:
    """Yield numbers with what they count: no years, bounds, days of a month, ranges or names of things."""
    for found in NUMBER.finditer(sentence):
        figure, scale, after = found["figure"].casefold(), (found["scale"] or "")[1:], found["after"] or ""
        before, rest = sentence[max(0, found.start() - BEFORE) : found.start()], sentence[found.end() :]
        sign = found.group()[0] if found.group()[0] in "$€£¥" else ""
        if not sign and figure.isdigit() and len(figure) == 4 and int(figure) in YEARS:
            continue
        if BOUND.search(before) or re.search(rf"(?:{MONTH}|[a-z,] [A-Z][\w’'-]*) ?$", before):
            continue
        if re.match(rf"\s(?:(?:(?:to|or) [$€£¥]?\d+|of|a\.?m|p\.?m|o['’]clock)\b|{MONTH})", rest):
            continue
        amount = str(COUNTS.get(figure, figure.replace(",", "")))
        words = [
            stem(word)
            for word in re.findall(r"^[^\W\d]+|(?<=[ -])[^\W\d]+", re.split(r"[.,;:()\"“”]", rest)[0])[:AFTER]
        ]
        roles = {sign} if sign else {after.strip()} if after else {word for word in words if word not in FUNCTION}
        if "percent" in words or words[:2] == ["per", "cent"] or "%" in after:
            roles = {"%"}
        if roles:
            key = f"{float(amount):g}{scale.casefold()}"
            yield Value(
                kind="number",
                span=Span(start=found.start("figure"), end=found.end("figure")),
                key=key,
                roles=frozenset(roles),
            )


def names(sentence: str, known: Known) -> Iterator[Value]:
    """Yield persons: full names with a given name that says “he” or “she”, and their family names alone."""
    last = -1
    for found in NAME.finditer(sentence):
        name = found["name"]
        if gender_of(name) and name.split()[-1] in known.families and found.start() >= last:
            span, last = Span(start=found.start(), end=found.end("name")), found.end("name")
            yield Value(kind="name", span=span, key=name.split()[-1], roles=_around(sentence, span))
    for found in FAMILY.finditer(sentence):
        if found.start() >= last and found["family"] in known.families:
            span = Span(start=found.start("family"), end=found.end("family"))
            yield Value(kind="name", span=span, key=found["family"], roles=_around(sentence, span))


def dates(sentence: str) -> Iterator[Value]:
    """Yield weekdays, days of a month, and years after “in” or “since”; no day on which somebody spoke."""
    for pattern in (WEEKDAY, CALENDAR, YEAR, SPELL):
        for found in pattern.finditer(sentence):
            span = Span(start=found.start(), end=found.end())
            near = _around(sentence, span)
            if (
                near & SPEECH
                or re.search(rf"{DAY},? $|[a-z] [A-Z]\w+ $", sentence[: span.start])
                or re.match(r" (?:[A-Z]|night [A-Z])", sentence[span.end :])
            ):
                continue
            if pattern is CALENDAR:
                month, day = found["m1"] or found["m2"], found["d1"] or found["d2"]
                yield Value(kind="date", span=span, key=f"{month[:3]} {day}", roles=near - FUNCTION)
            elif pattern is YEAR:
                yield Value(
                    kind="date",
                    span=Span(start=found.start("year"), end=found.end("year")),
                    key=found["year"],
                    roles=near - FUNCTION,
                )
            else:
                yield Value(kind="date", span=span, key=found.group(), roles=near - FUNCTION)


def places(sentence: str, known: Known) -> Iterator[Value]:
    """Yield names that stand after a word of place."""
    for found in PLACE.finditer(sentence):
        if found["place"] not in known.places or re.match(r" [A-Z]|['’]s", sentence[found.end() :]):
            continue
        where = found["where"]
        role = "in" if where in LOCATING else "to" if where.startswith("to") else where
        yield Value(
            kind="place",
            span=Span(start=found.start("place"), end=found.end("place")),
            key=found["place"],
            roles=frozenset({role}),
        )


def polarities(sentence: str) -> Iterator[Value]:
    """Yield verbs that can be negated, “not” that can be taken out, and words with an opposite."""
    negations = len(NEGATION.findall(sentence))
    if negations == 1:
        for found in NEGATED.finditer(sentence):
            if verb := _next_verb(sentence, found.end()):
                yield Value(
                    kind="polarity",
                    span=Span(start=found.start(), end=found.end()),
                    key="not " + verb,
                    roles=frozenset({verb}),
                )
    if negations:
        return
    for found in AUXILIARY.finditer(sentence):
        if OPEN.search(sentence[: found.start()]):
            continue
        if verb := _next_verb(sentence, found.end()):
            yield Value(
                kind="polarity", span=Span(start=found.start(), end=found.end()), key=verb, roles=frozenset({verb})
            )
    for found in ANTONYM.finditer(sentence):
        yield Value(
            kind="polarity",
            span=Span(start=found.start(), end=found.end()),
            key=found.group(),
            roles=frozenset({found.group()}),
        )


def _next_verb(sentence: str, end: int) -> str | None:
    """Return the stem of the first word of content right after an auxiliary; None where none comes at once."""
    following = re.match(r"((?: [a-z]+){1,3})", sentence[end:])
    words = following.group().split() if following else []
    content = [word for word in words if word not in FUNCTION and not word.endswith("ly")]
    return stem(content[0]) if content and words.index(content[0]) < AFTER else None


def _around(sentence: str, span: Span) -> frozenset[str]:
    before = re.findall(r"[\w’'-]+", sentence[: span.start])[-NEAR:]
    after = re.findall(r"[\w’'-]+", sentence[span.end :])[:NEAR]
    return frozenset(stem(word) for word in (*before, *after))
