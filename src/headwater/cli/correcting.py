"""What `headwater correct` and `headwater corrections` do: a person's judgement into a desk, and the list of all of them.

What is named by the ids of stories and articles is kept by their pages, which do not change when they are read anew.
"""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from headwater.cli.keeping import desk_to_correct, desk_to_read
from headwater.desk import StoredDesk
from headwater.desk.correcting import SUBJECTS
from headwater.errors import UsageError
from headwater.model import Correction, CorrectionKind, Quoted, correction
from headwater.outputs import json_text
from headwater.outputs.closing import number
from headwater.outputs.visible import one_line, short
from headwater.wire import packed

_WORDS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """What a correction says, without who says it and when."""

    kind: CorrectionKind
    groups: tuple[tuple[str, ...], ...] = ()
    quoted: tuple[Quoted, ...] = ()
    subject: str = ""


Drawn = Callable[[StoredDesk], Judgement]
"""A judgement in the ids that the user gave → the same in pages of the desk."""


def correct_with(path: Path, drawn: Drawn, options: Mapping[str, object]) -> None:
    """Keep a person's judgement, and say which stories it changed."""
    with desk_to_correct(path) as desk:
        judged = drawn(desk)
        made = correction(
            judged.kind,
            groups=judged.groups,
            quoted=judged.quoted,
            subject=judged.subject,
            note=str(options["note"]),
            person=_person(options),
            made=_now(),
        )
        _say(desk, made.id, judged.kind, desk.correct(made))


def undo(path: Path, taken_back: str, options: Mapping[str, object]) -> None:
    """Take a correction back, and say which stories that changed."""
    with desk_to_correct(path) as desk:
        made = correction("undo", subject=taken_back, person=_person(options), made=_now())
        _say(desk, made.id, f"undo {taken_back}", desk.correct(made))


def merge_stories(stories: tuple[str, ...]) -> Drawn:
    """Return the judgement that stories are one."""

    def drawn(desk: StoredDesk) -> Judgement:
        there = list(dict.fromkeys(desk.card(story).id for story in stories))
        if len(there) < 2:
            raise UsageError(
                "merge takes two stories or more; an ended story counts as the one that its articles went to"
            )
        pages = tuple(page for story in there for page in _pages_of(desk, story).values())
        return Judgement(kind="merge stories", groups=(pages,))

    return drawn


def split_story(story: str, articles: tuple[str, ...]) -> Drawn:
    """Return the judgement that some articles of a story tell another one."""

    def drawn(desk: StoredDesk) -> Judgement:
        there = desk.card(story).id
        pages = _pages_of(desk, there)
        strange = [article for article in articles if article not in pages]
        if strange:
            raise UsageError(f"article {strange[0]} is not in story {there}; it holds: {', '.join(pages)}")
        leaving = tuple(pages[article] for article in dict.fromkeys(articles))
        staying = tuple(page for article, page in pages.items() if article not in articles)
        if not staying:
            raise UsageError(f"these are all articles of story {there}; leave one of them in it")
        return Judgement(kind="split story", groups=(leaving, staying), subject=f"story:{there}")

    return drawn


def merge_actors(names: tuple[str, ...], story: str | None) -> Drawn:
    """Return the judgement that spellings name one actor."""
    return lambda desk: Judgement(
        kind="merge actors", groups=(_different(names, "same-actor"),), subject=_in_story(desk, story)
    )


def split_actor(names: tuple[str, ...], story: str | None) -> Drawn:
    """Return the judgement that spellings name different actors."""
    return lambda desk: Judgement(
        kind="split actor",
        groups=tuple((name,) for name in _different(names, "different-actors")),
        subject=_in_story(desk, story),
    )


def confirm_copy(copy: str, original: str) -> Drawn:
    """Return the judgement that one article takes text from another."""
    return lambda desk: Judgement(kind="confirm copy", groups=(_two_pages(desk, copy, original),))


