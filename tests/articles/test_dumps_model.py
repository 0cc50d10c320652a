"""The shipped classifier of lines."""

from importlib.resources import files

import pytest

from headwater.articles.dumps.features import describe
from headwater.articles.dumps.lines import read_lines
from headwater.articles.dumps.model import FILE, believe


def test_the_model_is_small_and_has_a_card():
    model = files("headwater.articles").joinpath(FILE)
    assert len(model.read_bytes()) < 3_000_000
    assert "CC BY 4.0" in files("headwater.articles").joinpath(FILE.replace(".onnx", ".md")).read_text(encoding="utf8")


@pytest.mark.parametrize("page", ["", "a", "a\nb", "a\n" * 70])
def test_every_line_gets_a_probability(page):
    lines = read_lines(page)
    belief = believe(describe(lines).table)
    assert len(belief) == len(lines)
    assert ((belief >= 0) & (belief <= 1)).all()
