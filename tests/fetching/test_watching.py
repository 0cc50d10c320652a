"""Feeds and their links, end to end: what comes, when, and what is remembered."""

import threading
from dataclasses import replace
from itertools import pairwise

import pytest

from headwater.errors import UsageError
from headwater.fetching import FetchSettings, Machine, Remembered, watch
from headwater.fetching.settings import DAY, HOUR
from headwater.model import FeedItem, Page, Rejected
from tests.fetching.serving import DATE, item, page, redirecting, rss, sending

NEWS = "Rain fell in Orvale."


def contents(records):
    return [record.content.decode() for record in records if isinstance(record, Page)]


def test_a_link_of_a_feed_is_fetched_and_keeps_what_the_item_says_of_it(serve, look):
    server = serve({"/a?b=1": page(NEWS)})
    more = (
        "<source url='http://agency.example/'>Agency Ost</source><author>Ana Ruiz</author>"
        "<category>weather</category><pubDate>Tue, 17 May 2033 10:00:00 GMT</pubDate>"
    )
    server.routes["/feed"] = rss(item(server.url("/a?b=1#top"), more=more))
    [found] = look(server.url("/feed"))
    assert NEWS.encode() in found.content
    assert (found.media, found.declared) == ("html", "utf-8")
    assert found.place.file == server.url("/a?b=1#top"), "as it is listed"
    assert found.place.url == server.url("/a?b=1")
    assert found.place.member == ""
    assert found.place.saved == "2033-05-18T03:33:20+00:00", "the server's Date, not our clock"
    assert found.summary == FeedItem(
        title="Rain",
        outlet="Agency Ost",
        authors=("Ana Ruiz",),
        published="2033-05-17T10:00:00+00:00",
        tags=("weather",),
    )


def test_a_page_is_found_where_its_redirects_end(serve, look):
    server = serve({"/a": redirecting("b"), "/b": redirecting("/c#part", status=b"301 Moved"), "/c": page(NEWS)})
    [found] = look(server.url("/a"))
    assert (found.place.file, found.place.url) == (server.url("/a"), server.url("/c"))
    assert server.paths == ["/a", "/b", "/c"]


@pytest.mark.parametrize(
    "date", ["yesterday", "Wed, 18 May 2033 03:33:20", "Wed, 99 May 2033 03:33:20 GMT", "2033-05-18"]
)
def test_a_date_that_is_none_is_not_replaced_by_our_clock(serve, look, date):
    server = serve({"/a": page(NEWS).replace(DATE, date.encode())})
    [found] = look(server.url("/a"))
    assert found.place.saved is None


def test_what_was_fetched_is_not_fetched_again_by_a_later_run(serve, look):
    server = serve({"/a": page(NEWS)})
    server.routes["/feed"] = rss(item(server.url("/a")))
    assert len(look(server.url("/feed"))) == 1
    assert look(server.url("/feed")) == []
    assert server.paths == ["/feed", "/a", "/feed"]


def test_validators_are_sent_back_and_a_304_gives_nothing(serve, look, memory):
    def feed(asked):
        known = asked.headers.get("if-none-match") == '"v1"'
        return sending(b"", status=b"304 Not Modified") if known else whole

    server = serve({"/a": page(NEWS), "/feed": feed})
    last = "Last-Modified: Tue, 17 May 2033 10:00:00 GMT"
    whole = rss(item(server.url("/a"))).replace(b"\r\n\r\n", b'\r\nETag: "v1"\r\n' + last.encode() + b"\r\n\r\n", 1)
    assert len(look(server.url("/feed"))) == 1
    assert look(server.url("/feed")) == []
    again = server.asked[-1]
    assert again.headers["if-none-match"] == '"v1"'
    assert again.headers["if-modified-since"] == "Tue, 17 May 2033 10:00:00 GMT"
    assert memory.recall(server.url("/feed")).failures == 0


