"""What the command line says of itself: two kinds of commands, every option documented, quick to start."""

import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest

from headwater.cli import main
from headwater.cli.asking_commands import STANCES
from headwater.cli.desk_commands import ORDERS
from headwater.model import Stance, StoryOrder
from tests.cli.reports import headwater

DOCS = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")


def under(group, *path):
    """Every command below a group, with the words that lead to it."""
    for name, command in group.commands.items():
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from under(command, *path, name)


COMMANDS = dict(under(main))


def test_help_lists_visits_and_desks_apart():
    shown = headwater("--help").stdout
    visits, desks = shown.index("A visit ("), shown.index("A desk (")
    assert visits < shown.index("  brief ") < desks < shown.index("  add ") < shown.index("  corrections ")
    assert {name for _, names in main.sections for name in names} == set(main.commands)


@pytest.mark.parametrize("path", sorted(COMMANDS), ids=" ".join)
def test_every_command_below_another_is_documented_with_its_options(path):
    assert path[-1] in DOCS
    for parameter in COMMANDS[path].params:
        if isinstance(parameter, click.Option):
            for option in [*parameter.opts, *parameter.secondary_opts]:
                assert f"`{option}" in DOCS, f"{option} of {' '.join(path)} is not in docs/cli.md"


@pytest.mark.parametrize("path", sorted(COMMANDS), ids=" ".join)
def test_every_command_says_what_it_does(path):
    command = COMMANDS[path]
    assert command.help
    assert command.get_short_help_str(200).endswith(".")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_choices_are_those_of_the_model():
    assert get_args(Stance) == STANCES
    assert get_args(StoryOrder) == ORDERS


@pytest.mark.parametrize(
    "arguments", [["--help"], ["add", "--help"], ["desk", "story", "--help"], ["correct", "x", "merge", "-h"]]
)
def test_help_imports_no_room(arguments):
    code = (
        "import sys; from headwater.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m in {'numpy', 'lxml', 'rich', 'sqlite3', 'headwater.model'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
