"""The front command and its groups: errors as one clear line, commands in the order and the sections that they were added in.

>>> from click.testing import CliRunner
>>> front = Front("front")
>>> front.add_section("Rain", [click.Command("measure", short_help="How much fell.")])
>>> "How much fell." in CliRunner().invoke(front, ["--help"]).output
True
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from headwater.errors import HeadwaterError


class Ordered(click.Group):
    """A group that lists its commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Return the names of the commands."""
        return list(self.commands)


class Front(Ordered):
    """The front command: turns our own errors into one clear line and exit code 2, and Ctrl-C into 130."""

    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Titles with the names of the commands under them."""

    def add_section(self, title: str, commands: Iterable[click.Command]) -> None:
        """Add commands that help lists together under a title."""
        added = tuple(commands)
        for command in added:
            self.add_command(command)
        self.sections = (*self.sections, (title, tuple(command.name or "" for command in added)))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except HeadwaterError as error:
            raise click.UsageError(str(error)) from error
        except KeyboardInterrupt:
            click.echo("stopped; what was printed so far is complete", err=True)
            sys.exit(130)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - likewise
        """Write the commands, section by section."""
        width = formatter.width - 6 - max(map(len, self.commands), default=0)
        for title, names in self.sections:
            with formatter.section(title):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(width)) for name in names])
