r"""Credit lines in the forms that outlets use, with the original's outlet for a name.

>>> from random import Random
>>> credit("Rain fell.\n\nNobody was hurt.", "Lowmark Post", "Vale Herald", Random(7))
'(With inputs from Lowmark Post)\n\nRain fell.\n\nNobody was hurt.'
"""

from __future__ import annotations

from random import Random

from evaluate.edits.placing import CITIES

FIRST = (
    "{outlet} informs via {source}.",
    "This story was first published by {source}.",
    "(With inputs from {source})",
    "By {source}",
    "By {source} staff",
    "From {source}:",
    "Via {source}",
    "{source} reports:",
)
LAST = (
    "Source: {source}",
    "({source})",
    "/{source}/",
    "© {source}",
    "This article first appeared in {source}.",
    "This story was originally published by {source} and is reprinted here with permission.",
    "Reporting by {source}",
    "With inputs from {source}.",
    "— {source}",
    "Copyright {source}. All rights reserved.",
    "Text: {source}",
    "Republished from {source}.",
)


def credit(text: str, source: str, outlet: str, chance: Random) -> str:
    """Return a text with one line (or a dateline) that names where it was taken from."""
    form = chance.random()
    if form < 0.12:
        return f"{chance.choice(CITIES)} ({source}) — {text}"
    if form < 0.5:
        return f"{chance.choice(FIRST).format(source=source, outlet=outlet)}\n\n{text}"
    return f"{text}\n\n{chance.choice(LAST).format(source=source)}"
