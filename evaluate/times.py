"""News time phrases → how often the days meant are found, beside dateparser alone.

`times.tsv` holds invented sentences: the day of the report, the sentence, the time phrase in it, and the first and last day
that it means. `-` instead of days: a time that nobody can tell from the sentence, or words that are no time. A row is right
where what is read from the phrase is exactly those days; a row without days, where nothing is read at all.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from headwater.errors import MissingExtra
from headwater.model import Span
from headwater.text.dates import times

TABLE = Path(__file__).with_name("times.tsv")
UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser wants a local time, and would else ask the clock
BLIND = "blind"
"""Marks rows that were written, and first measured, without looking at what the code does with them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A sentence and the days that its time phrase means."""

    reported: str | None
    sentence: str
    phrase: str | None
    """None where the sentence names no time."""
    days: tuple[str, str] | None
    """First and last day; None where nothing should be read."""
    blind: bool

    @property
    def span(self) -> Span | None:
        """Where the phrase stands in the sentence."""
        if self.phrase is None:
            return None
        start = self.sentence.index(self.phrase)
        return Span(start=start, end=start + len(self.phrase))


Read = tuple[Span, str, str]
"""Words, first day and last day."""
Reader = Callable[[Row], Sequence[Read]]


def rows() -> list[Row]:
    """Return the rows of the table in order."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Row(
                reported=None if row["reported"] == "-" else row["reported"],
                sentence=row["sentence"],
                phrase=None if row["phrase"] == "-" else row["phrase"],
                days=None if row["first"] == "-" else (row["first"], row["last"]),
                blind=row["note"] == BLIND,
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def is_right(row: Row, read: Sequence[Read], *, lenient: bool = False) -> bool:
    """Say whether what was read is what the row means; `lenient` takes any day inside a range for the range."""
    span = row.span
    if span is None:
        return not read
    found = {(first, last) for words, first, last in read if words.overlaps(span)}
    if row.days is None:
        return not found
    if lenient and len(found) == 1:
        first, last = next(iter(found))
        return row.days[0] <= first <= last <= row.days[1]
    return found == {row.days}


def headwater(row: Row) -> list[Read]:
    """Read a row with Headwater."""
    return [(time.span, time.first, time.last) for time in times(row.sentence, reported=row.reported)]


def dateparser(settings: dict[str, object]) -> Reader:
    """Return a reader that asks dateparser's `search_dates` alone, with the day of the report as its base.

    Raises:
        MissingExtra: dateparser is not installed.
    """
    try:
        from dateparser.search import search_dates  # noqa: PLC0415 - a peer, only where it is compared
    except ImportError as error:
        raise MissingExtra("the comparison needs the evaluate extra: pip install 'headwater[evaluate]'") from error

    def read(row: Row) -> list[Read]:
        base = datetime.fromisoformat(row.reported) if row.reported else UNDATED
        found = search_dates(row.sentence, languages=["en"], settings={**settings, "RELATIVE_BASE": base}) or []
        reads, place = [], 0
        for words, moment in found:
            start = row.sentence.find(words, place)
            place = start + len(words) if start >= 0 else place
            day = moment.date().isoformat()
            reads.append((Span(start=max(start, 0), end=max(start, 0) + len(words)), day, day))
        return reads

    return read


def print_table() -> int:
    """Print the share of rows read rightly by Headwater and by dateparser alone, then each row that somebody misses.

    Returns the exit code: 1 where Headwater reads less than .95.
    """
    table = rows()
    readers: dict[str, Reader] = {"headwater": headwater}
    try:
        readers |= {"dateparser, past": dateparser({"PREFER_DATES_FROM": "past"}), "dateparser": dateparser({})}
    except MissingExtra as missing:
        print(missing, file=sys.stderr)
    read = {name: [reader(row) for row in table] for name, reader in readers.items()}
    _print_shares(table, read)
    print()
    for place, row in enumerate(table):
        missed = [name for name in readers if not is_right(row, read[name][place])]
        if missed:
            meant = "/".join(row.days) if row.days else "nothing"
            print(f"{row.reported or 'undated'}  {row.sentence}\n    meant: {row.phrase or 'no time'} = {meant}")
            for name in missed:
                got = ", ".join(
                    f"“{words.of(row.sentence)}” {first}/{last}" for words, first, last in read[name][place]
                )
                print(f"    {name}: {got or 'nothing'}")
    right = sum(is_right(row, one) for row, one in zip(table, read["headwater"], strict=True))
    return int(right < 0.95 * len(table))


def _print_shares(table: Sequence[Row], read: dict[str, list[Sequence[Read]]]) -> None:
    kinds: dict[str, Callable[[Row], bool]] = {
        "a day or range": lambda row: row.days is not None,
        "  one day": lambda row: row.days is not None and row.days[0] == row.days[1],
        "  a range": lambda row: row.days is not None and row.days[0] != row.days[1],
        "  written blind": lambda row: row.blind,
        "nobody can tell": lambda row: row.days is None and row.phrase is not None,
        "no time": lambda row: row.phrase is None,
        "all": lambda _: True,
    }
    print(f"{'rows':22}{'n':>5}" + "".join(f"{name:>20}" for name in read) + "   (dateparser: a day inside a range)")
    for kind, belongs in kinds.items():
        chosen = [place for place, row in enumerate(table) if belongs(row)]
        shares = [[is_right(table[p], read[name][p]) for p in chosen] for name in read]
        loose = [sum(is_right(table[p], read[name][p], lenient=True) for p in chosen) for name in read]
        cells = "".join(f"{sum(share) / len(chosen):20.3f}" for share in shares)
        print(f"{kind:22}{len(chosen):5}{cells}   " + " ".join(f"{value / len(chosen):.3f}" for value in loose[1:]))
