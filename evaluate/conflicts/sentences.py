"""Texts of one story → their sentences with their words of content, and how alike two are: no code under test looks at it.

>>> a, b = (Sentence.read("x", text, 0, len(text)) for text in ("Rain closed two roads in Lowmark.", "Two roads closed."))
>>> sorted(a.content & b.content), likeness(a, b)
(['clos', 'road', 'two'], 0.6)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.model import Span
from headwater.text.sentences import sentences

WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
SHORTEST, LONGEST = 6, 60
"""Words that a sentence may have: shorter ones are headings, longer ones lists."""
LETTERS = 3
"""What an ending must leave of a word."""
SHINGLE = 5
"""Words of a shingle."""
REUSED = 0.1
"""Share of the shorter text's shingles from which two articles are no independent reports."""
FUNCTION = frozenset(
    "a about above after again against all also although am an and any are around as at be because been before being "
    "below between both but by can could did do does doing down during each either for from further had has have having "
    "he her here hers herself him himself his how i if in into is it its itself just may me might more most must my "
    "myself neither no nor not now of off on once one only or other our out over own s same shall she should since so "
    "some such t than that the their them then there these they this those though through to too under until up upon us "
    "very was we were what when where whether which while who whom whose why will with within without would you your "
    "said says say told according added".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence of one article."""

    article: str
    """The id of its row."""
    span: Span
    """Into the text of the row."""
    text: str
    content: frozenset[str]
    """Words that are no function words, their endings cut off."""

    @classmethod
    def read(cls, article: str, text: str, start: int, end: int) -> Sentence:
        """Read the sentence that stands at `text[start:end]`."""
        own = text[start:end]
        words = (stem(found.group()) for found in WORD.finditer(own))
        content = frozenset(word for word in words if word not in FUNCTION)
        return cls(article=article, span=Span(start=start, end=end), text=own, content=content)


def stem(word: str) -> str:
    """Return a word in lower case without a possessive and without one ending of English grammar.

    >>> [stem(word) for word in ("Closing", "closed", "roads", "Lowmark’s", "was")]
    ['clos', 'clos', 'road', 'lowmark', 'was']
    """
    word = re.sub(r"['’]s?$", "", word.casefold())
    for ending in ("ing", "ed", "es", "e", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= LETTERS and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def read_sentences(article: str, text: str) -> Iterator[Sentence]:
    """Yield the sentences of running text: those of a plain length that end as a sentence does."""
    for span in sentences(text):
        own = span.of(text)
        if SHORTEST <= len(own.split()) <= LONGEST and own.rstrip("\"”’')")[-1:] in {".", "!"}:
            yield Sentence.read(article, text, span.start, span.end)


def likeness(a: Sentence, b: Sentence) -> float:
    """Return the share of the words of content of both that each of them holds (Jaccard), 0 to 1."""
    either = len(a.content | b.content)
    return len(a.content & b.content) / either if either else 0.0


def independent(a: str, b: str) -> bool:
    """Say whether two texts share less than a tenth of the shingles of the shorter one."""
    one, other = _shingles(a), _shingles(b)
    return len(one & other) < REUSED * max(1, min(len(one), len(other)))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words: Sequence[str] = [found.group().casefold() for found in WORD.finditer(text)]
    return {tuple(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1)}
