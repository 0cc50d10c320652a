"""Tags: the best sequence that is allowed, found among all of them."""

from itertools import pairwise, product

import numpy as np
import pytest

from headwater.readers.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS, best, spans_of, transitions


def allowed(path, tags):
    follow, begin, end = transitions(tags)
    steps = all(follow[one, other] == 0 for one, other in pairwise(path))
    return begin[path[0]] == 0 and end[path[-1]] == 0 and steps


@pytest.mark.parametrize("seed", range(20))
def test_no_allowed_sequence_is_better(seed):
    scores = np.random.default_rng(seed).normal(size=(3, 4, len(CUE_TAGS))).astype(np.float32)
    lengths = np.array([4, 3, 1])
    for row, path in enumerate(best(scores, lengths, CUE_TAGS)):
        length = int(lengths[row])
        every = [each for each in product(range(len(CUE_TAGS)), repeat=length) if allowed(each, CUE_TAGS)]
        wanted = max(every, key=lambda each: sum(scores[row, at, tag] for at, tag in enumerate(each)))
        assert path == [CUE_TAGS[tag] for tag in wanted]


@pytest.mark.parametrize("tags", [CUE_TAGS, NAME_TAGS, ROLE_TAGS])
def test_every_sequence_that_is_found_makes_whole_spans(tags):
    scores = np.random.default_rng(1).normal(size=(8, 30, len(tags))).astype(np.float32)
    for path in best(scores, np.full(8, 30), tags):
        assert sum(last - first for _, first, last in spans_of(path)) == sum(tag != "O" for tag in path)


def test_a_span_may_not_change_its_kind():
    assert spans_of(["source-B", "source-L", "content-U"]) == [("source", 0, 2), ("content", 2, 3)]
    follow, _, _ = transitions(ROLE_TAGS)
    assert follow[ROLE_TAGS.index("source-B"), ROLE_TAGS.index("content-L")] < 0
