"""Copy links and people's rulings about pages → copy links: what people decided outranks what the machine found.

See `correct_copies`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from headwater.copies.traces import trace_text
from headwater.model import Article, Link, Passage

Pair = tuple[str, str]


def correct_copies(links: Sequence[Link], rulings: Sequence[Link], articles: Sequence[Article]) -> list[Link]:
    """Return the copy links as people corrected them, in order of their ids.

    `rulings` are links of kind `copies` between ids of pages, in the order in which they were made: of two about one pair
    the later holds. Yes: `a` takes text from `b`, in this direction and as one family; passages and share are the machine's
    where it found any (turned, where it had the direction wrong), else none and 0. No: what the machine found is no copy,
    and its passages stay to be seen. Rulings about pages that are not among the articles change nothing.

    >>> correct_copies([], [], [])
    []
    """
    ids = {article.page: article.id for article in articles}
    texts = {article.id: article.text for article in articles}
    ruled = {
        _pair(ids[ruling.a], ids[ruling.b]): replace(ruling, a=ids[ruling.a], b=ids[ruling.b])
        for ruling in rulings
        if ruling.kind == "copies" and ruling.verdict != "unsure" and {ruling.a, ruling.b} <= ids.keys()
    }
    found = {_pair(link.a, link.b): link for link in links if link.kind == "copies"}
    rest = [link for link in links if link.kind != "copies" or _pair(link.a, link.b) not in ruled]
    corrected = [_corrected(found.get(pair), ruling, texts) for pair, ruling in ruled.items() if len(set(pair)) > 1]
    return sorted([*rest, *(link for link in corrected if link)], key=lambda link: (link.a, link.b))


def _pair(a: str, b: str) -> Pair:
    return min(a, b), max(a, b)


def _corrected(link: Link | None, ruling: Link, texts: Mapping[str, str]) -> Link | None:
    if ruling.verdict == "no":
        return link and replace(link, verdict="no", joins=False, by=ruling.by, reason=ruling.reason)
    if link is None:
        return replace(ruling, share=0.0, passages=(), directed=True, shared="text", joins=True)
    if link.a != ruling.a:
        link = _turned(link, texts)
    return replace(
        link, verdict="yes", directed=True, shared="text", joins=True, by=ruling.by, reason=ruling.reason
    )  # fmt: skip


def _turned(link: Link, texts: Mapping[str, str]) -> Link:
    """Return a link seen from the other side; `share` is then how much of the other's content words its passages hold."""
    passages = tuple(sorted(Passage(copy=each.original, original=each.copy) for each in link.passages))
    return replace(link, a=link.b, b=link.a, passages=passages, share=_share(texts[link.b], passages))


def _share(text: str, passages: Sequence[Passage]) -> float:
    trace = trace_text(text)
    starts = trace.starts[trace.places]
    inside = np.zeros(len(starts), dtype=np.bool_)
    for passage in passages:
        first, last = np.searchsorted(starts, (passage.copy.start, passage.copy.end))
        inside[first:last] = True
    return round(float(inside.mean()), 4) if len(inside) else 0.0
