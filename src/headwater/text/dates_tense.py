"""Where a time stands in a sentence → whether the words around it look back or ahead.

News tells the past, so a weekday without more is the last one; what has to be seen is when a clause looks ahead, and when
nobody could tell (“was due on Monday”).

>>> text = "Envoys who met on Monday will meet again on Friday; the vote was due on Tuesday."
>>> [tense_at(text, text.index(day), text.index(day) + 6) for day in ("Monday", "Friday", "Tuesda")]
['past', 'ahead', 'open']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from headwater.text.dates_calendar import WEEKDAYS

Tense = Literal["past", "ahead", "open", "none"]
"""`open`: there are signs of both; `none`: there is no sign."""

NEAR = 10
"""Words from a time within which “due to” and “to meet” speak of it."""
REACH = 170
"""Characters to each side that are looked at."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,()“”\"]")
BREAK = re.compile(r"(?<=\w\w\w)\.(?=[\s”\"])|[!?;:\n]")
PREPOSITIONS = frozenset(
    "on in at by of from to with for near after during before until over between into against".split()
)
DETERMINERS = PREPOSITIONS | frozenset("the a an his her its their our and or this that these those more most".split())
CLAUSE_BREAKS = frozenset("that who which but because while when where whether although , (".split())
SPOKEN_BREAKS = frozenset("that who which but because while when where whether although and , ( “".split())
"""What may stand between a clause and a time that begins the next one."""
WILL = frozenset("could couldn't couldn’t will shall won't won’t cannot must should may might can would would".split())
COULD = frozenset("could couldn't couldn’t".split())
CANCELLED = re.compile(
    r"\b(?:cancel\w*|postpon\w*|call(?:s|ed|ing)? off|scrap(?:s|ped|ping)?|bann(?:ed|ing)|bans?|delay\w*|reschedul\w*)\b",
    re.IGNORECASE,
)
AWAITED = frozenset("due scheduled slated expected planned set poised ready likely going about supposed meant".split())
"""With “is”, “to” or “for”: something still to come; with “was”: nobody can tell."""
AWAITING = frozenset(
    "plans plan hopes hope expects expect intends intend aims aim wants want seeks seek prepares vows".split()
)
"""Verbs of the present whose infinitive is still to come."""
COMMITTED = frozenset(
    "agreed vowed announced decided ordered asked urged told invited promised pledged threatened offered voted wanted "
    "hoped planned expected intended called demanded proposed sought warned chose elected".split()
)
"""Verbs of the past whose infinitive may be still to come: “agreed to meet on Monday” tells either day."""
TIMETABLED = frozenset(
    "opens begins starts meets resumes expires arrives travels convenes hosts votes returns closes ends flies visits visit host play begin "
    "meet resume expire arrive convene".split()
)
"""Verbs whose present tense beside a day is a timetable."""
BEGINNING = frozenset(
    f"{verb} {rest}"
    for verbs, rests in (("comes come goes go", "into to on"), ("takes take", "effect place office over"))
    for verb in verbs.split()
    for rest in rests.split()
)
"""The same, in two words."""
IRREGULAR = frozenset(
    "said told was were had did met made took came went gave left held fell rose hit shot won lost saw found sent struck "
    "broke spoke wrote became fled led sank flew drove ran sat stood brought thought caught built paid sold felt kept "
    "heard began knew grew threw blew drew swept fought bought taught sought burnt shook wore stole froze swore tore "
    "overtook withdrew underwent overthrew quit cut put set let shut got slid sprang dug hung died lay lent meant".split()
)
NO_GOVERNORS = frozenset(
    "according back close up down next prior thanks similar related spoke speaks statement talks".split()
)
"""Words after which “to” is a preposition."""
NO_VERBS = frozenset(
    "parliament congress police court work school hospital prison jail death power office him them us me you it people "
    "media television radio journalist public least much date".split()
)
HAVE = frozenset("has have had having've".split()) | {"’ve", "'ve"}
IS = frozenset("is are am isn't aren't isn’t aren’t".split())
WAS = frozenset("was were wasn't weren't wasn’t weren’t been".split())
BE = IS | WAS | {"be", "being"}
NOT_PAST = frozenset("need indeed speed seed feed hundred breed weed agreed-upon united red bed ahead".split())
LEADS = re.compile(
    r"(?P<lead>ahead of|in the run-up to|in advance of|before|until|till|to|by|for|since|following|in the wake of|after)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:postponed|moved|delayed|rescheduled|pushed back|brought forward|put off|shifted|deferred|changed)\b[^,]*$",
    re.IGNORECASE,
)
STAYED = frozenset("lasted continued remained stayed ran dragged".split())
DEFERRED = frozenset(
    "adjourned postponed extended delayed suspended prolonged deferred has have remains remain runs lasts last valid stays "
    "stay continues continue must open gives gave given".split()
)
"""Words before “until” that make what follows lie ahead of them."""


