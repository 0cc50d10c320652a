"""What independent origins agree on, dispute, report alone or leave out. All names and events are invented."""

from dataclasses import replace

from headwater.articles.credits import find_credits
from headwater.comparisons import Judgement, compare
from headwater.model import Actor, Article, Block, Mention, Origin, Place, Span, Story
from headwater.origins import find_origins
from headwater.statements import read_statements
from headwater.text.names import find_names


def article(outlet: str, *paragraphs: str, published: str | None = "2025-03-06") -> Article:
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(span=Span(start=start, end=start + len(paragraph)), role="paragraph"))
        start += len(paragraph) + 2
    return Article(
        id=outlet, page=outlet, places=(Place(page=outlet, file=f"{outlet}.html"),), title=None, outlet=outlet, url=None, authors=(),
        published=published, language="en", section=None, tags=(), credits=find_credits(text, ()), rights=None, translations=(), text=text,
        blocks=tuple(blocks), cuts=(), by="test",
    )  # fmt: skip


def actors_of(articles):
    for one in articles:
        for name in find_names(one.text):
            words = name.span.of(one.text)
            mention = Mention(article=one.id, span=name.span, name=words, kind=name.kind, by="test")
            yield Actor(id=words, name=words, kind=name.kind, variants=(words,), mentions=(mention,))


def compared(*articles: Article, voices: dict[str, str] | None = None):
    """Compare articles, each an origin of its own unless `voices` puts several under one name."""
    heads = {one.id: (voices or {}).get(one.id, one.id) for one in articles}
    origins = [
        Origin(
            id=head,
            name=head,
            agency=None,
            head=None,
            articles=tuple(a for a in sorted(heads) if heads[a] == head),
            reason="test",
        )
        for head in sorted(set(heads.values()))
    ]
    return compared_over(origins, articles)


def compared_over(origins, articles):
    story = Story(id="story", title="", articles=tuple(one.id for one in articles))
    return compare(
        story, articles, statements=tuple(read_statements(articles)), origins=origins, actors=tuple(actors_of(articles))
    )


def points(comparison, status):
    return [point for point in comparison.points if point.status == status]


HERALD = article(
    "Herald",
    "Fire destroyed the granary of Lowmark on Wednesday and 14 people were killed, the fire brigade reported.",
    "The granary held 900 tonnes of barley for the winter.",
    "Inspectors had warned the owner twice about the wiring of the drying hall.",
    "The brass band cancelled its spring concert.",
)
POST = article(
    "Post",
    "On Wednesday a fire destroyed the granary of Lowmark; 21 people were killed, according to the town's hospital.",
    "For the winter, 900 tonnes of barley lay in the granary.",
    "Cousins of the dead wept outside the gate.",
)
VOICE = article(
    "Voice",
    "The granary of Lowmark burned down.",
    "About the wiring of the drying hall inspectors had warned the owner twice.",
)


def test_the_same_fact_from_two_origins_is_agreed_with_a_voice_each():
    (point,) = points(compared(HERALD, POST), "agreed")
    assert point.voices == 2
    assert [piece.article for piece in point.answers[0].evidence] == ["Herald", "Post"]
    assert "900 tonnes" in point.answers[0].value


def test_two_outlets_of_one_origin_are_one_voice_and_agree_on_nothing():
    comparison = compared(HERALD, POST, voices={"Herald": "WIRE", "Post": "WIRE"})
    assert not points(comparison, "agreed")
    assert {point.voices for point in comparison.points} == {1}


def test_tolls_that_cannot_both_be_true_are_disputed_with_both_values():
    (point,) = points(compared(HERALD, POST), "disputed")
    assert point.reason == "number"
    assert sorted(answer.value for answer in point.answers) == ["14 people", "21 people"]


def test_a_bound_that_the_other_number_meets_is_no_dispute():
    open_ended = article(
        "Post", "On Wednesday a fire destroyed the granary of Lowmark; at least a dozen people were killed."
    )
    assert points(compared(HERALD, open_ended), "disputed") == []


