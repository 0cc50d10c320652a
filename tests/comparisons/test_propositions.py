"""Which runs of an article assert one thing each. All names and events are invented."""

import pytest

from headwater.comparisons.propositions import propositions
from headwater.statements import read_statements


@pytest.fixture
def runs(written):
    def read(text: str) -> list[tuple[str, str]]:
        article = written(text)
        found = propositions(article, list(read_statements([article])))
        return [(one.span.of(article.text), one.core) for one in found]

    return read


def test_a_plain_sentence_is_one_proposition(runs):
    assert runs("The granary of Lowmark burned down on Monday.") == [
        ("The granary of Lowmark burned down on Monday.", "The granary of Lowmark burned down on Monday.")
    ]


def test_main_clauses_stand_apart(runs):
    spans = [span for span, _ in runs("The quay was closed on Monday, but the mayor has kept the ferry office open.")]
    assert spans == ["The quay was closed on Monday", "the mayor has kept the ferry office open."]


def test_a_list_is_not_cut(runs):
    assert len(runs("The quay was closed on Monday, and so were bridges, locks and piers.")) == 1


def test_what_somebody_says_is_put_forward_without_the_saying(runs):
    [(span, core)] = runs("The mayor said the granary of Lowmark had burned down twice.")
    assert span.startswith("The mayor said")
    assert core == "the granary of Lowmark had burned down twice"


def test_a_denial_is_put_forward_with_its_cue(runs):
    [(_, core)] = runs("The mayor denied that the granary of Lowmark had burned down.")
    assert "denied" in core


def test_runs_lie_inside_the_text_and_in_order(runs):
    text = "Ana Ruiz said the dam was safe, and Iva Pell claimed that its wall had cracked in May. Rain fell on Orvia all day."
    found = runs(text)
    assert len(found) == 3
    assert all(span in text for span, _ in found)
