"""People correct a desk by button: every act is done, told, listed and taken back; nobody else's form is taken."""

import re

import pytest
from lxml import html
from starlette.testclient import TestClient

from headwater.desk import open_desk
from tests.web.desks import HOME, TOKEN, hidden, send, served, sign_in
from tests.web.test_pages import first, story_of, text_of


def parsed(answer):
    return html.fromstring(answer.content.decode())


def form_of(page, kind, contains=""):
    """Return the fields of the first form of a kind as a browser would send them untouched."""
    form = next(
        form
        for form in page.xpath("//form[@method='post']")
        if form.xpath(f".//input[@name='kind'][@value='{kind}']") and contains in form.text_content()
    )
    return {name: value for name, value in form.form_values() if name}


def titles(client):
    return set(re.findall(r'<h[23]><a href="/stories/[^"]+"[^>]*>([^<]+)', client.get("/").text))


def undo(client, page):
    """Press the button of the message; return the page that it leads to."""
    form = page.xpath("//div[@class='flash']//form")[0]
    return parsed(send(client, form.get("action"), **dict(form.form_values())))


def said(page):
    return text_of(page.xpath("//div[@class='flash']/p")[0])


def correct(client, kind, contains="", at=None, **fields):
    page = parsed(client.get(at or f"{story_of(client)}/correct"))
    return parsed(send(client, "/corrections", **{**form_of(page, kind, contains), "person": "Ana", **fields}))


def test_two_stories_are_merged_and_the_merge_is_undone(editor):
    apart = titles(editor)
    page = correct(editor, "merge stories", address=story_of(editor, "Pottery"))
    assert said(page) == "Merged."
    assert "4 articles →" in page.text_content()
    assert len(titles(editor)) == 1
    page = undo(editor, page)
    assert said(page) == "Taken back."
    assert titles(editor) == apart


def test_what_was_taken_back_can_be_brought_back(editor):
    page = undo(editor, correct(editor, "merge stories", address=story_of(editor, "Pottery")))
    page = undo(editor, page)
    assert "4 articles →" in page.text_content()
    assert len(titles(editor)) == 1


def test_a_report_is_split_off_and_comes_back(editor):
    page = parsed(editor.get(f"{story_of(editor)}/correct"))
    herald = page.xpath("//label[contains(., 'Upland Herald')]/input[@name='article']/@value")
    page = correct(editor, "split story", article=herald)
    assert said(page) == "Split off."
    assert len(titles(editor)) == 3
    undo(editor, page)
    assert len(titles(editor)) == 2


def test_all_reports_or_none_cannot_be_split_off(editor):
    page = parsed(editor.get(f"{story_of(editor)}/correct"))
    every = page.xpath("//input[@name='article']/@value")
    for chosen in (every[:0], every):
        page = correct(editor, "split story", article=chosen)
        assert "choose some of the articles, and not all" in page.text_content()


def test_two_names_are_made_one_and_one_is_made_two(editor):
    page = parsed(editor.get(f"{story_of(editor)}/correct"))
    chosen = [
        page.xpath(f"//label[contains(., '{name}')]/input[@name='name']/@value")[0]
        for name in ("Ilse Brandt", "Tomas Rehn")
    ]
    page = correct(editor, "merge actors", name=chosen)
    assert said(page) == "The names are one now."
    names = [text_of(each) for each in page.xpath("//ul[@class='names']/li")]
    assert any("Ilse Brandt" in name and "Tomas Rehn" in name for name in names)
    page = correct(editor, "split actor", contains="Tomas Rehn", spelling="Tomas Rehn")
    names = [text_of(each) for each in page.xpath("//ul[@class='names']/li")]
    assert not any("Ilse Brandt" in name and "Tomas Rehn" in name for name in names)


def test_a_copy_is_no_copy_any_more_and_the_story_has_one_origin_more(editor):
    story = story_of(editor)
    pair = first(r'href="(/copies/[^"]+)">side by side', editor.get(story).text)
    page = correct(editor, "undo copy", at=pair)
    assert said(page) == "No longer counted as a copy."
    assert "3 articles → 3 origins" in text_of(parsed(editor.get(story)).xpath("//p[@class='ledger wide']")[0])
    page = correct(editor, "confirm copy", contains="The left one", at=pair)
    assert "3 articles → 2 origins" in text_of(parsed(editor.get(story)).xpath("//p[@class='ledger wide']")[0])


def test_a_dispute_is_none_and_is_one_again(editor):
    story = story_of(editor)
    page = correct(editor, "undo dispute", at=story)
    assert said(page) == "No longer counted as a dispute."
    assert "disputed" not in text_of(page.xpath("//p[@class='ledger wide']")[0])
    page = undo(editor, page)
    assert "1 disputed" in text_of(page.xpath("//p[@class='ledger wide']")[0])


def test_a_note_stands_at_the_head_of_the_story_until_it_is_taken_back(editor):
    page = correct(editor, "note", note="Ask the hospital <again>.")
    assert "Ask the hospital <again>. Ana" in text_of(page.xpath("//p[@class='noted']")[0])
    assert not undo(editor, page).xpath("//p[@class='noted']")


def test_the_list_of_corrections_says_who_decided_what_and_takes_it_back(editor):
    correct(editor, "merge stories", address=story_of(editor, "Pottery"), note="One fair, one bridge?")
    page = parsed(editor.get("/corrections"))
    entry = page.xpath("//ol[@class='audit']/li")[0]
    assert "4 reports are one story" in text_of(entry)
    assert "One fair, one bridge?" in text_of(entry)
    form = entry.xpath(".//form")[0]
    send(editor, form.get("action"), **dict(form.form_values()))
    entries = parsed(editor.get("/corrections")).xpath("//ol[@class='audit']/li")
    assert [each.get("class") for each in entries] == ["holds", "gone"]
    assert "taken back by Ana" in text_of(entries[1])


