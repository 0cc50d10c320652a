"""Tokens → the noun phrase before a place: who stands before a verb; without a parser.

A sentence of tokens and a place in it enter; the half-open token range of a phrase leaves, or None.

>>> from headwater.statements.sentence import sentence_of
>>> tokens = sentence_of("On Friday the mayor, a keen rower, said no.").tokens
>>> first, last = subject_before(tokens, 9)
>>> [token.low for token in tokens[first:last]]
['the', 'mayor', ',', 'a', 'keen', 'rower']
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.statements import words
from headwater.statements.cues import verbs
from headwater.statements.phrases import LONGEST, Range, leads_name, phrase_after, stops, verb_like
from headwater.statements.tokens import Token


def subject_before(tokens: Sequence[Token], end: int) -> Range | None:
    """Return the phrase that ends right before token `end`, an apposition between commas included."""
    last = end - 1
    while last > 0 and (_time_word(tokens, last) or tokens[last].kind == "quote"):
        last -= 1
    if last < 0:
        return None
    if tokens[last].low in {",", ")", "—", "–", "--"}:
        return _with_apposition(tokens, last)
    return phrase_ending(tokens, last)


def _time_word(tokens: Sequence[Token], at: int) -> bool:
    """“a poll last month showed”: the time is no part of who."""
    low = tokens[at].low
    if words.is_temporal(low):
        return not low.endswith("'s")
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return low in {"last", "this", "on", "late", "early", "earlier"} and words.is_temporal(following)


def _with_apposition(tokens: Sequence[Token], comma: int) -> Range | None:
    opening = "(" if tokens[comma].low == ")" else tokens[comma].low
    for at in range(comma - 1, max(0, comma - LONGEST) - 1, -1):
        token = tokens[at]
        if token.kind == "speech" or token.low in {";", ":"}:
            return None
        if token.low == opening:
            phrase = _before_parenthesis(tokens, at - 1) if at else None
            if phrase is None or (phrase[1] - phrase[0] == 1 and tokens[phrase[0]].kind == "number"):
                continue
            name = phrase_ending(tokens, phrase[0] - 2) if phrase[0] > 1 and tokens[phrase[0] - 1].low == "," else None
            if (
                name is not None
                and opening == ","
                and all(token.capital for token in tokens[name[0] : name[1]])
                and not tokens[phrase[0]].capital
            ):
                return name[0], comma
            if opening == "," and not _apposition(tokens, at + 1, comma):
                return phrase if _aside(tokens, at + 1, comma) else None
            return phrase[0], comma + 1 if opening == "(" else comma
    return None


def _before_parenthesis(tokens: Sequence[Token], last: int) -> Range | None:
    """“Ana Ruiz (Harbour)”: the phrase with what stands in brackets after it."""
    if tokens[last].low != ")":
        return phrase_ending(tokens, last)
    opening = next((at for at in range(last - 1, max(0, last - 8), -1) if tokens[at].low == "("), 0)
    phrase = phrase_ending(tokens, opening - 1) if opening else None
    return None if phrase is None else (phrase[0], last + 1)


def _apposition(tokens: Sequence[Token], start: int, end: int) -> bool:
    if start >= end:
        return False
    first = tokens[start]
    return (
        first.low in words.DETERMINERS
        or first.low in {"who", "whose", "which", "of", "himself", "herself", "then", "now", "formerly"}
        or first.kind == "number"
        or first.low.startswith(("former", "co-", "ex-"))
        or first.low in words.TITLES
        or (first.capital and not words.is_temporal(first.low))
        or any(token.low in words.TITLES for token in tokens[start : min(end, start + 5)])
    )


def _aside(tokens: Sequence[Token], start: int, end: int) -> bool:
    if start >= end:
        return False
    low = tokens[start].low
    return (
        low in words.PREPOSITIONS
        or words.is_adverb(low)
        or words.is_temporal(low)
        or low.endswith("ing")
        or low in {"however", "too", "though", "meanwhile", "when", "while", "asked", "if", "citing", "speaking"}
    )


STANDING_ALONE = frozenset("one two three four five ten many some most all both".split())
"""Determiners that can end a phrase: “one in three”, “most”."""
NO_LAST = (words.PREPOSITIONS | words.DETERMINERS) - STANDING_ALONE


def phrase_ending(tokens: Sequence[Token], last: int) -> Range | None:
    """Return the noun phrase whose last token is `last`."""
    token = tokens[last]
    if token.low in words.PRONOUNS:
        return _pronoun(tokens, last)
    if token.kind in {"mark", "speech"} or token.low in words.BOUNDARIES or _past_verb(token):
        return None
    first = _left_edge(tokens, last)
    before = _clause_inside(tokens, first)
    if before is not None:
        phrase = phrase_ending(tokens, before) if before >= 0 else None
        return None if phrase is None else (phrase[0], last + 1)
    first = _past_opener(tokens, first, last)
    if first > last or tokens[last].low in NO_LAST or tokens[first].low in {"including", "such"}:
        return None
    return first, last + 1


def _clause_inside(tokens: Sequence[Token], first: int) -> int | None:
    """Where a phrase began with a clause inside it: the last token before that clause, -1 for nothing to go on with.

    “officials who spoke to the Herald”, “a memo seen by the Herald”, “the yard where the ship was built”.
    """
    head, before = tokens[first], tokens[first - 1] if first else None
    if before is None or before.kind != "word" or head.capital or head.low in words.DETERMINERS:
        return None
    if before.low == "who" or head.low == "by":
        return first - 2
    return _before_relative(tokens, first) if before.low in words.AUXILIARIES else None


def _before_relative(tokens: Sequence[Token], first: int) -> int:
    for at in range(first - 1, max(0, first - 10), -1):
        if tokens[at].kind != "word":
            return -1
        if tokens[at].low in {"where", "who", "which", "that", "whose", "whom"}:
            return at - 1
    return -1


def _past_verb(token: Token) -> bool:
    """“rejected” ends no phrase."""
    readings = verbs(token.low) if not token.capital else ()
    return bool(readings) and all(cue.inflections <= {"past", "participle"} for cue in readings)


def _pronoun(tokens: Sequence[Token], last: int) -> Range | None:
    if tokens[last].low == "that" and last and tokens[last - 1].kind == "word" and verbs(tokens[last - 1].low):
        return None
    first = last
    if tokens[last].low in {"many", "some", "others", "critics"}:
        while first and tokens[first - 1].low in words.DETERMINERS:
            first -= 1
    return first, last + 1


def _left_edge(tokens: Sequence[Token], last: int) -> int:
    """Walk left over what can belong to one phrase; the walk ends at a clause boundary or where two phrases meet."""
    at = last
    while at > 0 and last - at < LONGEST:
        before, here = tokens[at - 1], tokens[at]
        if before.kind in {"mark", "speech"} or before.low in words.BOUNDARIES or before.low in words.AUXILIARIES:
            list_start = _list_start(tokens, at, last)
            return at if list_start is None else list_start
        if before.low in {"and", "&"}:
            joined = _joined(tokens, at - 1)
            if joined is None:
                return at
            at = joined
            continue
        if here.low in words.DETERMINERS and before.low not in words.INNER_PREPOSITIONS | words.DETERMINERS | {"and"}:
            return at
        if before.low in words.PERSONAL or (verb_like(before, here) and not here.low.endswith("ing")):
            return at
        if (
            here.capital
            and tokens[last].capital
            and not before.capital
            and before.kind == "word"
            and not leads_name(before)
        ):
            return at
        at -= 1
    return at


def _list_start(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """“A, B and C”: when the phrase holds an “and”, commas before short pieces belong to it."""
    if at < 2 or tokens[at - 1].low != "," or not any(token.low == "and" for token in tokens[at:last]):
        return None
    start = None
    while at >= 2 and tokens[at - 1].low == ",":
        piece = _piece_start(tokens, at - 1)
        if piece is None:
            break
        start = at = piece
    return start


def _piece_start(tokens: Sequence[Token], comma: int) -> int | None:
    """Return where a member of a list begins that ends at a comma, None where a clause or an adverbial stands there."""
    first = comma
    while first > 0 and tokens[first - 1].kind in {"word", "number"} and not stops(tokens[first - 1]):
        first -= 1
    if not 0 < comma - first <= 6 or (
        first > 0 and tokens[first - 1].kind == "word" and tokens[first - 1].low != "that"
    ):
        return None
    head = tokens[first].low
    if head in words.PREPOSITIONS | words.OPENERS or words.is_adverb(head) or head.endswith("ing"):
        return None
    clause = any(
        words.is_temporal(token.low) or (verbs(token.low) and not token.capital) for token in tokens[first:comma]
    )
    return None if clause else first


def _joined(tokens: Sequence[Token], conjunction: int) -> int | None:
    """“Ruiz and Lund”: return where to go on left of the “and”, None where it joins clauses."""
    left = conjunction - 1
    if left < 0 or conjunction + 1 >= len(tokens):
        return None
    if tokens[left].low == ",":
        return _piece_start(tokens, left) if tokens[conjunction + 1].low not in words.PERSONAL else None
    before, after = tokens[left], tokens[conjunction + 1]
    if before.kind != "word" or verb_like(before, after) or after.low in words.PERSONAL:
        return None
    same = before.capital == after.capital and after.low not in words.DETERMINERS
    same = same or (
        not after.capital and (left == 0 or tokens[left - 1].kind == "mark") and before.low not in words.PRONOUNS
    )
    return left if same or (after.low in words.DETERMINERS and _short_subject(tokens, left)) else None


def _short_subject(tokens: Sequence[Token], left: int) -> bool:
    first = left
    while first > 0 and tokens[first - 1].kind == "word" and not stops(tokens[first - 1]):
        first -= 1
    return left - first < 5 and tokens[first].low in words.DETERMINERS


def _past_opener(tokens: Sequence[Token], first: int, last: int) -> int:
    """Skip what leads a clause but is no part of its subject: “But”, “Meanwhile”, “On Friday”, “In March 2020”."""
    at = first
    while at < last and (tokens[at].low in words.OPENERS - {"in"} or words.is_adverb(tokens[at].low)):
        if tokens[at].low in words.DETERMINERS or (
            tokens[at].low in {"first", "second", "third", "now"} and not tokens[at].capital
        ):
            break
        at += 1
    low = tokens[at].low
    if (
        low in words.PREPOSITIONS
        or (words.is_temporal(low) and not low.endswith("'s"))
        or low in {"last", "late", "early", "earlier"}
    ):
        return _past_adverbial(tokens, at, last)
    return at


def _past_adverbial(tokens: Sequence[Token], at: int, last: int) -> int:
    for place in range(min(last, at + 8), at - 1, -1):
        if words.is_temporal(tokens[place].low) or (tokens[place].kind == "number" and place > at):
            return place + 1
    for place in range(last, at + 1, -1):
        if tokens[place].low in words.DETERMINERS and tokens[place - 1].low not in words.PREPOSITIONS:
            return place
    return last + 1


def subject_of(tokens: Sequence[Token], end: int) -> Range | None:
    """Return the subject of the sentence that runs up to token `end`: for “…, calling it a mistake”."""
    start = 0
    while start < end and (tokens[start].low in words.OPENERS - {"in"} or tokens[start].low == ","):
        start += 1
    if start < end and _leads_aside(tokens[start]):
        start = next((at + 1 for at in range(start, end) if tokens[at].low == ","), end)
    phrase = phrase_after(tokens, start, apposition=False)
    if phrase is None:
        return None
    first, last = phrase
    for at in range(start, min(last, end)):
        if at > start and not tokens[at].capital and tokens[at].kind == "word" and _leaves_subject(tokens, at):
            last = at
            break
    return (first, last) if last > first else None


def _leads_aside(token: Token) -> bool:
    """What begins an adverbial and no subject: “Here in Harbour,” “Walking home,” “Asked why,”."""
    low = token.low
    return (
        low in words.PREPOSITIONS | words.BOUNDARIES | {"here", "there", "besides", "asked", "given"}
        or (low.endswith("ing") and token.kind == "word")
        or words.is_temporal(low)
        or words.is_adverb(low)
    )


def _leaves_subject(tokens: Sequence[Token], at: int) -> bool:
    """A small word after a name is the verb where something like an object follows: “Ruiz threw her hat”."""
    low, before = tokens[at].low, tokens[at - 1]
    if low.endswith("ed"):
        return True
    if (
        not before.capital
        or low in words.INNER_PREPOSITIONS | words.GROUPS | words.TITLES | {"and"}
        or at + 1 >= len(tokens)
    ):
        return False
    after = tokens[at + 1]
    return (
        after.kind == "mark"
        or after.capital
        or after.low in words.DETERMINERS | words.PERSONAL | words.PREPOSITIONS | {"to"}
        or words.is_adverb(after.low)
    )
