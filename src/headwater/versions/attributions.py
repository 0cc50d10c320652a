"""The statements in two versions of one sentence → what changed about who says it, and how.

Statements are paired by what they put forward. Without statements of both versions nothing is told of attribution.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.model import Article, Span, Spans, Statement, words
from headwater.model.version import TellingEdit
from headwater.statements.cues import verbs
from headwater.statements.words import PRONOUNS
from headwater.text.normalise import fold_words
from headwater.text.weights import terms
from headwater.versions.differing import Differing
from headwater.versions.telling import edit

SAME = 0.5
"""How much of the terms of two contents must be common for them to be one, changed or not."""
HELD = 0.7
"""How much of a content's terms a sentence must hold to tell it in the outlet's own voice."""


PLAIN = frozenset("say tell add state write remark according".split())
"""Cues that only say that somebody said it: one for another changes nothing."""


class Said:
    """The statements of one article by where they stand; narrated ones are no attribution and are left out."""

    def __init__(self, article: Article, statements: Iterable[Statement]) -> None:
        self.text = article.text
        placed = sorted(
            ((_place(each), each.id, each) for each in statements if _is_attributed(each, article)),
            key=lambda item: item[:2],
        )
        self._starts = [start for start, _, _ in placed]
        self._statements = [statement for _, _, statement in placed]

    def within(self, sentence: Span) -> list[Statement]:
        """Return the statements whose content begins in a sentence, in order."""
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return self._statements[first:last]

    def content(self, statement: Statement) -> Counter[str]:
        """Return the terms of what a statement puts forward."""
        return terms(words(statement.content, self.text))


def _is_attributed(statement: Statement, article: Article) -> bool:
    ours = statement.article == article.id and statement.part == "text" and statement.form != "narrated"
    spans = (*statement.source, *statement.cue, *statement.content)
    return ours and bool(statement.content) and max(span.end for span in spans) <= len(article.text)


def _place(statement: Statement) -> int:
    return min(span.start for span in statement.content)


@dataclass(frozen=True, kw_only=True, slots=True)
class Attributed:
    """One sentence in two versions with the statements of both texts, and where the versions differ."""

    old: Said
    new: Said
    old_span: Span
    new_span: Span
    differing: Differing

    def edits(self) -> Iterator[TellingEdit]:
        """Yield what changed about who says what."""
        before, after = self.old.within(self.old_span), self.new.within(self.new_span)
        pairs = self._pairs(before, after)
        for one, other in pairs:
            yield from self._of_one(one, other)
        known = {statement.id for pair in pairs for statement in pair}
        for one in before:
            if one.id not in known and _told(self.old.content(one), self.new_span.of(self.new.text)):
                yield from self._alone("attribution dropped", one, self.differing.old_words)
        for other in after:
            if other.id not in known and _told(self.new.content(other), self.old_span.of(self.old.text)):
                yield from self._alone("attribution added", other, self.differing.new_words)

    def _pairs(self, before: Sequence[Statement], after: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
        """Return the statements that put forward the same, the most alike first; each stands in one pair."""
        scored = [
            (-_likeness(self.old.content(one), self.new.content(other)), a, b)
            for a, one in enumerate(before)
            for b, other in enumerate(after)
        ]
        found: dict[int, int] = {}
        for score, a, b in sorted(scored):
            if -score >= SAME and a not in found and b not in found.values():
                found[a] = b
        return [(before[a], after[b]) for a, b in sorted(found.items())]

    def _of_one(self, one: Statement, other: Statement) -> Iterator[TellingEdit]:
        who, how = (one.source, other.source), (one.cue, other.cue)
        if self._touches((*one.source, *how[0]), (*other.source, *how[1])):
            kind = _speaker_change(one, other, words(one.source, self.old.text), words(other.source, self.new.text))
            if kind:
                yield edit(kind, *who)
        if all(how) and self._touches(*how):
            if _cue(words(one.cue, self.old.text)).isdisjoint(_cue(words(other.cue, self.new.text))):
                yield edit("cue", *how)
            if one.stance != other.stance:
                yield edit("stance", *how)
        old, new = _found(one.hedge, self.old.text, self.old_span), _found(other.hedge, self.new.text, self.new_span)
        if bool(old) != bool(new) and self._touches(old, new):
            yield edit("hedge dropped" if old else "hedge added", old, new)

    def _touches(self, old: Spans, new: Spans) -> bool:
        """Say whether differing words are among some of the old or of the new."""
        return any(a.overlaps(b) for a in old for b in self.differing.old_words) or any(
            a.overlaps(b) for a in new for b in self.differing.new_words
        )

    def _alone(
        self, kind: Literal["attribution added", "attribution dropped"], statement: Statement, changed: Spans
    ) -> Iterator[TellingEdit]:
        spans = tuple(sorted({*statement.source, *statement.cue}))
        if any(a.overlaps(b) for a in spans for b in changed):
            yield edit(kind, spans, ()) if kind == "attribution dropped" else edit(kind, (), spans)


def _told(content: Counter[str], sentence: str) -> bool:
    """Say whether a sentence holds what a statement puts forward."""
    there = terms(sentence)
    return bool(content) and (content & there).total() >= HELD * content.total()


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0


def _speaker_change(
    one: Statement, other: Statement, old_words: str, new_words: str
) -> Literal["speaker", "speaker added", "speaker dropped"] | None:
    """Return what became of the speaker; None where it is the same, a fuller form of it, or nobody could tell."""
    before, after = _name(one), _name(other)
    if before and after:
        return None if before <= after or after <= before else "speaker"
    if before or after:
        left = new_words if before else old_words
        if left.casefold() in PRONOUNS or (before or after) <= set(fold_words(left).keys):
            return None
        return "speaker dropped" if before else "speaker added"
    old, new = set(terms(old_words)), set(terms(new_words))
    return "speaker" if old and new and old.isdisjoint(new) else None


def _name(statement: Statement) -> set[str]:
    """Return the words of the speaker's name; none where the source is unnamed or nobody could tell who it is."""
    return set() if statement.anonymous or not statement.speaker else set(fold_words(statement.speaker).keys)


def _cue(said: str) -> frozenset[str]:
    """Return the verbs of a cue whatever their tense, the plain ones being one; its words where none is known."""
    keys = fold_words(said).keys
    known = {cue.verb for word in keys for cue in verbs(word)[:1]} or set(keys)
    return frozenset("say" if verb in PLAIN else verb for verb in known)


def _found(hedge: str | None, text: str, sentence: Span) -> Spans:
    at = text.find(hedge, sentence.start, sentence.end) if hedge else -1
    return (Span(start=at, end=at + len(hedge)),) if hedge and at >= 0 else ()
