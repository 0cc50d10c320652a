"""What a reader of a text dump may expect: the article, nothing else, and what the page says of it."""

import textwrap
import time

import pytest

from headwater.articles.dumps import read_dump
from headwater.articles.dumps.lines import MOST_LINES
from headwater.articles.reading import Reading
from headwater.model import Block, Cut

PARAGRAPHS = (
    "The council of Orvale voted late on Tuesday to reopen the old harbour bridge after nine years of repairs that cost the town 14 million crowns.",
    "“People have waited long enough for this bridge,” said Mayor Ilse Brandt, who had promised the reopening during her campaign last spring.",
    "Engineers told the council that the northern pillar would have to be inspected every six months, a condition that the harbour office accepted on Monday.",
    "The vote passed by 21 to 8, with the fishermen's party against it. Its leader, Tomas Rehn, called the inspection plan a piece of theatre.",
    "Traffic is expected to return to the bridge on 3 May, a week before the harbour festival begins in Orvale.",
)
ARTICLE = "\n\n".join(PARAGRAPHS)
TITLE = "Orvale reopens its harbour bridge after nine years"
TEASERS = (
    "At least four hikers were rescued on Friday after a snowstorm closed the Kelm pass, the mountain service of Tarnau said in a statement.",
    "The tennis federation of Lurmia has named its squad for the autumn cup, leaving out last year's champion Petra Vance.",
    "Grain exports from Sorland fell by a third in October as a strike at the port of Weid entered its second month, officials said on Wednesday.",
)
LEGAL = "LEGAL NOTICE: All rights of the published texts and photos belong to Meridian Press. They may not be used without written permission."
MENU = ("Home", "World", "Politics", "Business", "Sport", "Culture", "Video", "Subscribe")


def bullets(lines):
    return "\n".join(f"  • {line}" for line in lines)


MENU_AND_FEED = f"""{bullets(MENU)}

    {TITLE}

    Domestic news
    • 20 November, 2031
    • 18:05
    {TITLE}

    {ARTICLE.replace(chr(10) * 2, chr(10) * 2 + "    ")}

    Orvale Ilse Brandt

    Latest News

    17:40

    Kelm pass closed after snowstorm

    Weather
    17:12

    Lurmia names squad for autumn cup

    Sport
    16:58

    Sorland grain exports fall by a third

    Economy
    All News Feed
"""


def read(page) -> Reading:
    reading = read_dump(page)
    assert reading is not None
    return reading


def of(part: Block | Cut, page: str) -> str:
    assert part.page_span is not None
    return part.page_span.of(page)


def roles(reading, text):
    return {cut.role for cut in reading.cuts if text in cut.text}


def test_a_menu_and_a_feed_are_cut_and_the_article_is_whole():
    reading = read(MENU_AND_FEED)
    assert reading.text == ARTICLE
    assert roles(reading, "Lurmia names squad") == {"feed"}
    assert roles(reading, "Politics") == {"menu"}


def test_the_headline_is_the_title_and_no_part_of_the_text_however_often_it_is_said():
    reading = read(MENU_AND_FEED)
    assert reading.title == TITLE
    assert [cut.text for cut in reading.cuts if cut.role == "headline"] == [TITLE, TITLE]


def test_the_day_and_the_time_beside_the_headline_are_one_moment_and_the_feeds_times_are_none():
    assert read(MENU_AND_FEED).published == "2031-11-20T18:05"
    assert read(MENU_AND_FEED.replace("• 20 November, 2031\n    • 18:05\n", "")).published is None


def test_the_section_stands_beside_the_headline():
    assert read(MENU_AND_FEED).section == "Domestic news"


def test_tags_run_together_on_a_line_are_told_apart_by_the_articles_own_words():
    assert read(MENU_AND_FEED).tags == ("Orvale", "Ilse Brandt")


def test_every_block_leads_back_to_the_page():
    reading = read(MENU_AND_FEED)
    assert [of(block, MENU_AND_FEED) for block in reading.blocks] == list(PARAGRAPHS)
    assert [block.span.of(reading.text) for block in reading.blocks] == list(PARAGRAPHS)
    assert all(of(cut, MENU_AND_FEED).endswith(cut.text) for cut in reading.cuts)


