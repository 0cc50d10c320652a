"""Old stories and new groups of their articles → which group goes on under which id, and what happened to each.

A story goes on in the group that holds most of its articles; a group that holds most of several goes on as the one that gives
it most. Ids are those of the article that a story began with, so that a story that was merged and is split again gets its own back.

>>> held = {"s1": ("a",), "s2": ("b",)}
>>> [(one.story, one.articles, [event.change for event in one.events]) for one in regrouped(held, [["a", "b"]], ["a", "b"], by="test")]
[('s1', ('a', 'b'), ['merged']), ('s2', (), ['ended'])]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from headwater.model import StoryEvent, digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Regrouped:
    """One story as it is from now on."""

    story: str
    articles: tuple[str, ...]
    """Empty: it ended."""
    events: tuple[StoryEvent, ...]


def regrouped(  # noqa: PLR0913 - what was, what is, and who says so
    held: Mapping[str, Sequence[str]],
    groups: Sequence[Sequence[str]],
    order: Sequence[str],
    *,
    by: str,
    new: str | None = None,
    there: Callable[[str], bool] = lambda _story: False,
) -> list[Regrouped]:
    """Return the stories that changed.

    `held` are the stories before, `groups` their articles (and `new`) grouped anew, `order` all articles in the order of
    their reports, which is the order of a story's articles. `there` says whether another story goes by an id: the article
    that it began with may have left it since.
    """
    rank = {article: place for place, article in enumerate(order)}
    listed = sorted((sorted(group, key=rank.__getitem__) for group in groups), key=lambda group: rank[group[0]])
    names = _names(held, listed, there)
    before = {article: story for story, members in held.items() for article in members}
    now = {article: name for name, group in zip(names, listed, strict=True) for article in group}
    changed = []
    for name, group in zip(names, listed, strict=True):
        events = _events(name, group, before, now, by=by, new=new, old=held.get(name, ()))
        if events or tuple(group) != tuple(held.get(name, ())):
            changed.append(Regrouped(story=name, articles=tuple(group), events=events))
    for story in sorted(set(held) - set(names)):
        went = sorted(
            {now[article] for article in held[story]},
            key=lambda name: (-sum(now[a] == name for a in held[story]), name),
        )
        event = StoryEvent(
            number=0, story=story, change="ended", articles=tuple(held[story]), other=went[0] if went else None, by=by
        )  # fmt: skip
        changed.append(Regrouped(story=story, articles=(), events=(event,)))
    return changed


def _names(
    held: Mapping[str, Sequence[str]], groups: Sequence[Sequence[str]], there: Callable[[str], bool]
) -> list[str]:
    """Return an id for each group: of the story that it shares most articles with, each story going on once."""
    shared = sorted(
        (-len(both), not _began(story, group), story, number)
        for story, members in held.items()
        for number, group in enumerate(groups)
        if (both := set(members) & set(group))
    )
    taken: dict[int, str] = {}
    for *_, story, number in shared:
        if number not in taken and story not in taken.values():
            taken[number] = story
    used = {*held, *taken.values()}
    names = []
    for number, group in enumerate(groups):
        name = taken.get(number) or _born(group, lambda name: name in used or (name not in held and there(name)))
        used.add(name)
        names.append(name)
    return names


def _began(story: str, group: Sequence[str]) -> bool:
    """Say whether a group holds the article that a story began with."""
    return any(digest("story", article) == story for article in group)


def _born(group: Sequence[str], used: Callable[[str], bool]) -> str:
    name = digest("story", group[0])
    while used(name):
        name = digest("story", group[0], name)
    return name


def _events(  # noqa: PLR0913 - what was and what is
    name: str,
    group: Sequence[str],
    before: Mapping[str, str],
    now: Mapping[str, str],
    *,
    by: str,
    new: str | None,
    old: Sequence[str],
) -> tuple[StoryEvent, ...]:
    """Return what happened to one story: it began or grew, took articles of others, lost articles to others."""
    found = []
    if not old:
        found.append(StoryEvent(number=0, story=name, change="began", articles=tuple(group), other=None, by=by))
    else:
        if new in group:
            found.append(StoryEvent(number=0, story=name, change="grew", articles=(str(new),), other=None, by=by))
        came = sorted({before[article] for article in group if before.get(article, name) != name})
        found += [
            StoryEvent(number=0, story=name, change="merged", articles=tuple(a for a in group if before.get(a) == story), other=story, by=by)
            for story in came
        ]  # fmt: skip
    went = sorted({now[article] for article in old if now[article] != name})
    found += [
        StoryEvent(number=0, story=name, change="split", articles=tuple(a for a in old if now[a] == story), other=story, by=by)
        for story in went
    ]  # fmt: skip
    return tuple(found)
