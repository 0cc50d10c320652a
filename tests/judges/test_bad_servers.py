"""Servers that are away, slow, broken or lying: each costs a bounded time, and the comparison goes on."""

import json
import socket
import threading
import time

import pytest

from headwater.judges import ChatJudge, ChatSettings, judge_line

RAIN = ("It rained in Lowmark.", "Lowmark stayed dry.")
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def quick(judge, pairs):
    """Return what the judge says and in how many seconds."""
    started = time.monotonic()
    return judge(pairs), time.monotonic() - started


def dripping(head, drop, pause=0.02):
    """Answer for ever, a little at a time."""

    def reply(_):
        yield head
        while True:
            yield drop
            threading.Event().wait(pause)

    return reply


def flooding(head):
    """Answer for ever, as fast as the wire takes it."""

    def reply(_):
        yield head
        while True:
            yield b"10000\r\n" + b" " * 0x10000 + b"\r\n"

    return reply


def waiting(_):
    threading.Event().wait(1)
    return b""


@pytest.mark.parametrize(
    "reply",
    [
        waiting,
        dripping(CHUNKED, b"1\r\n \r\n"),
        dripping(b"HTTP/1.1 200 OK\r\n", b"X-More: rain\r\n"),
        dripping(b"HTTP/1.1 ", b"2"),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        dripping(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{}", b"", pause=1),
    ],
    ids=["silent", "body drips", "headers drip", "status drips", "always continue", "body shorter than it says"],
)
def test_one_request_takes_no_longer_than_its_seconds_however_it_is_delayed(serve, judge_at, reply):
    judge = judge_at(serve(reply), seconds=0.15)
    said, took = quick(judge, [RAIN])
    assert said == [None]
    assert took < 2
    assert judge.report.fates == (("timed out", 1),)
    assert "takes too long" in judge.report.troubles[0]


def test_a_body_without_end_is_cut_off(serve, judge_at):
    judge = judge_at(serve(flooding(CHUNKED)))
    said, took = quick(judge, [RAIN])
    assert (said, judge.report.fates) == ([None], (("too large", 1),))
    assert took < 3


def test_headers_without_end_are_cut_off(serve, judge_at):
    judge = judge_at(serve(dripping(b"HTTP/1.1 200 OK\r\n", b"X: " + b"y" * 60_000 + b"\r\n", pause=0)), retries=0)
    assert (judge([RAIN]), judge.report.fates) == ([None], (("broken reply", 1),))


def test_a_length_of_a_gigabyte_is_not_believed(serve, judge_at):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"
    judge = judge_at(serve(lambda _: [head, b" " * 200_000]))
    assert (judge([RAIN]), judge.report.fates) == ([None], (("too large", 1),))


def test_what_follows_one_reply_does_not_reach_the_next(serve, judge_at, saying, pairs):
    lies = [saying("opposed") + saying("same"), saying("opposed")]
    server = serve(lambda asked: lies[min(asked.number, 1)])
    judgements = judge_at(server, parallel=1)(pairs(3))
    assert [judgement.relation for judgement in judgements] == ["contradicts"] * 3
    assert len(server.asked) == 3


def test_a_packed_reply_is_not_unpacked(serve, judge_at, sending):
    body = json.dumps({"choices": [{"message": {"content": "same"}}]}).encode()
    judge = judge_at(serve(sending(body + b"\x1f\x8b", headers=b"Content-Encoding: gzip\r\n")))
    assert (judge([RAIN]), judge.report.fates) == ([None], (("broken reply", 1),))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"same",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 60_000,
        b'{"choices": []}',
        b'{"choices": {}}',
        b'{"choices": [{"text": "same"}]}',
        b'{"choices": [{"message": {}}]}',
        b'{"choices": [{"message": {"content": ["same"]}}]}',
        b'{"choices": [{"message": {"content": "same"}}, {"message": {"content": "opposed"}}]}',
        b'{"error": {"message": "same"}}',
        b'{"choices": ' + b"9" * 20_000 + b"}",
    ],
)
def test_a_reply_of_another_shape_is_no_answer(serve, judge_at, sending, body):
    judge = judge_at(serve(sending(body)))
    assert (judge([RAIN]), judge.report.fates) == ([None], (("broken reply", 1),))
    assert "does not speak the OpenAI chat protocol" in judge.report.troubles[0]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"rain\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{}",
        CHUNKED + b"5\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Length: rain\r\n\r\n",
    ],
    ids=["closes at once", "no http", "closes mid-body", "closes mid-chunk", "no length"],
)
def test_a_connection_that_breaks_is_tried_again(serve, judge_at, saying, broken):
    server = serve(lambda asked: saying("same") if asked.number == 2 else broken)
    (judgement,) = judge_at(server, retries=2)([RAIN])
    assert judgement.relation == "supports"
    assert len(server.asked) == 3
    failing = judge_at(serve(broken), retries=1)
    assert (failing([("A vote.", "No vote.")]), failing.report.fates) == ([None], (("broken reply", 1),))


@pytest.mark.parametrize("status", [b"500 fault", b"502 fault", b"503 fault", b"429 too many"])
def test_a_server_in_trouble_is_asked_again(serve, judge_at, saying, sending, status):
    server = serve(lambda asked: saying("same") if asked.number == 2 else sending(b"{}", status))
    judge = judge_at(server, retries=2)
    assert judge([RAIN])[0].relation == "supports"
    assert len(server.asked) == 3
    assert judge_line(judge.report) == "judge m: 1 asked"


