"""Counts words over a background of news articles: how rare each term is, and which words are written in lower case.

Run `python -m training.weights`. Reads `../shared/data/articles/pool.jsonl.gz`, writes `text/weights.txt` (terms in at
least 3 documents) and `text/names_ordinary.txt`. Counts are facts; no sentence of the background is kept.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POOL = ROOT.parent / "shared" / "data" / "articles" / "pool.jsonl.gz"
TEXT = ROOT / "src" / "headwater" / "text"
LEAST = 3
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def main() -> None:
    """Write both files and print their sizes."""
    ordinary = TEXT / "names_ordinary.txt"
    ordinary.write_text("\n".join(_ordinary()) + "\n", encoding="utf-8")
    from headwater.text.weights import FILE, terms  # noqa: PLC0415 - reads names_ordinary.txt, written above

    counts: Counter[str] = Counter()
    documents = 0
    for text in _texts():
        counts.update(terms(text).keys())
        documents += 1
    kept = sorted((term, count) for term, count in counts.items() if count >= LEAST)
    FILE.write_text("\n".join([str(documents), *(f"{term} {count}" for term, count in kept)]) + "\n", encoding="utf-8")
    for path in (ordinary, FILE):
        print(path.name, path.stat().st_size, "bytes")


def _texts() -> Iterator[str]:
    with gzip.open(POOL, "rt", encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)["text"]


def _ordinary() -> list[str]:
    """Return words that stand in lower case at least three times as often as capitalised inside a sentence."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for text in _texts():
        for match in WORD.finditer(text):
            word, start = match.group(), match.start()
            if word.islower():
                lower[word] += 1
            elif start > 1 and text[start - 1] == " " and (text[start - 2].islower() or text[start - 2] == ","):
                capital[word.lower()] += 1
        documents.update({word.lower() for word in WORD.findall(text)})
    return sorted(
        word
        for word, count in documents.items()
        if count >= LEAST and (lower[word] >= 3 * max(capital[word], 1) or (lower[word] > 1 and not capital[word]))
    )


if __name__ == "__main__":
    main()
