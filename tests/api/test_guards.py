"""What stands before every request: who may be asked, how often, how much at once, how large, and how long."""

import asyncio
import time
from dataclasses import replace

import pytest
from starlette.responses import PlainTextResponse

from headwater.api import Limits, Rate, Served
from headwater.api.guards.headers import SAFE
from headwater.api.guards.hosts import KnownHosts
from headwater.api.guards.loads import BoundedLoad
from headwater.api.guards.rates import BoundedRates, client_of
from headwater.api.guards.sizes import BoundedSizes
from headwater.desk import open_desk


def request_of(path="/", method="GET", *, headers=(), client="192.0.2.1", body=(b"",)):
    """Return the scope and the messages of one request."""
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost"), *headers],
        "client": (client, 50_000),
        "scheme": "http",
    }
    messages = [{"type": "http.request", "body": part, "more_body": True} for part in body]
    messages[-1]["more_body"] = False
    return scope, messages


async def answered(app, scope, messages):
    """Return status, headers and body of the answer."""
    given = iter(messages)
    sent = []

    async def receive():
        return next(given, {"type": "http.disconnect"})

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:])


def ask(app, *args, **kwargs):
    return asyncio.run(answered(app, *request_of(*args, **kwargs)))


FINE = PlainTextResponse("fine")


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "192.0.2.7", "desk.example", "DESK.example:80"]
)
def test_known_hosts_are_let_in(served_with, host):
    with served_with(hosts=("desk.example",)) as client:
        assert client.get("/counts", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "desk.example.evil"]
)
def test_names_that_others_point_to_this_machine_are_refused(served_with, host):
    with served_with(hosts=("desk.example",)) as client:
        assert client.get("/counts", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "hosts", [[], [b"localhost", b"localhost"], [b"local host"], [b"localhost/x"], [b""], [b"a@localhost"]]
)
def test_a_request_names_one_host(hosts):
    scope, messages = request_of()
    scope["headers"] = [(b"host", host) for host in hosts]
    assert asyncio.run(answered(KnownHosts(FINE, ()), scope, messages))[0] == 400


def test_reading_and_writing_have_their_own_rates_for_each_client():
    limits = Limits(reads=Rate(burst=3, per_second=0.001), writes=Rate(burst=1, per_second=0.001))
    app = BoundedRates(FINE, limits)
    assert [ask(app)[0] for _ in range(4)] == [200, 200, 200, 429]
    assert [ask(app, method="POST")[0] for _ in range(2)] == [200, 429]
    assert ask(app, client="192.0.2.2")[0] == 200
    assert int(ask(app)[1]["retry-after"]) >= 1


def test_one_client_cannot_have_many_addresses_of_one_network():
    assert client_of({"client": ("2001:db8::1", 1)}) == client_of({"client": ("2001:db8::ffff:2", 1)})


def test_wrong_tokens_use_up_the_rate_of_writing(served_with):
    limits = replace(Limits(), writes=Rate(burst=2, per_second=0.001))
    with served_with(limits=limits) as client:
        tried = [
            client.post("/corrections", json={}, headers={"Authorization": "Bearer x"}).status_code for _ in range(3)
        ]
    assert tried == [401, 401, 429]


def test_what_takes_too_long_is_told():
    async def slow(*_):
        await asyncio.sleep(5)

    began = time.monotonic()
    status, headers, _ = ask(BoundedLoad(slow, replace(Limits(), seconds=0.05)))
    assert (status, headers["content-type"]) == (503, "application/problem+json")
    assert time.monotonic() - began < 2


def test_a_body_that_never_comes_is_given_up_on(made):
    async def never():
        await asyncio.sleep(5)

    async def stalled(served):
        app = BoundedLoad(BoundedSizes(FINE, served), served.limits)
        sent = []

        async def send(message):
            sent.append(message)

        await app(request_of(method="POST")[0], never, send)
        return sent[0]["status"]

    with open_desk(made) as desk:
        served = Served(path=made, desk=desk, limits=replace(Limits(), upload_seconds=0.05))
        assert asyncio.run(stalled(served)) == 503


def test_only_so_many_are_answered_at_once():
    async def crowd():
        free = asyncio.Event()

        async def waiting(scope, receive, send):
            await free.wait()
            await FINE(scope, receive, send)

        app = BoundedLoad(waiting, replace(Limits(), in_flight=2))
        first = [asyncio.create_task(answered(app, *request_of())) for _ in range(2)]
        await asyncio.sleep(0)
        refused = await answered(app, *request_of())
        free.set()
        return (
            [(await each)[0] for each in first],
            refused[0],
            refused[1]["retry-after"],
            (await answered(app, *request_of()))[0],
        )

    assert asyncio.run(crowd()) == ([200, 200], 503, "2", 200)


def test_a_body_is_counted_as_it_comes(served_with):
    limits = replace(Limits(), body_bytes=1000)
    with served_with(limits=limits) as client:
        lying = {"Content-Type": "application/json", "Content-Length": "10"}
        answer = client.post(
            "/corrections", content=iter([b" " * 600, b" " * 600]), headers={"Content-Type": "application/json"}
        )
        assert answer.status_code == 413
        assert client.post("/corrections", content=b" " * 1001, headers=lying).status_code == 413


def test_only_who_has_the_token_may_send_much(served_with):
    limits = replace(Limits(), body_bytes=1000, upload_bytes=5000)
    token = {"Authorization": "Bearer hw_" + "A" * 43}
    with served_with(limits=limits) as client:
        assert client.post("/pages", content=b" " * 2000, headers={"Content-Type": "text/plain"}).status_code == 413
        big = client.post("/pages", content=b" " * 6000, headers={"Content-Type": "text/plain", **token})
        assert big.status_code == 413
        assert client.post("/corrections", content=b" " * 2000, headers=token).status_code == 413


def test_addresses_and_headers_are_bounded(served_with):
    with served_with() as client:
        assert client.get("/search", params={"words": "x" * 9000}).status_code == 414
        assert client.get("/counts", headers={"X-Long": "x" * 20_000}).status_code == 431
        assert client.get("/counts", headers={f"X-{n}": "x" for n in range(120)}).status_code == 431


@pytest.mark.parametrize("path", ["/counts", "/nowhere", "/stories/none", "/openapi.json"])
def test_every_answer_has_the_headers_that_keep_it_harmless(reader, path):
    answer = reader.get(path)
    for name, value in SAFE.items():
        assert name in answer.headers
        if name != "Cache-Control":
            assert answer.headers[name] == value
    assert "access-control-allow-origin" not in answer.headers


def test_refusals_are_harmless_as_well(served_with):
    with served_with() as client:
        answer = client.get("/counts", headers={"Host": "evil.example"})
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_fault_says_nothing_of_its_inside(served_with, monkeypatch):
    def broken(_self):
        raise ValueError("secret at /srv/news/inside.py")

    monkeypatch.setattr("headwater.desk.kept.StoredDesk.counts", broken)
    with served_with() as client:
        answer = client.get("/counts")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
