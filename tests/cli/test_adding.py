"""Adding to a desk: what is acknowledged, in which words, and how it ends."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from headwater.cli import keeping
from headwater.desk import open_desk
from tests.cli.reports import GOAT, ROWS, headwater, rows_of, written

MANY = [GOAT | {"id": f"goat{number}", "text": f"{GOAT['text']} It was win number {number}."} for number in range(40)]


def started(*arguments, **pipes):
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **pipes}
    return subprocess.Popen([sys.executable, "-m", "headwater", *map(str, arguments)], **given)


def articles_in(desk, lines):
    """The articles that some lines acknowledge, those that the desk does not hold left out."""
    told = re.findall(r"^added  .*? → article (\w+)", lines, re.MULTILINE)
    with open_desk(desk) as held:
        return told, [article for article in told if held.article(article).article.id == article]


def test_each_page_is_acknowledged_with_its_article_and_its_story(made_once):
    _, done = made_once
    lines = done.stdout.splitlines()
    assert len(lines) == len(ROWS)
    for row, line in zip(ROWS, lines, strict=True):
        assert re.fullmatch(
            rf"added  .*rows.jsonl#{row['id']} → article \w{{16}}, story \w{{16}} “{row['title']}”", line
        )


def test_a_desk_that_is_made_is_named_and_the_closing_line_counts(made_once):
    desk, done = made_once
    made, closing = done.stderr.splitlines()
    assert made == f"made the desk {desk}"
    assert re.fullmatch(r"4 added, 0 known, 2 stories changed, [\d.]+ articles/s", closing)


def test_the_same_pages_again_change_nothing(desk, tmp_path):
    before = [headwater("desk", name, desk).stdout for name in ("stories", "history", "counts")]
    again = headwater("add", desk, written(tmp_path / "rows.jsonl", ROWS), "--workers", "1")
    assert again.exit_code == 0
    assert [line.split()[0] for line in again.stdout.splitlines()] == ["known"] * len(ROWS)
    assert "0 added, 4 known, 0 stories changed" in again.stderr
    assert "made the desk" not in again.stderr
    assert [headwater("desk", name, desk).stdout for name in ("stories", "history")] == before[:2]


def test_acknowledgements_are_rows_where_programs_read_them(desk, stories):
    new = GOAT | {"id": "new", "text": f"{GOAT['text']} Children threw clover at the winner."}
    (row,) = rows_of(headwater("add", desk, "-", "--jsonl", "--workers", "1", given=json.dumps(new)))
    assert row["story"] == stories["Goat"]
    assert row["known"] is False
    assert row["rejected"] is None
    assert row["file"] == "-#new"


def test_another_text_at_the_same_address_is_a_new_version(desk, articles):
    later = ROWS[0] | {"id": "later", "text": ROWS[0]["text"].replace("nine people", "12 people")}
    done = headwater("add", desk, "-", "--workers", "1", given=json.dumps(later))
    assert f", a new version of {articles['tern']}, story" in done.stdout


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_what_cannot_be_read_is_named_and_the_rest_is_kept(desk, tmp_path, strict, code):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "noise.html").write_bytes(bytes(range(256)) * 20)
    written(tmp_path / "pages" / "row.jsonl", [GOAT | {"id": "b", "text": "A second goat was seen in Hask on Friday."}])
    done = headwater("add", desk, tmp_path / "pages", "--workers", "1", *strict)
    assert done.exit_code == code
    assert re.search(r"^rejected  .*noise.html  binary", done.stdout, re.MULTILINE)
    assert "1 added, 0 known, 1 story changed" in done.stderr
    assert "1 rejected: 1 binary" in done.stderr
    assert "noise.html  binary" in headwater("desk", "rejected", desk).stdout


def test_a_desk_in_the_folder_that_is_added_to_it_is_no_page(tmp_path):
    written(tmp_path / "row.jsonl", [GOAT])
    for added in (1, 0):
        done = headwater("add", tmp_path / "news.desk", tmp_path, "--workers", "1", "--strict")
        assert done.exit_code == 0, done.output
        assert f"{added} added" in done.stderr


def test_quiet_acknowledges_and_says_nothing_else(tmp_path):
    done = headwater("add", tmp_path / "q.desk", "-", "-q", "--workers", "1", given=json.dumps(GOAT))
    assert done.stdout.startswith("added  ")
    assert done.stderr == ""


@pytest.mark.parametrize("name", ["notes.txt", "no/such/folder/news.desk"])
def test_a_file_that_cannot_be_a_desk_is_one_clear_sentence(tmp_path, name):
    (tmp_path / "notes.txt").write_text("Call the harbour at noon. " * 100, encoding="utf-8")
    done = headwater("add", tmp_path / name, "-", "--workers", "1", given=json.dumps(GOAT))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert name in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_second_writer_is_told_who_writes_and_readers_do_not_wait(desk, monkeypatch):
    monkeypatch.setattr(keeping, "PATIENCE", 0.2)
    with open_desk(desk, write=True):
        second = headwater("add", desk, "-", "--workers", "1", given=json.dumps(GOAT))
        assert second.exit_code == 2
        assert f"is being written by another process (PID {os.getpid()})" in second.stderr
        assert headwater("correct", desk, "note", "actor:Ana Ruiz", "Call her.").exit_code == 2
        assert headwater("search", desk, "goat").exit_code == 0
    assert headwater("correct", desk, "note", "actor:Ana Ruiz", "Call her.").exit_code == 0


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_loses_nothing_that_was_acknowledged_and_a_second_run_completes(tmp_path, times):
    desk, rows = tmp_path / "news.desk", written(tmp_path / "rows.jsonl", MANY)
    running = started("add", desk, rows, "--workers", "1")
    assert running.stdout is not None
    first = running.stdout.readline()
    for _ in range(times):
        running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "stopp" in err
    assert "Traceback" not in err
    told, held = articles_in(desk, first + out)
    assert 1 <= len(told) < len(MANY)
    assert held == told
    again = headwater("add", desk, rows, "--workers", "1")
    assert again.exit_code == 0
    assert len(articles_in(desk, first + out + again.stdout)[1]) >= len(MANY)


def test_a_reader_that_closes_the_pipe_early_is_no_crash_and_loses_nothing(tmp_path):
    desk = tmp_path / "news.desk"
    running = started("add", desk, written(tmp_path / "rows.jsonl", MANY[:6]), "--workers", "1")
    assert running.stdout is not None
    assert running.stderr is not None
    first = running.stdout.readline()
    running.stdout.close()
    assert "Traceback" not in running.stderr.read()
    running.stderr.close()
    running.wait(timeout=60)
    told, held = articles_in(desk, first)
    assert len(told) == len(held) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_on_a_terminal_leaves_the_acknowledgements_alone(tmp_path):
    ours, theirs = pty.openpty()
    with (tmp_path / "out").open("wb") as out:
        running = started("add", tmp_path / "news.desk", "-", "--workers", "1", stdin=subprocess.PIPE, stdout=out, stderr=theirs)  # fmt: skip
        running.communicate(json.dumps(GOAT), timeout=60)
    os.close(theirs)
    shown = b""
    with suppress(OSError):
        while piece := os.read(ours, 10_000):
            shown += piece
    os.close(ours)
    assert "pages" in shown.decode()
    assert "1 added" in shown.decode()
    assert (tmp_path / "out").read_text("utf-8").startswith("added  -#goat → article ")
