"""A source phrase → the people at its head, whatever the reader took along: titles, appositions, relative clauses.

>>> from headwater.statements.people import find_people
>>> text = "Mayor Ana Ruiz, who leads the board that hired Bo Lund; an aide to Ana Ruiz; the mayor, Ana Ruiz; Ana Ruiz and Bo Lund"
>>> places = [(text.index(phrase), len(phrase)) for phrase in text.split("; ")]
>>> [[each.name for each in heads_of(text, Span(start=at, end=at + length), find_people(text))] for at, length in places]
[['Ana Ruiz'], [], ['Ana Ruiz'], ['Ana Ruiz', 'Bo Lund']]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.model import Span
from headwater.statements import words
from headwater.statements.descriptions import noun_of
from headwater.statements.people import Mentioned, People

WORD = re.compile(r"\w+(?:[-’'.&]\w+)*\.?")
OWNER = ("’s", "'s", "’ ", "' ")
BRACKETS = re.compile(r"\([^()]{0,80}\)")
BETWEEN = re.compile(r"(?:\s*(?:,|&|and|both|all|jointly|together|also))*\s*", re.IGNORECASE)
ENDS_LIST = re.compile(
    r"\s*,?\s*(?:both|all|jointly|together|also)?\s*(?:[.,—–-]\s*)?(?:(?:who|both of whom|,)\s.*)?", re.DOTALL
)
LONGEST = 600
"""Characters of a source phrase that are looked at."""


def heads_of(text: str, span: Span, people: People) -> tuple[Mentioned, ...]:
    """Return where a phrase names the person at its head, or the several people that it lists; empty for any other."""
    span = Span(start=span.start, end=min(span.end, span.start + LONGEST))
    named = people.between(span.start, span.end)
    if not named:
        return ()
    listed = _listed(text, span, named)
    if len(listed) > 1:
        return listed
    comma = _comma(text, span)
    first = _head(text, Span(start=span.start, end=comma), named)
    if first is None and comma < span.end:
        first = _apposed(text, Span(start=span.start, end=comma), Span(start=comma + 1, end=span.end), named)
    return (first,) if first is not None else ()


def _listed(text: str, span: Span, named: Sequence[Mentioned]) -> tuple[Mentioned, ...]:
    """“Sens. Ana Ruiz (D) and Bo Lund”: nothing but titles and commas stands between the names, and an “and”."""
    found = [named[0]]
    if BETWEEN.fullmatch(_plain(text[span.start : named[0].start])) is None:
        return ()
    joined = False
    at = named[0].end
    for mention in named[1:]:
        between = _plain(text[at : mention.start])
        if not between.strip() or BETWEEN.fullmatch(between) is None:
            break
        joined = joined or re.search(r"\band\b|&", between) is not None
        found.append(mention)
        at = mention.end
        if joined:
            break
    rest = _plain(text[at : span.end])
    return tuple(found) if joined and ENDS_LIST.fullmatch(rest) else ()


def _plain(between: str) -> str:
    """What stands between names, without titles, states in commas (“, R-Ky.,”) and brackets."""
    bare = BRACKETS.sub("", between)
    bare = re.sub(r",\s[RDI]-[A-Z][\w.]{1,8},?", "", bare)
    kept = [word for word in re.findall(r"[\w.’'-]+|[^\w\s]", bare) if not _is_title(word)]
    return " ".join(kept)


def _is_title(word: str) -> bool:
    low = word.lower().rstrip(".")
    return (
        low in words.HONORIFICS
        or low.removesuffix("s") in words.TITLES | words.HONORIFICS
        or low in {"the", "then", "former", "fellow", "sens", "reps", "govs", "messrs"}
        or word[0].isupper()
    )


def _comma(text: str, span: Span) -> int:
    """Where the phrase's first part ends: at a comma or dash outside brackets."""
    depth = 0
    for at in range(span.start, span.end):
        letter = text[at]
        depth += (letter == "(") - (letter == ")")
        if depth <= 0 and letter in ",;:—–" and not text[at - 1 : at + 2].replace(",", "").isdigit():
            return at
        if depth <= 0 and text.startswith(" -- ", at):
            return at
    return span.end


def _head(text: str, part: Span, named: Sequence[Mentioned]) -> Mentioned | None:
    """The first name of a part that is nobody's owner, stands before no other noun and hangs on no other word."""
    for mention in named:
        if not part.start <= mention.start < part.end:
            continue
        rest = text[mention.end : part.end]
        owner = text[mention.end : mention.end + 2] in {"’s", "'s"} and mention.end + 2 >= part.end
        if (rest.startswith(OWNER) and not owner) or _noun_follows(rest):
            continue
        if _hangs(text[part.start : mention.start]) or re.match(r"\s+(?:and|&)\s", rest):
            return None
        return mention
    return None


def _apposed(text: str, first: Span, rest: Span, named: Sequence[Mentioned]) -> Mentioned | None:
    """“An attorney for Lund, Ana Ruiz,” and “Lund's niece, Mayor Ana Ruiz”: the name behind a description of one person."""
    if noun_of(_owned(first.of(text))) is None:
        return None
    after = next((mention for mention in named if mention.start >= rest.start), None)
    if after is None or not all(_is_title(word) for word in WORD.findall(text[rest.start : after.start])):
        return None
    following = BRACKETS.sub("", text[after.end : rest.end]).strip()
    return after if following[:1] in {"", ",", ".", "—", "–", "-"} else None


def _owned(phrase: str) -> str:
    """“Lund's former niece” is described by what comes after the owner."""
    return re.split(r"[’']s\s", phrase)[-1]


def _hangs(before: str) -> bool:
    """The name hangs on another word: “an aide to Mayor …”, “those who met …”; not so “Secretary of State …”."""
    found = [word.lower() for word in WORD.findall(before)]
    for at in range(len(found) - 1, -1, -1):
        if found[at] in words.RELATIVES | words.AUXILIARIES | {"whom", "whose"}:
            return True
        if found[at] in words.PREPOSITIONS | {"to"}:
            between = found[at + 1 :]
            return not between or any(
                word.rstrip(".") in words.PERSON_NOUNS | words.HONORIFICS | words.DETERMINERS for word in between
            )
    return False


def _noun_follows(after: str) -> bool:
    """“the Ruiz campaign” is no person; “Ana Ruiz, the mayor” and “Ana Ruiz of Harbour” are."""
    following = WORD.match(after.lstrip())
    if following is None or after[:1] != " ":
        return False
    low = following.group().lower()
    if following.group()[0].isupper():
        return low in words.GROUPS
    return low not in words.PREPOSITIONS | {
        "and",
        "who",
        "whom",
        "whose",
        "himself",
        "herself",
        "to",
        "both",
        "all",
        "also",
        "now",
        "then",
    }
