"""The conformance suite runs over every store in `STORES`: whoever adds one adds a line."""

import pytest

from headwater.store import open_store

STORES = {"sqlite": open_store}


@pytest.fixture(params=sorted(STORES))
def opened(request, tmp_path):
    """Return what opens the store, again and again; everything is closed at the end."""
    held = []

    def open_again(*, write=False):
        held.append(STORES[request.param](tmp_path / "news.desk", write=write))
        return held[-1]

    yield open_again
    for each in held:
        each.close()


@pytest.fixture
def store(opened):
    return opened(write=True)
