"""Every page of a desk: its links lead somewhere, its structure can be heard, it is drawn once, and asks nobody else."""

import re
from itertools import pairwise

import pytest

from headwater.desk import open_desk
from tests.web.crawling import crawl, links
from tests.web.desks import ROWS, later


@pytest.fixture(scope="module")
def every(reader):
    """All pages of the desk by address, parsed."""
    return crawl(reader, also=("/rejected", "/search?words=bridge", "/search?words=bridge&kind=statement"))


@pytest.fixture(scope="module")
def pages(every):
    return {address: page for address, page in every.items() if page is not None}


def story_of(client, title="Footbridge"):
    """Return the address of the first story whose title begins like this."""
    page = client.get("/").text
    return first(rf'href="(/stories/[^"]+)"[^>]*>{title}', page)


def first(pattern, page):
    """Return the first group of the first place that a pattern fits."""
    found = re.search(pattern, page)
    assert found, pattern
    return found[1]


def text_of(element):
    return " ".join(element.text_content().split())


def test_the_crawl_meets_every_kind_of_page(pages):
    kinds = {re.sub(r"[0-9a-f]{16}", "ID", address.partition("?")[0]) for address in pages}
    assert kinds >= {
        "/", "/stories/ID", "/articles/ID", "/copies/ID/ID", "/speakers", "/speaker", "/search", "/corrections",
        "/rejected", "/help",
    }  # fmt: skip


def test_every_link_leads_to_a_page_and_every_fragment_to_its_place(every):
    for address, page in every.items():
        if page is None:
            continue
        for path, fragment in links(page, address):
            assert path in every, (address, path)
            target = every[path]
            assert not fragment or target.xpath("//*[@id=$name]", name=fragment), (address, path, fragment)


def test_the_feeds_that_pages_name_are_there(reader, pages):
    feeds = {href for page in pages.values() for href in page.xpath("//link[@rel='alternate']/@href")}
    assert {feed.split("/")[3] for feed in feeds} == {"stories", "speakers"}
    for feed in feeds:
        assert "atom" in reader.get(feed).headers["content-type"], feed


def test_no_id_stands_twice_on_a_page(pages):
    for address, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_headings_are_in_order_and_each_page_has_one_of_the_first_level(pages):
    for address, page in pages.items():
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1, address
        assert all(then <= now + 1 for now, then in pairwise(levels)), (address, levels)


def test_landmarks_tables_and_fields_can_be_told_without_seeing_them(pages):
    for address, page in pages.items():
        assert len(page.xpath("//main[@id='main']")) == 1, address
        assert page.xpath("//a[@class='skip'][@href='#main']"), address
        assert page.xpath("/html/@lang") == ["en"]
        assert not page.xpath("//th[not(@scope)]"), address
        labelled = set(page.xpath("//label/@for"))
        for field in page.xpath("//input[not(@type='hidden')]|//select|//textarea"):
            assert field.get("id") in labelled or field.xpath("ancestor::label"), (address, field.get("name"))


def test_nothing_on_a_page_runs_or_styles_by_itself(pages):
    for address, page in pages.items():
        assert not page.xpath("//style|//script[not(@src)]|//@style|//@*[starts-with(name(), 'on')]"), address
        assert {src.partition("?")[0] for src in page.xpath("//script/@src")} == {"/static/pages.js"}


def test_pages_forbid_everything_that_they_do_not_need(reader):
    headers = reader.get("/").headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers  # nobody who only reads is given anything to carry


def test_no_page_names_a_folder_of_the_server(every, reader, desk_file):
    folder = desk_file.parent
    for address in every:
        assert folder.name not in reader.get(address).text, address
    assert str(folder) not in reader.get("/stories/none").text


def test_the_front_page_counts_origins_before_articles(pages):
    card = pages["/"].xpath("//li[@class='card'][1]")[0]
    assert text_of(card.xpath(".//p[@class='ledger']")[0]) == "2 origins from 3 articles"
    assert "1 disputed" in text_of(card)


def test_the_list_of_stories_can_be_put_in_another_order(reader):
    titles = re.compile(r'<h[23]><a href="/stories/[^"]+"[^>]*>([^<]+)')
    assert titles.findall(reader.get("/?order=disputed").text)[0].startswith("Footbridge")
    assert reader.get("/?order=nonsense").status_code == 200


def test_a_story_shows_disputed_answers_side_by_side_each_with_its_voices(reader, pages):
    page = pages[story_of(reader)]
    sides = page.xpath("//article[contains(@class, 'disputed')]//tr[contains(@class, 'side')]/th")
    assert [text_of(side) for side in sides] == ["A Nine people 1 voice", "B Twelve people 1 voice"]


def test_a_disputed_cell_of_the_grid_leads_to_the_marked_sentence(reader, pages):
    page = pages[story_of(reader)]
    cells = page.xpath("//table[@class='grid']//tr[@class='disputed']/td/a")
    for cell in cells:
        path, _, mark = cell.get("href").partition("#")
        found = pages[path].xpath("//mark[@id=$mark]", mark=mark)[0]
        value = text_of(cell.xpath("bdi")[0])
        assert text_of(found).startswith(f"{value} died when the footbridge")
    assert [text_of(cell) for cell in cells] == ["B Twelve people", "A Nine people", "A Nine people"]