def test_validators_go_only_to_the_address_that_gave_them(serve, look):
    server = serve({"/old": redirecting("/new"), "/new": page(NEWS).replace(b"\r\n\r\n", b'\r\nETag: "v1"\r\n\r\n', 1)})
    look(server.url("/old"), rounds=2)
    sent = [(asked.path, asked.headers.get("if-none-match")) for asked in server.asked if asked.path != "/robots.txt"]
    assert sent == [("/old", None), ("/new", None), ("/old", None), ("/new", '"v1"')]


def test_a_page_that_changed_is_given_again_and_one_that_did_not_is_not(serve, look):
    versions = iter([page("Five were hurt."), page("Five were hurt."), page("Six were hurt.")])
    server = serve({"/a": lambda _: next(versions)})
    found = look(server.url("/a"), rounds=3)
    assert ["Five" in text for text in contents(found)] == [True, False]


def test_an_item_with_a_later_date_is_fetched_again(serve, look, clock):
    server = serve({"/a": page(NEWS)})
    dated = "<pubDate>Tue, 17 May 2033 {}:00:00 GMT</pubDate>".format
    server.routes["/feed"] = rss(item(server.url("/a"), more=dated(10)))
    look(server.url("/feed"))
    server.routes.update({"/a": page("Rain fell in Lowmark."), "/feed": rss(item(server.url("/a"), more=dated(11)))})
    clock.time += HOUR
    [found] = look(server.url("/feed"))
    assert "Lowmark" in contents([found])[0]


def test_a_feed_that_dates_every_item_now_does_not_have_us_fetch_them_all_the_time(serve, look):
    server = serve({"/a": page(NEWS)})
    server.routes["/feed"] = lambda asked: rss(
        item(server.url("/a"), more=f"<pubDate>Wed, 18 May 2033 04:{asked.time % 3600 // 60:02.0f}:00 GMT</pubDate>")
    )
    look(server.url("/feed"), rounds=6)
    times = [asked.time for asked in server.asked if asked.path == "/a"]
    assert 2 <= len(times) <= 3
    assert all(later - earlier >= HOUR / 2 for earlier, later in pairwise(times))


def test_a_page_is_asked_for_again_after_hours_to_see_silent_changes(serve, look):
    server = serve({"/a": lambda asked: page(f"Version of day {asked.time // DAY:.0f}.")})
    server.routes["/feed"] = rss(item(server.url("/a")))
    found = look(server.url("/feed"), rounds=80, interval=HOUR, recheck=6 * HOUR, recheck_until=2 * DAY)
    asked = server.paths.count("/a")
    assert 7 <= asked <= 9, "every six hours for two days, then no more"
    assert len(found) == 2


def test_a_recheck_that_fails_waits_like_any_other(serve, look):
    server = serve({})
    replies = iter([page(NEWS)])
    server.routes["/a"] = lambda _: next(replies, sending(b"", status=b"500 Oh"))
    feed = [rss(item(server.url("/a"))).replace(b"\r\n\r\n", b'\r\nETag: "v1"\r\n\r\n', 1)]
    server.routes["/feed"] = lambda _: feed.pop() if feed else sending(b"", status=b"304 Not Modified")
    found = look(server.url("/feed"), rounds=60, recheck=HOUR)
    assert len(found) == 1
    times = [asked.time for asked in server.asked if asked.path == "/a"]
    pauses = [later - earlier for earlier, later in pairwise(times)]
    assert pauses[0] >= HOUR
    assert all(pause >= 300 * 2**number for number, pause in enumerate(pauses[1:]))


def test_two_feeds_that_list_one_page_fetch_it_once(serve, look):
    server = serve({"/a": page(NEWS)})
    server.routes["/one"] = rss(item(server.url("/a"), more="<pubDate>Tue, 17 May 2033 10:00:00 GMT</pubDate>"))
    server.routes["/two"] = rss(item(server.url("/a")))
    look(server.url("/one"), server.url("/two"), rounds=4)
    assert server.paths.count("/a") == 1


