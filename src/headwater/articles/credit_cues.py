"""Cues around a supplier's name → credits: “informs via …”, “with inputs from …”, “according to …”, “told …”.

>>> [(found.agency, found.kind) for found in by_cue("Vale Herald informs via Northern Wire.")]
[('Northern Wire', 'republished')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.articles.agencies import UNSPACED, WORD, Named, agencies_in, agency_at, usual_name
from headwater.articles.credit_lexicon import Telling, cues
from headwater.articles.credit_names import (
    ENDING,
    LINKS,
    NEWS_NOUNS,
    NEWSY,
    REACH,
    described,
    name_from,
    name_like,
    names_nobody,
)
from headwater.model import CreditKind

ENDS = re.compile(r"[!?;()\[\]\n。！？।]|(?<!\b[A-Z])[.:](?=\s|$)")
AND = re.compile(r"\s*(?:,|;|/|&|、|和|,?\s+(?:and|und|et|y|e|и|та|i|a|och|og|en|ja|és|și|ve|και|dan|và|و|और)\s+)\s*(?:the\s+|l['’]\s*)?")
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d|$)|\d")
ARTICLE = re.compile(r"\b(?:der|die|das|dem|den|des|la|los|las|les|le)\s+$", re.IGNORECASE)
OPENS = re.compile(r"(?:^|[.!?।。)\]”\"»’…*]\s*|[(\[（【\n•*–—-]\s*|^\W+)$")
PART_OF_NAME = frozenset(
    "Institute Foundation University Economics Philanthropies Intelligence Building Tower Street Employees Union Club School "
    "Businessweek Opinion Photo Photos Pictures Images Festival Award Awards Prize Province Stadium Poll/Ipsos".split()
)
"""A name that one of these words follows is somebody else's."""
COMMANDED = re.compile(r"\s+(?:reporter|reporters|correspondent|journalist|photographer|crew)s?\s+(?:to|not)\b")
BY_OUTLET = re.compile(r"\b(?:via|vía|za|citing|reference|referring)\b")
"""Cues that stand behind the name of the outlet: “Vale Herald informs via …”."""
LETTERS = re.compile(r"[^\W\d_]")
MIDDLE = re.compile(r"\s?(?:通信社?|通讯社|通訊社|新闻|新闻网|뉴스|통신사?|신문|방송|电视台)?")
SENTENCE = re.compile(r"[^。！？.!?\n]{0,90}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A credit in a string, before it is known where the string stands; offsets are code points."""

    start: int
    end: int
    agency: str
    kind: CreditKind
    outlet: str | None = None
    """Who the same words say does the reporting."""


def by_cue(text: str) -> list[Found]:
    """Return the credits that a cue shows, in order; names outside the registry only beside what shows a supplier."""
    written = frozenset(WORD.findall(text))
    present = frozenset(" ".join(written).lower().split())
    found = [*_unregistered(text, present)]
    taken = [(each.start, each.end) for each in found]
    known = agencies_in(text, written)
    more = [named for named in described(text, present) if not any(_clash(named, other) for other in known)]
    before: Found | None = None
    left_open: list[Named] = []
    for named in sorted([*known, *more]):
        one = _registered(text, named)
        if one is None and before is not None and AND.fullmatch(text, before.end, named.start):
            one = Found(start=named.start, end=named.end, agency=named.agency, kind=before.kind)
        if one is None:
            left_open = [*left_open[-3:], named]
            continue
        found += [
            Found(start=each.start, end=each.end, agency=each.agency, kind=one.kind)
            for each in _listed_before(text, left_open, one)
        ]
        left_open = []
        found.append(one)
        before = one if one.end == named.end else None
    outside = [one for one in found if (one.start, one.end) in taken or not any(s < one.end and one.start < e for s, e in taken)]
    return in_order(outside)


def in_order(found: Iterable[Found]) -> list[Found]:
    """Return different credits by their place, then by name.

    >>> in_order([])
    []
    """
    return sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end, one.agency, one.kind, one.outlet or ""))


def _clash(one: Named, other: Named) -> bool:
    return one.start < other.end and other.start < one.end


