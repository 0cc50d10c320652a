"""A desk that is kept: it grows page by page, keeps its stories, and lets people outrank the machine."""

from dataclasses import replace
from itertools import permutations

import pytest

from headwater.desk import Desk, Settings, open_desk
from headwater.desk.arrivals import Arrival, read_arrival
from headwater.desk.replaying import replay
from headwater.engine import Here
from headwater.errors import NotHere, StoreError, UsageError
from headwater.model import Page, Query, Quoted, Span, digest
from tests.desk.news import FERRY, FERRY_OTHERWISE, MADE, ORCHARD, decide, row

EXAMPLES = "examples/pages"
WRITTEN = ("Nine", "Eleven", "Twelve", "Twenty", "Thirty", "Forty")


def add(desk, pages):
    return list(desk.add_pages(pages))


def grouped(desk):
    """The stories as sets of outlets."""
    return {frozenset(desk.card(card.id).outlets) for card in desk.stories().items}


def story_with(desk, outlet: str):
    return next(card for card in desk.stories().items if outlet in card.outlets)


def test_reports_of_one_event_are_one_story_and_others_are_not(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE), row("vale", ORCHARD)))
    assert grouped(desk) == {frozenset({"The Tern Post", "The Gull Post"}), frozenset({"The Vale Post"})}


def test_a_story_keeps_its_id_when_it_gains_a_report(desk, pages):
    add(desk, pages(row("tern", FERRY)))
    before = story_with(desk, "The Tern Post").id
    add(desk, pages(row("gull", FERRY_OTHERWISE)))
    assert story_with(desk, "The Gull Post").id == before
    assert [event.change for event in desk.history(before)] == ["began", "grew"]


def test_a_large_story_that_grows_is_compared_as_if_anew(tmp_path, pages):
    told = [row(name, FERRY.replace("Nine", number)) for name, number in zip("abcdef", WRITTEN, strict=True)]
    views = []
    for name, parts in (("grown", [told[:5], told[5:]]), ("at once", [told])):
        with open_desk(tmp_path / f"{name}.desk", write=True) as desk:
            for part in parts:
                add(desk, pages(*part))
            [card] = desk.stories().items
            views.append((desk.story(card.id).comparison.points, desk.store.known(card.id)))
    assert views[0] == views[1]
    assert views[0][1]


def test_the_history_replayed_gives_the_stories_as_they_are(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE), row("vale", ORCHARD)))
    add(desk, pages(row("tern", FERRY.replace("Nine people", "Eleven people"))))
    together = tuple(page_of(desk, outlet) for outlet in ("The Tern Post", "The Gull Post", "The Vale Post"))
    desk.correct(decide("merge stories", groups=(together,)))
    desk.correct(decide("split story", groups=(together[:1], together[1:])))
    now = {card.id: frozenset(desk.story(card.id).story.articles) for card in desk.stories().items}
    assert replay(desk.history()) == now


def test_the_order_of_arrival_leaves_no_trace_in_what_belongs_together(tmp_path, pages):
    rows = [row("tern", FERRY), row("gull", FERRY_OTHERWISE), row("vale", ORCHARD)]
    seen = set()
    for number, order in enumerate(permutations(rows)):
        with open_desk(tmp_path / f"{number}.desk", write=True) as desk:
            add(desk, pages(*order))
            seen.add(frozenset(grouped(desk)))
    assert len(seen) == 1


def test_the_same_page_twice_changes_nothing(desk, pages):
    given = pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE))
    assert [each.known for each in add(desk, given)] == [False, False]
    before = desk.revision(), desk.counts()
    assert [each.known for each in add(desk, given)] == [True, True]
    assert (desk.revision(), desk.counts()) == before


