"""Cues around a supplier's name → credits: “informs via …”, “with inputs from …”, “according to …”, “told …”.

>>> [(found.agency, found.kind) for found in by_cue("Vale Herald informs via Northern Wire.")]
[('Northern Wire', 'republished')]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from headwater.articles.agencies import Named, agencies_in, agency_at, usual_name
from headwater.model import CreditKind

REACH = 90
"""How many characters before and after a name may hold its cue."""
WORD = re.compile(r"[^\W_]+")
ENDS = re.compile(r"[.!?;:()\[\]\n。！？]")
FILLERS = frozenset(
    "the a an a's state state-run national official news agency newspaper broadcaster television channel site website wire outlet portal "
    "der die das dem den Nachrichtenagentur Agentur Sender Zeitung la le les l el los o os il lo gli agence agencia agência agenzia "
    "agencji agencja agencija agentur agenția nyhetsbyrån nyhetsbureauet persbureau uutistoimisto "
    "агентство агентства агентству агентством информагентство телеканал издание агенція агенції агентство агенцията "
    "وكالة وكاله خبرگزاری قناة صحيفة πρακτορείο το του η".split()
)
"""Words that may stand between a cue and the name."""
NAME_WORD = re.compile(r"[«“\"]?[^\s,;:()\[\]{}<>«»“”\"|/]+[»”\"]?")
LINKS = frozenset("of the and & de la du des der del di da do al el".split())
NEWS_NOUNS = re.compile(
    r"(?:news|newspaper|times|post|herald|tribune|gazette|journal|press|wire|newswire|agency|daily|observer|courier|"
    r"chronicle|telegraph|tv|television|radio|broadcasting)(?:\.\w+)?$",
    re.IGNORECASE,
)
BESIDE: tuple[tuple[CreditKind, re.Pattern[str], re.Pattern[str]], ...] = (
    ("quoted-from", re.compile(r"(?:告诉|告訴|对|對|向)$"), re.compile(r"(?:记者|記者)?(?:表示|说|說|透露)?")),
    ("cited", re.compile(r"(?:据|據|援引|引述|引用)$"), re.compile(r"(?:报道|報道|報導|报导|消息)?")),
    (
        "cited",
        re.compile(""),
        re.compile(
            r"(?:通信|通讯社|통신)?(?:报道|報道|報導|报导|によると|が報じ|が伝え|에 따르면|는 보도|은 보도|이 보도|가 보도)"
        ),
    ),
)
"""Kind, what must stand before the name, what may stand after it."""
AND = re.compile(r"\s*(?:,|;|/|&|,?\s+(?:and|und|et|y|e|и|та|i|och|og|en)\s+)\s*(?:the\s+)?")
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d|$)|\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A credit in a string, before it is known where the string stands; offsets are code points."""

    start: int
    end: int
    agency: str
    kind: CreditKind
    outlet: str | None = None
    """Who the same words say does the reporting."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cues:
    """The lexicon of `credits.toml`, keyed by the folded words of each cue."""

    after: dict[tuple[str, ...], CreditKind]
    before: dict[tuple[str, ...], CreditKind]
    telling: tuple[tuple[str, CreditKind], ...]
    """Cues that show alone that the name after them is a supplier's."""
    contributing: tuple[tuple[str, CreditKind], ...]
    """The same, with the name before them."""


def by_cue(text: str) -> list[Found]:
    """Return the credits that a cue shows, in order; names outside the registry only beside cues that need no registry."""
    found = [*_unregistered(text)]
    taken = {(each.start, each.end) for each in found}
    for named in agencies_in(text):
        kind, start, end = _registered(text, named)
        if kind is not None and not any(s < end and start < e for s, e in taken):
            found.append(Found(start=start, end=end, agency=named.agency, kind=kind))
    return in_order(found)


def in_order(found: Iterable[Found]) -> list[Found]:
    """Return different credits by their place, then by name.

    >>> in_order([])
    []
    """
    return sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end, one.agency, one.kind, one.outlet or ""))


def name_from(text: str, start: int) -> tuple[str, int] | None:
    """Return the name that begins at `start` and where it ends: the registry's, else a run of capitalised words.

    >>> name_from("Radio Vale and TV Moor.", 0)
    ('Radio Vale', 10)
    """
    known = agency_at(text, start)
    end, words = start, 0
    for word in NAME_WORD.finditer(text, start, start + REACH):
        if words and not _goes_on(text, end, word):
            break
        if word.group().lower() in LINKS and words:
            continue
        if not _name_like(word.group()):
            break
        end, words = word.end(), words + 1
        if words == 7 or text[end - 1] in '.»”"':
            break
    end = start + len(text[start:end].rstrip(" .,'’\""))
    if known and known.end >= end:
        return known.agency, known.end
    if end == start:
        return None
    name = text[start:end].strip('«»“”"')
    return usual_name(name) or (
        known.agency if known and not known.common and _in_brackets(text, known.end) else name
    ), end


def _goes_on(text: str, end: int, word: re.Match[str]) -> bool:
    return text[end : word.start()] == " " and text[end - 1] not in ".!?"


def _in_brackets(text: str, end: int) -> bool:
    return text[end : end + 2] == " ("


def _name_like(word: str) -> bool:
    bare = word.lstrip('«“"')
    return bool(bare) and (
        bare[0].isupper() or bare[0].isdigit() or (bare[0].isalpha() and not bare[0].islower()) or "." in bare[1:-1]
    )


