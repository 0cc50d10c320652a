"""One cue verb in a sentence → its draft: finite, inverted, taking part, infinitive or passive.

>>> from headwater.statements.sentence import sentence_of
>>> sentence = sentence_of("Ruiz was quoted as saying that it rained.")
>>> read_verb(sentence, 2, verbs("quoted")[0], group_at(sentence.tokens, 2, verbs("quoted")[0]))
5
>>> [span.of(sentence.text) for draft in sentence.drafts for span in draft.cue]
['was quoted as saying']
"""

from __future__ import annotations

from headwater.model import Span, Stance
from headwater.statements import words
from headwater.statements.clauses import after_addressee, after_adjuncts
from headwater.statements.complements import take_complement
from headwater.statements.contents import join_left, speech_leads, take_around, take_beside, take_right
from headwater.statements.cues import Cue, verbs
from headwater.statements.drafts import Draft
from headwater.statements.other_rules import HEARSAY, read_hearsay
from headwater.statements.phrases import Range, phrase_after
from headwater.statements.sentence import Sentence
from headwater.statements.subjects import phrase_ending, subject_before, subject_of
from headwater.statements.verbs import Group, group_at

__all__ = ["group_at", "read_verb", "verbs"]

TRAILING = frozenset({"q", "z"})
"""A verb with one of these frames may stand after what it reports."""
SHARING = frozenset({",", "while", "and", "—", "–", "but", "also", "by", "in", "after", "before", "without"})
"""What stands before a participle that has the subject of its sentence."""
NOT_YET = frozenset(
    "expected set due likely scheduled unlikely supposed about going able ready prepared hoping meant planning plans "
    "hopes hope declined declines decline refused refuses refuse failed fails fail meeting vote opportunity time chance".split()
)
GOES_ON = frozenset(
    {"on", "continued", "continues", "continue", "began", "came", "hastened", "rushed", "keep", "proceeded"}
)
BELIEF = frozenset(
    "think believe see expect know feel want support agree accept understand hope recognise recognize".split()
)
SILENT_NEGATED: dict[str, Stance] = {
    "support": "rejects",
    "want": "rejects",
    "agree": "rejects",
    "accept": "rejects",
    "back": "rejects",
    "endorse": "rejects",
}
NAMING = frozenset({"call", "dub", "label", "brand"})
NOUN_TOO = frozenset(
    "state plan attack email promise reason rule request advocate report claim figure record document detail voice address view charge "
    "demand question challenge support back offer hope fear answer call comment remark post tweet text blog cry quote "
    "threaten forecast project read label brand cast blast slam mock press need judge fault estimate demand vow pledge "
    "show find play worry guess figure press order command reply counter joke lament chant sigh".split()
)
"""Verbs whose present form is a common noun too."""


def read_verb(sentence: Sentence, at: int, cue: Cue, group: Group) -> int:
    """Read one cue verb, add its draft if it reports something, and return the next place."""
    if group.shape == "passive":
        return _passive(sentence, at, group)
    if group.shape == "infinitive":
        return _infinitive(sentence, cue, group)
    if _no_statement(cue, group):
        return group.last
    draft = _draft(sentence, cue, group)
    if group.shape == "participle":
        draft.source = _participle_source(sentence, at, cue)
        if draft.source is None or not take_complement(sentence, draft, cue, group):
            return group.last
    elif not _finite(sentence, draft, at, cue, group):
        return group.last
    sentence.drafts.append(draft)
    return group.last


def _draft(sentence: Sentence, cue: Cue, group: Group) -> Draft:
    stance: Stance = cue.stance
    if group.negated:
        stance = SILENT_NEGATED.get(cue.verb, "doubts" if cue.stance == "asserts" else cue.stance)
    strong = bool({"q", "a"} & cue.frames)
    return Draft(
        source=None,
        cue=(sentence.span(group.first, group.last),),
        stance=stance,
        score=0.8 if strong else 0.6,
        speaks={"q", "c"} <= cue.frames,
    )


def _no_statement(cue: Cue, group: Group) -> bool:
    """“did not say”, “may say”, “will oppose” report no statement; “does not believe” does."""
    if group.negated:
        return cue.verb not in BELIEF and cue.verb not in SILENT_NEGATED
    return group.modal


