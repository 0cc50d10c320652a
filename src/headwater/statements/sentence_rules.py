"""One sentence → drafts: every cue in it, in order.

>>> from headwater.statements.sentence import sentence_of
>>> [draft] = read_sentence(sentence_of("The plan, Ruiz said, is dead."))
>>> draft.stance
'asserts'
"""

from __future__ import annotations

from headwater.statements import words
from headwater.statements.cues import verbs
from headwater.statements.drafts import Draft, distances, hedge_in
from headwater.statements.other_rules import REPORTEDLY, read_according, read_colon, read_hearsay, read_noun
from headwater.statements.sentence import Sentence
from headwater.statements.verb_rules import read_verb
from headwater.statements.verbs import group_at


def read_sentence(sentence: Sentence) -> list[Draft]:
    """Return the drafts of a sentence in the order of their cues; quotations that they take are marked as used."""
    title_case = sum(token.capital for token in sentence.tokens if token.kind == "word") * 3 > 2 * len(sentence.tokens)
    at = 0
    while at < len(sentence.tokens):
        at = _at(sentence, at, title_case=title_case)
    if not sentence.drafts:
        read_colon(sentence)
    hedges = distances(sentence.tokens)
    for draft in sentence.drafts if hedges else ():
        if draft.hedge is None and draft.cue:
            draft.hedge = hedge_in(sentence.text, hedges, draft)
    return sentence.drafts


def _at(sentence: Sentence, at: int, *, title_case: bool) -> int:
    """Read what stands at a place and return the next place; a capital is no verb, but in headlines."""
    token = sentence.tokens[at]
    if token.kind != "word":
        return at + 1
    if token.low == "according" and sentence.low(at + 1) == "to":
        return read_according(sentence, at, at + 2)
    if token.low == "per" and sentence.low(at - 1) in {",", ""} and sentence.low(at + 1) in words.DETERMINERS:
        return read_according(sentence, at, at + 1)
    if token.low in REPORTEDLY:
        return read_hearsay(sentence, at, at + 1)
    for cue in verbs(token.low) if not token.capital or title_case else ():
        group = group_at(sentence.tokens, at, cue)
        if group is not None:
            return max(at + 1, read_verb(sentence, at, cue, group))
    return read_noun(sentence, at)