def test_a_source_named_twice_is_watched_once(serve, look):
    server = serve({"/a": page(NEWS)})
    assert len(look(server.url("/a"), server.url("/a"))) == 1
    assert server.paths == ["/a"]


@pytest.mark.parametrize("status", [b"401 Unauthorized", b"403 Forbidden", b"404 Not Found", b"410 Gone"])
def test_an_item_whose_link_cannot_be_had_gives_its_own_words(serve, look, status):
    server = serve({"/a": sending(b"", status=status)})
    server.routes["/feed"] = rss(item(server.url("/a"), words="Rain fell on Lowmark."))
    [found] = look(server.url("/feed"), rounds=3)
    assert found.content == b"Rain fell on Lowmark."
    assert (found.place.file, found.place.member) == (server.url("/feed"), server.url("/a"))
    assert found.place.url == server.url("/a")
    assert found.summary.outlet == "The Vale Post"
    assert server.paths.count("/a") == 1


def test_an_item_without_words_whose_link_cannot_be_had_is_rejected_once(serve, look):
    server = serve({})
    server.routes["/feed"] = rss(item(server.url("/gone")))
    [found] = look(server.url("/feed"), rounds=3)
    assert isinstance(found, Rejected)
    assert found.file == server.url("/gone")
    assert "valepost.example has no such page (404)" in found.detail


def test_an_item_without_a_link_gives_its_words_once(serve, look):
    bare = "<item><title>Rain</title><description>Rain fell.</description></item>"
    server = serve({"/feed": rss(bare, bare)})
    [found] = look(server.url("/feed"), rounds=2)
    assert found.content == b"Rain fell."


def test_a_page_that_was_had_before_does_not_give_way_to_the_items_words(serve, look, clock):
    server = serve({"/a": page(NEWS)})
    server.routes["/feed"] = rss(item(server.url("/a"), words="Short."))
    look(server.url("/feed"))
    server.routes["/a"] = sending(b"", status=b"410 Gone")
    clock.time += HOUR
    dated = "<pubDate>Wed, 18 May 2033 03:00:00 GMT</pubDate>"
    server.routes["/feed"] = rss(item(server.url("/a"), words="Short.", more=dated))
    [found] = look(server.url("/feed"))
    assert (found.reason, found.file) == ("unreadable", server.url("/a"))
    assert "taken the page away" in found.detail


def test_a_page_that_fails_is_tried_in_later_rounds_and_then_given_up_for_the_items_words(serve, look):
    server = serve({"/a": sending(b"", status=b"500 Oh")})
    server.routes["/feed"] = rss(item(server.url("/a"), words="Rain fell."))
    [found] = look(server.url("/feed"), rounds=12)
    assert found.content == b"Rain fell."
    assert server.paths.count("/a") == 4


def test_a_page_without_words_in_its_item_is_tried_for_hours_before_it_is_rejected(serve, look, clock):
    server = serve({"/a": sending(b"", status=b"500 Oh")})
    server.routes["/feed"] = rss(item(server.url("/a")))
    begun = clock.time
    [found] = look(server.url("/feed"), rounds=20, interval=HOUR)
    assert "status 500" in found.detail
    assert server.paths.count("/a") == 8
    assert [asked.time for asked in server.asked if asked.path == "/a"][-1] - begun > 10 * HOUR


def test_trouble_is_told_again_after_the_source_was_well(serve, look):
    replies = iter([404, 404, 200, 200, 404])
    server = serve({})
    server.routes["/a"] = lambda _: page(NEWS) if next(replies) == 200 else sending(b"", status=b"404 Not Found")
    assert [type(record).__name__ for record in look(server.url("/a"), rounds=5)] == ["Rejected", "Page", "Rejected"]


