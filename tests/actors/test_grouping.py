"""Which spellings are one actor, and where that stays open."""

from __future__ import annotations

from itertools import permutations

import pytest

from headwater.actors import find_actors, find_mentions
from headwater.model import Actor, Article


def article(text: str, number: int = 0) -> Article:
    return Article(
        id=f"a{number}", page=f"p{number}", places=(), title=None, outlet=None, url=None, authors=(), published=None,
        language=None, section=None, tags=(), credits=(), rights=None, translations=(), text=text, blocks=(), cuts=(), by="test",
    )  # fmt: skip


def actors(*texts: str, transliterate: bool = True) -> tuple[Actor, ...]:
    return find_actors([article(text, number) for number, text in enumerate(texts)], transliterate=transliterate)


def variants(*texts: str, transliterate: bool = True) -> set[frozenset[str]]:
    return {frozenset(actor.variants) for actor in actors(*texts, transliterate=transliterate)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dmytro Yarovskyy", "Dmitro Yarovskiy"),
        ("Mohammed Saleh", "Muhamad Saleh"),
        ("Hassan Al-Masri", "Hasan al Masri"),
        ("Jörg Müllen", "Joerg Muellen"),
        ("Alexander Janukov", "Alexander Yanukov"),
        ("Karoline Brevitt", "Caroline Brevitt"),
        ("José Peñarol", "Jose Penarol"),
    ],
)
def test_spellings_of_one_name_are_one_actor(one, other):
    assert variants(f"They met Mr {one} today.", f"They met Mr {other} today.") == {frozenset({one, other})}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Lund", "Ana Land"), ("Ana Ruiz", "Juan Ruiz"), ("Bo Martens", "Bo Mertz"), ("Ada Holm", "Ida Holm")],
)
def test_different_people_stay_apart(one, other):
    assert len(variants(f"They met Mr {one} today.", f"They met Mr {other} today.")) == 2


def test_a_title_makes_no_other_actor():
    assert variants("They met Prime Minister Ola Brandt.", "They met Mr Ola Brandt.") == {frozenset({"Ola Brandt"})}


def test_a_last_name_alone_joins_the_one_who_bears_it():
    assert variants("They met Ola Brandt today. Nobody saw Brandt leave.") == {frozenset({"Ola Brandt", "Brandt"})}


def test_a_last_name_that_two_people_bear_stays_alone():
    found = variants("They met Ana Ruiz today.", "They met Juan Ruiz today.", "They met Mr Ruiz today.")
    assert found == {frozenset({"Ana Ruiz"}), frozenset({"Juan Ruiz"}), frozenset({"Ruiz"})}


def test_an_initial_fits_only_one_of_two():
    found = variants("They met Ana Ruiz today.", "They met Juan Ruiz today.", "They met Mr J. Ruiz today.")
    assert frozenset({"Juan Ruiz", "J. Ruiz"}) in found


def test_a_middle_name_makes_no_other_person():
    assert variants("They met Juan Carlos Ruiz today. Nobody saw Juan Ruiz leave.") == {
        frozenset({"Juan Carlos Ruiz", "Juan Ruiz"})
    }


CYRILLIC = ("They met Olga Kovalchuk today.", "Вчера премьер Ольга Ковальчук уехала.")


def test_scripts_are_bridged():
    assert variants(*CYRILLIC) == {frozenset({"Olga Kovalchuk", "Ольга Ковальчук"})}


def test_transliteration_can_be_switched_off():
    assert variants(*CYRILLIC, transliterate=False) == {frozenset({"Olga Kovalchuk"}), frozenset({"Ольга Ковальчук"})}


def test_an_acronym_joins_the_full_form_in_brackets_or_by_its_initials():
    full = "Orvian Nurses Union"
    assert variants(f"They left the {full} (ORNU) today.", "They met the ORNU today.") == {frozenset({full, "ORNU"})}
    assert variants(f"They left the {full} today.", "They met the ONU today.") == {frozenset({full, "ONU"})}


def test_an_acronym_of_two_full_forms_stays_alone():
    found = variants("They left the Orvian Nurses Union and the Osmer National Union today.", "They met the ONU.")
    assert frozenset({"ONU"}) in found


def test_a_seat_stands_for_its_government_where_it_acts():
    [actor] = actors("Nobody in Japan slept. After that Tokyo said no, and Tokyo added that Japan was right.")
    assert (actor.name, actor.kind, actor.variants) == ("Japan", "group", ("Japan", "Tokyo"))


def test_a_seat_that_is_only_a_place_stays_a_place():
    assert variants("He lives in Japan. A fire broke out in Tokyo.") == {frozenset({"Japan"}), frozenset({"Tokyo"})}


def test_a_seat_of_two_stays_alone():
    found = variants("They said Belgium and the European Union were late. After that Brussels said no.")
    assert frozenset({"Brussels"}) in found


def test_the_fullest_spelling_is_shown():
    assert (
        actors("They met Juan Carlos Ruiz today. Nobody saw Ruiz leave; Ruiz was gone.")[0].name == "Juan Carlos Ruiz"
    )


def test_mentions_point_at_their_characters():
    one = article("They met  Ola \u00a0Brandt of the Bank of Orvia.")
    assert [mention.name for mention in find_mentions(one)] == ["Ola Brandt", "Bank of Orvia"]
    assert all(" ".join(mention.span.of(one.text).split()) == mention.name for mention in find_mentions(one))


def test_order_makes_no_difference():
    texts = [
        "They met Ana Ruiz.",
        "Mr Ruiz and Juan Ruiz left Orvia.",
        "They met J. Ruiz of the ONU.",
        "Tokyo said Japan won.",
    ]
    articles = [article(text, number) for number, text in enumerate(texts)]
    expected = find_actors(articles)
    for order in permutations(articles):
        assert find_actors(order) == expected


def test_every_mention_stands_in_exactly_one_actor():
    texts = ["They met Ana Ruiz and Mr Ruiz of the ONU in Tokyo."] * 2
    articles = [article(text, number) for number, text in enumerate(texts)]
    expected = sorted(mention for one in articles for mention in find_mentions(one))
    assert sorted(mention for actor in find_actors(articles) for mention in actor.mentions) == expected


def test_nothing_in_nothing_out():
    assert find_actors([]) == ()
    assert actors("", "\ud800 \x00", "““““") == ()
