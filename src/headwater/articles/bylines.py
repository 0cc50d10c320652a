"""Words that name who wrote an article → names, one each.

>>> names(("By Ana Ruiz, Political Editor, and Bo Lindqvist in Orvale",))
('Ana Ruiz', 'Bo Lindqvist')
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 200
"""Words longer than this are not a byline."""
LEAD = re.compile(
    r"^\W*(?:(?:(?:exclusive|story|words|text|written|authored|reported|posted|opinion|analysis|report)\s+|"
    r"(?:view\s+)?(?:all|more)\s+(?:posts|articles|stories)\s+)?(?:by|von|par|por|di|door|av)\b\s*:?|(?:authors?|autor(?:es)?|auteurs?)\s*:)\s*",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s*(?:[,;|•·/\n]|\b(?:and|und|et|y|e|och|with)\s|&\s)\s*", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:editors?|reporters?|correspondents?|writers?|journalists?|columnists?|contributors?|producers?|anchors?|"
    r"presenters?|analysts?|chief|senior|associate|deputy|managing|director|freelance|photographers?|photography|admin|"
    r"author|contributing|editorial|staff|team|newsroom|bureau|desk|redaktion|rédaction|redacción)\b",
    re.IGNORECASE,
)
BEAT = r"(?:\w+\s+)?"
"""What an editor edits stands before the role: “Political editor”."""
AT_AN_END = re.compile(rf"^{BEAT}(?:{ROLE.pattern}\W+)+|(?:\W+{ROLE.pattern})+$", re.IGNORECASE)
DEGREE = re.compile(r"(?:jr|sr|ph\.?\s?d|m\.?d|rd|rn|mph|mba|esq|ii|iii)\.?", re.IGNORECASE)
ACTIVITY = re.compile(
    r"\b(?:updated|published|reviewed|checked|min read|minutes?|posted|posts|sponsored|view|share|comments?|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"(?:^|\s+)(?:in|at|for|on|from)\s+.*$")
ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
NOT_A_NAME = re.compile(r"[@\d<>{}=]")
SPACE = re.compile(r"\s+")


def names(bylines: Iterable[str], outlet: str | None = None) -> tuple[str, ...]:
    """Return the people that bylines name, in order, without roles, addresses, dates or the outlet itself."""
    found: dict[str, str] = {}
    for byline in bylines:
        for name in _split(byline):
            if outlet is None or name.casefold() != outlet.casefold():
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def is_byline(line: str) -> bool:
    """Say whether a line begins as bylines do.

    >>> is_byline("By Ana Ruiz"), is_byline("Byron Lake is full")
    (True, False)
    """
    return LEAD.match(line[:LONGEST]) is not None


def _split(byline: str) -> list[str]:
    line = SPACE.sub(" ", byline).strip()
    if len(line) > LONGEST or ADDRESS.search(line):
        return []
    parts = SPLIT.split(LEAD.sub("", line))
    return [name for index, part in enumerate(parts) if (name := _name(part, first=index == 0))]


def _name(part: str, *, first: bool) -> str | None:
    """Return the name in one part of a byline; None where it is a role, a degree, a date or an address.

    What follows a comma and holds a role (“Chief Rain Correspondent”) is no name at all.
    """
    name = PLACE.sub("", LEAD.sub("", part.strip()))
    if ROLE.search(name):
        name = AT_AN_END.sub("", name)
        if not first or len(name.split()) < 2:
            return None
    name = name.strip(" .,:;-–—|\"'()[]")
    if not 2 < len(name) <= 60 or NOT_A_NAME.search(name) or ACTIVITY.search(name) or DEGREE.fullmatch(name):
        return None
    return name
