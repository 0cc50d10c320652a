"""The first reader: rules over cue words, quote marks and phrases; no model, no training.

A text and its paragraphs enter, attributions leave, in order of their place.

>>> from headwater.model import words
>>> text = "“We won,” said Ana Ruiz."
>>> [found] = RuleReader().attributions(text, [Span(start=0, end=len(text))], "text")
>>> words(found.source, text), words(found.cue, text), words(found.content, text), found.form
('Ana Ruiz', 'said', 'We won', 'direct')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from headwater.model import Part, Span
from headwater.statements.attribution import Attribution
from headwater.statements.drafts import Draft, trimmed
from headwater.statements.headlines import headline_drafts
from headwater.statements.sentence import Sentence
from headwater.statements.sentence_rules import read_sentence
from headwater.statements.sources import unnamed
from headwater.statements.tokens import Paragraph, Token, read_paragraph
from headwater.text.names import Name, find_names
from headwater.text.quotes import Quote, find_quotes

CONDITION = re.compile(r"\banonym(?:ity|ously)\b|\bon (?:the )?condition (?:that )?(?:they|he|she)\b")
"""A paragraph with this tells that its speakers without a name are left unnamed on purpose."""
SWALLOWED = re.compile(r",\s[^,]{0,60}\b(?:said|says|told|added|wrote|asked|warned|insisted|explained)\b")
LONE_WORDS = 4
"""A quotation that nothing attributes is kept as a statement of nobody from this many words on."""


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads English by rules; in other languages it finds only what quote marks and colons show."""

    by: str = "statements.rules/1"

    def attributions(self, text: str, paragraphs: Sequence[Span], part: Part) -> Sequence[Attribution]:
        """Return the attributions of a text; `part` says whether it is a headline."""
        reading = _Reading(text)
        if part == "title":
            return reading.finished([(span, headline_drafts(text, span)) for span in paragraphs])
        quotes = _by_paragraph(_trusted(text, find_quotes(text)), paragraphs)
        pages = [read_paragraph(text, span, here) for span, here in zip(paragraphs, quotes, strict=True)]
        return reading.finished([(page.span, reading.paragraph(page)) for page in pages])

    def names(self, text: str) -> Sequence[Name]:
        """Return the names in a text, by rule."""
        return find_names(text)


