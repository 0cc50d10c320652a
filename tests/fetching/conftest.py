"""Names that lead to local servers, and a clock that jumps instead of waiting."""

from contextlib import ExitStack
from dataclasses import dataclass, field

import anyio
import pytest

from headwater.fetching import FetchSettings, Machine, RunMemory, watch
from tests.fetching.serving import Server

START = 2_000_000_000.0


@dataclass(kw_only=True)
class Clock:
    """Stands still until somebody sleeps."""

    time: float = START
    slept: list[float] = field(default_factory=list)

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


class Names:
    """A resolver: every name leads to this machine, unless a test says where else."""

    def __init__(self):
        self.answers = {}
        self.asked = []

    def __call__(self, host, _port):
        self.asked.append(host)
        answers = self.answers.get(host, ["127.0.0.1"])
        if isinstance(answers, Exception):
            raise answers
        return answers() if callable(answers) else answers


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def names():
    return Names()


@pytest.fixture
def memory():
    return RunMemory()


@pytest.fixture
def serve(clock):
    """Start a server with these routes."""
    with ExitStack() as stack:

        def start(routes):
            server = Server(clock)
            server.routes.update(routes)
            stack.callback(server.stop)
            return server

        yield start


@pytest.fixture
def watching(clock, names, memory):
    """Watch sources with the local names and clock; `watching.settings` are those that it starts from."""

    def start(*sources, rounds=1, memory=memory, certificates=None, **settings):
        given = {"allow_private": True, "whole_seconds": 5.0, **settings}
        machine = Machine(now=clock.now, sleep=clock.sleep, resolve=names, certificates=certificates)
        return watch(sources, memory=memory, settings=FetchSettings(**given), rounds=rounds, machine=machine)

    return start


@pytest.fixture
def look(watching):
    """Watch for some rounds and return all records."""
    return lambda *sources, **given: list(watching(*sources, **given))


@pytest.fixture
def internet(monkeypatch):
    """Stand local servers in for public IP addresses, and note every address that a connection is opened to."""
    connect = anyio.connect_tcp
    where: dict[str, int] = {}
    opened: list[str] = []

    async def connect_tcp(remote_host, remote_port, **given):  # noqa: ARG001 - the server has its own port
        opened.append(remote_host)
        if remote_host not in where:
            raise OSError("no such server in this test")
        return await connect("127.0.0.1", where[remote_host], **given)

    monkeypatch.setattr(anyio, "connect_tcp", connect_tcp)
    return where, opened
