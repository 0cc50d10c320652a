"""A headline → drafts: “Minister: no talks planned”, “No talks planned: minister”, and what the sentence rules find.

>>> text = "Harbour mayor: no talks planned"
>>> [draft] = headline_drafts(text, Span(start=0, end=len(text)))
>>> [span.of(text) for span in draft.content]
['no talks planned']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.model import Span
from headwater.statements import words
from headwater.statements.cues import verbs
from headwater.statements.drafts import Draft
from headwater.statements.sentence import Sentence
from headwater.statements.sentence_rules import read_sentence
from headwater.statements.tokens import Token, read_paragraph
from headwater.text.quotes import Quote, find_quotes

SPEAKER_WORDS = 6


def headline_drafts(text: str, span: Span) -> list[Draft]:
    """Return the drafts of the headline that stands at `span`."""
    quotes = [_moved(quote, span.start) for quote in find_quotes(span.of(text))]
    paragraph = read_paragraph(text, span, quotes)
    found: list[Draft] = []
    for sentence in paragraph.sentences:
        found.extend(read_sentence(Sentence(text, sentence, opening=True)))
    found = [draft for draft in found if draft.content]
    tokens = [token for sentence in paragraph.sentences for token in sentence]
    return found or _by_colon(tokens)


def _moved(quote: Quote, by: int) -> Quote:
    span, inner = (Span(start=each.start + by, end=each.end + by) for each in (quote.span, quote.inner))
    return replace(quote, span=span, inner=inner)


def _by_colon(tokens: Sequence[Token]) -> list[Draft]:
    colons = [at for at, token in enumerate(tokens) if token.low == ":"]
    if len(colons) != 1:
        return []
    [at] = colons
    before, after = tokens[:at], tokens[at + 1 :]
    if _speaker(before) and after:
        source, content = before, after
    elif _speaker(after) and before:
        source, content = after, before
    else:
        return []
    draft = Draft(source=_span(source), cue=(_span([tokens[at]]),), stance="asserts", score=0.5)
    if len(content) == 1 and content[0].kind == "speech":
        draft.add_speech(content[0])
    else:
        draft.content.append(_span(content))
        draft.reported = True
    return [draft]


def _speaker(tokens: Sequence[Token]) -> bool:
    """Somebody, in a few words: a title, a group or unnamed people, and no verb."""
    if not 0 < len(tokens) <= SPEAKER_WORDS or any(token.kind != "word" for token in tokens):
        return False
    if any(verbs(token.low) and not token.capital and token.low not in words.UNNAMED for token in tokens):
        return False
    known = words.TITLES | words.GROUPS | words.UNNAMED
    return any(token.low in known for token in tokens) or (
        all(token.capital for token in tokens) and 1 < len(tokens) <= 3
    )


def _span(tokens: Sequence[Token]) -> Span:
    return Span(start=tokens[0].start, end=tokens[-1].end)
