"""Rows of stories → injections: one value of one sentence of one article changed, with the answer that must be found.

A sentence is chosen where the same value stands in another article of the story, as a value of the same thing (the same
counted noun, a shared word around the name or the day, the same sort of preposition, the same verb), in a sentence that
shares at least `SHARED` words of content and as many of all as `NEEDED` says. The code under test has no part in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from evaluate.conflicts.changes import change
from evaluate.conflicts.sentences import Sentence, independent, likeness, read_sentences
from evaluate.conflicts.values import KINDS, Kind, Known, Value, find
from evaluate.rows import Row
from headwater.model import Span

COUNT, SEED = 500, 5
SHARED = 3
"""Words of content that both sentences must hold."""
NEEDED: Mapping[Kind, float] = {"number": 0.2, "name": 0.3, "date": 0.25, "place": 0.3, "polarity": 0.4}
"""How alike the two sentences must be (Jaccard): a counted noun ties numbers, a bare “not” needs nearly the same words."""
NEARLY = 0.4
"""How alike two sentences must be for one day to be the same day of both whatever words stand beside it."""
ALIKE = 0.15
"""How alike another sentence with the same value must be to hold the old value as well."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Partner:
    """A sentence of another article that holds the old value."""

    article: str
    """Id of its row."""
    span: Span
    likeness: float
    independent: bool
    """Whether the two articles share less than a tenth of their wording."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Injection:
    """One change, and where the conflict must show."""

    story: str
    article: str
    """Id of the row that is changed."""
    kind: Kind
    span: Span
    """The sentence, into the untouched text."""
    sentence: str
    """What stands there afterwards."""
    old: str
    new: str
    partners: tuple[Partner, ...]
    """Best first."""

    @property
    def likeness(self) -> float:
        """How alike the best partner is, 0 to 1."""
        return self.partners[0].likeness

    @property
    def independent(self) -> bool:
        """Whether the best partner stands in an independent article."""
        return self.partners[0].independent


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    story: str
    sentence: Sentence
    value: Value
    partners: tuple[Partner, ...]


def plan(rows: Sequence[Row], count: int = COUNT, *, kinds: Sequence[Kind] = KINDS) -> list[Injection]:
    """Return so many injections, the same for the same rows: even over kinds, within a kind even over stories.

    Values whose partner stands in an independent article come first. Where a kind runs out of values, each is used once
    more, with another new value. The first hundred are a sample of all.
    """
    stories = by_story(rows)
    found = {story: list(_values(story, held)) for story, held in stories.items()}
    texts = {story: "\n".join(str(row["text"]) for row in held) for story, held in stories.items()}
    columns = []
    for kind in kinds:
        chance = Random(f"{SEED} {kind}")  # noqa: S311 - text, not secrets
        turns = _in_turn([[one for one in listed if one.value.kind == kind] for listed in found.values()], chance)
        columns.append(list(_changed(turns, texts, -(-count // len(kinds)), chance)))
    return [column[place] for place in range(count) for column in columns if place < len(column)][:count]


def _changed(turns: Sequence[_Found], texts: Mapping[str, str], count: int, chance: Random) -> Iterator[Injection]:
    made: set[tuple[str, Span, str]] = set()
    for one in (*turns, *turns):
        if len(made) == count:
            return
        new = change(one.sentence.text, one.value, texts[one.story], chance)
        key = (one.sentence.article, one.sentence.span, new.text if new else "")
        if new is None or key in made:
            continue
        made.add(key)
        yield Injection(
            story=one.story,
            article=one.sentence.article,
            kind=one.value.kind,
            span=one.sentence.span,
            sentence=new.text,
            old=new.old,
            new=new.new,
            partners=one.partners,
        )


def _in_turn(listed: Iterable[Sequence[_Found]], chance: Random) -> list[_Found]:
    """Return the values of all stories, one of each story in turn, those with an independent partner first."""
    turns = []
    for values in listed:
        shuffled = chance.sample(values, len(values))
        shuffled.sort(key=lambda one: not one.partners[0].independent)
        turns += [(place, number, one) for number, (place, one) in enumerate(enumerate(shuffled))]
    return [
        one
        for place in range(max((place for place, _, _ in turns), default=-1) + 1)
        for at, _, one in turns
        if at == place
    ]


def _values(story: str, rows: Sequence[Row]) -> Iterator[_Found]:
    """Yield every value of a story that stands in another article too, with those sentences."""
    texts = {str(row["id"]): str(row["text"]) for row in rows}
    known = Known.of(list(texts.values()))
    apart = cache(lambda a, b: independent(texts[a], texts[b]))
    held = [sentence for article, text in texts.items() for sentence in read_sentences(article, text)]
    for kind in KINDS:
        by_key: defaultdict[str, list[tuple[Sentence, Value]]] = defaultdict(list)
        for sentence in held:
            for value in find(kind, sentence.text, known):
                by_key[value.key].append((sentence, value))
        for same in by_key.values():
            for sentence, value in same:
                others = [
                    other
                    for other, its in same
                    if other.article != sentence.article
                    and (value.roles & its.roles or (kind == "date" and likeness(sentence, other) >= NEARLY))
                ]
                partners = _partners(sentence, others, NEEDED[kind], apart)
                if partners:
                    yield _Found(story=story, sentence=sentence, value=value, partners=partners)


def _partners(
    sentence: Sentence, others: Iterable[Sentence], needed: float, apart: Callable[[str, str], bool]
) -> tuple[Partner, ...]:
    """Return the sentences that hold the old value, the best first; none where the best is not alike enough."""
    found = []
    for other in others:
        near = likeness(sentence, other)
        if near >= ALIKE:
            one = Partner(
                article=other.article,
                span=other.span,
                likeness=near,
                independent=apart(*sorted((sentence.article, other.article))),
            )
            enough = near >= needed and len(sentence.content & other.content) >= SHARED
            found.append((not enough, not one.independent, -near, one.article, one.span, one))
    found.sort(key=lambda each: each[:-1])
    return tuple(each[-1] for each in found) if found and not found[0][0] else ()


def by_story(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows of each story by its gold label, in the order of their ids."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: str(row["id"])):
        found[str(row["story"])].append(row)
    return dict(sorted(found.items()))
