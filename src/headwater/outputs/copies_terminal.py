"""The copies of a collection → text on a terminal: per story its origins as trees, at the end what is shared across.

>>> from headwater.outputs.sample import sample_brief
>>> copies_terminal(sample_brief(), (), Console(width=120, color_system=None))
Boats sink at Quill Bay
3 articles → 2 origins
  The Daily Tern  outlet, 2 articles, passages in 1 other article; copied share
    [1] The Daily Tern  12 May 2031  tern.html
      [2] copy: Harbour Post  100 % from The Daily Tern (earlier)  12 May 2031  harbour.html
        shared: “Nine boats sank,” said Ana Ruz. The harbour closed. The crews slept ashore. “Pray for us all…
          [2]:0-119 = [1]:0-119
  [3] Quill Mail  12 May 2031  mail.html  no shared text
    17 % rests on The Daily Tern (the passage stands there)
      “The crews slept ashore.”  [3]:41-64
    21 % rests on Gull Press (“Gull Press reports”)
      “Wind grew, Gull Press reports.”  [3]:108-138
  Also rests on  1
    Gull Press  agency, passages in 1 article; cited  [3]:108-138
  1 shared quotation: no copy (--full lists them)
<BLANKLINE>
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console

from headwater.model import Brief, Link
from headwater.outputs import labels
from headwater.outputs.copying import CopyReport, lay_out_copies
from headwater.outputs.lines import copy_line
from headwater.outputs.origins_section import also_rests_on, shared_lines, tree
from headwater.outputs.screen import Line, blank, heading, item, more, print_line
from headwater.outputs.sheet import StorySheet
from headwater.outputs.visible import one_line

_ALL = 10**9
_PASSAGES = 2
_ACROSS = 20


def copies_terminal(brief: Brief, links: Iterable[Link], console: Console, *, full: bool = False) -> None:
    """Print who took text from whom, how much, which passages, and the words that show it.

    `links` are those of the whole collection; articles that tell no story with others and share nothing are counted, and
    with `full` shown, as are all passages, quotations and notices.

    >>> from headwater.model import Brief
    >>> copies_terminal(Brief(stories=(), pages=0, rejected=()), (), Console(width=60, color_system=None))
    """
    for line in _report(lay_out_copies(brief, links, full=full), full=full):
        print_line(line, console)


def _report(report: CopyReport, *, full: bool) -> Iterator[Line]:
    for story in report.stories:
        yield from _story(story, full=full)
        yield blank()
    yield from _across(report, full=full)
    if report.alone:
        yield item(0, (report.lone, "dim"))


def _story(story: StorySheet, *, full: bool) -> Iterator[Line]:
    passages = _ALL if full else _PASSAGES
    yield item(0, (one_line(story.title), "bold reverse"))
    yield item(0, (labels.header(story), "cyan"))
    yield from (item(0, (label, "yellow")) for label in (labels.independence(story),) if label)
    for origin in story.origins:
        yield from tree(origin, passages=passages)
    yield from also_rests_on(story.rests_on, full=full)
    yield from shared_lines(story, full=full, passages=passages)


def _across(report: CopyReport, *, full: bool) -> Iterator[Line]:
    """Copies between stories, one line each; quotations and notices counted, or with `full` listed."""
    copies = [shared for shared in report.across if shared[1].tie is not None]
    words = [shared for _, shared in report.across if shared.tie is None]
    if report.across:
        yield from heading("Across stories", len(report.across))
    for link, _ in report.across if full else copies[:_ACROSS]:
        yield item(2, (copy_line(link, report.articles), ""))
    if not full:
        yield from more(2, len(copies) - _ACROSS)
        yield from (item(2, (f"{labels.no_copies(words)} (--full lists them)", "dim")) for _ in words[:1])
    if report.across:
        yield blank()
