"""Model files: a missing or damaged one is one clear error that says how to restore it."""

from importlib.resources import files

import pytest

from headwater.errors import MissingModel
from headwater.readers.network import ENCODER, LOOK, PACKAGE, shipped
from headwater.readers.sessions import session, shipped_bytes

SHIPPED = [("headwater.articles", "dump_lines.onnx"), (PACKAGE, ENCODER), (PACKAGE, LOOK)]


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x08\x08\x12\x00"])
def test_a_damaged_model_says_how_to_restore_it(content):
    with pytest.raises(MissingModel, match=r"some\.onnx is damaged: reinstall"):
        session(content, "some.onnx")


@pytest.mark.parametrize(("package", "file"), SHIPPED)
def test_a_cut_model_is_damaged(package, file):
    content = files(package).joinpath(file).read_bytes()
    with pytest.raises(MissingModel, match="damaged"):
        session(content[: len(content) // 2], file)


def test_a_missing_model_says_how_to_restore_it():
    with pytest.raises(MissingModel, match=r"gone\.onnx of headwater\.readers is gone: reinstall"):
        shipped_bytes(PACKAGE, "gone.onnx")


def test_the_shipped_models_stay_small_together():
    assert sum(len(files(package).joinpath(file).read_bytes()) for package, file in SHIPPED) < 40_000_000


def test_the_networks_are_loaded_once():
    assert shipped() is shipped()


def test_every_model_has_a_card_that_names_its_data():
    card = files(PACKAGE).joinpath("MODEL.md").read_text(encoding="utf-8")
    assert all(source in card for source in ("PolNeAR", "CoNLL-2003", "all-MiniLM-L6-v2", "python -m training.readers"))
