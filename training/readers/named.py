"""Sentences of names as tokens with tags → windows with the tags that the name head shall give."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence

from headwater.readers.tokens import tokenise
from headwater.readers.windows import windows
from training.readers.gold import Sample, pieces_of

KINDS = {"PER": "person", "ORG": "group", "LOC": "place", "MISC": "other"}


def name_samples(given: Sequence[Mapping[str, object]], chance: random.Random) -> Iterator[Sample]:
    """Yield one to eight neighbouring sentences at a time, half of them spaced as in print."""
    at = 0
    while at < len(given):
        count = chance.choice((1, 1, 2, 4, 8))
        text = ""
        spans: list[tuple[str, int, int]] = []
        printed = chance.random() < 0.5
        for row in given[at : at + count]:
            sentence, found = joined(row["tokens"], row["tags"], printed=printed)  # type: ignore[arg-type]
            offset = len(text) + 1 if text else 0
            text = f"{text}\n{sentence}" if text else sentence
            spans.extend((kind, start + offset, end + offset) for kind, start, end in found)
        at += count
        pieces = tokenise(text)
        names = tuple(
            (kind, *pieces_of(pieces, [(start, end)])[0])
            for kind, start, end in spans
            if pieces_of(pieces, [(start, end)])
        )
        for window in windows(len(pieces)):
            yield Sample(pieces=pieces, window=window, names=names)


MARK = '"'
CLOSE = re.compile(r"^(?:[.,;:!?%)\]]|'s|n't|'[a-z]+)$")


def joined(tokens: Sequence[str], tags: Sequence[str], *, printed: bool) -> tuple[str, list[tuple[str, int, int]]]:
    """Return a sentence and its names as kind, start, end; `printed` leaves out the spaces that print has not."""
    text, offsets = "", []
    opened = False
    for word in tokens:
        marked = opened and (word == MARK or text.endswith(MARK))
        touching = not text or (printed and (marked or CLOSE.match(word) or text.endswith(("(", "["))))
        opened ^= word == MARK
        text += word if touching else f" {word}"
        offsets.append((len(text) - len(word), len(text)))
    return text, [(kind, offsets[first][0], offsets[last - 1][1]) for kind, first, last in runs(tags)]


def runs(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return kind, first token and the one after the last of each name in BIO tags, where a B- may be missing."""
    found: list[tuple[str, int, int]] = []
    for at, tag in enumerate(tags):
        kind = KINDS.get(tag[2:])
        if kind is None:
            continue
        goes_on = at and tags[at - 1][2:] == tag[2:] and not tag.startswith("B-")
        if goes_on:
            found[-1] = (kind, found[-1][1], at + 1)
        else:
            found.append((kind, at, at + 1))
    return found
