"""An article's credits → the sentences that rest on the supplier whom they cite, whoever prints them.

“According to Northern Wire” makes Northern Wire the voice of its sentence, and “the mayor told Northern Wire” the voice
of all that is quoted there. See `find_cited`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.articles.agencies import same_publisher
from headwater.model import Article, Credit, Span, Spans
from headwater.origins.stretches import merged
from headwater.text.quotes import Quote, find_quotes
from headwater.text.sentences import sentences

NEAR = 8
"""Characters of white space that may stand between a credit's sentence and a quotation beside it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """Sentences that rest on a supplier."""

    agency: str
    spans: Spans
    words: str
    """The credit."""


def find_cited(article: Article) -> list[Cited]:
    """Return what an article gives on the word of a supplier other than itself, in the order of its credits.

    That is the sentence of each credit `cited` or `quoted-from`, and every sentence of a quotation that the credit stands
    beside: one that reaches into its sentence, follows its colon or, for `quoted-from`, ends just before it, with the
    paragraphs that go on with it.
    """
    credits_ = [
        credit
        for credit in article.credits
        if credit.kind in ("cited", "quoted-from") and credit.span and not same_publisher(article.outlet, credit.agency)
    ]
    if not credits_:
        return []
    found, quotes = sentences(article.text), find_quotes(article.text)
    return [
        Cited(agency=credit.agency, spans=_reach(article.text, credit, found, quotes), words=credit.words)
        for credit in credits_
    ]


def _reach(text: str, credit: Credit, found: Sequence[Span], quotes: Sequence[Quote]) -> Spans:
    """Return the sentence of a credit and those of the quotations `quotes[first:last]` that it stands beside."""
    sentence = _sentences_at(credit.span or Span(start=0, end=0), found)
    first = bisect_right(quotes, sentence.start, key=lambda quote: quote.span.end)
    last = max(first, bisect_left(quotes, sentence.end, key=lambda quote: quote.span.start))
    if credit.kind == "quoted-from" and first and _next_to(text, quotes[first - 1].span.end, sentence.start, lines=0):
        first -= 1
    opens = last < len(quotes) and text[sentence.end - 1 : sentence.end] == ":"
    if opens and _next_to(text, sentence.end, quotes[last].span.start, lines=2):
        last += 1
    while first < last < len(quotes) and quotes[last].resumed:
        last += 1
    crossing = bisect_right(quotes, sentence.end, first, last, key=lambda quote: quote.span.end)
    beside = (*quotes[first : min(first + 1, crossing)], *quotes[crossing:last])  # those between lie in the sentence
    return merged([sentence, *(_sentences_at(quote.span, found) for quote in beside)])


def _sentences_at(span: Span, found: Sequence[Span]) -> Span:
    """Return the sentences that a span touches as one run; the span itself where it touches none."""
    first = bisect_right(found, span.start, key=lambda sentence: sentence.end)
    last = bisect_left(found, span.end, key=lambda sentence: sentence.start)
    return Span(start=found[first].start, end=found[last - 1].end) if first < last else span


def _next_to(text: str, start: int, end: int, *, lines: int) -> bool:
    """Say whether nothing but a little white space stands between two places, with no more than so many line breaks."""
    between = text[start : min(end, start + NEAR)]
    return end - start <= NEAR and not between.strip() and between.count("\n") <= lines
