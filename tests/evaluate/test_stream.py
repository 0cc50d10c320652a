"""A desk that grows article by article tells the stories that a batch tells, in whatever order they come."""

import json
from random import Random

import pytest

from evaluate.stream import ORDERS, b_cubed, batched, rows_read, streamed

EVENTS = 4


@pytest.fixture(scope="module")
def read(tmp_path_factory, invented):
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    rows = []
    for number in range(4 * EVENTS):
        paragraphs = Random(number).sample(invented(number % EVENTS).split("\n\n"), 5)  # noqa: S311 - text, not secrets
        day = f"2031-05-0{1 + number // EVENTS}"
        rows.append({"id": f"{number:02}", "text": "\n\n".join(paragraphs), "published": day})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return rows_read(path)


def test_rows_come_in_order_of_date(read):
    days = [one.reading.article.published for _, one in read]
    assert days == sorted(days)


def test_the_stream_tells_the_stories_of_the_batch(read):
    batch = batched(read)
    assert len(set(batch.values())) == EVENTS
    assert b_cubed(batch, streamed(read)) == 1.0


@pytest.mark.parametrize("order", ["reversed", "shuffled 1"])
def test_the_order_of_arrival_changes_nothing_here(read, order):
    assert b_cubed(streamed(read), streamed(ORDERS[order](read))) == 1.0


def test_stories_that_differ_are_seen_to_differ(read):
    apart = {row: row for row, _ in read}
    assert b_cubed(batched(read), apart) < 0.5
