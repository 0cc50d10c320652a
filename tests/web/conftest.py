"""Who reads, and who corrects, a small desk."""

import shutil
from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from tests.web.desks import filled, served, sign_in


@pytest.fixture(scope="session")
def desk_file(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("secret-folder") / "news.desk")


@pytest.fixture(scope="session")
def reader(desk_file):
    """Return a browser of somebody who may only read."""
    app, desk = served(desk_file, writable=False)
    with TestClient(app) as client, desk:
        yield client


@pytest.fixture
def own_file(desk_file, tmp_path):
    return shutil.copy(desk_file, tmp_path / "news.desk")


@pytest.fixture
def editor(own_file):
    """Return a browser of somebody signed in, on a desk of their own."""
    app, desk = served(own_file)
    with TestClient(app) as client, desk:
        assert sign_in(client).status_code == 200
        yield client


@pytest.fixture
def served_alone():
    """Serve a desk to somebody who only reads, for as long as the test runs."""
    with ExitStack() as held:

        def serve(path):
            app, desk = served(path, writable=False)
            held.enter_context(desk)
            return held.enter_context(TestClient(app))

        yield serve
