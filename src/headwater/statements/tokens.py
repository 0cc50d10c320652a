"""One paragraph → sentences of tokens, where a quotation that is speech stands as one token.

>>> text = "“We won. At last,” said Ana Ruiz of the “Reds”."
>>> paragraph = read_paragraph(text, Span(start=0, end=len(text)), find_quotes(text))
>>> [token.text(text) for token in paragraph.sentences[0]]
['“We won. At last,”', 'said', 'Ana', 'Ruiz', 'of', 'the', '“', 'Reds', '”', '.']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.model import Span
from headwater.statements.cues import verbs
from headwater.text.quotes import Quote, find_quotes
from headwater.text.sentences import sentences

__all__ = ["Kind", "Paragraph", "Token", "find_quotes", "read_paragraph"]

Kind = Literal["word", "number", "mark", "speech", "quote"]
"""`speech` is a whole quotation; `quote` is a mark of a quotation that stands inside a clause."""

TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Hon|St|Jr|Sr|Maj|Adm|Pres|Atty)\.|[A-Z]\.(?=\s[A-Z])"
    r"|\d+(?:[.,]\d+)+|\w+(?:[-’'&/.]\w+)*[’'](?=\s[a-z])|\w+(?:[-’'&/.]\w+)*|--+|\.{2,}|([^\w\s])\1{3,}|[^\w\s]"
)
QUOTE_MARKS = frozenset("“”„‟\"«»‹›「」『』‘’‚'`")
INTERIOR = re.compile(r"[.?!:;]")
SPEECH_ENDS = frozenset(",.?!…—–-")
"""A quotation that ends like this may be speech; it also may end a sentence, in the American manner."""
BEFORE_SPEECH = frozenset('.,:;?!—–-…([*•>”’"')


WAITING = frozenset("?!,…—–")
"""A quotation that ends like this is no sentence of its own: “Why now?” Ruiz asked."""
NEAR = 80
"""Characters before a quotation that begins small in which another one must stand: “…,” she said, “and …”."""
LONGEST_SENTENCE = 250
"""Tokens: a longer run is cut, so that every rule over one sentence stays bounded."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark or whole quotation."""

    start: int
    end: int
    kind: Kind
    low: str
    """Lower-case with straight apostrophes, but for a few names, see `NAMES`."""
    capital: bool
    quote: Quote | None = None

    def text(self, text: str) -> str:
        """Return the characters it covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences of one paragraph."""

    span: Span
    sentences: tuple[tuple[Token, ...], ...]


def read_paragraph(text: str, span: Span, quotes: Sequence[Quote]) -> Paragraph:
    """Return the sentences of a paragraph; `quotes` are those that stand in it, in order."""
    speech: list[Quote] = []
    inside: list[Quote] = []
    for quote in quotes:
        (speech if is_speech(text, span, quote) else inside).append(quote)
    masked = _masked(text, span, speech)
    inline = {
        at
        for quote in inside
        for edge in (range(quote.span.start, quote.inner.start), range(quote.inner.end, quote.span.end))
        for at in edge
    }
    tokens = _tokens(text, span, speech, inline)
    bounds = [span.start + sentence.end for sentence in sentences(masked)]
    return Paragraph(span, tuple(_split(text, tokens, bounds)))


def is_speech(text: str, paragraph: Span, quote: Quote) -> bool:
    """Say whether a quotation is something said, and not a word or name in quote marks."""
    inner = quote.inner.of(text)
    before = text[max(paragraph.start, quote.span.start - NEAR) : quote.span.start].rstrip()
    long = inner.count(" ") >= 3
    if quote.resumed or not before:
        return long or inner[-1] in SPEECH_ENDS or text[quote.span.end : quote.span.end + 1] == ","
    if before[-1] == "," and inner[0].islower() and inner[-1] != ",":
        return _goes_on(before[:-1])
    if before[-1] in BEFORE_SPEECH:
        return long or inner[-1] in SPEECH_ENDS or before[-1] == ":"
    return inner[0].isupper() and (inner.count(" ") >= 4 or inner[-1] in ",?!")


def _goes_on(before: str) -> bool:
    """“…,” she said, [“and …”] and He said, [“no …”]; but no list of words in quote marks."""
    last = max(before.rfind(mark) for mark in QUOTE_MARKS - {"’", "'"})
    if last >= 0 and any(char.isalpha() for char in before[last:]):
        return True
    final = before.rsplit(None, 1)[-1:]
    return bool(final) and bool(verbs(final[0].lower()))


def _masked(text: str, span: Span, speech: Sequence[Quote]) -> str:
    pieces, at = [], span.start
    for quote in speech:
        pieces.append(text[at : quote.inner.start])
        inner = quote.inner.of(text)
        pieces.append(INTERIOR.sub("_", inner[:-1]) + inner[-1])
        at = quote.inner.end
    pieces.append(text[at : span.end])
    return "".join(pieces).replace("\n", " ")


def _tokens(text: str, span: Span, speech: Sequence[Quote], inline: set[int]) -> list[Token]:
    found: list[Token] = []
    at = span.start
    for quote in speech:
        found.extend(_words(text, at, quote.span.start, inline))
        found.append(Token(quote.span.start, quote.span.end, "speech", "", capital=False, quote=quote))
        at = quote.span.end
    found.extend(_words(text, at, span.end, inline))
    for left in range(len(found) - 1):
        comma, mark = found[left], found[left + 1]
        if (
            comma.low == ","
            and mark.kind == "quote"
            and comma.end == mark.start
            and left
            and found[left - 1].kind != "quote"
        ):
            found[left], found[left + 1] = mark, comma  # American typography: the comma belongs to the clause around
    return found


def _words(text: str, start: int, end: int, inline: set[int]) -> list[Token]:
    found: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        kind: Kind = "mark"
        if word[0].isdigit():
            kind = "number"
        elif word[0].isalpha():
            kind = "word"
        elif match.start() in inline or word in QUOTE_MARKS:
            kind = "quote"
        low = word if _is_name(word, found[-1] if found else None) else word.lower().replace("’", "'")
        found.append(Token(match.start(), match.end(), kind, low, capital=word[0].isupper()))
    return found


NAMES = frozenset({"Will", "Mark", "Daily", "Weekly", "Early", "WHO", "US", "IT", "AM", "May"})
"""Names that look like words of closed classes; they keep their capitals in `Token.low` and so match none of them."""


def _is_name(word: str, before: Token | None) -> bool:
    if word == "May" and before is not None:
        return before.kind == "word" and before.low not in {
            "in",
            "on",
            "of",
            "since",
            "by",
            "last",
            "early",
            "late",
            "until",
            "from",
            "this",
            "mid",
        }
    return word in NAMES


def _split(text: str, tokens: list[Token], bounds: list[int]) -> list[tuple[Token, ...]]:
    found: list[tuple[Token, ...]] = []
    current: list[Token] = []
    at = 0
    for token in tokens:
        ended = len(current) >= LONGEST_SENTENCE
        while at < len(bounds) and token.start >= bounds[at]:
            at += 1
            ended = True
        if current and current[-1].quote is not None and text[current[-1].quote.inner.end - 1] in WAITING:
            ended = False
        if ended and current:
            found.append(tuple(current))
            current = []
        current.append(token)
    if current:
        found.append(tuple(current))
    return found
