"""What may be set, and what is refused before anything is asked."""

import sys
from pathlib import Path

import pytest

from headwater.errors import MissingExtra, UsageError
from headwater.judges import ChatJudge, ChatSettings
from headwater.judges.settings import chat_address

ANY = Path("judge.jsonl")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://localhost:8080/v1", "http://localhost:8080/v1/chat/completions"),
        ("http://localhost:8080/v1/", "http://localhost:8080/v1/chat/completions"),
        ("http://127.0.0.1:8080/v1/chat/completions", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://[::1]:8080", "http://[::1]:8080/v1/chat/completions"),
        ("https://models.example.org/openai/v1", "https://models.example.org/openai/v1/chat/completions"),
    ],
)
def test_an_address_may_be_given_short_or_whole(url, address):
    assert chat_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:8080",
        "localhost",
        "ftp://localhost/v1",
        "http://",
        "http://localhost:rain/v1",
        "http://localhost:99999/v1",
        "http://[::1/v1",
        "http://;*[::%-([]]/v1",
        "http://local host/v1",
        "http://localhost/v1\r\nX-More: 1",
        "file:///etc/hosts",
    ],
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(UsageError, match="looks like http://localhost:8080/v1"):
        chat_address(url)


@pytest.mark.parametrize("url", ["http://ruiz:geheim@localhost/v1", "https://example.org/v1?key=geheim"])
def test_an_address_holds_no_secret(url):
    with pytest.raises(UsageError, match="HEADWATER_JUDGE_KEY") as caught:
        chat_address(url)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("host", ["models.example.org", "192.168.1.7", "localhost.example.org", "0.0.0.0"])  # noqa: S104
def test_plain_http_to_another_machine_must_be_allowed(host):
    with pytest.raises(UsageError, match=r"another machine.*--judge-plain-http"):
        ChatSettings(model="m", cache=ANY, endpoint=f"http://{host}:8080/v1")
    ChatSettings(model="m", cache=ANY, endpoint=f"http://{host}:8080/v1", plain_http=True)
    ChatSettings(model="m", cache=ANY, endpoint=f"https://{host}:8080/v1")


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": ""},
        {"model": "m\n"},
        {"budget": -1},
        {"retries": -1},
        {"parallel": 0},
        {"backoff": -1.0},
        {"backoff": float("nan")},
        {"seconds": 0.0},
        {"total_seconds": float("inf")},
        {"seconds": float("nan")},
    ],
)
def test_settings_that_cannot_work_are_refused(wrong):
    with pytest.raises(UsageError):
        ChatSettings(**{"model": "m", "cache": ANY, **wrong})


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "ключ"])
def test_an_unusable_key_is_refused_and_not_shown(monkeypatch, cache, key):
    monkeypatch.setenv("HEADWATER_JUDGE_KEY", key)
    with pytest.raises(UsageError, match="HEADWATER_JUDGE_KEY") as caught:
        ChatJudge(ChatSettings(model="m", cache=cache, endpoint="http://localhost:1/v1"))
    assert key not in str(caught.value)


def test_without_the_extra_the_fix_is_named_and_replaying_still_works(monkeypatch, cache):
    monkeypatch.delitem(sys.modules, "headwater.judges.endpoint", raising=False)
    monkeypatch.delitem(sys.modules, "headwater.judges.asking", raising=False)
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(MissingExtra, match=r"pip install 'headwater\[judge\]'"):
        ChatJudge(ChatSettings(model="m", cache=cache, endpoint="http://localhost:1/v1"))
    cache.write_text("")
    assert ChatJudge(ChatSettings(model="m", cache=cache))([("It rained.", "It was dry.")]) == [None]
