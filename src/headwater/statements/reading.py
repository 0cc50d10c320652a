"""Articles → statements: a reader finds the attributions; speakers, nesting and ids are added here, once for all readers.

>>> from headwater.model import Article
>>> text = "“We won,” said Ana Ruiz."
>>> article = Article(id="a", page="p", places=(), title=None, outlet=None, url=None, authors=(), published=None,
...                   language="en", section=None, tags=(), credits=(), rights=None, translations=(), text=text,
...                   blocks=(), cuts=(), by="example")
>>> [(statement.speaker, statement.form) for statement in read_statements([article])]
[('Ana Ruiz', 'direct')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from headwater.model import Article, Part, Span, Statement, digest
from headwater.readers import readable
from headwater.statements.attribution import Attribution, Reader
from headwater.statements.cited import with_cited
from headwater.statements.crediting import without_credits
from headwater.statements.learned import LearnedReader
from headwater.statements.nesting import parents
from headwater.statements.people import People, find_people
from headwater.statements.rules import RuleReader
from headwater.statements.speakers import Speaker, resolve

PARAGRAPH = re.compile(r"[^\n]+")
LEARNED, RULES = LearnedReader(), RuleReader()


def reader_for(text: str, language: str | None) -> Reader:
    """Return the reader of a text by its language, an ISO 639-1 code: the learned one for what the networks read.

    >>> reader_for("It rained.", "en").by, reader_for("Yağış yağdı.", "az").by
    ('statements.learned/1', 'statements.rules/1')
    """
    return LEARNED if readable(text, language) else RULES


def read_statements(articles: Iterable[Article], *, reader: Reader | None = None) -> Iterator[Statement]:
    """Yield the statements of each article in turn: those of its headline first, then those of its text in order.

    Without a `reader` each article gets the learned one if it is English, else the rules.

    Spans count in `Article.text`, for `part="title"` in `Article.title`. The title is read only where the text does
    not hold it as a headline block of its own. No text raises anything; a damaged model file raises `MissingModel`.
    """
    for article in articles:
        yield from _of_article(article, reader or reader_for(article.text, article.language))


def _of_article(article: Article, reader: Reader) -> Iterator[Statement]:
    title = article.title or ""
    people = _people(article.text, title, reader)
    headlines = [block.span for block in article.blocks if block.role == "headline"]
    if title and not headlines:
        whole = [Span(start=0, end=len(title))]
        found = list(reader.attributions(title, whole, "title"))
        speakers = resolve(title, found, people.shifted(len(article.text) + 1), whole)
        yield from _statements(article, "title", found, speakers, reader.by)
    paragraphs = _paragraphs(article)
    found = [*reader.attributions(article.text, headlines, "title")] if headlines else []
    found.extend(reader.attributions(article.text, paragraphs, "text"))
    found = with_cited(article.text, without_credits(found, article.text, article.credits))
    found.sort(key=lambda each: (each.start, each.cue, each.content))
    speakers = resolve(article.text, found, people, sorted([*headlines, *paragraphs]))
    yield from _statements(article, "text", found, speakers, reader.by)


def _people(text: str, title: str, reader: Reader) -> People:
    """The people of a text and, behind its last line, of its title."""
    names = [*reader.names(text)]
    for name in reader.names(title) if title else ():
        span = Span(start=name.span.start + len(text) + 1, end=name.span.end + len(text) + 1)
        names.append(replace(name, span=span))
    return find_people(f"{text}\n{title}", names)


def _paragraphs(article: Article) -> list[Span]:
    """The lines of the blocks that are not headlines; of the whole text where it has no blocks."""
    blocks = [block.span for block in article.blocks if block.role != "headline"]
    if not article.blocks:
        blocks = [Span(start=0, end=len(article.text))]
    return [
        Span(start=line.start(), end=line.end())
        for block in blocks
        for line in PARAGRAPH.finditer(article.text, block.start, block.end)
    ]


def _statements(
    article: Article, part: Part, found: Sequence[Attribution], speakers: Sequence[Speaker], by: str
) -> Iterator[Statement]:
    text = article.text if part == "text" else article.title or ""
    ids = [_id(article, part, each) for each in found]
    for each, speaker, own, parent in zip(found, speakers, ids, parents(text, found), strict=True):
        yield Statement(
            id=own,
            article=article.id,
            part=part,
            source=each.source,
            cue=each.cue,
            content=each.content,
            speaker=speaker.name,
            form=each.form,
            stance=each.stance,
            hedge=each.hedge,
            anonymous=speaker.anonymous,
            anonymity=speaker.anonymity,
            within=None if parent is None else ids[parent],
            score=each.score,
            by=by,
        )


def _id(article: Article, part: Part, found: Attribution) -> str:
    spans: list[str | int] = []
    for name, group in (("source", found.source), ("cue", found.cue), ("content", found.content)):
        spans.append(name)
        for span in group:
            spans.extend((span.start, span.end))
    return digest(article.id, part, *spans)
