"""The file behind a desk: who may open it, what is said of one that cannot be used, and its care."""

import os
import re
import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Thread

import numpy as np
import pytest

from headwater.errors import StoreError
from headwater.model import Query
from headwater.store import open_store
from tests.store.made import event, keep, page, put, reading, settle


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.desk"


@pytest.fixture
def filled(path):
    store = open_store(path, write=True)
    told = [reading(name, statements=[((37, 68), "Ana Ruiz", "asserts")]) for name in "abc"]
    keep(store, *told)
    settle(store, "s", *told[:2])
    settle(store, "t", *told[2:])
    with store.writing():
        store.post_shingles(told[0].article.id, np.arange(9, dtype=np.uint64))
    store.close()
    return path


BEGINNING = """
import os, sys
from pathlib import Path
from headwater.errors import StoreError
from headwater.store import open_store

def as_nobody():  # permissions do not bind a superuser
    if os.geteuid() == 0:
        os.setuid(65534)

"""


def elsewhere(code, *arguments):
    """Run code in another process; return what it prints."""
    command = [sys.executable, "-c", BEGINNING + textwrap.dedent(code), *map(str, arguments)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


# one writer, many readers -----------------------------------------------------------------------------------------


def test_a_second_writer_is_told_who_writes(filled):
    writer = open_store(filled, write=True)
    told = elsewhere(
        """
        try:
            open_store(Path(sys.argv[1]), write=True)
        except StoreError as error:
            print(error)
        """,
        filled,
    )
    assert f"is being written by another process (PID {os.getpid()}); wait for it or stop it" in told
    assert str(filled) in told
    writer.close()
    open_store(filled, write=True).close()


def test_a_writer_that_died_locks_nobody_out(path):
    elsewhere("store = open_store(Path(sys.argv[1]), write=True); os._exit(0)", path)
    open_store(path, write=True).close()


def test_readers_see_what_was_committed_and_never_wait(filled):
    writer, reader = open_store(filled, write=True), open_store(filled, write=False)
    with writer.writing():
        writer.add_page(page("new"))
        assert reader.page(page("new").id) is None
        assert reader.counts().pages == 3
    assert reader.counts().pages == 4
    assert elsewhere("print(open_store(Path(sys.argv[1]), write=False).counts().pages)", filled) == "4"
    writer.close()
    reader.close()


def test_a_reader_cannot_write(filled):
    store = open_store(filled, write=False)
    with pytest.raises(StoreError, match="reading only"), store.writing():
        pass
    with pytest.raises(StoreError, match="reading only"):
        store.compact()
    store.close()


def test_many_threads_read_while_one_writes(filled):
    store = open_store(filled, write=True)

    def look(_):
        cards = store.cards("newest").items
        return [view.story.id for each in cards if (view := store.view(each.id))], len(
            store.search(Query(words="ferry")).items
        )

    with ThreadPoolExecutor(8) as threads:
        looks = [threads.submit(look, number) for number in range(100)]
        for number in range(20):
            keep(store, reading(f"more{number}"))
        for each in looks:
            stories, found = each.result()
            assert sorted(stories) == ["s", "t"]
            assert found >= 3
    store.close()


def test_another_threads_transaction_is_waited_for(path):
    store = open_store(path, write=True)

    def add(number):
        keep(store, reading(str(number)))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(20)))
    assert store.counts().articles == 20
    assert store.check() == ()
    store.close()


def test_threads_that_ended_leave_no_connection_behind(filled):
    store = open_store(filled, write=False)
    for _ in range(5):
        thread = Thread(target=store.counts)
        thread.start()
        thread.join()
    assert len(getattr(store, "_readers")) <= 2  # noqa: B009 - the protocol has none
    store.close()


def test_a_closed_store_says_so(filled):
    store = open_store(filled, write=False)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.counts()


# files that cannot be used ----------------------------------------------------------------------------------------


def refused(path, *, write):
    with pytest.raises(StoreError) as told:
        open_store(path, write=write)
    assert str(path) in str(told.value)
    return str(told.value)


def test_a_desk_that_is_not_there_cannot_be_read(path):
    assert "does not exist; make a desk with: headwater add" in refused(path, write=False)
    assert not path.exists()


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_that_is_not_there(tmp_path, write):
    assert "does not exist" in refused(tmp_path / "nowhere" / "news.desk", write=write)


