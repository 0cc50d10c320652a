"""What a desk answers: search, listings, stories, articles, versions, exports."""

import csv
import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest

from headwater.desk import open_desk
from tests.cli.reports import GOAT, ROWS, headwater, rows_of

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "brief.schema.json").read_text("utf-8"))

GOAT_LONG = (
    f"{GOAT['text']} The animal, called Sorrel, crossed the board twice in the third hour and lay down beside the queen. "
    "Twelve boats brought visitors from Quill Bay, and the harbour stayed open until the last of them had gone home. "
    "The cup is made of tin and holds two litres; it has been in the town hall of Hask since the bridge was built."
)


def on_a_terminal(*arguments, **environment):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "headwater", *map(str, arguments)]
    given = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM", "COLUMNS"}}
    subprocess.run(command, stdout=theirs, env={**given, "TERM": "xterm-256color", **environment}, check=True)
    os.close(theirs)
    shown = b""
    with suppress(OSError):
        while piece := os.read(ours, 10_000):
            shown += piece
    os.close(ours)
    return shown.decode()


def test_words_are_found_with_their_place_and_ids(desk, stories, articles):
    done = headwater("search", desk, "goat")
    title, words, place = done.stdout.splitlines()
    assert title == "Goat wins chess cup of Hask  The Hask Gazette  1 Jun 2031"
    assert "A goat won the chess cup of Hask." in words
    ((start, end),) = re.findall(r"rows.jsonl#goat:(\d+)-(\d+)  article", place)
    assert ROWS[3]["text"][int(start) : int(end)] == "goat"
    assert place.endswith(f"article {articles['goat']}  story {stories['Goat']}")
    assert done.stderr == "1 hit\n"


def test_what_somebody_said_is_found_by_who_and_about_what(desk):
    found = rows_of(headwater("search", desk, "--speaker", "ana ruiz", "--about", "flood", "--jsonl"))
    assert {hit["statement"]["speaker"] for hit in found} == {"Ana Ruiz"}
    assert len({hit["article"]["id"] for hit in found}) == 3
    assert rows_of(headwater("search", desk, "--speaker", "Ana Ruiz", "--about", "goat", "--jsonl")) == []
    lines = headwater("search", desk, "--speaker", "Bo Lindqvist").stdout
    assert lines.startswith("Bo Lindqvist, in The Hask Gazette  asserts, direct, cue “said”")
    assert "“Nobody saw it move”" in lines


@pytest.mark.parametrize(
    ("filters", "outlets"),
    [
        (["--outlet", "Quill Mail"], {"Quill Mail"}),
        (["--since", "2031-05-12"], {"The Lowmark Post", "The Hask Gazette"}),
        (["flood", "--until", "2031-05-10"], {"The Daily Tern"}),
        (["flood -boats"], {"Quill Mail", "The Lowmark Post"}),
        (["rail*"], {"The Lowmark Post"}),
        (["water has risen and people died", "--meaning", "--limit", "3"], {"The Daily Tern", "Quill Mail", "The Lowmark Post"}),
    ],
)  # fmt: skip
def test_filters_leave_out_the_rest(desk, filters, outlets):
    found = rows_of(headwater("search", desk, "--jsonl", *filters))
    assert {hit["article"]["outlet"] for hit in found} == outlets


def test_a_limit_says_that_there_is_more(desk):
    done = headwater("search", desk, "flood", "--limit", "1")
    assert "--limit shows more" in done.stderr


@pytest.mark.parametrize("words", [[], ["“never closed"]])
def test_a_search_that_cannot_be_meant_says_so(desk, words):
    done = headwater("search", desk, *words)
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: ")


def test_found_words_are_coloured_on_a_terminal_only(desk):
    assert "\x1b" not in headwater("search", desk, "goat").stdout
    assert "\x1b[1;33mgoat\x1b[0m" in on_a_terminal("search", desk, "goat")
    without = on_a_terminal("search", desk, "goat", NO_COLOR="1")
    assert "\x1b[1;33m" not in without
    assert "\x1b[3" not in without


def test_stories_are_listed_in_the_order_asked_for(desk, stories):
    newest = headwater("desk", "stories", desk).stdout.splitlines()
    assert [line.split()[0] for line in newest] == [stories["Goat"], stories["Flood"]]
    most = headwater("desk", "stories", desk, "--order", "articles").stdout.splitlines()
    assert most[0].startswith(f"{stories['Flood']}  Flood at Lowmark  3 articles → 3 origins; ")
    (only,) = rows_of(headwater("desk", "stories", desk, "--order", "disputed", "--limit", "1", "--jsonl"))
    assert only["disputed"] + only["updated"] >= 1


