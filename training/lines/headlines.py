"""`python -m training.lines.headlines` learns how much each sign of a headline counts, and prints the weights.

Enters: the shared pages with a known headline, their own text as belief. Leaves: the numbers that `WEIGHTS` in
`headwater.articles.dumps.headline` holds, rounded, and how many headlines a 10-fold cross-validation finds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import numpy as np
from sklearn.linear_model import LogisticRegression

from headwater.articles.dumps.features import describe
from headwater.articles.dumps.headline import SET, WEIGHTS, candidates, plain, signs, text_start
from headwater.articles.dumps.lines import read_lines
from training.lines.gold import COLLECTIONS, GoldPage, gold_pages
from training.lines.labels import label

OPEN_GRAPH = re.compile(r'property="og:title" content="([^"]*)')
FOLDS = 10
ENOUGH = 30
"""So many first letters of a headline are enough to know it by: pages add the site's name or leave words out."""
LEARNED = tuple(sign for sign in WEIGHTS if sign not in SET)


def main() -> None:
    """Print the learned weights and the share of headlines found."""
    pages = list(_examples())
    right = 0
    for fold in range(FOLDS):
        model = _fit([page for i, page in enumerate(pages) if i % FOLDS != fold])
        right += sum(bool(page[1][np.argmax(page[0] @ model)]) for page in pages[fold::FOLDS])
    print(f"{right} of {len(pages)} headlines found")
    for sign, weight in zip(LEARNED, _fit(pages).tolist(), strict=True):
        print(f"{sign:14}{weight:6.2f}")


def _examples() -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for page in (page for collection in COLLECTIONS for page in gold_pages(collection)):
        title = plain(_title(page))
        lines = read_lines(page.dump)
        described, belief = describe(lines), label(lines, page.text)
        start = text_start(described, belief)
        places = candidates(lines, start)
        wanted = np.array([_same(plain(lines[i].text), title) for i in places], dtype=bool)
        if title and wanted.any():
            table = signs(lines, described, belief, start)
            yield np.array([[float(table[i][sign]) for sign in LEARNED] for i in places]), wanted


def _title(page: GoldPage) -> str:
    found = OPEN_GRAPH.search(page.html)
    return page.title or (html.unescape(found[1]).split(" | ")[0] if found else "")


def _same(line: str, title: str) -> bool:
    return line == title or (len(title) >= ENOUGH and title[:ENOUGH] in line)


def _fit(pages: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    model = LogisticRegression(max_iter=3000)
    model.fit(np.concatenate([table for table, _ in pages]), np.concatenate([wanted for _, wanted in pages]))
    return np.asarray(model.coef_[0])


if __name__ == "__main__":
    main()
