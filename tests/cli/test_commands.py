"""The command line: what it prints where, and how it ends."""

import csv
import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import jsonschema
import pytest
from click.testing import CliRunner

from headwater.cli import Front, main

ROOT = Path(__file__).parents[2]
ROW = {
    "id": "a",
    "title": "Rain floods Lowmark",
    "text": "Rain flooded Lowmark on Monday. “It was wet,” said Ana Ruiz.",
    "source": "The Lowmark Post",
}


def run(*arguments, given=""):
    return CliRunner().invoke(main, [*map(str, arguments), "--workers", "1"], input=given)


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return path


def test_a_brief_in_json_follows_its_schema(rows):
    done = run("brief", rows, "--json")
    assert done.exit_code == 0
    brief = json.loads(done.stdout)
    jsonschema.validate(brief, json.loads((ROOT / "docs" / "brief.schema.json").read_text("utf-8")))
    assert [article["outlet"] for article in brief["stories"][0]["articles"]] == ["The Lowmark Post"]


def test_a_brief_is_plain_text_when_piped(rows):
    done = run("brief", rows)
    assert "Rain floods Lowmark" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_brief_in_markdown_is_markdown(rows):
    assert run("brief", rows, "--markdown").stdout.startswith("#")


def test_html_goes_to_its_file_and_the_brief_still_prints(rows, tmp_path):
    done = run("brief", rows, "--html", tmp_path / "brief.html")
    assert "Rain floods Lowmark" in done.stdout
    assert (tmp_path / "brief.html").read_text("utf-8").lower().startswith("<!doctype html>")


@pytest.mark.parametrize("command", ["articles", "statements", "stories"])
def test_listings_print_one_json_object_a_line(command, rows):
    done = run(command, rows, "--jsonl")
    assert done.exit_code == 0
    listed = [json.loads(line) for line in done.stdout.splitlines()]
    assert listed
    assert all("id" in row for row in listed)


@pytest.fixture
def twins(tmp_path):
    text = (
        "Rain flooded the lower town of Lowmark on Monday and washed away the old bridge, the mayor told reporters at noon. "
        "Boats carried bread to the mill quarter while engineers from the canal office measured how far the dyke had moved. "
        "Nobody was hurt. The railway to Quill Bay stays closed until Thursday, and schools have sent their pupils home."
    )
    path = tmp_path / "twins.jsonl"
    path.write_text(
        "".join(json.dumps(ROW | {"id": name, "source": name, "text": text}) + "\n" for name in "ab"), encoding="utf-8"
    )
    return path


def test_copies_are_rows_of_links_and_of_origins(twins):
    link, origin = [json.loads(line) for line in run("copies", twins, "--jsonl").stdout.splitlines()]
    assert link["share"] > 0.9
    assert (link["verdict"], link["shared"], link["directed"]) == ("yes", "text", False)
    assert sorted(origin["articles"]) == sorted([link["copy"], link["original"]])
    assert origin["borrowed"] == []
    schema = json.loads((ROOT / "docs" / "brief.schema.json").read_text("utf-8"))
    for row, kind in ((link, "copy"), (origin, "origin")):
        jsonschema.validate(row, {"$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"})


def test_copies_are_trees_in_plain_text_when_piped(twins):
    done = run("copies", twins)
    assert "2 articles → 1 origin" in done.stdout
    assert "direction undecided" in done.stdout
    assert "\x1b" not in done.stdout
    assert "2 pages, 2 articles, 1 story, 1 origin" in done.stderr
    assert "--full" not in run("copies", twins, "--full").stdout


def test_the_copy_graph_goes_to_files_beside_the_trees(twins, tmp_path):
    files = {name: tmp_path / f"copies.{name}" for name in ("html", "graphml", "dot")}
    done = run("copies", twins, *(part for name, path in files.items() for part in (f"--{name}", path)))
    assert "2 articles → 1 origin" in done.stdout
    assert files["html"].read_text("utf-8").startswith("<!doctype html>")
    assert len(ET.parse(files["graphml"]).findall(".//{*}edge")) == 1  # noqa: S314 - our own output
    assert files["dot"].read_text("utf-8").count(" -> ") == 1


