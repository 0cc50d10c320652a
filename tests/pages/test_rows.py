"""Ready articles: JSON lines, arrays, single objects."""

import io
import json
import tracemalloc

import pytest

from headwater.errors import UsageError
from headwater.model import Page, Rejected
from headwater.pages import PageSettings, read_pages, ready_page, ready_row

ROW = {"id": "7", "text": " Rain fell.\n\nIt stopped. ", "title": "Rain", "source": "The Vale Post", "mood": "wet"}


def read(content: bytes | str, most: int = 10_000) -> list[object]:
    stdin = io.BytesIO(content.encode() if isinstance(content, str) else content)
    return list(read_pages(["-"], settings=PageSettings(max_page_bytes=most), stdin=stdin))


def texts(content: bytes | str) -> list[str]:
    """The text of each row, or the reason and number of what was rejected."""
    return [
        ready_row(r).text if isinstance(r, Page) else f"{r.reason} {r.member}" if isinstance(r, Rejected) else "again"
        for r in read(content)
    ]


def test_a_row_is_kept_to_the_character():
    [page] = read(json.dumps(ROW))
    assert isinstance(page, Page)
    row = ready_row(page)
    assert (row.id, row.text, row.title, row.outlet) == ("7", ROW["text"], "Rain", "The Vale Post")
    assert (row.url, row.published, page.media, page.place.member) == (None, None, "ready", "7")


@pytest.mark.parametrize("indent", [None, 2])
def test_lines_arrays_and_single_objects_give_the_same_pages(indent):
    rows = [ROW, {**ROW, "id": "8"}]
    lines = "\n".join(json.dumps(row, indent=indent) for row in rows)
    assert read(lines) == read(json.dumps(rows, indent=indent)) == read("\ufeff" + lines)
    assert read(lines)[0] == ready_page({**ROW}, file="-")


def test_the_order_of_fields_and_unknown_ones_make_no_other_page():
    turned = dict(reversed(ROW.items()))
    turned["mood"] = "dry"
    page, again = read(json.dumps(ROW) + "\n" + json.dumps(turned))
    assert isinstance(page, Page)
    assert again == page.place


def test_a_malformed_line_is_rejected_and_the_rest_goes_on():
    lines = ['{"text": "one"}', '{"text": "bro', '{"text": "three"}', "", "rain", '{"text": "six"}', '{"text": "sev']
    assert texts("\n".join(lines)) == ["one", "malformed 2", "three", "malformed 5", "six", "malformed 7"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{"title": "x"}', "malformed"),
        ('{"text": 3}', "malformed"),
        ('{"text": "x", "url": ["y"]}', "malformed"),
        ('{"text": " \\n"}', "empty"),
        ('{"text": "x"} {"text": "y"}', "malformed"),
        ('{"text": "caf\xe9"}'.encode("latin-1"), "malformed"),
        ('{"text":' + "[" * 9000 + "}", "malformed"),
        ('{"text": ' + "9" * 9000 + "}", "malformed"),
    ],
)
def test_rows_that_are_no_ready_article(row, reason):
    assert texts(row) == [f"{reason} 1"]


def test_a_number_is_good_enough_as_an_id():
    [page] = read('{"id": 12, "text": "x"}')
    assert isinstance(page, Page)
    assert page.place.member == "12"


def test_without_an_id_the_line_or_item_number_names_the_row():
    assert [page.place.member for page in read('{"text": "a"}\n\n{"text": "b"}') if isinstance(page, Page)] == [
        "1",
        "3",
    ]
    assert [page.place.member for page in read('[{"text": "a"}, {"text": "b"}]') if isinstance(page, Page)] == [
        "1",
        "2",
    ]


def test_lone_surrogates_become_one_character_each():
    assert texts(r'{"text": "a\ud800b\udc00\ud83c\udf27"}') == ["a�b�🌧"]


def test_an_array_that_breaks_gives_what_came_before():
    assert texts('[{"text": "a"}, {"text": "b"}, {"text" "c"}, {"text": "d"}]') == ["a", "b", "malformed 3"]
    assert texts('[{"text": "a"}, {"text": "b') == ["a", "malformed 2"]


def test_a_row_longer_than_the_limit_is_too_large_and_the_rest_goes_on():
    long = json.dumps({"text": "x" * 20_000})
    assert texts(f'{{"text": "a"}}\n{long}\n{{"text": "b"}}') == ["a", "too large 2", "b"]
    pretty = json.dumps({"text": ["x" * 70] * 300}, indent=1)
    assert texts(f'{{"text": "a"}}\n{pretty}\n{{"text": "b"}}') == ["a", "too large 2", "b"]


def test_json_in_utf16_is_told_to_come_as_utf8():
    [rejected] = read('{"text": "a"}\n'.encode("utf-16"))
    assert isinstance(rejected, Rejected)
    assert (rejected.reason, "UTF-8" in rejected.detail) == ("malformed", True)


@pytest.mark.parametrize("array", [False, True])
def test_memory_does_not_grow_with_the_number_of_rows(array):
    class Endless(io.RawIOBase):
        left = 6_000_000
        row = json.dumps({"text": "Rain fell. " * 900}).encode() + (b"," if array else b"\n")
        head = b"[" if array else b""

        def readable(self):
            return True

        def readinto(self, buffer):
            piece = (self.head or self.row)[: len(buffer)] if self.left > 0 else b""
            self.head = b""
            self.left -= len(piece)
            buffer[: len(piece)] = piece
            return len(piece)

    tracemalloc.start()
    count = sum(1 for _ in read_pages(["-"], stdin=io.BufferedReader(Endless(), 20_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count > 500
    assert peak < 2_000_000


def test_a_ready_page_without_text_is_a_usage_error():
    with pytest.raises(UsageError, match='"text"'):
        ready_page({"title": "Rain"}, file="-")
