"""Watching from the command line: folders and feeds into a desk, remembered there, stopped cleanly."""

import json
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest

from headwater.cli.watching import listed
from tests.cli.reports import GOAT, headwater, rows_of, written
from tests.fetching.serving import Server, item, page, rss

QUICK = ("--allow-private", "--per-host-delay", "0", "--timeout", "5")
NEWS = (
    "Rain flooded the lower town of Orvale on Monday and washed away the old bridge, Mayor Ana Ruiz told reporters. "
    "Boats carried bread to the mill quarter while engineers measured how far the dyke had moved. Nobody was hurt."
)


class Stopped:
    """A clock for a server whose times nobody reads."""

    time = 0.0


@pytest.fixture
def server():
    with ExitStack() as stack:
        started = Server(Stopped())
        stack.callback(started.stop)
        yield started


def test_what_lies_in_a_folder_is_added_once(tmp_path):
    desk, folder = tmp_path / "news.desk", tmp_path / "incoming"
    folder.mkdir()
    written(folder / "rows.jsonl", [GOAT])
    done = headwater("watch", desk, folder, "--once", "--every", "1")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("added  ")
    assert "made the desk" in done.stderr
    assert "1 added, 0 known, 1 story changed" in done.stderr
    assert headwater("watch", desk, folder, "--once", "--every", "1").stdout == "", "the desk remembers"


def test_the_links_of_a_feed_are_added_and_not_asked_for_again(tmp_path, server):
    server.routes["/a"] = page(NEWS, title="Rain floods Orvale")
    address = f"http://127.0.0.1:{server.port}"
    server.routes["/feed"] = rss(item(f"{address}/a"))
    sources = tmp_path / "sources.txt"
    sources.write_text(f"# rain\n{address}/feed  # hourly\n", encoding="utf-8")
    desk = tmp_path / "news.desk"
    (row,) = rows_of(headwater("watch", desk, "--sources", sources, "--once", "--jsonl", *QUICK))
    assert row["file"] == f"{address}/a"
    assert row["story"]
    headwater("watch", desk, "--sources", sources, "--once", *QUICK)
    assert server.paths.count("/a") == 1
    shown = json.loads(headwater("desk", "article", desk, row["article"], "--json").stdout)
    assert shown["article"]["url"] == f"{address}/a"


def test_the_own_network_is_asked_only_where_that_is_allowed(tmp_path, server):
    done = headwater("watch", tmp_path / "news.desk", f"http://127.0.0.1:{server.port}/feed", "--once", "--strict")
    assert done.exit_code == 1
    assert done.stdout.startswith("rejected  ")
    assert server.asked == []


@pytest.mark.parametrize("sources", [[], ["--sources", "empty.txt"]])
def test_nothing_to_watch_is_said(tmp_path, monkeypatch, sources):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").write_text("# nothing yet\n", encoding="utf-8")
    done = headwater("watch", "news.desk", *sources)
    assert done.exit_code == 2
    assert "nothing to watch" in done.stderr
    assert not (tmp_path / "news.desk").exists()


def test_a_list_of_sources_has_comments_and_empty_lines():
    assert listed("https://a.example/feed#part  # rain\r\n\n# none\n incoming news/ \n") == [
        "https://a.example/feed#part",
        "incoming news/",
    ]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_lets_others_write_meanwhile_and_ends_at_once_when_told(tmp_path, how):
    desk, folder = tmp_path / "news.desk", tmp_path / "incoming"
    folder.mkdir()
    written(folder / "rows.jsonl", [GOAT])
    command = [sys.executable, "-m", "headwater", "watch", desk, folder, "--every", "600"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    first = running.stdout.readline()
    assert first.startswith("added  ")
    assert headwater("correct", desk, "note", "actor:Bo Lindqvist", "Call him.").exit_code == 0
    until = time.monotonic() + 30
    while "not compared yet" in headwater("desk", "stories", desk).stdout and time.monotonic() < until:
        time.sleep(0.1)
    assert "1 article → 1 origin" in headwater("desk", "stories", desk).stdout, "compared as soon as nothing more comes"
    running.send_signal(how)
    told = time.monotonic()
    _, err = running.communicate(timeout=60)
    assert time.monotonic() - told < 10
    assert running.returncode == 128 + how
    assert "stopped; kept: 1 added" in err
    assert "Traceback" not in err
