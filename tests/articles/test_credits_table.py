"""Credit lines of many forms and languages, and lines that only look like one: what each says, and the measure of all.

The tables beside this file hold a line each: its language, its credits (“kind agency”, parted by “; ”, none where it is
empty) and its text, in which ⏎ stands for a line break. All outlets, people and places in them are invented; agencies may
be real. `credit_lines.tsv` is the specification; `credit_lines_blind.tsv` was written before the code that it measures
could be changed, and never used to change it.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from headwater.articles.credits import find_credits

KNOWN_MISSES = {
    "The story was provided to Vell Today by Associated Press.",
    "Wrak jest bezpieczny - przekazał PAP rzecznik.",
}
"""Lines whose credits are not found; they count as missed."""


@dataclass(frozen=True)
class Line:
    language: str
    credits: frozenset[tuple[str, str]]
    text: str

    @property
    def found(self) -> frozenset[tuple[str, str]]:
        return frozenset((credit.kind, credit.agency) for credit in find_credits(self.text, ()))


def lines(name: str) -> list[Line]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as table:
        return [
            Line(
                language=row["language"],
                credits=frozenset(_pair(credit) for credit in row["credits"].split("; ") if credit),
                text=row["text"].replace("⏎", "\n"),
            )
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _pair(credit: str) -> tuple[str, str]:
    kind, _, agency = credit.partition(" ")
    return kind, agency


def measure(table: list[Line]) -> tuple[float, float]:
    """Return precision and recall over the credits of a table."""
    right = sum(len(line.credits & line.found) for line in table)
    return right / sum(len(line.found) for line in table), right / sum(len(line.credits) for line in table)


SPECIFIED, BLIND = lines("credit_lines.tsv"), lines("credit_lines_blind.tsv")


@pytest.mark.parametrize("line", SPECIFIED, ids=lambda line: f"{line.language}-{line.text[:40]!r}")
def test_each_line_gives_its_credits_and_no_others(line):
    assert (line.found == line.credits) is (line.text not in KNOWN_MISSES)


def test_precision_and_recall_of_the_specification():
    precision, recall = measure(SPECIFIED)
    assert precision >= 0.95
    assert recall >= 0.95


def test_precision_and_recall_of_lines_written_blind():
    precision, recall = measure(BLIND)
    assert precision >= 0.95
    assert recall >= 0.95


def test_every_credit_stands_where_it_says():
    for line in (*SPECIFIED, *BLIND):
        found = find_credits(line.text, ())
        assert all(credit.span is not None and credit.span.of(line.text) == credit.words for credit in found)
        starts = [credit.span.start for credit in found if credit.span]
        assert starts == sorted(starts)


def test_the_specification_is_broad():
    credited = [line for line in SPECIFIED if line.credits]
    assert len(credited) >= 130
    assert len(SPECIFIED) - len(credited) >= 70
    assert len({line.language for line in SPECIFIED}) >= 30
    assert sum(line.language == "en" for line in SPECIFIED) < len(SPECIFIED) / 2
    kinds = {kind for line in SPECIFIED for kind, _ in line.credits}
    assert kinds == {"republished", "co-written", "cited", "quoted-from"}