def test_a_story_is_shown_as_in_a_brief_with_the_ids_that_other_commands_take(desk, stories, articles):
    shown = headwater("desk", "story", desk, stories["Flood"]).stdout
    assert "3 articles → 3 origins" in shown
    assert "Disputed  1" in shown or "Updated  1" in shown
    for name in ("tern", "mail", "post"):
        assert articles[name] in shown
    assert "\x1b" not in shown
    brief = json.loads(headwater("desk", "story", desk, stories["Flood"], "--json").stdout)
    jsonschema.validate(brief, SCHEMA)
    assert [story["id"] for story in brief["stories"]] == [stories["Flood"]]
    assert headwater("desk", "story", desk, stories["Goat"], "--markdown").stdout.startswith("# Brief")


def test_a_story_goes_to_files_as_in_a_visit(desk, stories, tmp_path):
    page = tmp_path / "story.html"
    table = headwater("desk", "story", desk, stories["Flood"], "--html", page, "--csv", "-").stdout
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")
    assert {row["outlet"] for row in csv.DictReader(table.splitlines())} >= {"The Daily Tern", "The Lowmark Post"}
    both = headwater("desk", "story", desk, stories["Flood"], "--csv", "-", "--json")
    assert both.exit_code == 2
    assert "only one of --csv - and --json" in both.stderr


def test_an_article_is_shown_with_all_that_the_desk_knows(desk, articles, stories):
    shown = headwater("desk", "article", desk, articles["post"]).stdout
    for words in ("Flood at Lowmark", "https://post.example/flood", articles["post"], stories["Flood"], "Ana Ruiz"):
        assert words in shown
    assert "The railway to Quill Bay stays closed." in shown
    row = json.loads(headwater("desk", "article", desk, articles["post"], "--json").stdout)
    assert row["story"] == stories["Flood"]
    assert row["current"] is True
    assert row["versions"] == [articles["post"]]


def test_versions_show_what_changed_without_a_word(desk, articles):
    later = ROWS[0] | {"id": "later", "text": ROWS[0]["text"].replace("nine people", "12 people")}
    headwater("add", desk, "-", "--workers", "1", given=json.dumps(later))
    done = headwater("desk", "versions", desk, articles["tern"])
    assert "changed without a word about it; 1 reworded" in done.stdout
    assert "− The flood at Lowmark killed nine people" in done.stdout
    assert "+ The flood at Lowmark killed 12 people" in done.stdout
    assert "number: “nine people” → “12 people”" in done.stdout
    assert "2 versions" in done.stderr
    (change,) = rows_of(headwater("desk", "versions", desk, articles["tern"], "--jsonl"))
    assert change["old"] == articles["tern"]
    assert "version 1 of 2; the newest is" in headwater("desk", "article", desk, articles["tern"]).stdout


def test_history_is_told_from_the_first(desk, stories):
    every = rows_of(headwater("desk", "history", desk, "--jsonl"))
    assert [event["number"] for event in every] == list(range(1, len(every) + 1))
    flood = headwater("desk", "history", desk, stories["Flood"]).stdout.splitlines()
    assert [line.split("  ")[2] for line in flood] == ["began", "grew", "grew"]


def test_counts_say_how_much_there_is(desk):
    counts = json.loads(headwater("desk", "counts", desk, "--json").stdout)
    assert (counts["articles"], counts["stories"], counts["outlets"]) == (4, 2, 4)
    assert re.search(r"^articles +4$", headwater("desk", "counts", desk).stdout, re.MULTILINE)


def test_pages_that_read_the_same_are_left_alone_when_read_anew(desk):
    done = headwater("desk", "reread", desk, "--workers", "1")
    assert done.exit_code == 0
    assert "0 added, 4 known" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("desk", "story", "{}", "gone"), "no story gone"),
        (("desk", "article", "{}", "gone"), "no article gone"),
        (("desk", "history", "{}", "gone"), "no story gone"),
        (("desk", "versions", "{}", "gone"), "no article gone"),
        (("export", "{}", "gone", "--format", "atom"), "no story gone"),
        (("export", "{}", "--speaker", "Zed Quo", "--format", "atom"), "Zed Quo"),
        (("export", "{}", "--format", "atom"), "takes one thing"),
        (("export", "{}", "gone", "--format", "runes"), "no format “runes”"),
    ],
)
def test_what_is_not_there_is_one_clear_sentence(desk, arguments, what):
    done = headwater(*(str(desk) if each == "{}" else each for each in arguments))
    assert done.exit_code == 2
    assert what in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["desk stories", "desk counts", "desk rejected", "search", "corrections"])
