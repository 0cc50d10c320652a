"""What one speaker is reported to have said → a feed, a table or annotations; an entry a statement.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> speaker = Speaker(name="Ana Ruz", said=((told.articles[0], told.statements[0]),))
>>> [entry.title for entry in speaker_feed(speaker).entries]
['Ana Ruz: “Nine boats sank”']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.model import Article, Statement, words
from headwater.outputs import labels
from headwater.outputs.cite import stated_in
from headwater.outputs.citing import outlet
from headwater.outputs.exports.feed import Entry, Feed, newest
from headwater.outputs.exports.identifiers import address, language_tag, urn
from headwater.outputs.exports.instants import reported, sortable
from headwater.outputs.exports.settings import ALONE, ExportSettings
from headwater.outputs.fragments import text_link
from headwater.outputs.visible import short

_TITLE = 120
_QUOTE = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """A name with the statements that it is behind, each with the article that it stands in."""

    name: str
    said: tuple[tuple[Article, Statement], ...]


def speaker_feed(speaker: Speaker, settings: ExportSettings = ALONE) -> Feed:
    """Return the feed of a speaker; a statement has the time of its article.

    Words that the article itself quotes stand inside quote marks, reported speech does not.
    """
    return Feed(
        id=urn("speaker", speaker.name),
        title=speaker.name,
        subtitle=f"What {speaker.name} is reported to have said",
        home=settings.speaker(speaker.name),
        own=settings.own,
        entries=newest(_entries(speaker, settings)),
    )


def _entries(speaker: Speaker, settings: ExportSettings) -> Iterator[Entry]:
    for article, statement in speaker.said:
        text = stated_in(statement, article)
        content = words(statement.content, text)
        if not content.strip():
            continue
        said = labels.quoted if statement.form == "direct" else _as_reported
        stance = "" if statement.stance == "asserts" else f" {statement.stance}"
        page = address(article.url)
        yield Entry(
            id=urn("statement", statement.id),
            title=f"{speaker.name}{stance}: {said(short(content, _TITLE))}",
            home=settings.article(article.id),
            live=address(text_link(page, statement.content[0].of(text))) if page else None,
            related=(),
            authors=(outlet(article),),
            published=sortable(article.published),
            updated=reported(article),
            words=f"{said(short(content, _QUOTE))}\n\n{_manner(statement, text)}, in {outlet(article)}",
            tags=(statement.stance,),
            language=language_tag(article.language),
            rights=article.rights,
        )


def _as_reported(content: str) -> str:
    return content


def _manner(statement: Statement, text: str) -> str:
    cue = f", cue “{short(words(statement.cue, text), _TITLE)}”" if statement.cue else ""
    hedge = f", hedge “{statement.hedge}”" if statement.hedge else ""
    return f"{statement.stance}, {statement.form}{cue}{hedge}"
