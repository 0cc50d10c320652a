"""One text → sentence by sentence, whom its own voice speaks of: names, pronouns and descriptions of single people.

What stands inside quotation marks is left out: who is named there does not become the one who speaks.

>>> text = "Ana Ruiz met an envoy. “Bo Lund left,” she said."
>>> people = find_people(text)
>>> [(each.words, each.sentence, each.subject) for each in read_scene(text, people, [Span(start=0, end=len(text))], ()).references]
[('Ana Ruiz', 0, True), ('an envoy', 0, False), ('she', 1, True)]
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.model import Span
from headwater.statements import words
from headwater.statements.descriptions import noun_of
from headwater.statements.given_names import Gender
from headwater.statements.people import HE, SHE, People, find_people
from headwater.text.quotes import find_quotes
from headwater.text.sentences import sentences

__all__ = ["Reference", "Scene", "find_people", "read_scene"]

PRONOUN: dict[str, Gender] = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "hers": "she"}
PRONOUNS = re.compile(r"\b(?:he|his|him|she|hers?)\b", re.IGNORECASE)
DESCRIBED = re.compile(
    r"\b(?:the|a|an|one|another|his|her|my|our|their|its|this|that)((?:\s[\w’'-]{1,25}){1,5})", re.IGNORECASE
)
WORD = re.compile(r"[\w’'-]+")
ALONE = frozenset(
    "official source aide diplomat insider person employee staffer resident bystander friend relative".split()
)
REACH = 160
MOST = 40
"""References of one sentence that are looked at."""
CLAUSE = frozenset(
    "and but or that when while as because if after before since although though where whereas so then until yet".split()
)
NOT_NAMES = (
    words.TITLES
    | words.HONORIFICS
    | HE
    | SHE
    | words.DETERMINERS
    | frozenset("former late then fellow mr. ms.".split())
)
PAST = frozenset(
    "said told made went took came saw wrote knew thought began got gave met won lost left led ran held kept put set spoke "
    "stood felt found grew became fell rose hit let sat sent spent brought built bought chose drew drove flew fought paid "
    "sought swore quit read cut heard meant understood taught caught sold broke shook wore".split()
)
APPOSED = re.compile(r"(?:\s\([^()\n]{1,30}\))?,\s(?:\d{1,3},\s)?")
LEADS = re.compile(r"(?:,|\sand\s[\w-]{3,20})?\s(?:[A-Z][\w.]{1,8}\s){0,2}")
"""Between a description and its name: “the mayor, Ana Ruiz”, “the actor and rower Bo Lund”."""
SKIPPED = re.compile(r"\s*(?:\([^()\n]{0,60}\)\s*)?(?:,[^.;:,\n“”\"]{1,90},\s*)?(?:\([^()\n]{0,60}\)\s*)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where the outlet's own voice speaks of one person."""

    start: int
    end: int
    words: str
    sentence: int
    subject: bool
    """It does something in its sentence, as far as its neighbours tell."""
    speaker: bool
    """It is the head of a source."""
    name: str | None
    """The fullest name; None for pronouns, and for descriptions that are tied to nobody."""
    gender: Gender | None
    """What its own words tell."""
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """The references of one text in order, and its sentences."""

    references: tuple[Reference, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    """For each sentence the paragraph that it stands in."""
    first: tuple[int, ...]
    """For each sentence, and once more at the end, how many references stand before it."""
    fronted: tuple[bool, ...]
    """For each sentence whether it begins with a clause or phrase before its subject: “When …”, “In her letter, …”."""
    hidden: tuple[Span, ...]
    """What stands in quotation marks."""

    def sentence_at(self, place: int) -> int:
        """Return which sentence a place belongs to; -1 before the first."""
        return bisect_right(self.sentences, place, key=lambda span: span.start) - 1

    def quoted(self, place: int) -> bool:
        """Say whether a place lies inside quotation marks."""
        return _within(self.hidden, place)

    def of(self, sentence: int, before: int | None = None) -> Sequence[Reference]:
        """Return the references of one sentence, up to a place; of a very long sentence only the last ones."""
        start, end = self.first[sentence], self.first[sentence + 1]
        if before is not None:
            end = bisect_left(self.references, before, start, end, key=lambda each: each.start)
        return self.references[max(start, end - MOST) : end]


def read_scene(
    text: str, people: People, paragraphs: Sequence[Span], speakers: Iterable[int], unknown: Sequence[Span] = ()
) -> Scene:
    """Return the scene of a text; `speakers` are the places where the heads of its source phrases begin.

    `unknown` are names of sources that may be people and are not known as such.
    """
    hidden = tuple(quote.inner for quote in find_quotes(text) if quote.closed or quote.resumed)
    masked = _masked(text, hidden)
    cut = tuple(sentences(masked))
    starts = [span.start for span in paragraphs]
    found = sorted(
        [*_references(text, masked, people, hidden), *_strangers(unknown, hidden)],
        key=lambda each: (each.start, -each.end),
    )
    references = tuple(_placed(masked, found, cut, frozenset(speakers)))
    at, first = 0, []
    for number in range(len(cut)):
        while at < len(references) and references[at].sentence < number:
            at += 1
        first.append(at)
    return Scene(
        references=references,
        sentences=cut,
        paragraphs=tuple(bisect_right(starts, span.start) - 1 for span in cut),
        first=(*first, len(references)),
        fronted=tuple(_fronted(masked, span) for span in cut),
        hidden=hidden,
    )


def _fronted(text: str, sentence: Span) -> bool:
    first = WORD.search(text, sentence.start, sentence.end)
    if first is None or text.find(",", first.end(), min(sentence.end, first.end() + 2 * REACH)) < 0:
        return False
    return first.group().lower() in words.PREPOSITIONS | (words.BOUNDARIES - words.RELATIVES) | {"as", "back", "for"}


def _masked(text: str, hidden: Sequence[Span]) -> str:
    """The text with every letter inside quotation marks made an x; a last full stop stays: it may end the sentence."""
    pieces, at = [], 0
    for span in hidden:
        inner = text[span.start : max(span.start, span.end - 1)]
        pieces += [
            text[at : span.start],
            re.sub(r"\S", "x", inner).replace("x", "X", 1),
            text[span.start + len(inner) : span.end],
        ]
        at = span.end
    return "".join([*pieces, text[at:]])


def _within(spans: Sequence[Span], place: int) -> bool:
    at = bisect_right(spans, place, key=lambda span: span.start) - 1
    return at >= 0 and place < spans[at].end


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    name: str | None
    gender: Gender | None
    pronoun: bool = False


def _references(text: str, masked: str, people: People, hidden: Sequence[Span]) -> Iterator[_Found]:
    for mention in people.mentions:
        if not _within(hidden, mention.start):
            yield _Found(mention.start, mention.end, mention.name, people.gender(mention.name))
    for match in PRONOUNS.finditer(masked):
        yield _Found(match.start(), match.end(), None, PRONOUN[match.group().lower()], pronoun=True)
    for match in DESCRIBED.finditer(masked):
        end = _end_of_noun(match)
        if end is not None:
            phrase = text[match.start() : end]
            known = people.called(phrase, match.start()) if phrase[:3].lower() in {"the", "thi", "tha"} else ()
            yield _Found(match.start(), end, known[0] if len(known) == 1 else None, _told(phrase))


def _strangers(unknown: Sequence[Span], hidden: Sequence[Span]) -> Iterator[_Found]:
    for span in unknown:
        if not _within(hidden, span.start):
            yield _Found(span.start, span.end, None, None)


def _end_of_noun(match: re.Match[str]) -> int | None:
    """Where a description of one person ends: “the Orvian harbour minister” in “the Orvian harbour minister said”."""
    text, begin = match.string, match.start(1)
    for word in WORD.finditer(match.group(1)):
        low = word.group().lower()
        if low in words.PREPOSITIONS | words.DETERMINERS:
            return None
        if low not in words.PERSON_NOUNS | ALONE:
            continue
        end = begin + word.end()
        following = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if following is None or _goes_on(following.group()):
            return end
        if following.group()[0].isupper():
            return None
    return None


def _goes_on(word: str) -> bool:
    """What follows a whole noun phrase: a verb, a preposition, a conjunction."""
    low = word.lower()
    return (
        low in words.AUXILIARIES | words.PREPOSITIONS | words.BOUNDARIES | words.ADVERBS | words.DETERMINERS | PAST
        or low in {"and", "but", "to"}
        or _like_a_verb(word)
    )


def _told(phrase: str) -> Gender | None:
    noun = noun_of(phrase)
    last = phrase.rsplit(None, 1)[-1].lower()
    for word in (noun, last):
        if word in HE | {"man", "boy", "grandfather"}:
            return "he"
        if word in SHE | {"woman", "girl", "grandmother"}:
            return "she"
    return None


def _placed(text: str, found: Sequence[_Found], cut: Sequence[Span], speaking: frozenset[int]) -> Iterator[Reference]:
    """The references with their sentence and part in it; a name and the description beside it are one."""
    last: _Found | None = None
    waiting: Reference | None = None
    for each in found:
        if last is not None and each.start < last.end:
            continue
        sentence = bisect_right(cut, each.start, key=lambda span: span.start) - 1
        if sentence < 0 or (last is not None and last.name and _apposed(text, last, each) and not each.pronoun):
            continue
        speaker = each.start in speaking
        reference = Reference(
            start=each.start,
            end=each.end,
            words=text[each.start : each.end],
            sentence=sentence,
            subject=speaker or _is_subject(text, each, cut[sentence]),
            speaker=speaker,
            name=each.name,
            gender=each.gender,
            pronoun=each.pronoun,
        )
        if (
            waiting is not None
            and last is not None
            and each.name
            and not last.name
            and LEADS.fullmatch(text, last.end, each.start)
        ):
            subject, speaker = waiting.subject or reference.subject, waiting.speaker or speaker
            waiting = replace(reference, subject=subject, speaker=speaker, gender=each.gender or last.gender)
        else:
            if waiting is not None:
                yield waiting
            waiting = reference
        last = each
    if waiting is not None:
        yield waiting


def _apposed(text: str, name: _Found, each: _Found) -> bool:
    """“Ana Ruiz, the mayor”."""
    return each.name in {None, name.name} and APPOSED.fullmatch(text, name.end, each.start) is not None


def _is_subject(text: str, each: _Found, sentence: Span) -> bool:
    low = text[each.start : each.end].lower()
    if low in PRONOUN:
        return low in {"he", "she"}
    if text[each.end : each.end + 1] in {"’", "'"}:
        return False
    lead = text[max(sentence.start, each.start - REACH) : each.start]
    parts = re.findall(r"[\w’'.-]+|[^\w\s]", lead)
    while parts and (parts[-1][0].isupper() or parts[-1].lower() in NOT_NAMES):
        parts.pop()
    if not parts and len(lead) < REACH:
        return not _noun_follows(text, each.end)
    return bool(parts) and (not parts[-1][0].isalnum() or parts[-1].lower() in CLAUSE) and _verb_follows(text, each.end)


def _noun_follows(text: str, end: int) -> bool:
    following = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if following is None or not following.group()[0].islower():
        return False
    low = following.group().lower()
    return low.rstrip("s") in words.GROUPS | words.PERSON_NOUNS | ALONE or low in words.GROUPS


def _verb_follows(text: str, end: int) -> bool:
    skipped = SKIPPED.match(text, end)
    following = WORD.match(text, skipped.end() if skipped else end)
    if following is None:
        return False
    low = following.group().lower()
    return low in words.AUXILIARIES | PAST or _like_a_verb(following.group())


def _like_a_verb(word: str) -> bool:
    return word.islower() and word.endswith(("ed", "ly", "s")) and word not in {"its", "his", "this", "as"}
