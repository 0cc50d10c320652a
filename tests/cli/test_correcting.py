"""People's judgements from the command line: what they change, who made them, undo, and carrying them over."""

import getpass
import json
import shutil

import pytest

from tests.cli.reports import GOAT, ROWS, headwater, rows_of


def listed(desk):
    return rows_of(headwater("corrections", desk, "list", "--jsonl"))


def stories_of(desk):
    return {row["id"]: row["articles"] for row in rows_of(headwater("desk", "stories", desk, "--jsonl"))}


def pages_of(desk, articles):
    return {
        name: json.loads(headwater("desk", "article", desk, article, "--json").stdout)["article"]["page"]
        for name, article in articles.items()
    }


def test_stories_that_are_merged_are_one_until_it_is_taken_back(desk, stories, articles):
    before = stories_of(desk)
    done = headwater(
        "correct", desk, "merge", stories["Flood"], stories["Goat"], "--note", "one fair", "--person", "Ana"
    )
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].endswith("merge stories; 1 story changed")
    assert list(stories_of(desk).values()) == [4]
    (made,) = listed(desk)
    assert (made["kind"], made["person"], made["note"], made["standing"]) == ("merge stories", "Ana", "one fair", True)
    assert set(made["groups"][0]) == set(pages_of(desk, articles).values()), "kept by pages, which do not change"
    (ended,) = set(stories.values()) - set(stories_of(desk))
    assert "4 articles" in headwater("desk", "story", desk, ended).stdout, "its id still leads to its articles"
    assert headwater("corrections", desk, "undo", made["id"]).exit_code == 0
    assert stories_of(desk) == before
    assert [each["standing"] for each in listed(desk)] == [False, False]
    lines = headwater("corrections", desk).stdout.splitlines()
    assert lines[0].endswith("taken back")
    assert f"undo  {made['id']}" in lines[1]


def test_an_undo_is_undone(desk, stories):
    headwater("correct", desk, "merge", stories["Flood"], stories["Goat"])
    headwater("corrections", desk, "undo", listed(desk)[0]["id"])
    assert headwater("corrections", desk, "undo", listed(desk)[1]["id"]).exit_code == 0
    assert list(stories_of(desk).values()) == [4]


def test_a_story_is_split(desk, stories, articles):
    assert headwater("correct", desk, "split", stories["Flood"], articles["post"]).exit_code == 0
    assert sorted(stories_of(desk).values()) == [1, 1, 2]
    again = ROWS[2] | {"id": "again", "text": ROWS[2]["text"].replace("closed", "closed until May"), "url": None}
    headwater("add", desk, "-", "--workers", "1", given=json.dumps(again))
    held = json.loads(headwater("desk", "article", desk, articles["post"], "--json").stdout)
    with_tern = json.loads(headwater("desk", "article", desk, articles["tern"], "--json").stdout)
    assert held["story"] != with_tern["story"], "what comes later does not bring them together again"


def test_names_are_one_and_different(desk, stories):
    assert (
        headwater("correct", desk, "same-actor", "Ana Ruiz", "Bo Lindqvist", "--story", stories["Flood"]).exit_code == 0
    )
    (made,) = listed(desk)
    assert made["groups"] == [["Ana Ruiz", "Bo Lindqvist"]]
    assert made["subject"] == f"story:{stories['Flood']}"
    assert headwater("correct", desk, "different-actors", "Ana Ruiz", "Bo Lindqvist").exit_code == 0
    assert listed(desk)[1]["groups"] == [["Ana Ruiz"], ["Bo Lindqvist"]]


def test_a_copy_is_confirmed_and_refused(desk, articles):
    pages = pages_of(desk, articles)
    assert headwater("correct", desk, "copy", articles["mail"], articles["tern"]).exit_code == 0
    assert headwater("desk", "stories", desk).stdout.count("3 articles → 2 origins") == 1
    assert headwater("correct", desk, "no-copy", articles["mail"], articles["tern"]).exit_code == 0
    assert headwater("desk", "stories", desk).stdout.count("3 articles → 3 origins") == 1
    yes, no = listed(desk)
    assert yes["groups"] == [[pages["mail"], pages["tern"]]]
    assert no["groups"] == [[pages["mail"]], [pages["tern"]]]


def test_a_dispute_is_refused_by_the_words_of_both_sides(desk, stories, articles):
    def divided():
        (story,) = json.loads(headwater("desk", "story", desk, stories["Flood"], "--json").stdout)["stories"]
        return [point for point in story["points"] if point["status"] in {"disputed", "updated", "unsure"}]

    assert len(divided()) == 1
    sides = (articles["tern"], "killed nine people", articles["post"], "killed 31 people")
    assert headwater("correct", desk, "no-dispute", *sides).exit_code == 0
    other = (articles["mail"], "killed nine people", articles["post"], "killed 31 people")
    assert headwater("correct", desk, "no-dispute", *other).exit_code == 0
    assert divided() == []
    assert headwater("correct", desk, "dispute", *sides).exit_code == 0
    assert [point["status"] for point in divided()] == ["disputed"]