def test_nothing_vanishes():
    reading = read(MENU_AND_FEED)
    assert len(reading.blocks) + len(reading.cuts) == sum(1 for line in MENU_AND_FEED.splitlines() if line.strip())


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_teasers_after_a_sign_off_and_a_legal_notice_are_other_stories(gap):
    page = gap.join((TITLE, *PARAGRAPHS[:-1], PARAGRAPHS[-1] + " (NORDA)", LEGAL, *TEASERS))
    reading = read(page)
    assert reading.title == TITLE
    assert reading.text == ARTICLE + " (NORDA)"
    assert reading.rights == LEGAL
    assert all(roles(reading, teaser) == {"teaser"} for teaser in TEASERS)


def test_buttons_captions_and_adverts_inside_the_text_are_cut():
    page = "\n\n".join(
        (*MENU, TITLE, "By Ana Ruiz", "May 1, 2031", "Share", PARAGRAPHS[0], PARAGRAPHS[1], "Advertisement",
         "The harbour bridge of Orvale in April. (Photo: Jon Hale/Norda)", *PARAGRAPHS[2:], "Read more",
         "© 2031 Meridian Press. All rights reserved.")
    )  # fmt: skip
    reading = read(page)
    assert reading.text == ARTICLE
    assert reading.authors == ("Ana Ruiz",)
    assert reading.published == "2031-05-01"
    assert roles(reading, "Photo: Jon Hale") == {"caption"}
    assert roles(reading, "Advertisement") == {"social"}
    assert reading.rights == "© 2031 Meridian Press. All rights reserved."


@pytest.mark.parametrize(
    "credit",
    [
        "Photograph by Jon Hale.",
        "Credit: Jon Hale",
        "Picture courtesy of the Orvale Harbour Office",
        "Image credit: Norda",
    ],
)
def test_a_line_that_ends_in_a_picture_credit_is_a_caption(credit):
    caption = f"The northern pillar of the harbour bridge in April. {credit}"
    reading = read("\n\n".join((TITLE, *PARAGRAPHS[:2], caption, *PARAGRAPHS[2:])))
    assert reading.text == ARTICLE
    assert roles(reading, caption) == {"caption"}


@pytest.mark.parametrize(
    "signature",
    [
        "Reporting by Ana Ruiz; Editing by Tomas Hale",
        "Norda's Mira Osk contributed to this report.",
        "Ana Ruiz can be reached at 555-0199.",
    ],
)
def test_who_worked_on_a_text_is_its_last_line(signature):
    reading = read("\n\n".join((TITLE, *PARAGRAPHS, signature, LEGAL, *TEASERS)))
    assert reading.text == f"{ARTICLE}\n\n{signature}"


def test_hard_wrapped_paragraphs_are_joined():
    page = "\n\n".join((TITLE, *("\n".join(textwrap.wrap(paragraph, 76)) for paragraph in PARAGRAPHS)))
    assert read(page).text == ARTICLE


def test_markdown_marks_are_no_part_of_the_text():
    first = (
        PARAGRAPHS[0]
        .replace("harbour bridge", "[harbour bridge](/topics/bridge)")
        .replace("nine years", "**nine years**")
    )
    menu = "\n".join(f"  * [{entry}](/{entry.lower()})" for entry in MENU)
    page = "\n\n".join((menu, f"# {TITLE}", first, *PARAGRAPHS[1:], "[About](/about)", "[Contact](/contact)"))
    reading = read(page)
    assert reading.text == ARTICLE
    assert reading.title == TITLE
    assert of(reading.blocks[0], page) == first


def test_the_same_article_in_other_languages_is_a_translation():
    russian = "В Орвале после девяти лет ремонта снова открыли портовый мост"
    page = MENU_AND_FEED.replace("    Latest News", f"    {russian}\n\n    Latest News")
    reading = read(page)
    assert [(one.language, one.title) for one in reading.translations] == [("ru", russian)]
    assert roles(reading, russian) == {"translation"}
    assert reading.text == ARTICLE


