"""What a client reads: every answer in the shape that the description promises, page by page, with nothing of the server."""

import jsonschema
import pytest

from headwater.outputs.exports import ARTICLE_FORMATS, SPEAKER_FORMATS, STORY_FORMATS

PARTS = ["articles", "comparison", "copies", "origins", "statements", "names", "timeline", "history", "annotations"]


@pytest.fixture(scope="module")
def boats(reader):
    """Return the story of three reports."""
    return next(story for story in reader.get("/stories").json()["items"] if story["articles"] == 3)


@pytest.fixture(scope="module")
def trams(reader):
    """Return the article that replaced another."""
    return reader.get("/articles", params={"outlet": "Osterby Echo"}).json()["items"][0]


@pytest.fixture(scope="module")
def promised(reader):
    description = reader.get("/openapi.json").json()

    def check(path, answer):
        status = str(answer.status_code)
        told = description["paths"][path]["get"]["responses"][status]["content"]
        schema = told[answer.headers["content-type"].partition(";")[0]]["schema"]
        whole = {**schema, "components": description["components"]}
        jsonschema.Draft202012Validator(whole).validate(answer.json())

    return check


@pytest.mark.parametrize("part", [part for part in PARTS if part != "annotations"])
def test_parts_of_a_story_have_the_shape_that_is_promised(reader, boats, promised, part):
    answer = reader.get(f"/stories/{boats['id']}/{part}")
    assert answer.status_code == 200
    promised(f"/stories/{{story}}/{part}", answer)
    assert answer.json()["items"]


@pytest.mark.parametrize(
    "path",
    ["/stories", "/articles", "/search?words=boats", "/search?kind=statement&speaker=Ana Ruz", "/speakers", "/speakers/Ana Ruz",
     "/outlets", "/rejected", "/corrections", "/counts", "/changes", "/search?words=flood&meaning=true"],
)  # fmt: skip
def test_answers_have_the_shape_that_is_promised(reader, promised, path):
    answer = reader.get(path)
    assert answer.status_code == 200
    place = path.partition("?")[0]
    promised("/speakers/{name}" if place.startswith("/speakers/") else place, answer)


def test_a_dispute_is_shown_with_words_spans_and_speakers(reader, boats):
    points = reader.get(f"/stories/{boats['id']}/comparison", params={"status": "disputed"}).json()["items"]
    given = {answer["value"].lower(): answer["evidence"][0] for answer in points[0]["answers"]}
    assert {"nine boats", "twelve boats"} <= set(given)
    evidence = given["twelve boats"]
    text = reader.get(f"/articles/{evidence['article']}").json()["article"]["text"]
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_a_copy_is_shown_side_by_side(reader, boats):
    (link,) = reader.get(f"/stories/{boats['id']}/copies").json()["items"]
    pair = reader.get(f"/copies/{link['copy']}/{link['original']}").json()
    assert pair["link"]["share"] > 0.5
    assert "Ana Ruz said" in pair["passages"][0]["copy"]


def test_versions_say_what_was_changed_without_a_word(reader, trams):
    view = reader.get(f"/articles/{trams['id']}").json()
    assert len(view["versions"]) == 2
    (change,) = reader.get(f"/articles/{trams['id']}/versions").json()["items"]
    assert change["silent"]
    kinds = {edit["kind"] for sentence in change["changes"] for edit in sentence["edits"]}
    assert "number" in kinds
    old = view["versions"][0]
    assert reader.get(f"/articles/{trams['id']}/versions/{old}").json() == change
    assert reader.get(f"/articles/{trams['id']}/versions/abc").status_code == 404


def test_the_saved_page_is_never_sent_as_a_page(reader, trams):
    answer = reader.get(f"/articles/{trams['id']}/page")
    assert "three days of rest" in answer.text
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", STORY_FORMATS)
def test_a_story_leaves_in_every_format(reader, boats, name):
    answer = reader.get(f"/stories/{boats['id']}", params={"format": name})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == STORY_FORMATS[name].media_type
    assert answer.headers["content-disposition"].startswith("attachment")


