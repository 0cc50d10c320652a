"""A damaged or missing model file: one clear error that says how to restore it, whichever process meets it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import headwater

PAGE = '{"id": "a", "text": "Rain fell on Lowmark for a week, said Ana Ruiz.", "source": "The Lowmark Post"}\n'


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the installed package whose encoder is cut in half."""
    copy = tmp_path / "copy" / "headwater"
    shutil.copytree(Path(headwater.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    encoder = copy / "readers" / "encoder.onnx"
    encoder.write_bytes(encoder.read_bytes()[:100_000])
    return copy


def run(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    command = [sys.executable, "-m", "headwater", *arguments]
    return subprocess.run(command, env=environment, cwd=package.parent, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_command_line_names_the_file_and_the_fix(package: Path, tmp_path: Path, workers: str):
    page = tmp_path / "page.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    done = run(package, "statements", str(page), "--workers", workers)
    assert done.returncode != 0
    assert "encoder.onnx is damaged: reinstall it with" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_needs_no_model_goes_on(package: Path, tmp_path: Path):
    page = tmp_path / "page.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    done = run(package, "articles", str(page), "--jsonl")
    assert done.returncode == 0
    assert "Lowmark" in done.stdout