def test_tolls_of_different_years_do_not_meet_as_a_dispute():
    earlier = article(
        "Post", "In 2009 a fire at the granary of Lowmark killed 33 people, the worst accident of the county."
    )
    assert points(compared(HERALD, earlier), "disputed") == []


def test_a_denial_stands_against_what_it_denies():
    accused = article("Herald", "The town council sold the quarry of Lowmark below its value, the auditor said.")
    denied = article("Post", "Mayor Ana Ruiz denied that the council had sold the quarry of Lowmark below its value.")
    (point,) = points(compared(accused, denied), "disputed")
    assert point.reason == "denial"
    assert len(point.answers) == 2


def test_a_place_that_differs_in_nearly_the_same_words_is_disputed():
    here = article("Herald", "The emergency meeting of the harbour board will be held in Lindhaven on 12 March.")
    there = article("Post", "The harbour board will hold its emergency meeting in Castelmar on 12 March.")
    (point,) = points(compared(here, there), "disputed")
    assert point.reason == "place"
    assert sorted(answer.value for answer in point.answers) == ["Castelmar", "Lindhaven"]


def test_what_only_one_origin_reports_is_single():
    singles = {answer.value for point in points(compared(HERALD, POST), "single") for answer in point.answers}
    assert "The brass band cancelled its spring concert." in singles
    assert "Cousins of the dead wept outside the gate." in singles


def test_two_sentences_about_one_person_are_not_yet_one_point():
    helped = article("Herald", "Company head Oskar Venn promised money to the families.")
    left = article("Post", "Company head Oskar Venn arrived by train at noon.")
    assert points(compared(helped, left), "agreed") == []


def test_an_outlet_omits_what_two_other_origins_carry():
    comparison = compared(HERALD, POST, VOICE)
    wiring = next(point.id for point in comparison.points if "wiring" in point.answers[0].value)
    omitted = {row.outlet: row.points for row in comparison.omissions}
    assert wiring in omitted["Post"]
    assert wiring not in omitted.get("Voice", ())


def test_with_one_other_origin_its_points_are_what_is_omitted():
    comparison = compared(HERALD, POST)
    omitted = {row.outlet: row.points for row in comparison.omissions}
    concert = next(point.id for point in comparison.points if "brass band" in point.answers[0].value)
    assert concert in omitted["Post"]


def test_the_timeline_keeps_the_time_of_the_event_and_its_words():
    comparison = compared(HERALD)
    (moment,) = comparison.timeline
    assert moment.when == "2025-03-05"
    assert moment.words.of(HERALD.text) == "on Wednesday"
    assert moment.span.of(HERALD.text).startswith("Fire destroyed")


def test_every_piece_of_evidence_is_a_sentence_of_its_article():
    texts = {one.id: one.text for one in (HERALD, POST, VOICE)}
    for point in compared(HERALD, POST, VOICE).points:
        for answer in point.answers:
            for piece in answer.evidence:
                assert piece.span.of(texts[piece.article]).endswith(".")


def test_the_order_of_articles_makes_no_difference_to_the_points():
    forward, backward = compared(HERALD, POST, VOICE), compared(VOICE, POST, HERALD)
    assert {point.id: point.status for point in forward.points} == {point.id: point.status for point in backward.points}


def test_articles_without_sentences_compare_to_nothing():
    assert compared(article("Herald", "No."), article("Post", "“ “ “")).points == ()


BARGES = "Eleven barges loaded with gravel sank in the Osmer near Tolben during the storm"
CITING = [
    article(outlet, f"{BARGES}, according to Reuters.", lead)
    for outlet, lead in (
        ("Herald", "Anglers on the northern bank spoke of waves as tall as a house."),
        ("Post", "Insurers were counting their losses in silence on Friday."),
        ("Voice", "A school in the upper town took in forty families for the night."),
    )
]


def test_what_three_outlets_give_on_one_agencys_word_is_single():
    comparison = compared_over(find_origins(CITING, []), CITING)
    (point,) = [point for point in comparison.points if "barges" in point.answers[0].value]
    assert (point.status, point.voices, point.doubts) == ("single", 1, ())
    assert len({piece.article for piece in point.answers[0].evidence}) == 3
    assert len({piece.origin for piece in point.answers[0].evidence}) == 1


