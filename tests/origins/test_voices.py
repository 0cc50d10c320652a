"""How many independent origins stand under what is said: never more than is shown. All texts are invented."""

import pytest

from headwater.copies import link_copies
from headwater.model import Borrowed, Evidence, Link, Origin, Passage, Span, Voices
from headwater.origins import find_origins, origin_at, voices


def piece(article, words=None):
    """Return evidence: the words of an article, its first sentence where none are given."""
    words = words or article.text[: article.text.index(".") + 1]
    start = article.text.index(words)
    return Evidence(article=article.id, span=Span(start=start, end=start + len(words)), origin="", statement=None)


def heard(*articles, words=None, links=None):
    """Count the voices under the same words of every article, else under the first sentence of each."""
    found = find_origins(articles, link_copies(articles) if links is None else links)
    return voices([piece(article, words) for article in articles], found, articles)


def link(one, other, words, *, verdict="no", shared="quotation"):
    """Return a link over words that stand in both articles."""
    passage = Passage(copy=piece(one, words).span, original=piece(other, words).span)
    return Link(
        kind="copies", a=one.id, b=other.id, verdict=verdict, score=0.1, by="test", share=0.1,
        passages=(passage,), directed=verdict == "yes", shared=shared,
    )  # fmt: skip


@pytest.fixture(name="report")
def _report(invented, written):
    """Return an article with a text of its own."""
    return lambda seed, more="", **given: written(f"{invented(200 + seed, 3)}\n\n{more}", **given)


def test_nothing_said_has_no_voice():
    assert voices([], [], []) == Voices(count=0, origins=(), doubts=())


def test_independent_reports_are_a_voice_each(report):
    assert heard(*(report(n, outlet=f"Outlet {n}") for n in range(3))).count == 3


def test_ten_reprints_of_one_dispatch_are_one_voice_without_the_agencys_article(invented, written):
    reprints = [written(f"PORT VALE (AFP) - {invented(1)}", outlet=f"Outlet {n}") for n in range(10)]
    found = heard(*reprints)
    assert (found.count, len(found.origins), found.doubts) == (1, 1, ())


def test_and_one_voice_headed_by_the_agencys_article_where_it_is_there(invented, written):
    text = f"PORT VALE (AFP) - {invented(1)}"
    reprints = [written(text, outlet=f"Outlet {n}") for n in range(10)]
    own = written(text, outlet="AFP")
    found = find_origins([*reprints, own], link_copies([*reprints, own]))
    assert [(origin.name, origin.head) for origin in found] == [("AFP", own.id)]
    assert voices([piece(each) for each in (*reprints, own)], found, [*reprints, own]).count == 1


def test_three_outlets_that_cite_an_agency_and_its_own_article_are_one_voice(report):
    sentence = "Eleven barges sank, according to Reuters."
    citing = [report(n, sentence, outlet=f"Outlet {n}") for n in range(3)]
    own = report(9, "Eleven barges sank.", outlet="Reuters")
    found = find_origins([*citing, own], [])
    evidence = [*(piece(each, sentence) for each in citing), piece(own, "Eleven barges sank.")]
    assert voices(evidence, found, [*citing, own]).count == 1
    assert voices(evidence[:3], found, [*citing, own]).count == 1


def test_the_same_outlets_are_three_voices_for_what_they_do_not_give_on_its_word(report):
    assert (
        heard(*(report(n, "Eleven barges sank, according to Reuters.", outlet=f"Outlet {n}") for n in range(3))).count
        == 3
    )


def test_an_outlet_that_says_in_its_own_voice_what_it_also_gives_on_anothers_word_is_one_voice(report):
    article = report(1, "Eleven barges sank. Eleven barges sank, according to Reuters.", outlet="The Daily Tern")
    found = find_origins([article], [])
    evidence = [piece(article, "Eleven barges sank."), piece(article, "Eleven barges sank, according to Reuters.")]
    counted = voices(evidence, found, [article])
    assert (counted.count, len(counted.origins)) == (1, 2)
    assert counted.doubts == ("The Daily Tern gives it on the word of Reuters too",)


