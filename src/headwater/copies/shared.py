"""Copy links that decide nothing → the words that stand in articles of several origins and are shown to be none of theirs.

A passage that two articles share and nobody is shown to have written, a statement or a press release that both quote:
wherever they are printed, they are one voice. What one link shares is taken to come from one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.copies.families import components
from headwater.copies.stretches import merged
from headwater.copies.takings import MOSTLY, CopyLinks, Place
from headwater.model import Link, Spans, digest


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedWords:
    """The same words in several articles."""

    origin: str
    """Id of the origin that they would be: a digest of the places."""
    places: Mapping[str, Spans]
    """Article → where they stand in it."""
    quoted: bool
    """Whether all that is known of them is that several quote them."""


def find_shared_words(copies: CopyLinks, group_of: Mapping[str, int]) -> list[SharedWords]:
    """Return the words that articles of different groups share without a known source; places that overlap are one.

    Passages that other links trace to one group on both sides are no riddle and left out. Order follows the ids.
    """
    drafts = [
        (places, quoted)
        for quoted, links in ((False, copies.undecided), (True, copies.quoted))
        for link in links
        if (places := _places(link, copies, group_of))
    ]
    found = []
    for members in components(len(drafts), _overlaps([places for places, _ in drafts])):
        everywhere = defaultdict(list)
        for place in sorted({place for member in members for place in drafts[member][0]}):
            everywhere[place.article].append(place.span)
        runs = {article: merged(spans) for article, spans in everywhere.items()}
        quoted = all(drafts[member][1] for member in members)
        named = (f"{article}:{span.start}:{span.end}" for article, spans in runs.items() for span in spans)
        origin = digest("origin", "quotation" if quoted else "shared", *named)
        found.append(SharedWords(origin=origin, places=runs, quoted=quoted))
    return sorted(found, key=lambda words: words.origin)


def _places(link: Link, copies: CopyLinks, group_of: Mapping[str, int]) -> set[Place]:
    places: set[Place] = set()
    for passage in link.passages:
        here, there = Place(article=link.a, span=passage.copy), Place(article=link.b, span=passage.original)
        first, other = copies.first_place(here), copies.first_place(there)
        if group_of[first.article] != group_of[other.article]:
            places |= {here, there, first, other}
    return places


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
