"""A desk of the examples on a port of this machine, and Debian's browser that looks at it."""

import json
import re
import socket
import threading
import time
from contextlib import contextmanager

import uvicorn

from headwater.desk import open_desk
from tests.web.desks import TOKEN, served

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
WIDTHS = {"desk": 1280, "phone": 390}


def filled_with_examples(path):
    with open_desk(path, write=True) as desk:
        list(desk.add(["examples/pages"]))
    return path


@contextmanager
def running(path):
    """Serve a desk; yield its address."""
    app, desk = served(path)
    with socket.socket() as taken, desk:
        taken.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def sign_in(page):
    page.goto("/sign-in")
    page.get_by_label("Write token").fill(TOKEN)
    page.get_by_role("button", name="Sign in").click()


LIT = """name => {
    const mark = name && document.getElementById(name);
    if (!mark) return false;
    const box = mark.getBoundingClientRect();
    const wanted = getComputedStyle(document.documentElement).getPropertyValue("--lit").trim();
    const parts = getComputedStyle(mark).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number);
    const colour = "#" + parts.map(part => part.toString(16).padStart(2, "0")).join("");
    return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth + 1 && colour === wanted;
}"""
"""Whether the place that an address names is on the screen, in the colour of a highlighted sentence."""


def lit(page):
    """Wait until the place that the address names is highlighted on the screen; return its words."""
    page.wait_for_url(re.compile("#p-"))
    name = page.url.partition("#")[2]
    page.wait_for_function(LIT, arg=name)
    return page.locator(f"[id='{name}']").inner_text()


def add_report(path):
    """Add one more report to a desk, as another process would."""
    text = "The lamps of Greywater went out for two hours on Tuesday. A heron had flown into a wire, the power office said."
    row = {"id": "lamps", "title": "Lamps go out in Greywater", "source": "Greywater Echo", "text": text}
    file = path.with_name("lamps.jsonl")
    file.write_text(json.dumps(row | {"published": "2025-12-03T08:00:00Z"}), "utf-8")
    with open_desk(path, write=True) as desk:
        list(desk.add([str(file)]))


def place(page, kind):
    """Return the address of a page of some kind."""
    if kind.startswith("/"):
        return kind
    page.goto("/speakers" if kind == "SPEAKER" else "/?order=disputed")
    if kind == "SPEAKER":
        return page.locator("tbody a").first.get_attribute("href")
    story = page.locator(".card a").first.get_attribute("href")
    if kind.startswith("STORY"):
        return kind.replace("STORY", story)
    page.goto(story)
    within = "table.grid tr.disputed td.has a" if kind == "ARTICLE" else "a.look"
    return page.locator(within).first.get_attribute("href")
