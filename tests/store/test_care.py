"""`headwater desk check|backup|compact`: what a person sees of a desk's care."""

import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from headwater.cli import main
from headwater.store import open_store
from tests.store.made import keep, reading


@pytest.fixture
def path(tmp_path):
    store = open_store(tmp_path / "news.desk", write=True)
    keep(store, reading("a"), reading("b"))
    store.close()
    return tmp_path / "news.desk"


def run(*arguments):
    told = CliRunner().invoke(main, ["desk", *map(str, arguments)])
    return told.exit_code, told.output


def test_a_desk_that_is_well_is_said_to_be(path):
    code, told = run("check", path)
    assert (code, told.strip()) == (0, f"{path} is well: 2 pages, 2 articles, 0 stories, 0 corrections")


def test_troubles_are_named_one_a_line_and_the_exit_code_tells(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DELETE FROM pages WHERE number = 1")
    code, told = run("check", path)
    assert code == 1
    assert "has lost its page" in told
    assert "2 pages are counted, but 1 are there" in told


def test_a_desk_is_checked_while_somebody_writes_it(path):
    writer = open_store(path, write=True)
    assert run("check", path)[0] == 0
    writer.close()


def test_a_copy_is_a_desk_of_its_own(path, tmp_path):
    code, told = run("backup", path, tmp_path / "copy.desk")
    assert code == 0
    assert told.startswith(f"{tmp_path / 'copy.desk'}: ")
    assert run("check", tmp_path / "copy.desk")[0] == 0


def test_compacting_says_the_sizes(path):
    code, told = run("compact", path)
    assert code == 0
    assert "kB before" in told


@pytest.mark.parametrize("command", ["check", "compact"])
def test_a_desk_that_is_not_there_is_not_made(tmp_path, command):
    code, told = run(command, tmp_path / "nowhere.desk")
    assert code == 2
    assert "does not exist" in told
    assert list(tmp_path.iterdir()) == []


def test_compacting_says_who_writes(path):
    writer = open_store(path, write=True)
    code, told = run("compact", path)
    writer.close()
    assert code == 2
    assert "being written by another process" in " ".join(told.split())
