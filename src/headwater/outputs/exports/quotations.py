"""Statements → the words in them that the article itself puts inside quote marks, and who is said to have said them.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> [(found.words, found.speaker) for found in quotations(told.articles[0], told.statements)]
[('Nine boats sank', 'Ana Ruz')]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from headwater.model import Article, Span, Spans, Statement, words
from headwater.outputs.cite import stated_in
from headwater.text.quotes import find_quotes

SHORT = 600
"""Characters of a quotation past which it is more than one: exports without whole texts cut it there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """Words that an article quotes, run by run."""

    statement: Statement
    runs: Spans
    """Into the text, or into the title where `statement.part` says so."""
    words: str
    speaker: str | None
    """The resolved name, else the article's words for an unnamed source; None: abstained."""


def quotations(article: Article, statements: Iterable[Statement]) -> tuple[Quotation, ...]:
    """Return the quotations among an article's statements, in their order; reported speech is none.

    Of a statement that is reported with quoted words inside, only these words are a quotation.
    """
    return tuple(_quotations(article, [each for each in statements if each.article == article.id]))


def _quotations(article: Article, statements: Iterable[Statement]) -> Iterator[Quotation]:
    quoted: dict[str, Spans] = {}
    for statement in statements:
        text = stated_in(statement, article)
        if statement.form == "mixed" and statement.part not in quoted:
            quoted[statement.part] = tuple(quote.inner for quote in find_quotes(text))
        runs = _runs(statement, quoted)
        if runs:
            unnamed = words(statement.source, text) if statement.anonymous and statement.source else None
            yield Quotation(
                statement=statement, runs=runs, words=words(runs, text), speaker=statement.speaker or unnamed
            )  # fmt: skip


def _runs(statement: Statement, quoted: dict[str, Spans]) -> Spans:
    if statement.form == "direct":
        return statement.content
    if statement.form != "mixed":
        return ()
    return tuple(run for span in statement.content for run in _within(quoted[statement.part], span))


def _within(runs: Spans, span: Span) -> Iterator[Span]:
    """The runs that lie inside a span; quotations are in order and do not overlap."""
    for place in range(bisect_left(runs, span.start, key=lambda run: run.start), len(runs)):
        if not span.contains(runs[place]):
            return
        yield runs[place]