def test_somebody_must_say_who_decides_once_and_is_known_from_then_on(editor):
    assert "give your name" in correct(editor, "note", note="Who?", person=" ").text_content()
    correct(editor, "note", note="I.", person="Ana Ruiz")
    assert 'value="Ana Ruiz"' in editor.get(f"{story_of(editor)}/correct").text


def test_stories_that_could_be_one_are_offered_and_found_by_words(editor):
    page = editor.get(f"{story_of(editor)}/correct?find=pottery").text
    assert "Pottery prize goes to a baker" in page


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "null", "sec-fetch-site": "same-site"},
        {"origin": "null"},
    ],
)
def test_a_form_from_elsewhere_is_refused(editor, headers):
    fields = form_of(parsed(editor.get(f"{story_of(editor)}/correct")), "note") | {"person": "Ana", "note": "x"}
    answer = editor.post("/corrections", data=fields, headers=headers)
    assert answer.status_code == 403
    assert "Nobody has corrected anything" in editor.get("/corrections").text


def test_a_form_without_the_token_of_its_own_session_is_refused(editor):
    fields = form_of(parsed(editor.get(f"{story_of(editor)}/correct")), "note") | {"person": "Ana", "note": "x"}
    for token in ("", "0" * 64, "é"):
        assert send(editor, "/corrections", **{**fields, "token": token}).status_code == 403
    editor.cookies.clear()
    assert send(editor, "/corrections", **fields).status_code == 403


def test_only_who_gives_the_write_token_may_correct(own_file):
    app, desk = served(own_file)
    with desk, TestClient(app) as client:
        form = client.get("/sign-in").text
        token = hidden(form, "token")
        assert "Correct this story" not in client.get(story_of(client)).text
        fields = {"token": token, "kind": "note", "subject": "story:x", "note": "x", "person": "Ana"}
        assert send(client, "/corrections", **fields).status_code == 403
        assert send(client, "/sign-in", token=token, write_token="hw_" + "B" * 43).status_code == 403
        assert sign_in(client).status_code == 200
        assert "Correct this story" in client.get(story_of(client)).text


def test_a_page_seen_before_signing_in_offers_to_correct_after(own_file):
    app, desk = served(own_file)
    with desk, TestClient(app) as client:
        story = story_of(client)
        client.get(story)  # the browser has the session's cookie from here on
        held = {"if-none-match": client.get(story).headers["etag"]}
        assert client.get(story, headers=held).status_code == 304
        sign_in(client)
        page = client.get(story, headers=held)
        assert page.status_code == 200
        assert "Correct this story" in page.text


def test_a_desk_without_a_write_token_has_no_forms_and_takes_none(reader):
    page = reader.get(story_of(reader)).text
    assert 'method="post"' not in page
    assert "Sign in" not in page
    assert reader.post("/corrections", data={"kind": "note"}, headers=HOME).status_code == 403
    assert send(reader, "/sign-in", write_token=TOKEN).status_code == 403


def test_cookies_are_kept_from_scripts_and_from_other_sites(own_file):
    app, desk = served(own_file)
    with desk, TestClient(app) as client:
        cookie = client.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_page_opened_from_another_site_leaves_the_session_alone(own_file):
    app, desk = served(own_file)
    with desk, TestClient(app) as client:
        assert "set-cookie" not in client.get("/", headers={"sec-fetch-site": "cross-site"}).headers


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_led_away_from_the_desk(editor, back):
    editor.follow_redirects = False
    pair = parsed(editor.get(first(r'href="(/copies/[^"]+)"', editor.get(story_of(editor)).text)))
    fields = form_of(pair, "undo copy") | {"person": "Ana", "back": back}
    assert send(editor, "/corrections", **fields).headers["location"].startswith("/?did=")


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "merge stories", "story": "none", "address": "none"},
        {"kind": "merge stories"},
        {"kind": "split story"},
        {"kind": "merge actors", "story": "none"},
        {"kind": "undo copy", "a": "none", "b": "none"},
        {"kind": "undo dispute", "story": "none", "point": "none"},
        {"kind": "undo"},
        {"kind": "drop everything"},
        {},
    ],
)
def test_a_form_that_makes_no_sense_is_answered_in_words(editor, fields):
    token = hidden(editor.get(f"{story_of(editor)}/correct").text, "token")
    answer = send(editor, "/corrections", token=token, person="Ana", **fields)
    assert answer.status_code in {400, 404}
    assert parsed(answer).xpath("//h1")


def test_a_form_that_is_no_form_or_too_large_is_refused(editor):
    assert editor.post("/corrections", json={"kind": "note"}, headers=HOME).status_code == 400
    large = editor.post("/corrections", data={"note": "x" * 300_000}, headers=HOME)
    assert large.status_code == 400
    assert editor.post("/corrections/none/undo", data={"token": ""}, headers=HOME).status_code == 403


def test_a_desk_that_somebody_else_writes_says_so_and_loses_nothing(own_file):
    app, desk = served(own_file, seconds=0.2)
    with desk, TestClient(app) as client:
        sign_in(client)
        fields = form_of(parsed(client.get(f"{story_of(client)}/correct")), "note") | {"person": "Ana", "note": "x"}
        with open_desk(own_file, write=True):
            assert send(client, "/corrections", **fields).status_code == 503
        assert send(client, "/corrections", **fields).status_code == 200
