"""What a site may expect of us: robots.txt, pauses, back-off, one request at a time."""

import threading
import time
from itertools import pairwise

import pytest

from headwater.fetching.robots import read_robots
from headwater.model import Page
from tests.fetching.serving import item, page, redirecting, rss, sending

NEWS = "Rain fell in Orvale."
TEXT = b"text/plain"


def robots(*lines):
    return sending("\n".join(lines), kind=TEXT)


def test_requests_to_one_host_are_a_pause_apart_robots_and_redirects_included(serve, look):
    server = serve({"/old": redirecting("/a"), "/a": page(NEWS), "/b": page(NEWS)})
    server.routes["/feed"] = rss(item(server.url("/old")), item(server.url("/b")))
    look(server.url("/feed"), host_delay=5.0)
    times = [asked.time for asked in server.asked]
    assert len(times) == 5
    assert all(later - earlier >= 5.0 for earlier, later in pairwise(times))


def test_several_hosts_are_asked_side_by_side_but_each_once_at_a_time(serve, look):
    def slowly(asked):
        server.gate.wait(0.1)
        return page(asked.path)

    server = serve({f"/{n}": slowly for n in range(12)})
    server.gate = threading.Event()
    urls = [server.url(f"/{n}", host=f"h{n % 6}.example") for n in range(12)]
    server.routes["/robots.txt"] = robots("User-agent: *", "Allow: /")
    look(*urls, host_delay=0.0, parallel=4)
    assert 2 <= server.most_at_once <= 4
    one = serve({f"/{n}": slowly for n in range(4)})
    look(*(one.url(f"/{n}") for n in range(4)), host_delay=0.0)
    assert one.most_at_once == 1


def test_robots_txt_is_asked_once_a_day_and_obeyed(serve, look):
    server = serve({"/a": page(NEWS), "/b": page(NEWS), "/robots.txt": robots("User-agent: *", "Disallow: /b")})
    found = look(server.url("/a"), server.url("/b"), rounds=4, interval=3600.0)
    assert [isinstance(record, Page) for record in found].count(True) == 1
    [refused] = [record for record in found if not isinstance(record, Page)]
    assert "robots.txt of valepost.example does not let Headwater fetch it" in refused.detail
    assert "/b" not in server.paths
    assert [asked.path for asked in server.asked].count("/robots.txt") == 1


def test_an_item_that_robots_txt_keeps_from_us_gives_its_own_words(serve, look):
    server = serve({"/a": page(NEWS), "/robots.txt": robots("User-agent: Headwater", "Disallow: /a")})
    server.routes["/feed"] = rss(item(server.url("/a"), words="Short."))
    assert [record.content for record in look(server.url("/feed"))] == [b"Short."]


def test_robots_txt_counts_for_where_a_redirect_leads_too(serve, look):
    other = serve({"/a": page(NEWS), "/robots.txt": robots("User-agent: *", "Disallow: /")})
    server = serve({"/a": redirecting(other.url("/a", host="lowmark.example"))})
    [found] = look(server.url("/a"))
    assert "robots.txt of lowmark.example" in found.detail
    assert other.paths == []


def test_a_crawl_delay_replaces_a_shorter_pause(serve, look):
    server = serve({"/a": page(NEWS), "/robots.txt": robots("User-agent: *", "Crawl-delay: 30")})
    look(server.url("/a"), rounds=2, interval=300.0)
    times = [asked.time for asked in server.asked]
    assert times[1] - times[0] == 30.0


def test_a_site_that_asks_for_an_hour_between_requests_is_read_an_article_a_round(serve, look):
    server = serve({f"/{n}": page(NEWS) for n in range(3)})
    server.routes["/robots.txt"] = robots("User-agent: *", "Crawl-delay: 3600")
    server.routes["/feed"] = rss(*(item(server.url(f"/{n}")) for n in range(3)))
    found = look(server.url("/feed"), rounds=2)
    assert [asked.path for asked in server.asked] == ["/robots.txt", "/feed", "/0", "/feed", "/1"]
    assert all(later.time - earlier.time >= 3600 for earlier, later in pairwise(server.asked))
    assert len(found) == 2


@pytest.mark.parametrize("status", [b"404 Not Found", b"403 Forbidden", b"410 Gone"])
def test_without_a_robots_txt_everything_is_allowed(serve, look, status):
    server = serve({"/a": page(NEWS), "/robots.txt": sending(b"", status=status)})
    assert len(look(server.url("/a"))) == 1


def test_where_robots_txt_cannot_be_had_because_the_site_is_broken_nothing_is_asked(serve, look):
    server = serve({"/a": page(NEWS), "/robots.txt": sending(b"", status=b"500 Oh")})
    [found] = look(server.url("/a"))
    assert found.reason == "unreadable"
    assert server.paths == []


