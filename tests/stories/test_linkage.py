"""Average linkage and components."""

from __future__ import annotations

import numpy as np

from headwater.stories.linkage import average_linked, connected


def test_a_cluster_is_kept_apart_where_the_mean_is_against_it():
    odds = np.array([[0, 4, 1, -6], [4, 0, 1, -6], [1, 1, 0, 2], [-6, -6, 2, 0]], dtype=float)
    assert average_linked(odds) == [[0, 1], [2, 3]]


def test_chains_do_not_pull_strangers_together():
    odds = np.full((4, 4), -3.0)
    for one in range(3):
        odds[one, one + 1] = odds[one + 1, one] = 1.0
    assert max(map(len, average_linked(odds))) == 2


def test_nothing_to_merge():
    assert average_linked(np.zeros((0, 0))) == []
    assert average_linked(np.zeros((1, 1))) == [[0]]


def test_components_are_in_order():
    assert connected(5, [(4, 0), (3, 2)]) == [[0, 4], [1], [2, 3]]
