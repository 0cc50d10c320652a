"""What becomes of stories when their articles are grouped anew."""

from headwater.desk.grouping import regrouped
from headwater.desk.replaying import replay
from headwater.model import StoryEvent

ORDER = ["a", "b", "c", "d", "e"]


def changes(found):
    return [(event.story, event.change, event.articles, event.other) for one in found for event in one.events]


def test_a_story_that_gains_an_article_keeps_its_id():
    found = regrouped({"s": ("a", "b")}, [["a", "b", "c"]], ORDER, by="test", new="c")
    assert changes(found) == [("s", "grew", ("c",), None)]
    assert found[0].articles == ("a", "b", "c")


def test_an_article_that_fits_nowhere_begins_a_story():
    [found] = regrouped({}, [["a"]], ORDER, by="test", new="a")
    assert [event.change for event in found.events] == ["began"]


def test_the_larger_story_goes_on_when_two_merge_and_the_smaller_ends_in_it():
    found = regrouped({"s": ("a",), "t": ("b", "c")}, [["a", "b", "c"]], ORDER, by="test")
    assert changes(found) == [("t", "merged", ("a",), "s"), ("s", "ended", ("a",), "t")]


def test_what_leaves_a_story_begins_one_of_its_own():
    found = regrouped({"s": ("a", "b", "c")}, [["a", "b"], ["c"]], ORDER, by="test")
    assert [(change, articles) for _, change, articles, _ in changes(found)] == [("split", ("c",)), ("began", ("c",))]


def test_a_story_that_was_merged_and_is_split_again_gets_its_own_id_back():
    [first] = regrouped({}, [["a"]], ORDER, by="test", new="a")
    [second] = regrouped({}, [["b"]], ORDER, by="test", new="b")
    merged = regrouped({first.story: ("a",), second.story: ("b",)}, [["a", "b"]], ORDER, by="test")
    kept = next(one.story for one in merged if one.articles)
    split = regrouped({kept: ("a", "b")}, [["a"], ["b"]], ORDER, by="test")
    assert {one.story for one in split} == {first.story, second.story}


def test_no_story_takes_the_id_of_one_that_its_first_article_left():
    [first] = regrouped({}, [["a"]], ORDER, by="test", new="a")
    found = regrouped({"s": ("a", "b", "c")}, [["a"], ["b", "c"]], ORDER, by="test", there={first.story}.__contains__)
    assert first.story not in {one.story for one in found}


def test_nothing_is_said_where_nothing_changes():
    assert regrouped({"s": ("a", "b")}, [["b", "a"]], ORDER, by="test") == []


def test_the_events_replayed_give_the_stories_as_they_are():
    events: list[StoryEvent] = []
    stories: dict[str, tuple[str, ...]] = {}
    for groups, new in [
        ([["a"]], "a"),
        ([["a"], ["b"]], "b"),
        ([["a", "c"], ["b"]], "c"),
        ([["a", "c", "b"]], None),
        ([["a", "d"], ["c", "b"]], "d"),
        ([["a"], ["d", "e", "c"], ["b"]], "e"),
    ]:
        for one in regrouped(stories, groups, ORDER, by="test", new=new):
            events += one.events
            stories = {story: held for story, held in stories.items() if story != one.story}
            if one.articles:
                stories[one.story] = one.articles
    assert replay(events) == {story: set(held) for story, held in stories.items()}


def test_a_story_that_splits_off_never_takes_the_id_of_one_that_is_there():
    [first] = regrouped({}, [["a"]], ORDER, by="test", new="a")
    found = regrouped({"s": ("a", "b", "c")}, [["b", "c"], ["a"]], ORDER, by="test", there={first.story}.__contains__)
    assert first.story not in {one.story for one in found}
    assert sorted(article for one in found for article in one.articles) == ["a", "b", "c"]
