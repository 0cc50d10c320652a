"""Which articles share text, where, and who took it from whom."""

import random

import pytest

from headwater.copies import CopySettings, link_copies


def only(links):
    (link,) = links
    return link


def by_id(article, *articles):
    return next(each for each in articles if each.id == article)


def paragraphs(text):
    return text.split("\n\n")


def scanned(text, rate, seed=1):
    rng = random.Random(seed)  # noqa: S311 - invented words
    return "".join(rng.choice("abcdeos01") if c.isalpha() and rng.random() < rate else c for c in text)


def shortened(text, dropped, seed=1):
    rng = random.Random(seed)  # noqa: S311 - invented words
    return "\n\n".join(" ".join(word for word in each.split() if rng.random() > dropped) for each in paragraphs(text))


def broken(text):
    return text.replace(" said ", " “said” ").encode().decode("latin-1")


COPIES = {
    "whole": lambda text, _: text,
    "head only": lambda text, _: "\n\n".join(paragraphs(text)[:2]),
    "middle only": lambda text, _: "\n\n".join(paragraphs(text)[3:5]),
    "local paragraphs added": lambda text, other: "\n\n".join([*paragraphs(other)[:3], text]),
    "sentences dropped": lambda text, _: ". ".join(text.split(". ")[::2]),
    "shortened": lambda text, _: shortened(text, 0.3),
    "scanned": lambda text, _: scanned(text, 0.04),
    "badly scanned": lambda text, _: scanned(text, 0.07),
    "wrong encoding": lambda text, _: broken(text),
    "capitals and quote marks": lambda text, _: text.upper().replace(" SAID ", " ‘SAID’ "),
    "a fifth inside a long text": lambda text, other: "\n\n".join(
        [*paragraphs(other)[:4], *paragraphs(text)[2:4], *paragraphs(other)[4:]]
    ),
}


@pytest.mark.parametrize("style", COPIES)
def test_a_copy_is_found_and_points_at_the_earlier_text(style, invented, written):
    original = written(invented(1), outlet="Moor Gazette", published="2024-05-01")
    copy = written(COPIES[style](invented(1), invented(2)), outlet="Vale Herald", published="2024-05-02")
    others = [written(invented(seed), outlet=f"Outlet {seed}") for seed in range(3, 9)]
    link = only(link_copies([copy, original, *others]))
    assert (link.a, link.b, link.verdict, link.directed) == (copy.id, original.id, "yes", True)


def test_passages_are_exact_on_both_sides(invented, written):
    local = "Ferries of Port Vale stood still. "
    original = written(invented(1), outlet="Moor Gazette", published="2024-05-01")
    copy = written(local + paragraphs(invented(1))[0], outlet="Vale Herald", published="2024-05-02")
    link = only(link_copies([original, copy]))
    (passage,) = link.passages
    assert passage.copy.of(copy.text) == passage.original.of(original.text) == paragraphs(invented(1))[0].rstrip(".")
    assert 0.8 < link.share < 1.0


def test_the_order_of_input_makes_no_difference(invented, written):
    text = invented(1)
    articles = [
        written(text, outlet="Moor Gazette", published="2024-05-01"),
        written(scanned(text, 0.03), outlet="Vale Herald", published="2024-05-01"),
        written("\n\n".join(paragraphs(text)[:3]), outlet="Hill Post"),
        written(invented(2), outlet="Hill Post"),
    ]
    assert link_copies(articles) == link_copies(reversed(articles))


def test_the_same_article_twice_is_one_article(invented, written):
    article = written(invented(1))
    assert link_copies([article, article]) == []


def test_other_texts_are_no_copies(invented, written):
    assert link_copies([written(invented(seed), outlet=f"Outlet {seed}") for seed in range(30)]) == []


