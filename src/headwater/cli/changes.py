"""What `headwater desk versions` shows: what each version of an article changed of the one before, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click
from rich.text import Text

from headwater.cli.keeping import desk_to_read
from headwater.cli.printing import console
from headwater.model import Article, ArticleView, Span, Spans, words
from headwater.model.version import SentenceChange, TellingEdit, VersionChange
from headwater.outputs.closing import number
from headwater.outputs.screen import Line, blank, item, print_line
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, visible
from headwater.versions import compare_versions
from headwater.wire import packed

GONE, COME = "red", "green"


def show_versions(path: Path, article: str, *, jsonl: bool) -> None:
    """Print what changed from each version of an article to the next, the oldest first."""
    with desk_to_read(path) as desk:
        views = [desk.article(version) for version in desk.article(article).versions]
    pairs = [(old, new, _change(old, new)) for old, new in pairwise(views)]
    if jsonl:
        for _, _, change in pairs:
            click.echo(packed(change).decode())
        return
    screen = console()
    for old, new, change in pairs:
        for line in _lines(old.article, new.article, change):
            print_line(line, screen)
    click.echo(f"{number(len(views), 'version')} of this article", err=True)


def _change(old: ArticleView, new: ArticleView) -> VersionChange:
    return compare_versions(
        old.article, new.article, old_statements=old.statements, new_statements=new.statements
    )  # fmt: skip


def _lines(old: Article, new: Article, change: VersionChange) -> Iterator[Line]:
    yield item(0, (f"{old.id} → {new.id}", "bold"), (f"  {_summary(change)}", ""))
    yield item(2, (f"{readable(old.published) or 'undated'} → {readable(new.published) or 'undated'}", "dim"))
    if "title" in change.fields:
        yield _sentence("−", old.title or "", change.old_title, GONE)
        yield _sentence("+", new.title or "", change.new_title, COME)
    if "authors" in change.fields:
        yield item(2, (f"authors: {_list(old.authors)} → {_list(new.authors)}", ""))
    if "suppliers" in change.fields:
        yield item(2, (f"credited: {_list(_agencies(old))} → {_list(_agencies(new))}", ""))
    for each in change.changes:
        yield from _changed(each, old, new)
    for notice in change.notices:
        yield item(2, ("says so: ", "dim"), (f"“{one_line(notice.of(new.text))}”", ""))
    for place in change.cut_notices:
        yield item(2, ("says so: ", "dim"), (f"“{one_line(new.cuts[place].text)}”", ""))
    yield blank()


def _summary(change: VersionChange) -> str:
    if not change.changed:
        return "nothing but the date" if change.fields else "the same words"
    fates = [each.fate for each in change.changes]
    counted = [f"{fates.count(fate)} {fate}" for fate in ("reworded", "added", "removed", "moved") if fate in fates]
    told = "changed without a word about it" if change.silent else "changed openly"
    return "; ".join(part for part in (told, ", ".join(counted)) if part)


def _changed(change: SentenceChange, old: Article, new: Article) -> Iterator[Line]:
    if change.fate == "kept":
        return
    if change.fate == "moved" and change.new:
        yield item(2, ("↕ ", "dim"), (one_line(change.new.of(new.text)), ""))
        return
    if change.old:
        yield _within("−", old.text, change.old, change.old_words, GONE)
    if change.new:
        yield _within("+", new.text, change.new, change.new_words, COME)
    for edit in change.edits:
        yield item(4, (_edit(edit, old, new), "italic"))


def _edit(edit: TellingEdit, old: Article, new: Article) -> str:
    sides = [
        f"“{one_line(words(spans, article.text))}”" for spans, article in ((edit.old, old), (edit.new, new)) if spans
    ]
    return f"{edit.kind}: {' → '.join(sides)}" if sides else edit.kind


def _within(mark: str, text: str, sentence: Span, differing: Spans, style: str) -> Line:
    own = tuple(Span(start=span.start - sentence.start, end=span.end - sentence.start) for span in differing)
    return _sentence(mark, sentence.of(text), own, style)


def _sentence(mark: str, sentence: str, differing: Spans, style: str) -> Line:
    """One sentence with its differing words coloured; without any it is new, or gone, as a whole."""
    line = Text(f"{mark} ", style=style)
    at = 0
    for span in differing or (Span(start=0, end=len(sentence)),):
        line.append(_flat(sentence[at : span.start]), style="default").append(_flat(span.of(sentence)), style=style)
        at = span.end
    return Line(indent=2, text=line.append(_flat(sentence[at:]), style="default"))


def _flat(piece: str) -> str:
    shown = visible(piece)
    return " " * shown[:1].isspace() + " ".join(shown.split()) + " " * (shown[-1:].isspace() and bool(shown.strip()))


def _agencies(article: Article) -> tuple[str, ...]:
    return tuple(dict.fromkeys(credit.agency for credit in article.credits))


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(map(one_line, names)) or "nobody"
