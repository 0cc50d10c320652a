"""A cue as a network cuts it → the words that decide what it means: those of the cue, before it and after it.

Auxiliaries, negations and verbs like “declined to” may stand before the cue; what they govern may stand in the content.

>>> text = "Ruiz did not say whether it rained."
>>> phrase = words_around(text, Span(start=13, end=16), Span(start=0, end=4), (Span(start=17, end=34),))
>>> phrase.before, phrase.cue, phrase.after
(('did', 'not'), ('say',), ('whether', 'it', 'rained'))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.model import Span
from headwater.statements import words

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[,;:.!?“”\"()—–]")
BACK = 120
"""Characters before a cue that are looked at."""
LONGEST = 400
"""Characters of a cue that are looked at."""
AHEAD = 48
"""Characters of the content that are looked at."""
GOVERNING = frozenset(
    "decline declines declined declining refuse refuses refused refusing fail fails failed failing avoid avoids avoided "
    "avoiding refrain refrains refrained refraining neglect neglects neglected forget forgets forgot omit omits omitted "
    "stop stops stopped short unable unwilling reluctant hesitate hesitated yet expected set due likely unlikely scheduled "
    "supposed about going able ready prepared slated poised bound hope hopes hoped hoping plan plans planned planning intend "
    "intends intended intending want wants wanted need needs needed wish wishes wished promise promises promised vow vows "
    "vowed pledge pledges pledged agree agrees agreed offer offers offered threaten threatens threatened asked urged "
    "pressed told invited ordered seem seems seemed appear appears appeared without instead rather heard seen".split()
)
"""What may govern the verb of a cue: “declined to [say]”, “short of [saying]”."""
LEADING = frozenset({"to", "from", "of", "than"})
"""What stands between such a word and the verb."""
JOINING = frozenset({"nor", "or"})
CONFIRMING = frozenset({"confirm", "confirms", "confirmed", "admit", "admits", "admitted"})
DENYING = frozenset({"deny", "denies", "denied", "denying"})
NOBODY = frozenset({"no", "none", "nobody", "nothing", "neither", "nor"})
SUPPOSING = frozenset({"if", "unless", "whether"})
ASKING = frozenset("did do does has have had will would can could is are was were".split())
ASKED_AFTER = frozenset('.!?:“”"—–') | {"why", "how", "what"}
"""What stands before the auxiliary of a question: “Did Ruiz say”, “why did Ruiz say”."""
COMMA = ","
ASIDE = 4
"""Words between two commas that may part a verb group: “did not, on Friday, say”."""


@dataclass(frozen=True, slots=True)
class CueWords:
    """Lower-case words around one cue, apostrophes straight."""

    before: tuple[str, ...]
    """Those that belong to its verb group: auxiliaries, negations, “declined to”."""
    cue: tuple[str, ...]
    after: tuple[str, ...]
    """The first words of the content that follows."""
    nobody: bool
    """The source is “no official”, “neither” or “nor did Ruiz”."""
    supposed: bool
    """“if Ruiz says”, “whether Ruiz said”, “Did Ruiz say”: nobody says that it was said."""
    sourced: bool
    """There is a source."""
    start: int
    """Where the first of `before` begins in the text; the cue's own start where there is none."""


def words_around(text: str, cue: Span, source: Span | None, content: Sequence[Span]) -> CueWords:
    """Return the words that decide what a cue means; the time is bounded, whatever the spans."""
    own = tuple(_words(text, cue.start, min(cue.end, cue.start + LONGEST)))
    left = source if source is not None and source.end <= cue.start else None
    edge = max(cue.start - BACK, left.end if left else 0, 0)
    before = _group(_tokens(text, edge, cue.start), gerund=bool(own) and own[0].endswith("ing"))
    following = next((span for span in content if span.start >= cue.end), None)
    after = tuple(_words(text, following.start, min(following.end, following.start + AHEAD))) if following else ()
    return CueWords(
        before=tuple(word for _, word in before),
        cue=own,
        after=after,
        nobody=left is not None and _nobody(text, left),
        supposed=left is not None and _supposed(text, left),
        sourced=source is not None,
        start=before[0][0] if before else cue.start,
    )


def _tokens(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [(found.start(), found.group().lower().replace("’", "'")) for found in WORD.finditer(text, start, end)]


def _words(text: str, start: int, end: int) -> Iterator[str]:
    return (word for _, word in _tokens(text, start, end) if word[0].isalnum())


def _group(tokens: Sequence[tuple[int, str]], *, gerund: bool) -> list[tuple[int, str]]:
    """Walk left over what belongs to the verb group of the cue."""
    kept: list[tuple[int, str]] = []
    at = len(tokens) - 1
    while at >= 0:
        word = tokens[at][1]
        if word == COMMA and (opening := _aside(tokens, at)) is not None:
            at = opening - 1
            continue
        if not _belongs(word, [each for _, each in kept], gerund=gerund):
            break
        kept.append(tokens[at])
        at -= 1
    while kept and (kept[-1][1] in LEADING | {"or"} or _loose(kept[-1][1])):
        kept.pop()
    return kept[::-1]


def _belongs(word: str, later: Sequence[str], *, gerund: bool) -> bool:
    """Say whether a word belongs to the group of which `later` was kept so far, nearest to it last."""
    beside = next((each for each in reversed(later) if not words.is_adverb(each) and not _loose(each)), "")
    if word in words.AUXILIARIES | LEADING | JOINING or word in {"neither", "never", "not"} or word.endswith("n't"):
        return True
    if words.is_adverb(word):
        return True
    if word == "longer" or (word == "no" and beside == "longer"):
        return True
    if word in GOVERNING:
        return beside in LEADING or (gerund and not beside)
    if word in CONFIRMING:
        return beside in JOINING
    return (word in DENYING and gerund and not beside) or (bool(LEADING & set(later)) and _loose(word))


def _loose(word: str) -> bool:
    return words.is_temporal(word) or word in words.TIME_LEADS


def _aside(tokens: Sequence[tuple[int, str]], closing: int) -> int | None:
    """Return the comma that opens a few loose words which end at a comma: “, however,”."""
    for at in range(closing - 1, max(-1, closing - ASIDE - 2), -1):
        word = tokens[at][1]
        if word == COMMA:
            return at
        if not (_loose(word) or words.is_adverb(word) or word in words.OPENERS):
            return None
    return None


def _nobody(text: str, source: Span) -> bool:
    first = next(_words(text, source.start, min(source.end, source.start + AHEAD)), "")
    left = list(_words(text, max(0, source.start - AHEAD), source.start))[-2:]
    return first in NOBODY or (len(left) > 1 and left[0] in NOBODY and left[1] in words.AUXILIARIES)


def _supposed(text: str, source: Span) -> bool:
    before = _tokens(text, max(0, source.start - AHEAD), source.start)
    words_before = [word for _, word in before]
    if words_before[-1:] and words_before[-1] in SUPPOSING:
        return words_before[-2:-1] not in (["as"], ["even"])
    if not words_before or words_before[-1] not in ASKING:
        return False
    lead = words_before[-2] if len(words_before) > 1 else "."
    return lead in ASKED_AFTER
