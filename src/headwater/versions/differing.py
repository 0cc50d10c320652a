"""Two versions of one sentence, where they differ → what the words at those places are about.

>>> from headwater.versions.wording import changed_runs, tokens
>>> old, new = "At least 12 people died.", "Some 15 people have died."
>>> runs = changed_runs(tokens(old), tokens(new))
>>> differing = Differing(runs=tuple(runs))
>>> differing.old_words, differing.new_words
((Span(start=0, end=11),), (Span(start=0, end=7), Span(start=15, end=19)))
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from headwater.model import Span, Spans


class Spanned(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


MOST = 100
"""Things of one sort in one sentence that are looked at: a sentence with more is a table."""
Thing = TypeVar("Thing", bound=Spanned)


@dataclass(frozen=True, kw_only=True, slots=True)
class Differing:
    """The runs of words that differ, each side's characters in its own whole text."""

    runs: tuple[tuple[Span, Span], ...]

    @property
    def old_words(self) -> Spans:
        """What is only in the old."""
        return tuple(old for old, _ in self.runs if old.start < old.end)

    @property
    def new_words(self) -> Spans:
        """What is only in the new."""
        return tuple(new for _, new in self.runs if new.start < new.end)

    def touched(self, old: Iterable[Thing], new: Iterable[Thing]) -> tuple[list[Thing], list[Thing]]:
        """Return those of the things on either side that differing words are part of, in order, the first `MOST`."""
        return (
            [each for each in old if any(each.span.overlaps(run) for run in self.old_words)][:MOST],
            [each for each in new if any(each.span.overlaps(run) for run in self.new_words)][:MOST],
        )

    def run_of(self, span: Span, *, new: bool) -> int:
        """Return the number of the first run that a span of one side overlaps."""
        return next((number for number, run in enumerate(self.runs) if run[new].overlaps(span)), -1)


def without_same(
    old: Sequence[Thing], new: Sequence[Thing], meaning: Callable[[Thing], Hashable]
) -> tuple[list[Thing], list[Thing]]:
    """Return the things of either side that mean nothing on the other, each counted as often as it comes."""
    left = list(new)
    gone = []
    for each in old:
        same = next((other for other in left if meaning(other) == meaning(each)), None)
        if same is None:
            gone.append(each)
        else:
            left.remove(same)
    return gone, left


def paired(
    old: Sequence[Thing], new: Sequence[Thing], fits: Callable[[Thing, Thing], bool]
) -> Iterator[tuple[Thing, Thing]]:
    """Yield for each thing of the old, in order, the first of the new that fits it and is not taken yet."""
    left = list(new)
    for each in old:
        other = next((one for one in left if fits(each, one)), None)
        if other is not None:
            left.remove(other)
            yield each, other
