"""A person's decision into a kept desk: kept first, then everything that it touches is grouped or viewed anew."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.desk.arrivals import Arrivals
from headwater.desk.decided import decided
from headwater.errors import NotHere, UsageError
from headwater.model import Correction, Query, taken_back
from headwater.store import Store

NAMED = 200
"""Statements of a speaker whose stories are viewed anew when somebody decides who the speaker is."""
GROUPS: dict[str, tuple[int, int]] = {
    "merge stories": (1, 1),
    "split story": (2, 1000),
    "merge actors": (1, 1),
    "split actor": (2, 1000),
    "confirm copy": (1, 1),
    "undo copy": (2, 2),
}
"""How many groups, least and most, each kind takes."""
SUBJECTS = ("story", "article", "point", "actor")
"""What a note may be about."""


def apply(store: Store, correction: Correction) -> tuple[str, ...]:
    """Keep a correction and mark what it changes, in one transaction; return the ids of the stories to settle.

    Raises `NotHere` where it names a page or correction that the desk does not hold, `UsageError` where it makes no sense.
    """
    check(store, correction)
    with store.writing():
        if not store.add_correction(correction):
            return ()
        return _touch(store, correction)


def check(store: Store, correction: Correction) -> None:
    """Raise where a correction cannot be meant for this desk."""
    least, most = GROUPS.get(correction.kind, (0, 0))
    if not least <= len(correction.groups) <= most or not all(correction.groups):
        raise UsageError(f"“{correction.kind}” takes {least} to {most} groups, none of them empty")
    if (least, most) == (1, 1) and len(set(correction.groups[0])) < 2:
        raise UsageError(f"“{correction.kind}” takes one group of two different members or more")
    if correction.kind.endswith("dispute") and len(correction.quoted) != 2:
        raise UsageError(f"“{correction.kind}” takes the words of two sides")
    if correction.kind == "note":
        _check_note(correction)
    if correction.kind == "undo":
        _check_undo(store, correction.subject)
    pages = sorted(_pages(correction))
    articles = store.article_of(pages)
    missing = set(pages) - set(articles)
    if missing:
        raise NotHere(f"no page {min(missing)} on this desk; add it first")
    for quoted in correction.quoted:
        article = articles[quoted.page]
        if _spaced(quoted.exact) not in _spaced(store.readings([article])[article].article.text):
            raise UsageError(f"page {quoted.page} does not hold these words; copy them from its article's text")


def _check_note(note: Correction) -> None:
    about, mark, name = note.subject.partition(":")
    if not (note.note.strip() and mark and name.strip() and about in SUBJECTS):
        raise UsageError(
            f"a note needs words, and a subject that begins with one of: {', '.join(f'{one}:' for one in SUBJECTS)}"
        )


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _check_undo(store: Store, subject: str) -> None:
    every = store.corrections()
    if subject not in {each.id for each in every}:
        raise NotHere(f"no correction {subject} on this desk")
    if subject in taken_back(every):
        raise UsageError(f"correction {subject} was taken back already")


def _pages(correction: Correction) -> set[str]:
    named = () if correction.kind.endswith(("actors", "actor")) else correction.groups
    return {page for group in named for page in group} | {each.page for each in correction.quoted}


def _touch(store: Store, correction: Correction) -> tuple[str, ...]:
    """Group or mark anew what a correction speaks of; an undo touches what its target did."""
    if correction.kind == "undo":
        target = next(each for each in store.corrections() if each.id == correction.subject)
        return _touch(store, target)
    articles = _current(store, _pages(correction))
    if correction.kind in ("merge stories", "split story"):
        return Arrivals(store=store, decided=decided(store.corrections())).regroup(articles)
    stories = set(store.story_of(sorted(articles)).values())
    if correction.kind in ("merge actors", "split actor"):
        stories |= _naming(store, correction)
    store.unsettle(sorted(stories))
    return tuple(sorted(stories))


def _current(store: Store, pages: Iterable[str]) -> set[str]:
    """Return the current versions of the articles read from some pages."""
    return set(store.current_of(sorted(pages)).values())


def _naming(store: Store, correction: Correction) -> set[str]:
    """Return the stories in which somebody of these names speaks, and the one that the correction was made in."""
    names = sorted({name for group in correction.groups for name in group})
    spoken = {
        found.article
        for name in names
        for found in store.search(Query(kind="statement", speaker=name), limit=NAMED).items
    }
    story = correction.subject.removeprefix("story:")
    here = {story} if story != correction.subject and store.members([story]) else set()
    return here | set(store.story_of(sorted(spoken)).values())
