"""The options of a judge from outside, and what a run says of it. Off unless an address is given.

What enters: what click has parsed. What leaves: a `ChatJudge` or None, and lines for standard error.

>>> judge_from({"judge": None}) is None
True
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from click.core import ParameterSource

from headwater.errors import UsageError

if TYPE_CHECKING:
    from headwater.judges import ChatJudge

Command = TypeVar("Command", bound=Callable[..., None])
ADDRESS = "HEADWATER_JUDGE"
"""The environment variable that may hold the address."""
MODEL = "HEADWATER_JUDGE_MODEL"
"""The environment variable that may hold the model's name."""
BUDGET = 200


def judge_options(command: Command) -> Command:
    """Add the options of a judge to a command that compares."""
    options = [
        click.option(
            "--judge",
            metavar="URL",
            envvar=ADDRESS,
            help="Ask a model about the pairs of sentences that the shipped one is unsure of: the address of an endpoint"
            f" that speaks the OpenAI chat protocol. Sends it these sentences.  [env: {ADDRESS}]",
        ),
        click.option("--judge-model", metavar="NAME", envvar=MODEL, help=f"The judge's name there.  [env: {MODEL}]"),
        click.option(
            "--judge-budget",
            type=click.IntRange(min=0),
            default=BUDGET,
            show_default=True,
            help="Most pairs to ask about; 0 only replays what was answered before.",
        ),
        click.option(
            "--judge-cache",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Keep the judge's answers here.  [default: headwater/judge.jsonl in your cache folder]",
        ),
        click.option(
            "--judge-seconds",
            type=click.FloatRange(min=0, min_open=True),
            default=30.0,
            show_default=True,
            help="Give up on one question after this long.",
        ),
        click.option(
            "--judge-total-seconds",
            type=click.FloatRange(min=0, min_open=True),
            default=600.0,
            show_default=True,
            help="Ask nothing more after this long.",
        ),
        click.option("--judge-no-thinking", is_flag=True, help="Ask a model that thinks first to answer at once."),
        click.option("--judge-plain-http", is_flag=True, help="Allow http:// to another machine."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def judge_from(options: Mapping[str, object]) -> ChatJudge | None:
    """Return the judge that the options of a command ask for; None where they ask for none, or the command has none.

    Raises `UsageError` where they do not fit together or the endpoint's address cannot be used, and `MissingExtra`.
    """
    address = str(options.get("judge") or "") or None
    model = str(options.get("judge_model") or "")
    budget = int(str(options.get("judge_budget", BUDGET)))
    if address is None and not (model and budget == 0):
        for name in options:
            if name.startswith("judge_") and _typed(name) and not _typed("judge"):
                raise UsageError(f"--{name.replace('_', '-')} needs --judge, or --judge-model with --judge-budget 0")
        return None
    if not model:
        raise UsageError("--judge needs --judge-model: the model's name, as the endpoint knows it")
    from headwater.judges import ChatJudge, ChatSettings  # noqa: PLC0415 - most runs have no judge

    given = options["judge_cache"]
    return ChatJudge(
        ChatSettings(
            model=model,
            endpoint=address,
            cache=given if isinstance(given, Path) else default_cache(),
            budget=budget,
            seconds=float(str(options["judge_seconds"])),
            total_seconds=float(str(options["judge_total_seconds"])),
            no_thinking=bool(options["judge_no_thinking"]),
            plain_http=bool(options["judge_plain_http"]),
        )
    )


def default_cache() -> Path:
    """Return the file that answers are kept in by default (XDG Base Directory Specification 0.8).

    >>> default_cache().parts[-2:]
    ('headwater', 'judge.jsonl')
    """
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = named if named.is_absolute() else Path.home() / ".cache"
    return folder / "headwater" / "judge.jsonl"


def judge_says(judge: ChatJudge | None) -> list[str]:
    """Return the lines for standard error at the end of a run: what went wrong, with its fix, then what was asked."""
    if judge is None:
        return []
    from headwater.judges import judge_line  # noqa: PLC0415 - most runs have no judge

    report = judge.report
    return [*(f"judge {report.model}: {trouble}" for trouble in report.troubles), judge_line(report)]


def _typed(name: str) -> bool:
    """Return whether an option stands on the command line, and not in the environment only."""
    context = click.get_current_context(silent=True)
    return context is not None and context.get_parameter_source(name) is ParameterSource.COMMANDLINE
