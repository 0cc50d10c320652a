"""Points → lines on a terminal: answers beside each other, each sentence once with everyone who has it.

>>> from rich.console import Console
>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> from headwater.outputs.screen import print_line
>>> for line in point_lines(lay_out(sample_brief())[0].points[0], Bounds()):
...     print_line(line, Console(width=100, color_system=None))
  nine / twelve  different numbers, 2 voices, 84 % sure
    A  nine  1 voice                                 B  twelve  1 voice
      “Nine boats sank,” said Ana Ruz.                 “Twelve boats sank, A. Ruz’s deputy said.”
        — Ana Ruz, in The Daily Tern [1]:0-32            — Quill Mail [3]:0-40
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.outputs import labels, point_labels
from headwater.outputs.bounds import Bounds
from headwater.outputs.cite import Cite
from headwater.outputs.closing import number
from headwater.outputs.point_sheet import AnswerSheet, LeftOut, PointSheet
from headwater.outputs.said import Chain
from headwater.outputs.screen import Beside, Line, heading, item, more
from headwater.outputs.sheet import StorySheet
from headwater.outputs.times import readable
from headwater.outputs.visible import around, capitalised, one_line, short


def points_section(story: StorySheet, bounds: Bounds) -> Iterator[Line | Beside]:
    """Yield the points of a story under the heading of their status: disputed, updated, agreed, single."""
    for status, label, note in point_labels.HEADINGS:
        points = story.of(status)
        limit = bounds.single if status == "single" else bounds.points
        if points:
            yield from heading(label, len(points), note)
        for point in points[:limit]:
            yield from point_lines(point, bounds)
        yield from more(2, len(points) - limit)


def point_lines(point: PointSheet, bounds: Bounds) -> Iterator[Line | Beside]:
    """Yield one point with its answers, their evidence and its possible conflicts."""
    if point.divided:
        yield from _divided(point, bounds)
    else:
        for answer in point.answers:
            yield item(2, (short(answer.value, bounds.quote), "bold"), *_facts(point))
            yield from _evidence(4, answer, bounds)
    for judgement in point.maybe[: bounds.wordings]:
        yield item(4, (point_labels.possible(judgement), "yellow"))
        for said in (judgement.a, judgement.b):
            yield item(6, *excerpt(said.cite, bounds.quote))
            yield item(8, (f"— {one_line(labels.behind(said))}", ""), _place(said.cite))
    yield from more(4, len(point.maybe) - bounds.wordings)


def _divided(point: PointSheet, bounds: Bounds) -> Iterator[Line | Beside]:
    beside = point_labels.heading(point)
    if beside:
        yield item(2, (beside, "bold yellow"), *_facts(point))
    else:
        yield item(2, (capitalised(point_labels.facts(point)), "bold yellow"), *_doubts(point))
    columns = tuple(tuple(_answer(answer, bounds)) for answer in point.answers[: bounds.answers])
    yield Beside(indent=4, columns=columns)
    yield from more(4, len(point.answers) - bounds.answers)


def _facts(point: PointSheet) -> Iterator[tuple[str, str]]:
    facts = point_labels.facts(point)
    yield (f"  {one_line(facts)}" if facts else "", "green" if point.status == "agreed" else "dim")
    yield from _doubts(point)


def _doubts(point: PointSheet) -> Iterator[tuple[str, str]]:
    yield (f"  {one_line(point_labels.doubts(point))}" if point.doubts else "", "yellow")


def _answer(answer: AnswerSheet, bounds: Bounds) -> Iterator[Line]:
    reported = f", first reported {readable(answer.reported)}" if answer.step and answer.reported else ""
    yield item(
        0,
        (f"{answer.letter}  ", "dim"),
        (short(answer.value, bounds.quote), "bold"),
        (f"  {number(answer.voices, 'voice')}{one_line(reported)}", "dim"),
    )
    yield from _evidence(2, answer, bounds)


def _evidence(indent: int, answer: AnswerSheet, bounds: Bounds) -> Iterator[Line]:
    found = answer.wordings()
    for wording in found[: bounds.wordings]:
        # Where the value is the sentence itself, saying it twice hides who says it.
        whole = wording.is_all(answer.value)
        if not whole:
            yield item(indent, *excerpt(wording.cite, bounds.quote))
        for chain in wording.chains[: bounds.outlets]:
            yield item(indent if whole else indent + 2, *_chain(chain, bounds))
        yield from more(indent + 2, len(wording.chains) - bounds.outlets)
    yield from more(indent, len(found) - bounds.wordings)


def _chain(chain: Chain, bounds: Bounds) -> Iterator[tuple[str, str]]:
    who = one_line(point_labels.chain(chain))
    yield (f"— {who}, in " if who else "— ", "")
    for place, cite in enumerate(chain.cites[: bounds.outlets]):
        yield (f"{', ' if place else ''}{one_line(cite.outlet)}", "")
        yield _place(cite)
    rest = len(chain.cites) - bounds.outlets
    yield (f" and {rest:,} more" if rest > 0 else "", "dim")


def excerpt(cite: Cite, limit: int) -> Iterator[tuple[str, str]]:
    """Yield a sentence inside quote marks; where the cited words are only part of it, they stand out."""
    before, words, after = around(cite.before, cite.quote, cite.after, limit)
    whole = labels.quoted(before + words + after)
    marks = ("“", "”") if whole != before + words + after else ("", "")
    part = bool(before or after)
    yield (marks[0] + before, "")
    yield (words, "bold underline" if part else "")
    yield (after + marks[1], "")


def _place(cite: Cite) -> tuple[str, str]:
    return f" {cite.mark}", "dim"


def left_out_section(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    """Yield what each outlet leaves out, heaviest first, with the places where others have it."""
    if story.left_out:
        yield from heading("Left out", len(story.left_out), "Other origins have it, the outlet does not mention it.")
    for left in story.left_out[: bounds.omitting]:
        yield from _left_out(left, bounds)
    yield from more(2, len(story.left_out) - bounds.omitting)


def _left_out(left: LeftOut, bounds: Bounds) -> Iterator[Line]:
    yield item(2, (one_line(left.outlet), "bold"), (f"  {number(len(left.points), 'point')}", "dim"))
    for point in left.points[: bounds.left_out]:
        places = " ".join(answer.said[0].cite.mark for answer in point.answers if answer.said)
        about = f"  {point_labels.status(point)}, {number(point.voices, 'voice')}"
        yield item(4, (point_labels.values(point, 100), ""), (f"{about}  {places}", "dim"))
    yield from more(4, len(left.points) - bounds.left_out)
