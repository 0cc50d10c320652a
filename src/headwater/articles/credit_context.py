"""The words around a name that is known to be an agency's → its credit: “according to …”, “told …”, “… reported”.

>>> from headwater.articles.agencies import agencies_in
>>> text = "Rain fell, she told AFP."
>>> credit_of(text, agencies_in(text)[0]).kind
'quoted-from'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from headwater.articles.agencies import UNSPACED, WORD, Named
from headwater.articles.credit_found import Found
from headwater.articles.credit_lexicon import Used, cues
from headwater.articles.credit_names import ENDING, REACH
from headwater.articles.credit_telling import ENDS, OPENS, of_the_text
from headwater.model import CreditKind

PART_OF_NAME = frozenset(
    "Institute Foundation University Economics Philanthropies Intelligence Building Tower Street Employees Union Club School "
    "Businessweek Opinion Photo Photos Pictures Images Festival Award Awards Prize Province Stadium Poll/Ipsos".split()
)
"""A name that one of these words follows is somebody else's."""
COMMANDED = re.compile(r"\s+(?:reporter|reporters|correspondent|journalist|photographer|crew)s?\s+(?:to|not)\b")
COMPOUND = re.compile(r"[-–]([A-ZÄÖÜ][a-zäöüß]+)")
TITLES = frozenset("Mayor Mr Mrs Ms Dr Sir Michael Mike Governor Candidate Billionaire".split())
"""Before a name that is a person's."""
BEGINS = re.compile(r"[!?;()\[\]\n。！？।]|(?<!\b[A-Z])\.(?=\s|$)")
"""Where the words that may hold a cue before a name begin: “По материалам: ТАСС” has one before a colon."""
BESIDE = " »”“\"'’"
NOMINATIVE = frozenset(
    "агентство информагентство агенція агенция агенција agencja agentura agentúra agencija die das".split()
)
"""After one of these comes who says something, not whom it was said to."""
DATIVE, ARTICLED = frozenset("der dem".split()), 4
LETTERS = re.compile(r"\s\([A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.]{1,8}\)")
"""The letters of a name, beside it: “the Orvian Press Agency (OPA) reported”."""
RELATIVES = frozenset(
    "which die qui que che который которая которое citing quoting citant citando citând unter со із з посилаючись ссылаясь".split()
)
"""After a comma: “Reuters, which first reported …”, “TASS, citing the mayor, …”."""
MIDDLE = re.compile(r"\s?(?:通信社?|通讯社|通訊社|新闻|新闻网|뉴스|통신사?|신문|방송|电视台)?")
SENTENCE = re.compile(r"[^。！？.!?\n]{0,90}")


def credit_of(text: str, named: Named) -> Found | None:
    """Return what the words around an agency's name make of it, with the span of name and cue; None for nothing.

    >>> credit_of("AFP is old.", Named(start=0, end=3, agency="AFP", common=False)) is None
    True
    """
    ending = ENDING.match(text, named.end)
    end = ending.end() if ending else named.end
    letters = LETTERS.match(text, end)
    end = letters.end() if letters else end
    follows = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if follows and follows.group() in PART_OF_NAME:
        return None
    left = BEGINS.split(text[max(0, named.start - REACH) : named.start])[-1]
    offset = named.start - len(left)
    before = list(WORD.finditer(left))
    right = ENDS.split(text[end : end + REACH])[0]
    compound = COMPOUND.match(text, named.end)
    joined = cues().compounds.get(compound[1]) if compound else None
    if joined:
        return Found(start=named.start, end=named.end, agency=named.agency, kind=joined)
    kind, start = (
        _ended(left, before, right, ending)
        or (_spoken(left, before) if _told(named, before) else None)
        or _cue_before(text, left, before, named)
        or (None, 0)
    )
    if kind and not (kind == "quoted-from" and COMMANDED.match(right)):
        return Found(start=offset + start, end=named.end, agency=named.agency, kind=kind)
    if before and before[-1].group() in TITLES and left.endswith(" "):
        return None
    sure = _told(named, before, capitals=False)
    beside = (_beside(text, named) or _framed(left, before, right, named)) if sure else None
    return beside or _cue_after(named, end, right, sure=sure)


def _cue_before(text: str, left: str, words: Sequence[re.Match[str]], named: Named) -> tuple[CreditKind, int] | None:
    """Return the kind and place of the longest cue that ends the words before a name, words that describe it aside."""
    lexicon = cues()
    rest = list(words)
    strange, noun = 0, False
    whole = len(left)
    while rest and not left[rest[-1].end() :].strip(" \t'’«“„\":-–—*"):
        folded = [word.group().lower() for word in rest[-7:]]
        for length in range(len(folded), 0, -1):
            cue = lexicon.after.get(tuple(folded[-length:]))
            place = rest[-length].start()
            if cue and (not strange or noun) and _counts(cue[0], named, noun=noun):
                kind = _as_used(text, named.start - whole + place, *cue)
                if kind:
                    return kind, place
        last = rest.pop()
        word = last.group().lower()
        noun = noun or word in lexicon.nouns
        strange += word not in lexicon.fillers
        if strange > 3:
            return None
        left = left[: last.start()]
    return None


