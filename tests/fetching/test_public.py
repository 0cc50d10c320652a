"""Public addresses only: whatever a name, a feed or a redirect says, nothing inside the own network is asked."""

import pytest

from headwater.fetching import watch
from headwater.fetching.addresses import Address, address_of
from headwater.fetching.exchanged import Fault
from headwater.fetching.public import is_public
from headwater.model import Page, Rejected
from tests.fetching.serving import item, page, redirecting, rss

NEWS = "Rain fell in Orvale."
PUBLIC = "93.184.215.14"
OTHER_PUBLIC = "2606:2800:220:1::7"
PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104 - an address to refuse
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",  # where clouds tell their secrets
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "192.88.99.1",
    "198.18.0.1",
    "192.0.2.1",
    "224.0.0.1",
    "239.255.255.250",
    "255.255.255.255",
    "240.0.0.1",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%1",
    "2606:2800::1%1",
    "fec0::1",
    "ff02::1",
    "100::1",
    "no address",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_known(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, OTHER_PUBLIC, "1.1.1.1", "64:ff9b::101:101", "::ffff:1.1.1.1"])
def test_an_address_that_is_public_is_known(address):
    assert is_public(address)


def at_public(internet, names, server, host="valepost.example", ip=PUBLIC):
    """Let a name lead to a public address, at which a local server answers."""
    where, _ = internet
    where[ip] = server.port
    names.answers[host] = [ip]


def test_a_public_server_is_asked_at_the_address_that_was_checked(serve, look, internet, names):
    server = serve({"/a": page(NEWS)})
    at_public(internet, names, server)
    [found] = look("http://valepost.example/a", allow_private=False)
    assert isinstance(found, Page)
    assert set(internet[1]) == {PUBLIC}, "the connection is made to the address, not to the name"
    assert {asked.headers["host"] for asked in server.asked} == {"valepost.example"}


@pytest.mark.parametrize("address", [one for one in PRIVATE if "%" not in one and one != "no address"])
def test_a_name_that_leads_inside_is_refused(look, internet, names, address):
    names.answers["inside.example"] = [address]
    [found] = look("http://inside.example/", allow_private=False)
    assert (found.reason, "no public address" in found.detail) == ("unreadable", True)
    assert internet[1] == []


@pytest.mark.parametrize(
    "source",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://0177.0.0.1/",
    ],
)
def test_spellings_of_this_machine_are_refused(internet, source):
    """With the system's own resolver, which knows all of them without a network."""
    [found] = watch([source], rounds=1)
    assert isinstance(found, Rejected)
    assert internet[1] == []


def test_rebinding_cannot_work_because_nothing_is_resolved_twice(serve, look, internet, names):
    secret = serve({"/robots.txt": page("secret"), "/a": page("secret")})
    server = serve({"/a": page(NEWS)})
    internet[0].update({PUBLIC: server.port, "127.0.0.1": secret.port})
    answers = iter([[PUBLIC], [PUBLIC], ["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]])
    names.answers["rebind.example"] = lambda: next(answers)
    [found] = look("http://rebind.example/a", allow_private=False)
    assert isinstance(found, Page)
    assert len(names.asked) == 2, "once for robots.txt, once for the page: each connection at the address just checked"
    assert internet[1] == [PUBLIC, PUBLIC]
    assert secret.asked == []


def test_a_name_that_turns_inside_between_two_requests_is_refused_then(serve, look, internet, names):
    secret = serve({"/a": page("secret")})
    server = serve({})
    internet[0].update({PUBLIC: server.port, "127.0.0.1": secret.port})
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    names.answers["rebind.example"] = lambda: next(answers)
    [found] = look("http://rebind.example/a", allow_private=False)
    assert "no public address" in found.detail
    assert secret.asked == []
    assert internet[1] == [PUBLIC]


def test_of_several_addresses_only_the_public_ones_are_tried(serve, look, internet, names):
    server = serve({"/a": page(NEWS)})
    internet[0][PUBLIC] = server.port
    names.answers["mixed.example"] = ["10.0.0.1", OTHER_PUBLIC, PUBLIC]
    [found] = look("http://mixed.example/a", allow_private=False)
    assert isinstance(found, Page)
    assert internet[1] == [OTHER_PUBLIC, PUBLIC] * 2, "the next address where one cannot be reached"


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://inside.example/",
        "//inside.example/",
        "http://inside.example:8080/",
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "gopher://inside.example/",
        "ftp://valepost.example/",
        "javascript:alert(1)",
        "data:text/html,hello",
        "http://ana:secret@valepost.example/",
        "http://valepost.example:22/",
        "http://valepost.example:99999/",
        "http://",
        "http://[",
        "http://[::1",
        "http:///",
        "http://\u00e9\u2028.example:x/",
        "",
        "/" + "a" * 10_000,
        "http://valepost.example\\@inside.example/",
        "http://" + "a" * 300 + ".example/",
    ],
)
def test_a_redirect_to_where_we_do_not_go_is_refused(serve, look, internet, names, location):
    server = serve({"/a": redirecting(location.encode().decode("latin-1"))})
    at_public(internet, names, server)
    names.answers.update(
        {
            "inside.example": ["10.0.0.1"],
            "127.0.0.1": ["127.0.0.1"],
            "169.254.169.254": ["169.254.169.254"],
            "::1": ["::1"],
        }
    )
    records = look("http://valepost.example/a", allow_private=False)
    assert [type(record) for record in records] == [Rejected]
    assert set(internet[1]) <= {PUBLIC}


def test_a_redirect_goes_round_in_circles_only_so_often(serve, look):
    server = serve({"/a": redirecting("/b"), "/b": redirecting("/a")})
    [found] = look(server.url("/a"))
    assert "more than 5 redirects" in found.detail
    assert len(server.paths) == 6


def test_a_link_of_a_feed_to_the_inside_is_refused(serve, look, internet, names):
    server = serve({})
    at_public(internet, names, server)
    names.answers["127.0.0.1"] = ["127.0.0.1"]
    server.routes["/feed"] = rss(
        item("http://127.0.0.1/admin"), item("file:///etc/passwd"), item("http://a:b@c.example/")
    )
    records = look("http://valepost.example/feed", allow_private=False)
    assert [record.reason for record in records] == ["unreadable"] * 3
    assert set(internet[1]) == {PUBLIC}


def test_settings_of_the_environment_are_left_alone(serve, look, monkeypatch):
    server = serve({"/a": page(NEWS)})
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert isinstance(look(server.url("/a"))[0], Page)


@pytest.mark.parametrize(
    "written",
    [
        "http://a.example:25/",
        "ftp://a.example/",
        "http:a.example",
        "https://",
        "http://a%20b.example/",
        "http://a`b.example/",
        "http://-a.example/",
        "http://a.example%0d%0aX:y/",
        "http://[::1]x/",
        "http://[x]/",
    ],
)
def test_an_address_that_is_not_the_webs_is_refused(written):
    assert isinstance(address_of(written), Fault)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("https://A.Example:443/x?y=1#z", "https://a.example/x?y=1"),
        ("http://a.example:8080", "http://a.example:8080/"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("http://a.example./", "http://a.example./"),
    ],
)
def test_an_address_has_one_form(written, text):
    assert address_of(written) == Address(text=text)
    assert not Address(text=text).host.endswith(".")