def _participle_source(sentence: Sentence, at: int, cue: Cue) -> Span | None:
    before = sentence.low(at - 1)
    if before in {"by", "in", "after", "before", "without"} and "q" not in cue.frames:
        return None
    if (sentence.low(at + 1) == ":" or sentence.low(at + 1) in words.AUXILIARIES) and before not in SHARING:
        return None
    if before in SHARING or words.is_adverb(before):
        return shared_source(sentence, at)
    return (
        _source(sentence, phrase_ending(sentence.tokens, at - 1))
        if at and sentence.kind(at - 1) == "word" and before not in words.PREPOSITIONS
        else None
    )


def shared_source(sentence: Sentence, at: int) -> Span | None:
    """The speaker that the sentence already has, for “…, adding that” and “… and warned”."""
    for draft in reversed(sentence.drafts):
        relative = draft.source is not None and draft.source.of(sentence.text).lower() in words.RELATIVES
        if draft.source is not None and not relative and draft.cue and draft.cue[0].start < sentence.tokens[at].start:
            return draft.source
    return _source(sentence, subject_of(sentence.tokens, at))


def _infinitive(sentence: Sentence, cue: Cue, group: Group) -> int:
    """“went on to say” speaks; “is expected to say” and “declined to say” do not."""
    governor = group.first - 2
    if governor < 1 or sentence.low(governor) in NOT_YET or sentence.low(governor) not in GOES_ON:
        return group.last
    start = governor - (sentence.low(governor) == "on")
    found = subject_before(sentence.tokens, start)
    if found is None:
        return group.last
    draft = Draft(source=sentence.span(*found), cue=(sentence.span(start, group.last),), stance=cue.stance, score=0.7)
    if take_complement(sentence, draft, cue, group) or take_beside(sentence, draft, found[0]):
        sentence.drafts.append(draft)
    return group.last


def _passive(sentence: Sentence, at: int, group: Group) -> int:
    """“was quoted as saying”; “is said to”, which leaves the source out."""
    low = sentence.low(at)
    saying = next(
        (
            place
            for place in range(at + 2, min(sentence.end, at + 9))
            if sentence.low(place) == "saying" and sentence.low(place - 1) == "as"
        ),
        None,
    )
    if low in {"quoted", "cited"} and saying is not None:
        found = subject_before(sentence.tokens, group.first)
        if found is not None:
            draft = Draft(
                source=sentence.span(*found), cue=(sentence.span(group.first, saying + 1),), stance="asserts", score=0.8
            )
            place = after_adjuncts(sentence.tokens, saying + 1).place
            place += sentence.low(place) in {",", ":"}
            if take_right(sentence, draft, place) or take_beside(sentence, draft, found[0]):
                sentence.drafts.append(draft)
        return saying + 1
    if low in HEARSAY and sentence.low(at + 1) == "to" and not group.negated:
        return read_hearsay(sentence, group.first, at + 1)
    return group.last


def _finite(sentence: Sentence, draft: Draft, at: int, cue: Cue, group: Group) -> bool:
    inverted = _inverted(sentence, at, cue, group)
    if inverted is not None:
        draft.source = sentence.span(*inverted)
        return take_around(sentence, draft, group.first, inverted[1])
    before = sentence.low(group.first - 1)
    found = None
    if before in {"and", "but", "or", "then"}:
        draft.source = shared_source(sentence, group.first)
    else:
        found = _subject(sentence, group.first)
        draft.source = _source(sentence, found)
    if draft.source is None or _noun_like(sentence, at, cue, group, found):
        return False
    if found is not None and "q" in cue.frames and speech_leads(sentence, found[0]):
        return take_around(sentence, draft, found[0], group.last)
    right = take_complement(sentence, draft, cue, group)
    if found is None:
        return right
    if right:
        join_left(sentence, draft, found[0])
        _antecedent(sentence, draft, found[0], group.last)
    return right or (bool(TRAILING & cue.frames) and _trailing(sentence, draft, cue, group, found[0]))


