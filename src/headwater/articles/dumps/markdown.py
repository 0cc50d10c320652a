"""One line of Markdown → its words, without the marks of links, pictures and emphasis.

>>> strip_markdown("See **the** [map](/map) now.")[0]
'See the map now.'
"""

from __future__ import annotations

import re

LINK = re.compile(r"\]\([^)\s]|^#{1,6} \S|^\[[^\]]+\]: \S")
MARK = re.compile(r"\\[\W_]|!?\[|\]\(|\]\[\w*\]|\]|[^\\!\[\]]+|.", re.DOTALL)
EMPHASIS = re.compile(r"(?<![\w*])(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?![\w*])|`")
PARENTHESIS = re.compile(r"\\.|[()]")
LONGEST_ADDRESS = 3_000
SHARE = 0.05
"""So many rows must carry a mark before a page counts as Markdown."""


def is_markdown(rows: list[str]) -> bool:
    """Say whether the rows of a page are Markdown: links written as `[words](address)`, headings as `# words`."""
    marked = sum(LINK.search(row[:500]) is not None for row in rows)
    return marked >= 2 and marked >= SHARE * len(rows)


def strip_markdown(text: str) -> tuple[str, float, bool]:
    """Return the words of a line, the share of them that are link text, and whether they only describe a picture."""
    out: list[str] = []
    opened: list[tuple[bool, int]] = []
    described, linked, at = "", 0, 0
    while at < len(text):
        token = MARK.match(text, at)
        if token is None:
            break
        mark, at = token.group(), token.end()
        if mark in {"[", "!["}:
            opened.append((mark == "![", len(out)))
            out.append(mark)
        elif mark.startswith("](") or (mark.startswith("][") and opened):
            at = _after_address(text, at) if mark == "](" else at
            if opened:
                image, place = opened.pop()
                words = "".join(out[place + 1 :])
                described, linked = (words, linked) if image else (described, linked + len(words.strip()))
                out[place:] = [] if image else [words.strip()]
        elif mark == "]":
            opened = opened[:-1]
            out.append(mark)
        else:
            out.append(EMPHASIS.sub("", mark) if mark[0] != "\\" else mark[1:])
    words = " ".join("".join(out).split())
    if words.strip("[]!() "):
        return words, min(1.0, linked / len(words)), False
    return " ".join(described.split()), 1.0, True


def _after_address(text: str, at: int) -> int:
    depth = 1
    for found in PARENTHESIS.finditer(text, at, at + LONGEST_ADDRESS):
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end()
    return at
