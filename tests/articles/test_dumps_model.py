"""The shipped classifier: small, and plain about it when it is damaged."""

from importlib.resources import files

import pytest

from headwater.articles.dumps.features import describe
from headwater.articles.dumps.lines import read_lines
from headwater.articles.dumps.model import FILE, believe, load
from headwater.errors import MissingModel


def test_the_model_is_small_and_has_a_card():
    model = files("headwater.articles").joinpath(FILE)
    assert len(model.read_bytes()) < 3_000_000
    assert "CC BY 4.0" in files("headwater.articles").joinpath(FILE.replace(".onnx", ".md")).read_text(encoding="utf8")


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x08\x08\x12\x00"])
def test_a_damaged_model_says_how_to_restore_it(content):
    with pytest.raises(MissingModel, match="reinstall"):
        load(content)


def test_a_cut_model_is_damaged():
    content = files("headwater.articles").joinpath(FILE).read_bytes()
    with pytest.raises(MissingModel, match="damaged"):
        load(content[: len(content) // 2])


@pytest.mark.parametrize("page", ["", "a", "a\nb", "a\n" * 70])
def test_every_line_gets_a_probability(page):
    lines = read_lines(page)
    belief = believe(describe(lines).table)
    assert len(belief) == len(lines)
    assert ((belief >= 0) & (belief <= 1)).all()
