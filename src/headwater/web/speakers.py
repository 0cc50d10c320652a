"""Who speaks in the desk's articles, and everything that one of them is reported to have said, and about what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from headwater.errors import NotHere, UsageError
from headwater.model import Query, SpeakerCard
from headwater.web import addresses
from headwater.web.asked import Asked
from headwater.web.searching import Found, shown
from headwater.web.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakersPage:
    """Speakers by the beginning of their names."""

    template: ClassVar[str] = "speakers.html.j2"
    prefix: str
    speakers: tuple[SpeakerCard, ...]
    following: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerPage:
    """Everything that one speaker is reported to have said."""

    template: ClassVar[str] = "speaker.html.j2"
    name: str
    about: str
    card: SpeakerCard | None
    found: tuple[Found, ...]
    total: int | None
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
    try:
        hits = site.desk.search(query, after=asked.some("after"), limit=40)
    except UsageError as error:
        return SpeakerPage(name=name, about=about, card=card, found=(), total=None, following="", wrong=str(error))
    following = addresses.with_fields("/speaker", name=name, about=about, after=hits.after) if hits.after else ""
    return SpeakerPage(
        name=name, about=about, card=card, found=shown(hits.items), total=hits.total, following=following, wrong=""
    )
