"""Word pieces: every character that is no white space is covered, and offsets lead back to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.readers.tokens import (
    CAPITALISED,
    CAPITALS,
    CLOSING,
    DIGITS,
    INITIAL,
    INSIDE,
    INSIDE_WORD,
    LOWER,
    MIXED,
    NEW_LINE,
    OPENING,
    QUOTE,
    SHAPE,
    SIGN,
    SPACED,
    SPACING,
    TOUCHING,
    tokenise,
)


def words_of(text):
    pieces = tokenise(text)
    return [text[start:end] for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained.", "It rained ."),
        ("“Don’t,” said Ruiz.", "“ Don ’ t , ” said Ruiz ."),
        ("Żółkiew 😀 rained", "Ż ó ł kie w 😀 rained"),
        ("İstanbul ﬁre", "İstanbul ﬁ re"),
        ("e\u0301lan vital", "e\u0301l an vital"),
        ("雨が降った", "雨 が 降 っ た"),
        ("x" * 70, "x" * 70),
        (" \n\t ", ""),
    ],
)
def test_offsets_lead_back_to_the_text_whatever_the_script(text, found):
    assert words_of(text) == found.split()


@given(st.text(max_size=200))
def test_pieces_stand_in_order_inside_the_text(text):
    pieces = tokenise(text)
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    assert all(0 <= start <= end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)
    assert pieces.marks.shape == (len(pieces), 3)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("rain", LOWER),
        ("Ruiz", CAPITALISED),
        ("OPA", CAPITALS),
        ("McVey", MIXED),
        ("2031", DIGITS),
        (",", SIGN),
        ("J", INITIAL),
    ],
)
def test_the_shape_of_a_word_survives_the_lower_case_vocabulary(word, shape):
    assert tokenise(word).marks[0, SHAPE] == shape


def test_spacing_is_kept():
    assert tokenise("Rain.\nSnow rainlessness").marks[:, SPACING].tolist()[:4] == [NEW_LINE, TOUCHING, NEW_LINE, SPACED]
    assert INSIDE_WORD in tokenise("rainlessness").marks[:, SPACING].tolist()


@pytest.mark.parametrize("text", ["«No» ", "“No” ", "‘No’ ", '"No" ', "„No“ "])
def test_quotation_looks_the_same_whatever_its_marks(text):
    assert tokenise(text).marks[:, QUOTE].tolist() == [OPENING, INSIDE, CLOSING]
