"""What a cue's content is: the quotation or the clause before it, after it, or on both sides.

A sentence and a draft enter; spans are added to the draft, and quotations that it takes are marked as used.

>>> from headwater.statements.sentence import sentence_of
>>> sentence = sentence_of("The plan, Ruiz said, is dead.")
>>> draft = Draft(source=None, cue=(), stance="asserts", score=0.8)
>>> take_around(sentence, draft, 3, 5), [span.of(sentence.text) for span in draft.content]
(True, ['The plan', 'is dead'])
"""

from __future__ import annotations

from headwater.model import Span
from headwater.statements import words
from headwater.statements.clauses import after_adjuncts, clause_end, clause_start
from headwater.statements.drafts import Draft
from headwater.statements.sentence import Sentence

DASHES = frozenset({"—", "–", "-", "--"})
"""A paragraph that begins with one is speech, in the manner of many languages."""
OPEN_ENDS = frozenset(",?!—–-…")


def take_left(sentence: Sentence, draft: Draft, end: int) -> bool:
    """Give a draft what stands before token `end`: a quotation, or the clause up to the comma."""
    last = end - 1 if sentence.low(end - 1) in {",", "—", "–", "--"} else end
    if last <= 0:
        return False
    if sentence.kind(last - 1) == "speech":
        return _take_clause_with(sentence, draft, last - 1)
    start = _after_others(sentence, clause_start(sentence.tokens, last), last)
    if start >= last or all(
        words.is_temporal(token.low) or token.low in words.TIME_LEADS | words.OPENERS
        for token in sentence.tokens[start:last]
    ):
        return False
    aside = sentence.low(end - 1) in DASHES and not sentence.has_verb(start, last)
    if aside or _adverbial(sentence, start, last):
        return False
    draft.content.append(sentence.span(start, last))
    draft.speech = start == 1 and ((sentence.low(0) in DASHES and sentence.opening) or sentence.kind(0) == "quote")
    draft.reported = not draft.speech
    return True


def _after_others(sentence: Sentence, start: int, end: int) -> int:
    """Past what an earlier cue of the sentence already reports: “A, he said, but [B], he added”."""
    for draft in sentence.drafts:
        for at in range(start, end):
            if (
                draft.cue
                and draft.cue[-1].end <= sentence.tokens[at].start
                and sentence.low(at) in {"but", "and", "while"}
                and sentence.low(at - 1) == ","
            ):
                return at + 1
    return start


def _take_clause_with(sentence: Sentence, draft: Draft, at: int) -> bool:
    """A quotation that begins small takes the clause that leads to it along: The plan is “dead on arrival,” he said."""
    token = sentence.tokens[at]
    assert token.quote is not None
    start = clause_start(sentence.tokens, at)
    if start == at or not token.quote.inner.of(sentence.text)[0].islower() or token.start in sentence.used:
        return take_speech(sentence, draft, at)
    sentence.used.add(token.start)
    draft.content.append(Span(start=sentence.tokens[start].start, end=token.quote.inner.end))
    draft.reported = True
    return True


def _adverbial(sentence: Sentence, start: int, end: int) -> bool:
    """“Speaking in Harbour,” and “In a letter,” lead a sentence and are nothing said."""
    low = sentence.low(start)
    if low in {"asked", "when", "as", "after", "before", "while"} or (low.endswith("ing") and len(low) > 4):
        return not any(token.low == "," or token.low in words.AUXILIARIES for token in sentence.tokens[start:end])
    return low in words.PREPOSITIONS and not sentence.has_verb(start, end)


def take_speech(sentence: Sentence, draft: Draft, at: int) -> bool:
    """Add the quotation at a place, unless another draft has it."""
    token = sentence.tokens[at]
    if token.start in sentence.used:
        return False
    draft.add_speech(token)
    sentence.used.add(token.start)
    return True


