"""Drop folders: new and changed files, once they are whole."""

import os

import pytest

from headwater.model import Page, Place, Rejected
from tests.fetching.serving import page

RAIN = "<!doctype html><p>Rain fell in Orvale.</p>"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "incoming"
    place.mkdir()
    return place


@pytest.fixture
def drop(folder):
    """Write a file, with a time of its own so that a rewrite is always seen."""
    times = iter(range(1_000_000_000, 2_000_000_000))

    def write(name, content=RAIN):
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8")
        os.utime(file, (time := next(times), time))
        return str(file)

    return write


def test_files_are_read_as_pages(look, folder, drop):
    one, two = drop("a.html"), drop("deeper/b.txt", "Rain fell.")
    records = look(str(folder))
    assert [(record.place.file, record.media) for record in records] == [(one, "html"), (two, "text")]


def test_a_file_is_read_once_and_by_a_later_run_not_again(look, folder, drop):
    drop("a.html")
    assert len(look(str(folder), rounds=3)) == 1
    assert look(str(folder)) == []


def test_new_and_changed_files_are_read_when_they_come(watching, folder, drop):
    drop("a.html")
    records = watching(str(folder), rounds=4)
    assert next(records).place.file.endswith("a.html")
    new, changed = drop("b.html", "<p>Wind blew."), drop("a.html", "<p>Rain fell again.")
    assert {record.place.file for record in records} == {new, changed}


def test_a_file_that_is_still_being_written_waits(folder, drop, look, clock, monkeypatch):
    file = drop("a.html", "<p>Rain")
    whole = "<p>Rain fell in Orvale all day.</p>"
    sleep = clock.sleep

    def writing(seconds):
        if len(clock.slept) == 0:
            drop("a.html", whole)
        sleep(seconds)

    monkeypatch.setattr(clock, "sleep", writing)
    assert look(str(folder)) == []
    [found] = look(str(folder))
    assert (found.place.file, found.content.decode()) == (file, whole)


def test_a_file_that_goes_away_is_left_alone(folder, drop, look, clock, monkeypatch):
    drop("a.html")
    sleep = clock.sleep

    def deleting(seconds):
        for file in folder.iterdir():
            file.unlink()
        sleep(seconds)

    monkeypatch.setattr(clock, "sleep", deleting)
    assert look(str(folder), rounds=2) == []


def test_a_file_is_remembered_only_when_a_later_record_is_asked_for(watching, folder, drop, look):
    drop("a.html")
    records = watching(str(folder))
    assert isinstance(next(records), Page)
    records.close()
    assert len(look(str(folder))) == 1


def test_archives_rows_and_feeds_in_a_folder_give_what_they_hold(look, folder, drop):
    drop("rows.jsonl", '{"text": "Rain."}\n{"text": "Rain."}\nbroken')
    drop(
        "feed.xml",
        "<rss version='2.0'><channel><item><title>Wind</title><description>Wind.</description></item></channel></rss>",
    )
    records = look(str(folder))
    assert sorted(type(record).__name__ for record in records) == ["Page", "Page", "Place", "Rejected"]
    assert {type(record) for record in records} == {Page, Place, Rejected}


def test_a_folder_that_is_not_there_is_told_once_and_watched_for(watching, tmp_path, look):
    missing = tmp_path / "later"
    [told] = look(str(missing), rounds=3)
    assert (told.file, told.reason) == (str(missing), "unreadable")
    assert "no such folder" in told.detail
    records = watching(str(missing), rounds=3)
    assert isinstance(next(records), Rejected)
    missing.mkdir()
    (missing / "a.txt").write_text("Rain fell.")
    assert [record.content for record in records] == [b"Rain fell."]


def test_a_pipe_in_a_folder_holds_nothing_up(look, folder, drop):
    os.mkfifo(folder / "pipe")
    drop("z.html")
    records = look(str(folder))
    assert [type(record) for record in records] == [Rejected, Page]


def test_names_that_are_no_text_raise_nothing(look, folder):
    (folder / os.fsdecode(b"caf\xe9.html")).write_text(RAIN)
    [found] = look(str(folder))
    found.place.file.encode()
    assert look(str(folder)) == []


def test_a_full_folder_and_a_feed_take_turns(serve, watching, folder, drop):
    for number in range(20):
        drop(f"{number:02}.html", f"<p>Rain number {number}.</p>")
    server = serve({"/a": page("Wind.")})
    files = []
    for record in watching(str(folder), server.url("/a"), settle=0.0, host_delay=0.0):
        files.append(record.place.file)
        server.wait_for(min(len(files), 2))  # whoever takes the records is slower than the server
    assert len(files) == 21
    assert files[-1] != server.url("/a")


def test_a_link_back_to_the_folder_is_followed_once(look, folder, drop):
    drop("a.html")
    (folder / "loop").symlink_to(folder)
    assert len(look(str(folder))) == 1