@pytest.mark.parametrize(
    ("option", "opening"), [("--graphml", "<?xml"), ("--dot", "digraph copies {"), ("--html", "<!doctype html>")]
)
def test_a_file_on_standard_output_stands_there_alone(twins, option, opening):
    done = run("copies", twins, option, "-")
    assert done.stdout.startswith(opening)
    assert done.stdout.rstrip().endswith((">", "}"))
    assert "1 story" in done.stderr


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("copies", ["--graphml", "-", "--dot", "-"]),
        ("copies", ["--dot", "-", "--jsonl"]),
        ("compare", ["--csv", "-", "--annotations", "-"]),
        ("compare", ["--csv", "-", "--jsonl"]),
    ],
)
def test_only_one_thing_goes_to_standard_output(twins, command, arguments):
    done = run(command, twins, *arguments)
    assert done.exit_code == 2
    assert "only one of" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["brief", "copies", "compare"])
def test_a_file_that_cannot_be_written_is_named_before_any_work(command, rows, tmp_path):
    done = run(command, rows, "--html", tmp_path / "no" / "such" / "page.html")
    assert done.exit_code == 2
    assert "the folder" in done.stderr
    assert "does not exist" in done.stderr
    assert done.stdout == ""
    assert run("brief", rows, "--html", "-").exit_code == 2


def test_files_of_agencies_are_named_to_every_process(rows, tmp_path, monkeypatch):
    monkeypatch.setenv("HEADWATER_AGENCIES", "")
    files = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for file in files:
        file.write_text("", encoding="utf-8")
    assert run("articles", rows, "--agencies", files[0], "--agencies", files[1]).exit_code == 0
    assert os.environ["HEADWATER_AGENCIES"] == os.pathsep.join(map(str, files))
    assert run("articles", rows, "--agencies", tmp_path / "gone.toml").exit_code == 2


def test_points_are_rows_that_can_be_read_alone(twins):
    points = [json.loads(line) for line in run("compare", twins, "--jsonl").stdout.splitlines()]
    assert {point["status"] for point in points} == {"single"}, "one origin agrees with nobody"
    schema = json.loads((ROOT / "docs" / "brief.schema.json").read_text("utf-8"))
    for point in points:
        jsonschema.validate(point, {"$defs": schema["$defs"], "$ref": "#/$defs/point"})


@pytest.fixture
def reports(tmp_path):
    """Three outlets, two of which give different numbers, and a story of its own."""
    flood = "The flood at Lowmark killed {} people on Monday, the mayor said. {}"
    own = (
        "Boats carried bread to the mill quarter.",
        "Engineers measured the dyke with poles and lines.",
        "The railway to Quill Bay stays closed.",
    )
    rows = [
        ROW | {"id": name, "source": f"The {name}", "title": "Flood at Lowmark", "text": flood.format(number, end)}
        | {"published": f"2031-05-1{place}"}
        for place, (name, number, end) in enumerate(zip(("Tern", "Mail", "Post"), ("nine", "nine", "31"), own, strict=True))
    ]  # fmt: skip
    other = ROW | {
        "id": "d",
        "title": "Goat wins chess cup",
        "text": "A goat won the chess cup of Hask. Nobody saw it move.",
    }
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in (*rows, other)), encoding="utf-8")
    return path


def test_a_comparison_shows_what_divides_the_reports(reports):
    done = run("compare", reports)
    assert "Disputed  1" in done.stdout or "Updated  1" in done.stdout
    assert "Who says what" in done.stdout
    assert "1 story of one article" in done.stdout
    assert "\x1b" not in done.stdout
    assert "4 articles" in done.stderr


def test_the_table_annotations_and_page_go_to_files_beside_the_comparison(reports, tmp_path):
    files = {name: tmp_path / f"compared.{name}" for name in ("html", "csv", "annotations")}
    done = run("compare", reports, *(part for name, path in files.items() for part in (f"--{name}", path)))
    assert "Who says what" in done.stdout
    assert files["html"].read_text("utf-8").startswith("<!doctype html>")
    rows = list(csv.DictReader(files["csv"].read_bytes().decode().splitlines()))
    assert {row["outlet"] for row in rows} == {"The Tern", "The Mail", "The Post", "The Lowmark Post"}
    assert json.loads(files["annotations"].read_text("utf-8"))["total"] == len(rows)


