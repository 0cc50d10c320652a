"""The collection that growth is measured on, and how what was found in it is counted."""

import json
from itertools import accumulate, islice, product
from random import Random

import pytest

from benchmarks.copies import FIND, FINDERS, in_a_process, slope
from benchmarks.corpus import WORD, Corpus
from benchmarks.finders import recalls
from evaluate import shingles
from evaluate.edits.collections import NOTICE

ENDS = "den mir tok ral sin pa lu ge".split()
WORDS = ["".join(syllables) for syllables in product("bra kel mor tin vos dra".split(), ENDS, ENDS, ENDS, ENDS)]
ZIPF = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))


def invented(seed):
    chance = Random(seed)  # noqa: S311 - text, not secrets
    lines = [
        " ".join(chance.choices(WORDS, cum_weights=ZIPF, k=chance.randint(9, 22))).capitalize() + "." for _ in range(40)
    ]
    return "\n\n".join(" ".join(lines[place : place + 4]) for place in range(0, 40, 4))


POOL = [invented(seed) for seed in range(12)]
ROWS = list(Corpus(POOL).rows(200))


def test_a_small_collection_begins_a_large_one():
    assert list(Corpus(POOL).rows(40)) == ROWS[:40]


def test_one_row_in_four_copies_an_earlier_article_of_its_own():
    copies = [(number, row["origin"]) for number, row in enumerate(ROWS) if row["origin"] is not None]
    assert [number for number, _ in copies] == list(range(3, 200, 4))
    assert all(isinstance(origin, int) and origin < number and origin % 4 != 3 for number, origin in copies)


def test_copies_are_named_with_the_article_they_were_taken_from():
    texts = [str(row["text"]).replace(NOTICE, "") for row in ROWS]
    near = {(min(pair), max(pair)) for pair in shingles.similar(texts)}
    planted = [(row["origin"], number) for number, row in enumerate(ROWS) if row["origin"] is not None]
    assert sum(pair in near for pair in planted) > 0.9 * len(planted)
    assert len(near) < 3 * len(planted)


def test_later_rounds_say_other_things_in_the_language_of_the_pool():
    corpus = Corpus(POOL)
    first, later = WORD.findall(corpus.article(3).lower()), WORD.findall(corpus.article(3 + 5 * len(POOL)).lower())
    assert len(first) == len(later)
    assert set(later) <= {word for text in POOL for word in WORD.findall(text.lower())}
    assert first != later


def test_recall_is_counted_by_share():
    planted = [(0, 3, 0.9), (1, 7, 0.9), (2, 11, 0.15)]
    found = recalls(planted, {(0, 3), (2, 11), (4, 5)})
    assert (found["0.9"], found["0.15"], found["0.4"]) == (0.5, 1.0, 0.0)


def test_slopes_of_linear_and_quadratic_growth():
    assert slope([(1000, 2.0), (10_000, 20.0)]) == 1.0
    assert slope([(1000, 2.0), (10_000, 200.0)]) == 2.0


@pytest.mark.parametrize("name", list(islice(FINDERS, 2)))
def test_a_finder_reports_what_it_took_and_found(name, tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    told = json.loads(in_a_process(FIND, name, str(file), str(len(ROWS))))
    assert told["recalls"]["0.9"] > 0.9
    assert told["pairs"] > 40
    assert told["peak_mb"] > 1
