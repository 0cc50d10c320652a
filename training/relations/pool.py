"""Pairs made from sentences of real news, at training time only: the same sentence retold, changed, or beside its neighbours.

Reads `../shared/data/articles/pool.jsonl.gz`; none of its text is kept.

>>> negated("The bridge was closed on Monday.")
'The bridge was not closed on Monday.'
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Sequence
from itertools import combinations

from headwater.text.sentences import sentences
from training.readers.invented_cast import DAYS, MONTHS
from training.relations.gold import CONTRADICTS, HEDGED, NEITHER, SHARED_DATA, SUPPORTS, Row

FEWEST, MOST = 7, 36
"""Words of a sentence that is used."""
HELP = re.compile(
    r" (is|are|was|were|will|would|can|could|has|have|had|should|must)(?! not\b|n't\b| no\b)(?= [a-z]{3,})"
)
WITHOUT = re.compile(
    r" (?:was|were|is|are|has|have|had|will|would|can|could|should|do|does|did) not\b| (?:was|were|is|are|has|have|had|did|does|do|would|could)n['’]t\b"
)
NUMBER = re.compile(r"(?<![\w.,$-])(\d{1,3}(?:,\d{3})+|\d+)(?![\w-]|[.,]\d)")
SPELLED = "two three four five six seven eight nine ten eleven twelve dozen hundred thousand".split()
WORD_NUMBER = re.compile(rf"\b({'|'.join(SPELLED)})\b")
DAY = re.compile(rf"\b({'|'.join(DAYS)})\b")
MONTH = re.compile(rf"\b({'|'.join(set(MONTHS) - {'May'})})\b")
NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-zé]{3,}(?: [A-Z][a-zé]{3,})?)(?=[ ,.])")
TAIL = re.compile(r", (?:according to|which|who|as|after|while|where|including|with|adding|saying) [^,]{12,}\.$")
ATTRIBUTED = re.compile(r",? (?:he|she|they|[A-Z]\w+ ?\w*) (?:said|says|told reporters)(?: on [A-Z]\w+)?\.$")
SPEAKERS = (
    "an official said", "the ministry said", "a spokesman said", "according to the police", "he said", "she told reporters",
    "officials confirmed on Friday", "the agency reported", "according to two people familiar with the matter",
)  # fmt: skip
AHEAD = (
    "Officials said that ",
    "According to a statement, ",
    "The agency reported that ",
    "A spokeswoman confirmed that ",
)
DISTANT = (
    "Reportedly, ",
    "There are claims that ",
    "Rumours say that ",
    "It is alleged that ",
    "Unconfirmed reports say that ",
)
DENIED = (
    "Officials denied that ", "It is not true that ", "The ministry dismissed reports that ", "A spokesman rejected the claim that ",
    "There is no evidence that ", "Nobody confirmed, and the police denied, that ", "The company ruled out that ",
)  # fmt: skip
OPPOSED = (
    ("increase", "decrease"), ("increased", "decreased"), ("rose", "fell"), ("higher", "lower"), ("more", "fewer"), ("support", "oppose"),
    ("supported", "opposed"), ("approved", "rejected"), ("accepted", "refused"), ("agreed", "refused"), ("won", "lost"),
    ("before", "after"), ("guilty", "innocent"), ("success", "failure"), ("successful", "unsuccessful"), ("legal", "illegal"),
    ("began", "ended"), ("allowed", "banned"), ("opened", "closed"), ("gained", "lost"), ("passed", "rejected"),
    ("praised", "criticised"), ("denied", "admitted"), ("largest", "smallest"), ("best", "worst"), ("first", "last"),
    ("majority", "minority"), ("strong", "weak"), ("safe", "dangerous"), ("likely", "unlikely"), ("possible", "impossible"),
    ("always", "never"), ("all", "none"), ("many", "few"), ("early", "late"), ("old", "new"), ("public", "private"),
    ("include", "exclude"), ("true", "false"), ("alive", "dead"), ("hired", "fired"), ("bought", "sold"), ("increases", "cuts"),
)  # fmt: skip
OPPOSITES = {**dict(OPPOSED), **{new: old for old, new in OPPOSED}}
OPPOSED_WORD = re.compile(rf"\b({'|'.join(sorted(OPPOSITES))})\b")


LIGHT = "also still now already then later apparently again meanwhile".split()
LIGHT_WORD = re.compile(rf" (?:{'|'.join(LIGHT)}|however|very|recently|currently|just|previously)\b,?")
AUXILIARY = re.compile(r" (?:is|are|was|were|has|have|had)\b")
ASIDE = re.compile(r", [^,.]{4,40},(?= (?:is|are|was|were|has|have|had|said|will|told)\b)| \([^)]*\)")
LABELS = (
    "Photo: ",
    "Update: ",
    "Read more: ",
    "Watch: ",
    "Image copyright: ",
    "Story highlights ",
    "Skip to the post: ",
    "Related: ",
)
CONTENT = re.compile(r"[a-zé]{4,}|\d+")
DENYING = re.compile(
    r"\b(?:den(?:y|ied|ies)|reject\w*|dismiss\w*|ruled out|refut\w*|refus\w*|disput\w*|contrary|despite)\b"
)
TOGETHER = re.compile(r"\b(?:and|or|with|met|between)\b|,")
LEAST = 0.35
"""The share of the shorter sentence's words that the other has too."""


