"""Feeds and their links, end to end."""

from headwater.model import Page, Rejected
from tests.fetching.serving import item, page, rss, sending


def test_a_feed_gives_the_pages_that_it_links_to(serve, look):
    server = serve({"/a": page("Rain fell in Orvale.")})
    source = "<source url='http://agency.example/'>Agency Ost</source><author>Ana Ruiz</author>"
    server.routes["/feed"] = rss(item(server.url("/a"), more=source))
    [found] = look(server.url("/feed"))
    assert isinstance(found, Page)