@pytest.mark.parametrize(
    ("option", "opening"), [("--csv", "story,point,"), ("--annotations", "{\n"), ("--html", "<!doctype")]
)
def test_a_comparison_on_standard_output_stands_there_alone(reports, option, opening):
    done = run("compare", reports, option, "-")
    assert done.stdout.startswith(opening)
    assert "Who says what  " not in done.stdout


def test_one_story_of_a_comparison(reports):
    assert "Goat wins chess cup" in run("compare", reports, "--story", "2").stdout
    assert "Flood" not in run("compare", reports, "--story", "2").stdout
    wrong = run("compare", reports, "--story", "7")
    assert wrong.exit_code == 2
    assert "from 1 to 2" in wrong.stderr


def test_standard_input_is_a_page():
    done = run("articles", "-", "--jsonl", given=json.dumps(ROW))
    assert json.loads(done.stdout)["text"] == ROW["text"]


@pytest.mark.usefixtures("rows")
def test_the_closing_line_counts_and_gives_reasons_where_it_spoils_no_output(tmp_path):
    (tmp_path / "empty.html").write_bytes(b"")
    line = "2 pages, 1 article, 1 story, 1 origin; 1 rejected: 1 empty"
    read = run("brief", tmp_path)
    assert read.stdout.splitlines()[-1] == line
    assert line not in read.stderr
    piped = run("brief", tmp_path, "--json")
    assert line in piped.stderr
    assert line not in piped.stdout


def test_quiet_says_nothing_on_standard_error(rows):
    assert run("brief", rows, "--quiet", "--json").stderr == ""


@pytest.mark.usefixtures("rows")
def test_a_rejected_input_is_named_and_the_rest_goes_on(tmp_path):
    (tmp_path / "noise.html").write_bytes(bytes(range(256)) * 20)
    done = run("articles", tmp_path, "--jsonl")
    assert done.exit_code == 0
    assert "noise.html" in done.stderr
    assert "binary" in done.stderr
    assert json.loads(done.stdout)["title"] == ROW["title"]


def test_strict_ends_with_1_if_something_was_rejected(rows, tmp_path):
    assert run("brief", rows, "--strict").exit_code == 0
    assert run("brief", rows, tmp_path / "gone.html", "--strict").exit_code == 1
    assert run("brief", rows, tmp_path / "gone.html").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["brief"], ["brief", "x", "--no-such-option"], ["no-such-command"], ["brief", "x", "--workers", "0"]]
)
def test_a_wrong_command_line_ends_with_2(arguments):
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_a_page_over_the_limit_is_rejected():
    long = run("articles", "-", "--max-page-mb", "0.001", given="Rain fell. " * 1000)
    assert "too large" in long.stderr


def test_a_reader_that_closes_the_pipe_early_is_no_crash(rows):
    running = subprocess.Popen(
        [sys.executable, "-m", "headwater", "articles", str(rows), "--jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert b"Traceback" not in running.stderr.read()
    running.stderr.close()
    running.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_on_a_terminal_leaves_standard_output_alone(rows, tmp_path):
    ours, theirs = pty.openpty()
    with (tmp_path / "out.jsonl").open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "headwater", "articles", str(rows), "--jsonl", "--workers", "1"],
            stdout=out,
            stderr=theirs,
            check=True,
        )
    os.close(theirs)
    with suppress(OSError):
        assert "1 page, 1 article" in os.read(ours, 10_000).decode()
    os.close(ours)
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["title"] == ROW["title"]


def test_ctrl_c_ends_with_130_and_a_plain_word():
    group = Front("group")

    @group.command()
    def stopped():
        click.echo("a whole line")
        raise KeyboardInterrupt

    done = CliRunner().invoke(group, ["stopped"])
    assert done.exit_code == 130
    assert done.stdout == "a whole line\n"
    assert "stopped" in done.stderr


def test_help_imports_no_room():
    code = "import sys; from headwater.cli import Front, main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(sorted(m for m in sys.modules if m in {'numpy', 'lxml', 'rich', 'trafilatura', 'onnxruntime'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
