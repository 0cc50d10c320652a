import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from headwater.api import Limits, Rate, Served
from headwater.api.application import application
from headwater.api.tokens import TokenKey
from headwater.desk import open_desk

TOKEN = "hw_" + "A" * 43
WRITER = {"Authorization": f"Bearer {TOKEN}"}
FREE = Rate(burst=100_000, per_second=100_000.0)
LIMITS = Limits(reads=FREE, writes=FREE, stream_seconds=0.05, wait_seconds=1.5, writer_seconds=0.2)

SINKING = (
    "Nine boats sank in Quill Bay on Monday night, harbour master Ana Ruz said. “We lost nine boats in one hour,” she said. "
    "The coast guard of Lowmark searched the bay until noon. Fishermen blamed the new breakwater for the high waves."
)
TWELVE = (
    "Twelve boats sank in Quill Bay on Monday night, the fishermen's union of Lowmark said. Harbour master Ana Ruz denied "
    "that the breakwater was to blame. The union demanded that the port be closed until the breakwater is mended."
)
TRAMS = (
    "The trams of Osterby stood still on Tuesday because drivers went on strike. “We ask for two days of rest,” said Tomas "
    "Vell, who speaks for the drivers. The city council of Osterby promised talks on Friday."
)
TRAMS_LATER = TRAMS.replace("two days", "three days").replace("on Friday", "on Thursday")
ROWS = [
    {"id": "1", "title": "Boats sink in Quill Bay", "source": "Tern Post", "published": "2031-05-06T08:00:00Z",
     "url": "https://tern.example/boats", "text": SINKING},
    {"id": "2", "title": "Boats lost in Quill Bay", "source": "Harbour Mail", "published": "2031-05-06T10:00:00Z",
     "url": "https://harbour.example/boats", "text": SINKING + " The mail's own reporter saw planks on the beach."},
    {"id": "3", "title": "Union counts twelve sunk boats in Quill Bay", "source": "Lowmark Voice",
     "published": "2031-05-06T12:00:00Z", "url": "https://voice.example/twelve", "text": TWELVE},
    {"id": "4", "title": "Osterby trams stand still", "source": "Osterby Echo", "published": "2031-05-07T07:00:00Z",
     "url": "https://echo.example/trams", "text": TRAMS},
    {"id": "5", "title": "Osterby trams stand still", "source": "Osterby Echo", "published": "2031-05-07T09:00:00Z",
     "url": "https://echo.example/trams", "text": TRAMS_LATER},
]  # fmt: skip


def add(path, folder, rows, name="news.jsonl"):
    file = folder / name
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with open_desk(path, write=True) as desk:
        return list(desk.add([str(file), str(folder / "gone.html")]))


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Return the file of a small desk that nobody may change."""
    folder = tmp_path_factory.mktemp("made")
    path = folder / "news.desk"
    add(path, folder, ROWS)
    return path


def served_at(path, **settings):
    plain = Served(
        path=path,
        desk=open_desk(path),
        key=TokenKey.of(TOKEN),
        limits=LIMITS,
        clock=lambda: datetime(2031, 5, 8, 9, tzinfo=UTC),
    )
    return replace(plain, **settings)


def client_of(served):
    return TestClient(application(served), base_url="http://localhost/api/v1", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def reader(made):
    """Return a client of the desk that nobody changes."""
    served = served_at(made)
    with served.desk, client_of(served) as client:
        yield client


@pytest.fixture
def own(made, tmp_path):
    """Return the file of a desk that the test may change."""
    path = tmp_path / "news.desk"
    shutil.copy(made, path)
    return path


@pytest.fixture
def writer(own):
    """Return a client, with the token, of a desk that the test may change."""
    served = served_at(own)
    with served.desk, client_of(served) as client:
        client.headers.update(WRITER)
        yield client


@pytest.fixture
def served_with(made):
    """Return what makes a client of a server with other settings."""
    opened = []

    def client(path=made, **settings):
        served = served_at(path, **settings)
        opened.append(served.desk)
        return client_of(served)

    yield client
    for desk in opened:
        desk.close()


@pytest.fixture(name="serving")
def serving_fixture():
    """Return what serves a desk's file."""
    return served_at


@pytest.fixture
def writing():
    """Return the headers of who has the token."""
    return WRITER