def _listed_before(text: str, names: Sequence[Named], one: Found) -> list[Named]:
    """Return the names that stand in one list with a name that its verb follows: “AFP and Reuters reported”."""
    listed: list[Named] = []
    start = one.start
    for named in reversed(names):
        if not AND.fullmatch(text, named.end, start) or named.common:
            break
        listed.append(named)
        start = named.start
    return listed


def _unregistered(text: str, present: frozenset[str]) -> Iterator[Found]:
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
    found = [
        each for key in sorted(table.keys() & present) for each in table[key] if present.issuperset(each.words)
    ]
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
    opens = kind != "co-written" or OPENS.search(text, max(0, start - 4), start) is not None
    while (name := name_from(text, place)) is not None:
        if usual_name(name[0]) or (opens and _supplier_like(text, place, name, kind)):
            yield Found(start=first, end=name[1], agency=name[0], kind=kind, outlet=outlet)
        more = AND.match(text, name[1], name[1] + 20)
        if kind != "co-written" or not more or not more.group():
            return
        first = place = more.end()
        outlet = None


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
    start_of_name = offset
    for piece in re.split(r"(,\s*(?:and\s+)?|\s+(?:and|und|et|y)\s+)", clause):
        name = re.sub(r"^(?:the|die|l['’])\s*\b", "", piece, flags=re.IGNORECASE)
        known = usual_name(name)
        if known or NEWS_NOUNS.search(name):
            yield Found(start=start_of_name, end=end, agency=known or name, kind=kind)
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


def _registered(text: str, named: Named) -> Found | None:
    """Return what the words around an agency's name make of it, with the span of name and cue; None for nothing."""
    ending = ENDING.match(text, named.end)
    end = ending.end() if ending else named.end
    follows = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if follows and follows.group() in PART_OF_NAME:
        return None
    left = ENDS.split(text[max(0, named.start - REACH) : named.start])[-1]
    offset = named.start - len(left)
    before = list(WORD.finditer(left))
    right = ENDS.split(text[end : end + REACH])[0]
    kind, start = _cue_before(text, left, before, named) or _spoken(left, before, right, ending) or (None, 0)
    if kind and not (kind == "quoted-from" and COMMANDED.match(right)):
        return Found(start=offset + start, end=named.end, agency=named.agency, kind=kind)
    if named.common:
        return None
    return _beside(text, named) or _cue_after(named, end, right) or _framed(left, before, right, named)


def _cue_before(text: str, left: str, words: Sequence[re.Match[str]], named: Named) -> tuple[CreditKind, int] | None:
    """Return the kind and place of the longest cue that ends the words before a name, words that describe it aside."""
    lexicon = cues()
    rest = list(words)
    strange, noun = 0, False
    while rest and not left[rest[-1].end() :].strip(" \t'’«“„\":-–—*"):
        folded = [word.group().lower() for word in rest[-7:]]
        for length in range(len(folded), 0, -1):
            cue = lexicon.after.get(tuple(folded[-length:]))
            place = rest[-length].start()
            if cue and (not strange or noun) and _counts(cue, named, noun=noun):
                opens = OPENS.search(text, max(0, named.start - len(left) + place - 4), named.start - len(left) + place)
                if opens or not cue[1]:
                    return cue[0], place
        last = rest.pop()
        word = last.group().lower()
        noun = noun or word in lexicon.nouns
        strange += word not in lexicon.fillers
        if strange > 3:
            return None
        left = left[: last.start()]
        if strange and not noun:
            return None
    return None


def _counts(cue: tuple[CreditKind, bool], named: Named, *, noun: bool) -> bool:
    """Say whether a cue may make a credit of a name that is an ordinary word: only beside “agency”, or after “told”."""
    return not named.common or noun or (cue[0] == "quoted-from" and named.agency.isupper())


