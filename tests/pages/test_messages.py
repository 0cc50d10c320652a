"""MHTML: the page inside a saved message."""

import io

from headwater.model import Page, Rejected
from headwater.pages import decode, read_pages

HEAD = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://vale-post.example/rain\r\nSubject: Rain\r\n"
    "Date: Thu, 20 Nov 2025 19:01:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
)
STYLE = "----x\r\nContent-Type: text/css\r\nContent-Location: cid:css\r\n\r\np {color: red}\r\n"
MAIN = (
    "----x\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://vale-post.example/rain?page=1\r\n\r\n<p>=93We won,=94 she =\r\nsaid.</p>\r\n"
)


def read(message: str) -> object:
    [outcome] = read_pages(["-"], stdin=io.BytesIO(message.encode("latin-1")))
    return outcome


def test_the_html_part_is_the_page():
    page = read(HEAD + STYLE + MAIN + "----x--\r\n")
    assert isinstance(page, Page)
    assert (page.media, decode(page).strip()) == ("html", "<p>“We won,” she said.</p>")
    assert page.place.url == "https://vale-post.example/rain?page=1"
    assert page.place.saved == "2025-11-20T19:01:00"


def test_the_message_knows_the_address_where_the_part_does_not():
    page = read(HEAD + MAIN.replace("https://vale-post.example/rain?page=1", "cid:frame") + "----x--\r\n")
    assert isinstance(page, Page)
    assert page.place.url == "https://vale-post.example/rain"


def test_plain_text_stands_in_where_there_is_no_html():
    page = read(HEAD + "----x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nRain fell.\r\n----x--\r\n")
    assert isinstance(page, Page)
    assert (page.media, page.content.strip()) == ("text", b"Rain fell.")


def test_a_message_without_a_page_is_malformed():
    outcome = read(HEAD + STYLE + "----x--\r\n")
    assert isinstance(outcome, Rejected)
    assert outcome.reason == "malformed"


def test_hostile_headers_and_nesting_cost_no_time():
    long = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=" + "a;" * 300_000 + "\r\n\r\n<p>Rain"
    assert isinstance(read(long), Page)
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(5000))
    outcome = read("MIME-Version: 1.0\r\n" + deep)
    assert isinstance(outcome, Rejected)
    assert "nested" in outcome.detail


def test_bytes_that_are_no_ascii_in_headers_stay_writable():
    page = read(HEAD.replace("rain\r\n", "r\xe4in\r\n") + MAIN.replace("https://vale-post.example/rain?page=1", "x"))
    assert isinstance(page, Page)
    assert (page.place.url or "").encode()
