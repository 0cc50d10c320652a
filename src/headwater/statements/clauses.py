"""Where a reported clause lies around its cue: what follows the verb, what stands before the comma.

>>> from headwater.statements.sentence import sentence_of
>>> tokens = sentence_of("Ana Ruiz said on Friday that it rained, adding that it stopped.").tokens
>>> place = after_adjuncts(tokens, 3).place
>>> [token.low for token in tokens[place : clause_end(tokens, place)]]
['that', 'it', 'rained']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.statements import words
from headwater.statements.cues import verbs
from headwater.statements.phrases import MEDIA, phrase_after
from headwater.statements.tokens import Token


@dataclass(frozen=True, slots=True)
class Adjuncts:
    """What stands between a verb and its content."""

    place: int
    """The first token after them."""
    medium: int
    """End of “in a statement” where it follows the verb at once, else the beginning."""


def after_adjuncts(tokens: Sequence[Token], start: int) -> Adjuncts:
    """Skip when, where and how something was said: “on Friday in an interview with the Globe”."""
    at, medium = start, start
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if (
            (words.is_temporal(token.low) and not token.low.endswith("'s"))
            or (token.kind == "number" and at > start and words.is_temporal(tokens[at - 1].low))
            or (
                token.low in words.TIME_LEADS
                and (words.is_temporal(following) or following in {"this", "last", "late", "early"})
            )
        ):
            at += 1
        elif token.low in {"this", "last"} and words.is_temporal(following):
            at += 2
        elif token.low in {"again", "publicly", "repeatedly", "flatly", "later", "earlier", "too", "also"}:
            at += 1
        elif token.low in {"in", "on", "at", "during", "via", "through", "to", "from"} and token.low not in _frames_of(
            tokens, start
        ):
            end = _adjunct_end(tokens, at)
            if end == at:
                break
            if at == start and token.low in {"in", "on"}:
                medium = end
            at = end
        else:
            break
    return Adjuncts(at, medium)


def _frames_of(tokens: Sequence[Token], start: int) -> frozenset[str]:
    return frozenset().union(*(cue.prepositions for cue in verbs(tokens[start - 1].low))) if start else frozenset()


def _adjunct_end(tokens: Sequence[Token], at: int) -> int:
    phrase = phrase_after(tokens, at + 1, apposition=False)
    if phrase is None:
        return at
    first, last = phrase
    inside = tokens[first:last]
    if tokens[at].low == "to":
        return (
            last
            if inside[0].low in {"reporters", "journalists", "me", "us", "him", "her", "them"} or inside[0].capital
            else at
        )
    if (
        any(token.low in MEDIA for token in inside)
        or inside[0].capital
        or tokens[at].low in {"during", "via", "through"}
    ):
        if last + 1 < len(tokens) and tokens[last].low in {"with", "to", "after", "about", "on", "in", "at"}:
            more = phrase_after(tokens, last + 1, apposition=False)
            return more[1] if more else last
        return last
    return at


def after_addressee(tokens: Sequence[Token], start: int) -> int:
    """Skip the person addressed: “told [reporters] that”, “urged [the council] to”."""
    phrase = phrase_after(tokens, start, apposition=False)
    return start if phrase is None else phrase[1]


def sentence_end(tokens: Sequence[Token]) -> int:
    """Return the place of the sentence's final punctuation."""
    end = len(tokens)
    while end and tokens[end - 1].low in {".", "!", "…", ";"}:
        end -= 1
    return end


LOOSE = frozenset({"but", "which", "who", "whose", "while", "although", "though", "he", "she"})
"""After a comma these go on with the outlet's own words, unless “that” holds the reported clause together."""