def test_one_report_of_an_outlets_own_makes_it_agreed():
    articles = [*CITING, article("Gazette", f"{BARGES}.")]
    origins = find_origins(articles, [])
    comparison = compared_over(origins, articles)
    (point,) = [point for point in comparison.points if "barges" in point.answers[0].value]
    assert (point.status, point.voices) == ("agreed", 2)
    names = {origin.id: origin.name for origin in origins}
    assert {names[piece.origin] for piece in point.answers[0].evidence} == {"Reuters", "Gazette"}


def test_what_two_articles_of_one_outlet_report_is_single_and_it_is_said_why():
    second = replace(POST, id="second", outlet="Herald")
    comparison = compared(HERALD, second)
    (point,) = [point for point in comparison.points if "barley" in point.answers[0].value]
    assert (point.status, point.voices, point.doubts) == ("single", 1, ("one publisher: Herald",))


def test_what_two_articles_of_one_outlet_carry_no_other_outlet_omits_for_that():
    second = replace(POST, id="second", outlet="Herald")
    comparison = compared(HERALD, second, VOICE, article("Mail", "Nothing of all this was known in Castelmar."))
    barley = next(point.id for point in comparison.points if "barley" in point.answers[0].value)
    assert not any(barley in row.points for row in comparison.omissions)


def test_articles_that_no_origin_holds_are_one_voice_together():
    comparison = compared_over([], [HERALD, POST])
    assert points(comparison, "agreed") == []
    assert {point.voices for point in comparison.points} == {1}


def test_two_speakers_of_one_article_may_oppose_each_other():
    told = article(
        "Herald",
        "Ana Ruiz, the mayor, said that talks about the quarry had begun in Lowmark.",
        "“There have been no talks about the quarry,” said Iva Pell, who owns it.",
    )
    (point,) = [point for point in compared(told).points if point.status in ("disputed", "unsure")]
    assert len(point.answers) == 2


def test_a_toll_that_grew_is_an_update_and_one_that_fell_is_disputed():
    early = article(
        "Herald", "Nine people were killed in the fire at the Lowmark granary.", published="2025-03-06T08:00"
    )
    late = article("Post", "The fire at the Lowmark granary killed 14 people.", published="2025-03-06T19:00")
    (point,) = points(compared(early, late), "updated")
    assert [answer.reported for answer in point.answers] == ["2025-03-06T08:00", "2025-03-06T19:00"]
    early, late = replace(early, published=late.published), replace(late, published=early.published)
    assert [point.reason for point in points(compared(early, late), "disputed")] == ["number"]


def test_a_judge_of_ones_own_decides_what_is_doubtful_and_is_named():
    def judge(pairs):
        return [Judgement(relation="contradicts", score=0.95, by="chat:invented") for _ in pairs]

    one = article("Herald", "The granary of Lowmark had been repaired in May.")
    other = article("Post", "The granary of Lowmark was falling apart.")
    story = Story(id="story", title="", articles=("Herald", "Post"))
    found = compare(story, (one, other), judge=judge)
    links = [link for point in found.points for link in point.links]
    assert {link.by for link in links} == {"chat:invented"}
    assert [point.status for point in found.points] == ["disputed"]


def test_what_is_not_english_is_joined_by_its_words_alone():
    english = article(
        "Herald", *(f"Sentence {word} of the granary told something new." for word in ("one", "two", "six"))
    )
    other = replace(article("Bote", "Der Bürgermeister von Lowmark eröffnete gestern die neue Brücke."), language="de")
    third = replace(article("Kurier", "Viele Kühe standen trotz des Regens noch lange auf der Weide."), language="de")
    assert {point.status for point in compared(english, other, third).points} == {"single"}


def test_a_toll_in_the_perfect_tense_is_a_toll():
    early = article(
        "Herald", "Nine people were killed in the fire at the Lowmark granary.", published="2025-03-06T08:00"
    )
    late = article("Post", "The fire at the Lowmark granary has killed 14 people.", published="2025-03-06T19:00")
    assert len(points(compared(early, late), "updated")) == 1
