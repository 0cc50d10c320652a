"""A desk with invented reports, made once by the command line itself; each test that changes it gets a copy."""

import shutil

import pytest

from tests.cli.reports import ROWS, headwater, rows_of, written


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    rows = written(folder / "rows.jsonl", ROWS)
    done = headwater("add", folder / "news.desk", rows, "--workers", "1")
    assert done.exit_code == 0, done.output
    return folder / "news.desk", done


@pytest.fixture
def desk(made_once, tmp_path):
    return shutil.copy(made_once[0], tmp_path / "news.desk")


@pytest.fixture
def stories(desk):
    """The ids of the stories of the desk by the first word of their titles."""
    return {row["title"].split()[0]: row["id"] for row in rows_of(headwater("desk", "stories", desk, "--jsonl"))}


@pytest.fixture
def articles(desk):
    """The ids of the articles by their rows' names."""
    hits = [rows_of(headwater("search", desk, word, "--jsonl")) for word in ("flood", "goat")]
    return {hit["article"]["places"][0]["member"]: hit["article"]["id"] for found in hits for hit in found}
