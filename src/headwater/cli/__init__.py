"""The command line: a translation of `headwater.desk`, nothing more. Start-up imports no room; each command does.

>>> from click.testing import CliRunner
>>> CliRunner().invoke(main, ["--version"]).output.strip()
'headwater 0.1.0'
"""

from __future__ import annotations

import click

from headwater import __version__
from headwater.cli.asking_commands import export, search, serve
from headwater.cli.correcting_commands import CORRECTING
from headwater.cli.desk_commands import desk
from headwater.cli.front import Front
from headwater.cli.growing_commands import GROWING
from headwater.cli.visit_commands import VISITS

__all__ = ["Front", "main"]


@click.group(
    cls=Front,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: headwater brief FOLDER, or headwater add news.desk FOLDER",
)
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name="headwater")
def main() -> None:
    """Trace every claim in the news to its source.

    Headwater reads many reports of the same events and tells which of them tell one story, who copied whom, who said
    what, and what independent origins agree on, dispute, or report alone. It works offline and counts origins, not
    headlines.
    """


main.add_section("A visit (pages in, an answer out, nothing is kept)", VISITS)
main.add_section("A desk (a file that grows, like news.desk)", (*GROWING, search, desk, *CORRECTING, export, serve))
