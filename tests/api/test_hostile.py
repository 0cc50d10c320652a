"""A table of hostile pages and requests: what comes back is data, never markup, never a fault, never a link to follow."""

import json
import re

import pytest

HOSTILE = {
    "script in the title": {"title": "Flood <script>alert(1)</script>", "source": "Hask <b>Echo</b>"},
    "closing tag": {"title": "</title></textarea></script><svg onload=alert(1)>"},
    "javascript address": {"url": "javascript:alert(document.cookie)"},
    "data address": {"url": "data:text/html;base64,PHNjcmlwdD4="},
    "file address": {"url": "file:///home/ana/.ssh/id"},
    "address with a script": {"url": 'https://hask.example/"><script>alert(1)</script>'},
    "bidi override": {"title": "Flood in \u202e\u2066Hask\u2069\u202c", "source": "\u202eohcE"},
    "null bytes": {"title": "Flood\x00 in\x00 Hask", "source": "Hask\x00Echo"},
    "escape sequences": {"title": "\x1b[2J\x1b]0;owned\x07Flood", "source": "\x9bEcho"},
    "lone surrogate": {"title": "Flood \ud800 in Hask", "source": "\udfffEcho"},
    "formula": {"title": '=HYPERLINK("https://evil.example")', "source": "@SUM(A1)"},
    "template": {"title": "{{7*7}}${7*7}<%= 7*7 %>", "source": "../../etc/passwd"},
    "header breaks": {"id": "a\r\nSet-Cookie: x=1", "source": "Hask\r\nX-Evil: 1", "title": "Flood\r\n\r\n<html>"},
    "a very long title": {"title": "Flood " * 20_000},
}  # fmt: skip
TEXT = (
    "The river Ammer flooded the old town of Hask on Sunday, mayor Ilse Brandt said. “We need sandbags <script>alert(2)"
    "</script>,” she said. The army of Ellmark sent three companies to Hask on Sunday evening."
)
DANGEROUS = re.compile(r"^\s*(?:javascript|data|file|vbscript):", re.IGNORECASE)


def addresses_in(value):
    """Yield every value of a key that is an address."""
    if isinstance(value, dict):
        for key, held in value.items():
            if key in {"url", "href", "id", "external_url", "uri"} and isinstance(held, str):
                yield held
            yield from addresses_in(held)
    elif isinstance(value, list):
        for held in value:
            yield from addresses_in(held)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_rows_come_back_as_data(writer, name):
    row = {"text": TEXT, "published": "2031-05-08", **HOSTILE[name]}
    added = writer.post("/pages?name=x.jsonl", content=json.dumps(row), headers={"Content-Type": "application/jsonl"})
    assert added.status_code == 200
    article = added.json()["items"][0]["article"]
    story = writer.get(f"/articles/{article}").json()["story"]
    paths = [
        f"/articles/{article}",
        f"/articles/{article}/page",
        f"/articles/{article}/versions",
        "/search?words=sandbags",
        "/articles",
    ]
    paths += ["/stories", "/outlets", "/speakers", f"/stories/{story}", *(f"/stories/{story}/{part}" for part in PARTS)]
    paths += [
        f"/stories/{story}?format={kind}"
        for kind in ("json", "html", "jsonld", "ninjs", "articles-csv", "atom", "jsonfeed")
    ]
    for path in paths:
        answer = writer.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["x-content-type-options"] == "nosniff"
        kind = answer.headers["content-type"].partition(";")[0]
        if kind.endswith("json"):
            assert not [each for each in addresses_in(answer.json()) if DANGEROUS.match(each)], path
        else:
            assert answer.headers["content-disposition"].startswith("attachment"), path
        if kind in {"text/html", "application/atom+xml"}:
            assert "<script>alert" not in answer.text
        assert "set-cookie" not in answer.headers
        assert "x-evil" not in answer.headers


PARTS = ["articles", "comparison", "statements", "names", "timeline", "history", "annotations"]


def test_ten_thousand_links_are_read(writer):
    links = "".join(f'<p><a href="javascript:alert({n})">Read more about report {n}</a></p>' for n in range(10_000))
    page = f"<html><body><h1>Flood in Hask</h1><article><p>{TEXT}</p></article>{links}</body></html>"
    answer = writer.post("/pages?name=x.html", content=page, headers={"Content-Type": "text/html"})
    assert answer.status_code == 200
    (kept,) = answer.json()["items"]
    if kept["article"]:
        assert writer.get(f"/articles/{kept['article']}").status_code == 200


@pytest.mark.parametrize(
    "page",
    [
        (
            '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
            "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><rss><channel><title>&c;</title></channel></rss>"
        ),
        (
            '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&f;</title>'
            "<description>Flood in Hask</description></item></channel></rss>"
        ),
        "<div>" * 20_000 + "Flood in Hask",
        '{"text": ' + '["a",' * 20_000,
        "\x00" * 10_000,
    ],
    ids=["entities", "file entity", "deep markup", "deep json", "nulls"],
)
def test_hostile_files_are_read_or_rejected(writer, page):
    answer = writer.post("/pages?name=x.xml", content=page, headers={"Content-Type": "application/xml"})
    assert answer.status_code == 200
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"[" * 400_000, {400, 422}),
        (b'{"a":' * 100_000, {400, 422}),
        (b'{"kind":"note","person":"Ana","note":"' + b"x" * 20_000 + b'"}', 422),
        (b'{"kind":"note","person":"\\ud800","subject":"story:s1","note":"\\u0000"}', {201, 400}),
        (b"\xff\xfe{}", 400),
        (b"", 400),
        (b"NaN", 400),
        (b'{"kind":"note","kind":"note","person":"Ana","subject":"story:s1","note":"Twice."}', {201, 422}),
        (json.dumps({"kind": "merge actors", "groups": [[f"name {n}" for n in range(5001)]], "person": "A"}).encode(), 422),
    ],
    ids=["deep", "deep objects", "long note", "surrogate", "not utf-8", "empty", "nan", "twice", "many names"],
)  # fmt: skip
def test_hostile_bodies_are_told(writer, body, status):
    answer = writer.post("/corrections", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (status if isinstance(status, set) else {status})


@pytest.mark.parametrize(
    "path",
    [
        "/stories/..%2f..%2fetc%2fpasswd", "/stories/%00", "/stories/%ff%fe", "/articles/%2e%2e/page", "/speakers/%00",
        "/speakers/%ed%a0%80", "/search?words=%00", "/search?words=%ff", "/search?words=a%22%20OR%201=1--", "/search?words=" + "%22" * 99,
        "/search?words=" + "(" * 400, "/search?words=*", "/search?words=NEAR(a%20b)", "/search?words=-a", "/search?outlet=%27;DROP",
        "/stories?after=" + "A" * 1999, "/stories?after=eyJhIjoxfQ", "/stories?after=%00", "/stories?limit=1e9", "/stories?limit=٣",
        "/search?speaker=%25&kind=statement", "/search?since=9999-99-99", "/changes?after=99999999999999999999", "/speakers?prefix=%F0%9F",
        "/search?words=a&words=b", "/stories?order=newest&order=newest", "/search?meaning=true", "/search?meaning=true&words=a&kind=statement",
    ],
)  # fmt: skip
def test_hostile_addresses_are_answered(reader, path):
    answer = reader.get(path)
    assert answer.status_code in {200, 404, 422}
    assert answer.headers["content-type"].startswith(("application/json", "application/problem+json"))
