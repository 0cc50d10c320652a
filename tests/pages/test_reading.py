"""The front door: files in, pages out, bad input as data."""

import gzip
import io
import os
from hashlib import sha256
from pathlib import Path

import pytest

from headwater.model import Page, Place, Rejected
from headwater.pages import PageSettings, read_pages

HTML = b"<html><p>Rain fell in Orvale.</p></html>"
NOISE = "".join(sha256(bytes([number])).hexdigest() for number in range(63)).encode()


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(tmp_path)


def read(*inputs: str, stdin: bytes = b"", most: int = 20_000_000) -> list[str]:
    """One word or two for each record: what it is and, for a rejection, why."""
    records = read_pages(inputs, settings=PageSettings(max_page_bytes=most), stdin=io.BytesIO(stdin))
    return [
        f"{r.media} {r.place.file}"
        if isinstance(r, Page)
        else f"{r.reason} {r.file}"
        if isinstance(r, Rejected)
        else f"again {r.file}"
        for r in records
    ]


def reason(content: bytes, **settings: int) -> str:
    [outcome] = read("-", stdin=content, **settings)
    return outcome.removesuffix(" -")


def test_names_and_endings_play_no_part(here):
    (here / "a.jpg").write_bytes(HTML)
    (here / "b.html").write_bytes(b"Rain fell.")
    (here / "c.txt").write_bytes(b'{"text": "Rain"}')
    (here / "d").write_bytes(gzip.compress(b"# Rain\n\nIt *fell*."))
    assert read("a.jpg", "b.html", "c.txt", "d") == ["html a.jpg", "text b.html", "ready c.txt", "text d"]


def test_the_same_page_twice_is_one_page_with_two_places(here):
    (here / "a.html").write_bytes(HTML)
    (here / "b.html.gz").write_bytes(gzip.compress(HTML, mtime=0))
    page, place = read_pages(["."])
    assert isinstance(page, Page)
    assert isinstance(place, Place)
    assert (place.page, place.file) == (page.id, "./b.html.gz")


def test_a_file_named_twice_is_read_once(here):
    (here / "a.html").write_bytes(HTML)
    assert read("a.html", "a.html", "*.html") == ["html a.html"]


def test_standard_input_may_be_anything():
    assert reason(gzip.compress(HTML, mtime=0)) == "html"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff \n".encode("utf-16"), "empty"),
        (bytes(500), "binary"),
        (b"%PDF-1.7 ...", "binary"),
        (gzip.compress(b"", mtime=0), "empty"),
        (gzip.compress(gzip.compress(HTML, mtime=0), mtime=0), "binary"),
        (gzip.compress(NOISE, mtime=0)[:-700], "truncated"),
        (b"\x1f\x8b\x08", "truncated"),
        (b"\x1f\x8bnot gzip at all", "malformed"),
        (b"<?xml version='1.0'?><urlset></urlset>", "not a page"),
    ],
    ids=str,
)
def test_bad_input_is_rejected_with_its_reason(content, why):
    assert reason(content) == why


def test_gzip_with_many_members_padding_and_trailing_bytes():
    packed = gzip.compress(HTML[:9]) + gzip.compress(b"", mtime=0) + gzip.compress(HTML[9:])
    for tail in (b"", bytes(100_000), b"trailing"):
        [page] = read_pages(["-"], stdin=io.BytesIO(packed + tail))
        assert isinstance(page, Page)
        assert page.content == HTML


def test_a_large_file_is_not_read_and_the_size_and_setting_are_named(here):
    with (here / "large.html").open("wb") as file:
        file.write(HTML * 500)
        file.truncate(100_000_000)
    [rejected] = read_pages(["large.html"])
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "too large"
    assert "100,000,000 bytes" in rejected.detail
    assert "max_page_bytes is 20,000,000" in rejected.detail


def test_the_limit_itself_is_still_read():
    assert reason(HTML, most=len(HTML)) == "html"
    assert reason(HTML, most=len(HTML) - 1) == "too large"


def test_gzip_bombs_are_given_up():
    page = gzip.compress(b"<html>" + b"a" * 30_000_000, 1)
    assert reason(page) == "too large"
    rows = gzip.compress(b'{"text": "' + b"a" * 120_000_000, 1)
    assert read("-", stdin=rows, most=1000) == ["too large -", "too large -"]


def test_what_is_not_there_or_not_readable_is_said(here):
    (here / "dangling.html").symlink_to("nowhere")
    (here / "loop.html").symlink_to("loop.html")
    assert read("dangling.html", "loop.html", "missing.html", "*.pdf", "") == [
        "unreadable dangling.html",
        "unreadable loop.html",
        "unreadable missing.html",
        "unreadable *.pdf",
        "unreadable ",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_folder_without_permission(here):
    (here / "shut").mkdir()
    (here / "a.html").write_bytes(HTML)
    (here / "a.html").chmod(0)
    (here / "shut").chmod(0)
    assert read("a.html", "shut") == ["unreadable a.html", "unreadable shut"]
    (here / "shut").chmod(0o700)


def test_pipes_and_devices_do_not_hang(here):
    os.mkfifo(here / "pipe")
    (here / "z.html").write_bytes(HTML)
    assert read(".", "/dev/zero") == ["unreadable ./pipe", "html ./z.html", "unreadable /dev/zero"]


def test_a_folder_that_vanishes_costs_its_files_only(here):
    for name in ("a", "gone", "z"):
        (here / name).mkdir()
        (here / name / "page.html").write_bytes(HTML + name.encode())
    records = read_pages(["."])
    next(records)
    (here / "gone" / "page.html").unlink()
    (here / "gone").rmdir()
    gone, last = records
    assert isinstance(gone, Rejected)
    assert (gone.reason, gone.file) == ("unreadable", "./gone")
    assert isinstance(last, Page)


def test_a_name_that_is_no_unicode_stays_writable(here):
    (here / os.fsdecode(b"r\xe4in.html")).write_bytes(HTML)
    [page] = read_pages(["."])
    assert isinstance(page, Page)
    assert page.place.file == "./r�in.html"


def test_many_files_in_order_and_the_same_each_time(here):
    for number in range(50):
        (here / f"{number:02}.txt").write_text(f"Rain {number % 40}")
    first, second = list(read_pages(["."])), list(read_pages(["."]))
    assert first == second
    assert [type(record) for record in first].count(Place) == 10


@pytest.mark.parametrize("sign", ["“", "<", "\n\t", "a", '"', "{", "&"])
def test_a_million_of_one_sign_takes_no_time(sign):
    assert reason((sign * 1_000_000).encode()) in {"text", "html", "empty"}
