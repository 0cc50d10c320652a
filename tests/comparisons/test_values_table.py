"""The specification of values: pairs of news sentences that agree, conflict or cannot be compared. All is invented."""

from collections import Counter
from pathlib import Path

import pytest

from headwater.comparisons.values import compare_values, read, verdict


def rows():
    for line in (Path(__file__).parent / "values_table.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("|"))


ROWS = list(rows())
HOLDING = [row for row in ROWS if row[0] != "miss"]
MISSES = [row for row in ROWS if row[0] == "miss"]


def told(reason, reported, one, other):
    dates = [day.strip() for day in reported.split(",")] if reported != "-" else [None, None]
    a, b = read(one, reported=dates[0]), read(other, reported=dates[1])
    return verdict(compare_values(a, b), reason), verdict(compare_values(b, a), reason)


@pytest.mark.parametrize("row", HOLDING, ids=lambda row: " / ".join(row[4:]))
def test_a_pair_of_sentences(row):
    _, reason, expected, *rest = row
    assert told(reason, *rest) == (expected, expected)


@pytest.mark.parametrize("row", MISSES, ids=lambda row: " / ".join(row[4:]))
@pytest.mark.xfail(reason="known misses")
def test_a_pair_that_is_known_to_be_missed(row):
    _, reason, expected, *rest = row
    assert told(reason, *rest) == (expected, expected)


def test_the_table_is_large_enough_and_conflicts_are_right():
    expected = Counter(row[2] for row in ROWS)
    assert sum(expected.values()) >= 150
    assert min(expected.values()) >= 50
    assert sum(row[1] == "number" for row in ROWS) >= 110
    assert sum(row[1] != "number" for row in ROWS) >= 45
    found = Counter((row[2], told(*row[1:2], *row[3:])[0]) for row in ROWS)
    conflicts = sum(count for (_, got), count in found.items() if got == "conflicting")
    right = found["conflicting", "conflicting"]
    print(f"{len(ROWS)} pairs, {dict(expected)}; conflicts found {conflicts}, right {right}")  # noqa: T201 - the figure
    assert right / conflicts >= 0.98
    assert right / expected["conflicting"] >= 0.95
    assert sum(count for (want, got), count in found.items() if want == got) / len(ROWS) >= 0.95
