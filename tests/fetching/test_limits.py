"""Whatever a server does, it costs little: time, memory and size are bounded, and the others go on."""

import gzip
import time
import tracemalloc
import zlib

import pytest

from headwater.fetching import following
from headwater.model import Page, Rejected
from headwater.pages import PageSettings
from tests.fetching.serving import item, page, redirecting, rss, sending

NEWS = "Rain fell in Orvale."
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
SMALL = PageSettings(max_page_bytes=50_000)


def dripping(start, seconds=20.0):
    """Send a byte at a time, so that no silence is ever long."""

    def reply(_):
        yield start
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.02)
            yield b"x"

    return reply


def endlessly(start, piece):
    def reply(_):
        yield start
        for _ in range(100_000):
            yield piece

    return reply


def late(answer):
    def reply(_):
        time.sleep(0.8)
        return answer

    return reply


def the_fault(records):
    [found] = records
    assert isinstance(found, Rejected)
    return found


@pytest.mark.parametrize(
    "start", [HEAD, b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 ", HEAD[:-4] + b"\r\nContent-Encoding: gzip\r\n\r\n"]
)
def test_a_server_that_drips_is_given_up(serve, look, start):
    server = serve({"/robots.txt": sending(b"", status=b"404 No"), "/a": dripping(start)})
    begun = time.monotonic()
    fault = the_fault(look(server.url("/a"), whole_seconds=0.3))
    assert time.monotonic() - begun < 10
    assert fault.reason == "unreadable"


def test_a_server_that_says_nothing_is_given_up(serve, look):
    server = serve({"/a": late(b"")})
    fault = the_fault(look(server.url("/a"), read_seconds=0.2))
    assert "took too long to answer" in fault.detail


def test_a_slow_name_is_given_up(look, names):
    names.answers["slow.example"] = lambda: late(["127.0.0.1"])(None)
    fault = the_fault(look("http://slow.example/", whole_seconds=0.2))
    assert "took too long to answer" in fault.detail


def test_a_slow_server_does_not_hold_up_the_others(serve, watching):
    server = serve({"/a": page(NEWS), "/slow": dripping(HEAD)})
    begun = time.monotonic()
    first = next(watching(server.url("/slow", host="slow.example"), server.url("/a"), whole_seconds=20.0))
    assert isinstance(first, Page)
    assert time.monotonic() - begun < 10


def test_an_endless_body_is_cut_off(serve, look):
    server = serve({"/a": endlessly(HEAD, b"Rain fell. " * 1000)})
    server.routes["/feed"] = rss(item(server.url("/a"), words="Short."), item(server.url("/a?")))
    [found] = [one for one in look(server.url("/feed"), pages=SMALL) if isinstance(one, Page)]
    assert found.content == b"Short."


def test_a_page_that_is_a_source_has_the_limit_of_pages(serve, look):
    server = serve({"/a": sending("<!doctype html>" + "Rain fell. " * 10_000)})
    assert the_fault(look(server.url("/a"), pages=SMALL)).reason == "too large"


def test_an_endless_listing_is_cut_off(serve, look):
    server = serve({"/feed": endlessly(HEAD, b"Rain fell. " * 1000)})
    fault = the_fault(look(server.url("/feed"), max_listing_bytes=100_000))
    assert (fault.reason, "100,000 bytes" in fault.detail) == ("too large", True)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_unpacked_no_further_than_the_limit(serve, look, coding):
    zeros = bytes(60_000_000)
    bomb = gzip.compress(zeros, 9) if coding == "gzip" else zlib.compress(zeros, 9)
    del zeros
    server = serve({"/a": sending(bomb, f"Content-Encoding: {coding}")})
    tracemalloc.start()
    fault = the_fault(look(server.url("/a"), max_listing_bytes=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert fault.reason == "too large"
    assert peak < 10_000_000


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(b"<!doctype html><p>Rain.", mtime=0)),
        ("x-gzip", gzip.compress(b"<!doctype html><p>Rain.", mtime=0) + b"and more"),
        ("deflate", zlib.compress(b"<!doctype html><p>Rain.")),
        ("deflate", zlib.compress(b"<!doctype html><p>Rain.")[2:-4]),
        ("identity", b"<!doctype html><p>Rain."),
    ],
)
def test_a_packed_page_is_unpacked(serve, look, coding, packed):
    server = serve({"/a": sending(packed, f"Content-Encoding: {coding}")})
    [found] = look(server.url("/a"))
    assert found.content == b"<!doctype html><p>Rain."


@pytest.mark.parametrize(
    ("coding", "packed", "said"),
    [
        ("gzip", gzip.compress(b"<!doctype html><p>Rain.", mtime=0)[:-9], "broken"),
        ("gzip", b"<!doctype html>", "broken"),
        ("br", b"whatever", "packed with br"),
        ("gzip, gzip", b"whatever", "packed with gzip, gzip"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_rejected(serve, look, coding, packed, said):
    server = serve({"/a": sending(packed, f"Content-Encoding: {coding}")})
    assert said in the_fault(look(server.url("/a"))).detail


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\x00\x00",
        b"SSH-2.0-Server\r\n",
        b"HTTP/1.1 999999 No\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\n\r\n",
        b"HTTP/1.1 302 Found\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
        b"HTTP/1.1 206 Partial Content\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 204 No Content\r\n\r\n",
    ],
)
def test_a_server_that_talks_nonsense_is_rejected(serve, look, reply):
    server = serve({"/a": reply})
    assert the_fault(look(server.url("/a"), read_seconds=0.5)).reason in ("unreadable", "empty")


def test_headers_that_no_honest_server_sends_do_no_harm(serve, look):
    odd = [
        "ETag: " + "e" * 10_000,
        "Last-Modified: \x80\xff",
        "Cache-Control: max-age=" + "9" * 5_000,
        "Retry-After: " + "9" * 5_000,
        "Date: " + "9" * 5_000,
    ]
    server = serve({"/a": sending(f"<!doctype html><p>{NEWS}", *odd).replace(b"Date: Wed", b"Date2: Wed")})
    [found] = look(server.url("/a"), rounds=2)
    assert found.place.saved is None
    assert "if-none-match" not in server.asked[-1].headers


def test_text_after_the_declared_end_reaches_nobody(serve, look):
    two = page("One.") + b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret"
    server = serve({"/a": two, "/b": page("Two.")})
    found = look(server.url("/a"), server.url("/b"))
    assert not any(b"secret" in record.content for record in found)


def test_a_redirect_from_http_to_a_page_that_is_too_large_names_the_listed_address(serve, look):
    server = serve({"/a": redirecting("/b"), "/b": sending(b"x" * 60_000)})
    server.routes["/feed"] = rss(item(server.url("/a")))
    fault = the_fault(look(server.url("/feed"), pages=SMALL))
    assert (fault.file, fault.reason) == (server.url("/a"), "too large")


def test_the_rules_of_hostile_sites_do_not_pile_up(serve, look, monkeypatch):
    monkeypatch.setattr(following, "MOST_RULES", 1_000)
    many = "User-agent: *\n" + "".join(f"Disallow: /no{n}\n" for n in range(600))
    server = serve({"/robots.txt": sending(many, kind=b"text/plain"), "/a": page(NEWS)})
    sites = [server.url("/a", host=f"h{n}.example") for n in range(3)]
    look(*sites, rounds=2)
    asked = [asked.headers["host"] for asked in server.asked if asked.path == "/robots.txt"]
    assert len(asked) > len(sites), "some were let go for others, and read anew"
