"""WARC and WET: which records are pages."""

import gzip
import io
import sys
import zlib

import pytest

from headwater.model import Page, Rejected
from headwater.pages import PageSettings, decode, read_pages
from headwater.pages.payloads import payload_of

URL = "https://vale-post.example/rain"
HTML = b"<html><body><p>Rain fell in Orvale.</p></body></html>"


def record(
    body: bytes = HTML, *, kind: str = "response", http: str = "text/html", status: str = "200 OK", more: str = ""
):
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {http}\r\n{more}\r\n".encode() if kind in ("response", "revisit") else b""
    )
    block = head + body
    lines = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2025-03-02T10:00:00Z\r\n"
        f"Content-Type: {'application/http; msgtype=response' if head else http}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return lines.encode() + block + b"\r\n\r\n"


def read(content: bytes, most: int = 100_000) -> list[object]:
    return list(read_pages(["-"], settings=PageSettings(max_page_bytes=most), stdin=io.BytesIO(content)))


def only_page(content: bytes) -> Page:
    [page] = read(content)
    assert isinstance(page, Page), page
    return page


def reasons(content: bytes, most: int = 100_000) -> list[str]:
    return [f"{r.reason} {r.member}" if isinstance(r, Rejected) else type(r).__name__ for r in read(content, most)]


def test_a_response_is_a_page_with_its_address_and_time():
    page = only_page(record())
    assert (page.content, page.media, page.place.member) == (HTML, "html", "1")
    assert (page.place.url, page.place.saved) == (URL, "2025-03-02T10:00:00+00:00")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio leaves its own files open
def test_an_archive_as_warcio_writes_it_gzip_for_each_record():
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - not a dependency
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    packed = io.BytesIO()
    writer = WARCWriter(packed, gzip=True)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "x"}))
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=koi8-r")], protocol="HTTP/1.1")
    body = "<p>В Орвале дождь".encode("koi8-r")
    writer.write_record(writer.create_warc_record(URL, "response", payload=io.BytesIO(body), http_headers=headers))
    writer.write_record(writer.create_warc_record(URL, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n")))
    page = only_page(packed.getvalue())
    assert (page.declared, decode(page), page.place.member) == ("koi8-r", "<p>В Орвале дождь", "2")


def test_gzip_around_the_whole_archive():
    assert only_page(gzip.compress(record(kind="metadata", http="text/plain") + record())).place.member == "2"


def test_wet_records_are_text_whatever_they_look_like():
    page = only_page(record(b'{"a": Rain}', kind="conversion", http="text/plain"))
    assert (page.media, page.content) == ("text", b'{"a": Rain}')


def test_a_resource_record_is_a_page_without_http_headers():
    assert only_page(record(kind="resource")).content == HTML


def test_a_feed_in_an_archive_gives_its_items():
    feed = b"<rss><channel><item><title>a</title><description>Rain fell.</description></item></channel></rss>"
    page = only_page(record(kind="warcinfo") + record(feed, http="application/rss+xml"))
    assert (page.content, page.place.member) == (b"Rain fell.", "2.1")


@pytest.mark.parametrize("kind", ["warcinfo", "request", "metadata", "revisit", "continuation"])
def test_records_that_are_no_inputs_are_passed_over(kind):
    assert reasons(record(kind=kind)) == []


@pytest.mark.parametrize(
    ("body", "http"),
    [(b"\x89PNG\r\n", "image/png"), (b"p {color: red}", "text/css"), (b"var a = 1;", "application/javascript")],
)
def test_what_is_no_page_is_rejected_and_the_rest_goes_on(body, http):
    assert reasons(record(body, http=http) + record()) == ["not a page 1", "Page"]


def test_a_page_that_says_it_is_an_image_is_no_page_and_an_image_that_says_it_is_a_page_is_none():
    assert reasons(record(HTML, http="image/png") + record(b"\x89PNG\r\n\0", http="text/html")) == [
        "not a page 1",
        "not a page 2",
    ]


def test_a_status_other_than_success_is_named():
    [rejected] = read(record(status="404 Not Found"))
    assert isinstance(rejected, Rejected)
    assert (rejected.reason, rejected.detail) == ("not a page", "HTTP status 404")


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(HTML, mtime=0)),
        ("gzip", HTML),
        ("deflate", zlib.compress(HTML)),
        ("deflate", zlib.compress(HTML)[2:-4]),
        ("identity", HTML),
    ],
)
@pytest.mark.parametrize("chunked", [False, True])
def test_payloads_are_unpacked_and_chunks_joined(coding, packed, chunked):
    more = f"Content-Encoding: {coding}\r\n"
    if chunked:
        more += "Transfer-Encoding: chunked\r\n"
        packed = b"%x;x=y\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (5, packed[:5], len(packed) - 5, packed[5:])
    assert only_page(record(packed, more=more)).content == HTML