def test_an_article_says_which_answers_it_gives_and_what_it_copies(pages):
    copy = next(
        page
        for address, page in pages.items()
        if address.startswith("/articles/") and "Marrow Mail" in text_of(page.xpath("//header[@class='opening']")[0])
    )
    assert "Takes 95 % of its text from Tolvane Courier: side by side" in text_of(copy)
    given = [text_of(each) for each in copy.xpath("(//ul[@class='given'])[1]/li")]
    assert given == ["A Nine people disputed: Nine people / Twelve people"]


def test_words_under_a_point_of_several_origins_are_tinted_by_a_sheet_of_the_articles_own(reader, pages):
    story = pages[story_of(reader)]
    path, _, mark = story.xpath("//table[@class='grid']//tr[@class='disputed']/td/a/@href")[0].partition("#")
    sheet = reader.get(f"{path}/marks.css")
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"
    assert f"#{mark}, .{mark} {{ background: var(--dispute-soft); }}" in sheet.text


def test_articles_side_by_side_mark_what_they_share_and_lead_to_its_twin(pages):
    page = next(page for address, page in pages.items() if address.startswith("/copies/"))
    assert "takes 95 % of its text from" in text_of(page.xpath("//h1")[0])
    assert page.xpath("//mark[@id='c-a1']/a/@href") == ["#c-b1"]


def test_a_speaker_is_heard_about_something(reader):
    everything = reader.get("/speaker?name=Ilse+Brandt").text
    about = reader.get("/speaker?name=Ilse+Brandt&about=cables").text
    assert "anybody had been careless" in everything
    assert "anybody had been careless" not in about
    assert '<mark class="hit">cables</mark>' in about


def test_the_same_words_in_two_outlets_are_said_once(reader):
    page = reader.get("/speaker?name=Ilse+Brandt").text
    assert page.count("had been checked in March") == 1
    assert "also in" in page


def test_search_marks_what_it_found_and_says_what_is_wrong_with_a_query(reader):
    assert '<mark class="hit">footbridge</mark>' in reader.get("/search?words=footbridge").text
    assert "Nothing found" in reader.get("/search?words=zeppelin").text
    broken = reader.get("/search?words=%22unclosed")
    assert broken.status_code == 200


def test_search_by_meaning_needs_none_of_the_words(reader):
    page = reader.get("/search?words=collapse+of+a+crossing+over+water&meaning=yes").text
    assert "Footbridge falls into the Marrow" in page
    assert "Pottery" not in page


def test_what_is_not_there_is_said_on_a_page(reader):
    for address in (
        "/stories/none",
        "/articles/none",
        "/copies/a/b",
        "/articles/none/versions",
        "/speaker",
        "/no/such/page",
    ):
        answer = reader.get(address)
        assert answer.status_code == 404
        assert "<h1>Nothing here</h1>" in answer.text


def test_a_request_that_is_too_large_is_refused_in_words(reader):
    assert reader.get("/search?words=" + "a" * 3000).status_code == 400
    assert reader.get("/search?" + "a=b&" * 3000).status_code == 414


def test_a_browser_that_has_the_page_is_told_so(reader):
    story = story_of(reader)
    first = reader.get(story)
    again = reader.get(story, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert reader.get("/").headers["etag"] != first.headers["etag"]


def add(desk_file, name, text, **more):
    """Add one more report to a desk, as another process would."""
    with open_desk(desk_file, write=True) as desk:
        list(desk.add([str(later(desk_file, name, text, **more))]))


def test_a_page_holds_while_its_story_does_and_no_longer(own_file, served_alone):
    client = served_alone(own_file)
    story = story_of(client)
    held = {"if-none-match": client.get(story).headers["etag"]}
    add(own_file, "unrelated", "Rain fell on the hills of Arle all Sunday, and the millers were glad of it.")
    assert client.get(story, headers=held).status_code == 304
    add(own_file, "third", ROWS[0]["text"] + " A third boat was found.")
    assert client.get(story, headers=held).status_code == 200


def test_a_page_on_the_screen_can_ask_how_things_stand(reader):
    story = story_of(reader)
    assert reader.get("/news").json()["articles"] == 4
    assert reader.get(f"/news?story={story.rpartition('/')[2]}").json()["articles"] == 3
    assert reader.get("/news?story=none").status_code == 404
    assert 'data-articles="3"' in reader.get(story).text


def test_the_style_sheet_and_the_script_hold_for_good_under_their_digest(reader):
    front = reader.get("/").text
    sheet = first(r'href="(/static/pages\.css\?[0-9a-f]+)"', front)
    assert "immutable" in reader.get(sheet).headers["cache-control"]
    assert "immutable" not in reader.get("/static/pages.css?other").headers["cache-control"]
    assert reader.get("/static/..%2f__init__.py").status_code == 404


def test_a_new_version_of_an_article_shows_what_was_changed_without_a_word(own_file, served_alone):
    text = ROWS[0]["text"].replace("Nine people", "Eleven people").replace("said Mayor", "claimed Mayor")
    when = "2031-05-12T18:00:00Z"
    add(own_file, "wire", text, source="Tolvane Courier", url=ROWS[0]["url"], published=when)
    client = served_alone(own_file)
    story = client.get(story_of(client)).text
    article = first(r'href="(/articles/[0-9a-f]+)[^"]*"[^>]*><bdi>Tolvane Courier', story)
    page = client.get(f"{article}/versions").text
    assert "<del>Nine</del>" in page
    assert "<ins>Eleven</ins>" in page
    assert "changed: number" in page
    assert "Nothing on the page says that it was changed." in page
    assert "what changed" in client.get(article).text