class Pool:
    """The sentences of the articles, by article."""

    def __init__(self, articles: int = 1500) -> None:
        with gzip.open(SHARED_DATA / "articles" / "pool.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for _, line in zip(range(articles), lines, strict=False)]
        self.articles = [found for text in texts if len(found := usable(text)) > 3]

    def row(self, chance: random.Random) -> Row:
        """Return a pair with what is right of it."""
        article = chance.choice(self.articles)
        draw = chance.random()
        if draw < 0.34:
            return _neighbours(article, chance)
        one = chance.choice(article)
        if draw < 0.64:
            return _retold(one, chance)
        return _changed(one, article, chance) or _retold(one, chance)


def reports(articles: int = 577) -> list[Row]:
    """Return pairs of sentences from two reports of one story that share words and, read blind, hardly ever conflict.

    What they are instead is left open: their target is anything but a conflict. Pairs with other numbers or with a denial,
    which may conflict, are left out.
    """
    with gzip.open(SHARED_DATA / "stories" / "wikinews.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(articles), lines, strict=False)]
    told: dict[str, list[list[str]]] = {}
    for row in rows:
        told.setdefault(row["story"], []).append(usable(row["text"])[:15])
    found: list[Row] = []
    for name in sorted(told):
        for first, second in combinations(told[name], 2):
            found.extend(
                Row(a=a, b=b, right=(SUPPORTS, NEITHER, HEDGED), plain=(SUPPORTS, NEITHER), set="reports")
                for a in first
                for b in second
                if _alike(a, b)
            )
    return found


def _alike(a: str, b: str) -> bool:
    if DENYING.search(a) or DENYING.search(b):
        return False
    one, other = (set(CONTENT.findall(each.lower())) for each in (a, b))
    numbers = [set(NUMBER.findall(each)) | set(WORD_NUMBER.findall(each)) for each in (a, b)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return False
    shared = len(one & other) / max(1, min(len(one), len(other)))
    return LEAST <= shared < 1


def _changed(one: str, article: Sequence[str], chance: random.Random) -> Row | None:
    """The sentence against itself with a detail, its polarity or a word turned."""
    ways: list[Callable[[], str]] = [
        lambda: _another_detail(one, article, chance),
        lambda: negated(one),
        lambda: chance.choice(DENIED) + _lower(one) if not WITHOUT.search(one) and "“" not in one else "",
        lambda: _opposite(one, chance),
        lambda: _swapped(one),
        lambda: _another_detail(one, article, chance),
    ]
    chance.shuffle(ways)
    for way in ways:
        if found := way():
            a, b = (one, found) if chance.random() < 0.5 else (found, one)
            return Row(a=_lightly(a, chance), b=b, right=(CONTRADICTS,), plain=(CONTRADICTS,), set="pool")
    return None


def _another_detail(one: str, article: Sequence[str], chance: random.Random) -> str:
    """A number, day, month or name replaced by another."""
    ways = [each for each in (NUMBER, WORD_NUMBER, DAY, MONTH, NAME) if each.search(one)]
    if not ways:
        return ""
    pattern = chance.choice(ways)
    part = chance.choice(list(pattern.finditer(one)))
    change: dict[re.Pattern[str], Callable[[str], str]] = {
        NUMBER: lambda old: _number(old, chance),
        WORD_NUMBER: lambda old: _other(SPELLED, old, chance),
        DAY: lambda old: _other(DAYS, old, chance),
        MONTH: lambda old: _other(MONTHS, old, chance),
        NAME: lambda old: _name(old, article, chance),
    }
    new = change[pattern](part[1])
    return "" if new in one else one[: part.start(1)] + new + one[part.end(1) :]


def _swapped(one: str) -> str:
    """The sentence with two names in each other's place, unless they stand side by side; "" if it has no two."""
    found = list(NAME.finditer(one))
    for first, second in combinations(found, 2):
        between = one[first.end() : second.start()]
        if first[1] != second[1] and len(between.split()) > 1 and not TOGETHER.search(between):
            return one[: first.start()] + second[1] + between + first[1] + one[second.end() :]
    return ""


def _name(old: str, article: Sequence[str], chance: random.Random) -> str:
    """Another name of as many words from the same article."""
    words = len(old.split())
    every = sorted({name for each in article for name in NAME.findall(each) if len(name.split()) == words})
    others = [name for name in every if not set(name.split()) & set(old.split())]
    return chance.choice(others) if others else old


def usable(text: str) -> list[str]:
    """Return the sentences of a text that say something whole."""
    found = [text[each.start : each.end] for each in sentences(text[:6000])]
    return [
        each
        for each in found
        if FEWEST <= len(each.split()) <= MOST and each[0].isupper() and each[-1] == "." and '"' not in each
    ]


def negated(one: str) -> str:
    """Return a sentence with its first auxiliary denied, or undenied; "" if it has none."""
    if found := WITHOUT.search(one):
        kept = found.group().removesuffix(" not")
        if kept != found.group() and kept.strip() not in {"do", "does", "did"}:
            return one[: found.start()] + kept + one[found.end() :]
        return ""
    found = HELP.search(one)
    return one[: found.end()] + " not" + one[found.end() :] if found else ""


def _opposite(one: str, chance: random.Random) -> str:
    places = list(OPPOSED_WORD.finditer(one))
    if not places:
        return ""
    part = chance.choice(places)
    return one[: part.start()] + OPPOSITES[part[1]] + one[part.end() :]


def _retold(one: str, chance: random.Random) -> Row:
    """The same sentence with a speaker added, its end dropped, or at a distance."""
    short = TAIL.sub(".", ATTRIBUTED.sub(".", one))
    draw = chance.random()
    if draw < 0.2:
        a, b = chance.choice(DISTANT) + _lower(one), short
        return Row(a=a, b=b, right=(HEDGED,), plain=(SUPPORTS,), set="pool")
    if draw < 0.45:
        a, b = one, _edited(short if chance.random() < 0.4 else one, chance)
    elif draw < 0.6 and short != one:
        a, b = (one, short) if chance.random() < 0.7 else (short, one)
    elif draw < 0.75:
        a, b = chance.choice(AHEAD) + _lower(one), short
    else:
        a, b = f"{short.rstrip('.')}, {chance.choice(SPEAKERS)}.", one
    if chance.random() < 0.3:
        a, b = b, a
    return Row(a=_lightly(a, chance), b=b, right=(SUPPORTS,), plain=(SUPPORTS,), set="pool")


def _edited(one: str, chance: random.Random) -> str:
    """The sentence as another desk prints it: other quotation marks, a word more or less, a label before it."""
    text = one.replace("“", '"').replace("”", '"').replace("’", "'") if chance.random() < 0.6 else one
    draw = chance.random()
    if draw < 0.3:
        text = AUXILIARY.sub(lambda found: f"{found.group()} {chance.choice(LIGHT)}", text, count=1)
    elif draw < 0.5:
        text = LIGHT_WORD.sub("", text, count=1)
    elif draw < 0.7:
        text = ASIDE.sub("", text, count=1)
    if chance.random() < 0.3:
        text = chance.choice(LABELS) + text
    if chance.random() < 0.3:
        text = f"{text.rstrip('.')}, {chance.choice(SPEAKERS)}."
    return text


def _neighbours(article: Sequence[str], chance: random.Random) -> Row:
    """Two sentences of one article: next to each other, or those that share most words; one of them sometimes denied."""
    at = chance.randrange(len(article) - 1)
    one, other = article[at], article[at + 1]
    if chance.random() < 0.6:
        own = set(one.lower().split())
        others = [each for each in article if each != one]
        other = max(others, key=lambda each: len(own & set(each.lower().split())) / len(set(each.split())))
        if len(own & set(other.lower().split())) > 0.6 * min(len(own), len(other.split())):
            other = article[at + 1]
    if chance.random() < 0.3:
        other = negated(other) or other
    elif chance.random() < 0.1:
        other = chance.choice(DENIED) + _lower(other)
    if chance.random() < 0.5:
        one, other = other, one
    return Row(a=one, b=other, right=(NEITHER,), plain=(NEITHER,), set="pool")


def _lightly(one: str, chance: random.Random) -> str:
    """Sometimes add a speaker or drop the end, so that a conflict is not the only difference."""
    draw = chance.random()
    if draw < 0.2:
        return chance.choice(AHEAD) + _lower(one)
    if draw < 0.35:
        return TAIL.sub(".", one)
    return f"{one.rstrip('.')}, {chance.choice(SPEAKERS)}." if draw < 0.45 else one


def _lower(one: str) -> str:
    word = one.split(maxsplit=1)[0]
    return one[0].lower() + one[1:] if word in COMMON else one


COMMON = frozenset(
    "The A An In On At It He She They We There This That These Those But And For After When While If As Most".split()
)


def _number(old: str, chance: random.Random) -> str:
    value = int(old.replace(",", ""))
    if 1900 < value < 2035 and "," not in old:
        return str(value + chance.choice((-3, -2, -1, 1, 2, 4)))
    new = max(1, round(value * chance.choice((0.3, 0.5, 0.7, 1.4, 2, 3)))) + (1 if value < 4 else 0)
    return format(new, ",") if "," in old else str(new)


def _other(words: Sequence[str], old: str, chance: random.Random) -> str:
    return chance.choice([each for each in words if each != old])
