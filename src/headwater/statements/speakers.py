"""Attributions of one article → who their speakers are, or nobody where more than one person could be meant.

The speaker of a source phrase is the full name in it, the only bearer of its title, the only person whom a pronoun can
mean, or, for groups, the phrase's own words. A wrong speaker is worse than none.

>>> from headwater.statements.rules import RuleReader
>>> text = "“We won,” said Ana Ruiz. She thanked the crew, Ruiz added."
>>> span = Span(start=0, end=len(text))
>>> found = RuleReader().attributions(text, [span], "text")
>>> [known.name for known in resolve(text, found, find_people(text), [span])]
['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.model import Span, Spans
from headwater.statements import words
from headwater.statements.attribution import Attribution
from headwater.statements.people import Gender, People, find_people

__all__ = ["Speaker", "find_people", "resolve"]

WORD = re.compile(r"\w+(?:[-’'.&]\w+)*\.?")
SINGULAR: dict[str, Gender] = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
PLURAL = frozenset({"they", "their", "them"})
THING = frozenset({"it", "its"})
NOBODY = frozenset("i we you my our your me us one this there what those these".split())
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who stands behind one attribution."""

    name: str | None
    anonymous: bool = False
    person: bool = False
    """One person, who a later “he” or “she” can mean."""
    gender: Gender | None = None


NOBODY_KNOWN = Speaker(None)


def resolve(text: str, found: Sequence[Attribution], people: People, paragraphs: Sequence[Span]) -> list[Speaker]:
    """Return the speaker of each attribution; `found` is in order of place."""
    resolving = _Resolving(text, people, paragraphs)
    return [resolving.speaker(attribution) for attribution in found]