def test_a_robots_txt_may_stand_where_redirects_lead_and_is_bounded(serve, look):
    long = b"User-agent: *\nDisallow: /a\n" + b"# nothing\n" * 100_000
    server = serve({"/a": page(NEWS), "/robots.txt": redirecting("/r.txt"), "/r.txt": sending(long, kind=TEXT)})
    [found] = look(server.url("/a"))
    assert "robots.txt" in found.detail


@pytest.mark.parametrize("after", ["Retry-After: 90", "Retry-After: Wed, 18 May 2033 03:34:50 GMT"])
@pytest.mark.parametrize("status", [b"429 Too Many Requests", b"503 Busy"])
def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(serve, look, status, after):
    busy = sending(b"", after, status=status)
    server = serve({"/a": busy, "/b": page(NEWS)})
    server.routes["/feed"] = rss(item(server.url("/a")), item(server.url("/b")))
    found = look(server.url("/feed"))
    times = {asked.path: asked.time for asked in server.asked}
    assert times["/b"] - times["/a"] == 90.0
    assert len(found) == 1, "what was busy waits for a later round"


def test_a_long_pause_is_not_waited_for_and_a_later_run_keeps_it(serve, look, clock):
    server = serve({"/a": sending(b"", "Retry-After: 7200", status=b"429 Too Many Requests"), "/b": page(NEWS)})
    server.routes["/feed"] = rss(item(server.url("/a"), words="Short."), item(server.url("/b"), words="Short."))
    begun = clock.time
    assert look(server.url("/feed")) == []
    assert clock.time - begun < 60
    assert [record.detail for record in look(server.url("/feed"))] == [
        "valepost.example is busy or broken and rests; it is asked again later"
    ]
    assert server.paths == ["/feed", "/a"]
    clock.time += 7200
    server.routes["/a"] = page(NEWS)
    assert len(look(server.url("/feed"))) == 2


def test_pauses_double_while_a_host_fails(serve, look):
    server = serve({f"/{n}": sending(b"", status=b"500 Oh") for n in range(5)})
    server.routes["/feed"] = rss(*(item(server.url(f"/{n}")) for n in range(5)))
    look(server.url("/feed"), host_delay=5.0)
    times = [asked.time for asked in server.asked if asked.path not in ("/robots.txt", "/feed")]
    assert [later - earlier for earlier, later in pairwise(times)] == [10.0, 20.0, 40.0, 80.0]


def test_a_host_that_is_down_costs_its_neighbours_nothing(serve, look, names):
    names.answers["down.example"] = OSError("no such name")
    server = serve({"/a": page(NEWS)})
    found = look("http://down.example/feed", server.url("/a"))
    assert sorted(type(record).__name__ for record in found) == ["Page", "Rejected"]
    [refused] = [record for record in found if not isinstance(record, Page)]
    assert "the name down.example cannot be found" in refused.detail


RULES = """
User-agent: other
Disallow: /

# what follows is ours
User-agent: Headwater/1.0
user-agent: another
Disallow: /private
Allow: /private/open$
Disallow: /*.pdf$
Disallow: /a*b*c
Disallow: /caf%C3%A9
Disallow: /plain%7Edir
Disallow:
Sitemap: https://valepost.example/sitemap.xml
Crawl-delay: soon
Crawl-delay: 1e9

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/privately", False),
        ("/private/open", True),
        ("/private/open/x", False),
        ("/x.pdf", False),
        ("/x.pdf?y", True),
        ("/a-b-c-d", False),
        ("/a-c-b", True),
        ("/caf%c3%a9/menu", False),
        ("/café", False),
        ("/plain~dir", False),
        ("/robots.txt", True),
    ],
)
def test_rules_are_matched_as_the_standard_says(path, allowed):
    assert read_robots(RULES.encode()).allows(path) is allowed


@pytest.mark.parametrize(("path", "allowed"), [("/x/1", True), ("/x/y/1", False), ("/x/y/z/1", True), ("/even", True)])
def test_the_longest_rule_decides_and_of_two_as_long_the_kinder(path, allowed):
    lines = ["User-agent: *", "Allow: /x", "Disallow: /x/y", "Allow: /x/y/z", "Disallow: /even", "Allow: /even"]
    assert read_robots("\n".join(lines).encode()).allows(path) is allowed


def test_a_delay_is_bounded():
    assert read_robots(RULES.encode()).delay == 3600.0
    assert read_robots(b"User-agent: *\nCrawl-delay: nan\nCrawl-delay: -3").delay == 0.0


def test_a_hostile_robots_txt_takes_no_more_time_than_its_length():
    agents = b"".join(b"User-agent: a%d\n" % n for n in range(20_000))
    stars = b"Disallow: /" + b"*a" * 400 + b"b\n"
    hostile = agents + b"User-agent: *\n" + stars * 200
    begun = time.process_time()
    rules = read_robots(hostile * 2)
    assert rules.allows("/" + "a" * 3000)
    assert time.process_time() - begun < 3


def test_a_robots_txt_that_is_no_text_allows_everything():
    assert read_robots(bytes(range(256)) * 100).allows("/a")
