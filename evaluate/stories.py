"""Ready rows → the story of each, for `score.py stories`.

Only the fields of a ready article are read; labels never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evaluate.rows import articles_of
from headwater.stories import group_stories


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield `{"id", "story"}` for every row that reads as an article, all rows taken as one collection."""
    read = articles_of(rows)
    story_of = {id_: story.id for story in group_stories([article for _, article in read]) for id_ in story.articles}
    for row_id, article in read:
        yield {"id": row_id, "story": story_of[article.id]}
