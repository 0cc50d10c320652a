"""Where quotations open and close, whatever marks a text uses."""

from __future__ import annotations

import time

import pytest

from headwater.text.quotes import find_quotes


def quotes(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“It rained”",
        "”It rained”",
        "„It rained“",
        "„It rained”",
        '"It rained"',
        "''It rained''",
        "``It rained''",
        "«It rained»",
        "« It rained »",
        "»It rained«",
        "‹It rained›",
        "‘It rained’",
        "‚It rained‘",
        "'It rained'",
        "「It rained」",
    ],
)
def test_marks_of_every_kind(text: str) -> None:
    assert quotes(f"She wrote: {text}, then left.") == ["It rained"]


@pytest.mark.parametrize(
    "text",
    [
        "Don’t ask the officials’ aides or the boys' club.",
        "Rock 'n' roll of the '90s and the ’70s, 'em all.",
        'A 6" pipe and a 5" hose.',
        'A row of """""""""" marks.',
        "“” and «»",
        "",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'We can't take the boys' cup,' she said.", ["We can't take the boys' cup,"]),
        ("‘It’s the officials’ plan,’ she said. ‘Go.’", ["It’s the officials’ plan,", "Go."]),
        ("“She said ‘no’ twice,” he wrote.", ["She said ‘no’ twice,"]),
        ("‘It was “odd”,’ he wrote.", ["It was “odd”,"]),
        ("“It was “odd” and late,” he wrote.", ["It was “odd” and late,"]),
        ("“It rained, ” he wrote.", ["It rained,"]),
        ("'It rained,' said Bo 'Whitey' Lund.", ["It rained,", "Whitey"]),
    ],
)
def test_apostrophes_and_inner_quotations_stay_inside(text: str, found: list[str]) -> None:
    assert quotes(text) == found


def test_a_missing_mark_ends_the_quotation_before_the_next_one() -> None:
    text = "“It rained, she said, “all day.”"
    assert [(quote.inner.of(text), quote.closed) for quote in find_quotes(text)] == [
        ("It rained, she said,", False),
        ("all day.", True),
    ]


def test_speech_over_several_paragraphs_reopens_its_marks() -> None:
    text = "“It rained.\n“It poured.\n“It stopped.”\n“We left.”"
    found = [(quote.inner.of(text), quote.closed, quote.resumed) for quote in find_quotes(text)]
    assert found == [
        ("It rained.", False, False),
        ("It poured.", False, True),
        ("It stopped.", True, True),
        ("We left.", True, False),
    ]


def test_spans_count_code_points_with_and_without_marks() -> None:
    text = "😀 “It rained,” she said."
    [quote] = find_quotes(text)
    assert (quote.span.of(text), quote.inner.of(text)) == ("“It rained,”", "It rained,")


@pytest.mark.parametrize("noise", ['"', "“", "'", "“a ", "«a» ", "'a ", "‘“"])
def test_time_is_linear(noise: str) -> None:
    text = noise * (100_000 // len(noise))
    start = time.process_time()
    find_quotes(text)
    assert time.process_time() - start < 2
