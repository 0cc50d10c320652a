"""Where something stands in a text: Unicode code points, half-open.

>>> text = "“We won,” said Ana Ruiz, “at last.”"
>>> words((Span(start=1, end=7), Span(start=26, end=33)), text)
'We won … at last'
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Span:
    """A run of characters `text[start:end]`, counted in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the characters that the span covers in its own text."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def words(spans: Spans, text: str) -> str:
    """Return the covered characters, runs joined by “ … ”."""
    return spans[0].of(text) if len(spans) == 1 else " … ".join(span.of(text) for span in spans)
