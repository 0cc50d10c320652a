r"""Which part of a text is taken over, and in which order.

A function of this module takes a text, the share of its words to take and a source of chance, and returns what is
taken, a blank line between paragraphs.

>>> from random import Random
>>> text = "Rain fell on Lowmark. The bridge held. Nobody was hurt.\n\nThe school stays shut."
>>> head(text, 0.5, Random(1))
'Rain fell on Lowmark. The bridge held.'
>>> round(kept(text, head(text, 0.5, Random(1))), 2)
0.5
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

Take = Callable[[str, float, Random], str]
"""A text, the share of its words to take (0 to 1), chance → what is taken."""
END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])")
WORD = re.compile(r"\w+")
LONGEST = 80
"""Words of the longest sentence: tables and lists have no ends of sentences."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A sentence and the number of its paragraph."""

    paragraph: int
    sentence: str
    words: int


def words(text: str) -> list[str]:
    """Return the words of a text, folded in case."""
    return WORD.findall(text.casefold())


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: its lines that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph, closing quote marks with the sentence that they close."""
    starts = [0, *(found.end() for found in END.finditer(paragraph)), len(paragraph)]
    return [paragraph[start:end].strip() for start, end in pairwise(starts) if end > start]


def units(text: str) -> list[Unit]:
    """Return every sentence of a text with the number of its paragraph; runs of words without an end are cut."""
    return [
        Unit(paragraph=number, sentence=piece, words=len(words(piece)))
        for number, paragraph in enumerate(paragraphs(text))
        for sentence in sentences(paragraph)
        for piece in _cut(sentence)
    ]


def joined(taken: Iterable[Unit]) -> str:
    """Return sentences as a text, with a paragraph wherever the number changes."""
    lines: list[str] = []
    last = None
    for unit in taken:
        if unit.paragraph == last:
            lines[-1] += f" {unit.sentence}"
        else:
            lines.append(unit.sentence)
        last = unit.paragraph
    return "\n\n".join(lines)


def kept(original: str, taken: str) -> float:
    """Return the share of the original's words that stand in what was taken, each as often as it stands in both."""
    held = Counter(words(original))
    return (held & Counter(words(taken))).total() / max(1, held.total())


def whole(text: str, _: float, __: Random) -> str:
    """Take everything."""
    return joined(units(text))


def head(text: str, share: float, _: Random) -> str:
    """Take the beginning, up to the end of a sentence."""
    return joined(_run(units(text), share))


def last(text: str, share: float, _: Random) -> str:
    """Take the end, from the beginning of a sentence."""
    return joined(reversed(_run(units(text)[::-1], share)))


def middle(text: str, share: float, chance: Random) -> str:
    """Take a run of sentences that begins after the first paragraph (or sentence) and ends before the last sentence."""
    every = units(text)
    length = len(_run(every[1:], share))
    latest = max(1, len(every) - length - 1)
    opens = [n for n in range(1, latest + 1) if every[n - 1].paragraph != every[n].paragraph] if len(every) > 2 else []
    start = chance.choice(opens) if opens else min(1, len(every) - 1)
    return joined(_run(every[start:-1] or every, share, of=_size(every)))


def scattered(text: str, share: float, chance: Random) -> str:
    """Drop sentences here and there."""
    return joined(_some(units(text), share, chance))


def reordered(text: str, share: float, chance: Random) -> str:
    """Take sentences from here and there, and put runs of one to three of them into another order."""
    taken = _some(units(text), share, chance)
    runs: list[list[Unit]] = []
    while taken:
        length = chance.randint(1, 3)
        runs.append(taken[:length])
        taken = taken[length:]
    chance.shuffle(runs)
    return "\n\n".join(" ".join(unit.sentence for unit in run) for run in runs)


def one_paragraph(text: str, _: float, chance: Random) -> str:
    """Take one paragraph of thirty words or more (the longest where there is none)."""
    every = paragraphs(text)
    long = [paragraph for paragraph in every if len(words(paragraph)) >= 30]
    return chance.choice(long) if long else max(every, key=len)


def _cut(sentence: str) -> list[str]:
    tokens = sentence.split()
    if len(tokens) <= LONGEST:
        return [sentence]
    return [" ".join(tokens[start : start + LONGEST // 2]) for start in range(0, len(tokens), LONGEST // 2)]


def _size(every: Sequence[Unit]) -> int:
    return sum(unit.words for unit in every)


def _run(every: Sequence[Unit], share: float, *, of: int | None = None) -> list[Unit]:
    """Return the first sentences whose words come closest to a share of all (of `of` words, where given)."""
    wanted = share * (_size(every) if of is None else of)
    taken: list[Unit] = []
    size = 0
    for unit in every:
        if taken and size + unit.words / 2 > wanted:
            break
        taken.append(unit)
        size += unit.words
    return taken


def _some(every: Sequence[Unit], share: float, chance: Random) -> list[Unit]:
    """Return sentences drawn at random whose words come closest to a share of all, in their order."""
    order = list(range(len(every)))
    chance.shuffle(order)
    wanted = share * _size(every)
    chosen: list[int] = []
    size = 0
    for place in order:
        if chosen and size + every[place].words / 2 > wanted:
            continue
        chosen.append(place)
        size += every[place].words
    return [every[place] for place in sorted(chosen)]
