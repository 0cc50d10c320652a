"""Ready rows, added to a kept desk one by one → the stories that grow there, beside those of one batch.

A stream sees no article that comes later, so that its stories may differ from the batch's; this measures by how much, and how
much it matters in which order the same articles come. Statements are not looked for: stories do not rest on them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np

from evaluate.rows import READY, read_rows, write_rows
from evaluate.scores import SHARED, score
from headwater.desk import open_desk, read_page_only
from headwater.desk.arrivals import Arrival
from headwater.model import Reading
from headwater.pages import ready_page
from headwater.stories import group_stories
from headwater.stories.profiles import profile_of

READ = tuple(field for field in READY if field != "url")
"""Without addresses: two rows of one address would be versions of one article, which the gold knows nothing of."""
SETS = ("newscluster", "wikinews")
SEEDS = (1,)
NOWHERE = np.eye(1, 384, dtype=np.float32)[0]
"""The vector of every article: stories do not rest on it."""
Read = tuple[str, Arrival]
"""A row's id, and its page with what was read from it."""
Stories = Mapping[str, str]
"""The story of each row, by the row's id."""


def scores() -> Mapping[str, float]:
    """Return for each set the B³ F1 of batch and stream against gold, how near they are (1: the same), and how near the
    stream's stories stay to themselves when the articles come in other orders (the worst).
    """  # noqa: D205 - one sentence
    return {f"{name} {figure}": value for name in SETS for figure, value in scored(name).items()}


def scored(name: str) -> dict[str, float]:
    """Return the figures of one set."""
    path = SHARED / "data" / "stories" / f"{name}.jsonl.gz"
    gold = {str(row["id"]): str(row["story"]) for row in read_rows(path)}
    read = rows_read(path)
    batch, stream = b_cubed(gold, batched(read)), streamed(read)
    agreements = {order: b_cubed(stream, streamed(shuffled(read))) for order, shuffled in ORDERS.items()}
    found = b_cubed(gold, stream)
    return {
        "B3 F1": found,
        "batch B3 F1": batch,
        "nearness to batch": 1 - abs(found - batch),
        **agreements,
        "worst order": min(agreements.values()),
    }


def rows_read(path: Path) -> list[Read]:
    """Read the rows of a set as ready articles, in order of date (undated last), then by id."""
    found = []
    for row in read_rows(path):
        given = {key: value for key in READ if isinstance(value := row.get(key), str)}
        page = ready_page(given, file="-")
        read = read_page_only(page)
        if isinstance(read, Reading):
            arrival = Arrival(page=page, reading=read, vector=NOWHERE, profile=profile_of(read.article))
            found.append((str(row["id"]), arrival))
    return sorted(found, key=lambda one: (one[1].reading.article.published or "9999", one[0]))


def batched(read: Sequence[Read]) -> Stories:
    """Return the stories of one batch."""
    stories = group_stories([one.reading.article for _, one in read])
    story_of = {article: story.id for story in stories for article in story.articles}
    return {row: story_of[one.reading.article.id] for row, one in read}


def streamed(read: Sequence[Read]) -> Stories:
    """Return the stories of a new desk to which the articles were added in this order."""
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder) / "stream.desk", write=True) as desk:
        for _ in desk.add_arrivals(one for _, one in read):
            pass
        story_of = desk.store.story_of([one.reading.article.id for _, one in read])
        return {row: story_of[one.reading.article.id] for row, one in read}


def b_cubed(gold: Stories, found: Stories) -> float:
    """Return the B³ F1 of stories against others (Bagga and Baldwin 1998), by the shared scorer."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        for path, stories in zip(paths, (gold, found), strict=True):
            write_rows(path, ({"id": row, "story": story} for row, story in stories.items()))
        return score("stories", *paths)["B3 F1"]


def _shuffled(seed: int) -> Callable[[Sequence[Read]], list[Read]]:
    return lambda read: Random(seed).sample(list(read), len(read))  # noqa: S311 - an order, not secrets


ORDERS: Mapping[str, Callable[[Sequence[Read]], list[Read]]] = {
    "reversed": lambda read: list(reversed(read)),
    **{f"shuffled {seed}": _shuffled(seed) for seed in SEEDS},
}
