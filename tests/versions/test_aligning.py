"""Which sentence of one version is which of the other, over many edits made on purpose; the texts are invented."""

from __future__ import annotations

import gzip
import json
import random
import time
from itertools import combinations, islice, pairwise
from pathlib import Path

import pytest

from headwater.model import Span
from headwater.text.sentences import sentences
from headwater.versions.aligning import align
from headwater.versions.chaining import chain
from headwater.versions.sentences import Sentence, sentence

POOL = Path(__file__).parents[2].parent / "shared" / "data" / "articles" / "pool.jsonl.gz"
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
SMALL = "the of and to in on for with by from at as it that was were has had said would".split()


class Writer:
    """Writes sentences on a subject of its own, and edits them, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - invented words
        self.words = ["".join(self.rng.choices(SYLLABLES, k=3)) for _ in range(300)]

    def sentence(self) -> str:
        words = [
            self.rng.choice(SMALL if self.rng.random() < 0.5 else self.words) for _ in range(self.rng.randint(6, 24))
        ]
        return " ".join(words).capitalize() + "."

    def reworded(self, told: str, rate: float) -> str:
        kept = []
        for word in told.rstrip(".").split():
            chance = self.rng.random()
            if chance > rate * 0.3:
                kept.append(self.rng.choice(self.words) if chance < rate else word)
        return " ".join(kept).capitalize() + "."


def edited(writer: Writer, old: list[str], rate: float) -> list[tuple[str, frozenset[int]]]:
    """Return a new text, each sentence with the numbers of the old ones that it is made from."""
    new: list[tuple[str, frozenset[int]]] = []
    number = 0
    while number < len(old):
        told, own, chance = old[number], frozenset({number}), writer.rng.random()
        words = told.split()
        if chance < 0.25:
            new.append((writer.reworded(told, rate), own))
        elif chance < 0.33:
            pass
        elif chance < 0.42:
            new += [(writer.sentence(), frozenset()), (told, own)]
        elif chance < 0.46 and len(words) > 14:
            half = len(words) // 2
            new += [(" ".join(words[:half]) + ".", own), (" ".join(words[half:]).capitalize(), own)]
        elif chance < 0.5 and number + 1 < len(old):
            new.append((f"{told[:-1]}, and {old[number + 1]}", own | {number + 1}))
            number += 1
        else:
            new.append((told, own))
        number += 1
    if writer.rng.random() < 0.5:
        first = writer.rng.randrange(len(new))
        block = new[first : first + 2]
        del new[first : first + 2]
        place = writer.rng.randrange(len(new) + 1)
        new[place:place] = block
    return new


def read(told: list[str]) -> list[Sentence]:
    text, found = "\n".join(told), []
    start = 0
    for each in told:
        found.append(sentence(text, Span(start=start, end=start + len(each))))
        start += len(each) + 1
    return found


def paired(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    before, after = read(old), read(new)
    return {
        (a, b)
        for each in align(before, after)
        if each.old and each.new
        for a, one in enumerate(before)
        if each.old.span.contains(one.span)
        for b, other in enumerate(after)
        if each.new.span.contains(other.span)
    }


@pytest.mark.parametrize(("rate", "least"), [(0.2, 0.99), (0.4, 0.97), (0.6, 0.85)])
def test_sentences_are_found_again_whatever_was_done_to_them(rate, least):
    right = found = meant = 0
    for seed in range(12):
        writer = Writer(seed)
        old = [writer.sentence() for _ in range(40)]
        new = edited(writer, old, rate)
        truth = {(a, b) for b, (_, made_from) in enumerate(new) for a in made_from}
        pairs = paired(old, [told for told, _ in new])
        right, found, meant = right + len(pairs & truth), found + len(pairs), meant + len(truth)
    assert right / found >= 0.99
    assert right / meant >= least


@pytest.mark.skipif(not POOL.exists(), reason="needs the shared articles")
def test_sentences_of_real_articles_are_found_again():
    right = found = meant = 0
    with gzip.open(POOL, "rt", encoding="utf-8") as rows:
        texts = [json.loads(row)["text"] for row in islice(rows, 60)]
    for seed, text in enumerate(texts):
        old = [span.of(text) for span in sentences(text)][:80]
        new = edited(Writer(seed), old, 0.3)
        truth = {(a, b) for b, (_, made_from) in enumerate(new) for a in made_from}
        pairs = paired(old, [told for told, _ in new])
        right, found, meant = right + len(pairs & truth), found + len(pairs), meant + len(truth)
    assert right / found >= 0.99
    assert right / meant >= 0.96


def test_every_sentence_stands_once_and_the_new_order_is_kept():
    for seed in range(6):
        writer = Writer(seed)
        old = [writer.sentence() for _ in range(25)]
        new = [told for told, _ in edited(writer, old, 0.5)]
        aligned = align(read(old), read(new))
        after = [each.new.span for each in aligned if each.new]
        assert after == sorted(after)
        in_order = [each.old.span for each in aligned if each.old and not each.moved]
        assert in_order == sorted(in_order)
        for spans in (after, sorted(each.old.span for each in aligned if each.old)):
            assert all(not one.overlaps(other) for one, other in combinations(spans, 2))


def test_nothing_and_everything():
    told = read(["It rained.", "It poured."])
    assert align([], []) == []
    assert [(each.old, each.new) for each in align([], told)] == [(None, each) for each in told]
    assert [(each.old, each.new) for each in align(told, [])] == [(each, None) for each in told]


def test_the_heaviest_chain_is_found():
    rng = random.Random(4)  # noqa: S311 - places
    for _ in range(60):
        pairs = [(rng.randrange(6), rng.randrange(6), float(rng.randrange(1, 9))) for _ in range(7)]
        worth = {pair[:2]: max(each[2] for each in pairs if each[:2] == pair[:2]) for pair in pairs}
        rising = (
            sum(each[2] for each in some)
            for size in range(8)
            for some in combinations(sorted(pairs), size)
            if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(some))
        )
        assert sum(worth[pair] for pair in chain(pairs)) == max(rising)


def test_time_grows_with_the_sentences_and_not_with_their_pairs():
    def took(count: int) -> float:
        writer = Writer(1)
        old = read([writer.sentence() for _ in range(count)])
        new = read([writer.sentence() for _ in range(count)])
        started = time.process_time()
        align(old, new)
        return time.process_time() - started

    took(100)
    assert took(1200) < 8 * max(took(300), 0.05)