def _spoken(
    left: str, words: Sequence[re.Match[str]], right: str, ending: re.Match[str] | None
) -> tuple[CreditKind, int] | None:
    """Read “säger hon till TT”, “sagte sie der dpa”, “mondta az MTI-nek”, “قالت لرويترز”."""
    lexicon = cues()
    folded = [word.group().lower() for word in words]
    near = folded[-8:]
    suffix = ending.group()[1:].lower() if ending else ""
    last = len(folded) - 1
    while last >= 0 and folded[last] in lexicon.fillers and folded[last] not in _to_words():
        last -= 1
    for spoken in lexicon.spoken:
        if suffix and suffix in spoken.endings:
            after = {word.lower() for word in WORD.findall(right)[:5]}
            if spoken.verbs & after or spoken.verbs.intersection(near):
                return "quoted-from", len(left)
        if spoken.endings or not spoken.verbs.intersection(near):
            continue
        if spoken.to == {"ل"}:
            if left.endswith("ل"):
                return "quoted-from", _verb(words, spoken.verbs, 8)
        elif not spoken.to:
            place = _adjacent(folded, spoken.verbs, lexicon.fillers)
            if place is not None and "," not in left[words[place].end() :]:
                return "quoted-from", words[place].start()
        elif last >= 0 and _to_at(folded, last, spoken.to) and spoken.verbs.intersection(folded[max(0, last - 6) : last]):
            return "quoted-from", _verb(words, spoken.verbs, 8)
    return None


def _to_words() -> frozenset[str]:
    return frozenset().union(*(spoken.to for spoken in cues().spoken))


def _to_at(folded: Sequence[str], last: int, to: frozenset[str]) -> bool:
    """Say whether the words that end at `last`, articles and all, begin with a word for “to”."""
    place = last
    while place >= max(0, last - 3):
        if folded[place] in to:
            return True
        if folded[place] not in cues().fillers:
            return False
        place -= 1
    return False


def _verb(words: Sequence[re.Match[str]], verbs: frozenset[str], reach: int) -> int:
    return next(word.start() for word in reversed(words[-reach:]) if word.group().lower() in verbs)


def _adjacent(folded: Sequence[str], verbs: frozenset[str], fillers: frozenset[str]) -> int | None:
    """Return the place of a verb that only articles and one more word part from the name."""
    strange = 0
    for place in range(len(folded) - 1, max(-1, len(folded) - 6), -1):
        if folded[place] in verbs:
            return place
        strange += folded[place] not in fillers
        if strange > 1:
            return None
    return None


def _cue_after(named: Named, end: int, right: str) -> Found | None:
    lexicon = cues()
    after = list(WORD.finditer(right))
    skipped = 0
    while skipped < min(3, len(after)) and after[skipped].group().lower() in lexicon.fillers:
        skipped += 1
    for first in dict.fromkeys((0, skipped)):
        for length in range(min(4, len(after) - first), 0, -1):
            words = after[first : first + length]
            kind = lexicon.before.get(tuple(word.group().lower() for word in words))
            if kind and not right[: words[0].start()].strip(" »”“\"'’" + "".join(w.group() for w in after[:first])):
                return Found(start=named.start, end=end + words[-1].end(), agency=named.agency, kind=kind)
    return None


def _framed(left: str, words: Sequence[re.Match[str]], right: str, named: Named) -> Found | None:
    """Read “wie die Agentur Reuters unter Berufung auf … meldet”."""
    fillers = cues().fillers
    place = len(words) - 1
    while place >= 0 and words[place].group().lower() in fillers:
        place -= 1
    verbs = cues().framed.get(words[place].group().lower()) if place >= 0 else None
    if verbs is None or left[words[-1].end() :].strip(" «„“\""):
        return None
    for word in WORD.finditer(right):
        if word.group().lower() in verbs:
            return Found(start=named.start, end=named.end, agency=named.agency, kind="cited")
    return None


def _beside(text: str, named: Named) -> Found | None:
    """Read the cues of scripts without spaces, which stand right beside the name."""
    if not UNSPACED.search(text, max(0, named.start - 8), named.end + 12):
        return None
    middle = MIDDLE.match(text, named.end)
    ends = dict.fromkeys((named.end, middle.end() if middle else named.end))
    for row in cues().beside:
        before = next((cue for cue in row.before if text.endswith(cue, 0, named.start)), None)
        if before is None:
            continue
        for end in ends:
            after = next((cue for cue in row.after if text.startswith(cue, end)), None)
            if after is None or not _far(text, end, row.far):
                continue
            stop = end + len(after) if after else named.end
            return Found(start=named.start - len(before), end=stop, agency=named.agency, kind=row.kind)
    return None


def _far(text: str, start: int, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    sentence = SENTENCE.match(text, start)
    return sentence is not None and any(word in sentence.group() for word in wanted)
