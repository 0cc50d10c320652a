"""Who is cited in support of a report speaks inside it."""

import pytest

from headwater.model import Span, words
from headwater.statements import RuleReader
from headwater.statements.attribution import Attribution
from headwater.statements.cited import with_cited
from headwater.statements.nesting import parents


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    spans = [(Span(start=text.index(part), end=text.index(part) + len(part)),) for part in (source, cue, content)]
    return Attribution(
        source=spans[0], cue=spans[1], content=spans[2], form="indirect", stance="asserts", hedge=None, anonymous=False, score=0.8
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cited", "anonymous"),
    [
        ("The Herald reported that it rained, citing two officials.", "two officials", True),
        (
            "The Herald reported that it rained, citing people briefed on the talks.",
            "people briefed on the talks",
            True,
        ),
        ("The Herald reported that it rained, citing Ana Ruiz.", "Ana Ruiz", False),
        ("The Herald reported that it rained, citing the harbour ministry.", "the harbour ministry", False),
        ("The Herald reported that it rained, citing a police report.", "a police report", False),
    ],
)
def test_who_is_cited_speaks_inside_the_report(text: str, cited: str, anonymous: bool) -> None:  # noqa: FBT001
    report = attribution(text, "The Herald", "reported", "that it rained")
    found = with_cited(text, [report, attribution(text, "The Herald", "citing", cited)])
    assert words(found[1].source, text) == cited
    assert found[1].content == report.content
    assert found[1].anonymous == anonymous
    assert parents(text, found) == [None, 0]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The Herald reported that it rained, citing heavy clouds.", "heavy clouds"),
        ("The Herald reported that it rained, citing “two officials”.", "“two officials”"),
        ("The Herald reported that it rained. Lund left, citing two officials.", "two officials"),
    ],
)
def test_reasons_and_words_are_no_sources(text: str, cited: str) -> None:
    found = [
        attribution(text, "The Herald", "reported", "that it rained"),
        attribution(text, "The Herald", "citing", cited),
    ]
    assert with_cited(text, found) == found


def test_who_cites_alone_keeps_what_is_cited() -> None:
    text = "Ana Ruiz cited two officials."
    found = list(RuleReader().attributions(text, [Span(start=0, end=len(text))], "text"))
    assert with_cited(text, found) == found