def test_articles_and_speakers_leave_in_every_format(reader, trams):
    for name, of_article in ARTICLE_FORMATS.items():
        answer = reader.get(f"/articles/{trams['id']}?format={name}")
        assert answer.headers["content-type"] == of_article.media_type
    for name, of_speaker in SPEAKER_FORMATS.items():
        assert reader.get(f"/speakers/Ana Ruz?format={name}").headers["content-type"] == of_speaker.media_type


def test_a_feed_links_to_the_pages_beside_the_interface(reader, boats):
    feed = reader.get(f"/stories/{boats['id']}?format=jsonfeed").json()
    assert feed["home_page_url"] == f"http://localhost/stories/{boats['id']}"


@pytest.mark.parametrize("path", ["/articles", "/stories/{story}/statements", "/speakers", "/outlets", "/history"])
def test_pages_of_a_listing_join_to_the_whole(reader, boats, path):
    path = "/stories/{story}/history" if path == "/history" else path
    path = path.format(story=boats["id"])
    whole = reader.get(path).json()["items"]
    assert len(whole) > 1
    items = []
    following: str | None = f"{path}?limit=1"
    while following:
        answer = reader.get(following)
        items += answer.json()["items"]
        following = answer.links["next"]["url"].removeprefix("/api/v1") if "next" in answer.links else None
        assert (following is None) == (answer.json()["after"] is None)
    assert items == whole


def test_a_cursor_of_another_listing_is_told(reader, boats):
    after = reader.get("/articles?limit=1").json()["after"]
    answer = reader.get(f"/stories/{boats['id']}/statements", params={"after": after})
    assert answer.status_code == 422
    assert "cursor" in answer.json()["detail"]


def test_what_did_not_change_is_not_sent_again(reader):
    first = reader.get("/stories")
    tag = first.headers["etag"]
    assert not tag.startswith("W/")
    again = reader.get("/stories", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert reader.get("/stories?limit=1").headers["etag"] != tag
    assert "etag" not in reader.get("/stories/none").headers


def test_head_is_get_without_a_body(reader):
    got, head = reader.get("/stories"), reader.head("/stories")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(got.content))
    assert head.headers["etag"] == got.headers["etag"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nowhere", 404), ("/stories/none", 404), ("/articles/none", 404), ("/speakers/Nobody", 404), ("/stories/a b", 422),
     ("/stories?limit=0", 422), ("/stories?limit=201", 422), ("/stories?order=oldest", 422), ("/stories?limt=3", 422),
     ("/search?since=yesterday", 422), ('/search?words="open', 422), ("/changes?wait=61", 422), ("/copies/a/b", 404)],
)  # fmt: skip
def test_every_error_is_a_problem(reader, path, status):
    answer = reader.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["detail"]


def test_a_wrong_method_is_told_which_there_are(reader):
    answer = reader.delete("/corrections")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert answer.headers["content-type"] == "application/problem+json"


def test_no_answer_names_a_folder_of_the_server(reader, made, boats, trams):
    paths = [
        "/stories",
        "/rejected",
        "/articles",
        "/search?words=boats",
        f"/articles/{trams['id']}",
        "/history",
        "/changes",
    ]
    paths += [f"/stories/{boats['id']}/{part}" for part in PARTS]
    paths += [f"/stories/{boats['id']}?format={name}&full=true" for name in STORY_FORMATS if "parquet" not in name]
    paths += [f"/articles/{trams['id']}?format={name}" for name in ARTICLE_FORMATS]
    for path in paths:
        assert str(made.parent) not in reader.get(path).text, path
    (gone,) = reader.get("/rejected").json()["items"]
    assert gone["file"] == "gone.html"


def test_a_change_is_waited_for(reader):
    revision = reader.get("/counts").json()["revision"]
    answer = reader.get("/changes", params={"revision": revision, "wait": 0.05}).json()
    assert answer["revision"] == revision
    after = answer["after"]
    assert answer["events"][-1]["number"] == after
    assert reader.get("/changes", params={"after": after}).json()["events"] == []


def test_who_listens_is_told_the_revision_at_once(reader):
    revision = reader.get("/counts").json()["revision"]
    answer = reader.get("/changes", headers={"Accept": "text/event-stream"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert f'id: {revision}\nevent: revision\ndata: {{"revision":{revision}}}\n\n' in answer.text
