"""What a user types into a search box → an expression for FTS5 that cannot fail.

Words all have to be there, in any order; “…” is a phrase; `-` before a word or phrase leaves out what has it; `OR` between two
means either; a word that ends in `*` stands for all that begin like it. Case and diacritics make no difference.

>>> expression('ferry OR boat “Port Lowmark” -storm harb*')
'(("ferry" OR "boat") AND "Port Lowmark" AND "harb" *) NOT ("storm")'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.errors import UsageError

QUOTES = '"“”„‟«»'
PIECE = re.compile(
    rf"(?P<without>-?)(?:[{QUOTES}](?P<phrase>[^{QUOTES}]*)(?P<closed>[{QUOTES}]?)|(?P<word>[^\s{QUOTES}]+))"
)
LONGEST = 1000
MOST = 64
"""Characters and words of a query."""
SHORTEST_BEGINNING = 3
"""Letters before `*`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A word or phrase of a query as FTS5 writes it, or an OR."""

    term: str
    without: bool = False


OR = Piece(term="OR")


def expression(query: str) -> str:
    """Return the expression; raise `UsageError` where there is nothing to look for or the query cannot be read.

    >>> expression("ferry OR")
    Traceback (most recent call last):
    headwater.errors.UsageError: OR stands between two words or phrases, as in: ferry OR boat
    """
    if len(query) > LONGEST:
        raise UsageError(f"the query is too long: {len(query)} characters, of {LONGEST} at most")
    pieces = _pieces(query)
    if len(pieces) > MOST:
        raise UsageError(f"the query is too long: {len(pieces)} words, of {MOST} at most")
    without = [piece.term for piece in pieces if piece.without]
    groups = _groups([piece for piece in pieces if not piece.without])
    if not groups:
        found = f"besides “-{query.strip().lstrip('-')}”" if without else f"in “{query.strip()}”"
        raise UsageError(f"there is no word to look for {found}; give at least one")
    wanted = " AND ".join(group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in groups)
    return f"({wanted}) NOT ({' OR '.join(without)})" if without else wanted


def _pieces(query: str) -> list[Piece]:
    found = []
    for match in PIECE.finditer("".join(character if character.isprintable() else " " for character in query)):
        if match["word"] == "OR" and not match["without"]:
            found.append(OR)
            continue
        if match["word"] is None and not match["closed"]:
            raise UsageError(f"the quotation “{match['phrase'].strip()}” is not closed; end it with a quotation mark")
        term = _phrase(match["phrase"]) if match["word"] is None else _word(match["word"])
        if term:
            found.append(Piece(term=term, without=bool(match["without"])))
    return found


def _phrase(text: str) -> str:
    return f'"{text.strip()}"' if _tells(text) else ""


def _word(text: str) -> str:
    begins = text.endswith("*")
    word = text.rstrip("*")
    if not _tells(word):
        return ""
    if not begins:
        return f'"{word}"'
    if sum(map(str.isalnum, word)) < SHORTEST_BEGINNING:
        raise UsageError(f"“{text}” stands for too many words; give at least {SHORTEST_BEGINNING} letters before *")
    return f'"{word}" *'


def _tells(text: str) -> bool:
    return any(map(str.isalnum, text))


def _groups(pieces: list[Piece]) -> list[list[str]]:
    """Return the alternatives that OR joins; OR binds more closely than standing side by side."""
    groups: list[list[str]] = []
    joins = False
    for place, piece in enumerate(pieces):
        if piece is OR:
            if joins or not groups or place == len(pieces) - 1:
                raise UsageError("OR stands between two words or phrases, as in: ferry OR boat")
            joins = True
        elif joins:
            groups[-1].append(piece.term)
            joins = False
        else:
            groups.append([piece.term])
    return groups
