"""The tables of a desk's file, and the steps from earlier versions of them.

Every version has its step; a new file takes all of them, so that there is one way to make each table. Never change a step
that was released: add one.

>>> LATEST == len(STEPS)
True
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from headwater.errors import StoreError

APPLICATION = 0x48445752
"""“HDWR”: what tells a desk from other SQLite files."""

VERSION_1 = """
CREATE TABLE tally (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO tally VALUES ('pages', 0), ('articles', 0), ('outlets', 0), ('stories', 0), ('statements', 0),
    ('corrections', 0), ('rejected', 0), ('revision', 0), ('unsettled', 0);

CREATE TABLE pages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, media TEXT NOT NULL, declared TEXT, content BLOB NOT NULL,
    place BLOB NOT NULL, summary BLOB
);
CREATE TABLE places (page TEXT NOT NULL, file TEXT NOT NULL, member TEXT NOT NULL, url TEXT, saved TEXT);
CREATE UNIQUE INDEX places_once ON places (page, file, member, ifnull(url, ''), ifnull(saved, ''));
CREATE TABLE rejected (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record BLOB NOT NULL);

CREATE TABLE articles (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, page TEXT NOT NULL UNIQUE, first INTEGER NOT NULL,
    current INTEGER NOT NULL, address TEXT, outlet TEXT, language TEXT, day TEXT, moment INTEGER, published TEXT,
    title TEXT
);
CREATE INDEX articles_by_address ON articles (address, seq) WHERE address IS NOT NULL AND current;
CREATE INDEX articles_by_version ON articles (first);
CREATE INDEX articles_by_moment ON articles (moment DESC, id) WHERE current;
CREATE INDEX articles_by_outlet ON articles (outlet, moment DESC, id) WHERE current;
CREATE INDEX articles_by_language ON articles (language, moment DESC, id) WHERE current;
CREATE TABLE readings (seq INTEGER PRIMARY KEY REFERENCES articles, record BLOB NOT NULL, text BLOB NOT NULL);
CREATE TABLE vectors (number INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL UNIQUE REFERENCES articles, vector BLOB NOT NULL);
CREATE TABLE outlets (folded TEXT PRIMARY KEY, name TEXT NOT NULL, articles INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE profiles (seq INTEGER PRIMARY KEY REFERENCES articles, profile BLOB NOT NULL);
CREATE TABLE listed_terms (seq INTEGER PRIMARY KEY REFERENCES articles, day INTEGER NOT NULL, keys BLOB NOT NULL, weights BLOB NOT NULL);
CREATE TABLE terms (term INTEGER, day INTEGER, seq INTEGER, weight REAL NOT NULL, PRIMARY KEY (term, day, seq)) WITHOUT ROWID;
CREATE TABLE listed_shingles (seq INTEGER PRIMARY KEY REFERENCES articles, keys BLOB NOT NULL);
CREATE TABLE shingles (hash INTEGER, seq INTEGER, PRIMARY KEY (hash, seq)) WITHOUT ROWID;
CREATE TABLE merged (tree TEXT PRIMARY KEY, upto BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE partners (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;

CREATE TABLE corrections (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record BLOB NOT NULL);
CREATE TABLE corrected_links (
    correction INTEGER NOT NULL REFERENCES corrections, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, verdict TEXT NOT NULL
);
CREATE INDEX corrected_links_by_correction ON corrected_links (correction);

CREATE TABLE stories (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL, moment INTEGER NOT NULL,
    origins INTEGER NOT NULL DEFAULT 0, disputed INTEGER NOT NULL DEFAULT 0, waiting INTEGER, card BLOB, view BLOB
);
CREATE INDEX stories_by_moment ON stories (moment DESC, id);
CREATE INDEX stories_by_articles ON stories (articles DESC, id);
CREATE INDEX stories_by_origins ON stories (origins DESC, id);
CREATE INDEX stories_by_disputed ON stories (disputed DESC, id);
CREATE INDEX stories_waiting ON stories (waiting) WHERE waiting IS NOT NULL;
CREATE TABLE members (seq INTEGER PRIMARY KEY REFERENCES articles, story INTEGER NOT NULL REFERENCES stories, place INTEGER NOT NULL);
CREATE INDEX members_by_story ON members (story, place);
CREATE TABLE links (
    story INTEGER NOT NULL REFERENCES stories, a TEXT NOT NULL, b TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (story, a, b)
) WITHOUT ROWID;
CREATE INDEX links_from ON links (a);
CREATE INDEX links_to ON links (b);
CREATE TABLE events (
    number INTEGER PRIMARY KEY, story TEXT NOT NULL, change TEXT NOT NULL, articles BLOB NOT NULL, other TEXT, by TEXT NOT NULL
);
CREATE INDEX events_by_story ON events (story, number);
CREATE TABLE became (story TEXT PRIMARY KEY, other TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE statements (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES articles, speaker TEXT, actor TEXT,
    stance TEXT NOT NULL, moment INTEGER
);
CREATE INDEX statements_by_article ON statements (seq);
CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX statements_by_actor ON statements (actor) WHERE actor IS NOT NULL;
CREATE INDEX statements_by_moment ON statements (moment DESC, id);
CREATE INDEX statements_by_stance ON statements (stance, moment DESC, id);
CREATE TABLE speakers (
    number INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL, statements INTEGER NOT NULL,
    articles INTEGER NOT NULL, stories INTEGER NOT NULL
);
CREATE INDEX speakers_by_statements ON speakers (statements DESC, folded);
CREATE TABLE speaker_words (word TEXT, speaker INTEGER REFERENCES speakers, PRIMARY KEY (word, speaker)) WITHOUT ROWID;
CREATE INDEX speaker_words_by_speaker ON speaker_words (speaker);
CREATE TABLE spoken (
    story INTEGER REFERENCES stories, speaker INTEGER REFERENCES speakers, statements INTEGER NOT NULL, articles INTEGER NOT NULL,
    moment INTEGER, last TEXT, PRIMARY KEY (story, speaker)
) WITHOUT ROWID;
CREATE INDEX spoken_by_speaker ON spoken (speaker, moment DESC, last);

CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5 (content_words, speaker, content='', tokenize='unicode61 remove_diacritics 2');
"""

VERSION_2 = """
CREATE TABLE memory (address TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
"""

VERSION_3 = """
CREATE TABLE spellings (
    spelling TEXT, story INTEGER REFERENCES stories, actor TEXT, PRIMARY KEY (spelling, story, actor)
) WITHOUT ROWID;
CREATE INDEX spellings_by_story ON spellings (story);
"""

VERSION_4 = """
CREATE TABLE known (story INTEGER PRIMARY KEY REFERENCES stories, record BLOB NOT NULL);
"""

STEPS = (VERSION_1, VERSION_2, VERSION_3, VERSION_4)
"""What makes version n of a file of version n - 1 stands at n - 1."""
LATEST = len(STEPS)


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of a desk's file, 0 for an empty one; raise `StoreError` where it is something else or too new."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if not tables:
        return 0
    if application != APPLICATION:
        raise StoreError(f"{path} is not a desk: it is another program's SQLite file; name another file")
    if version > LATEST:
        raise StoreError(
            f"{path} was written by a later Headwater (version {version} of its tables, this one knows {LATEST}); "
            "upgrade with: pip install --upgrade headwater"
        )
    return int(version)


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Take every step that the file has not taken, each in one transaction."""
    for number in range(version_of(connection, path), LATEST):
        connection.executescript(
            f"BEGIN IMMEDIATE; {STEPS[number]} PRAGMA application_id={APPLICATION}; PRAGMA user_version={number + 1}; COMMIT;"
        )