def test_a_shared_quotation_is_no_copy(invented, written):
    quotation = "“" + paragraphs(invented(9))[0] + "”"
    first = written(f"{invented(1)}\n\n{quotation} the mayor said.", outlet="Moor Gazette")
    second = written(f"{invented(2)}\n\n{quotation} the mayor said.", outlet="Vale Herald")
    link = only(link_copies([first, second]))
    assert (link.verdict, link.shared, link.directed) == ("no", "quotation", False)
    (passage,) = link.passages
    assert quotation[1:-2] in passage.copy.of(by_id(link.a, first, second).text)


def test_a_release_that_two_reports_quote_is_no_copy(invented, written):
    release = "\n\n".join(f"“{each}" for each in paragraphs(invented(9))[:3]) + "”"
    first = written(f"{invented(1)}\n\nThe ministry said:\n\n{release}", outlet="Moor Gazette")
    second = written(f"{invented(2)}\n\n{release}\n\nThe ministry’s statement ended there.", outlet="Vale Herald")
    link = only(link_copies([first, second]))
    assert (link.verdict, link.shared) == ("no", "quotation")


def test_a_notice_under_many_articles_links_none(invented, written):
    notice = paragraphs(invented(99))[0]
    articles = [written(f"{invented(seed)}\n\n{notice}", outlet=f"Outlet {seed % 3}") for seed in range(40)]
    assert {(link.verdict, link.shared) for link in link_copies(articles)} <= {("no", "notice")}


def test_a_paragraph_that_two_copies_share_does_not_join_their_families(invented, written):
    shared = paragraphs(invented(50))[0]
    first, second = written(invented(1), outlet="Moor Gazette"), written(invented(2), outlet="Hill Post")
    copies = [
        written(f"{shared}\n\n{article.text}\n\n{outlet} informs via {article.outlet}.", outlet=outlet)
        for article, outlet in ((first, "Vale Herald"), (second, "Bay Times"))
    ]
    links = link_copies([first, second, *copies])
    between = [link for link in links if {link.a, link.b} == {copy.id for copy in copies}]
    assert [link.verdict for link in between] == ["unsure"]
    assert sum(link.verdict == "yes" for link in links) == 2


def test_a_large_family_is_one_family(invented, written):
    original = written(invented(1), outlet="Northern Wire", published="2024-05-01")
    reprints = [
        written(f"{invented(1)}\n\n{paragraphs(invented(seed))[0]}", outlet=f"Outlet {seed}", published="2024-05-02")
        for seed in range(100, 130)
    ]
    links = link_copies([original, *reprints])
    assert {link.a for link in links if link.directed and link.b == original.id} == {each.id for each in reprints}
    assert len(links) < 31 * 20


@pytest.mark.parametrize("text", ["", "One.", "a " * 100_000, "“" * 100_000, "\ud800 \x00" * 1000, "word" * 250_000])
def test_odd_texts_hold_nothing_up(text, invented, written):
    assert link_copies([written(text, outlet="A"), written(text + " ", outlet="B"), written(invented(1))]) is not None


