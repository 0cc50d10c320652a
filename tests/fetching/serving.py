"""Small local servers and the responses that they give, byte by byte."""

import socketserver
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

DATE = b"Wed, 18 May 2033 03:33:20 GMT"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    time: float


def sending(body, *headers, status=b"200 OK", kind=b"text/html; charset=utf-8"):
    """Return a whole response with this body."""
    body = body.encode() if isinstance(body, str) else body
    own = [b"Content-Length: %d" % len(body), b"Content-Type: " + kind, b"Date: " + DATE]
    given = [header.encode("latin-1") for header in headers]
    return b"HTTP/1.1 " + status + b"\r\n" + b"\r\n".join([*own, *given]) + b"\r\n\r\n" + body


def redirecting(location, status=b"302 Found"):
    return sending(b"", f"Location: {location}", status=status)


def page(words, title="Rain"):
    return sending(f"<!doctype html><html><title>{title}</title><body><article><p>{words}</p></article></body></html>")


def rss(*items, head=""):
    body = f"<rss version='2.0'><channel><title>The Vale Post</title>{head}{''.join(items)}</channel></rss>"
    return sending(body, kind=b"application/rss+xml")


def item(link, words="", more=""):
    said = f"<description>{words}</description>" if words else ""
    return f"<item><title>Rain</title><link>{link}</link>{said}{more}</item>"


class Server(socketserver.ThreadingTCPServer):
    """Answers a path with the bytes, the parts, or what the function of the request that `routes` holds gives."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 50

    def __init__(self, clock):
        super().__init__(("127.0.0.1", 0), Connection)
        self.clock = clock
        self.port = self.server_address[1]
        self.routes = {}
        self.asked: list[Asked] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    def url(self, path="/", host="valepost.example"):
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self):
        """What was asked for, robots.txt apart."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def wait_for(self, requests):
        """Give so many requests the time to be answered, and the answers that to arrive."""
        end = time.monotonic() + 0.3
        while time.monotonic() < end and (len(self.asked) < requests or self.at_once):
            time.sleep(0.01)
        time.sleep(0.02)

    def stop(self):
        self.shutdown()
        self.server_close()
        self.thread.join()


class Connection(socketserver.StreamRequestHandler):
    """One request, one reply."""

    server: Server

    def handle(self):
        line = self.rfile.readline().decode()
        headers = {}
        while header := self.rfile.readline().decode().strip():
            name, _, value = header.partition(": ")
            headers[name.lower()] = value
        if not line.strip():
            return
        server = self.server
        asked = Asked(path=line.split()[1], headers=headers, time=server.clock.time)
        with server.lock:
            server.asked.append(asked)
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        reply = server.routes.get(asked.path, sending(b"", status=b"404 Not Found"))
        reply = reply(asked) if callable(reply) else reply
        with suppress(OSError):  # the watch has hung up
            for part in [reply] if isinstance(reply, bytes) else reply:
                self.wfile.write(part)
        with server.lock:
            server.at_once -= 1
