"""One sentence → drafts: every cue in it, with its source before or after it and its content around it.

>>> from headwater.model import Span
>>> from headwater.statements.tokens import read_paragraph
>>> text = "The plan, Ruiz said, is dead."
>>> [tokens] = read_paragraph(text, Span(start=0, end=len(text)), []).sentences
>>> [draft] = SentenceRules(text, tokens, opening=True).drafts()
>>> [span.of(text) for span in draft.content]
['The plan', 'is dead']
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model import Span, Stance
from headwater.statements import words
from headwater.statements.clauses import after_addressee, after_adjuncts, clause_end, clause_start, sentence_end
from headwater.statements.cues import NOUNS, Cue, verbs
from headwater.statements.drafts import Draft, hedge_in, span_of
from headwater.statements.phrases import Range, object_end, phrase_after, phrase_ending, subject_before, subject_of
from headwater.statements.tokens import Token
from headwater.statements.verbs import Group, group_at

TRAILING = frozenset({"q", "z"})
"""A verb with one of these frames may stand after what it reports."""
OPEN_ENDS = frozenset(",?!—–-…")
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
HEARSAY = frozenset("said reported believed thought alleged rumoured rumored understood claimed".split())
REPORTEDLY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})


class SentenceRules:
    """The rules over one sentence; `opening` says whether it opens its paragraph."""

    def __init__(self, text: str, tokens: Sequence[Token], *, opening: bool) -> None:
        capitals = sum(token.capital for token in tokens if token.kind == "word")
        self._title_case = capitals * 3 > 2 * len(tokens)
        self._text = text
        self._tokens = tokens
        self._opening = opening
        self._end = sentence_end(tokens)
        self._drafts: list[Draft] = []
        self.used: set[int] = set()
        """Starts of the quotations that a draft has taken."""

    def drafts(self) -> list[Draft]:
        """Return the drafts of the sentence in the order of their cues."""
        at = 0
        while at < len(self._tokens):
            at = self._at(at)
        if not self._drafts:
            self._by_colon()
        for draft in self._drafts:
            if draft.hedge is None and draft.cue:
                draft.hedge = hedge_in(self._text, self._tokens, draft)
        return self._drafts

    def _at(self, at: int) -> int:
        token = self._tokens[at]
        if token.kind != "word":
            return at + 1
        if token.low == "according" and self._low(at + 1) == "to":
            return self._according(at, at + 2)
        if token.low == "per" and self._low(at - 1) in {",", ""} and self._low(at + 1) in words.DETERMINERS:
            return self._according(at, at + 1)
        if token.low in REPORTEDLY:
            return self._hearsay(at, at + 1)
        for cue in verbs(token.low) if not token.capital or self._title_case else ():
            group = group_at(self._tokens, at, cue)
            if group is not None:
                return max(at + 1, self._verb(at, cue, group))
        return self._noun(at)

    def _low(self, at: int) -> str:
        return self._tokens[at].low if 0 <= at < len(self._tokens) else ""

    def _span(self, first: int, last: int) -> Span:
        return span_of(self._tokens, first, last)

    # -- sources

    def _source(self, found: Range | None) -> Span | None:
        return None if found is None else self._span(*found)

    def _shared(self, at: int) -> Span | None:
        """The speaker that the sentence already has, for “…, adding that” and “… and warned”."""
        for draft in reversed(self._drafts):
            relative = draft.source is not None and draft.source.of(self._text).lower() in words.RELATIVES
            if draft.source is not None and not relative and draft.cue and draft.cue[0].start < self._tokens[at].start:
                return draft.source
        return self._source(subject_of(self._tokens, at))

    # -- according to

    def _according(self, at: int, after: int) -> int:
        phrase = phrase_after(self._tokens, after)
        if phrase is None:
            return after
        first, last = phrase[0], self._to_comma(phrase[1])
        draft = Draft(source=self._span(first, last), cue=(self._span(at, after),), stance="asserts", score=0.85)
        if self._left_of(at) and self._take_left(draft, at):
            if self._low(last) == "," and last + 1 < self._end and self._low(at - 1) == ",":
                self._take_right(draft, last + 1)
        elif self._low(last) in {",", ":"} or self._kind(last) == "speech":
            self._take_right(draft, last + (self._low(last) in {",", ":"}))
        if draft.content:
            self._drafts.append(draft)
        return last

    def _to_comma(self, last: int) -> int:
        """A source after “according to” runs on to the comma: “a study by the league”, “a poll released in Harbour”."""
        end = next(
            (at for at in range(last, min(self._end, last + 20)) if self._kind(at) in {"mark", "speech"}), self._end
        )
        busy = end - last >= 20 or any(self._low(at) in words.AUXILIARIES | words.PERSONAL for at in range(last, end))
        return last if busy or self._low(last) in {"and", "but"} else end

    def _left_of(self, at: int) -> bool:
        return any(token.kind in {"word", "speech"} and token.low not in words.OPENERS for token in self._tokens[:at])

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _take_left(self, draft: Draft, end: int) -> bool:
        """Give a draft what stands before token `end`: a quotation, or the clause up to the comma."""
        last = end - 1 if self._low(end - 1) in {",", "—", "–", "--"} else end
        if last <= 0:
            return False
        if self._kind(last - 1) == "speech":
            return self._take_clause_with(draft, last - 1)
        start = self._after_others(clause_start(self._tokens, last), last)
        if start >= last or all(
            words.is_temporal(token.low) or token.low in words.TIME_LEADS | words.OPENERS
            for token in self._tokens[start:last]
        ):
            return False
        if self._adverbial(start, last):
            return False
        draft.content.append(self._span(start, last))
        draft.speech = start == 1 and self._low(0) in {"—", "–", "-", "--"} and self._opening
        draft.reported = not draft.speech
        return True

    def _after_others(self, start: int, end: int) -> int:
        """Past what an earlier cue of the sentence already reports: “A, he said, but [B], he added”."""
        for draft in self._drafts:
            for at in range(start, end):
                if (
                    draft.cue
                    and draft.cue[-1].end <= self._tokens[at].start
                    and self._low(at) in {"but", "and", "while"}
                    and self._low(at - 1) == ","
                ):
                    return at + 1
        return start

    def _take_clause_with(self, draft: Draft, at: int) -> bool:
        """A quotation that begins small takes the clause that leads to it along: The plan is “dead on arrival,” he said."""
        token = self._tokens[at]
        assert token.quote is not None
        start = clause_start(self._tokens, at)
        if start == at or not token.quote.inner.of(self._text)[0].islower() or token.start in self.used:
            return self._take_speech(draft, at)
        self.used.add(token.start)
        draft.content.append(Span(start=self._tokens[start].start, end=token.quote.inner.end))
        draft.reported = True
        return True

    def _adverbial(self, start: int, end: int) -> bool:
        """“Speaking in Harbour,” and “In a letter,” lead a sentence and are nothing said."""
        low = self._low(start)
        if low in {"asked", "when", "as", "after", "before", "while"} or (low.endswith("ing") and len(low) > 4):
            return not any(token.low == "," or token.low in words.AUXILIARIES for token in self._tokens[start:end])
        return low in words.PREPOSITIONS and not self._has_verb(start, end)

    def _take_speech(self, draft: Draft, at: int) -> bool:
        token = self._tokens[at]
        if token.start in self.used:
            return False
        draft.add_speech(token)
        self.used.add(token.start)
        return True

    def _take_right(self, draft: Draft, start: int) -> bool:
        """Give a draft what begins at token `start`: quotations, or a clause with the quotations in it."""
        if start >= self._end and self._kind(start) != "speech":
            return False
        if self._kind(start) == "speech":
            return self._take_speech(draft, start)
        end = clause_end(self._tokens, start)
        if end <= start:
            return False
        while end < self._end and self._kind(end) == "speech":
            end += 1
        return self._take_run(draft, start, end)

    def _take_run(self, draft: Draft, start: int, end: int) -> bool:
        if any(token.kind == "speech" and token.start in self.used for token in self._tokens[start:end]):
            return False
        self.used |= {token.start for token in self._tokens[start:end] if token.kind == "speech"}
        last = self._tokens[end - 1]
        colon = end - 2 if last.kind == "speech" and self._low(end - 2) in {":", ","} else None
        if colon is not None and colon > start:
            draft.content.append(self._span(start, colon))
            draft.add_speech(last)
        else:
            draft.content.append(self._span(start, end))
        draft.reported = True
        return True

    # -- verbs

    def _verb(self, at: int, cue: Cue, group: Group) -> int:
        if group.shape == "passive":
            return self._passive(at, group)
        if group.shape == "infinitive":
            return self._infinitive(at, cue, group)
        if self._no_statement(cue, group):
            return group.last
        draft = self._draft(cue, group)
        if group.shape == "participle":
            draft.source = self._participle_source(at, cue)
            if draft.source is None or not self._content_right(draft, cue, group):
                return group.last
        elif not self._finite(draft, at, cue, group):
            return group.last
        self._drafts.append(draft)
        return group.last

    def _draft(self, cue: Cue, group: Group) -> Draft:
        stance: Stance = cue.stance
        if group.negated:
            stance = SILENT_NEGATED.get(cue.verb, "doubts" if cue.stance == "asserts" else cue.stance)
        strong = bool({"q", "a"} & cue.frames)
        return Draft(
            source=None,
            cue=(self._span(group.first, group.last),),
            stance=stance,
            score=0.8 if strong else 0.6,
            speaks={"q", "c"} <= cue.frames,
        )

    def _no_statement(self, cue: Cue, group: Group) -> bool:
        """“did not say”, “may say”, “will oppose” report no statement; “does not believe” does."""
        if group.negated:
            return cue.verb not in BELIEF and cue.verb not in SILENT_NEGATED
        return group.modal

    def _participle_source(self, at: int, cue: Cue) -> Span | None:
        before = self._low(at - 1)
        if before in {"by", "in", "after", "before", "without"} and "q" not in cue.frames:
            return None
        if before in SHARING or words.is_adverb(before):
            return self._shared(at)
        return (
            self._source(phrase_ending(self._tokens, at - 1))
            if at and self._kind(at - 1) == "word" and before not in words.PREPOSITIONS
            else None
        )

    def _infinitive(self, at: int, cue: Cue, group: Group) -> int:
        """“went on to say” speaks; “is expected to say” and “declined to say” do not."""
        governor = group.first - 2
        if governor < 1 or self._low(governor) in NOT_YET or self._low(governor) not in GOES_ON:
            return group.last
        start = governor - (self._low(governor) == "on")
        found = subject_before(self._tokens, start)
        if found is None:
            return group.last
        draft = Draft(source=self._span(*found), cue=(self._span(start, group.last),), stance=cue.stance, score=0.7)
        if self._content_right(draft, cue, group) or self._content_left(draft, found[0]):
            self._drafts.append(draft)
        return group.last

    def _passive(self, at: int, group: Group) -> int:
        """“was quoted as saying”; “is said to”, which leaves the source out."""
        low = self._low(at)
        saying = next(
            (
                place
                for place in range(at + 2, min(self._end, at + 9))
                if self._low(place) == "saying" and self._low(place - 1) == "as"
            ),
            None,
        )
        if low in {"quoted", "cited"} and saying is not None:
            found = subject_before(self._tokens, group.first)
            if found is not None:
                draft = Draft(
                    source=self._span(*found), cue=(self._span(group.first, saying + 1),), stance="asserts", score=0.8
                )
                place = after_adjuncts(self._tokens, saying + 1).place
                place += self._low(place) in {",", ":"}
                if self._take_right(draft, place) or self._content_left(draft, found[0]):
                    self._drafts.append(draft)
            return saying + 1
        if low in HEARSAY and self._low(at + 1) == "to" and not group.negated:
            return self._hearsay(group.first, at + 1)
        return group.last

    def _hearsay(self, first: int, last: int) -> int:
        """“reportedly”, “is said to”: the outlet's own voice, at a distance."""
        if any(draft.narrated for draft in self._drafts) or any(self._within(draft, first) for draft in self._drafts):
            return last
        draft = Draft(
            source=None, cue=(self._span(first, last),), stance="asserts", score=0.5, narrated=True, reported=True
        )
        draft.hedge = self._span(first, last).of(self._text)
        start = clause_start(self._tokens, first)
        if start < first:
            draft.content.append(self._span(start, first))
        end = clause_end(self._tokens, last) if last < self._end else last
        if last < end:
            draft.content.append(self._span(last, end))
        if draft.content and not any(token.kind == "speech" for token in self._tokens[start:end]):
            self._drafts.append(draft)
        return last

    def _within(self, draft: Draft, at: int) -> bool:
        return any(span.start <= self._tokens[at].start < span.end for span in draft.content)

    def _finite(self, draft: Draft, at: int, cue: Cue, group: Group) -> bool:
        inverted = self._inverted(at, cue, group)
        if inverted is not None:
            draft.source = self._span(*inverted)
            return self._around(draft, group.first, inverted[1])
        before = self._low(group.first - 1)
        found = None
        if before in {"and", "but", "or", "then"}:
            draft.source = self._shared(group.first)
        else:
            found = self._subject(group.first)
            draft.source = self._source(found)
        if draft.source is None or self._noun_like(at, cue, group, found):
            return False
        if found is not None and "q" in cue.frames and self._speech_leads(found[0]):
            return self._around(draft, found[0], group.last)
        right = self._content_right(draft, cue, group)
        if found is None:
            return right
        if right:
            self._join_left(draft, found[0])
            self._antecedent(draft, found[0], group.last)
            return True
        if not TRAILING & cue.frames:
            return False
        place = after_adjuncts(self._tokens, group.last).place
        if "a" in cue.frames and self._low(place) not in {",", ".", ""}:
            place = after_adjuncts(self._tokens, after_addressee(self._tokens, place)).place
        if self._low(place) == ":" and place >= self._end - 1:
            return True
        if self._low(found[0] - 1) == "as" and self._low(place) == ",":
            return self._take_right(draft, place + 1)
        return self._around(draft, found[0], place)

    def _speech_leads(self, first: int) -> bool:
        """“…,” she said: a quotation that ends in a comma, a question or a dash waits for its speaker."""
        at = first - 1 if self._kind(first - 1) == "speech" else first - 2
        if at < 0 or self._kind(at) != "speech" or (at == first - 2 and self._low(first - 1) != ","):
            return False
        quote = self._tokens[at].quote
        assert quote is not None
        return self._tokens[at].start not in self.used and (
            at == first - 2 or self._text[quote.inner.end - 1] in OPEN_ENDS
        )

    def _subject(self, first: int) -> Range | None:
        """The phrase before a verb; right after a quotation every word up to the verb belongs to it."""
        found = subject_before(self._tokens, first)
        if found is None:
            return None
        for at in range(found[0] - 1, max(-1, found[0] - 4), -1):
            if self._kind(at) == "speech":
                return at + 1, found[1]
            if self._kind(at) != "word" or self._tokens[at].capital or self._low(at) in words.BOUNDARIES | {"and"}:
                break
        return found

    def _noun_like(self, at: int, cue: Cue, group: Group, found: Range | None) -> bool:
        """“tax plans”, “a club called Dawn”: a noun or a bare participle and no verb."""
        if found is None:
            return False
        only = self._low(found[0]) if found[1] - found[0] == 1 else ""
        if only in {"that", "you"} or (only in {"who", "which"} and "q" not in cue.frames):
            return True
        if group.first < at:
            return False
        subject = self._tokens[found[0]]
        if cue.verb in NAMING and "past" in cue.inflections:
            return subject.low in {"a", "an"} or (
                subject.kind == "word" and not subject.capital and subject.low not in words.DETERMINERS | words.PRONOUNS
            )
        if "past" in cue.inflections or cue.verb not in NOUN_TOO:
            return False
        following = self._low(after_adjuncts(self._tokens, group.last).place)
        if following in {"that", "to", ":"} or self._kind(group.last) == "speech":
            return False
        named = subject.low in words.PERSONAL | words.RELATIVES or (
            self._tokens[group.first - 1].capital and subject.capital
        )
        after = self._tokens[group.last] if group.last < self._end else None
        return (
            not named
            or after is None
            or not (
                after.capital
                or after.low in words.DETERMINERS | words.PERSONAL | words.AUXILIARIES
                or after.kind != "word"
            )
        )

    def _antecedent(self, draft: Draft, first: int, after: int) -> None:
        """“the plan that sources said would fail”: the clause has its subject before the speaker."""
        if self._low(after) not in words.AUXILIARIES or draft.speech or first == 0:
            return
        if self._low(first - 1) in words.RELATIVES | {"what"}:
            draft.content.insert(0, self._span(first - 1, first))
        elif self._kind(first - 1) == "word":
            found = phrase_ending(self._tokens, first - 1)
            if found is not None:
                draft.content.insert(0, self._span(*found))

    def _inverted(self, at: int, cue: Cue, group: Group) -> Range | None:
        """“…,” said Ana Ruiz."""
        if "q" not in cue.frames and "c" not in cue.frames or group.first != at or group.negated:
            return None
        before = self._tokens[at - 1] if at else None
        if before is None:
            return None
        if before.kind != "speech" and before.low != ",":
            return None
        if (
            before is not None
            and before.kind != "speech"
            and self._kind(at - 2) != "speech"
            and cue.verb not in {"say", "write", "report", "warn", "add"}
            and not any(token.kind == "quote" for token in self._tokens[:at])
        ):
            return None
        found = phrase_after(self._tokens, group.last)
        if found is None:
            return None
        first = self._tokens[found[0]]
        if first.low in {"it", "him", "them", "her", "me", "us"} or (first.low in words.CLAUSE_HEADS and not before):
            return None
        after = self._tokens[found[1]] if found[1] < len(self._tokens) else None
        ends = after is None or after.kind in {"mark", "speech", "quote"} or words.is_temporal(after.low)
        return found if ends or (after is not None and after.low in words.PREPOSITIONS) else None

    def _around(self, draft: Draft, first: int, after: int) -> bool:
        """Content on the left of an inserted “she said”, and what goes on right of it."""
        left = self._content_left(draft, first)
        place = after_adjuncts(self._tokens, after).place
        if self._kind(place) == "speech":
            return self._take_speech(draft, place) or left
        if self._low(place) not in {",", ":", "—", "–"} and not (self._kind(place) == "mark" and place < self._end):
            place = next(
                (
                    at
                    for at in range(place, self._end)
                    if self._low(at) in {",", ":"} and self._kind(at + 1) == "speech"
                ),
                self._end,
            )
        if self._kind(place + 1) == "speech" and place < self._end:
            return self._take_speech(draft, place + 1) or left
        if not left and self._low(first - 1) == "," and self._low(place) == "," and self._has_verb(place + 1):
            return self._take_right(draft, place + 1)
        if (
            left
            and not draft.speech
            and self._low(place) in {",", "—", "–"}
            and self._low(first - 1) in {",", "—", "–"}
        ):
            end = clause_end(self._tokens, place)
            if end > place + 1:
                draft.content.append(self._span(place + 1, end))
        return left

    def _content_left(self, draft: Draft, first: int) -> bool:
        if first == 0:
            return False
        if self._kind(first - 1) == "speech" or self._low(first - 1) in {",", "—", "–", "--"}:
            return self._take_left(draft, first)
        return False

    def _join_left(self, draft: Draft, first: int) -> None:
        """“A,” she said, “B”: the quotation on the left belongs to the same statement."""
        at = first - 1
        if not draft.speech or at < 0 or self._kind(at) == "mark" and self._kind(at - 1) != "speech":
            return
        at = at if self._kind(at) == "speech" else at - 1
        if self._kind(at) == "speech":
            self._take_speech(draft, at)

    # -- what follows a verb

    def _content_right(self, draft: Draft, cue: Cue, group: Group) -> bool:
        adjuncts = after_adjuncts(self._tokens, group.last)
        place = adjuncts.place
        if adjuncts.medium > group.last and cue.verb in {"say", "write", "announce"} and self._medium(group.last):
            draft.cue = (self._span(group.first, adjuncts.medium),)
        low = self._low(place)
        if (
            "a" in cue.frames
            and low != "that"
            and self._kind(place) != "speech"
            and low not in {"to", ",", ":"} | words.QUESTION_WORDS | cue.prepositions
        ):
            place = after_adjuncts(self._tokens, after_addressee(self._tokens, place)).place
            low = self._low(place)
            if place < self._end and self._kind(place) == "word" and self._addressed_clause(draft, cue, group, place):
                return True
        return self._frame(draft, cue, group, place)

    def _medium(self, after: int) -> bool:
        return self._low(after) == "in" and any(token.low == "statement" for token in self._tokens[after : after + 4])

    def _addressed_clause(self, draft: Draft, cue: Cue, group: Group, place: int) -> bool:
        low = self._low(place)
        if low in cue.prepositions:
            draft.cue = (*draft.cue, self._span(place, place + 1))
            return self._object(draft, place + 1)
        if "z" in cue.frames and low not in words.PREPOSITIONS and not words.is_adverb(low):
            return self._take_right(draft, place)
        return False

    def _frame(self, draft: Draft, cue: Cue, group: Group, place: int) -> bool:
        """Try what may follow the verb, most telling first."""
        if place >= len(self._tokens):
            return False
        low, frames = self._low(place), cue.frames
        if "q" in frames or low == ":":
            for here in (place, place + (low in {",", ":"})):
                if self._kind(here) == "speech":
                    return self._take_speech(draft, here)
        if place >= self._end or self._kind(place) == "mark":
            return low == ":" and place + 1 < self._end and self._take_right(draft, place + 1)
        if low == "that" and "c" in frames:
            return self._take_right(draft, place)
        if low == "to" and "i" in frames:
            return self._take_right(draft, place)
        if low in words.QUESTION_WORDS and "w" in frames:
            return self._take_right(draft, place)
        if low in cue.prepositions and place == group.last:
            draft.cue = (self._span(group.first, place + 1),)
            return self._object(draft, place + 1)
        return self._bare(draft, frames, place)

    def _bare(self, draft: Draft, frames: frozenset[str], place: int) -> bool:
        """A clause without “that”, or an object."""
        low = self._low(place)
        if place >= self._end:
            return False
        strong = {"z", "q"} <= frames and not {"o", "x", "a"} & frames and self._end - place >= 3
        if strong and (low == "just" or (low == "about" and self._low(place + 1) in {"half", "a"})):
            return self._take_right(draft, place)
        if low == "as" and {"x", "s"} & frames:
            return self._object(draft, place)
        if "s" in frames:
            end = object_end(self._tokens, place, self._end)
            return any(token.low == "as" for token in self._tokens[place + 1 : end]) and self._object(draft, place)
        if low in words.PREPOSITIONS | {"and", "or", "but", "to", "as", "not"} or (
            words.is_adverb(low) and low not in words.DETERMINERS
        ):
            return "q" in frames and self._kind(place) == "quote" and self._object(draft, place)
        if strong:
            return self._take_right(draft, place)
        if "z" in frames and (self._has_verb(place) or not {"o", "x"} & frames):
            return self._has_verb(place) and self._take_right(draft, place)
        if {"o", "x"} & frames:
            draft.score = min(draft.score, 0.6)
            return self._object(draft, place)
        return False

    def _has_verb(self, place: int, end: int | None = None) -> bool:
        for token in self._tokens[place : min(end or self._end, place + 25)]:
            low = token.low
            if (
                low in words.AUXILIARIES
                or low.endswith(("n't", "'d", "'ll", "'ve", "'re", "'m"))
                or low in {"he's", "she's", "it's", "that's", "there's"}
            ):
                return True
            if (
                token.kind == "word"
                and not token.capital
                and (low.endswith("ed") or (verbs(low) and not low.endswith("ing")))
            ):
                return True
        return self._low(place) in words.PERSONAL

    def _object(self, draft: Draft, start: int) -> bool:
        end = object_end(self._tokens, start, self._end)
        if end <= start:
            return False
        draft.content.append(self._span(start, end))
        draft.reported = True
        return True

    # -- nouns and colons

    def _noun(self, at: int) -> int:
        """“Ruiz's claim that …”, “a warning that …”."""
        low = self._low(at)
        stance = NOUNS.get(low) or (NOUNS.get(low[:-1]) if low.endswith("s") else None)
        if stance is None or self._low(at + 1) not in {"that", "to", "of"}:
            return at + 1
        owner = self._owner(at)
        if owner is None or (self._low(at + 1) == "to" and stance not in {"promises", "demands", "rejects"}):
            return at + 1
        draft = Draft(source=owner, cue=(self._span(at, at + 1),), stance=stance, score=0.5)
        if self._low(at + 1) == "of":
            draft.cue = (self._span(at, at + 2),)
            done = self._object(draft, at + 2)
        else:
            done = self._object(draft, at + 1)
        if done:
            self._drafts.append(draft)
        return at + 1

    def _owner(self, at: int) -> Span | None:
        before = at - 1
        while (
            before > 0
            and self._kind(before) == "word"
            and not self._tokens[before].capital
            and at - before < 4
            and not self._possessive(before)
        ):
            before -= 1
        if before < 0 or not self._possessive(before):
            return None
        if self._low(before) in {"his", "her", "their"}:
            return self._span(before, before + 1)
        found = phrase_ending(self._tokens, before)
        return None if found is None else self._span(*found)

    def _possessive(self, at: int) -> bool:
        return self._low(at) in {"his", "her", "their"} or (
            self._low(at).endswith(("'s", "s'")) and not words.is_temporal(self._low(at))
        )

    def _by_colon(self) -> None:
        """Ruiz was blunt: “…”."""
        tokens = self._tokens
        at = len(tokens) - 2
        if at < 1 or tokens[-1].kind != "speech" or tokens[at].low != ":" or tokens[-1].start in self.used:
            return
        found = subject_of(tokens, at)
        if found is None:
            return
        draft = Draft(source=self._span(*found), cue=(self._span(at, at + 1),), stance="asserts", score=0.5)
        self._take_speech(draft, at + 1)
        self._drafts.append(draft)
