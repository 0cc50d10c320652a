"""Tokens → the noun phrase after a place: the speaker after “said”, somebody told, an object; without a parser.

A sentence of tokens and a place in it enter; the half-open token range of a phrase leaves, or None.

>>> from headwater.statements.sentence import sentence_of
>>> tokens = sentence_of("“No,” said the mayor, a keen rower, on Friday.").tokens
>>> first, last = phrase_after(tokens, 2)
>>> [token.low for token in tokens[first:last]]
['the', 'mayor', ',', 'a', 'keen', 'rower']
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.statements import words
from headwater.statements.cues import verbs
from headwater.statements.tokens import Token

Range = tuple[int, int]
LONGEST = 40
"""Tokens: a phrase longer than this is not looked for."""
MEDIA = frozenset(
    "statement interview tweet speech letter post report email e-mail briefing conference video message memo article "
    "release press testimony remarks rally address book column note filing affidavit documents twitter facebook "
    "broadcast debate event hearing meeting phone call appearance op-ed editorial telegram channel radio television tv "
    "comments news show program programme session summit forum podcast court response text blog".split()
)

OBJECT_STOPS = frozenset({"saying", "but", "although", "though"})


def phrase_after(tokens: Sequence[Token], start: int, *, apposition: bool = True) -> Range | None:
    """Return the noun phrase that begins at token `start`: the speaker after “said”, somebody told, a source."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if first.low in words.PERSONAL | {"him", "her", "them", "me", "us"} and not _owns(tokens, start):
        return start, start + 1
    if first.kind in {"mark", "speech"} or first.low in words.BOUNDARIES | words.AUXILIARIES | (
        words.PREPOSITIONS - {"about"}
    ):
        return None
    if (words.is_temporal(first.low) and not first.low.endswith("'s")) or words.is_adverb(first.low):
        return None
    end = _right_edge(tokens, start)
    if end == start:
        return None
    if apposition and end < len(tokens) and tokens[end].low == "who":
        return start, _clause_stop(tokens, end)
    return start, _apposition_after(tokens, end) if apposition else end


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """“her” before a noun is a determiner."""
    return (
        tokens[at].low == "her" and at + 1 < len(tokens) and tokens[at + 1].kind == "word" and not stops(tokens[at + 1])
    )


def _right_edge(tokens: Sequence[Token], start: int) -> int:
    at = start
    while at < len(tokens) and at - start < LONGEST:
        token = tokens[at]
        before = tokens[at - 1] if at > start else None
        if token.kind in {"mark", "speech"} or token.low in words.BOUNDARIES or token.low in words.AUXILIARIES:
            break
        if before is not None and _phrase_over(tokens, start, at):
            break
        at += 1
    while at > start + 1 and tokens[at - 1].low in words.PREPOSITIONS | {"and"}:
        at -= 1
    return at


def _phrase_over(tokens: Sequence[Token], start: int, at: int) -> bool:
    before, token = tokens[at - 1], tokens[at]
    low = token.low
    if low in words.PERSONAL or low in {"there", "saying", "adding", "telling", "referring", "speaking", "citing"}:
        return True
    if words.is_temporal(low) and not low.endswith("'s"):
        return True
    if low in words.PREPOSITIONS:
        return low not in {"of", "for", "from", "at", "with", "to", "in", "on"} or _adjunct(tokens, at)
    if low == "and":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return (
            following is None
            or following.low in words.PERSONAL
            or bool(verbs(following.low))
            or words.is_adverb(following.low)
        )
    if low in words.DETERMINERS and before.low not in words.PREPOSITIONS | words.DETERMINERS | {"and"}:
        return True
    if token.capital and not before.capital and not leads_name(before) and before.kind == "word":
        return True
    return words.is_adverb(low) or (not token.capital and at - start >= 1 and verb_like(token, token))


def _adjunct(tokens: Sequence[Token], at: int) -> bool:
    """A preposition that begins when, where or how something was said, and not which person."""
    low = tokens[at].low
    rest = tokens[at + 1 : at + 5]
    if low in {"in", "on", "at"}:
        medium = any(token.low in MEDIA for token in rest)
        return medium or any(words.is_temporal(token.low) or token.kind == "number" for token in rest[:3])
    if low == "to":
        return not (rest and (rest[0].capital or rest[0].low == "the"))
    return False


