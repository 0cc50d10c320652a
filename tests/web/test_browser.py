"""An editor at work in a real browser: from a dispute to the sentence, a wrong merge mended, a speaker found, at any width."""

import re
import shutil
from pathlib import Path

import pytest

from tests.web import browsing

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
AXE = Path("tests/web/node_modules/axe-core/axe.min.js")
pytestmark = pytest.mark.skipif(not Path(browsing.CHROMIUM).exists(), reason="chromium is not installed")
KINDS = (
    "/", "/?order=disputed", "STORY", "STORY/correct", "ARTICLE", "PAIR", "/search?words=ferry&outlet=Ellmark+Post",
    "/search?words=ferry&kind=statement", "/speakers", "SPEAKER", "/corrections", "/rejected", "/help", "/sign-in", "/stories/none",
)  # fmt: skip


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    return browsing.filled_with_examples(tmp_path_factory.mktemp("examples") / "news.desk")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=browsing.CHROMIUM, args=list(browsing.ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def address(examples):
    """A desk that nobody changes."""
    with browsing.running(examples) as served:
        yield served


@pytest.fixture(scope="module")
def small(desk_file):
    """A desk of few reports that nobody changes."""
    with browsing.running(desk_file) as served:
        yield served


@pytest.fixture(params=list(browsing.WIDTHS.values()), ids=list(browsing.WIDTHS))
def width(request):
    return request.param


@pytest.fixture
def opened(browser, width):
    """Open a browser window on an address; whatever a page complains of fails the test."""
    contexts, complaints = [], []

    def opening(base, **options):
        context = browser.new_context(
            base_url=base, viewport={"width": width, "height": 850}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None
        )
        return page

    yield opening
    for context in contexts:
        context.close()
    assert not complaints


def open_disputed(page):
    """Go from the front page to the story that most is disputed in."""
    page.goto("/")
    page.get_by_role("link", name="Most disputed").click()
    page.locator(".card a").first.click()
    page.wait_for_url(re.compile("/stories/"))


def test_a_disputed_cell_leads_to_the_sentence_on_the_screen_and_highlighted(opened, address):
    page = opened(address)
    open_disputed(page)
    cell = page.locator("table.grid tr.disputed").first.locator("td.has a").last
    value = cell.locator("bdi").inner_text()
    cell.scroll_into_view_if_needed()
    cell.click()
    page.wait_for_url(re.compile(r"/articles/\w+#p-\d+-\d+"))
    assert value in browsing.lit(page)


def test_the_answers_of_an_article_lead_into_its_text_and_back_to_the_point(opened, address):
    page = opened(address)
    open_disputed(page)
    page.locator("table.grid tr.disputed td.has a").first.click()
    given = page.locator(".given li.disputed").first
    given.locator("a").first.click()
    assert browsing.lit(page)
    given.locator("a.status").click()
    page.locator("article.point:target").wait_for()


def test_a_wrong_merge_is_corrected_and_the_correction_undone(opened, examples, tmp_path):
    with browsing.running(shutil.copy(examples, tmp_path / "news.desk")) as served:
        page = opened(served)
        browsing.sign_in(page)
        page.goto("/")
        before = page.locator(".card").count()
        merge_with_another(page)
        page.goto("/")
        assert page.locator(".card").count() == before - 1
        page.get_by_role("link", name=re.compile("Rovers|ferry sinks")).first.click()
        page.get_by_role("link", name="Correct this story").click()
        split = page.locator("section", has=page.get_by_role("heading", name="Reports of another story"))
        split.get_by_label(re.compile("Rovers")).check()
        split.get_by_role("button", name="Split them off").click()
        assert page.locator(".flash p").inner_text() == "Split off."
        page.goto("/")
        assert page.locator(".card").count() == before
        page.goto("/corrections")
        assert page.locator(".audit > li").count() == 2
        page.get_by_role("button", name=re.compile("Undo: .*different stories")).click()
        assert page.locator(".flash p").inner_text() == "Taken back."
        page.goto("/")
        assert page.locator(".card").count() == before - 1


def merge_with_another(page):
    """Merge a match report into the story of a ferry, as nobody should."""
    page.get_by_role("link", name=re.compile("Rovers")).first.click()
    page.get_by_role("link", name="Correct this story").click()
    page.get_by_label("Find it by words").fill("ferry")
    page.get_by_role("button", name="Find").click()
    merge = page.locator("section", has=page.get_by_role("heading", name="One story with another"))
    merge.get_by_label(re.compile("ferry")).first.check()
    merge.get_by_label("Your name").fill("Ana Ruiz")
    merge.get_by_role("button", name="Merge the stories").click()
    assert page.locator(".flash p").inner_text() == "Merged."
    page.locator("#history").get_by_text("decided by a person").first.wait_for()


def test_a_message_offers_to_undo_at_once(opened, examples, tmp_path):
    with browsing.running(shutil.copy(examples, tmp_path / "news.desk")) as served:
        page = opened(served)
        browsing.sign_in(page)
        page.goto("/")
        merge_with_another(page)
        page.get_by_role("button", name="Undo").click()
        assert page.locator(".flash p").inner_text() == "Taken back."
        assert page.locator("h1").inner_text().startswith(("Rovers", "At least"))


def test_a_speaker_is_searched_and_heard_about_something(opened, address):
    page = opened(address)
    page.goto("/speakers")
    page.get_by_label("A name begins with").fill("Arvidane")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Lotte Arvidane").click()
    page.get_by_role("heading", name="Reported to have said").wait_for()
    page.locator("footer").wait_for()
    everything = page.locator(".said").count()
    page.get_by_label("What was said about").fill("gates")
    page.get_by_role("button", name="Show").click()
    assert page.locator("mark.hit").first.inner_text().lower() == "gates"
    page.locator("footer").wait_for()
    assert 0 < page.locator(".said").count() < everything
    page.locator(".said a.quote[href*='#p-']").first.click(position={"x": 60, "y": 12})  # beside the quote mark
    assert browsing.lit(page)


def test_new_reports_are_offered_and_nothing_moves(opened, examples, tmp_path):
    desk = shutil.copy(examples, tmp_path / "news.desk")
    with browsing.running(desk) as served:
        page = opened(served)
        page.goto("/")
        page.evaluate("scrollTo(0, 300)")
        first = page.locator(".card a").first.inner_text()
        browsing.add_report(desk)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        offer = page.locator("#news a")
        offer.wait_for()
        assert offer.inner_text() == "1 new report: show"
        assert page.evaluate("scrollY") == 300
        assert page.locator(".card a").first.inner_text() == first
        offer.click()
        page.get_by_role("link", name=re.compile("Lamps go out")).wait_for()


def test_everything_works_without_scripts(opened, address):
    page = opened(address, java_script_enabled=False)
    open_disputed(page)
    page.locator("table.grid tr.disputed td.has a").first.click()
    page.locator("mark").first.wait_for()
    page.get_by_role("searchbox").first.fill("ferry")
    page.keyboard.press("Enter")
    page.locator(".hit-line").first.wait_for()


def test_the_keyboard_reaches_the_content_and_the_cells_of_the_grid(opened, address):
    page = opened(address)
    open_disputed(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator(".scroll.tall").focus()
    page.keyboard.press("Tab")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table.grid') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("narrow", [360])
def test_no_page_is_wider_than_a_phone(browser, address, narrow):
    context = browser.new_context(base_url=address, viewport={"width": narrow, "height": 700})
    page = context.new_page()
    browsing.sign_in(page)
    for kind in KINDS:
        page.goto(browsing.place(page, kind))
        assert page.evaluate("document.documentElement.scrollWidth") <= narrow, kind
    context.close()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: npm install in tests/web")
@pytest.mark.parametrize(("scheme", "at"), [("light", "desk"), ("dark", "phone")])
def test_axe_finds_nothing_serious(browser, small, scheme, at):
    shape = {"width": browsing.WIDTHS[at], "height": 850}
    context = browser.new_context(base_url=small, viewport=shape, color_scheme=scheme)
    context.add_init_script(path=AXE)
    page = context.new_page()
    browsing.sign_in(page)
    found: dict[tuple[str, str], list[str]] = {}
    for kind in KINDS:
        page.goto(browsing.place(page, kind))
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        grave = [each for each in result["violations"] if each["impact"] in {"serious", "critical"}]
        found |= {(kind, each["id"]): [node["html"][:160] for node in each["nodes"][:3]] for each in grave}
    context.close()
    assert not found


def test_a_story_prints_on_paper_without_menus(opened, address):
    page = opened(address)
    open_disputed(page)
    page.emulate_media(media="print")
    for hidden in (".masthead nav", ".contents", ".find"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator("article.point.disputed").first.is_visible()
