"""One origin is one voice: families of copies, and articles that credit one agency."""

import pytest

from headwater.copies import link_copies
from headwater.origins import find_origins


def origins_of(*articles, **settings):
    return find_origins(articles, link_copies(articles), **settings)


def test_every_article_stands_in_exactly_one_origin(invented, written):
    articles = [
        written(invented(seed % 4), outlet=f"Outlet {seed}", published=f"2024-05-0{1 + seed}") for seed in range(8)
    ]
    origins = origins_of(*articles)
    assert sorted(each for origin in origins for each in origin.articles) == sorted(article.id for article in articles)
    assert [len(origin.articles) for origin in origins] == [2, 2, 2, 2]


def test_the_head_is_the_article_that_the_others_were_taken_from(invented, written):
    head = written(invented(1), outlet="Moor Gazette", published="2024-05-01")
    copies = [written(invented(1), outlet=f"Outlet {n}", published="2024-05-02") for n in range(3)]
    (origin,) = origins_of(*copies, head)
    assert (origin.head, origin.name, origin.agency) == (head.id, "Moor Gazette", None)
    assert "Moor Gazette" in origin.reason


def test_a_family_without_a_clue_has_no_head(invented, written):
    (origin,) = origins_of(written(invented(1), outlet="A"), written(invented(1), outlet="B"))
    assert origin.head is None
    assert "undecided" in origin.reason


def test_an_article_alone_that_credits_an_agency_has_that_agency_as_its_origin(invented, written):
    (origin,) = origins_of(written(f"PORT VALE (Reuters) - {invented(1)}", outlet="Vale Herald"))
    assert (origin.name, origin.agency, origin.head) == ("Reuters", "Reuters", None)


def test_an_article_alone_is_its_own_origin(invented, written):
    article = written(invented(1), outlet="Vale Herald")
    (origin,) = origins_of(article)
    assert (origin.name, origin.agency, origin.head) == ("Vale Herald", None, article.id)


def test_without_an_outlet_the_title_names_the_origin(invented, written):
    (origin,) = origins_of(written(invented(1), outlet=None, title="Ferries stand still"))
    assert origin.name == "Ferries stand still"


def test_two_articles_of_one_story_that_credit_one_agency_are_one_voice(invented, written):
    articles = [written(f"PORT VALE (AFP) - {invented(seed)}", outlet=f"Outlet {seed}") for seed in (1, 2)]
    (origin,) = origins_of(*articles)
    assert (origin.name, origin.agency, origin.head) == ("AFP", "AFP", None)
    assert "not shown to be independent" in origin.reason


def test_the_agencys_own_article_is_of_that_voice_too(invented, written):
    reprint = written(f"PORT VALE (AFP) - {invented(1)}", outlet="Vale Herald")
    own = written(f"PORT VALE (AFP) - {invented(2)}", outlet="AFP")
    assert [len(origin.articles) for origin in origins_of(reprint, own)] == [2]


def test_articles_about_anything_may_credit_one_agency_for_different_texts(invented, written):
    articles = [written(f"PORT VALE (AFP) - {invented(seed)}", outlet=f"Outlet {seed}") for seed in (1, 2)]
    assert len(origins_of(*articles, one_story=False)) == 2


@pytest.mark.parametrize(
    "credit",
    ["according to Reuters.", "the mayor told Reuters.", "(With inputs from Reuters)"],
    ids=["cited", "quoted-from", "co-written"],
)
def test_other_credits_do_not_make_one_voice(credit, invented, written):
    articles = [written(f"{invented(seed)}\n\n{credit}", outlet=f"Outlet {seed}") for seed in (1, 2)]
    assert [origin.agency for origin in origins_of(*articles) if origin.articles] == [None, None]


def test_an_outlet_that_signs_its_own_text_is_no_agency_behind_itself(invented, written):
    article = written(f"PORT VALE (Reuters) - {invented(1)}", outlet="reuters.com")
    (origin,) = origins_of(article)
    assert (origin.agency, origin.head) == (None, article.id)


def test_a_family_that_shares_an_agencys_text_has_no_head_among_the_reprints(invented, written):
    text = f"PORT VALE (Reuters) - {invented(1)}"
    (origin,) = origins_of(
        written(text, outlet="A", published="2024-05-01"), written(text, outlet="B", published="2024-05-02")
    )
    assert (origin.agency, origin.head) == ("Reuters", None)
    assert origin.reason == "share text, credited to Reuters"


def test_the_agencys_article_heads_the_family_of_its_reprints(invented, written):
    text = f"PORT VALE (Reuters) - {invented(1)}"
    own = written(text, outlet="Reuters")
    (origin,) = origins_of(written(text, outlet="A"), own, written(text, outlet="B"))
    assert (origin.name, origin.agency, origin.head) == ("Reuters", "Reuters", own.id)


def test_links_to_articles_of_other_stories_are_left_aside(invented, written):
    first = written(invented(1), outlet="A", published="2024-05-01")
    second = written(invented(1), outlet="B", published="2024-05-02")
    links = link_copies([first, second])
    (origin,) = find_origins([second], links)
    assert origin.articles == (second.id,)


def test_the_order_of_input_makes_no_difference(invented, written):
    articles = [written(invented(seed % 3), outlet=f"Outlet {seed}", published="2024-05-01") for seed in range(7)]
    links = link_copies(articles)
    assert find_origins(articles, links) == find_origins(articles[::-1], links[::-1])
