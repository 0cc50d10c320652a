"""Text → quotations: where quote marks open and close, whatever kind they are.

A text enters; quotations leave, outermost only, in order. Marks of every kind pair (“ ” ‘ ’ « » „ “ " ' '' ``), marks
that never close and marks that are re-opened in the next paragraph included; apostrophes are no marks.

>>> text = "“Don’t go,” she said. ‘Why now?’"
>>> [quote.inner.of(text) for quote in find_quotes(text)]
['Don’t go,', 'Why now?']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.model import Span

PARAGRAPH = re.compile(r"[^\n]+")
MARK = re.compile(r"(?P<run>[“”„‟\"«»‹›‘’'`])(?P=run){3,}|''|``|[“”„‟\"«»‹›「」『』‘’‚'`]")
ELISION = re.compile(r"[’']\d|[’'](?:em|tis|twas|til|cause|round|bout|n|cos)\b", re.IGNORECASE)

CLOSERS = {
    "“": '”"',
    "”": "”",
    "‟": "”",
    "„": '“”"',
    '"': '"”',
    "''": "''",
    "``": "''",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    "`": "'",
}
"""Which marks end a quotation that each mark begins; ” and » also open, as in Swedish and German."""
SINGLE = frozenset("‘‚'`’")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Quote:
    """One quotation with its marks."""

    span: Span
    """Marks included."""
    inner: Span
    """Marks excluded."""
    closed: bool
    """False where the closing mark is missing: the quotation then ends before the next one, or with its paragraph."""
    resumed: bool
    """True where it goes on with the speech that the paragraph before left open."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    text: str
    opens: bool
    closes: bool
    strong: bool
    """For single marks: the closing cannot be a plural's apostrophe."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def find_quotes(text: str) -> list[Quote]:
    """Return the outermost quotations of a text in order, each within one paragraph; time is linear in the text.

    >>> [quote.closed for quote in find_quotes("“So it began.”")]
    [True]
    """
    found: list[Quote] = []
    open_before = False
    for paragraph in PARAGRAPH.finditer(text):
        here = list(_of_paragraph(text, paragraph.start(), paragraph.end(), resumed=open_before))
        found.extend(here)
        open_before = bool(here) and not here[-1].closed and here[-1].span.end >= _right_edge(text, paragraph.end())
    return found


def _right_edge(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _of_paragraph(text: str, start: int, end: int, *, resumed: bool) -> Iterator[Quote]:
    marks = [mark for mark in (_mark(text, found) for found in MARK.finditer(text, start, end)) if mark is not None]
    if not marks:
        return
    closing = _Closing(marks)
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    at = 0
    while at < len(marks):
        mark = marks[at]
        last = closing.of(at) if mark.opens else None
        if not mark.opens or (last is None and mark.text in SINGLE):
            at += 1
            continue
        continues = resumed and mark.start == first
        if last is None:
            following = closing.next_opener(at)
            stop = _right_edge(text, marks[following].start if following < len(marks) else end)
            quote = _quote(text, (mark.start, mark.end, stop, stop), closed=False, resumed=continues)
            at = following
        else:
            close = marks[last]
            quote = _quote(text, (mark.start, mark.end, close.start, close.end), closed=True, resumed=continues)
            at = last + 1
        if quote is not None:
            yield quote


def _quote(text: str, edges: tuple[int, int, int, int], *, closed: bool, resumed: bool) -> Quote | None:
    start, first, last, end = edges
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if not any(char.isalnum() for char in text[first:last]):
        return None
    return Quote(span=Span(start=start, end=end), inner=Span(start=first, end=last), closed=closed, resumed=resumed)


def _mark(text: str, found: re.Match[str]) -> _Mark | None:
    start, end, mark = found.start(), found.end(), found.group()
    if found.group("run"):
        return None  # a rule or an ornament
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark in "’'" and ((before.isalnum() and after.isalnum()) or ELISION.match(text, start)):
        return None
    if mark in {"“", "„", "‟", "«", "‘", "‚", "「", "『", "‹", "``"}:
        closes = mark in {"“", "‘", "«"} and not before.isspace() and not after.isalnum()
        return _Mark(start, mark, opens=not after.isspace() or mark in "«‹", closes=closes, strong=closes)
    opens = not before.isalnum() and before not in ",.!?…;" and not after.isspace()
    closes = (not before.isspace() or mark in "”’") and not after.isalnum()
    if mark in "」』":
        return _Mark(start, mark, opens=False, closes=True, strong=True)
    if mark in "»›":
        closes, opens = closes or before.isspace(), opens and after.isalnum()
    strong = not (before == "s" and text[end : end + 2].strip() and after.isspace() and text[end + 1].islower())
    return _Mark(start, mark, opens=opens and mark != "’", closes=closes, strong=strong)


class _Closing:
    """For every mark of a paragraph, the one that closes it; tables are filled from the right, once."""

    def __init__(self, marks: list[_Mark]) -> None:
        self._marks = marks
        nearest: dict[str, int] = {}
        strong: dict[str, int] = {}
        opener = len(marks)
        self._closer: list[int | None] = [None] * len(marks)
        self._opener: list[int] = [opener] * len(marks)
        for at in range(len(marks) - 1, -1, -1):
            mark = marks[at]
            self._opener[at] = opener
            wanted = _closers(mark.text)
            firm = [strong[char] for char in wanted if char in strong]
            loose = [nearest[char] for char in wanted if char in nearest]
            self._closer[at] = min(firm) if firm else min(loose, default=None)
            if mark.closes:
                nearest[mark.text] = at
                if mark.strong or mark.text not in SINGLE:
                    strong[mark.text] = at
            if mark.opens and mark.text not in SINGLE:
                opener = at

    def next_opener(self, at: int) -> int:
        """Return the next mark that begins a quotation, or the number of marks."""
        return self._opener[at]

    def of(self, at: int) -> int | None:
        """Return the mark that closes this one: past quotations of the same kind inside it, None where it stays open."""
        closer = self._closer[at]
        if closer is None:
            return None
        inside = self._opener[at]
        same = inside < closer and self._marks[inside].text == self._marks[at].text
        if not same or self._marks[at].text in SINGLE or self._marks[at].text == '"':
            return closer
        outer = self._closer[closer]
        rest = self._opener[closer]
        nested = outer is not None and outer < rest and self._marks[outer].text == self._marks[closer].text
        return outer if nested else None


def _closers(mark: str) -> tuple[str, ...]:
    wanted = CLOSERS.get(mark, "")
    return (wanted,) if wanted == "''" else tuple(wanted)