def test_chunks_that_were_joined_already_are_left_alone():
    assert only_page(record(more="Transfer-Encoding: chunked\r\n")).content == HTML


def test_brotli_is_unpacked_where_it_is_installed_and_asked_for_where_not(monkeypatch):
    packed = b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n"
    brotli = pytest.importorskip("brotli", minversion="1.2")
    unpacked = payload_of(packed + brotli.compress(HTML), "application/http", limit=1000)
    assert getattr(unpacked, "content", unpacked) == HTML
    assert payload_of(packed + brotli.compress(bytes(10**6)), "application/http", limit=1000) == (
        "too large",
        "unpacked it has more than 1,000 bytes; see PageSettings",
    )
    monkeypatch.setitem(sys.modules, "brotli", None)
    assert payload_of(packed, "application/http", limit=1000) == (
        "unreadable",
        "the payload is packed with br: pip install 'brotli>=1.2'",
    )


def test_a_payload_that_grows_past_the_limit_is_too_large():
    packed = record(gzip.compress(bytes(10**6)), more="Content-Encoding: gzip\r\n")
    assert reasons(packed + record()) == ["too large 1", "Page"]


def test_a_record_past_the_limit_is_too_large_and_the_rest_goes_on():
    assert reasons(record(b"<p>" + b"x" * 9000) + record(), most=2000) == ["too large 1", "Page"]


@pytest.mark.parametrize("cut", [10, 100, len(record()) + 20, len(record()) * 2 - 20])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_truncated_archive_gives_what_was_readable_then_one_rejection(cut, pack):
    pages = ["Page"] if cut > len(record()) else []
    twice = record() + record(HTML + b"<p>")
    assert reasons(pack(twice[:cut])) == [*pages, f"truncated {len(pages) + 1}"]


def test_a_gzip_archive_cut_in_the_middle_of_a_member():
    packed = gzip.compress(record()) + gzip.compress(record(HTML + b"<p>"))[:-30]
    assert reasons(packed) == ["Page", "truncated "]


def test_a_wrong_length_costs_one_record_and_says_so():
    short = record().replace(b"Content-Length: ", b"Content-Length: 0")
    wrong = record(HTML + b"<p>").replace(f"Content-Length: {len(HTML) + 3 + 44}".encode(), b"Content-Length: 60")
    assert b"Content-Length: 60" in wrong
    assert reasons(wrong + short) == ["Page", "malformed 2", "Page"]
    assert reasons(record().replace(b"Content-Length: ", b"Content-Length: -") + record()) == [
        "malformed 1",
        "malformed 2",
        "Page",
    ]


def test_headers_that_never_end_are_given_up():
    assert reasons(b"WARC/1.0\r\n" + b"x" * 1_100_000) == ["malformed 1", "malformed 2"]


def test_an_empty_response_is_said_to_be_empty():
    assert reasons(record(b"") + record(b" ", kind="conversion", http="text/plain")) == ["empty 1", "empty 2"]


def test_an_archive_may_begin_with_bytes_that_are_no_text():
    assert reasons(record(bytes(range(256)) * 9, http="image/png") + record()) == ["not a page 1", "Page"]
