"""`<meta>` elements of a page, and short texts of its other elements.

>>> from headwater.articles.markup import parse
>>> metas = metas_of(parse('<meta name="Author" content="Ana Ruiz"><p>Text</p>'))
>>> list(values(metas, ("byl", "author")))
['Ana Ruiz']
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

Metas = Mapping[str, Sequence[str]]
"""Contents of the page's `<meta>` elements by lower-case name or property, in page order."""

LONGEST = 300
"""A title, name or label longer than this is not one."""
SPACE = re.compile(r"\s+")


def metas_of(tree: HtmlElement) -> Metas:
    """Return the contents of a page's `<meta>` elements."""
    found: dict[str, list[str]] = defaultdict(list)
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = SPACE.sub(" ", meta.get("content") or "").strip()
        if name and content:
            found[str(name).strip().lower()].append(content)
    return found


def values(metas: Metas, wanted: Sequence[str]) -> Iterator[str]:
    """Yield what the wanted names hold, in the order in which they are wanted."""
    for name in wanted:
        yield from metas.get(name, ())


def short_text(element: HtmlElement) -> str:
    """Return an element's text on one line; empty where it is 300 characters or more."""
    text = SPACE.sub(" ", "".join(element.itertext())).strip()
    return text if len(text) < LONGEST else ""
