"""Tree of a page → the blocks that make up its article, by trafilatura, mended where it falls short.

>>> from headwater.articles.markup import parse
>>> tree = parse("<body><nav>Menu</nav><article>" + "<p>Rain fell on the hills all night, said Ana Ruiz.</p>" * 2)
>>> [(part.role, part.text) for part in main_parts(tree, list(runs(tree)), None)][:1]
[('paragraph', 'Rain fell on the hills all night, said Ana Ruiz.')]
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from headwater.articles.markup import Run, runs
from headwater.model import BlockRole

for _name in ("trafilatura", "htmldate", "justext", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # a page that cannot be read is data, not a line on stderr

BLOCKS = frozenset("body p head list item table row quote code fw ab".split())
UNSEEN = frozenset(("graphic",))
PARAGRAPHS: dict[str, BlockRole] = {
    "p": "paragraph",
    "blockquote": "paragraph",
    "pre": "paragraph",
    "li": "list",
    "h2": "headline",
    "h3": "headline",
}
MOSTLY = 0.5
SENTENCE_END = re.compile(r"[.!?…。！？।؟۔:;][\"'”’»)\]]*$")
LENGTH_OF_A_SENTENCE = 20
LONG = 200
SHORT = 250
"""An article with fewer characters than this may be one that was missed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One block of the article as it was extracted."""

    role: BlockRole
    text: str
    linked: float
    """Share of the characters that lie inside links."""
    heading: int = 0
    """Level of a heading, 1 to 6; 0 for text."""


def main_parts(tree: HtmlElement, found: Sequence[Run], url: str | None) -> list[Part]:
    """Return the blocks of a page's article in order; empty where there is none. `found` are the page's runs.

    The cascade of trafilatura (Barbaresi, 2021) in its balanced mode. A result under 250 characters or of one
    block is often the whole page in a row or nothing at all: then the page's own paragraphs are taken instead.
    """
    document = bare_extraction(tree, url=url, include_comments=False, include_links=True)
    parts = [] if document is None else list(_parts(document.body))
    if _size(parts) >= SHORT and len(parts) > 1:
        return parts
    return own_paragraphs(found) or ([] if _is_menu(found) else parts)


def own_paragraphs(found: Sequence[Run]) -> list[Part]:
    """Return the paragraphs of a page that stand in no menu, aside or footer and are not links."""
    inside = [run for run in found if _in_article(run)] or found
    return [
        Part(role=role, text=run.text, linked=run.linked)
        for run in inside
        if run.linked < MOSTLY and run.said is None and (role := _own_role(run))
    ]


def is_told(text: str) -> bool:
    """Say whether a block tells something: it ends as sentences do, or is too long for a label.

    >>> is_told("Rain fell on the hills."), is_told("Weather and travel")
    (True, False)
    """
    return len(text) >= LONG or (len(text) >= LENGTH_OF_A_SENTENCE and SENTENCE_END.search(text) is not None)


def _own_role(run: Run) -> BlockRole | None:
    return PARAGRAPHS.get(str(run.element.tag)) or ("paragraph" if is_told(run.text) else None)


def _is_menu(found: Sequence[Run]) -> bool:
    size = sum(len(run.text) for run in found)
    return sum(len(run.text) * run.linked for run in found) > MOSTLY * size


def _in_article(run: Run) -> bool:
    return any(holder.tag in ("article", "main") for holder in run.element.iterancestors())


def _parts(body: HtmlElement) -> Iterator[Part]:
    for run in runs(body, BLOCKS, UNSEEN):
        heading = _heading(run)
        yield Part(role=_role(run), text=run.text, linked=run.linked, heading=heading)


def _heading(run: Run) -> int:
    if run.element.tag != "head":
        return 0
    level = run.element.get("rend") or "h2"
    return int(level[1]) if level[1:2].isdigit() else 2


def _role(run: Run) -> BlockRole:
    if run.element.tag == "head":
        return "headline"
    if run.element.tag in ("item", "row", "list", "table"):
        return "list"
    return "paragraph"


def _size(parts: list[Part]) -> int:
    return sum(len(part.text) for part in parts)
