"""`python -m evaluate` prints every score against its floor; `python -m evaluate predict TASK INPUT OUTPUT` predicts.

`python -m evaluate copies` prints how copies made on purpose are found, by style and by share kept; `injections` how many
conflicts put into stories on purpose are found; `disputes` every dispute that the untouched stories are said to hold;
`times` how news time phrases are read, beside dateparser.

TASK is one of pages, attribution, stories, copies, align, names, relation. INPUT and OUTPUT are JSON lines (INPUT may be gzip) in the
formats of `../shared/score/score.py`; INPUT needs none of the gold fields.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evaluate.conflicts.values import KINDS
from evaluate.disputes import print_disputes
from evaluate.edited import print_table
from evaluate.injections import print_injections, stories
from evaluate.rows import read_rows, write_rows
from evaluate.scores import SHARED, print_scores
from evaluate.tasks import TASKS, predict
from evaluate.times import print_table as print_times


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 1 where a score lies under its floor."""
    parser = argparse.ArgumentParser(prog="python -m evaluate", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    predicting = commands.add_parser("predict", help="write predictions in the scorer's format")
    predicting.add_argument("task", choices=TASKS)
    predicting.add_argument("input", type=Path)
    predicting.add_argument("output", type=Path)
    scoring = commands.add_parser("scores", help="print every score against its floor (the default)")
    scoring.add_argument("--only", help="only the scores whose name holds these words")
    copying = commands.add_parser("copies", help="print how copies made on purpose are found, by style and share kept")
    copying.add_argument("--write", type=Path, metavar="FOLDER", help="also write the collections, gold included")
    injecting = commands.add_parser("injections", help="print how conflicts put into stories on purpose are found")
    injecting.add_argument("--limit", type=int, help="only the first so many, a sample of all")
    injecting.add_argument(
        "--kind", choices=KINDS, action="append", default=[], help="only this kind (may be repeated)"
    )
    injecting.add_argument("--show", choices=("missed", "found"), help="also print each of these with its sentences")
    commands.add_parser("disputes", help="print every disputed, updated and unsure point of the untouched stories")
    commands.add_parser("times", help="print how news time phrases are read, beside dateparser alone")
    given = parser.parse_args(arguments)
    if given.command == "times":
        return print_times()
    if given.command == "predict":
        count = write_rows(given.output, predict(given.task, read_rows(given.input)))
        print(f"{count} predictions → {given.output}", file=sys.stderr)
        return 0
    if not SHARED.is_dir():
        print(f"skipped: {SHARED} is not here, and the gold data is not part of this repository", file=sys.stderr)
        return 0
    if given.command == "copies":
        print_table(given.write)
        return 0
    if given.command == "injections":
        print_injections(limit=given.limit, kinds=given.kind, show=given.show)
        return 0
    if given.command == "disputes":
        print_disputes(stories())
        return 0
    return print_scores(only=getattr(given, "only", None))


if __name__ == "__main__":
    sys.exit(main())
