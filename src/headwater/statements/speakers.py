"""Attributions of one article → who their speakers are, or nobody where more than one person could be meant.

The speaker of a source phrase is the full name in it, the only person whom its pronoun or description can mean, or, for
groups, the phrase's own words. A wrong speaker is worse than none.

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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.model import Span, Spans
from headwater.statements import words
from headwater.statements.anonymity import terms_in
from headwater.statements.attribution import Attribution
from headwater.statements.descriptions import noun_of
from headwater.statements.heads import heads_of
from headwater.statements.pairs import pair_of
from headwater.statements.people import People, find_people
from headwater.statements.pronouns import Pronouns
from headwater.statements.scenes import read_scene
from headwater.text.names_lexicon import lexicon, name_key

__all__ = ["Speaker", "find_people", "resolve"]

WORD = re.compile(r"\w+(?:[-’'.&]\w+)*\.?")
SINGULAR = frozenset({"he", "his", "him", "she", "her"})
PLURAL = frozenset({"they", "their", "them"})
THING = frozenset({"it", "its"})
NOBODY = frozenset(
    "i we you my our your me us one this there what those these everyone everybody someone somebody anyone nobody anybody "
    "all each both few many most several none neither either others".split()
) | {"no one", "not everyone"}
NOTHING = frozenset({"nothing", "something", "anything", "everything"})
"""A phrase that begins like this means no one: “everything about the case”."""
OWNED = re.compile(r"(his|her|.{2,80}[’']s?)\s(?:\w+\s){0,2}(\w+)", re.IGNORECASE | re.DOTALL)
DOCUMENTS = frozenset(
    "letter statement speech remarks account testimony memo memoir book post posts tweet tweets email message comments words "
    "report essay column diary interview address affidavit complaint blog".split()
)
JOINED = re.compile(r"\b(?:and|or|&)\s*\Z")
"""“Tolben and Kolm”: who comes second is not the head."""
LONE_NAME = re.compile(r"(?!(?:He|She|It|They|We|You|Who|His|Her|Their)$)[A-Z](?=\w*[a-z])[\w’'-]*[^\Ws]")
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
EDGES = ' \t\n,;:.—–-"“”'
MOST_TERMS = 4
"""Terms in one paragraph that are looked at."""
REACH = 120
"""Characters before “who” in which its person is named."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who stands behind one attribution."""

    name: str | None
    anonymous: bool = False
    anonymity: Spans = ()
    """The words in which the outlet says on what terms, or why, it leaves the source unnamed."""
    people: tuple[str, ...] = ()
    """The persons among the speakers: one, or the two or more of “Ruiz and Lund”; none for groups."""


NOBODY_KNOWN = Speaker(None)
UNNAMED = Speaker(None, anonymous=True)


def resolve(text: str, found: Sequence[Attribution], people: People, paragraphs: Sequence[Span]) -> list[Speaker]:
    """Return the speaker of each attribution; `found` is in order of place."""
    resolving = _Resolving(text, found, people, paragraphs)
    return [resolving.speaker(attribution) for attribution in found]