def test_what_cannot_be_read_is_acknowledged_and_kept_with_its_reason(desk, tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    [said] = desk.add([str(tmp_path / "a.png")])
    assert said.rejected is not None
    assert said.rejected.reason == "binary"
    assert [each.reason for each in desk.rejected().items] == ["binary"]


def test_a_kept_desk_tells_what_a_visit_tells(desk):
    list(desk.add([EXAMPLES]))
    told = {frozenset(one.story.articles): one for one in Desk().brief([EXAMPLES]).stories}
    kept = [desk.story(card.id) for card in desk.stories(limit=100).items]
    assert {frozenset(one.story.articles) for one in kept} == set(told)
    for one in kept:
        visit = told[frozenset(one.story.articles)]
        assert one.story.title == visit.story.title
        assert one.copies == visit.copies
        assert one.origins == visit.origins
        assert one.comparison.points == visit.comparison.points


def test_what_was_kept_is_there_when_the_desk_is_opened_again(tmp_path, pages):
    with open_desk(tmp_path / "news.desk", write=True) as desk:
        add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE)))
        told = desk.story(story_with(desk, "The Tern Post").id)
    with open_desk(tmp_path / "news.desk") as desk:
        assert desk.story(told.story.id) == told


def test_a_desk_that_is_not_there_is_not_made_for_reading(tmp_path):
    with pytest.raises(StoreError, match=r"none\.desk"):
        open_desk(tmp_path / "none.desk")


def test_an_unknown_id_says_so(desk):
    for ask in (desk.story, desk.card, desk.article, desk.page):
        with pytest.raises(NotHere, match="nothing"):
            ask("nothing")


# versions -------------------------------------------------------------------------------------------------------------


def test_a_new_text_at_an_address_is_a_version_and_no_second_voice(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE)))
    story = story_with(desk, "The Tern Post")
    [said] = add(desk, pages(row("tern", FERRY.replace("Nine people", "Eleven people"))))
    assert said.version_of is not None
    now = desk.card(story.id)
    assert (now.articles, now.origins) == (story.articles, story.origins)
    assert desk.article(said.article).versions == (said.version_of, said.article)
    assert not desk.article(said.version_of).current
    assert [event.change for event in desk.history(story.id)][-1] == "revised"


def test_a_version_is_told_whatever_its_link_carries(desk, pages):
    add(desk, pages(row("tern", FERRY, url="https://www.tern.example/news?utm_source=feed")))
    [said] = add(desk, pages(row("tern", FERRY.replace("Nine", "Ten"), url="http://tern.example/news#top")))
    assert said.version_of is not None


# people ---------------------------------------------------------------------------------------------------------------


def page_of(desk, outlet):
    return next(
        article.page
        for card in desk.stories().items
        for article in desk.story(card.id).articles
        if article.outlet == outlet
    )


def test_a_person_may_merge_and_the_undo_gives_both_stories_their_ids_back(desk, pages):
    add(desk, pages(row("tern", FERRY), row("vale", ORCHARD)))
    before = {card.id for card in desk.stories().items}
    merge = decide("merge stories", groups=((page_of(desk, "The Tern Post"), page_of(desk, "The Vale Post")),))
    desk.correct(merge)
    assert grouped(desk) == {frozenset({"The Tern Post", "The Vale Post"})}
    desk.undo(merge.id, person="Ana", made=MADE)
    assert {card.id for card in desk.stories().items} == before
    assert [each.kind for each in desk.corrections()] == ["merge stories", "undo"]


def test_the_address_of_a_story_that_ended_leads_to_where_its_articles_went(desk, pages):
    add(desk, pages(row("tern", FERRY), row("vale", ORCHARD)))
    ids = {card.id for card in desk.stories().items}
    desk.correct(decide("merge stories", groups=((page_of(desk, "The Tern Post"), page_of(desk, "The Vale Post")),)))
    assert len({desk.story(one).story.id for one in ids}) == 1


def test_a_split_by_a_person_survives_what_arrives_later(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE)))
    apart = ((page_of(desk, "The Tern Post"),), (page_of(desk, "The Gull Post"),))
    desk.correct(decide("split story", groups=apart))
    add(desk, pages(row("heron", FERRY_OTHERWISE.replace("Rescuers", "Divers"))))
    assert not any({"The Tern Post", "The Gull Post"} <= outlets for outlets in grouped(desk))


