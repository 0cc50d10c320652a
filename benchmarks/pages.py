"""The example pages under other names, as many times as asked for: invented pages to add, to drop and to serve."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.grown import DATED, invented_word

EXAMPLES = Path(__file__).parents[1] / "examples" / "pages"
MEDIA = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain", ".md": "text/plain"}
"""The examples that are one page a file."""
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
HOST = re.compile(r"(?<=[a-z])\.example\b")


def pages(variants: int, most: int | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield file names and bytes: each example as it is (`most`: the first so many), then again under other names."""
    paths = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in MEDIA]
    for variant in range(variants):
        for path in paths[:most]:
            yield f"{variant:03} {path.name}", renamed(path.read_bytes(), variant)


def renamed(content: bytes, variant: int) -> bytes:
    """Return a page in which every name is another of the same length; markup, months and days stay.

    >>> renamed(b"<b>Rovers beat Haskdale on Monday</b>", 0)
    b'<b>Rovers beat Haskdale on Monday</b>'
    >>> len(renamed(b"<b>Rovers beat Haskdale on Monday</b>", 1))
    37
    """
    if not variant:
        return content

    def other(found: re.Match[str]) -> str:
        low = found[0].lower()
        return found[0] if low in DATED else invented_word(low, variant).capitalize()

    text = content.decode("latin-1")  # one character a byte: what is no ASCII stays what it is
    return HOST.sub(f"{variant}.example", NAME.sub(other, text)).encode("latin-1")


def write_pages(folder: Path, variants: int, most: int | None = None) -> dict[str, bytes]:
    """Write the pages into a folder and return them by file name."""
    folder.mkdir(parents=True)
    made = dict(pages(variants, most))
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return made


@contextmanager
def pages_served(made: Mapping[str, bytes]) -> Iterator[str]:
    """Serve pages on a port of this machine and yield the address of a feed that lists them."""
    answers = {
        f"/{number}{Path(name).suffix}": (MEDIA[Path(name).suffix], content)
        for number, (name, content) in enumerate(made.items())
    }

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = answers.get(self.path)
            self.send_response(200 if found else 404)
            media, content = found or ("text/plain", b"not here")
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        items = "".join(f"<item><link>{address}{path}</link><guid>{path}</guid></item>" for path in answers)
        feed = f"<rss version='2.0'><channel><title>Drop</title>{items}</channel></rss>"
        answers["/feed.xml"] = ("application/rss+xml", feed.encode())
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"{address}/feed.xml"
        server.shutdown()