def tense_at(text: str, start: int, end: int) -> Tense:
    """Return whether the words around `text[start:end]`, a time, tell of the past or look ahead.

    The nearest verb decides: before the time, or after it where the time begins its clause. At most `REACH` characters
    to each side are read.
    """
    before = text[max(0, start - REACH) : start]
    before = before[max((found.end() for found in BREAK.finditer(before)), default=0) :]
    after = BREAK.split(text[end : end + REACH], maxsplit=1)[0]
    lead = LEADS.search(before)
    noun = after[:2] in {"'s", "’s"}
    led = _by_lead(lead["lead"].lower(), before[: lead.start()], before + after) if lead else None
    led = None if noun and lead and lead["lead"].lower() in {"for", "by"} else led
    if led:
        return led
    earlier, later = _without_lead(WORD.findall(before)), WORD.findall(after)
    while len(earlier) > 1 and earlier[-1].lower() in {"and", "or"} and earlier[-2].lower() in WEEKDAYS:
        earlier = _without_lead(earlier[:-2])
    if noun:
        return _of_noun(earlier, later)
    if not earlier or earlier[-1].lower() in SPOKEN_BREAKS:
        return _forward(later) or _backward(earlier) or "none"
    if later and _is_between(earlier, later):
        return _forward(["it", *later]) or "none"
    return _backward(earlier) or _forward(_to_comma(later)) or "none"


def _to_comma(words: list[str]) -> list[str]:
    return words[: words.index(",")] if "," in words else words


def has_verb(words: str) -> bool:
    """Say whether a few words hold a verb of the past or one that looks ahead."""
    lower = [word.lower() for word in WORD.findall(words)]
    return any(word in WILL or word in IRREGULAR or _ends_past(word) for word in lower)


def _without_lead(words: list[str]) -> list[str]:
    """Return words without the prepositions that lead to the time behind them."""
    while words and words[-1].lower() in PREPOSITIONS | {"the", "late", "early", "midday"}:
        words = words[:-1]
    return words


def told_at(text: str, start: int) -> bool:
    """Say whether a verb of the past stands right before a time: “opened on 2 December”."""
    before = [word.lower() for word in WORD.findall(text[max(0, start - REACH) : start])]
    words = _without_lead(before)
    if before[-1:] and before[-1] in {"to", "for", "until", "till", "by", "from"}:
        return False
    return bool(words) and _is_past(words, len(words) - 1)


def _is_between(earlier: Sequence[str], later: Sequence[str]) -> bool:
    """Say whether the time stands between subject and verb: “the mayor on Friday denied”, not “the vote held on Friday will”."""
    lower, verb = [word.lower() for word in earlier], later[0].lower()
    starts = verb in IRREGULAR or verb in WILL or verb in IS or verb in HAVE or _ends_past(verb)
    return starts and not _is_past(lower, len(lower) - 1) and lower[-1] not in AWAITED