def clause_end(tokens: Sequence[Token], start: int) -> int:
    """Return where a reported clause ends: with its sentence, or where the same speaker's next cue begins.

    A clause that “that” leads runs on over “, but” and “, which”; one without it ends there.
    """
    end = _before_speaker(tokens, start, sentence_end(tokens))
    firm = tokens[start].low == "that" if start < end else True
    for at in range(start + 1, end):
        token = tokens[at]
        if (
            token.low == ","
            and at + 1 < end
            and (_new_cue(tokens, at + 1) or (not firm and tokens[at + 1].low in LOOSE and _whole(tokens, start, at)))
        ):
            return at
        if token.low in {"and", "but"} and _coordinate(tokens, at + 1):
            return at - 1 if tokens[at - 1].low == "," else at
        if token.low == ";":
            return at
    return end


def _whole(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A clause has its verb: “the plan, which …, failed” is none up to its first comma."""
    return tokens[start].low == "to" or any(
        token.low in words.AUXILIARIES or (not token.capital and (token.low.endswith("ed") or verbs(token.low)))
        for token in tokens[start:end]
    )


def _before_speaker(tokens: Sequence[Token], start: int, end: int) -> int:
    """“…, Ruiz said.” at the end of a sentence reports the whole of it."""
    last = end - 1
    while last > start and (words.is_temporal(tokens[last].low) or tokens[last].low in {"on", "late", "last", "early"}):
        last -= 1
    if last - start < 3 or tokens[last].low not in SAID:
        return end
    return next((at for at in range(last - 1, max(start, last - 12), -1) if tokens[at].low == ","), end)


SAID = frozenset({"said", "says", "added", "wrote", "told"})


def _new_cue(tokens: Sequence[Token], at: int) -> bool:
    """“, adding that”, “, while stressing that”, “, according to”."""
    low = tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low == "according" and following == "to":
        return True
    if low in {"while", "before", "but", "and", "although", "though"}:
        return _is_ing(following) or (
            low in {"while", "but", "although", "though"} and _own_attribution(tokens, at + 1)
        )
    return _is_ing(low) and low not in {"including", "showing", "ruling", "seeing"}


def _is_ing(low: str) -> bool:
    return low.endswith("ing") and any(not cue.particles and {"c", "x", "q", "o"} & cue.frames for cue in verbs(low))


def _own_attribution(tokens: Sequence[Token], start: int) -> bool:
    """“…, while Lund said …”: another speaker within a few words."""
    for at in range(start + 1, min(len(tokens) - 1, start + 6)):
        if tokens[at].low in {
            "said",
            "says",
            "say",
            "told",
            "argued",
            "argues",
            "insisted",
            "claimed",
            "added",
            "warned",
        }:
            return True
        if tokens[at].low == ",":
            return False
    return False


def _coordinate(tokens: Sequence[Token], at: int) -> bool:
    """“… and added that”: a second verb of speech with the same subject."""
    while at < len(tokens) and (words.is_adverb(tokens[at].low) or tokens[at].low in {"has", "had", "have"}):
        at += 1
    if at >= len(tokens):
        return False
    low = tokens[at].low
    for cue in verbs(low):
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if (
            {"past", "s"} & cue.inflections
            and {"c", "q", "x"} & cue.frames
            and (after in {"that", "on", "to", ":"} or not low.endswith("s"))
        ):
            return True
    return False


def clause_start(tokens: Sequence[Token], end: int) -> int:
    """Return where the clause begins that runs up to token `end`: “[The plan is dead], Ruiz said”."""
    start = 0
    for at in range(end - 1, -1, -1):
        if tokens[at].low == ";" or tokens[at].kind == "speech":
            start = at + 1
            break
    for at in range(start + 1, min(end - 1, start + 12)):
        if tokens[at].low in {"—", "–", "-", "--"} and tokens[at - 1].low == ")" and start == 0:
            start = at + 1  # a dateline: PORT TOLBEN (OPA) —
            break
    marks = sum(token.kind == "quote" for token in tokens[start:end])
    while start < end and (
        (marks == 1 and tokens[start].kind == "quote")
        or tokens[start].low in {"but", "and", ",", "yet", "so"}
        or tokens[start].low in {"—", "–", "-", "--"}
    ):
        start += 1
    return start
