"""`python -m evaluate injections`: how many conflicts put into stories on purpose the comparison finds.

Stories of newscluster are taken by their gold labels, and in each injection one number, name, date, place or polarity of
one article is changed (`evaluate.conflicts`). `scores` is the figure that `floors.json` holds, over a sample.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from evaluate.conflicts.detection import OUTCOMES, Detection, Stories, detect
from evaluate.conflicts.plan import COUNT, plan
from evaluate.conflicts.values import KINDS, Kind
from evaluate.disputes import disputes
from evaluate.rows import read_rows
from evaluate.scores import SHARED

STORIES = SHARED / "data" / "stories" / "newscluster.jsonl.gz"
SAMPLE = 60
"""Injections of the sample that is measured with every change."""
BUCKETS = (1.01, 0.9, 0.7, 0.5, 0.35, 0.0)
"""Bounds of the shares of words that two sentences have in common."""
WORDS: Mapping[str, str] = {
    "found": "disputed",
    "updated": "updated",
    "unsure": "unsure",
    "together": "one answer",
    "apart": "not in one point",
}


def scores() -> dict[str, float]:
    """Return the recall over a sample of the injections, and the share of untouched stories without any dispute.

    Which of the disputes of untouched stories are false only a reader can say (`docs/readings.md`).
    """
    held = stories()
    disputed = {one.story for one in disputes(held) if one.point.status == "disputed"}
    return {
        "recall": recall(list(detect(held, plan(list(held.rows.values()))[:SAMPLE]))),
        "untouched, no dispute": 1 - len(disputed) / len(held.inside),
    }


def stories() -> Stories:
    """Return the shared stories."""
    return Stories.of(read_rows(STORIES))


def recall(found: Sequence[Detection]) -> float:
    """Return the share of injections that a disputed point shows, 0 to 1."""
    return sum(one.outcome == "found" for one in found) / max(1, len(found))


def print_injections(*, limit: int | None, kinds: Sequence[Kind], show: str | None) -> None:
    """Print the table over all injections, or the first so many; `show` prints those that were `found` or `missed`, too."""
    held = stories()
    planned = [one for one in plan(list(held.rows.values()), COUNT) if one.kind in (kinds or KINDS)][:limit]
    found = []
    texts = {name: str(row["text"]) for name, row in held.rows.items()}
    for one in detect(held, planned):
        found.append(one)
        if show and (one.outcome == "found") == (show == "found"):
            _print_one(one, texts)
    print_table(found)


def print_table(found: Sequence[Detection]) -> None:
    """Print outcomes by kind, by how alike the sentences are, and by independence of the articles, in percent."""
    columns = "".join(f"{WORDS[outcome]:>18}" for outcome in OUTCOMES)
    print(f"{'injected conflicts, %':34}{columns}{'right reason':>18}{'of':>7}")
    for name, fitting in _groups(found):
        if fitting:
            counts = [sum(one.outcome == outcome for one in fitting) for outcome in OUTCOMES]
            counts.append(sum(one.named for one in fitting))
            print(f"{name:34}" + "".join(f"{count / len(fitting):>18.1%}" for count in counts) + f"{len(fitting):7}")


def _groups(found: Sequence[Detection]) -> Iterator[tuple[str, list[Detection]]]:
    for kind in KINDS:
        yield kind, [one for one in found if one.injection.kind == kind]
    for top, bottom in pairwise(BUCKETS):
        inside = [one for one in found if bottom <= one.injection.likeness < top]
        yield f"words alike from {bottom:.2f}", inside
    yield "against an independent article", [one for one in found if one.injection.independent]
    yield "against a copy only", [one for one in found if not one.injection.independent]
    yield "all", list(found)


def _print_one(one: Detection, texts: Mapping[str, str]) -> None:
    injection = one.injection
    partner = injection.partners[0]
    print(
        f"{injection.kind} {WORDS[one.outcome]} {one.reason} {injection.likeness:.2f} {injection.old!r} → {injection.new!r}  {injection.story}"
    )
    print(f"    {injection.sentence}\n    {partner.span.of(texts[partner.article])}", flush=True)