def _by_lead(lead: str, before: str, clause: str) -> Tense | None:
    """Judge “for Monday”, “until Monday”, “ahead of Monday's vote” by these words, where they suffice."""
    if lead in {"ahead of", "in the run-up to", "in advance of"}:
        return "open" if CANCELLED.search(clause) else "ahead"
    if lead in {"since", "following", "in the wake of", "after"}:
        return "past"
    if lead == "to":
        return "open" if MOVED.search(before[-60:]) else None
    if lead == "for":
        return "open" if CANCELLED.search(clause) or re.search(r"\b(?:was|were|had)\b", before) else "ahead"
    if lead in {"until", "till"}:
        words = WORD.findall(before.lower())
        return next((found for word in reversed(words) if (found := _until(word))), "open")
    if lead == "by":
        found = _backward(WORD.findall(before)) or _forward(WORD.findall(clause[len(before) :]))
        return "open" if found is None else "past" if found == "past" else "ahead"
    return None


def _until(word: str) -> Tense | None:
    if word in WILL or word in DEFERRED:
        return "ahead"
    if word in STAYED:
        return "past"
    return "open" if word in WAS else None


def _of_noun(earlier: Sequence[str], later: Sequence[str]) -> Tense:
    """Judge “Monday's talks”: by what is said of them, else by the verb that they belong to."""
    words = [word.lower() for word in later]
    if words[1:2] and words[1] in {"planned", "scheduled", "upcoming", "forthcoming", "expected"}:
        return "ahead"
    before = " ".join(earlier[-4:])
    if CANCELLED.search(before) or CANCELLED.search(" ".join(words[:6])):
        return "open"
    told = earlier and earlier[-1].lower() in {"said", "says", "told", "that", "adding"}
    if not earlier or told or earlier[-1] in SPOKEN_BREAKS:
        return _forward(["it", *later[2:]]) or "none"
    return _backward(earlier) or _forward(["it", *later[2:]]) or "none"


def _forward(words: Sequence[str]) -> Tense | None:
    """Return what the first verb after a time says."""
    lower = [word.lower() for word in words]
    for place, word in enumerate(lower):
        before = lower[place - 1] if place else ","
        if word in WILL and words[place] == word:
            return _modal(lower, place)
        if word in WAS and any(following in AWAITED | {"to"} for following in lower[place + 1 : place + 3]):
            return "open"
        if word in IS and any(following in AWAITED | {"to"} for following in lower[place + 1 : place + 3]):
            return "ahead"
        if word in IRREGULAR or (_ends_past(word) and place > 0 and before not in DETERMINERS | BE):
            return "past"
        if word in TIMETABLED and before not in DETERMINERS:
            return "ahead"
        if _is_perfect(lower, place):
            return "past"
    return None


def _backward(words: Sequence[str]) -> Tense | None:
    """Return what the last verb before a time says."""
    lower = [word.lower() for word in words]
    for place in range(len(lower) - 1, -1, -1):
        modal = words[place] in WILL or lower[place] in {"won't", "won’t"}
        if modal and not (lower[place] == "will" and place and lower[place - 1] in DETERMINERS):
            return _modal(lower, place)
        found = _coming(lower, place) or _gone(lower, place)
        if found:
            return found
    return None


def _coming(lower: Sequence[str], place: int) -> Tense | None:
    """Judge one word before a time as a sign that it lies ahead: “is due”, “to meet”, “is meeting”, “opens”."""
    word, before, after = lower[place], lower[place - 1] if place else ",", lower[place + 1 : place + 2]
    near = len(lower) - place <= NEAR and "," not in lower[place:]
    if near and word in AWAITED and _is_awaited(lower, place):
        return _awaited(lower, place)
    if (
        near
        and word == "to"
        and after
        and _is_base(after[0])
        and not before.endswith("ing")
        and before not in NO_GOVERNORS
    ):
        return _infinitive(lower, place)
    if word in IS and (not after or after[0].endswith("ing")):
        return "ahead"
    if word in TIMETABLED and before not in DETERMINERS | WILL | {"did", "not", "won", "cast"}:
        return "ahead"
    begins = " ".join([word, *after]) in BEGINNING or (
        word in {"open", "close"} and before.endswith("s") and before not in BE
    )
    return "ahead" if begins else None


def _gone(lower: Sequence[str], place: int) -> Tense | None:
    """Judge one word before a time as a verb of the past; “have to” looks ahead."""
    if _is_past(lower, place):
        return "past"
    if _is_perfect(lower, place):
        return "past"
    return "ahead" if lower[place] in HAVE and lower[place + 1 : place + 2] == ["to"] else None


