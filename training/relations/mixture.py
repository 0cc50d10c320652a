"""The rows of one pass: the judged collections whole, invented and retold pairs drawn anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import islice

from training.relations.gold import Row
from training.relations.invented import invented
from training.relations.invented_denials import denial
from training.relations.invented_facts import fact
from training.relations.invented_turns import turn
from training.relations.pool import Pool, reports

INVENTED, TURNS, DENIALS, FACTS, RETOLD, REPORTED = 3000, 3500, 1200, 1200, 2200, 1000
"""Pairs of each kind in a pass."""
HEADLINES = 0.7
"""The share of the rumours' headlines in a pass: they are noisy, and soon learned by heart."""


def mixture(judged: Sequence[Row]) -> Callable[[random.Random], list[Row]]:
    """Return what draws the rows of a pass: all of `judged`, and new ones of every other kind."""
    headlines = [row for row in judged if row.set == "emergent"]
    others = [row for row in judged if row.set != "emergent"]
    pool = Pool()
    told = reports()

    def drawn(chance: random.Random) -> list[Row]:
        return [
            *others,
            *chance.sample(headlines, int(HEADLINES * len(headlines))),
            *islice(invented(chance), INVENTED),
            *(turn(chance) for _ in range(TURNS)),
            *(denial(chance) for _ in range(DENIALS)),
            *(fact(chance) for _ in range(FACTS)),
            *(pool.row(chance) for _ in range(RETOLD)),
            *chance.sample(told, min(REPORTED, len(told))),
        ]

    return drawn
