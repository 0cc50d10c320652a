"""The registry of agencies, and the files that a user adds to it."""

import os
import subprocess
import sys

import pytest

from headwater.articles.agencies import agencies, agencies_in, same_publisher, usual_name
from headwater.articles.agencies_files import VARIABLE, read_agencies
from headwater.errors import HeadwaterError


def written(tmp_path, text, name="mine.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def named(paths, name):
    return next(agency for agency in read_agencies(paths) if agency.name == name)


def test_the_registry_is_broad():
    spellings = [spelling for agency in agencies() for spelling in (agency.name, *agency.aliases)]
    assert len(agencies()) >= 200
    assert sum(any(ord(letter) > 0x36F for letter in spelling) for spelling in spellings) >= 200


def test_no_spelling_stands_for_two_agencies():
    spellings = [spelling for agency in agencies() for spelling in {agency.name, *agency.aliases}]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Deutsche Presse-Agentur", "dpa"),
        ("agence france-presse", "AFP"),
        ("新華社", "Xinhua"),
        ("রয়টার্স", "Reuters"),
        ("ТАСС", "TASS"),
        ("وكالة الأناضول", "Anadolu"),
        ("Kolm Gazette", None),
    ],
)
def test_any_spelling_gives_the_usual_name(spelling, name):
    assert usual_name(spelling) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("по сообщению Интерфакса", ["Interfax"]),
        ("za Tanjugu kažu", ["Tanjug"]),
        ("وفقا لرويترز", ["Reuters"]),
        ("לרויטרס", ["Reuters"]),
        ("told the Guardian", ["The Guardian"]),
        ("the guardian of the harbour", []),
        ("UNAFPX", []),
    ],
)
def test_names_are_found_with_their_endings_and_prefixes(text, names):
    assert [one.agency for one in agencies_in(text)] == names


def test_two_spellings_of_one_agency_are_one_publisher():
    assert same_publisher("Reuters", "Thomson Reuters")
    assert not same_publisher("Reuters", "AFP")


def test_a_file_adds_an_agency(tmp_path):
    path = written(tmp_path, '[[agency]]\nname = "Nordpress"\naliases = ["NPX", "Нордпресс"]\ncommon = ["NPX"]\n')
    agency = named([path], "Nordpress")
    assert (agency.aliases, agency.common) == (("NPX", "Нордпресс"), {"NPX"})


def test_a_known_name_gets_the_new_spellings_beside_its_own(tmp_path):
    path = written(tmp_path, '[[agency]]\nname = "Reuters"\naliases = ["Röters"]\n')
    agency = named([path], "Reuters")
    assert {"Röters", "路透社"} <= set(agency.aliases)
    assert len(read_agencies([path])) == len(read_agencies(()))


def test_several_files_are_read_in_their_order(tmp_path):
    first = written(tmp_path, '[[agency]]\nname = "Nordpress"\n', "first.toml")
    second = written(tmp_path, '[[agency]]\nname = "Nordpress"\naliases = ["NPX"]\n', "second.toml")
    assert named([first, second], "Nordpress").aliases == ("NPX",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[agency]]\naliases = []\n", "agency 1 has no name: add"),
        ('[[agency]]\nname = "A"\n[[agency]]\nname = 3\n', "agency 2 has no name"),
        ('[[agency]]\nname = "Nordpress"\naliases = "NPX"\n', r"agency 1 \(Nordpress\): aliases is no list of names"),
        ('[[agency]]\nname = "Nordpress"\nalias = ["NPX"]\n', "unknown field 'alias': use"),
        ('[[agency]]\nname = "Nordpress"\ncommon = ["NPX"]\n', "'NPX', which is no name or alias of it: add it"),
        ('name = "Nordpress"\n', r"no \[\[agency\]\] table"),
        ("agency = [", "mend the TOML"),
    ],
)
def test_a_bad_file_is_told_with_its_name_the_entry_and_the_fix(tmp_path, text, says):
    path = written(tmp_path, text)
    with pytest.raises(HeadwaterError, match=says) as error:
        read_agencies([path])
    assert path in str(error.value)


def test_a_missing_file_and_one_of_other_bytes_are_told(tmp_path):
    with pytest.raises(HeadwaterError, match="cannot read"):
        read_agencies([str(tmp_path / "none.toml")])
    (tmp_path / "latin.toml").write_bytes(b'[[agency]]\nname = "N\xf6rd"\n')
    with pytest.raises(HeadwaterError, match="not UTF-8"):
        read_agencies([str(tmp_path / "latin.toml")])


def test_the_environment_names_the_files(tmp_path):
    first = written(tmp_path, '[[agency]]\nname = "Nordpress"\naliases = ["NPX"]\n', "first.toml")
    second = written(tmp_path, '[[agency]]\nname = "Sudpress"\n', "second.toml")
    asked = "from headwater.articles.credits import find_credits; print(*(c.agency for c in find_credits('(NPX/Sudpress)', ())))"
    told = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, VARIABLE: os.pathsep.join([first, second])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["Nordpress", "Sudpress"]
