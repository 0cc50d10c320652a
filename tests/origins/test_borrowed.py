"""Passages rest on origins of their own: partial copies, shared words, cited suppliers. All texts are invented."""

import random
from itertools import pairwise

import pytest

from headwater.copies import find_families, link_copies
from headwater.model import Link, Passage, Span
from headwater.origins import find_origins


def place(words, article):
    start = article.text.index(words)
    return Span(start=start, end=start + len(words))


def link(copy, original, *words, verdict="yes", directed=True, shared="text"):
    """Return a copy link over words that stand in both articles."""
    passages = tuple(Passage(copy=place(each, copy), original=place(each, original)) for each in words)
    share = sum(len(each) for each in words) / len(copy.text)
    return Link(
        kind="copies", a=copy.id, b=original.id, verdict=verdict, score=share, by="test", share=share, passages=passages,
        directed=directed, shared=shared,
    )  # fmt: skip


def home_of(article, origins):
    (home,) = [origin for origin in origins if article.id in origin.articles]
    return home


def lent_to(article, origins):
    """Return what each origin lends an article, in words."""
    return {
        origin.name: [span.of(article.text) for each in origin.borrowed if each.article == article.id for span in each.spans]
        for origin in origins
        if any(each.article == article.id for each in origin.borrowed)
    }  # fmt: skip


@pytest.fixture(name="dispatch")
def _dispatch(invented, written):
    return written(invented(1, 4), outlet="Northern Wire", published="2031-05-01")


@pytest.fixture(name="own")
def _own(invented):
    return lambda seed: invented(100 + seed, 3)


def test_an_article_that_quotes_another_in_full_is_an_origin_whose_quoted_part_rests_on_the_other(
    dispatch, own, written
):
    quoting = written(f"{own(1)}\n\n{dispatch.text}\n\n{own(2)}", outlet="Vale Herald", published="2031-05-02")
    origins = find_origins([dispatch, quoting], [link(quoting, dispatch, dispatch.text)])
    assert [origin.articles for origin in origins] == [(dispatch.id,), (quoting.id,)]
    assert lent_to(quoting, origins) == {"Northern Wire": [dispatch.text]}
    (borrowed,) = home_of(dispatch, origins).borrowed
    assert borrowed.share == pytest.approx(len(dispatch.text) / len(quoting.text), abs=0.01)
    assert "taken from Northern Wire" in borrowed.reason
    assert "own" in home_of(quoting, origins).reason


def test_the_links_that_are_found_separate_a_partial_copy_from_whole_ones(dispatch, own, written):
    whole = [written(dispatch.text, outlet=f"Outlet {n}", published="2031-05-02") for n in range(3)]
    first, second = dispatch.text.split("\n\n")[:2]
    partial = written(f"{own(1)}\n\n{first}\n\n{second}", outlet="Vale Herald", published="2031-05-03")
    articles = [partial, *whole, dispatch]
    links = link_copies(articles)
    origins = find_origins(articles, links)
    assert home_of(dispatch, origins).articles == tuple(sorted(one.id for one in (*whole, dispatch)))
    assert home_of(partial, origins).articles == (partial.id,)
    ((name, words),) = lent_to(partial, origins).items()
    assert name == "Northern Wire"
    assert sum(map(len, words)) == pytest.approx(len(first) + len(second), rel=0.02)
    assert [len(family) for family in find_families(articles, links)] == [5]


def test_a_few_sentences_of_ones_own_make_no_origin(dispatch, own, written):
    local = written(f"{own(1)[:300]}\n\n{dispatch.text}", outlet="Vale Herald")
    (origin,) = find_origins([dispatch, local], [link(local, dispatch, dispatch.text)])
    assert origin.borrowed == ()


def test_what_stands_where_the_others_words_stand_is_a_rewording_and_not_shown_to_be_ones_own(invented, written):
    sentences = invented(1, 8).split("\n\n")
    others = invented(2, 8).split("\n\n")
    original = written("\n\n".join(sentences), outlet="Northern Wire")
    reworded = written(
        "\n\n".join(s if n % 2 == 0 else o for n, (s, o) in enumerate(zip(sentences, others, strict=True))),
        outlet="Vale Herald",
    )
    assert len(find_origins([original, reworded], [link(reworded, original, *sentences[::2])])) == 1


