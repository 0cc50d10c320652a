"""Which lines say openly that a text was changed."""

from __future__ import annotations

import time

import pytest

from headwater.versions.notices import is_marked, is_notice


@pytest.mark.parametrize(
    "line",
    [
        "An earlier version of this article misstated the number of dead.",
        "A previous version of this story named the wrong harbour master.",
        "In an earlier version of our report the ferry was called the Ada Marine.",
        "The original version of the article said that nobody was hurt.",
        "A previous headline misstated the verdict.",
        "This story wrongly said that the bridge was closed.",
        "This article has been updated to include a statement by Sello Lines.",
        "This story was corrected on 4 May to give the right age.",
        "The headline has since been amended.",
        "This piece's headline was changed after publication.",
        "This is an updated version of the story.",
        "We regret the error.",
        "Correction: The fire was on Tuesday, not on Monday.",
        "CORRECTION (4 May): The fire was on Tuesday.",
        "Editor’s note: A quotation was removed because it could not be confirmed.",
        "Clarification — Mr Lund was not at the meeting.",
        "Corrections",
        "In einer früheren Version dieses Artikels hieß es, niemand sei verletzt worden.",
        "Berichtigung: Die Fähre hieß Ada Marina.",
        "Une version précédente de cet article donnait un mauvais bilan.",
        "Cet article a été mis à jour à 14 heures.",
        "Una versión anterior de este artículo decía otra cosa.",
    ],
)  # fmt: skip
def test_a_line_that_says_so(line):
    assert is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "Last updated 4 May 2031, 14:05",
        "Updated: 4 May",
        "An earlier version of the bill was rejected by the senate.",
        "The first report said that nobody was hurt.",
        "The report was amended by parliament in the spring.",
        "Corrections officers found the two men at dawn.",
        "Her eyesight was corrected with a new lens.",
        "The post was deleted an hour later, police said.",
        "The mayor said the story had changed three times.",
        "He has updated his will, this time in favour of the brass band.",
        "",
    ],
)
def test_a_line_that_does_not(line):
    assert not is_notice(line)


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("CORRECTED-Ferry sinks off Port Sello", True),
        ("UPDATE 2-Ferry sinks off Port Sello", True),
        ("Correction: Ferry sinks off Port Sello", True),
        ("Correction fluid recalled in Velden", False),
        ("Update on the ferry that sank", False),
        ("", False),
    ],
)
def test_titles_that_agencies_mark(title, marked):
    assert is_marked(title) == marked


@pytest.mark.parametrize(
    "line", ["an earlier " * 20_000, "this story has " * 20_000, "(" * 100_000, "correction (" + " " * 99_999]
)
def test_hostile_lines_take_no_time(line):
    started = time.process_time()
    assert not is_notice(line)
    assert not is_marked(line)
    assert time.process_time() - started < 0.5
