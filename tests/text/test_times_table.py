"""Every news time phrase of the table, and every sentence without one, as one case."""

import pytest

from evaluate.times import Row, headwater, is_right, rows

TABLE = rows()
MISSED: frozenset[str] = frozenset()
"""Sentences that are known to be misread."""


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.sentence)
def test_the_days_meant(row: Row):
    assert is_right(row, headwater(row)) == (row.sentence not in MISSED), headwater(row)


def test_the_table_is_as_large_as_it_claims():
    assert sum(row.days is not None for row in TABLE) >= 120
    assert sum(row.phrase is None for row in TABLE) >= 25
    assert sum(row.blind for row in TABLE) >= 40
    assert len({row.sentence for row in TABLE}) == len(TABLE)


def test_nearly_all_are_read():
    assert len(MISSED) <= 0.05 * len(TABLE)
