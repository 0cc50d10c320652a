"""The judge of pairs and the sentence vectors, on invented news: what they say, and that company never matters."""

from importlib.resources import files

import numpy as np
import pytest

from headwater.errors import MissingModel
from headwater.readers import embed, meaning, relate
from headwater.readers.pairs import LONGEST, pair
from headwater.readers.sessions import session

SUPPORTS = [
    ("The port of Marrow is open again.", "The port of Marrow has reopened."),
    ("Mayor Dietz said the bridge would be closed on Monday.", "The bridge will be closed on Monday."),
    ("The flood in Brill killed 12 people.", "Twelve people were killed in the flood in Brill."),
    ("Police detained the banker at the airport.", "The banker was arrested by the police."),
    ("Parliament approved the budget.", "The budget was passed by parliament."),
]
CONTRADICTS = [
    (
        "The ministry denied that talks with Corvania had taken place.",
        "Secret talks with Corvania took place in Lissen.",
    ),
    ("There have been no talks between Corvania and Tarsia.", "Corvania and Tarsia held discreet talks in Lissen."),
    ("The flood in Brill killed 12 people.", "The flood in Brill killed 31 people."),
    ("The ministry denied that any ship was stopped.", "Two ships were stopped off Marrow, fishermen said."),
    ("The vote will be held on Thursday.", "The vote will be held on Friday."),
    ("The court found Oakes guilty.", "The court acquitted Oakes."),
    ("Corvania refused to sign the treaty.", "Corvania signed the treaty."),
]
NEITHER = [
    ("The flood in Brill killed 12 people.", "The flood in Brill destroyed 300 homes."),
    ("Parliament voted to raise the pension age.", "Trains were running normally on Tuesday."),
    ("The company denied that it had dumped waste in the river.", "The company was founded in 1962."),
    ("A bomb killed four soldiers in Harun on Monday.", "A storm damaged the market in Tesh on Wednesday."),
]


@pytest.mark.parametrize(("a", "b"), SUPPORTS)
def test_the_same_in_other_words_supports(a, b):
    assert relate([(a, b)])[0].relation == "supports"


@pytest.mark.parametrize(("a", "b"), CONTRADICTS)
def test_what_cannot_both_hold_contradicts(a, b):
    assert relate([(a, b)])[0].relation == "contradicts"


@pytest.mark.parametrize(("a", "b"), NEITHER)
def test_another_matter_is_neither(a, b):
    assert relate([(a, b)])[0].relation == "neither"


def test_a_rumour_is_hedged_and_a_report_is_not():
    rumour, report = relate(
        [
            ("Rumour: Kestrel Airways is buying Skyline", "Kestrel Airways is buying Skyline."),
            ("Kestrel Airways said on Monday it is buying Skyline.", "Kestrel Airways is buying Skyline."),
        ]
    )
    assert rumour.hedged > 0.5 > report.hedged


def test_the_three_are_shares_of_one():
    for found in relate(SUPPORTS + CONTRADICTS + NEITHER):
        assert found.supports + found.contradicts + found.neither == pytest.approx(1)
        assert found.score == max(found.supports, found.contradicts, found.neither)
        assert 0 <= found.hedged <= 1


def test_a_judgement_does_not_depend_on_its_company():
    pairs = SUPPORTS + NEITHER
    assert relate(pairs)[::-1] == relate(pairs[::-1]) == [found for each in pairs[::-1] for found in relate([each])]


def test_a_vector_does_not_depend_on_its_company():
    texts = [text for each in SUPPORTS + NEITHER for text in each] + ["No."]
    together = embed(texts)
    assert together.dtype == np.float32
    assert together.shape == (len(texts), 384)
    assert np.array_equal(together[::-1], embed(texts[::-1]))
    assert all(np.array_equal(together[at : at + 1], embed([text])) for at, text in enumerate(texts))


def test_vectors_have_length_one_and_near_meanings_lie_near():
    port, harbour, bees = embed(["The port was shut.", "The harbour has been closed.", "Bees like clover."])
    assert np.linalg.norm([port, harbour, bees], axis=1) == pytest.approx(1, abs=1e-4)
    assert port @ harbour > 0.4 > port @ bees


def test_nothing_gives_nothing():
    assert relate([]) == []
    assert embed([]).shape == (0, 384)


@pytest.mark.parametrize("text", ["", " \n", "\ud800", "\x00\x07", "“" * 5_000, "a" * 1_000_000, "word " * 200_000])
def test_any_text_is_read(text):
    assert np.linalg.norm(embed([text])) == pytest.approx(1, abs=1e-4)
    assert 0 <= relate([(text, "The port is open.")])[0].contradicts <= 1


def test_long_texts_are_cut_each_on_its_own():
    row = pair("word " * 1_000, "no")
    assert len(row.ids) == len(row.marks) == LONGEST + 1 + 3


@pytest.mark.parametrize("file", [meaning.LOWER, meaning.SENTENCES, meaning.JUDGE])
def test_a_cut_model_is_damaged(file):
    content = files("headwater.readers").joinpath(file).read_bytes()
    with pytest.raises(MissingModel, match=rf"{file} is damaged: reinstall"):
        session(content[: len(content) // 2], file)


def test_a_missing_model_says_how_to_restore_it():
    with pytest.raises(MissingModel, match=r"gone\.onnx of headwater\.readers is gone: reinstall"):
        meaning.graph("gone.onnx")


def test_all_models_stay_small_together():
    room = files("headwater.readers")
    assert sum(len(each.read_bytes()) for each in room.iterdir() if each.name.endswith(".onnx")) < 58_000_000


def test_the_card_names_its_data_and_its_command():
    card = files("headwater.readers").joinpath("RELATIONS.md").read_text(encoding="utf-8")
    assert all(source in card for source in ("Emergent", "SICK", "all-MiniLM-L6-v2", "python -m training.relations"))
