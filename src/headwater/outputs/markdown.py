"""Brief → Markdown (CommonMark) in which no character of a page can become markup, a link or HTML.

>>> from headwater.outputs.sample import sample_brief
>>> print(brief_markdown(sample_brief()).splitlines()[0])
# Brief
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.model import Brief, Status
from headwater.outputs import labels
from headwater.outputs.cite import Cite
from headwater.outputs.closing import closing_line, number
from headwater.outputs.copy_sheet import CopyLine, OriginSheet
from headwater.outputs.laying_out import lay_out
from headwater.outputs.lines import rejected_line
from headwater.outputs.order import ordered
from headwater.outputs.sheet import AnswerSheet, StorySheet
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#$^{}]")
_LINK = re.compile(r":(?=//)|(?<=[Ww])\.|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_LIST = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")
_JOINER = "\N{WORD JOINER}"
_HEADINGS: tuple[tuple[Status, str], ...] = (
    ("disputed", "Disputed"),
    ("agreed", "Agreed"),
    ("single", "Only one origin"),
)


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


def escaped(text: str) -> str:
    r"""Return words of a page as one line of Markdown that shows exactly these words.

    A word joiner (U+2060, invisible) follows each “@”, so that no address is linked and nobody is notified.
    Source: CommonMark 0.31, backslash escapes; GitHub Flavored Markdown, autolinks.

    >>> escaped("<b>*[x](http://y)* 1. it")
    '\\<b\\>\\*\\[x\\](http\\://y)\\* 1. it'
    >>> escaped("1. it")
    '1\\. it'
    """
    line = _MARKUP.sub(lambda match: "\\" + match.group(), one_line(text))
    line = _LINK.sub(lambda match: "\\" + match.group(), line).replace("@", "@" + _JOINER)
    opening = _LIST.match(line)
    if opening is None:
        return line
    start = opening.group()
    return f"{start}\\{line[len(start) :]}" if start.isdigit() else f"\\{line}"


def _story(story: StorySheet) -> Iterator[str]:
    yield f"## {escaped(story.title)}"
    yield ""
    # The summary is of our own words and numbers alone: no string of a page stands inside HTML.
    yield from ("<details open>", f"<summary>{labels.header(story)}</summary>", "", *_origins(story), "", "</details>")
    yield from ("", escaped(labels.independence(story))) if labels.independence(story) else ()
    yield from ("", labels.tally(story)) if story.points else ()
    for status, heading in _HEADINGS:
        if story.of(status):
            yield from ("", f"### {heading}", "", *_points(story, status))
    sections = (
        ("Left out", _left_out(story)),
        ("Statements", _speakers(story)),
        ("Timeline", _timeline(story)),
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
        places = " ".join(_place(rest.cite) for rest in origin.borrowed)
        yield f"  - {_origin(origin)} {places}"
    for shared in (*story.shared, *story.common):
        pair = f"{escaped(shared.a.outlet)} and {escaped(shared.b.outlet)}"
        places = f"{_place(shared.a)} {_place(shared.b)}"
        yield f"- {pair}: {escaped(labels.shared(shared))} {places}"


def _origin(origin: OriginSheet) -> str:
    reason = f"; {escaped(origin.reason)}" if origin.reason else ""
    return f"**{escaped(origin.name)}** ({labels.origin(origin)}{reason})"


def _tree(origin: OriginSheet) -> Iterator[str]:
    for line in origin.lines:
        margin = "  " * (1 + min(line.depth, 6))
        yield f"{margin}- {_copy(line)}"
        for credit in line.credits:
            where = " ".join(_place(cite) for cite in credit.cites) or "outside the text"
            quoted = labels.quoted(escaped(credit.words))
            yield f"{margin}  - {credit.kind} {escaped(credit.agency)}: {quoted} {where}"
        for rest in line.rests:
            yield f"{margin}  - {escaped(labels.rests(rest))} {_place(rest.cite)}"


def _copy(line: CopyLine) -> str:
    parts = [f"**{escaped(line.cite.outlet)}**"]
    parts += [escaped(labels.taken(line))] if line.tie else []
    parts += [escaped(readable(line.published))] if line.published else []
    return ", ".join(parts) + f" {_place(line.cite)}"


def _points(story: StorySheet, status: Status) -> Iterator[str]:
    for point in story.of(status):
        doubts = f"; {escaped(labels.doubts(point))}" if point.doubts else ""
        if status != "disputed":
            for answer in point.answers:
                yield from _answer(answer, "", voices=status == "agreed", doubts=doubts)
            continue
        counted = f"{escaped(point.reason)}, {number(point.voices, 'voice')}"
        yield f"- **{escaped(labels.values(point))}** ({counted}{doubts})"
        for answer in point.answers:
            yield from _answer(answer, "  ", voices=True)


def _answer(answer: AnswerSheet, margin: str, *, voices: bool, doubts: str = "") -> Iterator[str]:
    counted = (f" ({number(answer.voices, 'voice')})" if voices else "") + doubts
    yield f"{margin}- **{escaped(answer.value)}**{counted}"
    for first, *others in answer.same_words():
        quote = "" if first.cite.quote == answer.value else f": {labels.quoted(escaped(first.cite.quote))}"
        yield f"{margin}  - {escaped(labels.behind(first))}{quote} {_place(first.cite)}"
        for said in others:
            yield f"{margin}    - same words: {escaped(labels.behind(said))} {_place(said.cite)}"


def _left_out(story: StorySheet) -> Iterator[str]:
    for left in story.left_out:
        yield f"- **{escaped(left.outlet)}**"
        for point in left.points:
            places = " ".join(_place(answer.said[0].cite) for answer in point.answers if answer.said)
            yield f"  - {escaped(labels.values(point))} {places}"


def _speakers(story: StorySheet) -> Iterator[str]:
    for speaker in story.speakers:
        yield f"- **{escaped(labels.group(speaker))}**"
        for said in speaker.said:
            through = labels.passed_on(said) if speaker.kind == "named" else labels.behind(said)
            quote = labels.quoted(escaped(said.cite.quote))
            yield f"  - {escaped(labels.manner(said))}: {quote} {escaped(through)} {_place(said.cite)}"


def _timeline(story: StorySheet) -> Iterator[str]:
    for moment in story.timeline:
        reported = f", reported {readable(moment.published)}" if moment.published else ""
        quote = labels.quoted(escaped(moment.cite.quote))
        where = escaped(f"{moment.cite.outlet}{reported}")
        yield f"- **{escaped(readable(moment.when))}** {quote} {where} {_place(moment.cite)}"


def _names(story: StorySheet) -> Iterator[str]:
    for name in story.names:
        spellings = ", ".join(
            f"{escaped(spelling.words)} {_place(spelling.cite)}" if spelling.cite else escaped(spelling.words)
            for spelling in name.spellings
        )
        yield f"- **{escaped(name.name)}** ({labels.spread(name)}): {spellings}"


def _place(cite: Cite) -> str:
    return f"({escaped(cite.place)})"