def test_two_articles_of_one_outlet_are_one_voice_and_it_is_said_why(report):
    found = heard(report(1, outlet="The Daily Tern"), report(2, outlet="Daily Tern"), report(3, outlet="Harbour Post"))
    assert (found.count, len(found.origins)) == (2, 3)
    assert found.doubts == ("one publisher: Daily Tern",)


def test_articles_without_outlet_are_one_voice_together(report):
    found = heard(*(report(n, outlet=None, title=f"Report {n}") for n in range(3)), report(4, outlet="Harbour Post"))
    assert (found.count, found.doubts) == (2, ("publisher unknown",))


def test_an_article_without_outlet_that_credits_an_agency_has_a_publisher(invented, written):
    credited = [
        written(f"PORT VALE ({name}) - {invented(n)}", outlet=None) for n, name in enumerate(("AFP", "Reuters"))
    ]
    assert heard(*credited).count == 2


def test_evidence_in_articles_that_no_origin_holds_counts_once_together(report):
    held, *lost = (report(n, outlet=f"Outlet {n}") for n in range(3))
    found = voices([piece(each) for each in (held, *lost)], find_origins([held], []), [held])
    assert (found.count, len(found.origins)) == (2, 1)
    assert found.doubts == ("an article of no known origin",)


@pytest.mark.parametrize("credit", ["(With inputs from AFP)", "(AFP/Reuters)"])
def test_texts_made_with_one_agency_are_one_voice_where_its_part_is_not_seen(credit, report):
    found = heard(*(report(n, credit, outlet=f"Outlet {n}") for n in range(2)))
    assert (found.count, len(found.origins), found.doubts) == (1, 2, ("made with AFP",))


def test_so_is_such_a_text_beside_the_agencys_own(report):
    found = heard(report(1, "(With inputs from AFP)", outlet="The Daily Tern"), report(2, outlet="AFP"))
    assert (found.count, found.doubts) == (1, ("made with AFP",))


def test_a_family_of_which_one_credits_an_agency_is_that_agencys_voice(invented, written, report):
    head = written(invented(1), outlet="The Daily Tern", published="2031-05-01")
    reprint = written(f"{head.text}\n\n(AFP)", outlet="Harbour Post", published="2031-05-02")
    cited = report(2, "Eleven barges sank, according to AFP.", outlet="Vale Herald")
    articles = [head, reprint, cited]
    found = find_origins(articles, link_copies(articles))
    evidence = [piece(head), piece(cited, "Eleven barges sank, according to AFP.")]
    counted = voices(evidence, found, articles)
    assert (counted.count, len(counted.origins), counted.doubts) == (1, 1, ())


def test_where_the_agencys_part_is_seen_the_rest_is_a_voice_of_its_own(invented, written):
    dispatch = written(invented(1, 4), outlet="AFP", published="2031-05-01")
    text = f"{invented(2, 3)}\n\n{dispatch.text}\n\n{invented(3, 3)}\n\n(With inputs from AFP)"
    joint = written(text, outlet="The Daily Tern", published="2031-05-02")
    articles = [dispatch, joint]
    found = find_origins(articles, link_copies(articles))
    assert voices([piece(dispatch), piece(joint)], found, articles).count == 2
    first = dispatch.text.split(".")[0]
    assert voices([piece(dispatch, first), piece(joint, first)], found, articles).count == 1


def test_two_agencies_are_two_voices_beside_a_text_made_with_both(report):
    joint = report(1, "(With inputs from AFP and Reuters)", outlet="The Daily Tern")
    assert heard(joint, report(2, outlet="AFP"), report(3, outlet="Reuters")).count == 2


RELEASE = "The harbour board regrets the delay and will refund every ticket that was bought before the first of May"


def test_two_reports_that_quote_one_release_are_one_voice_in_it_and_two_outside(report):
    articles = [report(n, f"“{RELEASE}.”", outlet=f"Outlet {n}") for n in range(2)]
    links = [link(articles[0], articles[1], RELEASE)]
    assert heard(*articles, words=f"“{RELEASE}.”", links=links).count == 1
    assert heard(*articles, links=links).count == 2


