"""Which articles are one story, what it is called, and what makes no difference."""

from __future__ import annotations

import time
from itertools import permutations

import pytest

from headwater.model import Article, Story
from headwater.stories import StorySettings, group_stories
from headwater.stories.candidates import MOST, find_candidates


def article(id_: str, text: str, *, title: str | None = None, published: str | None = None) -> Article:
    return Article(
        id=id_, page=id_, places=(), title=title, outlet=None, url=None, authors=(), published=published,
        language=None, section=None, tags=(), credits=(), rights=None, translations=(), text=text, blocks=(), cuts=(), by="test",
    )  # fmt: skip


FERRY = article(
    "ferry1",
    "A ferry with 84 people on board sank off Port Sello on Tuesday. Coast guard divers searched the wreck of the "
    "Ada Marina through the night, harbour master Ilse Brandt said. Nine passengers are missing.",
    title="Ferry sinks off Port Sello, nine missing",
    published="2031-03-04T21:10",
)
FERRY_AGAIN = article(
    "ferry2",
    "Divers found two bodies in the Ada Marina, the ferry that went down near Port Sello with 84 passengers and crew. "
    "Seven people are still missing, said Ilse Brandt, the harbour master. The coast guard widened its search.",
    title="Two bodies found in sunken Port Sello ferry",
    published="2031-03-05T08:00+02:00",
)
OTHER_FERRY = article(
    "ferry3",
    "The ferry Queen of Velden ran aground in fog outside Castelmar. All 212 passengers were brought ashore by "
    "fishing boats, mayor Tomas Okoro said. The captain is being questioned by police in Castelmar.",
    title="Passengers rescued as ferry runs aground at Castelmar",
    published="2031-03-04",
)
BUDGET = article(
    "budget",
    "Parliament in Orvia passed a budget that raises the tax on sugar. Finance minister Nora Velasco called the vote "
    "a turning point. Bakers protested in front of the assembly.",
    title="Orvia raises sugar tax",
)
ALL = (FERRY, FERRY_AGAIN, OTHER_FERRY, BUDGET)


def groups(stories: list[Story]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def test_reports_of_one_event_are_one_story_and_a_look_alike_is_another():
    assert groups(group_stories(ALL)) == {frozenset({"ferry1", "ferry2"}), frozenset({"ferry3"}), frozenset({"budget"})}


def test_order_makes_no_difference():
    expected = group_stories(ALL)
    for order in permutations(ALL):
        assert group_stories(order) == expected


def test_an_article_given_twice_counts_once():
    assert group_stories([*ALL, FERRY]) == group_stories(ALL)


def test_stories_and_their_articles_stand_in_order_of_report_undated_last():
    stories = group_stories(ALL)
    assert stories[-1].articles == ("budget",)
    assert next(story for story in stories if "ferry1" in story.articles).articles == ("ferry1", "ferry2")


def test_instants_are_compared_across_zones():
    first = article("z", FERRY.text, title="Late by the clock", published="2031-03-04T23:00+05:00")
    last = article("a", FERRY.text, title="Early by the clock", published="2031-03-04T19:00Z")
    assert group_stories([last, first])[0].articles == ("z", "a")


def test_dates_far_apart_are_never_one_story():
    years_later = article("ferry9", FERRY.text, title=FERRY.title, published="2039-03-04")
    assert len(group_stories([FERRY, years_later])) == 2
    assert len(group_stories([FERRY, years_later], settings=StorySettings(days=4000))) == 1


def test_a_higher_threshold_gives_smaller_stories():
    assert len(group_stories(ALL, settings=StorySettings(threshold=9.0))) == len(ALL)


def test_without_a_title_the_first_sentence_begins_the_story():
    [story] = group_stories([article("x", "A very small fire broke out in Castelmar. Nobody was hurt.")])
    assert story.title == "A very small fire broke out in Castelmar."
    [story] = group_stories([article("x", "word " * 100)])
    assert len(story.title) <= 102
    assert story.title.endswith(" …")


def test_other_languages_are_grouped_too():
    one = article("ru1", "Вчера в Кастелмаре сгорел рынок Велден. Погибли 12 человек, сообщил мэр Томас Окоро.")
    two = article(
        "ru2", "Число погибших при пожаре на рынке Велден в Кастелмаре выросло до 14, заявил Томас Окоро. Рынок сгорел."
    )
    other = article("ru3", "Парламент Орвии принял бюджет, сообщила министр Нора Веласко. Пекари вышли на площадь.")
    assert groups(group_stories([one, two, other])) == {frozenset({"ru1", "ru2"}), frozenset({"ru3"})}


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00\x01", "““““““", "1 2 3", "首都"])
def test_odd_texts_stay_alone_and_break_nothing(text):
    assert groups(group_stories([article("odd", text, published="not a date"), *ALL])) >= {frozenset({"odd"})}


def test_nothing_in_nothing_out():
    assert group_stories([]) == []


def test_every_article_is_in_exactly_one_story():
    many = [
        article(f"m{number}", f"{FERRY.text} {number}", published=f"2031-03-{1 + number % 9:02}")
        for number in range(60)
    ]
    assert sorted(id_ for story in group_stories(many) for id_ in story.articles) == sorted(one.id for one in many)
    assert len(group_stories(many)) == 1


def test_candidates_are_bounded_however_many_articles_share_a_word():
    bodies = [{"ferry": 0.7, f"word{number}": 0.7} for number in range(3000)]
    started = time.process_time()
    found = find_candidates(bodies, range(3000))
    assert sum(map(len, found)) <= 2 * MOST * 3000
    assert time.process_time() - started < 2
