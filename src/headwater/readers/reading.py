"""One text → its cues with their sources and contents, and its names: what the networks say, as spans of characters.

First every piece is scored for cues and names; then each cue gets a second look, in which the pieces around it are
scored for being its source or its content. A batch is made of one text only, so what is found never depends on its
neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from headwater.model import ActorKind, Span
from headwater.readers.looks import around
from headwater.readers.network import Network, OnnxNetwork, shipped
from headwater.readers.tags import CUE_TAGS, KINDS, NAME_TAGS, NEVER, ROLE_TAGS, best, spans_of
from headwater.readers.tokens import Pieces, tokenise
from headwater.readers.windows import Window, windows

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
FIRST, LAST = 101, 102
"""BERT's pieces for the edges of a window."""
REMEMBERED = 4
DOUBTFUL = 0.3
"""Cues of which the networks are less sure are left out: abstain rather than guess."""
LOOKS = 32
"""Cues that are looked at together."""
KIND: dict[str, ActorKind] = {kind: kind for kind in KINDS}
SOURCED = np.where([tag.startswith("source") for tag in ROLE_TAGS], np.float32(1), np.float32(0))
"""Added to the scores of roles: most cues have a source, and who it is may still be abstained from later. Tuned on dev."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundName:
    """A name and its kind."""

    span: Span
    kind: ActorKind
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundCue:
    """A cue with what it attributes to whom."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    score: float
    """0 to 1: how sure the networks are of the cue and of what hangs on it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What the networks find in one text, in order of place."""

    cues: tuple[FoundCue, ...]
    names: tuple[FoundName, ...]


def read(text: str, network: Network | None = None) -> Reading:
    """Return what the networks find in a text of any length; without a `network` the shipped ones.

    Raises `MissingModel` if a shipped file is gone or damaged.
    """
    network = network or shipped()
    return _remembered(text, network) if isinstance(network, OnnxNetwork) else _read(text, network)


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str, network: Network) -> Reading:
    """Keep the last few texts: whoever asks for the names of an article after its statements has them at once."""
    return _read(text, network)


def _read(text: str, network: Network) -> Reading:
    pieces = tokenise(text)
    read_windows = [_Read(pieces, window, network) for window in windows(len(pieces))]
    return Reading(
        cues=tuple(cue for each in read_windows for cue in each.cues()),
        names=tuple(name for each in read_windows for name in each.names()),
    )


def framed(pieces: Pieces, window: Window) -> tuple[Integers, Integers]:
    """Return the pieces (1, T) and marks (1, T, 3) of a window, with the edges that BERT expects."""
    own = slice(window.first, window.last)
    ids = np.concatenate([[FIRST], pieces.ids[own], [LAST]])
    marks = np.pad(pieces.marks[own], ((1, 1), (0, 0)))
    return ids[None], marks[None]


class _Read:
    """One window of a text, encoded: nothing is padded, so nothing depends on what else is read."""

    def __init__(self, pieces: Pieces, window: Window, network: Network) -> None:
        self._pieces = pieces
        self._window = window
        self._network = network
        vectors, cues, names = network.encode(*framed(pieces, window))
        self._vectors = np.pad(vectors[0, 1:-1], ((1, 0), (0, 0)))
        """(1 + pieces, D): the first stands for nothing."""
        self._cue_scores, self._name_scores = cues[0, 1:-1], names[0, 1:-1]

    def names(self) -> Iterator[FoundName]:
        odds = _odds(self._name_scores)
        for kind, first, last, score in self._spans(self._name_scores, odds, NAME_TAGS):
            yield FoundName(span=self._span(first, last), kind=KIND[kind], score=score)

    def cues(self) -> Iterator[FoundCue]:
        every = self._spans(self._cue_scores, _odds(self._cue_scores), CUE_TAGS)
        found = [(first, last, score) for _, first, last, score in every if score >= DOUBTFUL]
        for at in range(0, len(found), LOOKS):
            some = found[at : at + LOOKS]
            looked = self._looks([(first, last) for first, last, _ in some])
            for (first, last, score), (source, content, sure) in zip(some, looked, strict=True):
                if content and score * sure >= DOUBTFUL:
                    yield FoundCue(
                        cue=self._span(first, last),
                        source=self._span(*source) if source else None,
                        content=tuple(self._span(*run) for run in content),
                        score=round(score * sure, 3),
                    )

    def _spans(self, scores: Floats, odds: Floats, tags: tuple[str, ...]) -> Iterator[tuple[str, int, int, float]]:
        """Kind, first piece of the window, one after the last, and score of what begins within the window's core."""
        [path] = best(scores[None], np.array([len(scores)]), tags)
        for kind, first, last in spans_of(path):
            if self._window.core_first <= first + self._window.first < self._window.core_last:
                sure = [odds[at, tags.index(path[at])] for at in range(first, last)]
                yield kind, first, last, round(float(np.mean(sure)), 3)

    def _looks(
        self, cues: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[tuple[int, int] | None, list[tuple[int, int]], float]]:
        """For each cue the source, the runs of its content, and how sure the second look is."""
        near, places, lengths = around(cues, 0, len(self._window))
        ends = np.array([(first + 1, last) for first, last in cues], dtype=np.int64)
        scores = self._network.look(self._vectors, near + 1, ends, places)
        scores[:, :, 1:] += np.where(places == 0, NEVER, 0)[:, :, None]
        odds = _odds(scores)
        for at, path in enumerate(best(scores + SOURCED, lengths, ROLE_TAGS)):
            yield _roles(path, odds[at], int(near[at, 0]))

    def _span(self, first: int, last: int) -> Span:
        begin = self._window.first
        return Span(start=int(self._pieces.starts[begin + first]), end=int(self._pieces.ends[begin + last - 1]))


def _roles(
    path: Sequence[str], odds: Floats, begin: int
) -> tuple[tuple[int, int] | None, list[tuple[int, int]], float]:
    """The likeliest source, all runs of content, and the mean odds of both."""
    runs = []
    for kind, first, last in spans_of(path):
        sure = float(np.mean([odds[at, ROLE_TAGS.index(path[at])] for at in range(first, last)]))
        runs.append((kind, first + begin, last + begin, sure))
    content = [(first, last) for kind, first, last, _ in runs if kind == "content"]
    source = max((run for run in runs if run[0] == "source"), key=lambda run: run[3], default=None)
    beliefs = [run[3] for run in runs if run[0] == "content" or run is source]
    return (source[1], source[2]) if source else None, content, float(np.mean(beliefs)) if beliefs else 0.0


def _odds(scores: Floats) -> Floats:
    """Softmax over the last axis."""
    powers: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    odds: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return odds
