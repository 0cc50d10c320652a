"""Tier 3, judgements by people: what somebody at the desk decided, kept as links that outrank the machine's.

A correction names pages and words, never articles or spans: pages do not change when they are read again by a later
version, so the correction still finds what it is about.

>>> told = correction("merge stories", groups=(("page1", "page2"),), person="Ana", made="2031-05-03T10:00:00Z")
>>> [(link.kind, link.a, link.b, link.verdict, link.by) for link in told.links]
[('same_story', 'page1', 'page2', 'yes', 'person')]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from headwater.model.digest import digest
from headwater.model.link import Link, LinkKind, Verdict

CorrectionKind = Literal[
    "merge stories",  # one group: the pages of one story
    "split story",  # two groups or more: pages that tell different stories
    "merge actors",  # one group: spellings of one actor
    "split actor",  # two groups or more: spellings of different actors
    "confirm copy",  # one group of two: the page that takes text, the page that it takes it from
    "undo copy",  # two groups of one page each: neither takes text from the other
    "confirm dispute",  # two quoted: their words cannot both hold
    "undo dispute",  # two quoted: their words do not contradict each other
    "note",  # words about a subject; judges nothing
    "undo",  # takes another correction back; an undo of an undo brings it back
]
LINK_KINDS: dict[str, LinkKind] = {
    "merge stories": "same_story",
    "split story": "same_story",
    "merge actors": "same_actor",
    "split actor": "same_actor",
    "confirm copy": "copies",
    "undo copy": "copies",
    "confirm dispute": "contradicts",
    "undo dispute": "contradicts",
}
PERSON = "person"
"""`Link.by` of a person's judgement; who it was, the correction says."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Quoted:
    """Words of a page, found again by themselves when the page is read anew (W3C `TextQuoteSelector`)."""

    page: str
    exact: str

    @property
    def id(self) -> str:
        """Digest of page and words: what links of corrections about words name."""
        return digest("quoted", self.page, self.exact)


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """One act of one person. Corrections are only ever added; taking one back is another."""

    id: str
    """Digest of everything else."""
    kind: CorrectionKind
    groups: tuple[tuple[str, ...], ...] = ()
    """Page ids, or spellings for actors: what stands in one group belongs together, what stands in two does not."""
    quoted: tuple[Quoted, ...] = ()
    """For disputes: the words of both sides."""
    subject: str = ""
    """What a note is about (`story:ID`, `article:ID`, `point:ID`, `actor:NAME`), or the id of the correction taken back."""
    note: str = ""
    person: str
    """Who decided, in their own words."""
    made: str
    """ISO 8601 instant in UTC, given by whoever records it: part of the evidence, not of any result."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The judgements that it makes: members of a group joined in a chain, groups held apart by their first members."""
        kind = LINK_KINDS.get(self.kind)
        if kind is None:
            return ()
        if self.quoted:
            verdict: Verdict = "yes" if self.kind == "confirm dispute" else "no"
            return tuple(_link(kind, a.id, b.id, verdict) for a, b in combinations(self.quoted, 2))
        joined = [_link(kind, a, b, "yes") for group in self.groups for a, b in pairwise(group)]
        heads = [group[0] for group in self.groups if group]
        return (*joined, *(_link(kind, a, b, "no") for a, b in combinations(heads, 2)))


def correction(  # noqa: PLR0913 - the fields of the record but for its id
    kind: CorrectionKind,
    *,
    groups: tuple[tuple[str, ...], ...] = (),
    quoted: tuple[Quoted, ...] = (),
    subject: str = "",
    note: str = "",
    person: str,
    made: str,
) -> Correction:
    """Return the correction with its id.

    >>> correction("note", subject="story:s1", note="Check the toll.", person="Ana", made="2031-05-03T10:00:00Z").links
    ()
    """
    parts = [*("\n".join(group) for group in groups), *(each.id for each in quoted)]
    return Correction(
        id=digest("correction", kind, len(groups), *parts, subject, note, person, made),
        kind=kind,
        groups=groups,
        quoted=quoted,
        subject=subject,
        note=note,
        person=person,
        made=made,
    )


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the corrections that hold, in the order in which they were made: those not taken back, undos left out.

    >>> first = correction("note", subject="story:s1", note="Check.", person="Ana", made="2031-05-03T10:00:00Z")
    >>> undo = correction("undo", subject=first.id, person="Ana", made="2031-05-03T11:00:00Z")
    >>> standing([first]) == (first,), standing([first, undo])
    (True, ())
    """
    every = tuple(dict.fromkeys(corrections))
    gone = taken_back(every)
    return tuple(each for each in every if each.kind != "undo" and each.id not in gone)


def taken_back(corrections: Sequence[Correction]) -> dict[str, Correction]:
    """Return by the id of each correction that is taken back the undo that does it; given in the order in which they were made.

    An undo that is taken back itself takes nothing back.

    >>> undo = correction("undo", subject="c1", person="Ana", made="2031-05-03T11:00:00Z")
    >>> taken_back([undo]) == {"c1": undo}
    True
    """
    gone: dict[str, Correction] = {}
    for each in reversed(corrections):
        if each.kind == "undo" and each.id not in gone:
            gone[each.subject] = each
    return gone


def _link(kind: LinkKind, a: str, b: str, verdict: Verdict) -> Link:
    return Link(kind=kind, a=a, b=b, verdict=verdict, score=1.0, by=PERSON, reason="a person's judgement")
