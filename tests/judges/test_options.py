"""The command line's options, and what a run says of its judge."""

import click
import pytest
from click.testing import CliRunner

from headwater.cli.judging import default_cache, judge_from, judge_options, judge_says

RAIN = ("It rained in Lowmark.", "Lowmark stayed dry.")


@click.command()
@judge_options
def compare(**options):
    judge = judge_from(options)
    click.echo("; ".join(judgement.relation for judgement in judge([RAIN]) if judgement) if judge else "no judge")
    for line in judge_says(judge):
        click.echo(line, err=True)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("HEADWATER_JUDGE", raising=False)
    monkeypatch.delenv("HEADWATER_JUDGE_MODEL", raising=False)
    return lambda *arguments, **env: CliRunner().invoke(compare, list(map(str, arguments)), env=env)


def test_no_judge_is_asked_unless_one_is_named(run, tmp_path):
    done = run()
    assert (done.stdout, done.stderr, done.exit_code) == ("no judge\n", "", 0)
    assert list(tmp_path.iterdir()) == []


def test_a_judge_is_asked_then_replayed_from_the_default_file(run, serve, tmp_path):
    server = serve("same")
    asked = run("--judge", server.url, "--judge-model", "m")
    assert (asked.stdout, asked.stderr) == ("supports\n", "judge m: 1 asked\n")
    assert (tmp_path / "headwater" / "judge.jsonl").stat().st_size > 0
    server.stop()
    replayed = run("--judge-model", "m", "--judge-budget", 0)
    assert (replayed.stdout, replayed.stderr) == ("supports\n", "judge m: 0 asked, 1 replayed\n")


def test_the_environment_may_name_the_judge_and_an_empty_address_switches_it_off(run, serve):
    env = {"HEADWATER_JUDGE": serve("opposed").url, "HEADWATER_JUDGE_MODEL": "m"}
    assert run(**env).stdout == "contradicts\n"
    assert run("--judge", "", **env).stdout == "no judge\n"


def test_a_named_file_holds_the_answers(run, serve, tmp_path):
    run("--judge", serve("same").url, "--judge-model", "m", "--judge-cache", tmp_path / "mine.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--judge", "http://localhost:1/v1"], "--judge needs --judge-model"),
        (["--judge-budget", "0"], "--judge-budget needs --judge"),
        (["--judge-cache", "mine.jsonl"], "--judge-cache needs --judge"),
        (["--judge-model", "m"], "--judge-model needs --judge"),
        (["--judge", "http://models.example.org/v1", "--judge-model", "m"], "--judge-plain-http"),
        (["--judge-model", "m", "--judge-budget", "0"], "no answers to replay"),
    ],
)
def test_options_that_do_not_fit_are_named(run, arguments, says):
    assert says in str(run(*arguments).exception)


def test_a_relative_cache_folder_is_not_believed(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert default_cache().is_absolute()
