"""Tokens → noun phrases: who stands before a verb, who stands after it, without a parser.

A sentence of tokens and a place in it enter; the half-open token range of a phrase leaves, or None.

>>> text = "On Friday the mayor, a keen rower, said no."
>>> tokens = read_paragraph(text, Span(start=0, end=len(text)), []).sentences[0]
>>> first, last = subject_before(tokens, 9)
>>> text[tokens[first].start : tokens[last - 1].end]
'the mayor, a keen rower'
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model import Span
from headwater.statements import words
from headwater.statements.cues import verbs
from headwater.statements.tokens import Token, read_paragraph

__all__ = ["Span", "object_end", "phrase_after", "phrase_ending", "read_paragraph", "subject_before", "subject_of"]

Range = tuple[int, int]
LONGEST = 40
"""Tokens: a subject longer than this is not looked for."""


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


def phrase_ending(tokens: Sequence[Token], last: int) -> Range | None:
    """Return the noun phrase whose last token is `last`."""
    token = tokens[last]
    if token.kind in {"mark", "speech"} or token.low in words.BOUNDARIES - words.PRONOUNS:
        return None
    if token.low in words.PRONOUNS:
        return _pronoun(tokens, last)
    first = _left_edge(tokens, last)
    relative = first - 1
    if (
        relative > 0
        and tokens[relative].low == "who"
        and not tokens[first].capital
        and tokens[first].low not in words.DETERMINERS
    ):
        phrase = phrase_ending(tokens, relative - 1)
        return None if phrase is None else (phrase[0], last + 1)
    if tokens[first].low == "by" and first > 1 and tokens[first - 1].kind == "word":
        phrase = phrase_ending(tokens, first - 2)
        return None if phrase is None else (phrase[0], last + 1)
    first = _past_opener(tokens, first, last)
    if first > last or tokens[last].low in words.PREPOSITIONS | words.DETERMINERS - {
        "one",
        "two",
        "three",
        "four",
        "five",
        "ten",
        "many",
        "some",
        "most",
        "all",
        "both",
    }:
        return None
    return first, last + 1


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
        if before.low in words.PERSONAL or (_verb_like(before, here) and not here.low.endswith("ing")):
            return at
        if (
            here.capital
            and tokens[last].capital
            and not before.capital
            and before.kind == "word"
            and not _leads_name(before)
        ):
            return at
        at -= 1
    return at


def _leads_name(token: Token) -> bool:
    """A lower-case word that can stand right before a name: a title, a preposition, a determiner, an adjective."""
    low = token.low
    return (
        low in words.TITLES
        or low in words.DETERMINERS
        or low in words.INNER_PREPOSITIONS
        or low.rstrip(".") in words.HONORIFICS
        or low
        in {
            "former",
            "acting",
            "new",
            "longtime",
            "top",
            "senior",
            "prominent",
            "leading",
            "local",
            "federal",
            "own",
            "retired",
            "then",
            "fellow",
            "late",
            "veteran",
            "outgoing",
            "incoming",
            "and",
            "&",
            "de",
            "van",
            "von",
            "bin",
            "al",
            "el",
            "da",
            "di",
            "del",
            "la",
            "le",
            "ibn",
        }
        or low.endswith(
            (
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
        )
    )


def _verb_like(token: Token, following: Token) -> bool:
    """A finite cue verb before a phrase is no part of it: “he said officials claimed”."""
    readings = [cue for cue in verbs(token.low) if not cue.particles]
    if not readings or token.capital:
        return False
    noun_too = any({"base", "s"} & cue.inflections for cue in readings)
    return not noun_too or following.low in words.DETERMINERS or following.capital


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
    while first > 0 and tokens[first - 1].kind in {"word", "number"} and not _stops(tokens[first - 1]):
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


def _stops(token: Token) -> bool:
    return token.low in words.BOUNDARIES or token.low in words.AUXILIARIES


def _joined(tokens: Sequence[Token], conjunction: int) -> int | None:
    """“Ruiz and Lund”: return where to go on left of the “and”, None where it joins clauses."""
    left = conjunction - 1
    if left < 0 or conjunction + 1 >= len(tokens):
        return None
    if tokens[left].low == ",":
        return _piece_start(tokens, left) if tokens[conjunction + 1].low not in words.PERSONAL else None
    before, after = tokens[left], tokens[conjunction + 1]
    if before.kind != "word" or _verb_like(before, after) or after.low in words.PERSONAL:
        return None
    same = before.capital == after.capital and after.low not in words.DETERMINERS
    same = same or (
        not after.capital and (left == 0 or tokens[left - 1].kind == "mark") and before.low not in words.PRONOUNS
    )
    return left if same or (after.low in words.DETERMINERS and _short_subject(tokens, left)) else None


def _short_subject(tokens: Sequence[Token], left: int) -> bool:
    first = left
    while first > 0 and tokens[first - 1].kind == "word" and not _stops(tokens[first - 1]):
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
        tokens[at].low == "her"
        and at + 1 < len(tokens)
        and tokens[at + 1].kind == "word"
        and not _stops(tokens[at + 1])
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
    if token.capital and not before.capital and not _leads_name(before) and before.kind == "word":
        return True
    return words.is_adverb(low) or (not token.capital and at - start >= 1 and _verb_like(token, token))


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


MEDIA = frozenset(
    "statement interview tweet speech letter post report email e-mail briefing conference video message memo article "
    "release press testimony remarks rally address book column note filing affidavit documents twitter facebook "
    "broadcast debate event hearing meeting phone call appearance op-ed editorial telegram channel radio television tv "
    "comments news show program programme session summit forum podcast court response text blog".split()
)


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
    span = tokens[start : start + 7]
    named = any(token.low in words.TITLES or token.low.endswith(("man", "woman")) for token in span)
    return (
        named
        and (first.low in words.DETERMINERS or not verbs(first.low))
        and first.low not in words.BOUNDARIES | {"and"}
    )


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


OBJECT_STOPS = frozenset({"saying", "but", "although", "though"})


def _list_goes_on(tokens: Sequence[Token], comma: int, limit: int) -> bool:
    return any(
        tokens[at].low in {"and", "or"} and tokens[at - 1].low != "," for at in range(comma + 1, min(limit, comma + 5))
    ) and not _second_verb(tokens, comma + 1)


def _second_verb(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if words.is_adverb(low) and at + 1 < len(tokens):
        low = tokens[at + 1].low
    return bool(verbs(low)) or low in words.AUXILIARIES or low.endswith("ed")
