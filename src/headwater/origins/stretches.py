"""Spans of one text → the same spans merged, cut out of each other, measured or carried over to another text.

>>> merged([Span(start=5, end=9), Span(start=0, end=6)])
(Span(start=0, end=9),)
>>> without(Span(start=0, end=20), [Span(start=5, end=9)])
[Span(start=0, end=5), Span(start=9, end=20)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from headwater.model import Span, Spans

WORD = re.compile(r"[^\W_]+")


def merged(spans: Iterable[Span]) -> Spans:
    """Return the spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def without(span: Span, others: Sequence[Span]) -> list[Span]:
    """Return what is left of a span outside `others`, which are in order and do not overlap."""
    left, start = [], span.start
    for other in others:
        if other.end <= start:
            continue
        if other.start >= span.end:
            break
        if other.start > start:
            left.append(Span(start=start, end=other.start))
        start = other.end
    return [*left, Span(start=start, end=span.end)] if start < span.end else left


def trimmed(span: Span, text: str) -> Span:
    """Return a span without the characters before its first and after its last word, but with the marks next to them."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def shared_length(span: Span, others: Iterable[Span]) -> int:
    """Return how many characters of a span stand in `others`, which do not overlap each other."""
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)


def count_words(text: str, span: Span) -> int:
    """Return the number of words, numbers included, in a span of a text."""
    return sum(1 for _ in WORD.finditer(text, span.start, span.end))


def share_of(spans: Iterable[Span], text: str) -> float:
    """Return how much of a text's characters spans that do not overlap are, 0 to 1."""
    return round(min(1.0, sum(span.end - span.start for span in spans) / max(1, len(text))), 4)


def carried_over(span: Span, whole: Span, there: Span) -> Span:
    """Return where a part of `whole` stands in `there`, the same passage in another text: as far from its ends, to scale.

    >>> carried_over(Span(start=10, end=20), Span(start=0, end=40), Span(start=100, end=180))
    Span(start=120, end=140)
    """
    scale = (there.end - there.start) / max(1, whole.end - whole.start)
    start = there.start + round((max(span.start, whole.start) - whole.start) * scale)
    end = there.start + round((min(span.end, whole.end) - whole.start) * scale)
    return Span(start=min(start, there.end), end=min(max(start, end), there.end))
