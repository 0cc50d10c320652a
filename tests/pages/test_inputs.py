"""Which files the inputs name."""

import os

import pytest

from headwater.model import Rejected
from headwater.pages.inputs import found_files


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("b.html", "a.txt", ".hidden.html", "sub/c.html", "sub/deep/d.html", "sub/.git/e.html", "z[1].html"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Rain")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


def found(*inputs: str) -> list[str]:
    return [file if isinstance(file, str) else f"{file.reason}: {file.file}" for file in found_files(inputs)]


@pytest.mark.usefixtures("folder")
def test_a_folder_is_read_to_the_bottom_in_order_without_hidden_entries():
    assert found("news") == ["news/a.txt", "news/b.html", "news/sub/c.html", "news/sub/deep/d.html", "news/z[1].html"]


@pytest.mark.usefixtures("folder")
def test_patterns_that_the_shell_left_alone():
    assert found("news/*.html") == ["news/b.html", "news/z[1].html"]
    assert found("news/**/*.html") == ["news/b.html", "news/z[1].html", "news/sub/c.html", "news/sub/deep/d.html"]
    assert found("n?ws/s*") == ["news/sub/c.html", "news/sub/deep/d.html"]
    assert found(f"{os.getcwd()}/news/[ab].*")[0].endswith("/news/a.txt")  # noqa: PTH109


@pytest.mark.usefixtures("folder")
def test_a_file_whose_name_looks_like_a_pattern_is_the_file():
    assert found("news/z[1].html") == ["news/z[1].html"]


@pytest.mark.usefixtures("folder")
def test_what_leads_nowhere_is_said():
    assert found("news/*.pdf", "nowhere", "", "a\0b") == [
        "unreadable: news/*.pdf",
        "unreadable: nowhere",
        "unreadable: ",
        "unreadable: a\0b",
    ]
    [nothing] = found_files(["news/*.pdf"])
    assert isinstance(nothing, Rejected)
    assert "no file matches" in nothing.detail


def test_links_that_lead_back_are_followed_once(folder):
    (folder / "sub" / "back").symlink_to(folder)
    (folder / "sub" / "deep" / "again").symlink_to(folder / "sub")
    assert len(found("news")) == 5
    assert len(found("news/**/*.html")) == 4


def test_a_folder_that_vanishes_while_it_is_read(folder):
    files = found_files(["news"])
    assert next(files) == "news/a.txt"
    for path in sorted((folder / "sub").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (folder / "sub").rmdir()
    assert list(files) == ["news/b.html", "news/sub", "news/z[1].html"]


def test_a_deep_folder_is_no_problem(tmp_path):
    path = tmp_path
    for _ in range(200):
        path = path / "d"
    path.mkdir(parents=True)
    (path / "a.txt").write_text("Rain")
    assert found(str(tmp_path)) == [str(path / "a.txt")]
