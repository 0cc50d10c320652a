"""Which units answer one question: average linkage over pairs of different articles."""

from headwater.comparisons.clusters import clusters


def test_a_unit_joins_only_where_the_average_pair_still_passes():
    pairs = [(0.9, 0, 1), (0.6, 1, 2), (0.05, 0, 2)]
    assert clusters(["a", "b", "c"], pairs) == [[0, 1], [2]]
    assert clusters(["a", "b", "c"], [(0.9, 0, 1), (0.8, 1, 2), (0.4, 0, 2)]) == [[0, 1, 2]]


def test_units_of_one_article_do_not_count_in_the_average():
    assert clusters(["a", "a", "b"], [(0.9, 0, 2), (0.8, 1, 2)]) == [[0, 1, 2]]


def test_the_order_of_pairs_leaves_no_trace():
    pairs = [(0.9, 0, 1), (0.9, 1, 2), (0.6, 0, 2), (0.9, 2, 3), (0.2, 1, 3), (0.2, 0, 3)]
    assert clusters(list("abcd"), pairs) == clusters(list("abcd"), pairs[::-1])


def test_unrelated_units_stay_alone():
    assert clusters(["a", "b"], []) == [[0], [1]]
    assert clusters([], []) == []