def _trusted(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Leave out quotations whose missing mark would make them swallow their own speaker: “It rained, Ruiz said."""
    found = []
    for at, quote in enumerate(quotes):
        goes_on = at + 1 < len(quotes) and quotes[at + 1].resumed
        if quote.closed or goes_on or not SWALLOWED.search(text, quote.inner.start, quote.inner.end):
            found.append(quote)
    return found


def _by_paragraph(quotes: Sequence[Quote], paragraphs: Sequence[Span]) -> list[list[Quote]]:
    found: list[list[Quote]] = []
    at = 0
    for span in paragraphs:
        while at < len(quotes) and quotes[at].span.start < span.start:
            at += 1
        here = []
        while at < len(quotes) and quotes[at].span.end <= span.end:
            here.append(quotes[at])
            at += 1
        found.append(here)
    return found


class _Reading:
    """One text on its way: what the paragraph before left open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pending: Draft | None = None
        """A cue whose quotation is to come in the next paragraph."""
        self._open: Draft | None = None
        """The speech that the paragraph before left without a closing mark."""
        self._orphan: Draft | None = None
        """Such a speech of nobody so far: its speaker may stand in the next paragraph."""

    def paragraph(self, paragraph: Paragraph) -> list[Draft]:
        drafts: list[Draft] = []
        used: set[int] = set()
        for tokens in paragraph.sentences:
            sentence = Sentence(self._text, tokens, opening=tokens is paragraph.sentences[0])
            found = read_sentence(sentence)
            used |= sentence.used
            drafts.extend(found)
            drafts.extend(self._speech(tokens, used, drafts))
        self._adopt(paragraph, drafts)
        kept = [draft for draft in drafts if draft.content]
        self._leave(paragraph, drafts, kept)
        return drafts

    def _adopt(self, paragraph: Paragraph, drafts: list[Draft]) -> None:
        """“It began. ⏎ “And ended,” said Ruiz.: the open speech of the paragraph before is hers."""
        orphan, self._orphan = self._orphan, None
        first = paragraph.sentences[0][0].quote if paragraph.sentences else None
        lone = [draft for draft in drafts if draft.source is None and draft.speech and not draft.cue]
        if orphan is not None and first is not None and first.resumed:
            heir = next((draft for draft in drafts if draft.source is not None and first.inner in draft.content), None)
            if heir is not None:
                heir.content[:0] = orphan.content
                orphan.content.clear()
        last = paragraph.sentences[-1][-1].quote if paragraph.sentences else None
        if lone and last is not None and not last.closed and last.inner in lone[-1].content:
            self._orphan = lone[-1]

    def _speech(self, tokens: Sequence[Token], used: set[int], drafts: list[Draft]) -> Iterator[Draft]:
        """Give quotations without a cue of their own to whoever is speaking, or to nobody."""
        for at, token in enumerate(tokens):
            if token.kind != "speech" or token.start in used:
                continue
            assert token.quote is not None
            owner = self._owner(token, drafts)
            if owner is None:
                yield from self._unattributed(tokens, at)
            else:
                owner.add_speech(token)
            used.add(token.start)
            self._pending = None

    def _owner(self, token: Token, drafts: list[Draft]) -> Draft | None:
        assert token.quote is not None
        if token.quote.resumed and self._open is not None:
            return self._open
        if self._pending is not None:
            return self._pending
        return next(
            (draft for draft in reversed(drafts) if draft.source is not None and (draft.speech or draft.speaks)), None
        )

    def _unattributed(self, tokens: Sequence[Token], at: int) -> Iterator[Draft]:
        token = tokens[at]
        assert token.quote is not None
        inner = token.quote.inner.of(self._text)
        if inner.count(" ") + 1 < LONE_WORDS and token.quote.closed:
            return
        draft = Draft(source=None, cue=(), stance="asserts", score=0.3)
        draft.add_speech(token)
        yield draft

    def _leave(self, paragraph: Paragraph, drafts: list[Draft], kept: list[Draft]) -> None:
        """Remember for the next paragraph who is speaking and what is still to come."""
        tokens = paragraph.sentences[-1] if paragraph.sentences else ()
        last = tokens[-1] if tokens else None
        waiting = [draft for draft in drafts if not draft.content and draft.source is not None]
        self._pending = waiting[-1] if waiting and last is not None and last.low in {":", ","} else None
        speaking = [draft for draft in kept if draft.speech]
        if last is None or last.quote is None or last.quote.closed:
            self._open = None
        elif not (last.quote.resumed and not speaking):
            self._open = speaking[-1] if speaking else None

    def finished(self, pages: Sequence[tuple[Span, list[Draft]]]) -> list[Attribution]:
        """Turn drafts into attributions once nothing can be added to them any more."""
        found = []
        for span, drafts in pages:
            unnamed_here = CONDITION.search(self._text, span.start, span.end) is not None
            for draft in drafts:
                attribution = self._attribution(draft, unnamed_here=unnamed_here)
                if attribution is not None:
                    found.append(attribution)
        found.sort(key=lambda each: (each.start, each.cue, each.content))
        return [next(same) for _, same in groupby(found, key=lambda each: (each.source, each.cue, each.content))]

    def _attribution(self, draft: Draft, *, unnamed_here: bool) -> Attribution | None:
        text = self._text
        content = tuple(sorted({span for span in (trimmed(text, each) for each in draft.content) if span is not None}))
        if not content:
            return None
        source = trimmed(text, draft.source) if draft.source is not None else None
        name = source.of(text) if source is not None else ""
        return Attribution(
            source=(source,) if source is not None else (),
            cue=draft.cue,
            content=content,
            form=draft.form(text),
            stance=draft.stance,
            hedge=draft.hedge,
            anonymous=draft.anonymous or unnamed(name) or (unnamed_here and _common(name)),
            score=draft.score,
        )


def _common(name: str) -> bool:
    """A description without a name or pronoun: “the aide”."""
    parts = name.split()
    return len(parts) > 1 and not any(part[0].isupper() for part in parts[1:])
