"""The words of a cue → what it does: states with a stance, states at a distance, or states nothing.

Asked in this order: what governs the verb (“declined to say”, “is expected to say”), modal verbs (“may say”), negation
(“did not deny”), then the tables of `stance_words`.

>>> meaning(CueWords(before=("did", "not"), cue=("rule", "out"), after=("talks",), nobody=False, supposed=False, sourced=True, start=0)).stance
'asserts'
>>> meaning(CueWords(before=("declined", "to"), cue=("say",), after=("whether",), nobody=False, supposed=False, sourced=True, start=0)) is None
True
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.model import Stance
from headwater.statements import words
from headwater.statements.complements import SPEAKING
from headwater.statements.cue_words import DENYING, LEADING, CueWords
from headwater.statements.cues import DISTANCE
from headwater.statements.other_rules import HEARSAY
from headwater.statements.stance_words import Reading, reading_at

SILENT = frozenset(
    "decline declines declined declining refuse refuses refused refusing refusal refusals fail fails failed failing "
    "avoid avoids avoided avoiding refrain refrains refrained refraining neglect neglects neglected forget forgets forgot "
    "omit omits omitted unable unwilling reluctant hesitate hesitates hesitated short without instead rather".split()
)
"""Who does this does not do what follows: “declined to say”, “short of accusing”, “without naming”."""
REFUSING = frozenset(
    "decline declines declined declining refuse refuses refused refusing refusal refusals unwilling reluctant".split()
)
PARTED = {"refrain": "from", "refrains": "from", "refrained": "from", "short": "of", "instead": "of", "rather": "than"}
"""What must follow some of them: a refrain is sung, too."""
PRESENT = frozenset("on in before at with alongside together via for after".split())
"""“appeared on” and “appeared before” are no seeming."""
TO_ACT = frozenset({"agree", "offer", "determine"})
"""They promise before “to” only: “agreed that”, “offered a view”."""
FUTURE = frozenset("expected set due likely unlikely scheduled supposed slated poised bound about going able".split())
"""Behind a form of “be”: what follows is still to come."""
INTENT = frozenset(
    "hope hopes hoped hoping plan plans planned planning intend intends intended intending want wants wanted need needs "
    "needed wish wishes wished ready prepared".split()
)
"""To intend to speak is no statement yet; to intend anything else is one."""
ELSEWHERE = INTENT | frozenset(
    "promise promises promised vow vows vowed pledge pledges pledged agree agrees agreed offer offers offered threaten "
    "threatens threatened asked urged pressed told invited ordered".split()
)
"""Left of the cue these belong to another statement: “promised to [say]”."""
SPEECH = SPEAKING | frozenset(
    "tell mention specify reveal explain reply elaborate identify disclose confirm provide state announce report describe "
    "detail predict divulge address comment declare note quote suggest remark write add".split()
)
"""Verbs of which “declined to …” and “is expected to …” leave nothing said."""
ACTS = frozenset({"give", "be", "name", "provide", "speak", "talk"})
"""To refuse these is to say nothing; to want or plan them is to state a wish."""
MUTE = frozenset({"mum", "silent", "tight-lipped", "silence", "tightlipped"})
LIGHT = frozenset(
    "issue release make give express voice raise offer deliver post publish send file continue go begin start keep respond "
    "reply answer react repeat reiterate renew come take put use launch hold have hear quote cite statement letter message "
    "speech interview read see seem appear look sound tend choose write be remark talk speak".split()
)
"""The next word of the cue says more: “issued a statement denying”, “voiced doubt”, “was quoted as saying”."""
SEEMING = frozenset({"seem", "appear", "look like", "look as", "look set", "sound like", "sound as"})
GENERAL = HEARSAY | frozenset("expected considered seen viewed regarded known deemed feared assumed".split())
"""Behind “is”, without a source: what people in general hold."""
MAYBE = frozenset({"may", "might", "could"})
WISHING = frozenset({"like", "love", "prefer", "rather", "hate", "welcome", "want", "favour", "favor"})
FREELY = frozenset("only later eventually often always sometimes frequently repeatedly soon subsequently".split())
"""“would only say”, “would later say”: it was said."""
OWNING = frozenset({"say", "admit", "confess", "concede", "acknowledge"})
ONLY = frozenset({"only", "just", "merely", "simply", "solely", "least"})
UNCLEAR = frozenset({"unclear", "unknown"})
SURE = frozenset({"clear", "known", "certain"})
TELLING_TO = frozenset({"challenge", "tell", "warn", "caution", "advise", "remind", "instruct", "signal"})
NEAR = 6
"""Words from a governor to the verb that it governs."""
ALL = ""
"""Stands for the whole cue as a word of distance."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cue does."""

    stance: Stance
    hedge: str | None = None
    """The word of distance that the cue itself carries, in lower case: “seemed”, “may”; `ALL` for the whole cue."""
    general: bool = False
    """Without a source this is the outlet's own voice: “reportedly”, “is said to”, “seemed”."""


