"""Shared pages → labelled samples: every rendering of every page, and the variants made of them.

All chance is seeded by the page's id, so the same data gives the same samples in any order.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from headwater.articles.dumps.features import Described, describe
from headwater.articles.dumps.lines import Line, read_lines
from training.lines.gold import COLLECTIONS, DATA, RENDERINGS, GoldPage, gold_pages, render, render_plainly
from training.lines.labels import label
from training.lines.variants import Sample, Story, bare, variants

OTHERS = 40
"""So many other stories are at hand for one page's variants."""
ALSO = 0.3
"""Share of the variants that is also made from renderings other than the given dump."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """One page in one rendering: its lines, their features and the share of each line that is article."""

    page: GoldPage
    kind: str
    """`dump`, `inscriptis`, `html2text` or the name of a variant."""
    lines: Sequence[Line]
    described: Described
    shares: NDArray[np.float64]

    @property
    def real(self) -> bool:
        """Say whether it is a page as a tool renders it, not a variant."""
        return self.kind in RENDERINGS


def samples(*, with_variants: bool = True) -> Iterator[Labelled]:
    """Yield all samples, page by page."""
    stories = _stories() if with_variants else []
    number = 0
    for collection in COLLECTIONS:
        for page in gold_pages(collection):
            made = list(_renderings(page))
            if with_variants:
                start = number * 5 % (len(stories) - OTHERS)
                made += _variants(page, made, stories[start : start + OTHERS])
            yield from filter(None, (_labelled(page, sample) for sample in made))
            number += 1


def _renderings(page: GoldPage) -> Iterator[Sample]:
    for rendering in RENDERINGS:
        yield Sample(kind=rendering, text=render(page, rendering), gold=page.text)


def _variants(page: GoldPage, rendered: Sequence[Sample], stories: Sequence[Story]) -> list[Sample]:
    chance = Random(page.id)  # noqa: S311 - reproducible, not secret
    made = [Sample(kind="plain", text=render_plainly(page), gold=page.text)]
    for sample in rendered:
        for variant in variants(sample.text, sample.gold, stories, chance):
            if sample.kind == "dump" or (variant.kind != "wrapped" and chance.random() < ALSO):
                made.append(variant)  # noqa: PERF401 - chance is drawn in the order of the variants
    made.append(bare(stories[0], stories[1:], chance))
    paragraphs = tuple(line for line in page.text.split("\n") if line.strip())
    if paragraphs:
        own = Story(title=page.title or paragraphs[0][:80], paragraphs=paragraphs)
        made.append(bare(own, stories[1:], chance))
    return made


def _labelled(page: GoldPage, sample: Sample) -> Labelled | None:
    lines = read_lines(sample.text)
    if not lines:
        return None
    described = describe(lines)
    described = replace(described, table=described.table.astype(np.float32))
    page = replace(page, html="", dump="", text=sample.gold)
    return Labelled(page=page, kind=sample.kind, lines=lines, described=described, shares=label(lines, sample.gold))


def _stories() -> list[Story]:
    """Articles of the shared pool and of the sources of Wikinews, shuffled."""
    found: list[Story] = []
    for name in ("articles/pool", "stories/wikinews"):
        with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf8") as rows:
            for row in map(json.loads, rows):
                paragraphs = tuple(line.strip() for line in row["text"].split("\n") if line.count(" ") >= 2)
                if len(paragraphs) >= 4 and (row["title"] or "").strip():
                    found.append(Story(title=row["title"].strip(), paragraphs=paragraphs))
    Random(5).shuffle(found)  # noqa: S311 - reproducible, not secret
    return found
