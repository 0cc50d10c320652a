"""Copy links → what each article takes from which other, and where a passage was first.

>>> takings = {"x": (Taking(span=Span(start=0, end=9), source=Place(article="y", span=Span(start=5, end=14)), reason=""),)}
>>> list(sources_first(["x", "y"], takings))
['y', 'x']
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from headwater.model import Article, Link, Passage, Span
from headwater.origins.stretches import carried_over, count_words, shared_length

MOSTLY = 0.5
"""A passage of which this much was taken over was taken over."""
TELLING = 10
"""Words of a passage, or of passages beside each other, from which they are no chance."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Place:
    """Some characters of an article."""

    article: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Taking:
    """A passage that an article takes from another: where it stands in it, and where it was taken."""

    span: Span
    source: Place
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyLinks:
    """The copy links among some articles by what they show; notices show nothing and are left out."""

    taken: tuple[Link, ...]
    """`a` takes text from `b`."""
    undecided: tuple[Link, ...]
    """Text in both; who took it from whom, or whether anybody did, is not decided."""
    quoted: tuple[Link, ...]
    """Words that both quote."""
    articles: Mapping[str, Article]
    takings: Mapping[str, tuple[Taking, ...]]
    """Article → what it takes, in the order of its text."""
    reaches: Mapping[str, tuple[int, ...]]
    """Article → for each of its takings where the last of it and those before it ends."""

    def first_place(self, place: Place) -> Place:
        """Return where a passage was first, as far as links with a direction lead; the place itself where it is nobody's copy."""
        seen = {place.article}
        while True:
            least = MOSTLY * (place.span.end - place.span.start)
            taken = [
                taking
                for taking in self._near(place)
                if taking.source.article not in seen and shared_length(place.span, [taking.span]) >= max(1.0, least)
            ]
            if not taken:
                return place
            narrowest = min(taken, key=lambda taking: (taking.span.end - taking.span.start, taking))
            there = carried_over(place.span, narrowest.span, narrowest.source.span)
            place = Place(article=narrowest.source.article, span=there)
            seen.add(place.article)

    def _near(self, place: Place) -> Sequence[Taking]:
        """Return the takings of an article among which are all that overlap a place."""
        takings = self.takings.get(place.article, ())
        first = bisect_right(self.reaches.get(place.article, ()), place.span.start)
        return takings[first : bisect_left(takings, place.span.end, key=lambda taking: taking.span.start)]


def telling(link: Link, articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    """Return the passages of a link that are no chance: long ones, and short ones that stand beside each other in both.

    Two reports of one event have “nine people were injured” in common whoever wrote them.
    """
    text = articles[link.a].text
    runs: list[list[Passage]] = []
    for passage in link.passages:
        if runs and _beside(runs[-1][-1], passage):
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return tuple(each for run in runs if sum(count_words(text, each.copy) for each in run) >= TELLING for each in run)


def _beside(one: Passage, following: Passage) -> bool:
    around = one.copy.end - one.copy.start + following.copy.end - following.copy.start
    here, there = following.copy.start - one.copy.end, following.original.start - one.original.end
    return here <= around and 0 <= there <= around


def sort_links(links: Iterable[Link], articles: Mapping[str, Article]) -> CopyLinks:
    """Sort the copy links among the given articles by what they show; other links are ignored."""
    known = sorted(
        (
            link
            for link in links
            if link.kind == "copies" and link.a != link.b and link.a in articles and link.b in articles
        ),
        key=lambda link: (link.a, link.b, link.verdict, link.passages),
    )
    taken = tuple(link for link in known if link.verdict == "yes" and link.directed)
    takings: defaultdict[str, list[Taking]] = defaultdict(list)
    for link in taken:
        for passage in telling(link, articles):
            source = Place(article=link.b, span=passage.original)
            takings[link.a].append(Taking(span=passage.copy, source=source, reason=link.reason))
    ordered = {article: tuple(sorted(found)) for article, found in takings.items()}
    return CopyLinks(
        taken=taken,
        undecided=tuple(link for link in known if _is_undecided(link)),
        quoted=tuple(link for link in known if link.verdict != "yes" and link.shared == "quotation"),
        articles=articles,
        takings=ordered,
        reaches={
            article: tuple(accumulate((each.span.end for each in found), max)) for article, found in ordered.items()
        },
    )


def _is_undecided(link: Link) -> bool:
    if link.verdict == "yes":
        return not link.directed
    return (link.verdict == "unsure" and link.shared == "text") or link.shared == "list"


def sources_first(articles: Iterable[str], takings: Mapping[str, tuple[Taking, ...]]) -> Iterator[str]:
    """Yield every article after those that it takes from; links in a ring are cut where the ring is entered."""
    seen: set[str] = set()
    done: set[str] = set()
    for article in articles:
        waiting = [article]
        while waiting:
            last = waiting[-1]
            if last not in seen:
                seen.add(last)
                sources = {taking.source.article for taking in takings.get(last, ())}
                waiting += sorted(sources - seen, reverse=True)
            else:
                waiting.pop()
                if last not in done:
                    done.add(last)
                    yield last