class _Resolving:
    """A walk through one article that remembers who spoke last."""

    def __init__(self, text: str, found: Sequence[Attribution], people: People, paragraphs: Sequence[Span]) -> None:
        self._text = text
        self._people = people
        self._paragraphs = paragraphs
        self._starts = [span.start for span in paragraphs]
        self._sources = sorted({each.source[0] for each in found if each.source})
        self._scene = read_scene(text, people, paragraphs, self._heads(), list(self._unknown()))
        self._pronouns = Pronouns(self._scene, {each.source[0].start: each.content for each in found if each.source})
        self._last = NOBODY_KNOWN
        self._last_at = 0
        self._last_words = ""
        self._outer: Spans = ()
        """What the last outermost attribution reports; who speaks inside it does not become the one who spoke last."""
        self._seen: dict[Span, Speaker] = {}
        self._unnamed: set[str] = set()
        self._terms: dict[int, Spans] = {}

    def _heads(self) -> Iterator[int]:
        """Where each source phrase has its head: at a name, else at its beginning."""
        for source in self._sources:
            span = _trimmed(self._text, source)
            heads = heads_of(self._text, span, self._people)
            if heads:
                yield from (each.start for each in heads)
            elif not self._people.between(span.start, span.start + 1):
                yield span.start

    def _unknown(self) -> Iterator[Span]:
        """Sources of one capitalised word that nothing shows to be a group or a place: somebody may be named so."""
        for source in self._sources:
            span = _trimmed(self._text, source)
            name = span.of(self._text).partition(",")[0]
            known = self._people.full(name) or self._people.ambiguous(name) or self._people.group(name)
            if LONE_NAME.fullmatch(name) and not known and name_key(name) not in lexicon().known:
                yield Span(start=span.start, end=span.start + len(name))

    def speaker(self, attribution: Attribution) -> Speaker:
        if not attribution.source:
            return Speaker(None, attribution.anonymous)
        span = attribution.source[0]
        known = self._seen.get(span)
        if known is None:
            known = self._with_terms(span, self._of_phrase(span, anonymous=attribution.anonymous))
            self._seen[span] = known
        if not any(run.start <= span.start < run.end for run in self._outer):
            self._last, self._last_at, self._last_words = known, span.start, span.of(self._text)
            self._outer = attribution.content
        return known

    def _of_phrase(self, whole: Span, *, anonymous: bool) -> Speaker:
        span = _trimmed(self._text, whole)
        phrase = span.of(self._text)
        low = phrase.lower()
        if low in SINGULAR:
            return self._pronoun(span)
        if low in words.RELATIVES | {"whose", "whom"}:
            return self._relative(span)
        if low in PLURAL | THING:
            return self._group_before(span)
        if not low or low in NOBODY or low.partition(" ")[0] in NOTHING:
            return NOBODY_KNOWN
        if low.endswith(" of them") or low in {"another", "the other", "the first", "the second"}:
            return Speaker(None, anonymous=self._last.anonymous)
        named = self._named(span)
        if named is not None:
            return named
        if anonymous:
            return self._unnamed_source(phrase, span.start)
        return self._pair(phrase, span) or self._described(phrase, span.start) or self._group(phrase, span.start)

    # -- names

    def _named(self, span: Span) -> Speaker | None:
        """The person at the phrase's head: “French Minister Ana Ruiz”, not “an aide to Ana Ruiz”."""
        phrase = span.of(self._text)
        heads = heads_of(self._text, span, self._people)
        if heads and name_key(phrase) in lexicon().governments:
            return NOBODY_KNOWN
        if not heads:
            owned = OWNED.fullmatch(phrase)
            if owned is None or owned.group(2).lower() not in DOCUMENTS:
                return None
            return self._owner(Span(start=span.start, end=span.start + len(owned.group(1))))
        if JOINED.search(self._text[span.start : heads[0].start]):
            return None
        return _persons([each.name for each in heads])

    def _owner(self, span: Span) -> Speaker | None:
        """“his letter” and “Ruiz's letter” speak for who wrote them."""
        if span.of(self._text).lower() in {"his", "her"}:
            return self._pronoun(span)
        heads = heads_of(self._text, span, self._people)
        return _persons([each.name for each in heads]) if heads else None

    # -- pronouns

    def _pronoun(self, span: Span) -> Speaker:
        name = self._pronouns.meant(span.start)
        if name is not None:
            return _persons((name,))
        stranger = self._pronouns.stranger(span.start)
        at = bisect_right(self._sources, Span(start=stranger, end=1 << 60)) - 1 if stranger is not None else -1
        if at >= 0 and stranger is not None and stranger < self._sources[at].end:
            known = self._seen.get(self._sources[at])
            return Speaker(None, anonymous=known is not None and known.anonymous)
        return NOBODY_KNOWN

    def _relative(self, span: Span) -> Speaker:
        """“Ana Ruiz, who said”: whoever is named right before."""
        near = self._people.between(max(0, span.start - REACH), span.start)
        if near and re.fullmatch(r"(?:\s*\([^)]*\))?,?\s*", self._text[near[-1].end : span.start]):
            return _persons((near[-1].name,))
        return NOBODY_KNOWN

    def _group_before(self, span: Span) -> Speaker:
        """“they” or “it”: the group or the several people that spoke last, in this paragraph or the one before."""
        plural = span.of(self._text).lower() in PLURAL
        last = self._last
        if len(last.people) == 1 or not self._near(self._last_at, span.start) or not self._last_words:
            return NOBODY_KNOWN
        many = len(last.people) > 1 or _many(self._last_words)
        return replace(last, anonymity=()) if plural == many else NOBODY_KNOWN

    def _near(self, before: int, place: int) -> bool:
        """Say whether a place stands in the same paragraph as another before it, or in the next."""
        here = bisect_right(self._starts, place) - 1
        return here >= 0 and before >= self._starts[max(0, here - 1)]

    # -- descriptions

    def _unnamed_source(self, phrase: str, place: int) -> Speaker:
        """“two officials”; “the official” may go back to one who has a name."""
        found = WORD.findall(phrase.lower())
        if found and found[0] == "the" and len(found) == 2 and found[1] not in self._unnamed:
            known = self._people.called(phrase, place)
            if len(known) == 1:
                return _persons(known)
        self._unnamed |= set(found)
        return UNNAMED

    def _pair(self, phrase: str, span: Span) -> Speaker | None:
        """“both men”, “the two ministers”: the two who spoke together last, or the only two whom it can mean."""
        near = self._last.people if self._near(self._last_at, span.start) else ()
        here = self._scene.sentence_at(span.start)
        named = [
            (each.name, self._pronouns.gender(each.name))
            for sentence in range(max(0, here - 3), here + 1)
            for each in self._scene.of(sentence)
            if each.name is not None and each.start < span.start and self._near(each.start, span.start)
        ]
        found = pair_of(phrase, near, dict(named), lambda one: self._people.called(one, span.start))
        return None if found is None else _persons(found) if found else NOBODY_KNOWN

    def _described(self, phrase: str, place: int) -> Speaker | None:
        """“the minister”: the only person of the article who is called so."""
        low = phrase.lower()
        if low.startswith(("the ", "this ", "that ")) or low in {"mr. president", "madam president"}:
            known = self._people.called(phrase, place)
            if len(known) == 1:
                return _persons(known)
            noun = noun_of(phrase)
            if known or (noun is not None and WORD.findall(low)[-1] == noun):
                return NOBODY_KNOWN
        return None

    # -- groups

    def _group(self, phrase: str, place: int) -> Speaker:
        """A group is its own words: “Moscow”, “the ministry”; an acronym or “the newspaper” is the name it stands for."""
        listed = "," in phrase and re.search(r",? and ", phrase.rsplit(",", 1)[1]) is not None
        own = " ".join((phrase if listed else _name_of_group(phrase)).split())
        if not own or own.lower().startswith(("his ", "her ", "its ", "their ", "our ", "my ", "your ")):
            return NOBODY_KNOWN
        meant = self._people.groups.meant(own, place)
        if meant is not None:
            return Speaker(meant)
        bare = ARTICLE.sub("", own, count=1)
        if self._people.ambiguous(bare) or (self._people.full(bare) and name_key(bare) in lexicon().governments):
            return NOBODY_KNOWN  # also “Washington”, the city and Ida Washington in one article
        known = self._people.full(bare)
        if known and bare[:1].isupper() and " " not in bare:
            return _persons((known,))
        full = self._people.groups.full(bare)
        if own != bare:
            own = bare if bare[:1].isupper() else own[:1].lower() + own[1:]
        return Speaker(full if full != bare else own)

    # -- unnamed sources

    def _with_terms(self, span: Span, known: Speaker) -> Speaker:
        """Add on what terms a source is unnamed; a description on such terms is an unnamed source."""
        if known.people:
            return known
        own = terms_in(self._text, span.start, span.end)
        terms = own or tuple(each for each in self._terms_near(span) if not self._of_another(each, span))
        if not terms:
            return known
        described = bool(own) or noun_of(_singular(span.of(self._text))) is not None
        anonymous = known.anonymous or (described and self._last_is_common(span))
        return Speaker(None, anonymous=True, anonymity=terms) if anonymous else known

    def _terms_near(self, span: Span) -> Spans:
        """The terms that the paragraph of a source gives."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return ()
        if at not in self._terms:
            self._terms[at] = terms_in(self._text, self._paragraphs[at].start, self._paragraphs[at].end)[:MOST_TERMS]
        return self._terms[at]

    def _of_another(self, terms: Span, own: Span) -> bool:
        """The terms stand in the source phrase of somebody else."""
        at = bisect_right(self._sources, Span(start=terms.start, end=1 << 60)) - 1
        return at >= 0 and self._sources[at] != own and self._sources[at].contains(terms)

    def _last_is_common(self, span: Span) -> bool:
        """A phrase without a name at its head."""
        return not self._people.between(span.start, min(span.end, span.start + REACH)) or not heads_of(
            self._text, span, self._people
        )


def _persons(names: Sequence[str]) -> Speaker:
    """One speaker, or several joined as a sentence joins them."""
    unique = tuple(dict.fromkeys(names))
    listed = unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"
    return Speaker(listed, people=unique)


def _trimmed(text: str, span: Span) -> Span:
    """The phrase without loose punctuation and a possessive ending."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in ' \t\n,;:—–-"“”':
        end -= 1
    if text[max(start, end - 2) : end] in {"’s", "'s"} and end - 2 > start:
        end -= 2
    return Span(start=start, end=end)


def _many(phrase: str) -> bool:
    """Whether a phrase means several: by its noun, the last word before a preposition, or by a list."""
    parts = [word.lower() for word in WORD.findall(phrase)]
    stop = next(
        (at for at, word in enumerate(parts) if at and word in words.PREPOSITIONS | words.RELATIVES), len(parts)
    )
    return (
        "and" in parts[:stop]
        or parts[stop - 1].endswith("s")
        or parts[stop - 1] in {"people", "police", "men", "women"}
    )


def _singular(phrase: str) -> str:
    """“two aides” as “aide”, to ask whether it is a person's description."""
    parts = phrase.split()
    stop = next(
        (
            at
            for at, word in enumerate(parts)
            if at and word.lower().rstrip(",") in words.PREPOSITIONS | words.RELATIVES
        ),
        len(parts),
    )
    return " ".join(parts[:stop]).rstrip(",").removesuffix("s")


def _name_of_group(phrase: str) -> str:
    """“The ferry's owner, Greywater Lines” is Greywater Lines; else what stands before the comma."""
    first, _, rest = phrase.partition(",")
    named = bool(rest.strip()) and all(word[0].isupper() for word in rest.split())
    return rest.strip() if named and first.split() and not first.split()[-1][0].isupper() else first