def _counts(kind: CreditKind, named: Named, *, noun: bool) -> bool:
    """Say whether a cue may make a credit of a name that is an ordinary word: only beside “agency”, or after “told”."""
    return not named.common or noun or (kind == "quoted-from" and named.agency.isupper())


def _as_used(text: str, start: int, kind: CreditKind, used: Used) -> CreditKind | None:
    """Return what a cue that stands at a place shows there; None for nothing."""
    if used == "opening":
        return kind if OPENS.search(text, max(0, start - 4), start) else None
    if used == "anywhere" or of_the_text(text, start):
        return kind
    return "cited" if used == "story, else cited" else None


def _told(named: Named, before: Sequence[re.Match[str]], *, capitals: bool = True) -> bool:
    """Say whether a name is an agency's here: no ordinary word, or one after “agency”; for who was told, one in capitals."""
    noun = bool(before) and before[-1].group().lower() in cues().nouns
    return not named.common or noun or (capitals and named.agency.isupper())


def _ended(
    left: str, words: Sequence[re.Match[str]], right: str, ending: re.Match[str] | None
) -> tuple[CreditKind, int] | None:
    """Read “mondta az MTI-nek”, “Reuters'a konuşan”: the ending of the name says “to”."""
    if not ending:
        return None
    near = {word.group().lower() for word in words[-8:]} | {word.lower() for word in WORD.findall(right)[:5]}
    suffix = ending.group()[1:].lower()
    told = any(suffix in spoken.endings and spoken.verbs & near for spoken in cues().spoken)
    return ("quoted-from", len(left)) if told else None


def _spoken(left: str, words: Sequence[re.Match[str]]) -> tuple[CreditKind, int] | None:
    """Read “säger hon till TT”, “sagte sie der dpa”, “قالت لرويترز”."""
    lexicon = cues()
    folded = [word.group().lower() for word in words]
    near = folded[-8:]
    last = len(folded) - 1
    while last >= 0 and folded[last] in lexicon.fillers and folded[last] not in _to_words():
        last -= 1
    for spoken in lexicon.spoken:
        if spoken.endings or not spoken.verbs.intersection(near):
            continue
        if spoken.to == {"ل"}:
            if left.endswith("ل"):
                return "quoted-from", _verb(words, spoken.verbs, 8)
        elif not spoken.to:
            place = _adjacent(folded, spoken.verbs, lexicon.fillers)
            if place is not None and "," not in left[words[place].end() :]:
                return "quoted-from", words[place].start()
        elif (
            last >= 0 and _to_at(folded, last, spoken.to) and spoken.verbs.intersection(folded[max(0, last - 6) : last])
        ):
            return "quoted-from", _verb(words, spoken.verbs, 8)
    return None


@cache
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
    """Return the place of a verb that only articles and a few more words part from the name.

    An article before the name, which stands in German, leaves room for more: “sagte Ana Ruiz aus Kolm der dpa”.
    """
    if NOMINATIVE.intersection(folded[-2:]):
        return None
    strange, room = 0, ARTICLED if DATIVE.intersection(folded[-2:]) else 1
    for place in range(len(folded) - 1, max(-1, len(folded) - 8), -1):
        if folded[place] in verbs:
            return place
        strange += folded[place] not in fillers
        if strange > room:
            return None
    return None


def _cue_after(named: Named, end: int, right: str, *, sure: bool) -> Found | None:
    lexicon = cues()
    after = list(WORD.finditer(right))
    skipped = 0
    while skipped < min(3, len(after)) and after[skipped].group().lower() in lexicon.fillers:
        skipped += 1
    for first in dict.fromkeys((0, skipped)):
        for length in range(min(4, len(after) - first), 0, -1):
            words = after[first : first + length]
            kind, anyone = lexicon.before.get(tuple(word.group().lower() for word in words), (None, False))
            beside = BESIDE + "," * (words[0].group() in RELATIVES) + "".join(word.group() for word in after[:first])
            if kind and (anyone or sure) and not right[: words[0].start()].strip(beside):
                return Found(start=named.start, end=end + words[-1].end(), agency=named.agency, kind=kind)
    return None


def _framed(left: str, words: Sequence[re.Match[str]], right: str, named: Named) -> Found | None:
    """Read “wie die Agentur Reuters unter Berufung auf … meldet”."""
    fillers = cues().fillers
    place = len(words) - 1
    while place >= 0 and words[place].group().lower() in fillers:
        place -= 1
    verbs = cues().framed.get(words[place].group().lower()) if place >= 0 else None
    if verbs is None or left[words[-1].end() :].strip(' «„“"'):
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