def test_a_page_that_failed_comes_when_the_server_is_well_again(serve, look):
    replies = iter([sending(b"", status=b"500 Oh"), sending(b"", status=b"502 Oh"), page(NEWS)])
    server = serve({"/a": lambda _: next(replies)})
    server.routes["/feed"] = rss(item(server.url("/a"), words="Short."))
    [found] = look(server.url("/feed"), rounds=5)
    assert NEWS in contents([found])[0]


def test_ten_thousand_links_are_fetched_a_hundred_a_round_and_none_is_lost(serve, look, memory):
    """Here 200 and 30, so that the test stays quick; the numbers play no part."""
    server = serve({f"/{n}": page(f"Rain number {n}.") for n in range(200)})
    links = [item(server.url(f"/{n}", host=f"h{n % 10}.example")) for n in range(200)]
    server.routes["/feed"] = rss(*links)
    feed = server.url("/feed")
    first = look(feed, links_a_round=30)
    assert len(first) == 30
    assert memory.recall(feed) is None, "not read to its end: the next run lists the rest again"
    rest = look(feed, links_a_round=30, rounds=8)
    assert {record.content for record in (*first, *rest)} == {
        server.routes[f"/{n}"].split(b"\r\n\r\n", 1)[1] for n in range(200)
    }
    assert memory.recall(feed).seen


def test_links_that_leave_the_feed_while_they_wait_are_fetched_all_the_same(serve, look):
    server = serve({f"/{n}": page(f"Rain {n}.") for n in range(6)})
    feeds = iter([rss(*(item(server.url(f"/{n}")) for n in range(5))), rss(item(server.url("/5")))])
    server.routes["/feed"] = lambda _: next(feeds, sending(b"", status=b"304 Not Modified"))
    found = look(server.url("/feed"), links_a_round=2, rounds=2)
    assert [path for path in server.paths if path != "/feed"] == ["/0", "/1", "/5", "/2"], "news before what waits"
    assert len(found) == 4


def test_a_page_is_remembered_only_when_a_later_record_is_asked_for(serve, watching, memory):
    server = serve({"/a": page(NEWS)})
    server.routes["/feed"] = rss(item(server.url("/a")))
    records = watching(server.url("/feed"))
    next(records)
    records.close()
    assert memory.recall(server.url("/a")) is None, "whoever dies with the page in hand is given it again"
    assert memory.recall(server.url("/feed")) is None
    assert len(list(watching(server.url("/feed")))) == 1


def portals():
    """The threads in which requests run now, those of other tests in this process among them."""
    return {thread for thread in threading.enumerate() if "portal" in thread.name}


def test_leaving_in_the_middle_ends_every_request(serve, watching):
    before = portals()

    def never(asked):
        server.hold.wait(5)
        return page(asked.path)

    server = serve({"/a": page(NEWS), "/slow": never})
    server.hold = threading.Event()
    records = watching(server.url("/slow", host="slow.example"), server.url("/a"))
    assert NEWS in contents([next(records)])[0]
    records.close()
    server.hold.set()
    assert not portals() - before


def test_ctrl_c_leaves_cleanly(serve, names, memory, clock):
    before = portals()

    def interrupted(_seconds):
        raise KeyboardInterrupt

    server = serve({"/a": page(NEWS)})
    machine = Machine(now=clock.now, sleep=interrupted, resolve=names)
    settings = FetchSettings(allow_private=True)
    with pytest.raises(KeyboardInterrupt):
        list(watch([server.url("/a")], memory=memory, settings=settings, machine=machine))
    assert not portals() - before


def test_a_source_is_looked_at_by_its_interval(serve, look):
    server = serve({"/a": page(NEWS)})
    look(server.url("/a"), rounds=3, interval=600.0)
    times = [asked.time for asked in server.asked if asked.path == "/a"]
    assert [later - earlier for earlier, later in pairwise(times)] == [600.0, 600.0]


