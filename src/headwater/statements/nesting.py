"""Attributions of one text → which one each is reported inside: the parent pointers of the attribution chain.

>>> from headwater.statements.rules import RuleReader
>>> text = "Ana Ruiz told the Gazette that Bo Lund had said it rained."
>>> parents(text, RuleReader().attributions(text, [Span(start=0, end=len(text))], "text"))
[None, 0]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.model import Span
from headwater.statements.attribution import Attribution

PAPER = re.compile(
    r"(?:the|these|those) (?:(?:media|news|press|same|earlier) )?(?:reports?|accounts?|newspapers?|outlets?|papers?)",
    re.IGNORECASE,
)
REPORTED = re.compile(r"\breport(?:s|ed|ing)?\b", re.IGNORECASE)
BACK = 6
"""How many attributions back “the reports” may point."""


def parents(text: str, found: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the place of the one that it is reported inside, None for none.

    Inside means that one run of the other's content holds its cue and its source, or that its source is “the reports”
    and the other is what was reported last. `found` is in order of place; a parent never lies inside its child.
    """
    inside = _by_content(found)
    for at, each in enumerate(found):
        if inside[at] is None and each.source and PAPER.fullmatch(each.source[0].of(text)):
            inside[at] = next(
                (back for back in range(at - 1, max(-1, at - 1 - BACK), -1) if _reported(text, found[back])), None
            )
    return [None if parent is not None and _circular(inside, at) else parent for at, parent in enumerate(inside)]


def _reported(text: str, other: Attribution) -> bool:
    return any(REPORTED.search(span.of(text)) for span in other.cue)


def _by_content(found: Sequence[Attribution]) -> list[int | None]:
    """One walk over the beginnings of all contents and cues, with a stack of the contents that are open."""
    runs = sorted((span.start, -span.end, at) for at, each in enumerate(found) for span in each.content)
    order = sorted((each.cue[0].start, at) for at, each in enumerate(found) if each.cue)
    inside: list[int | None] = [None] * len(found)
    stack: list[tuple[Span, int]] = []
    place = 0
    for start, at in order:
        while place < len(runs) and runs[place][0] <= start:
            span = Span(start=runs[place][0], end=-runs[place][1])
            stack.append((span, runs[place][2]))
            place += 1
        stack = [entry for entry in stack if entry[0].end > start]
        own = (*found[at].cue, *found[at].source)
        holders = [owner for span, owner in stack if owner != at and all(span.contains(each) for each in own)]
        inside[at] = holders[-1] if holders else None
    return inside


def _circular(inside: Sequence[int | None], start: int) -> bool:
    seen = {start}
    at = inside[start]
    while at is not None:
        if at in seen:
            return at == start
        seen.add(at)
        at = inside[at]
    return False
