"""What follows a cue verb, by the frames of its entry: a quotation, a clause, an infinitive, an object.

>>> from headwater.statements.sentence import sentence_of
>>> from headwater.statements.cues import verbs
>>> from headwater.statements.verbs import group_at
>>> sentence = sentence_of("Ruiz urged the council to vote.")
>>> draft, [cue] = Draft(source=None, cue=(), stance="demands", score=0.8), verbs("urged")
>>> group = group_at(sentence.tokens, 1, cue)
>>> take_complement(sentence, draft, cue, group), [span.of(sentence.text) for span in draft.content]
(True, ['to vote'])
"""

from __future__ import annotations

from headwater.statements import words
from headwater.statements.clauses import after_addressee, after_adjuncts
from headwater.statements.contents import take_right, take_speech
from headwater.statements.cues import Cue
from headwater.statements.drafts import Draft
from headwater.statements.phrases import object_end
from headwater.statements.sentence import Sentence
from headwater.statements.verbs import Group

SPEAKING = frozenset(
    "comment say speculate answer discuss speak talk elaborate respond name give be confirm disclose".split()
)
"""Who refuses to do this says nothing."""


def take_complement(sentence: Sentence, draft: Draft, cue: Cue, group: Group) -> bool:
    """Add what follows a cue verb to its draft and say whether there was anything."""
    adjuncts = after_adjuncts(sentence.tokens, group.last)
    place = adjuncts.place
    if adjuncts.medium > group.last and cue.verb in {"say", "write", "announce"} and _medium(sentence, group.last):
        draft.cue = (sentence.span(group.first, adjuncts.medium),)
    low = sentence.low(place)
    if (
        "a" in cue.frames
        and low != "that"
        and sentence.kind(place) != "speech"
        and low not in {"to", ",", ":"} | words.QUESTION_WORDS | cue.prepositions
    ):
        place = after_adjuncts(sentence.tokens, after_addressee(sentence.tokens, place)).place
        low = sentence.low(place)
        if place < sentence.end and sentence.kind(place) == "word" and _addressed_clause(sentence, draft, cue, place):
            return True
    return _frame(sentence, draft, cue, group, place)


def _medium(sentence: Sentence, after: int) -> bool:
    return sentence.low(after) == "in" and any(token.low == "statement" for token in sentence.tokens[after : after + 4])


def _addressed_clause(sentence: Sentence, draft: Draft, cue: Cue, place: int) -> bool:
    low = sentence.low(place)
    if low in cue.prepositions:
        draft.cue = (*draft.cue, sentence.span(place, place + 1))
        return take_object(sentence, draft, place + 1)
    if "z" in cue.frames and low not in words.PREPOSITIONS and not words.is_adverb(low):
        return take_right(sentence, draft, place)
    return False


def _frame(sentence: Sentence, draft: Draft, cue: Cue, group: Group, place: int) -> bool:
    """Try what may follow the verb, most telling first."""
    if place >= len(sentence.tokens):
        return False
    low, frames = sentence.low(place), cue.frames
    if "q" in frames or low == ":":
        for here in (place, place + (low in {",", ":"})):
            if sentence.kind(here) == "speech":
                return take_speech(sentence, draft, here)
    if place >= sentence.end or sentence.kind(place) == "mark":
        return low == ":" and place + 1 < sentence.end and take_right(sentence, draft, place + 1)
    if _leads_clause(sentence, cue, place):
        return take_right(sentence, draft, place)
    if low in cue.prepositions and place == group.last:
        draft.cue = (sentence.span(group.first, place + 1),)
        return take_object(sentence, draft, place + 1)
    return low != "to" and _bare(sentence, draft, frames, place)


def _leads_clause(sentence: Sentence, cue: Cue, place: int) -> bool:
    """“that”, “to” or a question word, where the verb takes one; “refused to comment” reports nothing."""
    low = sentence.low(place)
    if low == "to":
        return "i" in cue.frames and not (cue.verb == "refuse" and sentence.low(place + 1) in SPEAKING)
    return (low == "that" and "c" in cue.frames) or (low in words.QUESTION_WORDS and "w" in cue.frames)


def _bare(sentence: Sentence, draft: Draft, frames: frozenset[str], place: int) -> bool:
    """A clause without “that”, or an object."""
    low = sentence.low(place)
    if place >= sentence.end:
        return False
    if low == "as" and {"x", "s"} & frames:
        return take_object(sentence, draft, place)
    if "s" in frames:
        end = object_end(sentence.tokens, place, sentence.end)
        seen_as = any(token.low == "as" for token in sentence.tokens[place + 1 : end])
        return seen_as and take_object(sentence, draft, place)
    if _no_clause(sentence, place):
        return "q" in frames and sentence.kind(place) == "quote" and take_object(sentence, draft, place)
    if _is_clause(sentence, frames, place):
        return take_right(sentence, draft, place)
    if not {"o", "x"} & frames:
        return False
    draft.score = min(draft.score, 0.6)
    return take_object(sentence, draft, place)


def _no_clause(sentence: Sentence, place: int) -> bool:
    """Neither a clause nor an object begins with a preposition or an adverb, “just” and “about half” apart."""
    low = sentence.low(place)
    if low == "just" or (low == "about" and sentence.low(place + 1) in {"half", "a"}):
        return False
    loose = words.is_adverb(low) and low not in words.DETERMINERS
    return loose or low in words.PREPOSITIONS | {
        "and",
        "or",
        "but",
        "to",
        "as",
        "not",
        "back",
        "off",
        "out",
        "up",
        "away",
        "down",
    }


def _is_clause(sentence: Sentence, frames: frozenset[str], place: int) -> bool:
    """After “said” nearly anything is a clause; after “confirmed” it takes a verb."""
    if "z" not in frames:
        return False
    only_clauses = "q" in frames and not {"o", "x", "a"} & frames
    return (only_clauses and sentence.end - place >= 3) or sentence.has_verb(place)


def take_object(sentence: Sentence, draft: Draft, start: int) -> bool:
    """Add the object that begins at token `start`."""
    end = object_end(sentence.tokens, start, sentence.end)
    if end <= start:
        return False
    draft.content.append(sentence.span(start, end))
    draft.reported = True
    return True
