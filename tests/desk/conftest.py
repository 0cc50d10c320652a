import json

import pytest

from headwater.desk import open_desk
from headwater.pages import read_pages


@pytest.fixture
def desk(tmp_path):
    with open_desk(tmp_path / "news.desk", write=True) as opened:
        yield opened


@pytest.fixture
def pages(tmp_path):
    """Return pages made of rows of ready articles."""

    def made(*rows: dict[str, str]):
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.jsonl"
        file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
        return list(read_pages([str(file)]))

    return made