@pytest.mark.parametrize(
    ("said", "header", "seconds"),
    [
        ("<ttl>20</ttl>", "X: y", 1200),
        ("", "Cache-Control: public, max-age=900", 900),
        ("<ttl>1</ttl>", "X: y", 300),
        ("<ttl>100000</ttl>", "X: y", 3600),
        ("", "Cache-Control: s-maxage=900, max-age=0", 600),
        ("<ttl>-5</ttl>", "Cache-Control: max-age=soon", 600),
    ],
)
def test_a_feed_may_say_how_often_within_bounds(serve, look, said, header, seconds):
    server = serve({})
    server.routes["/feed"] = rss(item("", words="Rain."), head=said).replace(
        b"\r\n\r\n", b"\r\n%b\r\n\r\n" % header.encode(), 1
    )
    look(server.url("/feed"), rounds=2)
    first, second = (asked.time for asked in server.asked if asked.path == "/feed")
    assert second - first == seconds


def test_a_source_that_fails_is_left_alone_for_longer_each_time_and_told_once(serve, look):
    server = serve({"/feed": sending(b"", status=b"404 Not Found")})
    [found] = look(server.url("/feed"), rounds=4, interval=600.0)
    assert (found.file, found.reason) == (server.url("/feed"), "unreadable")
    times = [asked.time for asked in server.asked if asked.path == "/feed"]
    assert [later - earlier for earlier, later in pairwise(times)] == [600.0, 1200.0, 2400.0]


def test_a_later_run_leaves_a_source_alone_that_failed_just_now(serve, look, clock):
    server = serve({"/feed": sending(b"", status=b"404 Not Found")})
    look(server.url("/feed"))
    [found] = look(server.url("/feed"))
    assert "left alone for now" in found.detail
    assert server.paths == ["/feed"]
    clock.time += DAY
    server.routes["/feed"] = page(NEWS)
    assert NEWS in contents(look(server.url("/feed")))[0]


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        (b"image/png", b"\x89PNG\r\n", "not a page"),
        (b"application/pdf", b"%PDF-1.7", "not a page"),
        (b"text/html", b"\x89PNG\r\n\x00\x00", "binary"),
        (b"application/json", b'{"text": "A ready article with an outlet of its own."}', "not a page"),
        (b"text/css", b"body { color: red }", "not a page"),
        (b"text/html", b"WARC/1.0\r\n", "not a page"),
        (b"text/html", b"<rss version='2.0'><channel/></rss>", "not a page"),
        (b"text/html", b" \n ", "empty"),
    ],
)
def test_a_link_to_what_is_no_page_is_rejected(serve, look, kind, body, reason):
    server = serve({"/a": sending(body, kind=kind)})
    server.routes["/feed"] = rss(item(server.url("/a")))
    [found] = look(server.url("/feed"))
    assert (found.file, found.reason) == (server.url("/a"), reason)


def test_plain_text_is_a_page(serve, look):
    server = serve({"/a": sending("Rain fell in Orvale.", kind=b"text/plain; charset=iso-8859-2")})
    [found] = look(server.url("/a"))
    assert (found.media, found.declared) == ("text", "iso-8859-2")


def test_every_record_of_the_memory_is_made_of_plain_values():
    assert all(isinstance(getattr(Remembered(), name), str | int | float | None) for name in Remembered.__slots__)
    assert replace(Remembered(), seen="x").seen == "x"


@pytest.mark.parametrize("contact", ["a\r\nX: y", "a (b)", "å"])
def test_a_contact_that_would_break_the_header_is_refused(contact):
    with pytest.raises(UsageError, match="contact"):
        FetchSettings(contact=contact)


def test_requests_are_signed_with_name_version_and_contact(serve, look):
    server = serve({"/a": page(NEWS)})
    look(server.url("/a"), contact="desk@valepost.example")
    assert {asked.headers["user-agent"] for asked in server.asked} == {
        FetchSettings(contact="desk@valepost.example").user_agent
    }
    assert server.asked[0].headers["user-agent"].startswith("Headwater/")
