"""Statements of one speaker → the same words put together, so that what three outlets print of one dispatch is read once.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> said = lay_out(sample_brief())[0].speakers[0].said
>>> [(each.first.cite.quote, len(each.others)) for each in together([*said, *said])]
[('Nine boats sank', 1)]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from headwater.outputs.cite import Cite
from headwater.outputs.said import Said


@dataclass(frozen=True, kw_only=True, slots=True)
class Repeated:
    """A statement, and where else the same words are said in the same manner."""

    first: Said
    others: tuple[Cite, ...]


def together(said: Iterable[Said]) -> tuple[Repeated, ...]:
    """Return statements in the order in which they come; those in the same words, form and stance are one."""
    groups: dict[tuple[object, ...], list[Said]] = {}
    for each in said:
        groups.setdefault((each.who, each.cite.quote.casefold(), each.stance, each.form, each.hedge), []).append(each)
    return tuple(
        Repeated(first=first, others=tuple(each.cite for each in others)) for first, *others in groups.values()
    )
