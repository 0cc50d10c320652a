"""`headwater serve` as a process: where it listens, who may write, and what it refuses to do by oversight."""

import re
import socket
import subprocess
import sys
import urllib.request

import pytest

from headwater.api.tokens import key_from, token_file
from headwater.cli.serving import is_loopback, serve_desk
from headwater.errors import StoreError, UsageError

PLAIN = {
    "host": "127.0.0.1",
    "port": 0,
    "token_file": None,
    "make_token": False,
    "read_only": False,
    "public": False,
    "host_names": (),
    "proxy": "",
    "rate": 100.0,
    "seconds_per_page": 30.0,
}
RUN = """
import sys
from pathlib import Path
from headwater.cli.serving import serve_desk
serve_desk(Path(sys.argv[1]), {options!r})
"""


@pytest.fixture
def running(own):
    started = []

    def run(**options):
        code = RUN.format(options=PLAIN | options)
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(own)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.terminate()
        process.communicate(timeout=60)


def fetched(address, **headers):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=60) as answer:  # noqa: S310 - ours
        return answer.status, answer.read().decode()


def test_a_desk_is_served_with_its_pages_until_it_is_told_to_stop(running, own):
    process = running(make_token=True)
    token = process.stdout.readline().strip()
    said = [process.stderr.readline() for _ in range(2)]
    (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", "".join(said))
    key = key_from(token_file(own))
    assert key is not None
    assert key.opens(token)
    assert fetched(address + "api/v1/counts")[0] == 200
    assert "Boats" in fetched(address)[1]
    listening = urllib.request.Request(address + "api/v1/changes", headers={"Accept": "text/event-stream"})  # noqa: S310 - ours
    with urllib.request.urlopen(listening, timeout=60) as stream:  # noqa: S310 - likewise
        assert stream.readline().startswith(b"retry")
        process.terminate()
        assert process.wait(timeout=60) != 0
    assert "Traceback" not in process.stderr.read()


def test_nothing_is_opened_to_others_by_oversight(own):
    with pytest.raises(UsageError, match="--public"):
        serve_desk(own, PLAIN | {"host": "0.0.0.0"})  # noqa: S104 - that is what is refused


@pytest.mark.parametrize(
    ("options", "says"),
    [({"read_only": True, "make_token": True}, "exclude each other"), ({"token_file": "gone/token"}, "--make-token")],
)
def test_tokens_that_cannot_be_meant_are_told(own, options, says):
    with pytest.raises(UsageError, match=says):
        serve_desk(own, PLAIN | options)


def test_a_weak_token_in_the_environment_is_refused(own, monkeypatch):
    monkeypatch.setenv("HEADWATER_TOKEN", "secret")
    with pytest.raises(UsageError, match="32"):
        serve_desk(own, PLAIN)


def test_a_taken_port_is_told(own):
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(UsageError, match="--port"):
        serve_desk(own, PLAIN | {"port": other.getsockname()[1]})


def test_no_desk_no_server_and_no_token(tmp_path):
    with pytest.raises(StoreError, match="does not exist"):
        serve_desk(tmp_path / "news.desk", PLAIN | {"make_token": True})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("host", "own_machine"), [("127.8.8.8", True), ("::1", True), ("::", False), ("desk.example", False)]
)
def test_which_addresses_are_this_machines_own(host, own_machine):
    assert is_loopback(host) is own_machine
