"""Data flows downwards, imports point upwards."""

import ast
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "headwater"
ROOMS = [
    "errors",
    "model",
    "text",
    "readers",
    "pages",
    "articles",
    "statements",
    "versions",
    "actors",
    "copies",
    "origins",
    "stories",
    "comparisons",
    "outputs",
]
SHELL = ["judges", "engine", "wire", "store", "fetching", "desk", "api", "web", "cli", "__main__"]
ORDER = {room: number for number, room in enumerate([*ROOMS, *SHELL])}
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 500
LONGEST_FUNCTION = 60


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports name the whole path"
            yield node.module or ""


def test_every_room_of_the_package_has_its_place_in_the_order():
    rooms = {room_of(path) for path in FILES} - {"__init__"}
    assert rooms <= set(ORDER)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_upwards(path: Path):
    room = room_of(path)
    if room == "__init__":
        return
    for module in imported(path):
        if module.startswith("headwater."):
            other = module.split(".")[1]
            assert ORDER[other] <= ORDER[room], f"{room} imports {other}, which lies below it"


def test_nothing_that_trains_models_is_imported_at_run_time():
    found = {module.split(".")[0] for path in FILES for module in imported(path)}
    assert not found & {"torch", "transformers", "sentence_transformers", "lightgbm", "sklearn", "training"}


def test_the_model_uses_the_standard_library_only():
    found = {module.split(".")[0] for path in (SOURCE / "model").glob("*.py") for module in imported(path)}
    assert found <= {"headwater", *sys.stdlib_module_names}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_stay_readable(path: Path):
    source = path.read_text("utf-8")
    assert source.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{path}: {node.name} hides a second room"


def test_a_broad_except_stands_only_at_the_engines_edge():
    broad = {
        str(path.relative_to(SOURCE).parts[0])
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    }
    assert broad <= {"engine"}