class TestDirection:
    @pytest.fixture
    def text(self, invented):
        return invented(1)

    def head(self, articles):
        links = [link for link in link_copies(articles) if link.directed]
        return {link.b for link in links}

    def test_the_credit_decides_against_equal_dates(self, text, written):
        original = written(text, outlet="Moor Gazette", published="2024-05-01")
        copy = written(f"Vale Herald informs via Moor Gazette.\n\n{text}", outlet="Vale Herald", published="2024-05-01")
        assert self.head([original, copy]) == {original.id}
        assert "credit" in only(link_copies([original, copy])).reason

    def test_the_earlier_text_is_the_original(self, text, written):
        first, second = (
            written(text, outlet="A", published="2024-05-01"),
            written(text, outlet="B", published="2024-05-03"),
        )
        assert self.head([second, first]) == {first.id}

    @pytest.mark.parametrize(
        ("first", "second", "decided"),
        [
            ("2024-05-01T08:00:00+00:00", "2024-05-01T12:00:00+02:00", True),
            ("2024-05-01T08:00:00+00:00", "2024-05-01T10:05:00+02:00", False),
            ("2024-05-01T08:00:00", "2024-05-01T12:00:00+02:00", False),
            ("2024-05-01T08:00", "2024-05-01T12:00", False),
            ("2024-05-01", "2024-05-01T12:00:00+02:00", False),
            ("2024-05-01", "2024-05-01", False),
            ("2024-05-01", None, False),
        ],
    )
    def test_of_one_day_only_instants_with_their_offset_tell(self, first, second, decided, text, written):
        earlier, later = written(text, outlet="A", published=first), written(text, outlet="B", published=second)
        assert self.head([later, earlier]) == ({earlier.id} if decided else set())

    def test_without_any_clue_it_stays_undecided(self, text, written):
        link = only(link_copies([written(text, outlet="A"), written(text, outlet="B")]))
        assert (link.verdict, link.directed) == ("yes", False)

    def test_of_two_that_credit_one_agency_neither_took_from_the_other(self, text, written):
        dateline = "PORT VALE (Reuters) - "
        first = written(dateline + text, outlet="A", published="2024-05-01")
        second = written(dateline + text, outlet="B", published="2024-05-03")
        assert self.head([first, second]) == set()

    def test_who_credits_an_agency_did_not_take_it_from_another_outlet(self, text, written):
        plain = written(text, outlet="A", published="2024-05-01")
        credited = written(f"PORT VALE (Reuters) - {text}", outlet="B", published="2024-05-03")
        assert self.head([plain, credited]) == set()

    def test_the_agencys_own_article_is_the_head(self, text, written):
        dateline = "PORT VALE (Reuters) - "
        own = written(dateline + text, outlet="Reuters")
        copies = [written(dateline + text, outlet="A"), written(dateline + text, outlet="B")]
        assert self.head([*copies, own]) == {own.id}

    def test_a_scan_is_the_copy(self, text, written):
        clean, noisy = written(text, outlet="A"), written(scanned(text, 0.03), outlet="B")
        assert self.head([noisy, clean]) == {clean.id}

    def test_a_shortened_text_is_the_copy(self, text, written):
        long, short = written(text, outlet="A"), written(shortened(text, 0.25), outlet="B")
        assert self.head([short, long]) == {long.id}

    def test_a_wrongly_decoded_text_is_the_copy(self, text, written):
        marked = text.replace(" said ", " “said” ")
        clean, lost = written(marked, outlet="A"), written(broken(text), outlet="B")
        assert self.head([lost, clean]) == {clean.id}

    def test_siblings_take_from_the_head_and_not_from_each_other(self, text, written):
        head = written(text, outlet="A", published="2024-05-01")
        siblings = [written(scanned(text, 0.02, seed), outlet=f"B{seed}", published="2024-05-02") for seed in (1, 2, 3)]
        links = link_copies([head, *siblings])
        assert {(link.a, link.b) for link in links if link.directed} == {(each.id, head.id) for each in siblings}
        assert {link.reason for link in links if not link.directed} == {"both take it from a third article"}

    def test_a_copy_of_a_copy_points_at_the_copy(self, text, invented, written):
        head = written(text, outlet="A", published="2024-05-01")
        longer = "\n\n".join([*paragraphs(invented(7))[:6], *paragraphs(text)[:3]])
        copy = written(longer, outlet="B", published="2024-05-02")
        second = written(longer, outlet="C", published="2024-05-03")
        directed = {link.a: link.b for link in link_copies([head, copy, second]) if link.directed}
        assert directed[second.id] == copy.id


def test_thresholds_are_settings(invented, written):
    first = written(invented(1), outlet="A")
    second = written("\n\n".join([*paragraphs(invented(1))[:3], *paragraphs(invented(2))]), outlet="B")
    assert only(link_copies([first, second])).verdict == "yes"
    strict = CopySettings(share=0.9, passage=10_000.0)
    assert link_copies([first, second], settings=strict) == []
