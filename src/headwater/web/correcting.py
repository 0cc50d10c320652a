"""A form → a person's judgement. The page offers what can be corrected in a story; what a form says becomes a `Correction`.

>>> from headwater.web.asked import Asked
>>> asked = Asked.of({}, "kind=note&subject=story%3As1&note=Check+the+toll.")
>>> judged(None, asked, person="Ana", made="2031-05-03T10:00:00Z").note
'Check the toll.'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar, get_args

from headwater.errors import UsageError
from headwater.model import Correction, CorrectionKind, Evidence, Point, Query, Quoted, StoryCard, correction
from headwater.web.asked import Asked
from headwater.web.site import Site, Told

KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
_CANDIDATES = 8
_SIDES = 2
"""Of a dispute."""
_STORY = re.compile(r"(?:.*/stories/)?([0-9A-Za-z_-]{1,64})(?:[?#].*)?")
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectPage:
    """What can be corrected in one story."""

    template: ClassVar[str] = "correct.html.j2"
    card: StoryCard
    told: Told
    candidates: tuple[StoryCard, ...]
    """Other stories that it could be one with, found by its own words or by those asked for."""
    find: str


def correct_page(site: Site, asked: Asked) -> CorrectPage:
    """Return the page on which a story is corrected; raises `NotHere` for an id that the desk does not know."""
    card = site.desk.card(asked.path["story"])
    told = site.told(card, full=True)
    find = asked.one("find")
    return CorrectPage(card=card, told=told, candidates=_candidates(site, card, find), find=find)


def judged(site: Site | None, asked: Asked, *, person: str, made: str) -> Correction:
    """Return the judgement that a form spells out; raises `UsageError` with a sentence for its reader where it cannot be.

    `site` is needed by all kinds but notes, which name what they are about themselves.
    """
    kind = asked.choice("kind", ("note", *KINDS))
    note, subject = asked.one("note"), asked.one("subject")
    if kind == "note":
        if not note or not subject:
            raise UsageError("a note needs words")
        return correction("note", subject=subject, note=note, person=person, made=made)
    if site is None or kind == "undo":
        raise UsageError("a correction is taken back with its own button")
    if kind in {"confirm dispute", "undo dispute"}:
        return correction(kind, quoted=_quoted(site, asked), note=note, person=person, made=made)
    about = f"story:{asked.one('story')}" if asked.one("story") else ""
    return correction(kind, groups=_GROUPS[kind](site, asked), subject=about, note=note, person=person, made=made)


def _merged(site: Site, asked: Asked) -> Groups:
    given = asked.one("address") or asked.one("other")
    found = _STORY.fullmatch(given)
    if not found:
        raise UsageError("choose the story that this one is to be one with, or give its address")
    own, other = site.desk.card(asked.one("story")), site.desk.card(found[1])
    if own.id == other.id:
        raise UsageError("these are one story already")
    return (tuple(article.page for card in (own, other) for article in site.told(card).brief.articles),)


def _split(site: Site, asked: Asked) -> Groups:
    articles = site.told(site.desk.card(asked.one("story"))).brief.articles
    return _apart(((article.id, article.page) for article in articles), asked.every("article"), "articles")


def _names_merged(site: Site, asked: Asked) -> Groups:
    chosen = set(asked.every("name"))
    actors = [each for each in site.told(site.desk.card(asked.one("story"))).brief.actors if each.id in chosen]
    if len(actors) < 2:
        raise UsageError("choose two names or more that are one")
    return (tuple(dict.fromkeys(variant for actor in actors for variant in actor.variants)),)


def _names_split(site: Site, asked: Asked) -> Groups:
    told = site.told(site.desk.card(asked.one("story"))).brief
    actor = next((each for each in told.actors if each.id == asked.one("actor")), None)
    if actor is None:
        raise UsageError("this name has changed meanwhile: load the page anew")
    return _apart(((variant, variant) for variant in actor.variants), asked.every("spelling"), "spellings")


def _apart(held: Iterable[tuple[str, str]], chosen: Iterable[str], noun: str) -> Groups:
    """Return what stays and what goes; both must hold something."""
    going = set(chosen)
    every = tuple(held)
    goes = tuple(name for key, name in every if key in going)
    stays = tuple(name for key, name in every if key not in going)
    if not goes or not stays:
        raise UsageError(f"choose some of the {noun}, and not all")
    return stays, goes


def _copied(site: Site, asked: Asked) -> Groups:
    return (_pages(site, asked),)


def _not_copied(site: Site, asked: Asked) -> Groups:
    a, b = _pages(site, asked)
    return (a,), (b,)


def _pages(site: Site, asked: Asked) -> tuple[str, str]:
    a, b = (site.article(asked.one(name)).article.page for name in ("a", "b"))
    return a, b


_GROUPS: dict[CorrectionKind, Callable[[Site, Asked], Groups]] = {
    "merge stories": _merged,
    "split story": _split,
    "merge actors": _names_merged,
    "split actor": _names_split,
    "confirm copy": _copied,
    "undo copy": _not_copied,
}


def _quoted(site: Site, asked: Asked) -> tuple[Quoted, ...]:
    """Return the words of both sides: of the answers whose letters are given, else of the surest conflict."""
    told = site.told(site.desk.card(asked.one("story")))
    found = next(((name, each) for name, each in told.points.items() if each.id == asked.one("point")), None)
    if found is None:
        raise UsageError("this point has changed meanwhile: load the page anew")
    name, point = found
    letters = {asked.one("one"), asked.one("other")}
    sheet = next(each for each in told.sheet.points if each.anchor == name)
    chosen = [answer for given, answer in zip(sheet.answers, point.answers, strict=True) if given.letter in letters]
    sides = [answer.evidence[0] for answer in chosen] if len(chosen) == _SIDES else _surest(point)
    if len(sides) != _SIDES:
        raise UsageError("choose two answers that differ")
    articles = told.articles
    return tuple(
        Quoted(page=articles[side.article].page, exact=side.span.of(articles[side.article].text)) for side in sides
    )


def _surest(point: Point) -> list[Evidence]:
    """Return the two pieces of evidence that most surely contradict each other; none where nothing says so."""
    every = {found.id: found for answer in point.answers for found in answer.evidence}
    against = [link for link in point.links if link.kind == "contradicts" and {link.a, link.b} <= set(every)]
    if not against:
        return []
    link = max(against, key=lambda each: (each.verdict != "no", each.score))
    return [every[link.a], every[link.b]]


def _candidates(site: Site, card: StoryCard, find: str) -> tuple[StoryCard, ...]:
    """Return other stories by words asked for, else by the meaning of this one's title."""
    query = Query(words=find) if find else Query(words=card.title, meaning=True)
    hits = site.desk.search(query, limit=4 * _CANDIDATES).items
    stories = dict.fromkeys(hit.story for hit in hits if hit.story and hit.story != card.id)
    return tuple(site.desk.card(story) for story in list(stories)[:_CANDIDATES])
