"""Cues that are no finite verbs: “according to”, “reportedly”, nouns that hold a statement, a lone colon.

>>> from headwater.statements.sentence import sentence_of
>>> sentence = sentence_of("According to Ana Ruiz, it rained.")
>>> read_according(sentence, 0, 2), [span.of(sentence.text) for draft in sentence.drafts for span in draft.content]
(4, ['it rained'])
"""

from __future__ import annotations

from headwater.model import Span
from headwater.statements import words
from headwater.statements.clauses import clause_end, clause_start
from headwater.statements.complements import take_object
from headwater.statements.contents import take_left, take_right, take_speech
from headwater.statements.cues import NOUNS
from headwater.statements.drafts import Draft
from headwater.statements.phrases import phrase_after
from headwater.statements.sentence import Sentence
from headwater.statements.subjects import phrase_ending, subject_of

REPORTEDLY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
HEARSAY = frozenset("said reported believed thought alleged rumoured rumored understood claimed".split())


def read_according(sentence: Sentence, at: int, after: int) -> int:
    """Read “according to” and “per”, whose source begins at token `after`; return the next place."""
    phrase = phrase_after(sentence.tokens, after)
    if phrase is None:
        return after
    first, last = phrase[0], _to_comma(sentence, phrase[1])
    draft = Draft(source=sentence.span(first, last), cue=(sentence.span(at, after),), stance="asserts", score=0.85)
    if _left_of(sentence, at) and take_left(sentence, draft, at):
        if sentence.low(last) == "," and last + 1 < sentence.end and sentence.low(at - 1) == ",":
            take_right(sentence, draft, last + 1)
    elif sentence.low(last) in {",", ":"} or sentence.kind(last) == "speech":
        take_right(sentence, draft, last + (sentence.low(last) in {",", ":"}))
    if draft.content:
        sentence.drafts.append(draft)
    return last


def _to_comma(sentence: Sentence, last: int) -> int:
    """A source after “according to” runs on to the comma: “a study by the league”, “a poll released in Harbour”."""
    end = next(
        (at for at in range(last, min(sentence.end, last + 20)) if sentence.kind(at) in {"mark", "speech"}),
        sentence.end,
    )
    busy = end - last >= 20 or any(sentence.low(at) in words.AUXILIARIES | words.PERSONAL for at in range(last, end))
    return last if busy or sentence.low(last) in {"and", "but"} else end


def _left_of(sentence: Sentence, at: int) -> bool:
    return any(token.kind in {"word", "speech"} and token.low not in words.OPENERS for token in sentence.tokens[:at])


def read_hearsay(sentence: Sentence, first: int, last: int) -> int:
    """“reportedly”, “is said to”: the outlet's own voice, at a distance."""
    if any(draft.narrated for draft in sentence.drafts) or any(
        _within(sentence, draft, first) for draft in sentence.drafts
    ):
        return last
    draft = Draft(
        source=None, cue=(sentence.span(first, last),), stance="asserts", score=0.5, narrated=True, reported=True
    )
    draft.hedge = sentence.span(first, last).of(sentence.text)
    start = clause_start(sentence.tokens, first)
    if start < first:
        draft.content.append(sentence.span(start, first))
    end = clause_end(sentence.tokens, last) if last < sentence.end else last
    if last < end:
        draft.content.append(sentence.span(last, end))
    if draft.content and not any(token.kind == "speech" for token in sentence.tokens[start:end]):
        sentence.drafts.append(draft)
    return last


def _within(sentence: Sentence, draft: Draft, at: int) -> bool:
    return any(span.start <= sentence.tokens[at].start < span.end for span in draft.content)


def read_noun(sentence: Sentence, at: int) -> int:
    """“Ruiz's claim that …”, “a warning that …”."""
    low = sentence.low(at)
    stance = NOUNS.get(low) or (NOUNS.get(low[:-1]) if low.endswith("s") else None)
    if stance is None or sentence.low(at + 1) not in {"that", "to", "of"}:
        return at + 1
    owner = _owner(sentence, at)
    if owner is None or (sentence.low(at + 1) == "to" and stance not in {"promises", "demands", "rejects"}):
        return at + 1
    draft = Draft(source=owner, cue=(sentence.span(at, at + 1),), stance=stance, score=0.5)
    if sentence.low(at + 1) == "of":
        draft.cue = (sentence.span(at, at + 2),)
        done = take_object(sentence, draft, at + 2)
    else:
        done = take_object(sentence, draft, at + 1)
    if done:
        sentence.drafts.append(draft)
    return at + 1


def _owner(sentence: Sentence, at: int) -> Span | None:
    before = at - 1
    while (
        before > 0
        and sentence.kind(before) == "word"
        and not sentence.tokens[before].capital
        and at - before < 4
        and not _possessive(sentence, before)
    ):
        before -= 1
    if before < 0 or not _possessive(sentence, before):
        return None
    if sentence.low(before) in {"his", "her", "their"}:
        return sentence.span(before, before + 1)
    found = phrase_ending(sentence.tokens, before)
    return None if found is None else sentence.span(*found)


def _possessive(sentence: Sentence, at: int) -> bool:
    return sentence.low(at) in {"his", "her", "their"} or (
        sentence.low(at).endswith(("'s", "s'")) and not words.is_temporal(sentence.low(at))
    )


def read_colon(sentence: Sentence) -> None:
    """Ruiz was blunt: “…”."""
    tokens = sentence.tokens
    at = len(tokens) - 2
    if at < 1 or tokens[-1].kind != "speech" or tokens[at].low != ":" or tokens[-1].start in sentence.used:
        return
    found = subject_of(tokens, at)
    if found is None:
        return
    draft = Draft(source=sentence.span(*found), cue=(sentence.span(at, at + 1),), stance="asserts", score=0.5)
    take_speech(sentence, draft, at + 1)
    sentence.drafts.append(draft)
