"""Every command, option, room, reason and word is documented."""

import re
from pathlib import Path
from typing import get_args

import click
import pytest

from headwater.cli import main
from headwater.model import Reason

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "headwater"
WORDS = (
    "page article outlet agency credit mention actor statement cue stance hedge copy origin story point answer comparison desk rejected"
).split()


def read(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_documented(name: str):
    page = read("cli.md")
    assert f"headwater {name}" in page
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            for option in [*parameter.opts, *parameter.secondary_opts]:
                assert f"`{option}" in page, f"{option} of {name} is not in docs/cli.md"


@pytest.mark.parametrize(
    "room", sorted(path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists() and path.name != "cli")
)
def test_every_room_has_a_page(room: str):
    assert (DOCS / f"{room}.md").exists()


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_for_rejecting_is_documented(reason: str):
    assert f"`{reason}`" in read("pages.md") + read("articles.md") + read("cli.md")


@pytest.mark.parametrize("word", WORDS)
def test_the_glossary_holds_every_binding_word(word: str):
    assert re.search(rf"^\| {word} \|", read("GLOSSARY.md"), re.MULTILINE)


def test_links_between_pages_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(ROOT / "examples").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_nothing_names_a_machine_or_a_registry():
    pages = [
        *ROOT.glob("*.md"),
        *DOCS.rglob("*.md"),
        ROOT / "constraints.txt",
        ROOT / "Makefile",
        ROOT / "pyproject.toml",
    ]
    for page in pages:
        assert not re.search(
            r"(?<![\w.])/(?:work|root|home)/|index-url|https?://[^\s)]*(?:pypi|simple)/", page.read_text("utf-8")
        ), page
