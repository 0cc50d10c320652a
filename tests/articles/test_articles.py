"""The front door: every kind of page becomes an article or says why not."""

from headwater.articles import read_article, read_articles
from headwater.model import Article, FeedItem, Page, Place, Rejected, digest
from headwater.pages import ready_page

TOLD = "Rain fell on the hills of Orvale all night, and the river rose by a metre, said the mayor, Ana Ruiz."
MARKUP = f"<article><h1>River rises in Orvale</h1><p>{TOLD}</p><p>{TOLD.replace('night', 'day')}</p></article>"


def page(content, media="html", summary=None, url=None):
    """Return a page; with a summary and no address of its own it is the item of a feed."""
    name = digest(media, content)
    place = Place(page=name, file="rain", member="1" if summary and not url else "", url=url)
    return Page(id=name, content=content.encode(), media=media, declared="utf-8", place=place, summary=summary)


def article_of(given: Page) -> Article:
    article = read_article(given)
    assert isinstance(article, Article)
    return article


def test_an_article_carries_the_pages_id_place_and_a_digest_of_its_text():
    given = page(MARKUP, url="https://courier.example/rain")
    article = article_of(given)
    assert article.id == digest(given.id, article.text)
    assert (article.page, article.places, article.url) == (given.id, (given.place,), "https://courier.example/rain")
    assert (article.language, article.by) == ("en", "articles.html/1")


def test_pages_are_read_one_at_a_time_and_rejected_inputs_pass_through():
    asked: list[int] = []

    def pages():
        for number, given in enumerate((refused, page(MARKUP), Place(page="p", file="again"), page("<p>")), start=1):
            asked.append(number)
            yield given

    refused = Rejected(file="x", reason="empty", by="pages/1")
    reading = read_articles(pages())
    assert next(reading) is refused
    assert asked == [1]
    article, nothing = reading
    assert isinstance(article, Article)
    assert isinstance(nothing, Rejected)
    assert (nothing.reason, nothing.file, nothing.page) == ("no article", "rain", page("<p>").id)


def test_a_ready_article_keeps_its_text_to_the_character():
    text = "  River rises in Orvale\r\n\r\n" + TOLD + " \n- one\n\tTwo\u2028three\n\n"
    article = article_of(
        ready_page({"id": "7", "text": text, "source": "Orvale Courier", "published": "2031-05-04"}, file="a.jsonl")
    )
    assert article.text == text
    assert [(block.role, block.span.of(text)) for block in article.blocks] == [
        ("headline", "River rises in Orvale"),
        ("paragraph", TOLD),
        ("list", "- one"),
        ("paragraph", "Two"),
        ("paragraph", "three"),
    ]
    assert all(block.span == block.page_span for block in article.blocks)
    assert (article.title, article.outlet, article.published) == (
        "River rises in Orvale",
        "Orvale Courier",
        "2031-05-04",
    )


def test_a_ready_article_of_one_line_has_no_headline():
    article = article_of(ready_page({"text": "Rain in Orvale"}, file="a.jsonl"))
    assert [block.role for block in article.blocks] == ["paragraph"]


def test_a_feed_item_is_an_article_however_short_and_the_feed_names_it():
    item = FeedItem(
        title="River rises", outlet="Orvale Courier", authors=("Ana Ruiz",), published="2031-05-04", tags=("rain",)
    )
    for media, content in (("html", "<p>Rain fell.</p>"), ("text", "Rain fell.")):
        article = article_of(page(content, media, summary=item))
        assert article.text == "Rain fell."
        assert (article.title, article.outlet, article.authors) == ("River rises", "Orvale Courier", ("Ana Ruiz",))
        assert (article.published, article.tags, article.language) == ("2031-05-04", ("rain",), None)


def test_an_items_invitations_are_cut():
    item = FeedItem(title="River rises")
    article = article_of(page(f"<p>{TOLD}</p><p>Read more at our site</p>", summary=item))
    assert article.text == TOLD
    assert [cut.text for cut in article.cuts] == ["Read more at our site"]


def test_the_same_page_gives_the_same_article():
    assert read_article(page(MARKUP)) == read_article(page(MARKUP))


def test_a_page_that_a_feed_led_to_is_read_as_a_page_and_takes_from_the_feed_what_it_does_not_say():
    item = FeedItem(title="Rain: live", outlet="The Vale Post", authors=("Per Lund",), published="2031-05-04")
    article = article_of(page(f"<nav>Home</nav>{MARKUP}", summary=item, url="https://vale.example/rain"))
    assert (article.title, article.outlet, article.published) == (
        "River rises in Orvale",
        "The Vale Post",
        "2031-05-04",
    )
    assert article.authors == ("Per Lund",)
    assert "Home" not in article.text