def test_a_copy_that_a_person_undid_makes_two_voices(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY)))
    story = story_with(desk, "The Tern Post")
    assert story.origins == 1
    undo = decide("undo copy", groups=((page_of(desk, "The Tern Post"),), (page_of(desk, "The Gull Post"),)))
    desk.correct(undo)
    assert desk.card(story.id).origins == 2


def test_a_dispute_that_a_person_undid_is_none_until_it_is_brought_back(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE)))
    story = story_with(desk, "The Tern Post")
    assert story.disputed == 1
    told = desk.story(story.id)
    [point] = [point for point in told.comparison.points if point.status == "disputed"]
    text = {article.id: article for article in told.articles}
    sides = [answer.evidence[0] for answer in point.answers]
    words = tuple(Quoted(page=text[side.article].page, exact=side.span.of(text[side.article].text)) for side in sides)
    undo = decide("undo dispute", quoted=words)
    desk.correct(undo)
    assert desk.card(story.id).disputed == 0
    desk.undo(undo.id, person="Ana", made=MADE)
    assert desk.card(story.id).disputed == 1


def test_a_correction_that_names_no_page_of_the_desk_is_refused_and_not_kept(desk):
    with pytest.raises(NotHere, match="no page"):
        desk.correct(decide("merge stories", groups=(("p1", "p2"),)))
    assert desk.corrections() == ()


def test_a_correction_can_be_taken_back_once(desk):
    note = decide("note", subject="story:s1", note="Check.")
    desk.correct(note)
    desk.undo(note.id, person="Ana", made=MADE)
    with pytest.raises(UsageError, match="already"):
        desk.undo(note.id, person="Per", made=MADE)


# search ---------------------------------------------------------------------------------------------------------------


def test_words_find_articles_and_where_they_stand(desk, pages):
    add(desk, pages(row("tern", FERRY), row("vale", ORCHARD)))
    [hit] = desk.search(Query(words="lighthouse")).items
    start, end = hit.spans[0]
    assert hit.article.text[start:end] == "lighthouse"


def test_a_speaker_finds_what_he_is_reported_to_have_said(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE), row("vale", ORCHARD)))
    hits = desk.search(Query(kind="statement", speaker="ana ruiz", about="full")).items
    assert {hit.article.outlet for hit in hits} == {"The Tern Post", "The Gull Post"}


def test_meaning_finds_what_no_word_does(desk, pages):
    add(desk, pages(row("tern", FERRY), row("vale", ORCHARD)))
    best = desk.search(Query(words="a shipwreck with many victims", meaning=True)).items[0]
    assert best.article.outlet == "The Tern Post"


def test_meaning_is_asked_of_what_passes_the_filters(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE), row("vale", ORCHARD)))
    query = Query(words="a shipwreck with many victims", meaning=True, outlet="the gull post")
    assert {hit.article.outlet for hit in desk.search(query).items} == {"The Gull Post"}


# safety ---------------------------------------------------------------------------------------------------------------


def test_a_second_writer_is_told_who_writes(tmp_path):
    with open_desk(tmp_path / "news.desk", write=True), pytest.raises(StoreError, match="another process"):
        open_desk(tmp_path / "news.desk", write=True)


def test_a_page_that_arrives_twice_at_once_is_read_once(desk, pages):
    [page] = pages(row("tern", FERRY))
    assert isinstance(page, Page)
    again = replace(page, place=replace(page.place, file="other.jsonl"))
    assert [each.known for each in add(desk, [page, again])] == [False, True]
    assert {place.file for place in desk.store.places(page.id)} == {page.place.file, "other.jsonl"}


