"""A desk's file from an earlier version is brought up to date with everything in it; one from a later version is left alone."""

import sqlite3
from contextlib import closing

import pytest

from headwater.errors import StoreError
from headwater.model import Query
from headwater.store import open_store
from headwater.store.schema import APPLICATION, LATEST, STEPS
from tests.store.made import keep, reading, settle


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.desk"


def changed(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


@pytest.fixture
def first_version(path):
    """A file as the first version made it, with an article in a story."""
    changed(path, f"{STEPS[0]} PRAGMA application_id={APPLICATION}; PRAGMA user_version=1;")
    page, article, story = "p1", "a1", "s1"
    changed(
        path,
        f"""
        INSERT INTO pages (id, media, content, place) VALUES ('{page}', 'text', '=Rain.', '={{"page":"{page}","file":"r.txt"}}');
        INSERT INTO places (page, file, member) VALUES ('{page}', 'r.txt', '');
        INSERT INTO articles (seq, id, page, first, current, outlet, day, moment, published, title)
            VALUES (1, '{article}', '{page}', 1, 1, 'lowmark post', '2031-05-03', 1935619200, '2031-05-03', 'Rain');
        INSERT INTO readings (seq, record, text) VALUES (1,
            '={{"article":{{"id":"{article}","page":"{page}","places":[],"title":"Rain","outlet":"Lowmark Post","url":null,"authors":[],
            "published":"2031-05-03","language":null,"section":null,"tags":[],"credits":[],"rights":null,"translations":[],"text":"",
            "blocks":[],"cuts":[],"by":"invented"}},"statements":[],"mentions":[]}}', '=Rain fell.');
        INSERT INTO article_words (rowid, title, text) VALUES (1, 'Rain', 'Rain fell.');
        INSERT INTO outlets VALUES ('lowmark post', 'Lowmark Post', 1);
        INSERT INTO stories (number, id, articles, moment, waiting) VALUES (1, '{story}', 1, 1935619200, 1);
        INSERT INTO members VALUES (1, 1, 0);
        UPDATE tally SET number = 1 WHERE name IN ('pages', 'articles', 'outlets', 'stories', 'unsettled', 'revision');
        UPDATE pages SET content = CAST(content AS BLOB), place = CAST(place AS BLOB);
        UPDATE readings SET record = CAST(record AS BLOB), text = CAST(text AS BLOB);
        """,
    )
    return path


def test_a_first_version_is_brought_up_to_date_with_everything_in_it(first_version):
    store = open_store(first_version, write=True)
    assert store.readings(["a1"])["a1"].article.text == "Rain fell."
    page = store.page("p1")
    assert page is not None
    assert page.content == b"Rain."
    assert store.members(["s1"]) == {"s1": ("a1",)}
    assert [each.article for each in store.search(Query(words="rain", outlet="Lowmark Post")).items] == ["a1"]
    with store.writing():
        store.remember("https://lowmark.example/feed", b"what version 2 brought")
    assert store.check() == ()
    store.close()
    assert open_store(first_version, write=False).counts().articles == 1


def test_a_reader_of_an_earlier_version_is_told_what_to_do(first_version):
    with pytest.raises(StoreError, match=r"earlier Headwater .* headwater desk compact"):
        open_store(first_version, write=False)


def test_every_step_gives_the_tables_that_a_new_file_has(first_version, tmp_path):
    def tables(path):
        with closing(sqlite3.connect(path)) as connection:
            return sorted(connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall(), key=str)

    open_store(first_version, write=True).close()
    open_store(tmp_path / "new.desk", write=True).close()
    assert tables(first_version) == tables(tmp_path / "new.desk")


@pytest.mark.parametrize("write", [True, False])
def test_a_later_version_is_left_alone(path, write):
    open_store(path, write=True).close()
    changed(path, f"PRAGMA user_version={LATEST + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"news\.desk was written by a later Headwater.*pip install --upgrade"):
        open_store(path, write=write)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_at_the_version_before(first_version, monkeypatch):
    monkeypatch.setattr("headwater.store.schema.STEPS", (STEPS[0], STEPS[1] + "; SELECT nothing FROM nowhere;"))
    with pytest.raises(StoreError):
        open_store(first_version, write=True)
    monkeypatch.undo()
    store = open_store(first_version, write=True)
    assert store.check() == ()
    store.close()


def test_a_desk_is_told_from_other_sqlite_files(path):
    told = reading("a")
    store = open_store(path, write=True)
    keep(store, told)
    settle(store, "s", told)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
