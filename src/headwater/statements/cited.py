"""“The Herald, citing two officials, reported that it rained”: the officials speak, inside the Herald's report.

Readers find two attributions of the Herald here, and in one of them the officials are what is said. Attributions of a
text enter; the same leave, with those who are cited as sources of what is reported on their word.

>>> text = "The Herald, citing two officials, reported that it rained."
>>> from headwater.statements.rules import RuleReader
>>> found = with_cited(text, RuleReader().attributions(text, [Span(start=0, end=len(text))], "text"))
>>> [(each.source[0].of(text), each.cue[0].of(text), each.content[0].of(text)) for each in found]
[('two officials', 'citing', 'that it rained'), ('The Herald', 'reported', 'that it rained')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.model import Span
from headwater.statements import words
from headwater.statements.attribution import Attribution
from headwater.statements.nesting import CITING, ONE_SENTENCE, SENTENCE_END
from headwater.statements.sources import unnamed

NEAR = 3
"""How many attributions before or after the one that cites may be the report."""
LONGEST = 120
"""Characters of a phrase that names a source."""
WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
PAPERS = frozenset(
    "report reports statement statements document documents letter memo study survey transcript testimony data figures "
    "source sources agency newspaper website broadcaster channel".split()
)
TELLING = words.TITLES | words.GROUPS | words.UNNAMED | PAPERS


def with_cited(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions in which who is cited in support of a report is the source of what is reported.

    Changed is only what cites somebody (people, a title, a group, a paper, a name) in the sentence of a report by the
    same source. `nesting.parents` then puts it inside the report. Order and number stay; time is linear.
    """
    order = sorted(range(len(found)), key=lambda at: (found[at].start, at))
    changed = list(found)
    for place, at in enumerate(order):
        each = found[at]
        if not _cites(text, each) or not _somebody(text, each.content[0]):
            continue
        near = [found[other] for other in order[max(0, place - NEAR) : place + NEAR + 1] if other != at]
        report = min(
            (other for other in near if _reports(text, other, each)),
            key=lambda other: (abs(other.cue[0].start - each.cue[0].start), other.start),
            default=None,
        )
        if report is not None:
            anonymous = unnamed(each.content[0].of(text))
            changed[at] = replace(
                each, source=each.content, content=report.content, form=report.form, anonymous=anonymous
            )
    return changed


def _cites(text: str, each: Attribution) -> bool:
    return len(each.cue) == 1 and len(each.content) == 1 and CITING.search(each.cue[0].of(text)[:LONGEST]) is not None


def _somebody(text: str, span: Span) -> bool:
    """Say whether a phrase names a source: its first words have a telling head or are a name, and nothing is quoted."""
    if span.end - span.start > LONGEST:
        return False
    phrase = span.of(text)
    heads = [found.group() for found in WORD.finditer(phrase)][:6]
    if not heads or any(mark in phrase for mark in '“”"«»„'):
        return False
    named = all(head[0].isupper() for head in heads[:2])
    return named or any(head.lower() in TELLING or head.lower().removesuffix("s") in words.TITLES for head in heads)


def _reports(text: str, other: Attribution, each: Attribution) -> bool:
    """Say whether an attribution is the report that somebody is cited in support of."""
    if not other.cue or not other.content or _cites(text, other):
        return False
    if each.source and each.source != other.source:
        return False
    first, last = sorted((other.cue[0].start, each.cue[0].start))
    apart = last - first > ONE_SENTENCE or SENTENCE_END.search(text, first, last) is not None
    return not apart and not any(span.overlaps(each.content[0]) for span in other.content)