def read_shorter(page):
    """What an earlier version might have read: the article without its last sentence."""
    arrival = read_arrival(page)
    assert isinstance(arrival, Arrival)
    whole = arrival.reading.article
    text = whole.text[: whole.text.rindex(". ") + 1]
    blocks = tuple(replace(b, span=Span(start=b.span.start, end=min(b.span.end, len(text)))) for b in whole.blocks)
    article = replace(whole, id=digest("article", whole.page, text), text=text, blocks=blocks)
    return replace(arrival, reading=replace(arrival.reading, article=article, statements=(), mentions=()))


def test_what_people_decided_holds_when_pages_are_read_anew_by_a_later_version(desk, pages):
    ferry, orchard = pages(row("tern", FERRY), row("vale", ORCHARD))
    list(desk.add_arrivals([read_shorter(ferry), read_shorter(orchard)]))
    desk.settle()
    before = {article for card in desk.stories().items for article in desk.story(card.id).story.articles}
    desk.correct(decide("merge stories", groups=((ferry.id, orchard.id),)))
    assert [each.known for each in desk.read_anew()] == [False, False]
    [story] = desk.stories().items
    now = set(desk.story(story.id).story.articles)
    assert len(now) == 2
    assert not now & before
    assert [each.known for each in desk.read_anew()] == [True, True]
    assert desk.store.check() == ()


def test_settings_reach_the_comparison_of_a_kept_desk_and_of_a_visit(tmp_path, pages):
    asked = []

    def judge(pairs):
        asked.append(len(pairs))
        return [None for _ in pairs]

    given = pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE))
    with open_desk(tmp_path / "judged.desk", write=True, settings=Settings(judge=judge)) as desk:
        add(desk, given)
    assert asked
    asked.clear()
    Desk(settings=Settings(judge=judge)).brief([given[0].place.file])
    assert asked


def test_what_was_decided_about_a_page_holds_for_its_later_version(desk, pages):
    add(desk, pages(row("tern", FERRY), row("gull", FERRY_OTHERWISE)))
    apart = ((page_of(desk, "The Tern Post"),), (page_of(desk, "The Gull Post"),))
    desk.correct(decide("split story", groups=apart))
    add(desk, pages(row("tern", FERRY.replace("Nine people", "Eleven people"))))
    add(desk, pages(row("heron", FERRY_OTHERWISE.replace("Rescuers", "Divers"))))
    assert not any({"The Tern Post", "The Gull Post"} <= outlets for outlets in grouped(desk))


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "note", "subject": "story:s1", "note": " "},
        {"kind": "note", "subject": "weather", "note": "Rain."},
        {"kind": "merge actors", "groups": (("Ana Ruiz", "Ana Ruiz"),)},
        {"kind": "split actor", "groups": (("Ana Ruiz",),)},
        {"kind": "undo dispute", "quoted": ()},
    ],
    ids=lambda given: given["kind"],
)
def test_a_correction_that_nobody_can_have_meant_is_refused(desk, given):
    with pytest.raises(UsageError):
        desk.correct(decide(**given))
    assert desk.corrections() == ()


def test_words_that_a_page_does_not_hold_cannot_be_disputed(desk, pages):
    [page] = pages(row("tern", FERRY))
    add(desk, [page])
    words = (Quoted(page=page.id, exact="Nine people died"), Quoted(page=page.id, exact="Nobody died"))
    with pytest.raises(UsageError, match="does not hold"):
        desk.correct(decide("confirm dispute", quoted=words))


class Eager(Here):
    """An engine that takes every page before it gives back the first, as workers do with those that they are ahead."""

    def each(self, function, items, *, seconds):
        yield from super().each(function, list(items), seconds=seconds)


def test_a_second_place_of_a_page_that_is_still_being_read_is_kept(tmp_path, pages):
    slow, page = pages(row("tern", FERRY), row("vale", ORCHARD))
    second = replace(page.place, file="other.jsonl")
    with open_desk(tmp_path / "eager.desk", write=True, engine=Eager()) as desk:
        assert [each.known for each in add(desk, [slow, page, second])] == [False, False, True]
        assert second in desk.store.places(page.id)
