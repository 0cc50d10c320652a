"""Cues that show alone that the name beside them is a supplier's → credits of any name: “informs via Northern Wire”.

>>> text = "Vale Herald informs via Northern Wire."
>>> [(found.agency, found.outlet) for found in by_telling_cue(text, frozenset(text.lower().strip(".").split()))]
[('Northern Wire', 'Vale Herald')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from headwater.articles.agencies import UNSPACED, WORD, agency_at, usual_name
from headwater.articles.credit_found import Found
from headwater.articles.credit_lexicon import Telling, cues
from headwater.articles.credit_lists import CAPITALS, supplier_shaped
from headwater.articles.credit_names import LINKS, NEWS_NOUNS, NEWSY, REACH, name_from, name_like, names_nobody
from headwater.model import CreditKind

ENDS = re.compile(r"[!?;()\[\]\n。！？।]|(?<!\b[A-Z])[.:](?=\s|$)")
AND = re.compile(
    r"\s*(?:,|;|/|&|、|和|,?\s+(?:and|und|et|y|e|и|та|i|a|och|og|en|ja|és|și|ve|και|dan|và|و|और)\s+)\s*(?:the\s+|l['’]\s*)?"
)
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d|$)|\d")
ARTICLE = re.compile(r"\b(?:der|die|das|dem|den|des|la|los|las|les|le)\s+$", re.IGNORECASE)
OPENS = re.compile(r"(?:^|[.!?।。)\]”\"»’…*]\s*|[(\[（【\n•*–—-]\s*|^\W+)$")
BY_OUTLET = re.compile(r"\b(?:via|vía|za|citing|reference|referring)\b")
"""Cues that stand behind the name of the outlet: “Vale Herald informs via …”."""
STORY = re.compile(r"\bthis\b|\b(?:story|article|column|op-ed|essay|commentary|dispatch)\b", re.IGNORECASE)
POSSESSED = re.compile(r"['’]s? [A-Z].*$")
"""“Kolm News’ Ana Ruiz”."""
LETTERS = re.compile(r"[^\W\d_]")


def by_telling_cue(text: str, present: frozenset[str]) -> Iterator[Found]:
    """Yield the credits beside cues that need no registry; `present` holds the words of the text in lower case.

    >>> list(by_telling_cue("He wrote it with inputs from his sister.", frozenset({"with", "inputs", "from"})))
    []
    """
    near = _likely(cues().telling, present, spaced=text.isascii())
    after = _likely(cues().contributing, present, spaced=True)
    if not near and not after:
        return
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals grow when lowered
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for telling in near:
        for start in _places(lowered, telling.cue):
            yield from _after_cue(text, start, start + len(telling.cue), telling)
    for telling in after:
        for start in _places(lowered, telling.cue):
            yield from _before_cue(text, start, start + len(telling.cue), telling.kind)


def _likely(table: Mapping[str, tuple[Telling, ...]], present: frozenset[str], *, spaced: bool) -> list[Telling]:
    """Return the cues all of whose words stand somewhere in a text."""
    found = [each for key in sorted(table.keys() & present) for each in table[key] if present.issuperset(each.words)]
    return found if spaced else [*found, *table.get("", ())]


def _places(lowered: str, cue: str) -> Iterator[int]:
    start = lowered.find(cue)
    joined = UNSPACED.match(cue) is not None
    while start >= 0:
        end = start + len(cue)
        if joined or (not lowered[max(0, start - 1) : start].isalnum() and not lowered[end : end + 1].isalnum()):
            yield start
        start = lowered.find(cue, end)


def _after_cue(text: str, start: int, end: int, telling: Telling) -> Iterator[Found]:
    place = _past_fillers(text, end)
    kind = telling.kind
    outlet, first = _outlet_before(text, start) if BY_OUTLET.search(telling.cue) else (None, start)
    if telling.used.startswith("story") and not of_the_text(text, start):
        return
    named = name_from(text, place)
    if (
        kind == "cited"
        and outlet
        and not (named and (usual_name(named[0]) or _supplier_like(text, place, named, kind)))
    ):
        if usual_name(outlet) is None and supplier_shaped(outlet):  # “OPA reported, citing two officials”
            yield Found(start=first, end=end, agency=outlet, kind=kind)
        return
    opens = kind != "co-written" or OPENS.search(text, max(0, start - 4), start) is not None
    while (name := name_from(text, place)) is not None:
        if usual_name(name[0]) or (opens and _supplier_like(text, place, name, kind)):
            yield Found(start=first, end=name[1], agency=POSSESSED.sub("", name[0]), kind=kind, outlet=outlet)
        more = AND.match(text, name[1], name[1] + 20)
        if kind != "co-written" or not more or not more.group():
            return
        first, place = more.end(), _past_fillers(text, more.end())
        outlet = None


def of_the_text(text: str, start: int) -> bool:
    """Say whether the words of a sentence before a place speak of the text that they stand in, or there are none.

    >>> of_the_text("This story first appeared in", 11), of_the_text("He saw a film that first appeared in", 19)
    (True, False)
    """
    before = ENDS.split(text[max(0, start - REACH) : start])[-1]
    return not before.strip(" \t*-–—") or STORY.search(before) is not None


def _supplier_like(text: str, start: int, name: tuple[str, int], kind: CreditKind) -> bool:
    """Say whether a name outside the registry can be what a cue speaks of: no possessive, month, noun or half a phrase."""
    words, end = name
    if len(words) < 2 or words.endswith(("'s", "’s")) or MONTH.match(words) or names_nobody(words):
        return False
    if " " not in words and ARTICLE.search(text, max(0, start - 5), start) and not NEWSY.search(words):
        return False
    if kind != "cited":
        return True
    return not text[end : end + 1].strip(",.;)\n") and not text[end + 1 :][:2].strip()[:1].islower()


def _before_cue(text: str, start: int, end: int, kind: CreditKind) -> Iterator[Found]:
    left = text[max(0, start - REACH) : start].rstrip()
    clause = ENDS.split(left)[-1].strip()
    if not clause or len(clause) == REACH:
        return
    offset = text.rfind(clause, 0, start)
    start_of_name, first = offset, None
    for piece in re.split(r"(,\s*(?:and\s+)?|\s+(?:and|und|et|y)\s+)", clause):
        name = re.sub(
            r"^(?:(?:material|information|reporting)\s+from\s+)?(?:the|die|l['’])?\s*\b", "", piece, flags=re.IGNORECASE
        )
        if " of " in name and not usual_name(name):  # “Ana Ruiz of Radio Moor”
            start_of_name += piece.rindex(" of ") + 4
            piece = name = re.sub(r"^the\s+", "", name.rpartition(" of ")[2])  # noqa: PLW2901 - what is left of it
        known = usual_name(name) or usual_name(POSSESSED.sub("", name))
        if known or NEWS_NOUNS.search(name) or (CAPITALS.fullmatch(name) and supplier_shaped(name)):
            first = start_of_name if first is None else first  # all in one list share its words
            yield Found(start=first, end=end, agency=known or name, kind=kind)
        start_of_name += len(piece)


def _outlet_before(text: str, start: int) -> tuple[str | None, int]:
    """Return the capitalised words right before a cue like “informs via”, and where they begin."""
    line = text.rfind("\n", 0, start) + 1
    left = text[max(line, start - REACH) : start]
    words = left.split(" ")
    name: list[str] = []
    while words and (not words[-1] or name_like(words[-1]) or (name and words[-1].lower() in LINKS)):
        if words[-1] and words[-1][-1] in ".,;:!?" and name:
            break
        name.insert(0, words.pop())
    kept = " ".join(name).strip(" ,")
    return (kept, start - len(" ".join(name).lstrip())) if kept and LETTERS.search(kept) else (None, start)


def _past_fillers(text: str, place: int) -> int:
    fillers = cues().fillers
    for word in WORD.finditer(text, place, place + REACH):
        between = text[place : word.start()]
        if between.strip(" \t'’-:") or (word.group() not in fillers and word.group() != "The"):
            break
        if word.group() == "The" and agency_at(text, word.start()):
            return word.start()
        place = word.end()
    while place < len(text) and text[place] in " \t'’:-":
        place += 1
    return place
