"""Who speaks in the desk's articles, and everything that one of them is reported to have said, and about what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from headwater.errors import NotHere, UsageError
from headwater.model import Hit, Query, Slice, SpeakerCard
from headwater.web import addresses
from headwater.web.asked import Asked
from headwater.web.searching import Found, shown
from headwater.web.site import Site

_PAGE = 60
"""Statements of one page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakersPage:
    """Speakers by the beginning of their names."""

    template: ClassVar[str] = "speakers.html.j2"
    prefix: str
    speakers: tuple[SpeakerCard, ...]
    following: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Same:
    """The same words, said in the same manner, as several articles report them."""

    first: Found
    others: tuple[Found, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerPage:
    """Everything that one speaker is reported to have said."""

    template: ClassVar[str] = "speaker.html.j2"
    name: str
    about: str
    card: SpeakerCard | None
    said: tuple[Same, ...]
    following: str
    wrong: str


def speakers_page(site: Site, asked: Asked) -> SpeakersPage:
    """Return speakers, those with most statements first."""
    prefix = asked.one("prefix")
    found = site.desk.speakers(prefix, after=asked.some("after"), limit=60)
    following = addresses.with_fields("/speakers", prefix=prefix, after=found.after) if found.after else ""
    return SpeakersPage(prefix=prefix, speakers=found.items, following=following)


def speaker_page(site: Site, asked: Asked) -> SpeakerPage:
    """Return what a speaker is reported to have said; raises `NotHere` where no name is given."""
    name, about = asked.one("name"), asked.one("about")
    if not name:
        raise NotHere("give the name of a speaker")
    query = Query(kind="statement", speaker=name, about=about or None)
    card = next((each for each in site.desk.speakers(name, limit=20).items if each.name == name), None)
    wrong = ""
    hits: Slice[Hit] = Slice(items=(), after=None)
    try:
        hits = site.desk.search(query, after=asked.some("after"), limit=_PAGE)
    except UsageError as error:
        wrong = str(error)
    following = addresses.with_fields("/speaker", name=name, about=about, after=hits.after) if hits.after else ""
    return SpeakerPage(
        name=name, about=about, card=card, said=together(shown(hits.items)), following=following, wrong=wrong
    )


def together(found: Iterable[Found]) -> tuple[Same, ...]:
    """Return statements in the order in which they come, those in the same words and of one stance as one."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for each in found:
        spoken = "".join(piece.words for piece in each.pieces).casefold()
        groups.setdefault((spoken, each.hit.statement.stance if each.hit.statement else ""), []).append(each)
    return tuple(Same(first=first, others=tuple(others)) for first, *others in groups.values())