def undo_copy(article: str, other: str) -> Drawn:
    """Return the judgement that neither of two articles takes text from the other."""
    return lambda desk: Judgement(kind="undo copy", groups=tuple((page,) for page in _two_pages(desk, article, other)))


def disputed(kind: CorrectionKind, sides: tuple[tuple[str, str], ...]) -> Drawn:
    """Return the judgement about the words of two sides; each is an article's id and words that stand in it."""
    return lambda desk: Judgement(kind=kind, quoted=tuple(_quoted(desk, article, words) for article, words in sides))


def noted(subject: str) -> Drawn:
    """Return a note's judgement, which is none."""

    def drawn(desk: StoredDesk) -> Judgement:
        kind, mark, name = subject.partition(":")
        if kind not in SUBJECTS or not mark or not name:
            raise UsageError(f"a note is about one of {', '.join(f'{one}:…' for one in SUBJECTS)}; not “{subject}”")
        if kind == "story":
            desk.card(name)
        elif kind == "article":
            desk.article(name)
        return Judgement(kind="note", subject=subject)

    return drawn


def list_corrections(path: Path, *, jsonl: bool) -> None:
    """Print every correction in the order in which it was made."""
    with desk_to_read(path) as desk:
        standing = {each.id for each in desk.standing()}
        for each in desk.corrections():
            holds = each.id in standing
            row = {**json.loads(packed(each)), "standing": holds}
            click.echo(json_text(row) if jsonl else correction_line(each, standing=holds))


def correction_line(made: Correction, *, standing: bool) -> str:
    """Return one correction as a line; an undo, and what was taken back, judges nothing any more.

    >>> note = correction("note", subject="story:s1", note="Check.", person="Ana", made="2031-05-03T10:00:00Z")
    >>> correction_line(note, standing=True).removeprefix(note.id)
    '  2031-05-03T10:00:00Z  Ana  note  story:s1  “Check.”'
    """
    sides = [" ".join(group) for group in made.groups] or [f"{each.page} “{each.exact}”" for each in made.quoted]
    about = " | ".join(short(side, _WORDS) for side in sides)
    taken_back = "" if standing or made.kind == "undo" else "taken back"
    note = f"“{made.note}”" if made.note else ""
    parts = (made.id, made.made, made.person, made.kind, made.subject, about, note, taken_back)
    return "  ".join(one_line(part) for part in parts if part)


def _say(desk: StoredDesk, made: str, what: str, touched: tuple[str, ...]) -> None:
    click.echo(f"kept {made}: {what}; {number(len(touched), 'story')} changed")
    for story in touched:
        card = desk.card(story)
        click.echo(f"  {card.id}  {number(card.articles, 'article')}  {one_line(card.title)}")


def _person(options: Mapping[str, object]) -> str:
    return str(options["person"] or "").strip() or getpass.getuser()


def _now() -> str:
    return f"{datetime.now(UTC).isoformat(timespec='milliseconds').removesuffix('+00:00')}Z"


def _pages_of(desk: StoredDesk, story: str) -> dict[str, str]:
    """The articles of a story with their pages."""
    members = desk.store.members([story])[story]
    readings = desk.store.readings(members)
    return {article: readings[article].article.page for article in members}


def _two_pages(desk: StoredDesk, article: str, other: str) -> tuple[str, str]:
    a, b = (desk.article(one).article.page for one in (article, other))
    if a == b:
        raise UsageError(f"{article} and {other} are one page; give two")
    return a, b


def _different(names: tuple[str, ...], command: str) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    if len(kept) < 2:
        raise UsageError(f"{command} takes two different spellings or more, as the articles have them")
    return kept


def _in_story(desk: StoredDesk, story: str | None) -> str:
    return f"story:{desk.card(story).id}" if story else ""


def _quoted(desk: StoredDesk, article: str, words: str) -> Quoted:
    found = desk.article(article).article
    exact = " ".join(words.split())
    if not exact or exact not in " ".join(found.text.split()):
        raise UsageError(f"article {article} does not hold the words “{short(words, _WORDS)}”: copy them from its text")
    return Quoted(page=found.page, exact=exact)
