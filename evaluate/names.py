"""Rows of tokens → names as BIO tags, as the shared scorer reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from headwater.model import ActorKind
from headwater.readers import read_names

TAGS: Mapping[ActorKind, str] = {"person": "PER", "group": "ORG", "place": "LOC", "other": "MISC"}


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield `{"tags"}` for each row of `tokens`: a sentence is read as its tokens with spaces between them."""
    for row in rows:
        tokens = row["tokens"]
        assert isinstance(tokens, list), "a row of names has tokens"
        yield {"tags": _tags([str(token) for token in tokens])}


def _tags(tokens: Sequence[str]) -> list[str]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    tags = ["O"] * len(tokens)
    last = ""
    for name in read_names(" ".join(tokens)):
        first, end = bisect_left(starts, name.span.start + 1) - 1, bisect_left(starts, name.span.end)
        kind = TAGS[name.kind]
        tags[first:end] = [f"I-{kind}"] * (end - first)
        if first and tags[first - 1].endswith(kind) and last == kind:
            tags[first] = f"B-{kind}"
        last = kind
    return tags
