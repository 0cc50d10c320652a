"""`python -m evaluate predict` reads no gold field and writes what the scorer expects."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluate.tasks import TASKS, predict

ROOT = Path(__file__).parents[2]
RAIN = "Rain flooded the lower town of Lowmark on Monday and washed away the old bridge. “It was a wall of water,” said Mayor Ana Ruiz. The council will meet on Friday to vote on a new one."
SNOW = "Snow closed the Kolm pass for two days, the road office of Dravenia reported. Nobody was hurt, and the ploughs went out before dawn on Thursday."
READY = [
    {"id": "rain", "title": "Flood in Lowmark", "source": "Post", "published": "2025-03-04", "text": RAIN},
    {"id": "reprint", "title": "Flood in Lowmark", "source": "Herald", "published": "2025-03-05", "text": RAIN},
    {"id": "snow", "title": "Pass closed", "source": "Voice", "published": "2025-06-01", "text": SNOW},
]
PAGE = f"<html><head><title>Flood</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Flood</h1><p>{RAIN}</p><p>{SNOW}</p></article></body></html>"
GIVEN: dict[str, list[dict[str, Any]]] = {
    "pages": [
        {"id": "html", "html": PAGE},
        {"id": "dump", "dump": f"Home\n  • News\n  • Sport\n\nFlood\n\n{RAIN}\n\n{SNOW}\n\nPrivacy\nContact\n"},
    ],
    "attribution": READY,
    "stories": READY,
    "copies": READY,
    "relation": [
        {"set": "sick", "a": "A man is asleep", "b": "A man is sleeping"},
        {"set": "emergent", "a": "Mayor denies that the bridge of Lowmark fell", "b": "The bridge of Lowmark fell"},
    ],
    "names": [{"tokens": ["Ana", "Ruiz", "left", "Lisbon", "."]}],
    "align": [{"id": row["id"], "text": row["text"], "sentences": row["text"].split(". ")} for row in READY],
}
GOLD = {
    "story": "x",
    "topic": "x",
    "family": "x",
    "origin": "x",
    "style": "x",
    "credited": "x",
    "attributions": [],
    "mentions": [],
    "validated": [],
    "tags": [],
    "label": "x",
    "claim_id": "x",
    "author": "x",
}


class Watched(dict[str, object]):
    """A row that fails the test when a gold field is read."""

    def __getitem__(self, key):
        assert key not in GOLD, f"{key} is a gold field"
        return super().__getitem__(key)

    def get(self, key, default=None):
        assert key not in GOLD, f"{key} is a gold field"
        return super().get(key, default)


def predicted(task, rows) -> list[Any]:
    return list(predict(task, rows))


@pytest.mark.parametrize("task", TASKS)
def test_no_gold_field_is_read_or_changes_anything(task):
    with_gold = [Watched(row | GOLD) for row in GIVEN[task]]
    assert predicted(task, with_gold) == predicted(task, GIVEN[task])


def test_pages_give_the_text_of_markup_and_of_dumps():
    texts = {row["id"]: row["text"] for row in predicted("pages", GIVEN["pages"])}
    assert RAIN in texts["html"].replace("\n\n", " ")
    assert RAIN in texts["dump"]
    assert "Privacy" not in texts["dump"]


def test_names_are_tags_of_the_tokens():
    assert predicted("names", GIVEN["names"]) == [{"tags": ["I-PER", "I-PER", "O", "I-LOC", "O"]}]


def test_relations_have_the_names_of_their_set():
    same, denied = (row["label"] for row in predicted("relation", GIVEN["relation"]))
    assert same in {"entailment", "contradiction", "neutral"}
    assert denied in {"for", "against", "observing"}


def test_attributions_are_spans_of_the_text():
    (row,) = predicted("attribution", READY[:1])
    (found,) = [one for one in row["attributions"] if "said" in [RAIN[start:end] for start, end in one["cue"]]]
    assert [RAIN[start:end] for start, end in found["content"]] == ["It was a wall of water"]
    assert "Ana Ruiz" in RAIN[slice(*found["source"][0])]


def test_a_reprint_is_one_family_with_its_original_and_one_story():
    copies = {row["id"]: row for row in predicted("copies", READY)}
    assert copies["rain"]["family"] == copies["reprint"]["family"] != copies["snow"]["family"]
    assert copies["reprint"]["origin"] in {"rain", None}
    assert copies["snow"]["origin"] is None
    stories = {row["id"]: row["story"] for row in predicted("stories", READY)}
    assert stories["rain"] == stories["reprint"] != stories["snow"]


def test_alignment_names_sentences_by_document_and_number():
    pairs = {(row["a"], row["b"]): row for row in predicted("align", GIVEN["align"])}
    assert pairs["rain#0", "reprint#0"]["same"] or pairs["reprint#0", "rain#0"]["same"]
    assert all(0 <= row["score"] <= 1 for row in pairs.values())


def test_the_command_line_writes_json_lines(tmp_path):
    given, written = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in READY), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "evaluate", "predict", "stories", str(given), str(written)],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
    assert [json.loads(line)["id"] for line in written.read_text("utf-8").splitlines()] == ["rain", "reprint", "snow"]
