"""Windows: every piece is answered for by exactly one of them."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.readers.windows import MARGIN, SIZE, windows


@given(st.integers(0, 5000), st.integers(150, 510))
def test_no_piece_is_dropped_and_none_read_twice(count, size):
    found = windows(count, size=size)
    cores = [piece for each in found for piece in range(each.core_first, each.core_last)]
    assert cores == list(range(count))
    assert all(len(each) <= size for each in found)


@given(st.integers(SIZE + 1, 5000))
def test_a_core_has_a_margin_on_both_sides_unless_the_text_ends(count):
    for each in windows(count):
        assert each.first == 0 or each.core_first - each.first == MARGIN
        assert each.last == count or each.last - each.core_last == MARGIN
