"""What people and programs write: corrections with undo, and pages; only with the token, and kept once it is said so."""

import gzip
import json
from dataclasses import replace

import pytest

from headwater.api import Limits
from headwater.desk import open_desk
from headwater.desk.arrivals import Arrival, read_arrival
from headwater.model import Page
from headwater.pages import PageSettings, read_pages

TEXT = {"Content-Type": "text/plain"}
ROWS = {"Content-Type": "application/x-ndjson"}
FLOOD = (
    "The river Ammer flooded the old town of Hask on Sunday, mayor Ilse Brandt said. “We need sandbags,” she said. The army "
    "of Ellmark sent three companies to Hask on Sunday evening."
)


ROW = json.dumps({"title": "Flood in Hask", "source": "Hask Echo", "text": FLOOD, "published": "2031-05-08"})


def pages_of(client, story):
    return [article["page"] for article in client.get(f"/stories/{story}/articles").json()["items"]]


def stories(client):
    return sorted(story["id"] for story in client.get("/stories").json()["items"])


def test_a_wrong_merge_is_made_and_taken_back(writer):
    before = sorted(pages_of(writer, story) for story in stories(writer))
    group = [page for pages in before for page in pages]
    made = writer.post("/corrections", json={"kind": "merge stories", "groups": [group], "person": "Ana Ruz"})
    assert made.status_code == 201
    row = made.json()["correction"]
    assert (row["made"], row["standing"]) == ("2031-05-08T09:00:00Z", True)
    assert made.headers["location"] == f"/api/v1/corrections/{row['id']}"
    assert len(stories(writer)) == 1
    assert writer.get(f"/corrections/{row['id']}").json() == row
    undone = writer.post(f"/corrections/{row['id']}/undo", json={"person": "Tomas Vell"})
    assert undone.status_code == 201
    assert sorted(pages_of(writer, story) for story in stories(writer)) == before
    listed = writer.get("/corrections").json()["items"]
    assert [(each["kind"], each["standing"]) for each in listed] == [("merge stories", False), ("undo", False)]


def test_a_story_is_split_by_a_person(writer):
    boats = next(story["id"] for story in writer.get("/stories").json()["items"] if story["articles"] == 3)
    first, *rest = pages_of(writer, boats)
    body = {"kind": "split story", "groups": [[first], rest], "subject": f"story:{boats}", "person": "Ana Ruz"}
    assert writer.post("/corrections", json=body).status_code == 201
    assert len(stories(writer)) == 3
    history = writer.get(f"/stories/{boats}/history").json()["items"]
    assert ("split", "person") in {(event["change"], event["by"]) for event in history}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"kind": "merge stories", "groups": [["nopage", "none"]], "person": "Ana"}, 404),
        ({"kind": "merge stories", "groups": [], "person": "Ana"}, 422),
        ({"kind": "undo", "subject": "x", "person": "Ana"}, 422),
        ({"kind": "note", "subject": "story:s1", "note": "Check.", "person": ""}, 422),
        ({"kind": "note", "person": "Ana", "made": "1999-01-01T00:00:00Z"}, 422),
        ({"kind": ["note"], "person": "Ana"}, 422),
        ([], 422),
        ({"kind": "note", "subject": "story:s1", "person": "Ana"}, 422),
        ({"kind": "note", "subject": "s1", "note": "Check.", "person": "Ana"}, 422),
        ({"kind": "merge actors", "groups": [["Ana Ruz", "Ana Ruz"]], "person": "Ana"}, 422),
        ({"kind": "confirm dispute", "quoted": [{"page": "none", "exact": "Nine"}] * 2, "person": "Ana"}, 404),
    ],
)
def test_a_correction_that_makes_no_sense_is_told(writer, body, status):
    answer = writer.post("/corrections", json=body)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert writer.get("/corrections").json()["items"] == []


def test_a_dispute_is_undone_by_the_words_of_both_sides(writer):
    boats = next(story["id"] for story in writer.get("/stories").json()["items"] if story["articles"] == 3)
    pages = {article["id"]: article["page"] for article in writer.get(f"/stories/{boats}/articles").json()["items"]}
    (point,) = writer.get(f"/stories/{boats}/comparison?status=disputed").json()["items"]
    found = [answer["evidence"][0] for answer in point["answers"]]
    quoted = [{"page": pages[each["article"]], "exact": each["quote"]} for each in found]
    body = {"kind": "undo dispute", "quoted": quoted, "person": "Ana Ruz"}
    made = writer.post("/corrections", json=body)
    assert (made.status_code, made.json()["stories"]) == (201, [boats])
    quoted[0]["exact"] = "Words that stand nowhere"
    assert writer.post("/corrections", json=body).status_code == 422


def test_undoing_what_was_never_corrected_is_told(writer):
    assert writer.post("/corrections/none/undo", json={"person": "Ana"}).status_code == 404