@dataclass(frozen=True, slots=True)
class _Found:
    at: int
    reading: Reading


def meaning(around: CueWords) -> Meaning | None:
    """Return what a cue does, None where nobody states anything; an unknown cue asserts, unknown and negated is None."""
    line = (*around.before, *around.cue)
    if around.supposed or MUTE & set(line) or _says_nothing(around):
        return None
    if not around.sourced and _unclear(line):
        return Meaning(
            "asks" if around.after[:1] and around.after[0] in words.QUESTION_WORDS else "doubts", ALL, general=True
        )
    found = _readings(around, line)
    at = _governor(around, line, found)
    if at is not None:
        return _governed(around, line, found, at)
    return _stated(around, line, found)


def _says_nothing(around: CueWords) -> bool:
    """“had no comment”, “said nothing”, “neither confirmed nor denied”."""
    line = (*around.before, *around.cue)
    pairs = set(zip(line, (*line[1:], *around.after[:1]), strict=False))
    told = set(line)
    both = bool(told & DENYING) and bool({"confirm", "confirmed", "confirms"} & told)
    return (
        bool(pairs & {("no", "comment"), ("no", "mention"), ("no", "statement"), ("said", "nothing"), ("say", "nothing"), ("says", "nothing")})
        or ("nothing", "to") in pairs
        or (both and (_negated(line) or bool(SILENT & told)))
    )  # fmt: skip


def _unclear(line: Sequence[str]) -> bool:
    return bool(UNCLEAR & set(line)) or (bool(SURE & set(line)) and _negated(line))


def _negated(line: Sequence[str]) -> bool:
    """Say whether words deny what follows them; “not only” does not."""
    for at, word in enumerate(line):
        following = line[at + 1] if at + 1 < len(line) else ""
        if word.endswith("n't") or word in {"never", "nor", "neither", "cannot", "hardly", "no", "none"}:
            return True
        if word == "not" and following not in ONLY:
            return True
    return False


def _readings(around: CueWords, line: Sequence[str]) -> list[_Found]:
    """What the tables know of the cue, in order; a phrase may begin before it and end in the content: “called | for”."""
    found: list[_Found] = []
    whole = (*line, *around.after[:2])
    first, at = len(around.before), 0
    while at < len(line):
        here = reading_at(whole, at, len(line))
        inside = here is not None and (at >= first or at + here.length > first or line[at] in DENYING)
        if here is None or not inside or (here.length == 1 and line[at] in words.AUXILIARIES):
            at += 1
            continue
        if at + here.length > len(whole) - len(around.after[:2]) and " " not in here.words:
            at += 1
            continue
        found.append(_Found(at, here))
        at += here.length
    return found


def _governor(around: CueWords, line: Sequence[str], found: Sequence[_Found]) -> int | None:
    """Return the place of the last word that keeps what follows from having been said, None where there is none."""
    first = len(around.before)
    spoken = next((each.at for each in found if each.at >= first and each.reading.words not in LIGHT), len(line))
    for at in range(min(len(line) - 1, spoken), -1, -1):
        if _governs(around, line, at):
            return at
    return None


def _governs(around: CueWords, line: Sequence[str], at: int) -> bool:
    word, inside = line[at], at >= len(around.before)
    following = (*line[at + 1 :], *around.after)[:NEAR]
    if word in SILENT:
        wanted = PARTED.get(word)
        return wanted == following[0] if wanted and following else bool(following) or word in REFUSING
    if "to" not in following:
        return False
    if word in FUTURE:
        if at and line[at - 1] in {"more", "less"}:
            return False  # “were more likely to say”: they did, in a poll
        return bool(set(line[:at]) & words.BE) or word in {"unlikely", "about"}
    target = _target(following)
    spoken = target is not None and target.words in SPEECH - ACTS
    return (word == "yet" and following[0] == "to") or (
        word in ELSEWHERE and (not inside or (word in INTENT and spoken))
    )


def _target(following: Sequence[str]) -> Reading | None:
    """Return the verb that a word governs, the first after “to” or the like, None where the tables do not know it."""
    at = next((place for place, word in enumerate(following) if word in LEADING), -1) + 1
    while at < len(following) and (words.is_adverb(following[at]) or following[at] in words.AUXILIARIES):
        at += 1
    return reading_at(following, at) if at < len(following) else None


