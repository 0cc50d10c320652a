"""What was read before is recalled: exactly what would be read again, or nothing."""

import numpy as np
import pytest

from headwater.readers import Recall, embed, relate

TEXTS = ["The port was shut.", "Bees like clover.", "", "Nine died."]
PAIRS = [("Nine died.", "Nobody died."), ("The port is open again.", "The port has reopened.")]


def asked(recall):
    return recall.embed(TEXTS), recall.relate(PAIRS)


def kept():
    recall = Recall()
    asked(recall)
    return recall.kept()


def changed(content: bytes) -> bytes:
    """What an earlier reading might have kept, had it read otherwise: the last score of the last pair is another."""
    return content[:-4] + np.array([9.0], dtype="<f4").tobytes()


@pytest.mark.parametrize(
    "content",
    [b"", kept(), kept()[:-1], kept() + b"x", b"another version" + kept(), kept()[:10], b"\xff" * 5000],
    ids=["nothing", "whole", "cut", "too long", "of other graphs", "only a head", "noise"],
)
def test_what_is_recalled_is_what_the_graphs_say(content):
    vectors, related = asked(Recall(content))
    assert np.array_equal(vectors, embed(TEXTS))
    assert related == relate(PAIRS)


def test_what_is_kept_is_not_read_again():
    _, related = asked(Recall(changed(kept())))
    assert related != relate(PAIRS)


def test_the_same_questions_are_kept_as_the_same_bytes():
    other = Recall(kept())
    assert other.relate(PAIRS[::-1]) == relate(PAIRS)[::-1]
    other.embed([*TEXTS[::-1], TEXTS[0]])
    assert other.kept() == kept()


def test_what_nobody_asks_for_any_more_is_not_kept():
    later = Recall(kept())
    later.embed(TEXTS[:1])
    assert len(later.kept()) < len(kept())


def test_nothing_is_asked_for_nothing():
    recall = Recall()
    assert recall.embed([]).shape == (0, 384)
    assert recall.relate([]) == []
    assert Recall(recall.kept()).kept() == recall.kept()
