"""Nothing vanishes and nothing hangs: every bad page is an article or a `Rejected` with its reason, and the rest goes on."""

import gzip
import json
import os

import pytest

from headwater.desk import Desk, Settings
from headwater.model import Reading, Rejected
from headwater.pages import PageSettings

GOOD = json.dumps(
    {"id": "good", "text": "Rain fell on Lowmark. “It was wet,” said Ana Ruiz.", "source": "Post"}
).encode()
REPORT = "The council of Lowmark voted on Monday to rebuild the bridge that the flood had washed away in March. " * 8
HTML = (
    "<html><head><title>Bridge</title></head><body><article><p>"
    + "</p><p>".join([REPORT] * 3)
    + "</p></article></body></html>"
)
EITHER = {"article", "no article"}

CASES = {
    "empty.html": (b"", {"empty"}),
    "blank.txt": (b" \n\t\n ", {"empty"}),
    "noise.html": (bytes(range(256)) * 40, {"binary"}),
    "cut.gz": (gzip.compress(HTML.encode(), mtime=0)[:-20], {"truncated"}),
    "cut.warc.gz": (gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>", mtime=0)[:-9], {"truncated", "malformed"}),
    "wrong-encoding.html": (HTML.replace("<head>", '<head><meta charset="utf-16">').replace("Lowmark", "Lówmark").encode(), {"article"}),
    "nested.html": (b"<html><body>" + b"<div>" * 10_000 + REPORT.encode() + b"</div>" * 10_000, EITHER),
    "menu.html": (b"<html><body><nav><a href=/>Home</a><a href=/s>Sport</a></nav></body></html>", {"no article"}),
    "surrogates.jsonl": (b'{"id": "s", "text": "Rain \\ud800 fell \\u0000 on \\u001b[31m Lowmark all day and all night."}', {"article"}),
    "one-line.txt": (b"x" * 1_000_000, EITHER),
    "one-line-of-words.txt": (b"word " * 200_000, EITHER),
    "quotes.txt": (("“" * 100_000 + '"' * 100_000).encode(), EITHER),
    "quotes.html": (("<html><body><article><p>" + "“" * 50_000 + "</p></article></body></html>").encode(), EITHER),
    "quotes.jsonl": (json.dumps({"id": "q", "text": "“" * 60_000 + '" ' * 60_000}).encode(), EITHER),
    "not-rows.jsonl": (b'{"id": "a", "text": \n{"id": "b"}\n', {"malformed", "no article", "empty"}),
    "scripts.html": (b"<html><body><script>" + b"var a = 1;" * 1000 + b"</script></body></html>", {"no article"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def desk():
    return Desk(settings=Settings(seconds_per_page=20, pages=PageSettings(max_page_bytes=5_000_000)))


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_bad_page_has_an_outcome_and_the_rest_goes_on(name, tmp_path, desk):
    content, expected = CASES[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz-good.jsonl").write_bytes(GOOD)
    outcomes = list(desk.read([str(tmp_path)]))
    found = {
        "article" if isinstance(item, Reading) else item.reason
        for item in outcomes
        if isinstance(item, Reading | Rejected) and name in where(item)
    }
    assert found
    assert found <= expected
    assert any(isinstance(item, Reading) and "zz-good" in where(item) for item in outcomes)


def where(item):
    return item.article.file if isinstance(item, Reading) else item.file


def test_a_hundred_megabytes_are_rejected_unread(tmp_path, desk):
    with (tmp_path / "big.html").open("wb") as big:
        big.write(b"<html><body><p>rain ")
        big.truncate(100_000_000)
    (rejected,) = desk.read([str(tmp_path / "big.html")])
    assert rejected.reason in {"too large", "binary"}


def test_a_path_that_is_not_there_is_named(tmp_path, desk):
    (rejected,) = desk.read([str(tmp_path / "gone.html")])
    assert rejected.reason == "unreadable"
    assert "gone.html" in rejected.file


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path, desk):
    path = tmp_path / "locked.html"
    path.write_text(HTML)
    path.chmod(0)
    (rejected,) = desk.read([str(path)])
    assert rejected.reason == "unreadable"


def test_a_page_that_takes_too_long_is_given_up_and_named(tmp_path):
    path = tmp_path / "slow.html"
    path.write_text(HTML)
    (rejected,) = Desk(settings=Settings(seconds_per_page=0.0001)).read([str(path)])
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "time limit"
    assert rejected.file == str(path)


def test_a_rejected_page_that_lies_in_two_places_is_named_in_both(tmp_path, desk):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(b"<html><body><nav>Home</nav></body></html>")
    collection = desk.collect([str(tmp_path)])
    assert [item.file.rsplit("/", 1)[-1] for item in collection.rejected] == ["a.html", "b.html"]
    assert collection.pages == 1
