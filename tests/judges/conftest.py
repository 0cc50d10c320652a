"""A small local server that speaks the chat protocol, or whatever else a test lets it say."""

import json
import socketserver
import threading
from contextlib import ExitStack, suppress
from dataclasses import dataclass

import pytest

from headwater.judges import ChatJudge, ChatSettings


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request as it came in."""

    number: int
    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def quoted(self):
        """The two texts that the request is about."""
        return json.loads(self.json["messages"][1]["content"].split("\n\n")[0])


def saying(content):
    """Return a whole response in which the model says this."""
    body = json.dumps({"id": "x", "choices": [{"index": 0, "message": {"role": "assistant", "content": content}}]})
    return sending(body.encode())


def sending(body, status=b"200 OK", headers=b""):
    """Return a whole response with this body."""
    return b"HTTP/1.1 %b\r\nContent-Length: %d\r\n%b\r\n%b" % (status, len(body), headers, body)


class Server(socketserver.ThreadingTCPServer):
    """Answers each request with what `reply` makes of it: bytes, or parts that `reply` itself paces."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 50

    def __init__(self, reply):
        super().__init__(("127.0.0.1", 0), Connection)
        self.reply = reply
        self.url = f"http://127.0.0.1:{self.server_address[1]}/v1"
        self.asked: list[Asked] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    def stop(self):
        self.shutdown()
        self.server_close()
        self.thread.join()

    def note(self, line, headers, body):
        with self.lock:
            self.asked.append(Asked(number=len(self.asked), line=line, headers=headers, body=body))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            return self.asked[-1]

    def forget(self):
        with self.lock:
            self.at_once -= 1


class Connection(socketserver.StreamRequestHandler):
    """One request, one reply."""

    server: Server

    def handle(self):
        line = self.rfile.readline().decode()
        headers = {}
        while header := self.rfile.readline().decode().strip():
            name, _, value = header.partition(": ")
            headers[name.lower()] = value
        asked = self.server.note(line, headers, self.rfile.read(int(headers["content-length"])))
        reply = self.server.reply(asked)
        with suppress(OSError):  # the judge has hung up
            for part in [reply] if isinstance(reply, bytes) else reply:
                self.wfile.write(part)
        self.server.forget()


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    monkeypatch.delenv("HEADWATER_JUDGE_KEY", raising=False)


@pytest.fixture
def serve():
    """Start a server that answers with a function of the request, with bytes, or with a word that the model says."""
    with ExitStack() as stack:

        def start(reply):
            whole = saying(reply) if isinstance(reply, str) else reply
            server = Server(whole if callable(whole) else lambda _: whole)
            stack.callback(server.stop)
            return server

        yield start


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "judge.jsonl"


@pytest.fixture
def judge_at(cache):
    """Make a judge at a server, quick to lose patience."""

    def make(server, **settings):
        given = {"model": "m", "cache": cache, "seconds": 5.0, "backoff": 0.001, **settings}
        return ChatJudge(ChatSettings(endpoint=server.url, **given))

    return make


@pytest.fixture(name="saying")
def _saying():
    return saying


@pytest.fixture(name="sending")
def _sending():
    return sending


@pytest.fixture
def pairs():
    """Make pairs of which every text is different."""
    return lambda count: [(f"The dam at Lowmark held {n}.", f"Lowmark lost dam {n}.") for n in range(count)]
