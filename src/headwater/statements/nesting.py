"""Attributions of one text → which one each is reported inside: the parent pointers of the attribution chain.

Whatever found the spans, a network included: contents may overlap, be the same, or leave out who speaks inside them.

>>> from headwater.statements.rules import RuleReader
>>> text = "Ana Ruiz told the Gazette that Bo Lund had said it rained."
>>> parents(text, RuleReader().attributions(text, [Span(start=0, end=len(text))], "text"))
[None, 0]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from headwater.model import Span, Spans
from headwater.statements.attribution import Attribution

PAPER = re.compile(
    r"(?:the|these|those) (?:(?:media|news|press|same|earlier) )?(?:reports?|accounts?|newspapers?|outlets?|papers?)",
    re.IGNORECASE,
)
REPORTED = re.compile(r"\breport(?:s|ed|ing)?\b", re.IGNORECASE)
BACK = 6
"""How many attributions back “the reports” may point."""
DEEPEST = 32
"""Contents open at one place; deeper ones come from a fault, not from a newsroom."""
ACCORDING = re.compile(r"\b(?:according to|as per|per)\b", re.IGNORECASE)
CITING = re.compile(r"\b(?:cit(?:ing|es|ed)|quot(?:ing|es|ed))\b", re.IGNORECASE)
ONE_SENTENCE = 300
"""Characters between two cues of one sentence."""
SENTENCE_END = re.compile(r"[.!?][”’\"']?\s|\n")
SHARING = re.compile(r"(?:\w+ly )?\w+ing\b")
LED = re.compile(r"(?:[,—–]|\b(?:and|but|while)) *$")
TOUCHING = re.compile(r"[\s,“‘\"'«]*")
"""All that may stand between a source and the content that was cut right behind it."""


def parents(text: str, found: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the place of the one that it is reported inside, None for none; never in a circle.

    One lies inside another where

    - the other's content holds its cue, and its source, if it has one, in any of the content's runs or cut off right
      before them: of several the innermost;
    - both report the same words in one sentence, and it is the one cited or quoted in support (“The Herald, citing two
      officials, reported”: the officials speak inside the Herald's report), or the other says according to whom
      (“according to the Herald, officials said”);
    - its source is “the reports”: then the other is what was reported last.

    Where two lie inside each other, the one that says according to whom is the outer one; else neither is.
    `found` may be in any order; time is linear in its length but for sorting.
    """
    inside = _by_content(text, found)
    _by_rank(text, found, inside)
    _by_reports(text, found, inside)
    for loop in _loops(inside):
        ranks = sorted((_rank(text, found[at]), at) for at in loop)
        outermost = ranks[:1] if ranks[0][0] < ranks[1][0] else ranks
        for _, at in outermost:
            inside[at] = None
    return inside


def _by_reports(text: str, found: Sequence[Attribution], inside: list[int | None]) -> None:
    order = sorted(range(len(found)), key=lambda at: (found[at].start, at))
    for place, at in enumerate(order):
        source = found[at].source
        if inside[at] is None and source and PAPER.fullmatch(text, source[0].start, source[0].end):
            before = order[max(0, place - BACK) : place]
            inside[at] = next((back for back in reversed(before) if _cue_has(REPORTED, text, found[back])), None)


def _cue_has(pattern: re.Pattern[str], text: str, other: Attribution) -> bool:
    return any(pattern.search(text, span.start, span.end) for span in other.cue)


def _by_content(text: str, found: Sequence[Attribution]) -> list[int | None]:
    """One walk over the beginnings of all contents and cues, with a stack of the contents that are open."""
    runs = sorted((span.start, -span.end, at) for at, each in enumerate(found) for span in each.content)
    order = sorted((min(each.cue), at) for at, each in enumerate(found) if each.cue)
    contents = [tuple(sorted(each.content)) for each in found]
    inside: list[int | None] = [None] * len(found)
    stack: list[tuple[int, int]] = []
    place = 0
    for cue, at in order:
        while place < len(runs) and runs[place][0] <= cue.start:
            stack.append((-runs[place][1], runs[place][2]))
            place += 1
            if len(stack) > DEEPEST:
                stack = [entry for entry in stack if entry[0] > cue.start][-DEEPEST:]
        stack = [entry for entry in stack if entry[0] > cue.start]
        holders = (owner for _, owner in reversed(stack) if owner != at)
        inside[at] = next((each for each in holders if _holds(text, found[each], contents[each], found[at])), None)
    return inside


def _holds(text: str, outer: Attribution, content: Spans, inner: Attribution) -> bool:
    if not all(_held(content, cue) for cue in inner.cue):
        return False
    first = inner.cue[0]
    if (
        not inner.source
        and SHARING.match(text, first.start, first.end)
        and LED.search(text[max(0, first.start - 8) : first.start])
    ):
        return False  # “…, adding that”: the outer speaker goes on, and the outer content was cut too far
    taken = (*outer.source, *outer.cue)
    return all(_held(content, source) or _cut_off(text, content, source, taken) for source in inner.source)


def _held(content: Spans, span: Span) -> bool:
    at = bisect_right(content, span.start, key=lambda run: run.start) - 1
    return at >= 0 and content[at].contains(span)


def _cut_off(text: str, content: Spans, source: Span, taken: Iterable[Span]) -> bool:
    """Say whether a content begins right behind a source that is somebody else's than the content's own."""
    if any(source.overlaps(span) for span in taken):
        return False
    at = bisect_right(content, source.end - 1, key=lambda run: run.start)
    following = content[at] if at < len(content) else None
    close = following is not None and source.end <= following.start <= source.end + 4
    return close and following is not None and TOUCHING.fullmatch(text, source.end, following.start) is not None


def _by_rank(text: str, found: Sequence[Attribution], inside: list[int | None]) -> None:
    """Attributions of the same words: who is cited lies within who says so, both within who it is according to."""
    same: dict[Spans, list[tuple[int, int, int]]] = {}
    for at, each in enumerate(found):
        if each.cue and each.content:
            same.setdefault(each.content, []).append((_rank(text, each), min(each.cue).start, at))
    for group in same.values():
        group.sort()
        outer: dict[int, tuple[int, int]] = {}
        for rank, start, at in group:
            above = [outer[higher] for higher in range(rank) if higher in outer]
            if above and inside[at] is None:
                near = min(above, key=lambda other: abs(other[0] - start))
                inside[at] = near[1] if _together(text, near[0], start) else None
            outer.setdefault(rank, (start, at))


def _rank(text: str, each: Attribution) -> int:
    return 0 if _cue_has(ACCORDING, text, each) else 2 if _cue_has(CITING, text, each) else 1


def _together(text: str, one: int, two: int) -> bool:
    first, last = sorted((one, two))
    return last - first <= ONE_SENTENCE and SENTENCE_END.search(text, first, last) is None


def _loops(inside: Sequence[int | None]) -> list[list[int]]:
    """Return the circles among the pointers; each place is walked over once."""
    loops: list[list[int]] = []
    done: set[int] = set()
    for start in range(len(inside)):
        path: dict[int, int] = {}
        at: int | None = start
        while at is not None and at not in done and at not in path:
            path[at] = len(path)
            at = inside[at]
        if at is not None and at in path:
            loops.append([place for place, step in path.items() if step >= path[at]])
        done.update(path)
    return loops