def test_a_desk_that_is_not_there_is_named_and_not_made(tmp_path, command):
    words = ["goat"] if command == "search" else []
    done = headwater(*command.split(), tmp_path / "no.desk", *words)
    assert done.exit_code == 2
    assert "no.desk does not exist" in done.stderr
    assert not (tmp_path / "no.desk").exists()


def test_a_story_and_a_speaker_leave_in_the_formats_of_others(desk, stories, tmp_path):
    file = tmp_path / "flood.jsonld"
    assert headwater("export", desk, stories["Flood"], "--format", "jsonld", "-o", file).exit_code == 0
    assert "NewsArticle" in file.read_text("utf-8")
    assert headwater("export", desk, stories["Flood"], "--format", "articles-csv").stdout.startswith("story,id")
    assert "<feed" in headwater("export", desk, "--speaker", "Ana Ruiz", "--format", "atom").stdout
    linked = headwater("export", desk, stories["Flood"], "--format", "atom", "--link", "https://desk.example/")
    assert f"https://desk.example/stories/{stories['Flood']}" in linked.stdout


def test_formats_are_listed_without_a_desk():
    done = headwater("export", "--list")
    assert done.exit_code == 0
    for name in ("STORY:", "ninjs", "points-parquet", "--speaker NAME:", "jsonfeed"):
        assert name in done.stdout


def test_a_desk_is_checked_copied_and_made_smaller(desk, tmp_path):
    well = headwater("desk", "check", desk)
    assert (well.exit_code, "is well" in well.stdout) == (0, True)
    assert headwater("desk", "backup", desk, tmp_path / "copy.desk").exit_code == 0
    assert headwater("desk", "compact", desk).exit_code == 0
    for command in ("stories", "history", "counts"):
        assert headwater("desk", command, tmp_path / "copy.desk").stdout == headwater("desk", command, desk).stdout


def test_a_damaged_desk_is_found_out(desk):
    held = bytearray(desk.read_bytes())
    held[len(held) // 2 : len(held) // 2 + 4096] = b"rain" * 1024
    desk.write_bytes(held)
    done = headwater("desk", "check", desk)
    assert done.exit_code in {1, 2}
    assert done.stdout or done.stderr
    assert "Traceback" not in done.output


def test_a_page_is_given_back_byte_for_byte_and_not_to_a_terminal(desk, tmp_path):
    saved = f"<html><title>Goat</title><body><article><p>{GOAT_LONG}</p>\x1b[31m</article></body></html>".encode()
    (tmp_path / "goat.html").write_bytes(saved)
    (row,) = rows_of(headwater("add", desk, tmp_path / "goat.html", "--jsonl", "--workers", "1"))
    headwater("desk", "page", desk, row["page"], "-o", tmp_path / "page")
    assert (tmp_path / "page").read_bytes() == saved
    assert headwater("desk", "page", desk, row["page"]).stdout_bytes == saved
    with pytest.raises(subprocess.CalledProcessError):
        on_a_terminal("desk", "page", desk, row["page"])


def test_speakers_and_outlets_are_listed(desk):
    assert (
        headwater("desk", "speakers", desk)
        .stdout.splitlines()[0]
        .startswith("Ana Ruiz  3 statements, 3 articles, 1 story")
    )
    assert [row["name"] for row in rows_of(headwater("desk", "speakers", desk, "lind", "--jsonl"))] == ["Bo Lindqvist"]
    assert headwater("desk", "outlets", desk, "quill").stdout == "Quill Mail  1 article\n"


def test_two_articles_stand_side_by_side(desk, articles):
    copied = GOAT | {"id": "copy", "source": "Quill Mail", "text": f"{GOAT_LONG} Children threw clover."}
    given = "".join(json.dumps(row) + "\n" for row in (GOAT | {"id": "long", "text": GOAT_LONG}, copied))
    long, copy = (
        row["article"] for row in rows_of(headwater("add", desk, "-", "--jsonl", "--workers", "1", given=given))
    )
    shown = headwater("desk", "pair", desk, long, copy).stdout
    assert "-#copy" in shown
    assert "crossed the board twice" in shown
    assert json.loads(headwater("desk", "pair", desk, long, copy, "--json").stdout)["copy"]["share"] > 0.5
    assert "nothing shows" in headwater("desk", "pair", desk, articles["tern"], articles["goat"]).stdout


def test_stories_that_wait_are_compared_when_asked(desk):
    before = headwater("desk", "stories", desk).stdout
    with open_desk(desk, write=True) as held, held.store.writing():
        held.store.unsettle([row.id for row in held.stories().items])
    assert "not compared yet" in headwater("desk", "stories", desk).stdout
    assert headwater("desk", "settle", desk, "--workers", "1").stdout == "2 stories compared anew\n"
    assert headwater("desk", "stories", desk).stdout == before
