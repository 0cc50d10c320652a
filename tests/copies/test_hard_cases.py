"""Texts that look like copies and are none, copies that hardly look it, and texts made to hold everything up."""

import random

import pytest

from headwater.copies import find_families, link_copies
from headwater.origins import find_origins


def paragraphs(text):
    return text.split("\n\n")


def families(*articles):
    found = find_families(articles, link_copies(articles))
    return [family for family in found if len(family) > 1]


def kinds(*articles):
    return [(link.verdict, link.shared) for link in link_copies(articles)]


def results(seed):
    rng, teams = random.Random(seed), "Vale Moor Hill Bay Port Lake Ford Glen".split()  # noqa: S311 - invented results
    return "\n".join(
        f"{a} Rovers {rng.randint(0, 5)}–{rng.randint(0, 5)} {b} United, attendance {rng.randint(1000, 40000)}"
        for a in teams
        for b in teams
        if a != b
    )


def test_an_article_that_quotes_another_in_full_has_it_and_text_of_its_own(invented, written):
    quoted = written(invented(1, 4), outlet="Moor Gazette", published="2024-05-01")
    own = paragraphs(invented(2, 9))
    quoting = written(
        "\n\n".join([*own[:4], "The Moor Gazette wrote:", invented(1, 4), *own[4:]]), outlet="Vale Herald"
    )
    (link,) = link_copies([quoted, quoting])
    assert (link.a, link.b, link.verdict) == (quoting.id, quoted.id, "yes")
    origins = find_origins([quoted, quoting], [link])
    assert [origin.head for origin in origins] == [quoted.id, quoting.id]
    borrowed = next(origin.borrowed for origin in origins if origin.head == quoted.id)
    assert any(span.of(quoting.text)[:60] == quoted.text[:60] for each in borrowed for span in each.spans)


def test_a_live_blog_does_not_make_one_family_of_what_stands_in_it(invented, written):
    dispatches = [written(invented(seed, 3), outlet=f"Outlet {seed}", published="2024-05-01") for seed in range(1, 5)]
    entries = [f"1{n}:00 From {each.outlet}:\n\n{each.text}" for n, each in enumerate(dispatches)]
    blog = written("\n\n".join([invented(9, 2), *entries]), outlet="Vale Herald", published="2024-05-02")
    links = link_copies([*dispatches, blog])
    assert {(link.a, link.b) for link in links if link.directed} == {(blog.id, each.id) for each in dispatches}
    (family,) = families(*dispatches, blog)
    assert len(family) == 2
    origins = find_origins([*dispatches, blog], links)
    assert {each.id for each in dispatches} <= {origin.head for origin in origins}


def test_tables_of_other_results_are_lists_and_no_copies(written):
    assert kinds(written(results(1), outlet="A"), written(results(2), outlet="B")) == [("no", "list")]


def test_a_table_that_two_reports_print_is_a_list(invented, written):
    articles = [written(f"{invented(seed, 9)}\n\n{results(1)}", outlet=f"Outlet {seed}") for seed in (1, 2)]
    assert kinds(*articles) == [("no", "list")]


def test_a_table_that_is_all_of_two_articles_is_a_copy(written):
    assert kinds(written(results(1), outlet="A"), written(results(1), outlet="B")) == [("yes", "text")]


SENTENCE = "Ferries stood still on Friday while dockers argued with harbour owners about unpaid night shifts."


def test_a_text_of_one_sentence_that_two_outlets_print_is_a_copy(written):
    assert kinds(written(SENTENCE, outlet="A"), written(SENTENCE.upper(), outlet="B")) == [("yes", "text")]


def test_one_sentence_in_two_reports_is_not(invented, written):
    articles = [written(f"{invented(seed)}\n\n{SENTENCE}", outlet=f"Outlet {seed}") for seed in (1, 2)]
    assert [verdict for verdict, _ in kinds(*articles) if verdict == "yes"] == []


@pytest.mark.parametrize("count", [2, 12, 60, 400])
def test_one_sentence_that_many_print_is_one_family(count, written):
    articles = [written(SENTENCE, outlet=f"Outlet {number}") for number in range(count)]
    assert [len(family) for family in families(*articles)] == [count]
    assert len(link_copies(articles)) < 12 * count


def test_the_agencys_own_article_is_found_among_many_that_are_the_same(invented, written):
    text = f"PORT VALE (AFP) - {invented(1)}"
    own = written(text, outlet="AFP")
    reprints = [written(text, outlet=f"Outlet {number}") for number in range(40)]
    taken = {(link.a, link.b) for link in link_copies([own, *reprints]) if link.directed}
    assert taken == {(each.id, own.id) for each in reprints}


def test_one_line_thousands_of_times_is_matched_in_order(written):
    lines = f"{SENTENCE}\n" * 5_000
    (link,) = link_copies([written(lines, outlet="A"), written(lines + "\nMore follows.", outlet="B")])
    assert link.share > 0.99
    assert len(link.passages) < 10


def test_a_paragraph_at_a_time_from_two_dispatches_belongs_to_the_larger_part(invented, written):
    first = written(invented(1, 8), outlet="Moor Gazette", published="2024-05-01")
    second = written(invented(2, 8), outlet="Hill Post", published="2024-05-01")
    mixed = written(
        "\n\n".join([*paragraphs(first.text)[:5], *paragraphs(second.text)[:3], invented(3, 5)]),
        outlet="Vale Herald",
        published="2024-05-02",
    )
    assert families(first, second, mixed) == [tuple(sorted((first.id, mixed.id)))]
    assert {link.joins for link in link_copies([first, second, mixed])} == {True, False}