def _unregistered(text: str) -> Iterator[Found]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals grow when lowered
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for cue, kind in _cues().telling:
        for start in _places(lowered, cue):
            yield from _after_cue(text, start, start + len(cue), kind)
    for cue, kind in _cues().contributing:
        for start in _places(lowered, cue):
            yield from _before_cue(text, start, start + len(cue), kind)


def _places(lowered: str, cue: str) -> Iterator[int]:
    start = lowered.find(cue)
    while start >= 0:
        end = start + len(cue)
        if not lowered[max(0, start - 1) : start].isalnum() and not lowered[end : end + 1].isalnum():
            yield start
        start = lowered.find(cue, end)


def _after_cue(text: str, start: int, end: int, kind: CreditKind) -> Iterator[Found]:
    place = _past_fillers(text, end)
    outlet, first = _outlet_before(text, start)
    while (name := name_from(text, place)) is not None:
        if usual_name(name[0]) or _supplier_like(text, name, kind):
            yield Found(start=first, end=name[1], agency=name[0], kind=kind, outlet=outlet)
        more = AND.match(text, name[1], name[1] + 20)
        if kind != "co-written" or not more or not more.group():
            return
        first = place = more.end()
        outlet = None


def _supplier_like(text: str, name: tuple[str, int], kind: CreditKind) -> bool:
    """Say whether a name outside the registry can be what a cue speaks of: not a possessive, a month or half a phrase."""
    words, end = name
    if len(words) < 2 or words.endswith(("'s", "’s")) or MONTH.match(words):
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
    for piece in re.split(r"(,\s*(?:and\s+)?|\s+and\s+)", clause):
        name = re.sub(r"^the\s+", "", piece, flags=re.IGNORECASE)
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
    while words and (not words[-1] or _name_like(words[-1]) or (name and words[-1].lower() in LINKS)):
        if words[-1] and words[-1][-1] in ".,;:!?" and name:
            break
        name.insert(0, words.pop())
    kept = " ".join(name).strip(" ,")
    return (kept, start - len(" ".join(name).lstrip())) if kept else (None, start)


def _past_fillers(text: str, place: int) -> int:
    for word in WORD.finditer(text, place, place + REACH):
        between = text[place : word.start()]
        if between.strip(" 	'’«“\"-:") or (word.group() not in FILLERS and word.group() != "The"):
            break
        place = word.end()
    while place < len(text) and text[place] in " \t'’«“\":-":
        place += 1
    return place


def _registered(text: str, named: Named) -> tuple[CreditKind | None, int, int]:
    """Return what the words around an agency's name make of it, and the span of name and cue."""
    left = ENDS.split(text[max(0, named.start - REACH) : named.start])[-1]
    before = list(WORD.finditer(left))
    if not named.common or named.agency.isupper():
        found = _cue_before(left, before)
        if found and (not named.common or found[0] == "quoted-from"):
            return found[0], named.start - len(left) + found[1], named.end
    if named.common:
        return None, 0, 0
    beside = _beside(text, named)
    if beside:
        return beside
    right = ENDS.split(text[named.end : named.end + REACH])[0]
    after = list(WORD.finditer(right))
    for length in range(min(4, len(after)), 0, -1):
        kind = _cues().before.get(tuple(word.group().lower() for word in after[:length]))
        if kind and right[: after[0].start()].strip() in ("", "»", "”", '"', "'", "’"):
            return kind, named.start, named.end + after[length - 1].end()
    return None, 0, 0


def _beside(text: str, named: Named) -> tuple[CreditKind, int, int] | None:
    """Read the cues of scripts without spaces, which stand right beside the name."""
    for kind, before, after in BESIDE:
        left = before.search(text, max(0, named.start - 6), named.start)
        right = after.match(text, named.end, named.end + 12)
        if left and right:
            return kind, left.start(), max(named.end, right.end())
    return None


def _cue_before(left: str, words: list[re.Match[str]]) -> tuple[CreditKind, int] | None:
    """Return the kind and place of the longest cue that ends the words before a name, fillers aside."""
    words = list(words)
    while words and "," not in left[words[-1].end() :]:
        folded = [word.group().lower() for word in words]
        for length in range(min(6, len(words)), 0, -1):
            kind = _cues().after.get(tuple(folded[-length:]))
            if kind:
                return kind, words[-length].start()
        if words[-1].group() not in FILLERS and words[-1].group() != "The":
            return None
        words.pop()
    return None


@cache
def _cues() -> Cues:
    raw = tomllib.loads(files("headwater.articles").joinpath("credits.toml").read_text(encoding="utf-8"))
    tables: dict[str, dict[tuple[str, ...], CreditKind]] = {"after": {}, "before": {}}
    alone: dict[str, list[tuple[str, CreditKind]]] = {"after": [], "before": []}
    for group in raw["group"]:
        for cue in group["cues"]:
            tables[group["where"]].setdefault(tuple(WORD.findall(cue.lower())), group["kind"])
            if group["unknown"]:
                alone[group["where"]].append((cue.lower(), group["kind"]))
    return Cues(
        after=tables["after"],
        before=tables["before"],
        telling=tuple(alone["after"]),
        contributing=tuple(alone["before"]),
    )
