"""Copy links that decide nothing → the words that stand in articles of several origins and are shown to be none of theirs.

A passage that two articles share and nobody is shown to have written, a statement or a press release that both quote:
wherever they are printed, they are one voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.copies.families import components
from headwater.model import Link, Passage, Spans, digest
from headwater.origins.stretches import merged
from headwater.origins.takings import MOSTLY, CopyLinks, Place, telling


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedWords:
    """One run of words that stands in several articles."""

    places: Mapping[str, Spans]
    """Article → where they stand in it."""
    quoted: bool
    """Whether all that is known of them is that several quote them."""


def find_shared_words(copies: CopyLinks, group_of: Mapping[str, int]) -> list[SharedWords]:
    """Return the words that articles of different groups share without a known source; places that overlap are one.

    Passages that other links trace to one group on both sides are no riddle and left out.
    """
    drafts = [
        (places, quoted)
        for quoted, links in ((False, copies.undecided), (True, copies.quoted))
        for link in links
        for passage in telling(link, copies.articles)
        if (places := _places(link, passage, copies, group_of))
    ]
    found = []
    for members in components(len(drafts), _overlaps([places for places, _ in drafts])):
        everywhere = defaultdict(list)
        for place in sorted({place for member in members for place in drafts[member][0]}):
            everywhere[place.article].append(place.span)
        found.append(
            SharedWords(
                places={article: merged(spans) for article, spans in everywhere.items()},
                quoted=all(drafts[member][1] for member in members),
            )
        )
    return found


def pool(shared: Iterable[SharedWords]) -> dict[str, list[SharedWords]]:
    """Return shared words by the origin that they are: those that the same articles share are taken to be one voice's."""
    held: defaultdict[tuple[bool, tuple[str, ...]], list[SharedWords]] = defaultdict(list)
    for words in shared:
        held[words.quoted, tuple(sorted(words.places))].append(words)
    return {
        digest("origin", "quotation" if quoted else "passage", *holders): found
        for (quoted, holders), found in held.items()
    }


def _places(link: Link, passage: Passage, copies: CopyLinks, group_of: Mapping[str, int]) -> set[Place]:
    """Return where a passage stands in both articles and where it was first; nothing where it is one group's."""
    here, there = Place(article=link.a, span=passage.copy), Place(article=link.b, span=passage.original)
    first, other = copies.first_place(here), copies.first_place(there)
    return {here, there, first, other} if group_of[first.article] != group_of[other.article] else set()


def _overlaps(drafts: Sequence[set[Place]]) -> list[tuple[int, int]]:
    """Return pairs of drafts of which places overlap by half of the shorter, enough of them to join all that do."""
    ordered = sorted(
        (place.article, place.span.start, -place.span.end, n) for n, each in enumerate(drafts) for place in each
    )
    edges = []
    article, start, end, last = "", 0, 0, 0
    for here, first, minus, number in ordered:
        stop = -minus
        if here == article and min(end, stop) - first >= MOSTLY * min(end - start, stop - first):
            edges.append((last, number))
        if here != article or stop > end:
            article, start, end, last = here, first, stop, number
    return edges
