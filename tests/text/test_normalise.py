"""What makes no difference between two spellings of one text."""

import pytest

from headwater.text.normalise import fold_words

PLAIN = "The mayor's cafe didn't pay, “he” said."


@pytest.mark.parametrize(
    "other",
    [
        "THE MAYOR’S CAFÉ DIDN’T PAY, «he» said.",
        "The mayor's cafe\u0301 didn't pay -- 'he' said!",
        "The may\u00ador's ca\u00adfe didn't pay, he said",
        "The mayor\ufffds cafe didn\ufffdt pay, \ufffdhe\ufffd said.",
        "The mayor’s café didn’t pay, “he” said.".encode().decode("latin-1"),
        "The mayor’s café didn’t pay, ‘he’ said.".encode().decode("cp1252"),
        "Ｔｈｅ mayor's cafe didn't\u00a0pay, he\u2009said",
        "The mayor’s café didn’t pay, ‘he’ said.".encode().decode("cp1252").encode().decode("cp1252"),
        "The mayor’s café didn’t pay, â€œheâ€\x9d said.",
        "𝐓𝐡𝐞 mayor's ｃafe didn't pay, he ﹣ said",
    ],
    ids=["case and marks", "combining", "soft hyphens", "lost", "latin-1", "cp1252", "width", "twice", "hole", "bold"],
)
def test_folds_to_the_same_words(other):
    assert fold_words(other).keys == fold_words(PLAIN).keys == "the mayors cafe didnt pay he said".split()


def test_offsets_count_in_the_text_as_given():
    broken = "Les cafés, dit-il, « ferment »".encode().decode("latin-1")
    words = fold_words(broken)
    assert words.keys == ["les", "cafes", "dit", "il", "ferment"]
    assert words.span(4, 5).of(broken) == "ferment"
    assert words.span(1, 2).of(broken) == "cafÃ©s"


def test_words_of_scripts_with_vowel_signs_stay_whole():
    assert len(fold_words("हिन्दी समाचार").keys) == 2


def test_scripts_without_spaces_count_by_character():
    assert fold_words("渡轮停运").keys == ["渡", "轮", "停", "运"]


@pytest.mark.parametrize(
    "text", ["", "\ud800\udfff\x00", "…—“”", "\u0301\u0301", "Ã" * 100_000, "'" * 100_000, "a'" * 100_000]
)
def test_never_fails(text):
    words = fold_words(text)
    assert len(words.keys) == len(words.starts) == len(words.ends)
    assert all(start < end <= len(text) for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True))
