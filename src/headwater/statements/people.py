"""An article's names → who its people are: full names, what they are called, and hints of gender.

>>> people = find_people("Mayor Ana Ruiz spoke. Ms. Ruiz left.")
>>> people.full("Ruiz"), people.gender("Ana Ruiz"), people.called("the mayor", 99)
('Ana Ruiz', 'she', ('Ana Ruiz',))
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.model import Span
from headwater.statements import words
from headwater.statements.descriptions import OFFICES, Described, Description, describe, noun_of, strangers
from headwater.statements.given_names import Gender, gender_of
from headwater.statements.groups import Groups, read_groups
from headwater.statements.spellings import Spellings, read_spellings
from headwater.text.names import Name, find_names
from headwater.text.names_lexicon import lexicon
from headwater.text.quotes import find_quotes

WORD = re.compile(r"\w+(?:[-’'.]\w+)*\.?")
NICKNAMED = re.compile(
    r"(?<![\w’'])[A-Z][\w.-]{0,25}(?:\s[A-Z][\w.-]{0,25}){0,2}"
    r"\s(?:“[^“”\"\n.?!,]{1,30}”|\"[^“”\"\n.?!,]{1,30}\"|‘[^‘’\n.?!,]{1,30}’|«[^«»\n.?!,]{1,30}»)\s"
    r"(?:(?:de|da|di|van|von|la|al|bin|el)\s){0,2}[A-Z][\w’-]{0,25}(?:\s[A-Z][\w’-]{0,25})?"
)
"""Bo “The Hammer” Lund."""
HE = frozenset(
    "mr mr. sir lord king prince spokesman chairman congressman councilman businessman actor father husband brother son uncle sheikh sultan emir pope bishop statesman salesman fireman policeman".split()
)
SHE = frozenset(
    "mrs mrs. ms ms. miss madam dame lady queen princess spokeswoman chairwoman congresswoman councilwoman businesswoman actress mother wife "
    "sister daughter aunt widow stateswoman saleswoman policewoman".split()
)
CLOSE = 600
"""Characters after the first full name of somebody in which the last name alone means them."""
MOST_BEARERS = 20
LONGEST_NAME = 6
"""Words; a longer run of capitals is a headline."""
REACH = 40
"""Characters before a name in which its style stands."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place where a person is named."""

    start: int
    end: int
    name: str
    """The fullest name."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of one article."""

    mentions: tuple[Mentioned, ...]
    """In order of place."""
    starts: tuple[int, ...]
    _spellings: Spellings
    _gender: Mapping[str, Gender]
    _described: Described
    _strangers: Mapping[str, int]
    groups: Groups
    _groups: frozenset[str]
    _names: frozenset[str]

    def full(self, name: str) -> str | None:
        """Return the fullest name of somebody named like this, None where two people share it or nobody bears it."""
        return self._spellings.full(name)

    def ambiguous(self, name: str) -> bool:
        """Say whether more than one person of the article is named like this."""
        return name in self._names and self.full(name) is None

    def group(self, name: str) -> bool:
        """Say whether a capitalised name is a group's or a place's, as far as the article shows."""
        return (
            any(part in self._groups for part in (name, name.partition(" (")[0]))
            or name.lower().rpartition(" ")[2] in words.GROUPS
        )

    def gender(self, name: str) -> Gender | None:
        """Return “he” or “she” where a style, a description or the given name tells."""
        return self._gender.get(name)

    def called(self, phrase: str, place: int) -> tuple[str, ...]:
        """Return the people whom a description like “the Orvian leader” at a place can mean, in order of name.

        Nobody, where the article has spoken of “a leader” before without saying who.
        """
        if self._strangers.get(noun_of(phrase) or "", place) < place:
            return ()
        return self._described.bearers(phrase)

    def shifted(self, offset: int) -> People:
        """Return the people as a string sees them that begins at `offset` of the text."""
        mentions = tuple(
            Mentioned(each.start - offset, each.end - offset, each.name)
            for each in self.mentions
            if each.start >= offset
        )
        return replace(self, mentions=mentions, starts=tuple(each.start for each in mentions))

    def between(self, start: int, end: int) -> Sequence[Mentioned]:
        """Return who is named in a stretch of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_people(text: str, names: Sequence[Name] | None = None) -> People:
    """Return the people whom a text names; `names` are the names in it, None: those that `find_names` finds.

    A last name, first name or nickname stands for the only full name that has it.
    """
    found = find_names(text) if names is None else names
    named = sorted(_persons(text, found))
    hidden = [quote.inner for quote in find_quotes(text) if quote.closed or quote.resumed]
    spellings = read_spellings(
        [(start, name) for start, _, name in named],
        [start for start, _, _ in named if _within(hidden, start)],
        _apart(text, named),
    )
    mentions = tuple(_mentions(text, named, spellings))
    described = tuple((each.name, describe(text, each.start, each.end)) for each in mentions)
    return People(
        mentions=mentions,
        starts=tuple(mention.start for mention in mentions),
        _spellings=spellings,
        _gender=_genders(text, mentions, described),
        _described=Described.of((name, own) for name, own in described if own),
        _strangers=strangers(text),
        groups=read_groups(text, found),
        _groups=frozenset(name.span.of(text) for name in found if name.kind in {"group", "place"}),
        _names=frozenset(name for _, _, name in named),
    )


def _mentions(text: str, named: Sequence[tuple[int, int, str]], spellings: Spellings) -> Iterator[Mentioned]:
    """Where each person is named; a last name that two share is theirs whose style fits or who has just been named."""
    introduced: dict[str, int] = {}
    first_line = text.find("\n")
    for start, end, name in named:
        known = spellings.full(name)
        if known is None:
            bearers_ = spellings.bearers(name)[:MOST_BEARERS]
            near = [each for each in bearers_ if start - introduced.get(each, -CLOSE - 1) <= CLOSE]
            known = _of_style(bearers_, _style(text, start)) or (near[0] if len(near) == 1 else None)
        if known is not None:
            yield Mentioned(start, end, known)
            if " " in name and start > first_line:
                introduced.setdefault(known, start)


def _apart(text: str, named: Sequence[tuple[int, int, str]]) -> frozenset[str]:
    """Lone last names of people of their own: “President Ruiz” before any full name, “Mr. Ruiz” beside Ana Ruiz alone."""
    first_line = text.find("\n")
    begins: dict[str, int] = {}
    genders: dict[str, set[Gender | None]] = {}
    borne: dict[str, set[str]] = {}
    for start, end, name in named:
        if " " in name:
            last = name.rsplit(None, 1)[-1]
            begins.setdefault(last, start)
            genders.setdefault(last, set()).add(gender_of(name))
            borne.setdefault(last, set()).update(each.head for each in describe(text, start, end))
    found: set[str] = set()
    for start, end, name in named:
        if " " in name or name not in begins or name in found:
            continue
        style = _style(text, start)
        if style is not None and not genders[name] & {None, style}:
            found.add(name)
        if first_line < start < begins[name]:
            titles = {each.head for each in describe(text, start, end)} & OFFICES
            if titles and not titles & borne[name]:
                found.add(name)
    return frozenset(found)


def _persons(text: str, names: Sequence[Name]) -> Iterator[tuple[int, int, str]]:
    """Where people are named, white space made single; one with a nickname is one name."""
    starts = [each.span.start for each in names]
    taken = [match for match in NICKNAMED.finditer(text) if _is_person(match, names, starts)]
    for match in taken:
        start, end, name = _bare(text, Span(start=match.start(), end=match.end()))
        yield start, end, " ".join(name.split())
    inside = [match.start() for match in taken]
    for each in names:
        at = bisect_left(inside, each.span.start + 1) - 1
        if at >= 0 and each.span.start < taken[at].end():
            continue
        if each.kind == "person" or _titled(each.span.of(text)):
            start, end, name = _bare(text, each.span)
            if len(name.split()) <= LONGEST_NAME and not any(word.lower() in words.PERSONAL for word in name.split()):
                yield start, end, " ".join(name.split())


def _is_person(match: re.Match[str], names: Sequence[Name], starts: Sequence[int]) -> bool:
    """A nickname stands between two parts of a person's name, not in “the Lund “Blue Book” Fund”."""
    first, last = match.group().split()[0].lower(), match.group().split()[-1].lower()
    inside = names[bisect_left(starts, match.start()) : bisect_left(starts, match.end())]
    return (
        first not in words.DETERMINERS | words.PREPOSITIONS | words.BOUNDARIES
        and last not in words.GROUPS
        and bool(inside)
        and not any(each.kind in {"group", "place"} for each in (inside[0], inside[-1]))
    )


