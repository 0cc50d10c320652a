"""The origins of a story → lines on a terminal: who took from whom, how much, and the words that show it.

>>> from rich.console import Console
>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> from headwater.outputs.screen import print_line
>>> for line in tree(lay_out(sample_brief())[0].origins[0]):
...     print_line(line, Console(width=100, color_system=None))
  The Daily Tern  outlet, 2 articles, passages in 1 other article; copied share
    [1] The Daily Tern  12 May 2031  tern.html
      [2] copy: Harbour Post  100 % from The Daily Tern (earlier)  12 May 2031  harbour.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.outputs import labels
from headwater.outputs.cite import Cite
from headwater.outputs.closing import number
from headwater.outputs.copy_sheet import CopyLine, OriginSheet, SharedText, Twin
from headwater.outputs.screen import Line, heading, item, more
from headwater.outputs.sheet import StorySheet
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, short

_DEEPEST = 6
"""Steps of a tree that are set in; deeper ones stand below each other."""
_QUOTE = 100


def origins_section(story: StorySheet, *, full: bool) -> Iterator[Line]:
    """Yield the origins of a story with their trees, what else passages rest on, and what is shared without a copy."""
    yield from heading("Origins", len(story.origins))
    for origin in story.origins:
        yield from tree(origin)
    yield from also_rests_on(story.rests_on, full=full)
    yield from shared_lines(story, full=full)


def tree(origin: OriginSheet, *, passages: int = 0) -> Iterator[Line]:
    """Yield an origin and its articles, each under the one that it takes most from, with up to `passages` of them."""
    reason = f"; {one_line(origin.reason)}" if origin.reason else ""
    if origin.alone:
        (line,) = origin.lines
        lent = f"; {labels.lent(origin)}" if origin.borrowed else ""
        yield item(2, *_article(line), (f"  {one_line(origin.reason)}{lent}", "dim"))
        yield from _evidence(4, line, passages)
        return
    yield item(2, (one_line(origin.name), "bold"), (f"  {labels.origin(origin)}{reason}", "dim"))
    for line in origin.lines:
        indent = 4 + 2 * min(line.depth, _DEEPEST)
        yield item(indent, *_article(line))
        yield from _evidence(indent + 2, line, passages)


def _evidence(indent: int, line: CopyLine, passages: int) -> Iterator[Line]:
    """The credits of an article, what it rests on, and what it shares with the one above it."""
    for credit in line.credits:
        where = " ".join(cite.mark for cite in credit.cites) or "outside the text"
        quoted = labels.quoted(short(credit.words, _QUOTE))
        yield item(indent, (f"{credit.kind} {one_line(credit.agency)}: {quoted}", ""), (f"  {where}", "dim"))
    for rest in line.rests:
        where = "" if passages else f"  {rest.cite.mark}"
        yield item(indent, (one_line(labels.rests(rest)), "yellow"), (where, "dim"))
        for cite in _longest(rest.passages, passages):
            yield item(indent + 2, (labels.quoted(short(cite.quote, _QUOTE)), ""), (f"  {cite.mark}", "dim"))
        yield from more(indent + 2, len(rest.passages) - passages if passages else 0)
    yield from _twins(indent, line.twins, passages)


def _longest(passages: Sequence[Cite], limit: int) -> list[Cite]:
    """The longest passages, in the order of the text."""
    longest = sorted(passages, key=lambda cite: cite.spans[0].start - cite.spans[0].end)[:limit]
    return sorted(longest, key=lambda cite: cite.spans[0])


def also_rests_on(origins: Sequence[OriginSheet], *, full: bool) -> Iterator[Line]:
    """Yield the origins that hold no article; words that articles share are counted, or with `full` listed."""
    words = [origin for origin in origins if origin.words]
    listed = [origin for origin in origins if full or not origin.words]
    if listed:
        yield item(2, ("Also rests on", "underline"), (f"  {len(listed):,}", "dim"))
    for origin in listed:
        reason = f"; {one_line(origin.reason)}" if origin.reason else ""
        places = " ".join(rest.cite.mark for rest in origin.borrowed)
        yield item(
            4,
            (one_line(origin.name), "bold"),
            (f"  {labels.origin(origin)}{reason}", "dim"),
            (f"  {places}", "dim"),
        )
    if words and not full:
        yield item(
            2, (f"{number(len(words), 'passage')} of no known source that articles share (--full lists them)", "dim")
        )


def shared_lines(story: StorySheet, *, full: bool, passages: int = 0) -> Iterator[Line]:
    """Yield pairs of different origins that share text, then quotations and notices: a count, or with `full` each."""
    for pair in story.shared:
        yield from _pair(pair, passages, "yellow")
    if story.common and not full:
        yield item(2, (f"{labels.no_copies(story.common)} (--full lists them)", "dim"))
    for pair in story.common if full else ():
        yield from _pair(pair, passages, "dim")


def _pair(pair: SharedText, passages: int, style: str) -> Iterator[Line]:
    names = f"{one_line(pair.a.outlet)} and {one_line(pair.b.outlet)}"
    label = f"  {one_line(labels.shared(pair))}"
    yield item(2, (names, ""), (label, style), (f"  {pair.a.mark} {pair.b.mark}", "dim"))
    yield from _twins(4, pair.twins, passages)


def _article(line: CopyLine) -> Iterator[tuple[str, str]]:
    yield (f"{line.cite.mark} ", "dim")
    yield ("copy: " if line.depth else "", "dim")
    yield (one_line(line.cite.outlet), "bold")
    taken = labels.taken(line)
    if taken:
        yield (f"  {one_line(taken)}", "yellow" if line.tie == "undecided" else "")
    if line.published:
        yield (f"  {one_line(readable(line.published))}", "dim")
    if line.cite.file != line.cite.outlet:
        yield (f"  {one_line(line.cite.file)}", "dim")


def _twins(indent: int, twins: Sequence[Twin], limit: int) -> Iterator[Line]:
    originals = {twin.copy: twin.original for twin in twins}
    for copy in _longest(tuple(originals), limit):
        words = labels.quoted(short(copy.quote, _QUOTE))
        yield item(indent, (f"shared: {words}", ""), (f"  {copy.mark} = {originals[copy].mark}", "dim"))
    if limit:
        yield from more(indent, len(originals) - limit)
