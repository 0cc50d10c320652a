"""Parts in order → one text and the blocks that lie in it."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.articles.extraction import Part
from headwater.model import Block, Span

GAP = "\n\n"


def laid_out(parts: Sequence[Part]) -> tuple[str, tuple[Block, ...]]:
    r"""Return the text, an empty line between parts, and a block for each part.

    >>> text, blocks = laid_out([Part(role="paragraph", text=words, linked=0.0) for words in ("Rain.", "More.")])
    >>> text, [block.span.of(text) for block in blocks]
    ('Rain.\n\nMore.', ['Rain.', 'More.'])
    """
    blocks, start = [], 0
    for part in parts:
        blocks.append(Block(span=Span(start=start, end=start + len(part.text)), role=part.role))
        start += len(part.text) + len(GAP)
    return GAP.join(part.text for part in parts), tuple(blocks)
