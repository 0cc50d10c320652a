"""The example corpus: every effect that it holds shows in the brief. The quotations stand in examples/README.md."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from headwater.desk import Desk, Settings
from headwater.engine import Cores
from headwater.outputs import brief_json, brief_terminal

PAGES = Path(__file__).parents[1] / "examples" / "pages"
OUTLETS = {
    "river-chronicle": ("Sundria accuses", ""),
    "river-lantern": ("lanterndaily", ""),
    "river-post": ("ellmarkpost.example_abroad", ""),
    "river-gazette": ("kessary-dam-denial", ""),
    "river-meridian": ("examplecrawl", "dam-winter-power"),
    "ferry-opa": ("examplecrawl", "ferry-brennick"),
    "ferry-observer": ("brennick-mourns", ""),
    "ferry-northshore": ("northshorestandard_20251015", ""),
    "ferry-eastgate": ("eastgate-monitor", "saint-orla"),
    "ferry-gazette": ("2025-10-16", ""),
    "ice-tribune": ("castelmartribune.example_ellmark", ""),
    "ice-observer": ("Ice cream recalled", ""),
    "ice-post": ("ellmarkpost.example_ellmark", ""),
    "ice-lantern": ("eastgate-monitor", "brightmoor-questions"),
    "diadem-tribune": ("castelmartribune.example_city", ""),
    "diadem-northshore": ("northshorestandard_20251202", ""),
    "diadem-meridian": ("examplecrawl", "four-thieves"),
    "sport": ("rovers-hask", ""),
}


@pytest.fixture(scope="module")
def brief():
    return brief_json(Desk().brief([str(PAGES)]))


@pytest.fixture(scope="module")
def articles(brief):
    found = {}
    for story in brief["stories"]:
        for article in story["articles"]:
            for key, (file, url) in OUTLETS.items():
                if Path(article["file"]).name.startswith(file) and url in (
                    article["places"][0]["url"] or article["url"] or ""
                ):
                    found[key] = article
    assert set(found) == set(OUTLETS)
    return found


@pytest.fixture(scope="module")
def story_of(brief, articles):
    by_article = {article["id"]: story for story in brief["stories"] for article in story["articles"]}
    return {key: by_article[article["id"]] for key, article in articles.items()}


@pytest.fixture(scope="module")
def origin_of(story_of, articles):
    return {
        key: next(origin for origin in story["origins"] if articles[key]["id"] in origin["articles"])
        for key, story in story_of.items()
    }


def points_with(story, *quotes):
    """The points whose evidence holds each of the quotations."""
    for point in story["points"]:
        evidence = " ".join(piece["quote"] for answer in point["answers"] for piece in answer["evidence"])
        if all(quote in " ".join(evidence.split()) for quote in quotes):
            yield point


def answer_with(point, quote):
    return next(
        answer
        for answer in point["answers"]
        if any(quote in " ".join(piece["quote"].split()) for piece in answer["evidence"])
    )


def statements_with(story, words):
    return [statement for statement in story["statements"] if words in " ".join(statement["content"].split())]


def test_reports_of_one_event_are_one_story_and_an_unrelated_page_stays_alone(story_of):
    for event in ("river", "ferry", "ice", "diadem"):
        assert len({story["id"] for key, story in story_of.items() if key.startswith(event)}) == 1
    assert len({story["id"] for story in story_of.values()}) == 5
    assert len(story_of["sport"]["articles"]) == 1


def test_three_reprints_of_one_dispatch_are_one_voice_of_its_agency(origin_of, articles):
    origin = origin_of["river-chronicle"]
    assert set(origin["articles"]) == {
        articles[key]["id"] for key in ("river-chronicle", "river-lantern", "river-post")
    }
    assert origin["name"] == "OPA"
    assert origin_of["ice-tribune"] == origin_of["ice-observer"]


def test_independent_reports_stay_voices_of_their_own(origin_of):
    for keys in (
        ("river-chronicle", "river-gazette", "river-meridian"),
        ("ferry-opa", "ferry-northshore", "ferry-eastgate", "ferry-gazette"),
        ("ice-tribune", "ice-post", "ice-lantern"),
        ("diadem-tribune", "diadem-northshore", "diadem-meridian"),
    ):
        assert len({origin_of[key]["id"] for key in keys}) == len(keys)


def test_a_partial_copy_names_its_original_its_share_and_its_passages(story_of, articles, origin_of):
    link = next(
        link
        for link in story_of["ferry-opa"]["copies"]
        if {link["copy"], link["original"]} == {articles["ferry-observer"]["id"], articles["ferry-opa"]["id"]}
    )
    assert link["copy"] == articles["ferry-observer"]["id"]
    assert 0.25 < link["share"] < 0.9
    taken = [
        articles["ferry-observer"]["text"][start:end]
        for start, end in (passage["copy"] for passage in link["passages"])
    ]
    assert any("about three kilometres from the harbour entrance" in run for run in taken)
    assert not any("Chandler Street" in run for run in taken)
    assert origin_of["ferry-observer"] != origin_of["ferry-opa"]
    (borrowed,) = origin_of["ferry-opa"]["borrowed"]
    assert borrowed["article"] == articles["ferry-observer"]["id"]
    assert borrowed["spans"] == [passage["copy"] for passage in link["passages"]]


def test_a_denial_stands_against_what_it_denies(story_of):
    denied, told = "Not one gate was closed", "They closed the gates in the night"
    (point,) = points_with(story_of["river-gazette"], denied, told)
    assert point["status"] == "disputed"
    assert answer_with(point, denied) != answer_with(point, told)
    denial = next(
        statement
        for statement in story_of["river-gazette"]["statements"]
        if statement["stance"] == "denies" and "closed gates" in statement["content"]
    )
    assert denial["speaker"] == "Pavel Orlitsky"


def test_a_toll_that_grew_is_shown_as_a_sequence(story_of):
    point = next(
        points_with(story_of["ferry-opa"], "14 of those on board are dead", "A total of 21 people were killed")
    )
    assert point["status"] == "updated"
    assert answer_with(point, "14 of those on board")["voices"] >= 1
    assert answer_with(point, "14 of those on board") != answer_with(point, "A total of 21")
    assert [answer["value"] for answer in point["answers"]] == ["At least 14 people", "21 people"]


def test_one_person_in_two_spellings_and_two_scripts_is_one_name(story_of):
    name = next(
        name
        for name in story_of["river-gazette"]["names"]
        if "Zhovtaryov" in name["variants"] or "Andrey Zhovtaryov" in name["variants"]
    )
    assert {"Andrei Zhovtarev", "Andrey Zhovtaryov", "Андрей Жовтарёв"} <= set(name["variants"])
    assert name["kind"] == "person"


def test_transliteration_can_be_switched_off():
    brief = brief_json(Desk(settings=Settings(transliterate=False)).brief([str(PAGES)]))
    names = [name for story in brief["stories"] for name in story["names"] if "Андрей Жовтарёв" in name["variants"]]
    assert names
    assert all("Andrei Zhovtarev" not in name["variants"] for name in names)


def test_an_acronym_and_its_full_form_are_one_name(story_of):
    assert any(
        {"ORC", "Osmer River Commission"} <= set(name["variants"]) for name in story_of["river-chronicle"]["names"]
    )


def test_unnamed_sources_are_unnamed(story_of):
    found = statements_with(story_of["river-meridian"], "the order had come from the Energy Ministry")
    assert found
    assert found[0]["anonymous"]
    assert found[0]["speaker"] is None


def test_what_two_origins_report_and_an_outlet_leaves_out_is_an_omission(story_of):
    story = story_of["ferry-eastgate"]
    seals = {point["id"] for point in points_with(story, "damaged seal") if point["voices"] >= 2}
    assert seals
    omitted = next(row for row in story["omissions"] if row["outlet"] == "Eastgate Monitor")
    assert seals & set(omitted["points"])


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        ("ice-tribune", "is recalling 60,000 tubs", "has ordered back 60,000 tubs"),
        (
            "diadem-tribune",
            "puts the value of the diadem at 12 million crowns",
            "The diadem is worth 12 million crowns",
        ),
        ("river-chronicle", "40 percent less water than usual", "40 percent lower than usual"),
        ("ferry-opa", "63 passengers and a crew of five", "63 passengers and five crew members"),
    ],
)
def test_what_independent_origins_report_alike_is_agreed(story_of, key, one, other):
    assert any(point["status"] == "agreed" and point["voices"] >= 2 for point in points_with(story_of[key], one, other))


def test_a_place_that_differs_is_disputed(story_of):
    point = next(
        points_with(story_of["river-chronicle"], "an emergency meeting in Lindhaven", "emergency meeting in Castelmar")
    )
    assert point["status"] == "disputed"


def test_split_quotations_and_pronouns_find_their_speaker(story_of):
    patience = next(
        s for s in statements_with(story_of["river-chronicle"], "Our patience") if len(s["spans"]["content"]) > 1
    )
    assert patience["speaker"] == "Lotte Arvidane"
    assert patience["form"] == "direct"


def test_furniture_stays_outside_the_text_and_is_kept(articles):
    for key, words in [
        ("river-lantern", "Winter Fair opens with a carousel"),
        ("ferry-northshore", "READ MORE: Storm tears roof"),
        ("river-chronicle", "Third wolf seen near Tolben"),
        ("ferry-observer", "Lifeboat station opens its doors"),
    ]:
        assert words not in articles[key]["text"]
        assert any(words in cut["text"] for cut in articles[key]["cuts"])


def test_a_translated_headline_is_a_translation(articles):
    languages = {row["language"] for row in articles["river-lantern"]["translations"]}
    assert languages in ({"ru", "de"}, {"uk", "de"})
    assert articles["river-lantern"]["title"] == "Dam dispute: Sundria gives Dravenia seven days"


def test_pages_without_an_article_are_rejected_with_their_reason(brief):
    reasons = {Path(row["file"]).name: row["reason"] for row in brief["rejected"] if not row["member"]}
    assert reasons == {
        "amselchronicle.example_index.html": "no article",
        "download.html": "binary",
        "untitled.html": "empty",
    }


def test_the_same_page_saved_twice_is_one_article_in_two_places(articles):
    assert [Path(place["file"]).name for place in articles["ferry-observer"]["places"]] == [
        "brennick-mourns-its-ferry (1).html",
        "brennick-mourns-its-ferry.html",
    ]


def test_same_pages_in_same_bytes_out_in_any_order_on_any_engine(brief):
    files = sorted((str(path) for path in PAGES.iterdir()), key=lambda file: file[::-1])
    assert brief_json(Desk(engine=Cores(workers=2)).brief(files)) == brief


def test_the_readme_shows_what_is_printed(monkeypatch):
    monkeypatch.chdir(PAGES.parent)
    printed = io.StringIO()
    brief_terminal(Desk().brief(["pages"]), Console(file=printed, width=100, color_system=None))
    shown = (PAGES.parents[1] / "README.md").read_text("utf-8").split("```\n")[3]
    assert "articles →" in shown
    lines = printed.getvalue().splitlines()
    assert [line for line in shown.splitlines() if line not in lines] == []