def test_nobody_writes_without_the_token(served_with):
    body = {"kind": "note", "subject": "story:s1", "note": "Check.", "person": "Ana"}
    with served_with() as client:
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic QTpC"}):
            answer = client.post("/corrections", json=body, headers=headers)
            assert answer.status_code == 401
            assert answer.headers["www-authenticate"].startswith("Bearer")
        assert client.post("/pages", content=FLOOD, headers=TEXT).status_code == 401
    with served_with(key=None) as client:
        answer = client.post("/corrections", json=body, headers={"Authorization": "Bearer anything"})
        assert (answer.status_code, answer.json()["title"]) == (403, "Forbidden")


def test_another_writer_is_waited_for_and_then_told(writer, own):
    body = {"kind": "note", "subject": "story:s1", "note": "Check.", "person": "Ana"}
    with open_desk(own, write=True):
        answer = writer.post("/corrections", json=body)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert "PID" not in answer.text
    assert str(own.parent) not in answer.text
    assert writer.post("/corrections", json=body).status_code == 201


def test_a_page_is_added_once(writer):
    first = writer.post("/pages", params={"name": "/srv/news/hask.jsonl"}, content=ROW, headers=ROWS)
    assert first.status_code == 200
    (kept,) = first.json()["items"]
    assert (kept["file"], kept["known"], kept["rejected"]) == ("hask.jsonl#1", False, None)
    again = writer.post("/pages", params={"name": "hask.jsonl"}, content=ROW, headers=ROWS).json()
    assert again["items"][0]["known"]
    found = writer.get("/search", params={"words": "sandbags"}).json()["items"]
    assert [hit["article"]["id"] for hit in found] == [kept["article"]]
    assert found[0]["found"][0]["quote"] == "sandbags"


def test_the_address_of_a_page_may_be_given_with_it(writer):
    page = f"<html><head><title>Hask</title></head><body><article><h1>Flood in Hask</h1><p>{FLOOD}</p></article></body></html>"
    sent = {"name": "hask.html", "url": "https://hask.example/flood"}
    (kept,) = writer.post("/pages", params=sent, content=page, headers={"Content-Type": "text/html"}).json()["items"]
    places = writer.get(f"/articles/{kept['article']}").json()["article"]["places"]
    assert places[0]["url"] == "https://hask.example/flood"
    assert writer.post("/pages?url=javascript:alert(1)", content=page, headers=TEXT).status_code == 422


def test_what_cannot_be_read_is_rejected_and_listed(writer):
    answer = writer.post("/pages?name=x.html", content=b"\x00\x01\x02" * 50, headers={"Content-Type": "text/html"})
    (item,) = answer.json()["items"]
    assert (item["article"], item["rejected"]["reason"]) == (None, "binary")
    assert "x.html" in {each["file"] for each in writer.get("/rejected").json()["items"]}


def test_a_body_of_another_kind_is_told(writer):
    assert writer.post("/pages", content=b"GIF89a", headers={"Content-Type": "image/gif"}).status_code == 415
    assert writer.post("/corrections", content=b"kind=note", headers=TEXT).status_code == 415
    packed = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert writer.post("/corrections", content=gzip.compress(b"{}"), headers=packed).status_code in {400, 415}


def test_a_change_reaches_who_listens(writer):
    seen = writer.get("/changes").json()
    writer.post("/pages?name=hask.jsonl", content=ROW, headers=ROWS)
    news = writer.get("/changes", params={"after": seen["after"], "revision": seen["revision"], "wait": 2}).json()
    assert news["revision"] > seen["revision"]
    assert [event["change"] for event in news["events"]] == ["began"]


def test_an_upload_of_too_many_or_too_much_adds_nothing(served_with, own):
    rows = "\n".join(json.dumps({"id": str(n), "text": f"Report {n}. {FLOOD}"}) for n in range(5)).encode()
    limits = replace(Limits(), upload_pages=3)
    headers = {"Authorization": "Bearer hw_" + "A" * 43, **ROWS}
    with served_with(limits=limits, path=own) as client:
        before = client.get("/counts").json()
        assert client.post("/pages", content=rows, headers=headers).status_code == 413
        assert client.get("/counts").json() == before
    with served_with(limits=replace(Limits(), unpacked_bytes=600), path=own) as client:
        assert client.post("/pages", content=rows, headers=headers).status_code == 413


def test_a_bomb_is_rejected_while_it_is_unpacked(writer):
    bomb = gzip.compress(b" " * 200_000_000, 9)
    answer = writer.post("/pages?name=bomb.gz", content=bomb, headers={"Content-Type": "application/gzip"})
    assert answer.status_code == 200
    assert answer.json()["items"][0]["rejected"]["reason"] in {"too large", "empty"}
    assert PageSettings().max_page_bytes < 200_000_000


def test_a_story_that_is_not_compared_yet_is_told(served_with, own):
    file = own.with_name("hask.jsonl")
    file.write_text(ROW, "utf-8")
    with open_desk(own, write=True) as desk:
        arrivals = [read_arrival(page) for page in read_pages([str(file)]) if isinstance(page, Page)]
        (kept,) = desk.add_arrivals(each for each in arrivals if isinstance(each, Arrival))
        story = desk.article(str(kept.article)).story
    with served_with(path=own) as client:
        assert client.get(f"/stories/{story}").json()["settled"] is False
        answer = client.get(f"/stories/{story}/comparison")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
