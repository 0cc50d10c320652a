r"""The article's text as JSON-LD repeats it → parts, for pages where the extraction found much less.

>>> [part.text for part in stated_parts("Rain fell on the hills.\nThe river rose.", [])]
['Rain fell on the hills.', 'The river rose.']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.articles.extraction import PARAGRAPHS, Part
from headwater.articles.furniture import shingles
from headwater.articles.markup import Run, folded

MARKUP = re.compile(r"<[^<>]*>")
SHORTEST = 500
MORE = 1.5
"""The stated text is taken if it is at least 500 characters long and half as long again as what was extracted."""
SHOWN = 0.8
"""The page's own blocks are taken for it if they hold such a share of it: they have its paragraphs and headings."""


def fuller(parts: Sequence[Part], body: str | None, found: Sequence[Run]) -> list[Part]:
    """Return the parts that were extracted, or those of the stated text where it is much longer."""
    enough = max(SHORTEST, MORE * sum(len(part.text) for part in parts))
    return stated_parts(body, found) if body and len(body) >= enough else list(parts)


def stated_parts(body: str, found: Sequence[Run]) -> list[Part]:
    """Return the blocks of a page that a stated text repeats, or, where they are not on the page, its lines."""
    told = set(shingles(folded(body)))
    shown = [
        Part(role=PARAGRAPHS.get(str(run.element.tag), "paragraph"), text=run.text, linked=run.linked)
        for run in found
        if told.issuperset(own := shingles(run.line)) and own
    ]
    if sum(len(part.text) for part in shown) >= SHOWN * len(body):
        return shown
    lines = (" ".join(line.split()) for line in MARKUP.sub(" ", body).splitlines())
    return [Part(role="paragraph", text=line, linked=0.0) for line in lines if line]
