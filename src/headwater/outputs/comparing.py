"""A brief → the stories in which something can be compared, and the one story that was asked for.

>>> from headwater.outputs.sample import sample_brief
>>> len(comparable(sample_brief())[0].stories)
1
"""

from __future__ import annotations

from dataclasses import replace

from headwater.errors import UsageError
from headwater.model import Brief
from headwater.outputs.closing import number
from headwater.outputs.order import ordered


def comparable(brief: Brief, *, full: bool = False) -> tuple[Brief, str]:
    """Return the brief without the stories of one article (`full`: with them), and a line that says how many those are.

    They stand last in a brief, so that the others keep their numbers. The only story of a brief stays, whatever it holds.
    """
    if full or len(brief.stories) == 1:
        return brief, ""
    compared = tuple(told for told in brief.stories if len(told.articles) > 1)
    lone = len(brief.stories) - len(compared)
    words = f"{number(lone, 'story')} of one article: nothing to compare (--full shows {'it' if lone == 1 else 'them'})"
    return replace(brief, stories=compared), words if lone else ""


def chosen(brief: Brief, story: str) -> Brief:
    """Return the brief with one story alone: the one with this id, or with this number in the order of the brief, from 1.

    Raises `UsageError` where there is no such story.

    >>> from headwater.outputs.sample import sample_brief
    >>> [told.story.id for told in chosen(sample_brief(), "1").stories]
    ['s1']
    """
    told = ordered(brief).stories
    found = [each for each in told if each.story.id == story]
    if not found and story.isdecimal() and 1 <= int(story) <= len(told):
        found = [told[int(story) - 1]]
    if not found:
        raise UsageError(f"no story {story}: give a number from 1 to {len(told)} or the id of a story")
    return replace(brief, stories=tuple(found))
