"""The list of corrections: who decided what and when, what still holds, and a button to take it back or bring it back.

>>> from headwater.model import correction
>>> merge = correction("merge stories", groups=(("p1", "p2"),), person="Ana", made="2031-05-03T10:00:00Z")
>>> undo = correction("undo", subject=merge.id, person="Odo", made="2031-05-03T11:00:00Z")
>>> [(entry.words, entry.holds, entry.ended_by) for entry in entries((merge, undo))]
[('took back: 2 reports are one story', True, ''), ('2 reports are one story', False, 'Odo')]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from headwater.model import Correction, taken_back
from headwater.outputs.closing import number
from headwater.outputs.visible import short
from headwater.web.asked import Asked
from headwater.web.drawing import Message
from headwater.web.site import Site

_PAGE = 100
_DONE = {
    "merge stories": "Merged.",
    "split story": "Split off.",
    "merge actors": "The names are one now.",
    "split actor": "The names are apart now.",
    "confirm copy": "Confirmed as a copy.",
    "undo copy": "No longer counted as a copy.",
    "confirm dispute": "Confirmed as a dispute.",
    "undo dispute": "No longer counted as a dispute.",
    "note": "Noted.",
    "undo": "Taken back.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One line of the audit list."""

    correction: Correction
    words: str
    holds: bool
    """It has not been taken back; an undo holds while what it took back is gone."""
    ended_by: str
    """Who took it back; empty where it holds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditPage:
    """Corrections, the latest first."""

    template: ClassVar[str] = "corrections.html.j2"
    entries: tuple[Entry, ...]
    total: int
    skipped: int
    following: int
    """How many to skip for the next page; 0 on the last."""


def audit_page(site: Site, asked: Asked) -> AuditPage:
    """Return the audit list, `skip` the latest so many."""
    every = entries(site.desk.corrections())
    skipped = asked.number("skip")
    shown = every[skipped : skipped + _PAGE]
    following = skipped + _PAGE if len(every) > skipped + _PAGE else 0
    return AuditPage(entries=shown, total=len(every), skipped=skipped, following=following)


def entries(corrections: Sequence[Correction]) -> tuple[Entry, ...]:
    """Return corrections, the latest first, each with whether it still holds."""
    by_id = {each.id: each for each in corrections}
    enders = taken_back(corrections)
    return tuple(
        Entry(
            correction=each,
            words=told(each, by_id.get(each.subject)),
            holds=each.id not in enders,
            ended_by=enders[each.id].person if each.id in enders else "",
        )
        for each in reversed(corrections)
    )


def told(correction: Correction, undone: Correction | None = None) -> str:
    """Return what a correction says, in plain words; `undone` is what an undo takes back."""
    sizes = [len(group) for group in correction.groups]
    kind = correction.kind
    if kind == "undo":
        return f"took back: {told(undone)}" if undone else "took back a correction that is not here"
    if kind == "merge stories":
        return f"{number(sum(sizes), 'report')} are one story"
    if kind == "split story":
        return f"{' and '.join(map(str, sizes))} reports tell different stories"
    if kind in {"merge actors", "split actor"}:
        between = " are not " if kind == "split actor" else " and "
        shown = between.join(", ".join(group) for group in correction.groups)
        return f"{shown}{' are one' if kind == 'merge actors' else ''}"
    if kind in {"confirm copy", "undo copy"}:
        return "one report takes text from another" if kind == "confirm copy" else "neither report takes from the other"
    if kind in {"confirm dispute", "undo dispute"}:
        joined = " / ".join(f"“{short(each.exact, 90)}”" for each in correction.quoted[:2])
        return f"{joined} {'cannot both hold' if kind == 'confirm dispute' else 'do not contradict each other'}"
    return correction.note


def message_of(corrections: Sequence[Correction], made: str) -> Message | None:
    """Return what to say after a correction with this id was made; None where there is none, or it was taken back."""
    found = next((each for each in corrections if each.id == made), None)
    if found is None or found.id in taken_back(corrections):
        return None
    return Message(words=_DONE[found.kind], correction=found.id, undo="Bring back" if found.kind == "undo" else "Undo")
