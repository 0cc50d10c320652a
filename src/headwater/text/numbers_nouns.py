"""The words after a number → the noun that it counts, with its modifiers.

>>> noun_at("12 dead Orvian coal miners in the pit", 2, single=False)
Noun(head='miner', modifiers=('Orvian', 'coal'), end=26, people=True, measure='dead', whole='')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from headwater.text.numbers_grammar import Numeral
from headwater.text.numbers_lexicon import (
    ANIMALS_AND_THINGS,
    HOUSEHOLDS,
    MEASURE_OF,
    NOUNS_OF_MEASURE,
    PASSED_OVER,
    PEOPLE,
    SMALL,
    STATE_OF,
    TENS,
)

REACH = 70
"""How far, in characters, a word like “killed” may stand from the number that it measures."""
MOST_WORDS = 4
"""Words of a counted noun with its modifiers."""
_NEXT = re.compile(r"(?:[\s-]+|\s?[“‘\"]|(?=[°%]))([^\W\d_]+(?:['’]s\b)?(?:/h)?|°\s?[CF]\b|km²|m²)")
_OF = re.compile(r"\s+of\s+(?:the\s+|those\s+|these\s+|its\s+|their\s+|his\s+|her\s+|our\s+)?", re.IGNORECASE)
_DETERMINERS = frozenset("other more further additional extra new fellow the such same all".split())
_AND = re.compile(r"\s+and\s+([a-z]+)\b(?!\s+\d)", re.IGNORECASE)
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
class Word:
    """A word after a number."""

    text: str
    key: str
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Noun:
    """What is counted; empty where no word tells."""

    head: str = ""
    modifiers: tuple[str, ...] = ()
    end: int = 0
    people: bool = False
    measure: str = ""
    """A measure among the words themselves: “12 dead miners”, “40 injured”."""
    whole: str = ""
    """What is described by the number: the homer of a “two-run homer”."""


def following(text: str, start: int, most: int = MOST_WORDS) -> list[Word]:
    """Return the words right after a place of the text, at most so many, up to the next sign of punctuation.

    >>> [word.key for word in following("12 dead Orvians, it said", 2)]
    ['dead', 'orvians']
    """
    found: list[Word] = []
    place, limit = start, min(len(text), start + REACH)
    while len(found) < most:
        match = _NEXT.match(text, place, limit)
        if not match:
            break
        key = match[1].lower().rstrip(".")
        found.append(Word(text=match[1], key=re.sub(r"['’]s$", "", key).replace(" ", ""), end=match.end(1)))
        place = match.end()
    return found


def noun_of(text: str, one: Numeral) -> Noun:
    """Return what a numeral counts; “12 passengers and crew” are people, of no one kind."""
    of = _OF.match(text, one.end)
    noun = noun_at(text, of.end() if of else one.end, single=one.high == 1)
    joined = _AND.match(text, noun.end) if noun.people else None
    if joined and joined[1].lower() in PEOPLE:  # “passengers and crew” are people, of no one kind
        return replace(noun, head="person", modifiers=(), end=joined.end())
    return noun


def noun_at(text: str, start: int, *, single: bool) -> Noun:
    """Return the counted noun after a place: the first plural; of one, or behind a hyphen, the first word."""
    words, measure, end = _phrase(text, start, single=single)
    hyphen = text[start : start + 1] == "-"
    head = next((word for word in reversed(words) if is_head(word.key)), None)
    if head is None and words and (single or hyphen):
        head = next((word for word in words if word.key in PEOPLE), words[0])
    if head is None:
        return Noun(measure=measure, end=end)
    place = words.index(head)
    if hyphen and head.key not in PEOPLE and len(words) > place + 1:
        whole = singular(words[place + 1].key)  # “a two-run homer”: it is the homer that is so large
        return Noun(head=singular(head.key), end=head.end, measure=measure, whole=whole)
    modifiers = tuple(word.text if word.text[:1].isupper() else word.key for word in words[:place])
    return Noun(head=singular(head.key), modifiers=modifiers, end=head.end, people=_are_people(head), measure=measure)


def _phrase(text: str, start: int, *, single: bool) -> tuple[list[Word], str, int]:
    """Return the words that may name the counted, a measure that stands among them, and where that ends."""
    words: list[Word] = []
    measure, end = "", 0
    for word in following(text, start):
        if word.key in _DETERMINERS and not words:
            continue
        if word.key in PASSED_OVER or word.key in SMALL or word.key in TENS:
            break
        complete = bool(words) and is_head(words[-1].key)
        if tells(word.key):
            measure = STATE_OF[word.key]
            if complete:
                break
            end = end or word.end
            continue
        if complete and (words[-1].text.islower() or not (word.text.islower() and is_head(word.key))):
            break  # “Cubs fans” are fans; “Orvians protest” are Orvians
        words.append(word)
        if single and word.key in PEOPLE:
            break
    return words, measure, end


def _are_people(head: Word) -> bool:
    keys = {head.key, singular(head.key)}
    if keys & PEOPLE or (head.text[:1].isupper() and is_head(head.key)):
        return True
    return not keys & (ANIMALS_AND_THINGS | HOUSEHOLDS) and _human(head.key)


def tells(word: str) -> bool:
    """Say whether a word among the counted ones says what happened to them: “12 dead”, “140 destroyed houses”."""
    if word in {"survivors", "hostages", "evacuees", "saved", "released"}:
        return False
    return word in MEASURE_OF or (word in STATE_OF and word not in NOUNS_OF_MEASURE and word.endswith("ed"))


def is_head(word: str) -> bool:
    """Say whether a word has the shape of a plural."""
    if word in _PLURALS or (word.endswith("men") and word not in {"specimen", "regimen", "abdomen", "omen"}):
        return True
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "ous", "us"))


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


def singular(word: str) -> str:
    """Return a noun in the singular, as far as its shape tells.

    >>> singular("policies"), singular("children"), singular("buses"), singular("crises")
    ('policy', 'child', 'bus', 'crise')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, replacement in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) > len(ending) + 2:
            return word[: -len(ending)] + replacement
    return word