def _is_perfect(lower: Sequence[str], place: int) -> bool:
    """Tell “has met” and “have not yet been” from “has a second chance”."""
    following = [
        word for word in lower[place + 1 : place + 4] if word not in {"not", "also", "already", "yet", "now", "since"}
    ][:1]
    return (
        lower[place] in HAVE and bool(following) and (following[0] in IRREGULAR or following[0].endswith(("ed", "en")))
    )


def _modal(lower: Sequence[str], place: int) -> Tense:
    """Judge “will meet”, “may have met”, “could meet”, “could not come”."""
    if lower[place] in COULD:
        negated = lower[place] != "could" or lower[place + 1 : place + 2] == ["not"]
        return "past" if negated or "have" in lower[place + 1 : place + 3] else "open"
    have = "have" in lower[place + 1 : place + 3]
    return "past" if have and lower[place] not in {"will", "won't", "won’t"} else "ahead"


def _is_awaited(lower: Sequence[str], place: int) -> bool:
    """Tell “is due”, “set for” and “expected on” from “a set of” and “than expected”."""
    before, after = lower[place - 1] if place else ",", lower[place + 1] if place + 1 < len(lower) else ""
    if lower[place] in {"set", "poised", "ready", "likely", "going", "about", "supposed", "meant"}:
        return after in {"to", "for"}
    return before not in DETERMINERS | {"than", "as"}


def _awaited(lower: Sequence[str], place: int) -> Tense:
    """Judge “due on”: still to come, unless it “was” due or the verb is a plain past (“planned to”)."""
    earlier = set(lower[max(0, place - 3) : place])
    if earlier & (WAS | {"had", "appeared", "seemed", "looked"}) or CANCELLED.search(" ".join(lower)):
        return "open"
    plain = lower[place] in {"planned", "expected"} and lower[place + 1 : place + 2] == ["to"] and not earlier & BE
    return "open" if plain else "ahead"


def _infinitive(lower: Sequence[str], place: int) -> Tense | None:
    """Judge “to meet” by what governs it; None leaves it to an earlier verb."""
    governor = lower[place - 1] if place else ""
    earlier = lower[max(0, place - 8) : place]
    if governor in AWAITED:
        return _awaited(lower, place - 1)
    if governor in AWAITING and any(_is_past(lower, other) for other in range(max(0, place - 3), place - 1)):
        return "open"
    if governor in AWAITING or governor in IS or governor in {"have", "has", "need", "needs"}:
        return "ahead"
    if governor in WAS or any(word in COMMITTED for word in earlier):
        return "open"
    past = any(_is_past(lower, other) for other in range(place))
    if past or any(word in WILL for word in lower[:place]):
        return None
    return "ahead" if lower[place + 1 : place + 2] == ["be"] else "open"


def _is_base(word: str) -> bool:
    """Tell “to meet” from “to reporters”, “to parliament”, “to the”."""
    plural = word.endswith("s") and not word.endswith("ss")
    return word not in DETERMINERS and word not in NO_VERBS and not plural and not word.endswith("ing")


def _is_past(lower: Sequence[str], place: int) -> bool:
    """Say whether a word is a verb of the past; participles that describe a noun (“the injured people”) are none."""
    word, before = lower[place], lower[place - 1] if place else ","
    if word in WAS:
        return word != "been"
    after = lower[place + 1] if place + 1 < len(lower) else "on"
    if before in WILL | {"to", "be", "not"} and word in {"cut", "put", "set", "let", "shut", "quit", "hit"}:
        return False
    if word in IRREGULAR:
        return not (word == "left" and before == "the") and before != "be"
    if not _ends_past(word) or before in {"be", "being"}:
        return False
    loose = before in DETERMINERS or any(other in WILL for other in _clause(lower, place))
    return not loose or after in PREPOSITIONS or place == len(lower) - 1


def _clause(lower: Sequence[str], place: int) -> Sequence[str]:
    """Return the words before a place back to where its clause begins."""
    begins = max((other + 1 for other in range(place) if lower[other] in CLAUSE_BREAKS), default=0)
    return lower[begins:place]


def _ends_past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and word not in NOT_PAST