def test_a_server_is_left_alone_as_long_as_it_asks_for(serve, judge_at, saying, sending):
    dates = b"Date: Sat, 02 May 2026 10:00:00 GMT\r\nRetry-After: Sat, 02 May 2026 10:00:01 GMT\r\n"
    replies = [sending(b"", b"503 busy", dates), saying("same")]
    server = serve(lambda asked: replies[asked.number])
    said, took = quick(judge_at(server), [RAIN])
    assert said[0].relation == "supports"
    assert 1 <= took < 3


@pytest.mark.parametrize(("asked_for", "settings"), [(b"2", {"total_seconds": 1.0}), (b"999999999999", {})])
def test_more_patience_than_there_is_time_for_is_not_waited_for(serve, judge_at, sending, asked_for, settings):
    server = serve(sending(b"", b"429 too many", b"Retry-After: %b\r\n" % asked_for))
    judge = judge_at(server, **settings)
    said, took = quick(judge, [RAIN])
    assert (said, judge.report.fates) == ([None], (("error status", 1),))
    assert took < 0.9
    assert len(server.asked) == 1


def test_a_request_is_not_sent_elsewhere(serve, judge_at, sending):
    other = serve("same")
    location = b"Location: %b/chat/completions\r\n" % other.url.encode()
    judge = judge_at(serve(sending(b"", b"307 moved", location)))
    assert judge([RAIN]) == [None]
    assert other.asked == []
    assert "final address" in judge.report.troubles[0]
    assert other.url not in judge.report.troubles[0], "what the server wrote is not repeated"


def test_no_cookie_is_kept(serve, judge_at, sending, pairs):
    body = json.dumps({"choices": [{"message": {"content": "same"}}]}).encode()
    server = serve(sending(body, headers=b"Set-Cookie: reader=7\r\n"))
    judge_at(server, parallel=1)(pairs(2))
    assert [asked.headers.get("cookie") for asked in server.asked] == [None, None]


def test_no_proxy_is_used(serve, judge_at, monkeypatch):
    proxy = serve("opposed")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url)
    server = serve("same")
    assert judge_at(server)([RAIN])[0].relation == "supports"
    assert proxy.asked == []


def test_an_endpoint_that_cannot_be_reached_costs_one_pair_and_is_named_once(cache, pairs):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    url = f"http://127.0.0.1:{port}/v1"
    judge = ChatJudge(ChatSettings(model="m", cache=cache, endpoint=url, backoff=0.001))
    said, took = quick(judge, pairs(100))
    assert said == [None] * 100
    assert took < 3
    assert judge.report.fates == (("unreachable", 1), ("given up", 99))
    (trouble,) = judge.report.troubles
    assert f"cannot reach {url}/chat/completions" in trouble
    assert "compared without the judge" in trouble
    judge(pairs(110))
    assert judge_line(judge.report) == "judge m: 1 asked, 1 unreachable, 109 given up"


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "HEADWATER_JUDGE_KEY"), (403, "HEADWATER_JUDGE_KEY"), (404, "does it know the model “m”")],
)
def test_what_every_pair_would_meet_ends_the_asking(serve, judge_at, pairs, status, says):
    server = serve(b'HTTP/1.1 %d \x1b[31mgo\r\n\r\n{"error": "\x1b[31mgo"}' % status)
    judge = judge_at(server)
    judge(pairs(30))
    assert len(server.asked) == 1
    (trouble,) = judge.report.troubles
    assert f"answers {status}" in trouble
    assert says in trouble
    assert "\x1b" not in trouble


def test_failures_in_a_row_end_the_asking(serve, judge_at, sending, saying, pairs):
    server = serve(lambda asked: saying("same") if asked.number < 3 else sending(b"", b"500 fault"))
    judge = judge_at(server, retries=0, parallel=1, budget=1000)
    judge(pairs(1000))
    assert judge.report.fates == (("answered", 3), ("error status", 5), ("given up", 992))
    (trouble,) = judge.report.troubles
    assert "run again later" in trouble
    assert "compared without the judge" in trouble


def test_a_thousand_pairs_at_a_silent_server_do_not_each_time_out(serve, judge_at, pairs):
    judge = judge_at(serve(waiting), seconds=0.05)
    said, took = quick(judge, pairs(200))
    assert said == [None] * 200
    assert took < 3
    assert judge.report.count("given up") > 180


def test_what_one_text_brings_about_does_not_end_the_judging_of_others(serve, judge_at, sending, saying, pairs):
    filtered = sending(b'{"error": "content filter"}', b"400 filtered")
    server = serve(lambda asked: saying("same") if asked.number > 20 else filtered)
    judge = judge_at(server, parallel=1)
    judge(pairs(22))
    assert judge.report.fates == (("answered", 1), ("error status", 21))


def test_a_run_takes_no_longer_than_all_its_seconds(serve, judge_at, saying, pairs):
    def slowly(_):
        threading.Event().wait(0.1)
        return saying("same")

    judge = judge_at(serve(slowly), parallel=2, total_seconds=0.35)
    said, took = quick(judge, pairs(50))
    assert took < 2
    answered = judge.report.count("answered")
    assert 0 < answered == sum(judgement is not None for judgement in said) < 10
    assert judge.report.count("timed out") > 0
    assert sum(count for _, count in judge.report.fates) == 50
    assert "0.35 seconds" in judge.report.troubles[-1]
    assert quick(judge, pairs(60))[1] < 0.3, "the next call has no time left"
