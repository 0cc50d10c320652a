"""Brief → Markdown (CommonMark) in which no character of a page can become markup, a link or HTML.

>>> from headwater.outputs.sample import sample_brief
>>> print(brief_markdown(sample_brief()).splitlines()[0])
# Brief
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.model import Brief
from headwater.outputs import labels, point_labels
from headwater.outputs.closing import closing_line
from headwater.outputs.copy_sheet import CopyLine, OriginSheet
from headwater.outputs.escaping import escaped, place
from headwater.outputs.laying_out import lay_out
from headwater.outputs.lines import rejected_line
from headwater.outputs.order import ordered
from headwater.outputs.points_markdown import grid, left_out, points, timeline
from headwater.outputs.sheet import StorySheet
from headwater.outputs.times import readable


def brief_markdown(brief: Brief) -> str:
    r"""Return the brief as one Markdown document that ends in a line break.

    >>> from headwater.model import Brief
    >>> brief_markdown(Brief(stories=(), pages=0, rejected=()))
    '# Brief\n\n0 pages, 0 articles, 0 stories, 0 origins\n'
    """
    lines = ["# Brief", "", escaped(closing_line(brief))]
    for story in lay_out(brief):
        lines += ["", *_story(story)]
    if brief.rejected:
        lines += ["", "## Rejected", ""]
        lines += [f"- {escaped(rejected_line(rejected))}" for rejected in ordered(brief).rejected]
    return "\n".join(lines) + "\n"


def _story(story: StorySheet) -> Iterator[str]:
    yield f"## {escaped(story.title)}"
    yield ""
    # The summary is of our own words and numbers alone: no string of a page stands inside HTML.
    yield from ("<details open>", f"<summary>{labels.header(story)}</summary>", "", *_origins(story), "", "</details>")
    yield from ("", escaped(labels.independence(story))) if labels.independence(story) else ()
    yield from ("", point_labels.tally(story.points)) if story.points else ()
    for status, heading, note in point_labels.HEADINGS:
        if story.of(status):
            yield from ("", f"### {heading}", "", note, "", *points(story, status))
    sections = (
        ("Who says what", grid(story.grid)),
        ("Left out", left_out(story)),
        ("Statements", _speakers(story)),
        ("Timeline", timeline(story)),
        ("Names", _names(story)),
    )
    for heading, section in sections:
        lines = tuple(section)
        if lines:
            yield from ("", f"### {heading}", "", *lines)


def _origins(story: StorySheet) -> Iterator[str]:
    for origin in story.origins:
        yield f"- {_origin(origin)}"
        yield from _tree(origin)
    if story.rests_on:
        yield "- Also rests on"
    for origin in story.rests_on:
        where = " ".join(place(rest.cite) for rest in origin.borrowed)
        yield f"  - {_origin(origin)} {where}"
    for shared in (*story.shared, *story.common):
        pair = f"{escaped(shared.a.outlet)} and {escaped(shared.b.outlet)}"
        where = f"{place(shared.a)} {place(shared.b)}"
        yield f"- {pair}: {escaped(labels.shared(shared))} {where}"


def _origin(origin: OriginSheet) -> str:
    reason = f"; {escaped(origin.reason)}" if origin.reason else ""
    return f"**{escaped(origin.name)}** ({labels.origin(origin)}{reason})"


def _tree(origin: OriginSheet) -> Iterator[str]:
    for line in origin.lines:
        margin = "  " * (1 + min(line.depth, 6))
        yield f"{margin}- {_copy(line)}"
        for credit in line.credits:
            where = " ".join(place(cite) for cite in credit.cites) or "outside the text"
            quoted = labels.quoted(escaped(credit.words))
            yield f"{margin}  - {credit.kind} {escaped(credit.agency)}: {quoted} {where}"
        for rest in line.rests:
            yield f"{margin}  - {escaped(labels.rests(rest))} {place(rest.cite)}"


def _copy(line: CopyLine) -> str:
    parts = [f"**{escaped(line.cite.outlet)}**"]
    parts += [escaped(labels.taken(line))] if line.tie else []
    parts += [escaped(readable(line.published))] if line.published else []
    return ", ".join(parts) + f" {place(line.cite)}"


def _speakers(story: StorySheet) -> Iterator[str]:
    for speaker in story.speakers:
        yield f"- **{escaped(labels.group(speaker))}**"
        for said in speaker.said:
            through = labels.passed_on(said) if speaker.kind == "named" else labels.behind(said)
            quote = labels.quoted(escaped(said.cite.quote))
            yield f"  - {escaped(labels.manner(said))}: {quote} {escaped(through)} {place(said.cite)}"


def _names(story: StorySheet) -> Iterator[str]:
    for name in story.names:
        spellings = ", ".join(
            f"{escaped(spelling.words)} {place(spelling.cite)}" if spelling.cite else escaped(spelling.words)
            for spelling in name.spellings
        )
        yield f"- **{escaped(name.name)}** ({labels.spread(name)}): {spellings}"