def _apposition_after(tokens: Sequence[Token], end: int) -> int:
    if end + 1 >= len(tokens):
        return end
    if tokens[end].low == "(":
        close = next((at for at in range(end + 1, min(len(tokens), end + 8)) if tokens[at].low == ")"), None)
        return end if close is None else _apposition_after(tokens, close + 1) if close + 1 < len(tokens) else close + 1
    if tokens[end].low != "," or not _apposition_right(tokens, end + 1):
        return end
    at = end + 1
    if tokens[at].low in {"who", "whose"}:
        return _clause_stop(tokens, at)
    while (
        at < len(tokens)
        and tokens[at].low not in {",", ".", ";", ":", "?", "!", "—", "–"}
        and tokens[at].kind != "speech"
    ):
        if tokens[at].low == "who":
            return _clause_stop(tokens, at)
        at += 1
    return _apposition_after(tokens, at)


def _clause_stop(tokens: Sequence[Token], at: int) -> int:
    """“who praised …, …” runs to the end of its sentence, unless a quotation follows."""
    end = at
    while end < len(tokens) and tokens[end].low not in {".", ";", ":", "?", "!"} and tokens[end].kind != "speech":
        end += 1
    return end - 1 if tokens[end - 1].low == "," else end


def _apposition_right(tokens: Sequence[Token], start: int) -> bool:
    first = tokens[start]
    close = next((at for at in range(start, min(len(tokens), start + 20)) if tokens[at].kind != "word"), len(tokens))
    relative = next((at for at in range(start, close) if tokens[at].low in {"who", "whose", "which"}), close)
    if any(token.low in words.AUXILIARIES for token in tokens[start:relative]):
        return False
    if first.low in {"who", "whose", "a", "an", "of"} or first.kind == "number":
        return True
    before = tokens[start - 2].low if start >= 2 else ""
    if first.capital and before in words.TITLES:
        return True
    if first.capital and before.islower() and not tokens[start - 2].capital and close - start in {2, 3}:
        return all(token.capital for token in tokens[start:close])
    span = tokens[start : start + 7]
    named = any(token.low in words.TITLES or token.low.endswith(("man", "woman")) for token in span)
    return (
        named
        and (first.low in words.DETERMINERS or not verbs(first.low))
        and first.low not in words.BOUNDARIES | {"and"}
    )


def object_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    """Return where the object that begins at `start` ends: before the next clause, at most at `limit`."""
    at = start
    quoted = False
    while at < limit:
        token = tokens[at]
        quoted ^= token.kind == "quote"
        if quoted:
            at += 1
            continue
        if token.low in {";", ":", "—", "–", "--"} or token.kind == "speech":
            break
        if token.low == "," and at > start and not _list_goes_on(tokens, at, limit):
            break
        if at > start and token.low in OBJECT_STOPS:
            break
        if at > start and token.low in {"and", "but"} and at + 1 < limit and _second_verb(tokens, at + 1):
            break
        at += 1
    while at > start and tokens[at - 1].low in {",", "and", "or"}:
        at -= 1
    return at


def _list_goes_on(tokens: Sequence[Token], comma: int, limit: int) -> bool:
    return any(
        tokens[at].low in {"and", "or"} and tokens[at - 1].low != "," for at in range(comma + 1, min(limit, comma + 5))
    ) and not _second_verb(tokens, comma + 1)


def _second_verb(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if words.is_adverb(low) and at + 1 < len(tokens):
        low = tokens[at + 1].low
    return bool(verbs(low)) or low in words.AUXILIARIES or low.endswith("ed")


BEFORE_NAMES = frozenset(
    "former acting new longtime top senior prominent leading local federal own retired then fellow late veteran outgoing incoming "
    "and & de van von bin al el da di del la le ibn".split()
)
LEADING_ENDS = (
    "'s",
    "s'",
    "-born",
    "-based",
    "-elect",
    "-year-old",
    "man",
    "woman",
    "ian",
    "ist",
    "or",
    "er",
    "ese",
    "ative",
    "al",
    "ic",
)
"""How nouns of persons and adjectives of descent end."""


def leads_name(token: Token) -> bool:
    """A lower-case word that can stand right before a name: a title, a preposition, a determiner, an adjective."""
    low = token.low
    return (
        low in words.TITLES | words.DETERMINERS | words.INNER_PREPOSITIONS | BEFORE_NAMES
        or low.rstrip(".") in words.HONORIFICS
        or low.endswith(LEADING_ENDS)
    )


def verb_like(token: Token, following: Token) -> bool:
    """A finite cue verb before a phrase is no part of it: “he said officials claimed”."""
    readings = [cue for cue in verbs(token.low) if not cue.particles]
    if not readings or token.capital:
        return False
    noun_too = any({"base", "s"} & cue.inflections for cue in readings)
    return not noun_too or following.low in words.DETERMINERS or following.capital


def stops(token: Token) -> bool:
    """Say whether a phrase cannot go on over a token."""
    return token.low in words.BOUNDARIES or token.low in words.AUXILIARIES