@pytest.mark.parametrize("subject", ["story:{Goat}", "actor:Bo Lindqvist"])
def test_a_note_is_kept_and_judges_nothing(desk, stories, subject):
    before = stories_of(desk)
    assert headwater("correct", desk, "note", subject.format(**stories), "Ask for the film.").exit_code == 0
    assert "“Ask for the film.”" in headwater("corrections", desk).stdout
    assert stories_of(desk) == before


def test_who_decides_is_the_option_then_the_environment_then_the_login(desk):
    for person in ({"HEADWATER_PERSON": "Desk Two"}, {"HEADWATER_PERSON": ""}):
        headwater("correct", desk, "note", "actor:Bo Lindqvist", f"Noted {person}.", env=person)
    headwater(
        "correct", desk, "note", "actor:Bo Lindqvist", "Seen.", "--person", "Ana", env={"HEADWATER_PERSON": "Desk Two"}
    )
    assert [each["person"] for each in listed(desk)] == ["Desk Two", getpass.getuser(), "Ana"]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("merge", "{Flood}"), "two stories"),
        (("merge", "{Flood}", "{Flood}"), "two stories"),
        (("merge", "{Flood}", "gone"), "no story gone"),
        (("split", "{Flood}", "{goat}"), "is not in story"),
        (("split", "{Goat}", "{goat}"), "leave one"),
        (("same-actor", "Ana Ruiz"), "two different spellings"),
        (("copy", "{tern}", "{tern}"), "one page"),
        (("dispute", "{tern}", "never written", "{mail}", "Boats"), "does not hold the words “never written”"),
        (("note", "weather", "Rain."), "a note is about one of"),
        (("note", "story:gone", "Rain."), "no story gone"),
    ],
)
def test_a_correction_that_cannot_be_meant_is_refused_with_a_reason(desk, stories, articles, arguments, what):
    done = headwater("correct", desk, *(each.format(**stories, **articles) for each in arguments))
    assert done.exit_code == 2
    assert what in done.stderr
    assert listed(desk) == []


def test_a_desk_that_is_not_there_is_not_made_by_a_correction(tmp_path):
    assert headwater("correct", tmp_path / "no.desk", "note", "actor:Ana Ruiz", "Call her.").exit_code == 2
    assert not (tmp_path / "no.desk").exists()


def test_corrections_go_to_another_desk_in_their_order_once(desk, stories, tmp_path):
    other = shutil.copy(desk, tmp_path / "other.desk")
    headwater("correct", desk, "merge", stories["Flood"], stories["Goat"], "--note", "“fair” \x1b[31m")
    headwater("corrections", desk, "undo", listed(desk)[0]["id"])
    headwater("correct", desk, "same-actor", "Ana Ruiz", "A. Ruiz")
    file = tmp_path / "corrections.jsonl"
    assert headwater("corrections", desk, "export", file).exit_code == 0
    first = headwater("corrections", other, "import", file)
    assert (first.exit_code, first.stderr) == (0, "3 imported\n")
    again = headwater("corrections", other, "import", file)
    assert (again.exit_code, again.stderr) == (0, "3 known\n")
    assert listed(other) == listed(desk)
    assert stories_of(other) == stories_of(desk)
    assert headwater("corrections", other, "export", "-").stdout == file.read_text("utf-8")
    assert "\x1b" not in headwater("corrections", desk).stdout


def test_what_a_desk_has_no_pages_for_is_named_and_the_rest_imported(desk, stories, tmp_path):
    headwater("correct", desk, "merge", stories["Flood"], stories["Goat"])
    headwater("correct", desk, "note", "actor:Bo Lindqvist", "Seen.")
    given = headwater("corrections", desk, "export", "-").stdout
    headwater("add", tmp_path / "small.desk", "-", "--workers", "1", given=json.dumps(GOAT))
    done = headwater("corrections", tmp_path / "small.desk", "import", "-", given=given)
    assert done.exit_code == 1
    assert f"not imported  {listed(desk)[0]['id']}  merge stories: no page" in done.stderr
    assert "1 imported, 1 not imported" in done.stderr
    assert [each["kind"] for each in listed(tmp_path / "small.desk")] == ["note"]


@pytest.mark.parametrize(("old", "new"), [("Seen.", "Never seen."), ('{"id"', "{'id'")])
def test_a_file_that_was_tampered_with_imports_nothing(desk, tmp_path, old, new):
    for text in ("First.", "Seen."):
        headwater("correct", desk, "note", "actor:Bo Lindqvist", text)
    first, second = headwater("corrections", desk, "export", "-").stdout.splitlines()
    other = shutil.copy(desk, tmp_path / "other.desk")
    third = json.dumps(json.loads(second) | {"made": "2031-05-03T10:00:00Z"})
    for bad in (second.replace(old, new), third):
        done = headwater("corrections", other, "import", "-", given=f"{first}\n{bad}\n")
        assert done.exit_code == 2
        assert "line 2" in done.stderr