def test_who_credits_the_whole_text_to_the_agency_is_not_shown_to_have_any_of_its_own(dispatch, own, written):
    local = written(f"PORT VALE (Northern Wire) - {own(1)}\n\n{dispatch.text}\n\n{own(2)}", outlet="Vale Herald")
    (origin,) = find_origins([dispatch, local], [link(local, dispatch, dispatch.text)])
    assert set(origin.articles) == {dispatch.id, local.id}


def test_text_written_with_an_agency_is_an_origin_that_borrows_what_is_seen_to_be_the_agencys(dispatch, own, written):
    joint = written(
        f"{own(1)}\n\n{dispatch.text}\n\n{own(2)}\n\n(With inputs from Northern Wire)", outlet="Vale Herald"
    )
    assert [credit.kind for credit in joint.credits] == ["co-written"]
    origins = find_origins([dispatch, joint], [link(joint, dispatch, dispatch.text)])
    assert home_of(joint, origins).articles == (joint.id,)
    assert lent_to(joint, origins) == {"Northern Wire": [dispatch.text]}


def test_a_passage_whose_source_is_undecided_is_an_origin_without_articles_borrowed_on_both_sides(
    invented, own, written
):
    passage = invented(1, 2)
    one = written(f"{own(1)}\n\n{passage}", outlet="Vale Herald")
    other = written(f"{own(2)}\n\n{passage}", outlet="Harbour Post")
    origins = find_origins([one, other], [link(one, other, passage, directed=False)])
    assert [len(origin.articles) for origin in origins] == [1, 1, 0]
    shared = origins[-1]
    assert (shared.head, shared.agency) == (None, None)
    assert "undecided" in shared.reason
    assert shared.name == "passage in Harbour Post and Vale Herald"
    assert all("undecided" in origin.reason for origin in origins)
    assert lent_to(one, origins) == lent_to(other, origins) == {shared.name: [passage]}


def test_an_unsure_passage_counts_as_undecided_too(invented, own, written):
    passage = invented(1, 1)
    one, other = (written(f"{own(n)}\n\n{passage}", outlet=f"Outlet {n}") for n in (1, 2))
    origins = find_origins([one, other], [link(one, other, passage, verdict="unsure", directed=False)])
    assert [len(origin.articles) for origin in origins] == [1, 1, 0]


def test_a_pair_without_direction_stays_together_if_one_of_them_has_nothing_else(dispatch, own, written):
    longer = written(f"{dispatch.text}\n\n{own(1)}", outlet="Vale Herald")
    (origin,) = find_origins([dispatch, longer], [link(dispatch, longer, dispatch.text, directed=False)])
    assert origin.head is None


def test_a_quotation_that_two_reports_share_is_an_origin_named_after_them(own, written):
    words = "We shall rebuild the pier by autumn, and nobody will pay a crown for it, whatever the insurers may say"
    one = written(f"{own(1)}\n\n“{words}.”", outlet="The Daily Tern")
    other = written(f"“{words},” the mayor said.\n\n{own(2)}", outlet="Harbour Post")
    origins = find_origins([one, other], [link(one, other, words, verdict="no", directed=False, shared="quotation")])
    assert [len(origin.articles) for origin in origins] == [1, 1, 0]
    assert origins[-1].name == "quotation in Harbour Post and The Daily Tern"
    assert lent_to(one, origins) == {origins[-1].name: [words]}


def test_one_release_that_many_quote_is_one_origin_however_the_links_run(own, written):
    words = "The harbour board regrets the delay and will refund every ticket that was bought before the first of May"
    articles = [written(f"{own(n)}\n\n“{words}.”", outlet=f"Outlet {n}") for n in range(5)]
    links = [
        link(articles[n], articles[n + 1], words, verdict="no", directed=False, shared="quotation") for n in range(4)
    ]
    *reports, release = find_origins(articles, links)
    assert len(reports) == 5
    assert {each.article for each in release.borrowed} == {article.id for article in articles}
    assert release.name == "quotation in Outlet 0, Outlet 1, Outlet 2 and 2 more"


def test_a_notice_that_two_articles_carry_gives_nothing(own, written):
    notice = "Subscribe to the harbour letter to receive the tides of the week every Sunday at seven in the morning"
    one, other = (written(f"{own(n)}\n\n{notice}", outlet=f"Outlet {n}") for n in (1, 2))
    origins = find_origins([one, other], [link(one, other, notice, verdict="no", directed=False, shared="notice")])
    assert [origin.borrowed for origin in origins] == [(), ()]