def test_a_reports_own_sentence_beside_a_release_that_it_quotes_is_not_shown_to_be_another_voice(report):
    one, other = articles = [report(n, f"“{RELEASE}.”", outlet=f"Outlet {n}") for n in range(2)]
    found = voices(
        [piece(one), piece(other, RELEASE)], find_origins(articles, [link(articles[0], articles[1], RELEASE)]), articles
    )
    assert (found.count, found.doubts) == (1, ("may be the same source: quotation in Outlet 0 and Outlet 1",))


def test_two_undecided_passages_are_one_voice(report):
    words = [RELEASE, "Whoever anchors in the outer basin after dark pays a fine of four hundred crowns to the town"]
    articles = [report(n, words[n // 2], outlet=f"Outlet {n}") for n in range(4)]
    links = [link(articles[n], articles[n + 1], words[n // 2], verdict="unsure", shared="text") for n in (0, 2)]
    found = voices(
        [piece(articles[0], words[0]), piece(articles[2], words[1])], find_origins(articles, links), articles
    )
    assert (found.count, len(found.origins), found.doubts) == (1, 2, ("publisher unknown",))


def test_two_agencies_dispatches_that_share_a_quotation_are_two_voices_but_for_the_quotation(report):
    afp, reuters = articles = [
        report(n, f"“{RELEASE}.”\n\n({agency})", outlet=f"Outlet {n}") for n, agency in enumerate(("AFP", "Reuters"))
    ]
    links = [link(afp, reuters, RELEASE)]
    assert heard(*articles, links=links).count == 2
    assert heard(*articles, words=f"“{RELEASE}.”", links=links).count == 1


def test_a_live_blogs_paragraphs_speak_with_the_voices_of_their_dispatches(invented, written):
    dispatches = [written(invented(n, 3), outlet=f"Wire {n}", published="2031-05-01") for n in range(3)]
    taken = [each.text.split("\n\n")[1] for each in dispatches]
    blog = written("\n\n".join([invented(7, 3), *taken, invented(8, 3)]), outlet="Vale Herald")
    links = [
        link(blog, each, words, verdict="yes", shared="text") for each, words in zip(dispatches, taken, strict=True)
    ]
    articles = [*dispatches, blog]
    found = find_origins(articles, links)
    assert voices([piece(blog, words) for words in taken], found, articles).count == 3
    both = [piece(blog, taken[0]), piece(dispatches[0], taken[0])]
    assert voices(both, found, articles).count == 1


def test_a_family_of_unknown_head_is_no_other_voice_than_what_its_outlets_report_elsewhere(invented, written, report):
    family = [written(invented(1), outlet=name) for name in ("The Daily Tern", "Harbour Post")]
    found = heard(*family, report(2, outlet="Harbour Post"))
    assert (found.count, found.doubts) == (1, ("one publisher: Harbour Post",))


def lending(*spans):
    """Return the origin of an article and one that lends it passages."""
    passages = tuple(Span(start=start, end=end) for start, end in spans)
    lent = Borrowed(article="a", spans=passages, share=0.1, reason="")
    return [
        Origin(id="home", name="Home", agency=None, head="a", articles=("a",), reason=""),
        Origin(id="wire", name="Wire", agency="Wire", head=None, articles=(), borrowed=(lent,), reason=""),
    ]


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [(0, 90, "home"), (100, 200, "wire"), (150, 160, "wire"), (0, 120, "home"), (60, 140, "wire"), (200, 260, "home")],
)
def test_evidence_inherits_the_origin_of_its_span(start, end, name):
    origin = origin_at("a", Span(start=start, end=end), lending((100, 200)))
    assert origin is not None
    assert origin.id == name


def test_an_article_that_no_origin_holds_has_none():
    assert origin_at("b", Span(start=0, end=9), lending((100, 200))) is None


def test_the_order_of_evidence_and_origins_makes_no_difference(report):
    articles = [
        report(n, "(With inputs from AFP)" if n % 2 else "", outlet=("AFP", "A", None, "B", "A")[n]) for n in range(5)
    ]
    found = find_origins(articles, [])
    evidence = [piece(each) for each in articles]
    assert voices(evidence, found, articles) == voices(evidence[::-1], found[::-1], articles[::-1])