def test_a_folder_is_no_desk(tmp_path):
    assert "is a folder" in refused(tmp_path, write=True)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("content", [b"not a database at all " * 100, b"%PDF-1.7"])
def test_a_file_that_is_no_database(path, write, content):
    path.write_bytes(content)
    assert "is not a desk" in refused(path, write=write)
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database(path, write):
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE notes (words); INSERT INTO notes VALUES ('mine');")
    before = path.read_bytes()
    assert "another program's" in refused(path, write=write)
    assert path.read_bytes() == before


def test_an_empty_file_is_no_desk_to_read_but_one_to_write(path):
    path.touch()
    assert "is empty" in refused(path, write=False)
    open_store(path, write=True).close()
    assert open_store(path, write=False).counts().pages == 0


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_damaged(filled, share):
    whole = filled.read_bytes()
    filled.write_bytes(whole[: int(len(whole) * share)])
    assert "is damaged" in refused(filled, write=False)
    assert "go back to a backup" in refused(filled, write=True)


def troubles(path):
    try:
        store = open_store(path, write=False)
    except StoreError as error:
        return (str(error),)
    found = store.check()
    store.close()
    return found


def test_damage_anywhere_is_found_or_told_in_one_sentence(filled):
    whole = bytearray(filled.read_bytes())
    for place in range(1, len(whole) // 4096, 5):
        filled.write_bytes(whole[: place * 4096] + b"\xaa" * 4096 + whole[(place + 1) * 4096 :])
        assert troubles(filled) != (), f"page {place}"


@pytest.fixture
def readable(filled):
    for folder in (filled.parent, *filled.parent.parents):
        if folder.stat().st_uid == os.geteuid() and folder.stat().st_mode & 0o777 == 0o700:
            folder.chmod(0o755)
    return filled


def test_a_read_only_file_says_so_to_writers_and_serves_readers(readable):
    readable.chmod(0o444)
    told = elsewhere(
        """
        as_nobody()
        print(open_store(Path(sys.argv[1]), write=False).counts().articles)
        try:
            open_store(Path(sys.argv[1]), write=True)
        except StoreError as error:
            print(error)
        """,
        readable,
    )
    count, error = told.splitlines()
    assert count == "3"
    assert f"{readable} cannot be written: the file is read-only" in error


def test_a_desk_in_a_read_only_folder_can_be_read(readable):
    for each in readable.parent.glob("news.desk-*"):
        each.unlink()
    readable.parent.chmod(0o555)
    try:
        look = """
        as_nobody()
        print(len(open_store(Path(sys.argv[1]), write=False).cards("newest").items))
        for name in (Path(sys.argv[1]), Path(sys.argv[1]).with_name("other.desk")):
            try:
                open_store(name, write=True)
            except StoreError as error:
                print(error)
        """
        count, *errors = elsewhere(look, readable).splitlines()
        assert count == "2"
        assert len(errors) == 2
        assert all("cannot be written" in error and "permissions" in error for error in errors)
    finally:
        readable.parent.chmod(0o755)


# a full disk ------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_loses_nothing(filled):
    store = open_store(filled, write=True)
    with closing(sqlite3.connect(filled)) as other:
        (pages,) = other.execute("PRAGMA page_count").fetchone()
    writer = getattr(store, "_writer")  # noqa: B009 - the protocol has none
    writer.execute(f"PRAGMA max_page_count={pages + 5}")
    kept = []

    def fill():
        for number in range(500):
            kept.extend(keep(store, reading(f"more{number}", text="Storm. " * 50)))

    with pytest.raises(StoreError, match="the disk is full; free some space"):
        fill()
    assert set(kept) <= set(store.articles())
    assert store.check() == ()
    writer.execute("PRAGMA max_page_count=1000000")
    keep(store, reading("after"))
    assert store.check() == ()
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are POSIX's")
def test_a_file_that_may_not_grow_is_told_and_loses_nothing(filled):
    told = elsewhere(
        """
        import resource, signal
        from tests.store.made import keep, reading
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        store = open_store(Path(sys.argv[1]), write=True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        try:
            for number in range(500):
                print(*keep(store, reading(f"more{number}", text="Storm. " * 500)))
        except StoreError as error:
            print(error)
        """,
        filled,
    )
    *kept, error = told.splitlines()
    assert f"{filled} cannot be" in error
    assert "nothing acknowledged is lost" in error
    store = open_store(filled, write=True)
    assert kept
    assert set(kept) <= set(store.articles())
    assert store.check() == ()
    store.close()


# care -------------------------------------------------------------------------------------------------------------


def test_a_backup_is_whole_and_consistent_while_others_write(filled, tmp_path):
    writer = open_store(filled, write=True)
    with writer.writing():
        writer.add_page(page("half"))
        open_store(filled, write=False).backup(tmp_path / "copy.desk")
    copy = open_store(tmp_path / "copy.desk", write=False)
    assert copy.counts().pages == 3
    assert copy.check() == ()
    assert sorted(each.name for each in tmp_path.glob("copy*")) == ["copy.desk"]
    writer.close()


def test_a_backup_takes_the_place_of_an_earlier_one(filled, tmp_path):
    store = open_store(filled, write=True)
    store.backup(tmp_path / "copy.desk")
    keep(store, reading("later"))
    store.backup(tmp_path / "copy.desk")
    assert open_store(tmp_path / "copy.desk", write=False).counts().articles == 4
    store.close()


def test_a_backup_has_a_place_of_its_own(filled, tmp_path):
    store = open_store(filled, write=False)
    for target in (filled, tmp_path / "nowhere" / "copy.desk", tmp_path):
        with pytest.raises(StoreError, match=r"name another file|does not exist|cannot be written"):
            store.backup(target)
    assert store.check() == ()
    store.close()


def test_compacting_gives_back_space_and_changes_nothing(filled):
    store = open_store(filled, write=True)
    keep(store, *(reading(str(number), text=f"Storm {number}. " * 300) for number in range(40)))
    put(store, "s", [], event("s", "ended", ()))
    with store.writing():
        for article in list(store.articles()):
            store.post_shingles(article, np.array([], np.uint64))
    counts, found = store.counts(), store.search(Query(words="storm"))
    before, after = store.compact()
    assert after <= before
    assert (store.counts(), store.search(Query(words="storm"))) == (counts, found)
    assert store.check() == ()
    store.close()


# what a check finds -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM pages WHERE number = 1", "has lost its page"),
        ("UPDATE tally SET number = 7 WHERE name = 'articles'", "7 articles are counted, but 3 are there"),
        ("UPDATE readings SET record = x'7a00' WHERE seq = 1", "the record of article .* is damaged"),
        (
            "UPDATE readings SET record = (SELECT record FROM readings WHERE seq = 2) WHERE seq = 1",
            "has the record of another",
        ),
        ("UPDATE vectors SET vector = zeroblob(12)", "is not 384 finite numbers"),
        ("UPDATE vectors SET vector = CAST(zeroblob(1532) || x'0000c07f' AS BLOB)", "is not 384 finite numbers"),
        ("UPDATE stories SET articles = 5 WHERE id = 's'", "story s counts other articles"),
        ("UPDATE stories SET view = x'00' WHERE id = 's'", "the view of story s is damaged"),
        ("DELETE FROM statements WHERE number = 1", "statement"),
        ("DELETE FROM article_words_docsize WHERE id = 1", "not in the full text"),
        ("UPDATE outlets SET articles = 9", "outlet Lowmark Post counts"),
        ("UPDATE speakers SET statements = 9", "speaker Ana Ruiz counts"),
        ("DELETE FROM members WHERE seq = 1", "story s counts other articles"),
        ("UPDATE articles SET current = 0 WHERE seq = 1", "no current one"),
        ("INSERT INTO shingles VALUES (99, 1)", "1 shingles can be found, of 0 that were merged"),
        ("PRAGMA foreign_keys=OFF; DELETE FROM articles WHERE seq = 1", "has lost what it belongs to"),
        ("UPDATE pages SET content = x'7a' WHERE number = 1", "page .* is damaged"),
        ("INSERT INTO rejected (id, record) VALUES ('r', x'3d')", "number 1 of rejected"),
    ],
)
def test_a_check_names_what_is_wrong_and_the_fix(filled, damage, told):
    with closing(sqlite3.connect(filled)) as connection:
        connection.executescript(damage)
    store = open_store(filled, write=True)
    found = "\n".join(trouble.what for trouble in store.check())
    store.close()
    assert re.search(told, found), found
    assert all(str(filled) in line and ";" in line for line in found.splitlines())


def test_full_text_that_says_something_else_is_found(filled):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE article_words_data SET block = zeroblob(length(block)) WHERE id > 10")
        connection.commit()
    store = open_store(filled, write=True)
    assert any("full text" in trouble.what for trouble in store.check())
    store.close()