def test_a_cited_agency_is_the_origin_of_the_sentence_whoever_prints_it(own, written):
    sentence = "Eleven barges sank, according to Reuters."
    articles = [written(f"{own(n)}\n\n{sentence} Nobody else came.", outlet=f"Outlet {n}") for n in range(3)]
    origins = find_origins(articles, [])
    cited = next(origin for origin in origins if origin.agency)
    assert (cited.name, cited.head, cited.articles) == ("Reuters", None, ())
    assert [lent_to(article, origins) for article in articles] == [{"Reuters": [sentence]}] * 3
    assert {each.reason for each in cited.borrowed} == {"according to Reuters"}


def test_a_cited_agencys_own_article_is_the_origin_where_it_is_there(own, written):
    citing = written(f"{own(1)}\n\nEleven barges sank, according to Reuters.", outlet="Vale Herald")
    reuters = written(own(2), outlet="Reuters")
    origins = find_origins([citing, reuters], [])
    assert len(origins) == 2
    assert [each.article for each in home_of(reuters, origins).borrowed] == [citing.id]


def test_the_whole_quotation_rests_on_who_was_told(written, own):
    text = f"{own(1)}\n\n“Eleven barges sank. Two were ours. We shall raise them,” Ana Ruiz told Reuters. She left.\n\n{own(2)}"
    article = written(text, outlet="Vale Herald")
    quotation = "“Eleven barges sank. Two were ours. We shall raise them,” Ana Ruiz told Reuters."
    assert lent_to(article, find_origins([article], [])) == {"Reuters": [quotation]}


def test_so_does_a_quotation_that_the_credit_introduces(written, own):
    text = f"{own(1)}\n\nAna Ruiz told Reuters:\n\n“Eleven barges sank. Two were ours.”\n\nShe left. {own(2)}"
    article = written(text, outlet="Vale Herald")
    words = "Ana Ruiz told Reuters:\n\n“Eleven barges sank. Two were ours.”"
    assert " ".join(lent_to(article, find_origins([article], []))["Reuters"]).split() == words.split()


def test_an_outlet_that_cites_itself_cites_nobody(own, written):
    article = written(f"{own(1)}\n\nEleven barges sank, Ana Ruiz told Reuters.", outlet="reuters.com")
    (origin,) = find_origins([article], [])
    assert origin.borrowed == ()


def test_words_that_one_prints_as_told_to_an_agency_are_the_agencys_where_another_prints_them_bare(own, written):
    words = "Eleven barges sank in one night and nobody from the capital has so much as telephoned us since"
    crediting = written(f"{own(1)}\n\n“{words},” Ana Ruiz told Reuters.", outlet="The Daily Tern")
    bare = written(f"{own(2)}\n\n“{words},” Ana Ruiz said.", outlet="Harbour Post")
    shared = link(crediting, bare, words, verdict="no", directed=False, shared="quotation")
    origins = find_origins([crediting, bare], [shared])
    assert lent_to(bare, origins) == {"Reuters": [words]}
    assert [origin.name for origin in origins if not origin.articles] == ["Reuters"]


def test_a_reprint_borrows_what_its_original_borrows(dispatch, own, written):
    carrying = written(f"{own(1)}\n\n{dispatch.text}\n\n{own(2)}", outlet="Vale Herald")
    reprint = written(carrying.text, outlet="Harbour Post")
    links = [link(carrying, dispatch, dispatch.text), link(reprint, carrying, carrying.text)]
    origins = find_origins([dispatch, carrying, reprint], links)
    assert [len(origin.articles) for origin in origins] == [2, 1]
    assert lent_to(reprint, origins) == {"Northern Wire": [dispatch.text]}


def test_a_live_blog_with_text_of_its_own_borrows_from_three_dispatches(invented, own, written):
    dispatches = [written(invented(n, 3), outlet=f"Wire {n}", published="2031-05-01") for n in range(3)]
    taken = [each.text.split("\n\n")[1] for each in dispatches]
    blog = written("\n\n".join([own(1), *taken, own(2)]), outlet="Vale Herald", published="2031-05-02")
    origins = find_origins([*dispatches, blog], link_copies([*dispatches, blog]))
    assert [len(origin.articles) for origin in origins] == [1, 1, 1, 1]
    assert lent_to(blog, origins) == {f"Wire {n}": [words.removesuffix(".")] for n, words in enumerate(taken)}