def take_right(sentence: Sentence, draft: Draft, start: int) -> bool:
    """Give a draft what begins at token `start`: quotations, or a clause with the quotations in it."""
    if start >= sentence.end and sentence.kind(start) != "speech":
        return False
    if sentence.kind(start) == "speech":
        return take_speech(sentence, draft, start)
    end = clause_end(sentence.tokens, start)
    if end <= start:
        return False
    while end < sentence.end and sentence.kind(end) == "speech":
        end += 1
    return _take_run(sentence, draft, start, end)


def _take_run(sentence: Sentence, draft: Draft, start: int, end: int) -> bool:
    if any(token.kind == "speech" and token.start in sentence.used for token in sentence.tokens[start:end]):
        return False
    sentence.used |= {token.start for token in sentence.tokens[start:end] if token.kind == "speech"}
    last = sentence.tokens[end - 1]
    colon = end - 2 if last.kind == "speech" and sentence.low(end - 2) in {":", ","} else None
    if colon is not None and colon > start:
        draft.content.append(sentence.span(start, colon))
        draft.add_speech(last)
    else:
        draft.content.append(sentence.span(start, end))
    draft.reported = True
    return True


def take_around(sentence: Sentence, draft: Draft, first: int, after: int) -> bool:
    """Content on the left of an inserted “she said”, and what goes on right of it."""
    left = take_beside(sentence, draft, first)
    place = after_adjuncts(sentence.tokens, after).place
    if sentence.kind(place) == "speech":
        return take_speech(sentence, draft, place) or left
    if sentence.low(place) not in {",", ":", "—", "–"} and not (
        sentence.kind(place) == "mark" and place < sentence.end
    ):
        place = next(
            (
                at
                for at in range(place, sentence.end)
                if sentence.low(at) in {",", ":"} and sentence.kind(at + 1) == "speech"
            ),
            sentence.end,
        )
    if sentence.kind(place + 1) == "speech" and place < sentence.end:
        return take_speech(sentence, draft, place + 1) or left
    if not left and sentence.low(first - 1) == "," and sentence.low(place) == "," and sentence.has_verb(place + 1):
        return take_right(sentence, draft, place + 1)
    if (
        left
        and not draft.speech
        and sentence.low(place) in {",", "—", "–"}
        and sentence.low(first - 1) in {",", "—", "–"}
    ):
        end = clause_end(sentence.tokens, place)
        if end > place + 1:
            draft.content.append(sentence.span(place + 1, end))
    return left


def take_beside(sentence: Sentence, draft: Draft, first: int) -> bool:
    """Add what stands right before a speaker: “…,” [she said]."""
    if first == 0:
        return False
    if sentence.kind(first - 1) == "speech" or sentence.low(first - 1) in {",", "—", "–", "--"}:
        return take_left(sentence, draft, first)
    return False


def join_left(sentence: Sentence, draft: Draft, first: int) -> None:
    """“A,” she said, “B”: the quotation on the left belongs to the same statement; so does The mayor, she said, “lied”."""
    at = first - 1
    if not draft.speech or at < 0:
        return
    if sentence.kind(at) == "mark" and sentence.kind(at - 1) != "speech":
        if sentence.low(at) == "," and sentence.text[draft.content[0].start].islower():
            take_left(sentence, draft, first)
            draft.speech = True
        return
    at = at if sentence.kind(at) == "speech" else at - 1
    if sentence.kind(at) == "speech":
        take_speech(sentence, draft, at)


def speech_leads(sentence: Sentence, first: int) -> bool:
    """“…,” she said: a quotation that ends in a comma, a question or a dash waits for its speaker."""
    at = first - 1 if sentence.kind(first - 1) == "speech" else first - 2
    if at < 0 or sentence.kind(at) != "speech" or (at == first - 2 and sentence.low(first - 1) != ","):
        return False
    quote = sentence.tokens[at].quote
    assert quote is not None
    return sentence.tokens[at].start not in sentence.used and (
        at == first - 2 or sentence.text[quote.inner.end - 1] in OPEN_ENDS
    )
