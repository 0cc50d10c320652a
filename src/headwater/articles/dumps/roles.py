"""Lines of a page → the role of each: in the text (paragraph, list, caption, standfirst) or cut (menu, feed, teaser, …)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.articles.dumps.choosing import Chosen, is_caption
from headwater.articles.dumps.lexicon import kinds_of
from headwater.articles.dumps.lines import Line
from headwater.articles.dumps.looks import BY, ENDS
from headwater.articles.dumps.moments import clock_in, moment_in
from headwater.articles.dumps.rights import says_rights
from headwater.articles.dumps.surroundings import Said
from headwater.model import BlockRole, CutRole

SIGN_OFF = re.compile(
    r"^\W{0,2}(?:source|agency|agencies|via|quelle|fuente|fonte|источник|kaynak)\b\W{0,3}.{2,40}$|^[(\[—–-]\s?[\w .&/-]{2,30}[)\]]?\.?$",
    re.IGNORECASE,
)
BUTTON = 60
"""A longer line is not a button, whatever words are in it."""


def role_in_text(number: int, lines: Sequence[Line], chosen: Chosen, said: Said) -> BlockRole:
    """Return the role of a line that was kept."""
    line = lines[number]
    if line.bullet:
        return "list"
    if line.image or is_caption(line):
        return "caption"
    marks = said.dates | said.bylines
    return "standfirst" if number == chosen.kept[0] and any(number < mark for mark in marks) else "paragraph"


def role_outside(number: int, lines: Sequence[Line], chosen: Chosen, said: Said) -> CutRole:
    """Return the role of a line that was cut, by what it says first, then by where it stands."""
    line = lines[number]
    known = _known(number, chosen, said)
    if known:
        return known
    if says_rights(line.text):
        return "legal"
    if moment_in(line.text) or clock_in(line.text):
        return "date" if len(line.text) <= BUTTON else "other"
    if line.image or is_caption(line):
        return "caption"
    if len(line.text) <= BUTTON:
        return _short(line, number, chosen)
    inside = chosen.kept[0] < number < chosen.kept[-1]
    if kinds_of(line.text) & {"cookies", "comment", "follow", "advert"}:
        return "social"
    return (
        "other" if inside and not ENDS.search(line.text[-40:]) else "teaser" if ENDS.search(line.text[-40:]) else "feed"
    )


def _known(number: int, chosen: Chosen, said: Said) -> CutRole | None:
    places: tuple[tuple[CutRole, frozenset[int] | tuple[int, ...]], ...] = (
        ("headline", chosen.titles),
        ("date", said.dates),
        ("byline", said.bylines),
        ("tags", said.tag_lines),
        ("translation", said.translation_lines),
        ("menu", () if said.section is None else (said.section,)),
    )
    return next((role for role, numbers in places if number in numbers), None)


def _short(line: Line, number: int, chosen: Chosen) -> CutRole:
    said = kinds_of(line.text)
    if said & {"share", "follow", "comment", "advert", "cookies"}:
        return "social"
    if BY.search(line.text):
        return "byline"
    if SIGN_OFF.match(line.text):
        return "credit"
    words = line.text.count(" ") + 1
    if words >= 5:
        return "feed"
    return "menu" if number < chosen.kept[0] or line.bullet or said & {"account", "contact", "related"} else "other"