def test_a_live_blog_of_nothing_but_three_dispatches_does_not_make_them_one(invented, written):
    dispatches = [written(invented(n, 2), outlet=f"Wire {n}") for n in range(3)]
    blog = written("\n\n".join(each.text for each in dispatches), outlet="Vale Herald")
    origins = find_origins([*dispatches, blog], [link(blog, each, each.text) for each in dispatches])
    assert sorted(len(origin.articles) for origin in origins) == [1, 1, 2]
    assert len(lent_to(blog, origins)) == 2


def test_two_articles_that_each_hold_most_of_a_third_are_not_shown_to_be_apart(dispatch, written):
    sources = [written(dispatch.text + mark, outlet=f"Outlet {n}") for n, mark in enumerate(("", " "))]
    copy = written(dispatch.text[:-1], outlet="Vale Herald")
    (origin,) = find_origins([*sources, copy], [link(copy, source, copy.text) for source in sources])
    assert len(origin.articles) == 3


def test_two_agencies_dispatches_with_a_shared_quotation_stay_two_origins_with_their_reprints(own, written):
    words = "Nobody shall cross the strait before the third of June, and whoever does shall lose his licence for good"
    texts = [
        f"PORT VALE ({agency}) - {own(n)}\n\n“{words},” Ana Ruiz said." for n, agency in enumerate(("AFP", "Reuters"))
    ]
    articles = [written(text, outlet=f"Outlet {n}{m}") for n, text in enumerate(texts) for m in range(2)]
    links = [
        link(articles[0], articles[1], texts[0], directed=False),
        link(articles[2], articles[3], texts[1], directed=False),
        link(articles[0], articles[2], words, verdict="no", directed=False, shared="quotation"),
        link(articles[1], articles[3], words, verdict="no", directed=False, shared="quotation"),
    ]
    origins = find_origins(articles, links)
    assert [(origin.name, len(origin.articles)) for origin in origins[:2]] == [("AFP", 2), ("Reuters", 2)]


def test_links_in_a_ring_end(dispatch, own, written):
    ring = [written(f"{own(n)}\n\n{dispatch.text}", outlet=f"Outlet {n}") for n in range(3)]
    links = [link(ring[n], ring[(n + 1) % 3], dispatch.text) for n in range(3)]
    origins = find_origins(ring, links)
    assert sorted(article for origin in origins for article in origin.articles) == sorted(each.id for each in ring)


def test_a_link_without_passages_shows_nobodys_own_text(dispatch, own, written):
    other = written(own(1), outlet="Vale Herald")
    assert len(find_origins([dispatch, other], [link(other, dispatch)])) == 1


@pytest.mark.parametrize("seed", range(12))
def test_passages_never_overlap_and_no_order_of_input_changes_them(seed, invented, written):
    rng = random.Random(seed)  # noqa: S311 - invented texts
    paragraphs = [
        *invented(seed, 10).split("\n\n"),
        "Eleven barges sank, according to Reuters.",
        "Two sank, AFP reported.",
    ]
    articles = [
        written("\n\n".join(rng.sample(paragraphs, 6)), outlet=rng.choice(["A", "B", None]), title=f"{n}")
        for n in range(6)
    ]
    links = []
    for one in articles:
        for other in articles:
            both = [each for each in paragraphs if each in one.text and each in other.text]
            if one.id != other.id and both and rng.random() < 0.5:
                verdict = rng.choice(["yes", "unsure", "no"])
                shared = rng.choice(["quotation", "notice"]) if verdict == "no" else "text"
                links.append(link(one, other, *both, verdict=verdict, directed=rng.random() < 0.5, shared=shared))
    origins = find_origins(articles, links)
    assert sorted(each for origin in origins for each in origin.articles) == sorted(one.id for one in articles)
    for article in articles:
        spans = sorted(
            span for origin in origins for each in origin.borrowed if each.article == article.id for span in each.spans
        )
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert not any(each.article == article.id for each in home_of(article, origins).borrowed)
    rng.shuffle(articles)
    rng.shuffle(links)
    assert find_origins(articles, links) == origins


def test_a_sentence_credited_to_several_rests_on_the_one_whose_text_is_given(invented, written, own):
    sentence = "Eleven barges sank, according to EFE and AFP."
    dispatch = written(f"PORT VALE (AFP) - {invented(1, 4)}", outlet="Harbour Post")
    report = written(f"{own(1)}\n\n{sentence}", outlet="Vale Herald")
    lent = lent_to(report, find_origins([dispatch, report], []))
    assert lent == {"AFP": [sentence]}