def _governed(around: CueWords, line: Sequence[str], found: Sequence[_Found], at: int) -> Meaning | None:
    """“declined to say”, “refused to rule out”, “is expected to win”."""
    target = _target((*line[at + 1 :], *around.after)[:NEAR])
    spoken = (target is not None and target.words in SPEECH) or bool(SPEAKING & set(around.after[:3]))
    word = line[at]
    if word in FUTURE:
        alone = set(line[at + 1 :]) <= {"to"}
        if at < len(around.before) or spoken or not (alone or target is None):
            return None
        return Meaning("doubts" if _negated(line[:at]) else "asserts", general=True)
    if word not in SILENT:
        return None
    if _negated(line[:at]):
        return Meaning(target.stance) if target is not None else _stated(around, line, found)
    if target is not None and not spoken and target.negated is not None:
        return Meaning(target.negated) if word in REFUSING or target.negated == "asserts" else None
    return Meaning("rejects") if word in REFUSING and not spoken else None


def _stated(around: CueWords, line: Sequence[str], found: Sequence[_Found]) -> Meaning | None:
    head = _head(found)
    at = head.at if head is not None else len(around.before)
    before = line[:at]
    negated = around.nobody or _negated(before)
    hedge = next((line[each.at] for each in found if each.at <= at and _seems(around, line, each)), None)
    if head is None:
        return _unknown(around, line, negated=negated)
    if negated:
        stance = head.reading.negated
        return None if stance is None else Meaning(stance, hedge, general=_general(around, line, head))
    modal = next((word for word in before if word in words.MODALS), None)
    if modal is not None and not _said_after_all(before, head, modal):
        perfect = bool({"have", "'ve"} & set(before)) and modal in MAYBE
        if not perfect:
            return None
        hedge = modal
    general = _general(around, line, head)
    if general and head.reading.words not in SEEMING and line[head.at] in HEARSAY and not around.sourced:
        hedge = ALL
    return Meaning(_tuned(around, line, head), hedge, general=general)


def _head(found: Sequence[_Found]) -> _Found | None:
    """The first word known, or a later one where it only leads there; a denial is never passed over."""
    head = found[0] if found else None
    for each in found[1:]:
        if head is None or head.reading.words not in LIGHT:
            break
        head = each
    return head


def _unknown(around: CueWords, line: Sequence[str], *, negated: bool) -> Meaning | None:
    """No word of the cue is known: “reportedly”, “:”, a rare verb."""
    distant = bool(line) and all(word in DISTANCE or word == "seemingly" or word in words.AUXILIARIES for word in line)
    if distant:
        return Meaning("asserts", general=True)
    return None if negated or any(word in words.MODALS for word in around.before) else Meaning("asserts")


def _said_after_all(before: Sequence[str], head: _Found, modal: str) -> bool:
    """“would like”, “would later say”, “must admit”, “could be heard saying”."""
    told = set(before)
    return (
        head.reading.words in SEEMING
        or bool({"heard", "seen"} & told)
        or head.reading.words.startswith("would ")
        or (modal == "would" and (head.reading.words in WISHING or bool(FREELY & told) or "on" in told))
        or ("only" in told and modal == "could")
        or (modal == "must" and head.reading.words in OWNING)
    )


def _seems(around: CueWords, line: Sequence[str], found: _Found) -> bool:
    following = (*line[found.at + 1 :], *around.after[:1])
    return found.reading.words in SEEMING and not (following and following[0] in PRESENT)


def _general(around: CueWords, line: Sequence[str], head: _Found) -> bool:
    return _seems(around, line, head) or (line[head.at] in GENERAL and bool(set(line[: head.at]) & words.BE))


def _tuned(around: CueWords, line: Sequence[str], head: _Found) -> Stance:
    """“asked them to wait” and “told them to wait” demand; “asked to explain” and “the question of” ask."""
    verb, stance = head.reading.words, head.reading.stance
    if verb == "question" and line[head.at].startswith("question") and head.at and _noun_after(line[head.at - 1]):
        return "asks"
    if verb in TO_ACT:
        return "promises" if "to" in (*line[head.at :], *around.after[:1]) else "asserts"
    if verb != "ask" and verb not in TELLING_TO:
        return stance
    act = _act(("to", *around.after) if line[-1:] == ("to",) else around.after, longest=4 if verb == "ask" else 2)
    return stance if act is None else "asks" if verb == "ask" and act in SPEECH | {"explain"} else "demands"


def _act(after: Sequence[str], longest: int) -> str | None:
    """Return what somebody is to do, “wait” of “Lund not to wait”; None where a clause follows."""
    at = next((place for place, word in enumerate(after[: longest + 2]) if word == "to"), None)
    clause = words.QUESTION_WORDS | words.AUXILIARIES | {"that", "if", "it", "he", "she", "they", "we", "i"}
    if at is None or at + 1 >= len(after) or any(word in clause or word.endswith("ed") for word in after[:at]):
        return None
    return after[at + 1] if at - after[:at].count("not") <= longest else None


def _noun_after(word: str) -> bool:
    return not (word in words.AUXILIARIES | words.PERSONAL | words.RELATIVES | {"to", "and"} or words.is_adverb(word))
