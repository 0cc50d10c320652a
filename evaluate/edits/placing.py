r"""What stands around a text that was taken over: paragraphs of another article, or a whole one.

>>> from random import Random
>>> inside("The bridge fell.", "Rain fell.\n\nNobody was hurt.", Random(4))
'Rain fell.\n\nThe bridge fell.\n\nNobody was hurt.'
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from evaluate.edits.parts import paragraphs, sentences
from evaluate.edits.squeezing import squeeze
from evaluate.edits.wording import reworded_heavily

Place = Callable[[str, str, Random], str]
"""What was taken, another article's text, chance → the text that holds both."""
CITIES = ("LOWMARK", "PORT VALE", "KOLMSTAD", "EAST BRANN", "ORLEY", "SANT IVO", "MARWICK")


def local_around(taken: str, other: str, chance: Random) -> str:
    """Return what was taken with two to five paragraphs of another article before, after and between."""
    lines, local = paragraphs(taken), paragraphs(other)
    start = chance.randint(0, max(0, len(local) - 6))
    for paragraph in local[start : start + chance.randint(2, 5)]:
        lines.insert(chance.choice((0, len(lines), chance.randint(0, len(lines)))), paragraph)
    return "\n\n".join(lines)


def inside(taken: str, other: str, chance: Random) -> str:
    """Return another article with what was taken between two of its paragraphs."""
    lines = paragraphs(other)
    place = chance.randint(1, max(1, len(lines) - 1))
    return "\n\n".join([*lines[:place], *paragraphs(taken), *lines[place:]])


def new_lead(taken: str, other: str, chance: Random) -> str:
    """Return an agency's text as an outlet prints it: the lead told otherwise, local paragraphs behind the text."""
    first, *rest = paragraphs(taken)
    told = " ".join(squeeze(sentence, 0.6, chance) for sentence in sentences(reworded_heavily(first, chance)))
    local = paragraphs(other)
    start = chance.randint(0, max(0, len(local) - 4))
    added = local[start : start + chance.randint(1, 3)]
    return "\n\n".join([f"{chance.choice(CITIES)} — {told}", *rest, *added])