def test_a_page_of_furniture_has_no_article():
    assert (
        read_dump("\n".join((*MENU, "Latest News", "17:40", "Kelm pass closed", "Weather", "© 2031 Meridian Press")))
        is None
    )


@pytest.mark.parametrize(
    "page", ["", " \n\t\n", "a", "Home", "\ufeff", "\x00\x01", "\ud800", '"' * 5_000, "“\n" * 3_000, "\n" * 9_999]
)
def test_tiny_and_senseless_pages_have_no_article(page):
    assert read_dump(page) is None


def test_a_german_page_is_read_as_well():
    text = (
        "Der Stadtrat von Orvale hat am Dienstagabend beschlossen, die alte Hafenbrücke nach neun Jahren Sanierung wieder für den Verkehr zu öffnen.",
        "„Die Menschen haben lange genug gewartet“, sagte Bürgermeisterin Ilse Brandt, die die Öffnung im Wahlkampf versprochen hatte.",
        "Nach Angaben der Ingenieure muss der nördliche Pfeiler der Brücke künftig alle sechs Monate untersucht werden, was das Hafenamt am Montag zusagte.",
        "Die Fischerpartei stimmte gegen den Plan. Ihr Vorsitzender Tomas Rehn nannte die Untersuchungen reines Theater.",
    )
    menu = ("Startseite", "Politik", "Wirtschaft", "Sport", "Anmelden", "Suche")
    page = "\n".join((bullets(menu), "", "Orvale öffnet die Hafenbrücke nach neun Jahren", "", "20. November 2031, 18:05 Uhr", "", "\n\n".join(text), "",
                      "Das könnte Sie auch interessieren", bullets(("Schneesturm am Kelmpass", "Lurmia nominiert Tenniskader")), "Impressum", "Datenschutz"))  # fmt: skip
    reading = read(page)
    assert reading.text == "\n\n".join(text)
    assert reading.title == "Orvale öffnet die Hafenbrücke nach neun Jahren"
    assert reading.published == "2031-11-20T18:05"


def test_a_cyrillic_page_is_read_as_well():
    text = (
        "Городской совет Орвале во вторник вечером проголосовал за открытие старого портового моста после девяти лет ремонта.",
        "«Люди ждали этого моста достаточно долго», — сказала мэр Ильза Брандт, обещавшая открыть его во время предвыборной кампании.",
        "По словам инженеров, северную опору моста нужно будет осматривать каждые шесть месяцев, и управление порта согласилось на это в понедельник.",
        "Партия рыбаков голосовала против. Её лидер Томас Рен назвал план осмотров театральным представлением.",
    )
    page = "\n\n".join(("Главная", "Политика", "Спорт", "Орвале открывает портовый мост", "20 ноября 2031, 18:05", *text,
                        "Читайте также", "Снежная буря закрыла перевал", "Все права защищены"))  # fmt: skip
    reading = read(page)
    assert reading.text == "\n\n".join(text)
    assert reading.published == "2031-11-20T18:05"
    assert reading.title == "Орвале открывает портовый мост"


@pytest.mark.parametrize(
    "page",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "](" * 400_000,
        "a\n" * 500_000,
        "• 1:1 \n" * 100_000,
        "(" * 300_000 + "\n[b](c\n" * 3,
    ],
    ids=["one line", "one word", "brackets", "one letter a line", "bullets", "open brackets"],
)
def test_a_huge_page_takes_little_time(page):
    started = time.perf_counter()
    read_dump(page)
    assert time.perf_counter() - started < 10


def test_past_the_last_line_that_is_read_the_rest_is_one_cut():
    page = ARTICLE + "\n\n" + "menu\n" * 12_000
    reading = read(page)
    assert of(reading.cuts[-1], page).count("menu") == 12_000 + len(PARAGRAPHS) - MOST_LINES
    assert reading.text.startswith(PARAGRAPHS[0])


def test_the_same_page_reads_the_same_twice():
    assert read_dump(MENU_AND_FEED) == read_dump(MENU_AND_FEED)
