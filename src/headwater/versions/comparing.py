"""Two versions of an article → what changed between them. See `compare_versions`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from headwater.articles.agencies import outlet_key
from headwater.model import Article, Span, Spans, Statement
from headwater.model.version import EditKind, SentenceChange, TellingEdit, VersionChange, VersionField
from headwater.versions.aligning import Aligned, align
from headwater.versions.attributions import Attributed, Said
from headwater.versions.differing import Differing
from headwater.versions.notices import is_marked, is_notice
from headwater.versions.sentences import Sentence, sentences_of
from headwater.versions.telling import Pair, Telling
from headwater.versions.wording import changed_runs, tokens

KINDS: tuple[EditKind, ...] = get_args(EditKind)


def compare_versions(
    old: Article, new: Article, *, old_statements: Iterable[Statement] = (), new_statements: Iterable[Statement] = ()
) -> VersionChange:
    """Return what changed from one text of an address to the next, sentence by sentence.

    Sentences are aligned in order, reworded ones by their words, and those that only changed places are told as moved;
    within a sentence the differing words are given, and what they change of what is told: numbers, days, names, a “not”,
    words inside quote marks, distance. With the statements of both articles also who says it and how. Time is near linear
    in the texts.

    >>> from dataclasses import replace
    >>> article = Article(id="a1", page="p1", places=(), title=None, outlet=None, url=None, authors=(), published=None,
    ...                   language="en", section=None, tags=(), credits=(), rights=None, translations=(),
    ...                   text="It rained. At least 12 houses burned down.", blocks=(), cuts=(), by="example")
    >>> later = replace(article, id="a2", text="It rained. At least 15 houses burned down.")
    >>> change = compare_versions(article, later)
    >>> [(each.fate, each.kinds) for each in change.changes], change.silent
    ([('kept', ()), ('reworded', ('number',))], True)
    """
    versions = _Versions(
        old=Telling(old), new=Telling(new), said=(Said(old, old_statements), Said(new, new_statements))
    )  # fmt: skip
    before, after = sentences_of(old), sentences_of(new)
    titles = changed_runs(tokens(old.title or ""), tokens(new.title or ""))
    in_title = Differing(runs=tuple(titles))
    notices = tuple(_notices(before, after, new))
    cut_notices = tuple(_cut_notices(old, new))
    marked = is_marked(new.title or "") and not is_marked(old.title or "")
    return VersionChange(
        old=old.id,
        new=new.id,
        changes=tuple(versions.change(aligned) for aligned in align(before, after)),
        fields=tuple(_fields(old, new, title=bool(titles))),
        old_title=in_title.old_words,
        new_title=in_title.new_words,
        announced=bool(notices or cut_notices or marked),
        notices=notices,
        cut_notices=cut_notices,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Versions:
    """Both articles, ready to be asked."""

    old: Telling
    new: Telling
    said: tuple[Said, Said]

    def change(self, aligned: Aligned) -> SentenceChange:
        """Return what became of one sentence."""
        old, new = aligned.old, aligned.new
        if old is None or new is None:
            return SentenceChange(
                fate="added" if old is None else "removed",
                old=old.span if old else None,
                new=new.span if new else None,
            )
        differing = Differing(runs=tuple(self._runs(old, new)))
        return SentenceChange(
            fate="moved" if aligned.moved else "reworded" if differing.runs else "kept",
            old=old.span,
            new=new.span,
            old_words=differing.old_words,
            new_words=differing.new_words,
            edits=self._edits(old, new, differing) if differing.runs else (),
        )

    def _runs(self, old: Sentence, new: Sentence) -> Iterator[tuple[Span, Span]]:
        if old.forms != new.forms:
            yield from changed_runs(
                tokens(self.old.article.text, old.span), tokens(self.new.article.text, new.span)
            )  # fmt: skip

    def _edits(self, old: Sentence, new: Sentence, differing: Differing) -> tuple[TellingEdit, ...]:
        pair = Pair(old=self.old, new=self.new, old_span=old.span, new_span=new.span, differing=differing)
        attributed = Attributed(
            old=self.said[0], new=self.said[1], old_span=old.span, new_span=new.span, differing=differing
        )  # fmt: skip
        return tuple(sorted({*pair.edits(), *attributed.edits()}, key=_in_order))


def _in_order(edit: TellingEdit) -> tuple[int, Spans, Spans]:
    return KINDS.index(edit.kind), edit.old, edit.new


def _fields(old: Article, new: Article, *, title: bool) -> Iterator[VersionField]:
    if title:
        yield "title"
    if old.published != new.published:
        yield "published"
    if old.authors != new.authors:
        yield "authors"
    if _suppliers(old) != _suppliers(new):
        yield "suppliers"


def _suppliers(article: Article) -> set[str]:
    return {outlet_key(credit.agency) for credit in article.credits}


def _notices(before: Iterable[Sentence], after: Iterable[Sentence], new: Article) -> Iterator[Span]:
    """Yield the sentences of the new text that say that it was changed and that the old text has not."""
    known = {each.forms for each in before}
    for each in after:
        if each.forms not in known and is_notice(each.span.of(new.text)):
            yield each.span


def _cut_notices(old: Article, new: Article) -> Iterator[int]:
    """Yield the lines cut from the new page that say so, and that neither the old text nor its page has."""
    known = {" ".join(cut.text.split()) for cut in old.cuts}
    for number, cut in enumerate(new.cuts):
        if " ".join(cut.text.split()) not in known and is_notice(cut.text):
            yield number