class _Resolving:
    """A walk through one article that remembers who spoke last."""

    def __init__(self, text: str, people: People, paragraphs: Sequence[Span]) -> None:
        self._text = text
        self._people = people
        self._starts = [span.start for span in paragraphs]
        self._last: Speaker | None = None
        self._last_at = 0
        self._last_words = ""
        self._said: Spans = ()
        """What the attribution at hand reports: people named in it cannot be who reports it."""
        self._outer: Spans = ()
        """What the last outermost attribution reports; who speaks inside it does not become the one who spoke last."""
        self._seen: dict[tuple[int, int], Speaker] = {}
        self._gender: dict[str, Gender] = {}
        self._unnamed: set[str] = set()

    def speaker(self, attribution: Attribution) -> Speaker:
        if not attribution.source:
            return Speaker(None, attribution.anonymous)
        span = attribution.source[0]
        key = (span.start, span.end)
        known = self._seen.get(key)
        if known is None:
            self._said = attribution.content
            known = self._of_phrase(span, anonymous=attribution.anonymous)
            self._seen[key] = known
        if not any(run.start <= span.start < run.end for run in self._outer):
            self._last, self._last_at, self._last_words = known, span.start, span.of(self._text)
            self._outer = attribution.content
        return known

    def _of_phrase(self, span: Span, *, anonymous: bool) -> Speaker:
        phrase = span.of(self._text)
        low = phrase.lower()
        if low in SINGULAR:
            return self._pronoun(span, SINGULAR[low])
        if low in words.RELATIVES:
            return self._relative(span)
        if low in PLURAL | THING:
            return self._group_before(span)
        if low in NOBODY:
            return NOBODY_KNOWN
        if low.endswith(" of them") or low in {"another", "the other", "the first", "the second"}:
            return Speaker(None, anonymous=self._last is not None and self._last.anonymous)
        if anonymous:
            return self._unnamed_source(phrase)
        return self._named(span) or self._described(phrase) or self._group(phrase)

    def _person(self, name: str) -> Speaker:
        return Speaker(name, person=True, gender=self._known_gender(name))

    # -- names

    def _named(self, span: Span) -> Speaker | None:
        """The person at the phrase's head: “French Minister Ana Ruiz”, not “an aide to Ana Ruiz”."""
        for mention in self._people.between(span.start, span.end):
            before = self._text[span.start : mention.start]
            after = self._text[mention.end : mention.end + 2]
            owner = after in {"’s", "'s"} and mention.end + 2 == span.end
            if (after.startswith(("’s", "'s", "’ ", "' ")) and not owner) or _followed_by_noun(
                self._text[mention.end : span.end]
            ):
                return None
            if "," in before:
                last = before.rsplit(",", 1)[1].strip()
                return self._person(mention.name) if not last and mention.end == span.end else None
            if _belongs(before):
                continue
            if re.match(r"\s+(?:and|&)\s", self._text[mention.end : span.end]):
                return Speaker(" ".join(self._text[span.start : span.end].split()))
            return self._person(mention.name)
        return None

    # -- pronouns

    def _pronoun(self, span: Span, gender: Gender) -> Speaker:
        candidates = self._candidates(span, gender)
        if len(candidates) != 1:
            return NOBODY_KNOWN
        [name] = candidates
        if name == "":
            return Speaker(None, anonymous=True)
        self._gender.setdefault(name, gender)
        return self._person(name)

    def _candidates(self, span: Span, gender: Gender) -> set[str]:
        """Who a pronoun can mean: whoever spoke last, close by, unless somebody else has become the subject since."""
        here = bisect_right(self._starts, span.start) - 1
        nearest = self._starts[max(0, here - 1)] if here >= 0 else 0
        last = self._last if self._last_at >= nearest else None
        if last is not None and self._fits(last, gender) and not self._overtaken(last, span):
            since = self._last_at + len(self._last_words)
            others = self._subjects(since, span.start, gender) | self._beside(since, span.start, gender)
            return {last.name or ""} if not others - {last.name} else set()
        if last is not None and self._stands_between(last, gender):
            return set()
        named = {each.name for each in self._people.between(nearest, span.start) if self._agrees(each.name, gender)}
        heads = self._subjects(nearest, span.start, gender)
        return (
            {name for name in named if name in heads or self._known_gender(name) == gender}
            if len(named) == 1
            else set()
        )

    def _stands_between(self, last: Speaker, gender: Gender) -> bool:
        """Whoever spoke last could be meant, but it is not known who or what that is."""
        if last.anonymous or (last.person and last.name is not None and not self._agrees(last.name, gender)):
            return False
        return last.name is None or not (self._people.group(last.name) or last.name.endswith("s"))

    def _beside(self, start: int, end: int, gender: Gender) -> set[str]:
        """People whom the pronoun's own sentence names before it, outside of what it reports."""
        start = max(start, end - REACH)
        sentence = start + max(self._text.rfind(mark, start, end) - start for mark in (". ", "? ", "! ", "\n")) + 1
        near = [each for each in self._people.between(max(start, sentence), end) if self._agrees(each.name, gender)]
        return {each.name for each in near if not any(span.start <= each.start < span.end for span in self._said)}

    def _overtaken(self, last: Speaker, span: Span) -> bool:
        """A person named since then is the likelier “he” than somebody without a name."""
        return last.anonymous and bool(self._people.between(self._last_at + len(self._last_words), span.start))

    def _fits(self, last: Speaker, gender: Gender) -> bool:
        if last.anonymous:
            return not self._last_words.lower().rstrip().endswith("s")
        return last.person and last.name is not None and self._agrees(last.name, gender)

    def _agrees(self, name: str, gender: Gender) -> bool:
        return self._known_gender(name) in {None, gender}

    def _known_gender(self, name: str) -> Gender | None:
        return self._people.gender(name) or self._gender.get(name)

    def _subjects(self, start: int, end: int, gender: Gender) -> set[str]:
        """People who are named at the head of a sentence in between."""
        found = set()
        for mention in self._people.between(start, end):
            window = max(start, mention.start - REACH)
            before = ("\n" if window == 0 or self._text[window - 1] == "\n" else "") + self._text[
                window : mention.start
            ]
            head = re.split(r"[.?!”\"\n]\s*", before)
            lead = head[-1].strip() if len(head) > 1 else None
            if (
                lead is not None
                and all(word[0].isupper() or word.lower() in words.TITLES for word in lead.split())
                and self._agrees(mention.name, gender)
            ):
                found.add(mention.name)
        return found

    def _relative(self, span: Span) -> Speaker:
        """“Ana Ruiz, who said”: whoever is named right before."""
        start = max(0, span.start - REACH)
        near = self._people.between(start, span.start)
        if near and re.fullmatch(r"(?:\s*\([^)]*\))?,?\s*", self._text[near[-1].end : span.start]):
            return self._person(near[-1].name)
        return NOBODY_KNOWN

    def _group_before(self, span: Span) -> Speaker:
        """“they” or “it”: the group that spoke last, in this paragraph or the one before."""
        here = bisect_right(self._starts, span.start) - 1
        nearest = self._starts[max(0, here - 1)] if here >= 0 else 0
        last = self._last
        if last is None or last.person or self._last_at < nearest:
            return NOBODY_KNOWN
        plural = self._last_words.lower().split()[-1].endswith("s")
        return last if plural == (self._text[span.start : span.end].lower() in PLURAL) else NOBODY_KNOWN

    # -- descriptions

    def _unnamed_source(self, phrase: str) -> Speaker:
        """“two officials”; “the official” may go back to one who has a name."""
        found = WORD.findall(phrase.lower())
        if found[0] == "the" and len(found) == 2 and found[1] not in self._unnamed:
            bearers = self._people.titled(found[1])
            if len(bearers) == 1:
                return self._person(bearers[0])
        self._unnamed |= set(found)
        return Speaker(None, anonymous=True)

    def _described(self, phrase: str) -> Speaker | None:
        """“the minister”: the only person of the article who bears the title."""
        found = WORD.findall(phrase.lower())
        if not found or found[0] not in {"the", "this", "that", "mr.", "madam"} or found[-1] not in words.TITLES:
            return None
        bearers = self._people.titled(found[-1])
        return self._person(bearers[0]) if len(bearers) == 1 else NOBODY_KNOWN

    def _group(self, phrase: str) -> Speaker:
        """A group is its own words: “Moscow”, “the ministry”."""
        listed = "," in phrase and re.search(r",? and ", phrase.rsplit(",", 1)[1]) is not None
        own = " ".join((phrase if listed else _name_of_group(phrase)).split())
        if own.lower().startswith(("his ", "her ", "its ", "their ", "our ", "my ", "your ")):
            return NOBODY_KNOWN
        bare = ARTICLE.sub("", own, count=1)
        low = bare.lower()
        if (
            low.split()[-1:]
            and low.split()[-1] in words.TITLES
            and not bare[:1].isupper()
            and not own.lower().startswith(("a ", "an "))
        ):
            return NOBODY_KNOWN
        if own != bare:
            own = bare if bare[:1].isupper() else own[:1].lower() + own[1:]
        if self._people.ambiguous(bare):
            return NOBODY_KNOWN
        known = self._people.full(bare)
        return self._person(known) if known else Speaker(own)


def _name_of_group(phrase: str) -> str:
    """“The ferry's owner, Greywater Lines” is Greywater Lines; else what stands before the comma."""
    first, _, rest = phrase.partition(",")
    named = bool(rest.strip()) and all(word[0].isupper() for word in rest.split())
    return rest if named and not first.split()[-1][0].isupper() else first


REACH = 120


def _belongs(before: str) -> bool:
    """The name hangs on another word: “an aide to …”, “supporters of …”."""
    last = before.split()[-1:] or [""]
    return last[0].lower() in words.PREPOSITIONS | {"to"}


def _followed_by_noun(after: str) -> bool:
    """“the Ruiz campaign” is no person; “Ana Ruiz, the mayor” and “Ana Ruiz of Harbour” are."""
    following = WORD.match(after.lstrip())
    if following is None or after[:1] != " " or not following.group()[0].islower():
        return False
    return following.group().lower() not in words.PREPOSITIONS | {"and", "who", "himself", "herself", "to"}
