"""Winnowing keeps few shingles, and always one in common where enough of them are shared."""

import random

from headwater.text.shingles import hash_words, shingle, winnow

VOCABULARY = [f"word{number}" for number in range(500)]


def words(seed, count):
    return random.Random(seed).choices(VOCABULARY, k=count)  # noqa: S311 - invented words


def test_a_shingle_is_the_same_wherever_it_stands():
    text = words(1, 40)
    assert shingle(text, 5)[7] == shingle(text[7:12], 5)[0]


def test_order_of_words_matters():
    assert shingle(["a", "b", "c"], 3)[0] != shingle(["c", "b", "a"], 3)[0]


def test_too_few_words_have_no_shingle():
    assert len(shingle(["a", "b"], 3)) == 0
    assert len(winnow(shingle(["a", "b"], 3), 8)) == 0


def test_hashes_do_not_depend_on_the_process():
    assert int(hash_words(["ferry"])[0]) == 7949881795909877008


def test_every_window_keeps_its_smallest_hash():
    hashes = shingle(words(2, 400), 3)
    kept = set(winnow(hashes, 8).tolist())
    for start in range(len(hashes) - 7):
        window = hashes[start : start + 8]
        assert start + 7 - int(window[::-1].argmin()) in kept


def test_a_shared_passage_of_a_window_is_always_found():
    for seed in range(50):
        passage = words(seed, 10)
        first = words(seed + 1000, 90) + passage + words(seed + 2000, 60)
        second = words(seed + 3000, 30) + passage + words(seed + 4000, 120)
        kept = [set(shingle(text, 3)[winnow(shingle(text, 3), 8)].tolist()) for text in (first, second)]
        assert kept[0] & kept[1]


def test_a_small_window_keeps_all_that_a_large_one_keeps():
    hashes = shingle(words(5, 300), 3)
    assert set(winnow(hashes, 8)) <= set(winnow(hashes, 3)) <= set(winnow(hashes, 1))


def test_about_two_in_nine_are_kept():
    hashes = shingle(words(6, 5000), 5)
    assert 0.17 < len(winnow(hashes, 8)) / len(hashes) < 0.27
