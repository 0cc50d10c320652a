"""The same words have the same hashes everywhere; a sample keeps few shingles, and the same ones of a shared passage."""

import random

from headwater.text.normalise import fold_words
from headwater.text.shingles import hash_words, sample, shingle

FERRY = 2219142502475606145
"""The hash of the word, as it was once."""
VOCABULARY = [f"word{number}" for number in range(500)]


def hashes(words):
    return hash_words(fold_words(" ".join(words)))


def words(seed, count):
    return random.Random(seed).choices(VOCABULARY, k=count)  # noqa: S311 - invented words


def test_a_word_has_one_hash_wherever_it_stands_and_however_it_is_spelled():
    (first, *_, last) = hash_words(fold_words("Café owners " * 5000 + "“CAFE’"))
    assert first == last


def test_different_words_have_different_hashes():
    many = hash_words(fold_words(" ".join(f"{a}{b}{c}" for a in "abcdefgh" for b in "abcdefgh" for c in "abcdefgh")))
    assert len(set(many.tolist())) == 512


def test_a_shingle_is_the_same_wherever_it_stands():
    text = words(1, 40)
    assert shingle(hashes(text), 5)[7] == shingle(hashes(text[7:12]), 5)[0]


def test_order_of_words_matters():
    assert shingle(hashes("abc"), 3)[0] != shingle(hashes("cba"), 3)[0]


def test_too_few_words_have_no_shingle():
    assert len(shingle(hashes("ab"), 3)) == 0
    assert len(hash_words(fold_words("…"))) == 0


def test_hashes_do_not_depend_on_the_process():
    assert int(hash_words(fold_words("ferry"))[0]) == FERRY


def test_a_shared_passage_is_sampled_alike_whatever_stands_around_it():
    passage = words(1, 60)
    first = shingle(hashes(words(2, 90) + passage), 3)
    second = shingle(hashes(passage + words(3, 120)), 3)
    kept = [set(each[sample(each, 4)].tolist()) for each in (first, second)]
    inside = shingle(hashes(passage), 3)
    assert set(inside[sample(inside, 4)].tolist()) == kept[0] & kept[1]


def test_a_dense_sample_keeps_all_that_a_sparse_one_keeps():
    every = shingle(hashes(words(5, 300)), 3)
    assert set(sample(every, 4)) <= set(sample(every, 2)) <= set(sample(every, 1)) == set(range(len(every)))


def test_about_one_in_four_is_kept():
    every = shingle(hashes(words(6, 5000)), 5)
    assert 0.22 < len(sample(every, 4)) / len(every) < 0.28