def _trailing(sentence: Sentence, draft: Draft, cue: Cue, group: Group, first: int) -> bool:
    """“It rained, she said.”, “As she told the council, it rained.”, and a colon that ends its paragraph."""
    if sentence.low(first) in words.RELATIVES:
        return False
    place = after_adjuncts(sentence.tokens, group.last).place
    if "a" in cue.frames and sentence.low(place) not in {",", ".", ""}:
        place = after_adjuncts(sentence.tokens, after_addressee(sentence.tokens, place)).place
    if sentence.low(place) == ":" and place >= sentence.end - 1:
        return True
    if sentence.low(first - 1) == "as" and sentence.low(place) == ",":
        return take_right(sentence, draft, place + 1)
    return take_around(sentence, draft, first, place)


def _subject(sentence: Sentence, first: int) -> Range | None:
    """The phrase before a verb; right after a quotation every word up to the verb belongs to it."""
    found = subject_before(sentence.tokens, first)
    if found is None:
        return None
    for at in range(found[0] - 1, max(-1, found[0] - 4), -1):
        if sentence.kind(at) == "speech":
            return at + 1, found[1]
        if sentence.kind(at) != "word" or sentence.tokens[at].capital or sentence.low(at) in words.BOUNDARIES | {"and"}:
            break
    return found


def _noun_like(sentence: Sentence, at: int, cue: Cue, group: Group, found: Range | None) -> bool:
    """“tax plans”, “a club called Dawn”: a noun or a bare participle and no verb."""
    if found is None:
        return False
    only = sentence.low(found[0]) if found[1] - found[0] == 1 else ""
    if only in {"that", "you", "nothing", "nobody", "none"} or (only in {"who", "which"} and "q" not in cue.frames):
        return True
    if group.first < at:
        return False
    subject = sentence.tokens[found[0]]
    if cue.verb in NAMING and "past" in cue.inflections:
        return subject.low in {"a", "an"} or (
            subject.kind == "word" and not subject.capital and subject.low not in words.DETERMINERS | words.PRONOUNS
        )
    if "past" in cue.inflections or cue.verb not in NOUN_TOO:
        return False
    following = sentence.low(after_adjuncts(sentence.tokens, group.last).place)
    if following in {"that", "to", ":"} or sentence.kind(group.last) == "speech":
        return False
    named = subject.low in words.PERSONAL | words.RELATIVES or (
        sentence.tokens[group.first - 1].capital and subject.capital
    )
    after = sentence.tokens[group.last] if group.last < sentence.end else None
    return (
        not named
        or after is None
        or not (
            after.capital or after.low in words.DETERMINERS | words.PERSONAL | words.AUXILIARIES or after.kind != "word"
        )
    )


def _antecedent(sentence: Sentence, draft: Draft, first: int, after: int) -> None:
    """“the plan that sources said would fail”: the clause has its subject before the speaker."""
    if sentence.low(after) not in words.AUXILIARIES or draft.speech or first == 0:
        return
    if sentence.low(first - 1) in words.RELATIVES | {"what"}:
        draft.content.insert(0, sentence.span(first - 1, first))
    elif sentence.kind(first - 1) == "word":
        found = phrase_ending(sentence.tokens, first - 1)
        if found is not None:
            draft.content.insert(0, sentence.span(*found))


def _inverted(sentence: Sentence, at: int, cue: Cue, group: Group) -> Range | None:
    """“…,” said Ana Ruiz."""
    if ("q" not in cue.frames and "c" not in cue.frames) or group.first != at or group.negated:
        return None
    before = sentence.tokens[at - 1] if at else None
    if before is None:
        return None
    if before.kind != "speech" and before.low != ",":
        return None
    if (
        before is not None
        and before.kind != "speech"
        and sentence.kind(at - 2) != "speech"
        and cue.verb not in {"say", "write", "report", "warn", "add"}
        and not any(token.kind == "quote" for token in sentence.tokens[:at])
    ):
        return None
    found = phrase_after(sentence.tokens, group.last)
    if found is None:
        return None
    first = sentence.tokens[found[0]]
    if first.low in {"it", "him", "them", "her", "me", "us"} or (first.low in words.CLAUSE_HEADS and not before):
        return None
    after = sentence.tokens[found[1]] if found[1] < len(sentence.tokens) else None
    ends = after is None or after.kind in {"mark", "speech", "quote"} or words.is_temporal(after.low)
    return found if ends or (after is not None and after.low in words.PREPOSITIONS) else None


def _source(sentence: Sentence, found: Range | None) -> Span | None:
    return None if found is None else sentence.span(*found)
