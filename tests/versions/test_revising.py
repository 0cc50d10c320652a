"""When a text at the address of another is that article revised. All names and events are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.model import Article
from headwater.versions import is_version


def article(text: str, title: str | None = "Ferry sinks off Port Sello") -> Article:
    return Article(
        id=text[:20], page=text[:20], places=(), title=title, outlet=None, url=None, authors=(), published=None, language="en",
        section=None, tags=(), credits=(), rights=None, translations=(), text=text, blocks=(), cuts=(), by="test",
    )  # fmt: skip


REPORT = article(
    "A ferry with 84 people on board sank off Port Sello on Tuesday. Coast guard divers searched the wreck of the "
    "Ada Marina through the night, harbour master Ilse Brandt said. Nine passengers are missing. The ferry had left "
    "Castelmar at dusk with a load of cars. The cause is not known."
)
STUB = article("A ferry has sunk off Port Sello. More follows.", "Ferry sinks")
LATER = article(
    "Divers found two bodies in the wreck of the Ada Marina, the ferry that went down near Port Sello with 84 passengers. "
    "Seven people are missing, said harbour master Ilse Brandt. The coast guard widened its search around Port Sello. "
    "The Ada Marina had left Castelmar at dusk. Cars on the deck may have shifted.",
    "Two bodies found in sunken Port Sello ferry",
)
BUDGET = article(
    "Parliament in Orvia passed a budget that raises the tax on sugar. Finance minister Nora Velasco called the vote "
    "a turning point. Bakers protested in front of the assembly.",
    "Orvia raises sugar tax",
)
FRONT = "Good morning. Here is what you need to know today."


def both(one: Article, other: Article) -> bool:
    assert is_version(one, other) == is_version(other, one)
    return is_version(one, other)


def test_a_text_with_a_few_edits_is_a_version():
    assert both(REPORT, article(REPORT.text.replace("Nine", "Seven").replace("at dusk", "at nightfall"), "Ferry lost"))


def test_a_short_first_report_that_grew_is_a_version():
    assert both(STUB, article(f"A ferry has sunk off Port Sello. {REPORT.text[64:]}"))


def test_a_report_of_the_event_that_was_written_anew_is_a_version():
    assert both(REPORT, LATER)


def test_a_text_that_was_cut_to_its_first_lines_is_a_version():
    assert both(REPORT, article(REPORT.text[:150]))


def test_the_same_sentences_in_another_order_are_a_version():
    told = REPORT.text.split(". ")
    assert both(REPORT, article(". ".join(told[::-1]), None))


def test_another_article_at_the_same_address_is_none():
    assert not both(REPORT, BUDGET)
    assert not both(REPORT, article(BUDGET.text, REPORT.title))


def test_a_front_page_of_which_all_but_its_greeting_changed_is_none():
    title = "Vale Herald: today"
    assert not both(article(f"{FRONT} {REPORT.text}", title), article(f"{FRONT} {BUDGET.text}", title))


def test_a_live_page_of_which_everything_changed_is_none():
    title = "Live: storm over Velden"
    first = article(
        "Trees fell on the road to Lowmark. Bo Martens, 61, was hurt. The school bus stood still for hours.", title
    )
    last = article(
        "Power is back in most homes. Insurers count the roofs. A concert for the helpers is set for June.", title
    )
    assert not both(first, last)


def test_a_form_that_two_articles_carry_makes_them_no_versions():
    form = "Sign up for our letter from the island. Choose your town: Castelmar, Lowmark, Velden, Brennick, Osmer. Thank you!"
    assert not both(article(f"{REPORT.text} {form}"), article(f"{BUDGET.text} {form}", BUDGET.title))


def test_a_live_page_that_keeps_its_former_entries_is_a_version():
    title = "Live: storm over Velden"
    first = "Trees fell on the road to Lowmark. Bo Martens, 61, was hurt. The school bus stood still for hours."
    assert both(
        article(first, title), article(f"Power is back in most homes. Insurers count the roofs. {first}", title)
    )


@pytest.mark.parametrize("text", ["", "…", "\ud800", "   \n"])
def test_texts_without_words(text):
    assert not both(article(text), REPORT)
    assert is_version(article(text), replace(article(text), id="other"))