def _within(spans: Sequence[Span], place: int) -> bool:
    at = bisect_right(spans, place, key=lambda span: span.start) - 1
    return at >= 0 and place < spans[at].end


def _titled(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return first.lower() in words.TITLES and " " in rest.strip()


def _bare(text: str, span: Span) -> tuple[int, int, str]:
    """A name without a title that only a sentence's beginning makes look like a part of it: “Hydrologist Ida Orr”."""
    _, _, rest = span.of(text).partition(" ")
    first = span.of(text).partition(" ")[0].lower()
    led = _titled(span.of(text)) or (first in words.TITLES | words.HONORIFICS and rest != "") or _ordinary(first, rest)
    start = span.end - len(rest) if led else span.start
    return start, span.end, text[start : span.end]


def _ordinary(first: str, rest: str) -> bool:
    """“Crooked Ana Ruiz”: a word of the language before a name of two words."""
    return (
        " " in rest
        and first in lexicon().ordinary
        and not lexicon().has("given", first)
        and not gender_of(f"{first} {rest}")
    )


def _style(text: str, start: int) -> Gender | None:
    """“Mr.” or “Ms.” right before a name."""
    before = WORD.findall(text[max(0, start - REACH) : start].rpartition("\n")[2])[-2:]
    for word in reversed(before):
        low = word.lower()
        if low in HE | SHE:
            return "he" if low in HE else "she"
        if not word[0].isupper():
            break
    return None


def _of_style(bearers_: Sequence[str], style: Gender | None) -> str | None:
    """Of two people with one last name, “Ms. Ruiz” is the one whose given name is a woman's."""
    fitting = [name for name in bearers_ if gender_of(name) == style]
    known = all(gender_of(name) is not None for name in bearers_)
    return fitting[0] if style is not None and known and len(fitting) == 1 else None


def _genders(
    text: str, mentions: Sequence[Mentioned], described: Sequence[tuple[str, tuple[Description, ...]]]
) -> dict[str, Gender]:
    """What styles and descriptions say of each person; where they say nothing, the given name."""
    hints: dict[str, set[Gender]] = {}
    for mention, (_, own) in zip(mentions, described, strict=True):
        style = _style(text, mention.start)
        told: list[Gender] = [style] if style else []
        told.extend("he" if each.head in HE else "she" for each in own if each.head in HE | SHE)
        hints.setdefault(mention.name, set()).update(told)
    found: dict[str, Gender] = {}
    for name, genders in hints.items():
        gender = next(iter(genders)) if len(genders) == 1 else gender_of(name) if not genders else None
        if gender is not None:
            found[name] = gender
    return found
