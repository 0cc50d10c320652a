r"""Points, grid, omissions and timeline → lines of Markdown.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> print(*grid(lay_out(sample_brief())[0].grid), sep="\n")
| point | The Daily Tern | Harbour Post | Quill Mail |
| --- | --- | --- | --- |
| **nine / twelve** (disputed) | A: nine | not mentioned | B: twelve |
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.outputs import labels, point_labels
from headwater.outputs.cite import Cite
from headwater.outputs.closing import number
from headwater.outputs.escaping import escaped, place
from headwater.outputs.point_sheet import AnswerSheet, Grid, JudgementSheet, PointSheet
from headwater.outputs.said import Chain
from headwater.outputs.sheet import StorySheet
from headwater.outputs.times import readable
from headwater.outputs.visible import capitalised, one_line


def points(story: StorySheet, status: str) -> Iterator[str]:
    """Yield the points with one status as a list."""
    for point in story.of(status):
        facts = "; ".join(part for part in (point_labels.facts(point), point_labels.doubts(point)) if part)
        counted = f" ({escaped(facts)})" if facts else ""
        if point.divided:
            beside = point_labels.heading(point)
            yield f"- **{escaped(beside)}**{counted}" if beside else f"- {escaped(capitalised(facts))}"
            for answer in point.answers:
                reported = f", first reported {readable(answer.reported)}" if answer.step and answer.reported else ""
                voices = f"{number(answer.voices, 'voice')}{reported}"
                yield f"  - {answer.letter}: **{escaped(answer.value)}** ({escaped(voices)})"
                yield from _evidence(answer, "    ")
        else:
            for answer in point.answers:
                yield f"- **{escaped(answer.value)}**{counted}"
                yield from _evidence(answer, "  ")
        yield from (line for judgement in point.maybe for line in _possible(judgement))


def _evidence(answer: AnswerSheet, margin: str) -> Iterator[str]:
    for wording in answer.wordings():
        whole = wording.is_all(answer.value)
        if not whole:
            yield f"{margin}- {_excerpt(wording.cite)}"
        for chain in wording.chains:
            yield f"{margin}{'' if whole else '  '}- {_chain(chain)}"


def _chain(chain: Chain) -> str:
    who = point_labels.chain(chain)
    outlets = ", ".join(f"{escaped(cite.outlet)} {place(cite)}" for cite in chain.cites)
    return f"{escaped(who)}, in {outlets}" if who else outlets


def _possible(judgement: JudgementSheet) -> Iterator[str]:
    yield f"  - {point_labels.possible(judgement)}"
    for said in (judgement.a, judgement.b):
        yield f"    - {_excerpt(said.cite)} {escaped(labels.behind(said))} {place(said.cite)}"


def _excerpt(cite: Cite) -> str:
    """A sentence inside quote marks; where the cited words are only part of it, they are bold."""
    if not cite.before and not cite.after:
        return labels.quoted(escaped(cite.quote))
    before, words, after = (one_line(part) for part in (cite.before, cite.quote, cite.after))
    lead = escaped(before) + " " * cite.before[-1:].isspace() if before else ""
    tail = " " * cite.after[:1].isspace() + escaped(after) if after else ""
    return labels.quoted(f"{lead}**{escaped(words)}**{tail}" if words else escaped(cite.sentence))


def grid(found: Grid) -> Iterator[str]:
    """Yield outlets across points as a table (GitHub Flavored Markdown, tables)."""
    if not found.rows:
        return
    yield f"| point | {' | '.join(escaped(outlet.name) for outlet in found.outlets)} |"
    yield f"| --- |{' --- |' * len(found.outlets)}"
    for row in found.rows:
        name = f"**{escaped(point_labels.values(row.point))}** ({point_labels.status(row.point)})"
        yield f"| {name} | {' | '.join(escaped(point_labels.cell(cell, row.point)) for cell in row.cells)} |"
    left = [(found.more_points, "more point"), (found.more_outlets, "more outlet")]
    if any(count for count, _ in left):
        yield from ("", f"… and {', '.join(number(count, noun) for count, noun in left if count)}")


def left_out(story: StorySheet) -> Iterator[str]:
    """Yield what each outlet leaves out as a list."""
    for left in story.left_out:
        yield f"- **{escaped(left.outlet)}**"
        for point in left.points:
            where = " ".join(place(answer.said[0].cite) for answer in point.answers if answer.said)
            yield f"  - {escaped(point_labels.values(point))} ({_weight(point)}) {where}"


def _weight(point: PointSheet) -> str:
    return f"{point_labels.status(point)}, {number(point.voices, 'voice')}"


def timeline(story: StorySheet) -> Iterator[str]:
    """Yield the events in order of their time, each with the reports that name it."""
    for event in story.timeline:
        when = readable(event.when) if event.when else f"“{one_line(event.words[0])}”, day not known"
        yield f"- **{escaped(when)}**" + (f" ({point_labels.SAID_THEN})" if event.of == "statement" else "")
        for wording in event.wordings:
            reports = (cite for chain in wording.chains for cite in chain.cites)
            yield f"  - {_excerpt(wording.cite)} {', '.join(_report(cite) for cite in reports)}"


def _report(cite: Cite) -> str:
    reported = f", reported {readable(cite.published)}" if cite.published else ""
    return f"{escaped(cite.outlet + reported)} {place(cite)}"
