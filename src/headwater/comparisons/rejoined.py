"""Points that a person ruled on → the points as they are then: answers made one, or set against each other.

Voices are counted anew, and what ranks a point follows them; the machine's judgements that the person overruled go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import log

from headwater.comparisons.material import CountVoices
from headwater.comparisons.units import dot, vector
from headwater.model import Answer, Article, Evidence, Link, Point, Status, digest
from headwater.stories.profiles import moment

REASON = "person"
"""`Point.reason` of a status that a person's judgement made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruled:
    """Two pieces of evidence that a person ruled on: those that the words of each side fit best."""

    a: Evidence
    b: Evidence
    link: Link
    """The person's ruling, with the ids of the two."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejoining:
    """The articles of a story, and what counts voices over them."""

    articles: dict[str, Article]
    voices: CountVoices

    def words(self, piece: Evidence) -> str:
        """Return the words of a piece of evidence, white space made single."""
        return " ".join(piece.span.of(self.articles[piece.article].text).split())

    def merged(self, point: Point, merging: Sequence[int], ruled: Ruled) -> Point:
        """Return a point with some of its answers, by their places, made one.

        Where one answer is left, the person decided the status; where others are left, they go on opposing each other.
        """
        joined = [point.answers[place] for place in merging]
        rest = [answer for place, answer in enumerate(point.answers) if place not in merging]
        pieces = tuple(sorted({piece for answer in joined for piece in answer.evidence}))
        ids = {piece.id for piece in pieces}
        kept = tuple(link for link in point.links if link.kind != "contradicts" or not {link.a, link.b} <= ids)
        telling = max(joined, key=lambda answer: answer.voices)  # the first of those with most voices
        answers = [self.answer(telling.value, pieces), *rest]
        if rest:
            return self.point(point, point.status, answers, (*kept, ruled.link))
        status: Status = "agreed" if answers[0].voices > 1 else "single"
        return self.point(_decided(point), status, answers, (*kept, ruled.link))

    def opposed(self, point: Point, answers: Sequence[Answer], ruled: Ruled) -> Point:
        """Return a point with answers of which a person says that two cannot both hold."""
        kept = tuple(link for link in point.links if {link.a, link.b} != {ruled.a.id, ruled.b.id})
        return self.point(_decided(point), "disputed", answers, (*kept, ruled.link))

    def divided(self, answer: Answer, ruled: Ruled) -> list[Answer]:
        """Return one answer as two: each piece of evidence goes with the one of the two that its words are more like."""
        one, other = vector(self.words(ruled.a)), vector(self.words(ruled.b))
        sides: tuple[list[Evidence], list[Evidence]] = ([], [])
        for piece in answer.evidence:
            words = vector(self.words(piece))
            sides[piece == ruled.b or (piece != ruled.a and dot(words, other) > dot(words, one))].append(piece)
        return [self.answer(self.words(piece), side) for piece, side in zip((ruled.a, ruled.b), sides, strict=True)]

    def joined(self, one: Point, other: Point, ruled: Ruled) -> Point:
        """Return two points as one; evidence that stands in both stays where it stands in the first."""
        there = {piece for answer in one.answers for piece in answer.evidence}
        second = [
            self.answer(answer.value, left)
            for answer in other.answers
            if (left := [piece for piece in answer.evidence if piece not in there])
        ]
        base = replace(one, weight=max(_without_voices(one), _without_voices(other)) + log(1 + one.voices))
        links = tuple(dict.fromkeys(chain(one.links, other.links)))
        return self.opposed(replace(base, links=links), [*one.answers, *second], ruled)

    def answer(self, value: str, evidence: Sequence[Evidence]) -> Answer:
        """Return an answer with the voices and the first report of its evidence."""
        pieces = tuple(sorted(evidence))
        printed = sorted({piece.article for piece in pieces})
        dated = [(at, when) for article in printed if (at := moment(when := self.articles[article].published))]
        return Answer(
            value=value,
            voices=self.voices(pieces).count,
            evidence=pieces,
            reported=min(dated, default=(None, None))[1],
        )

    def point(self, base: Point, status: Status, answers: Sequence[Answer], links: Sequence[Link]) -> Point:
        """Return a point with other answers; its id, voices, doubts and weight follow from them."""
        pieces = sorted(piece for answer in answers for piece in answer.evidence)
        heard = self.voices(pieces)
        grown = status == "updated"
        return replace(
            base,
            id=digest("point", *(f"{piece.article}:{piece.span.start}:{piece.span.end}" for piece in pieces), status),
            status=status,
            voices=heard.count,
            answers=tuple(sorted(answers, key=_by_report if grown else _by_voices)),
            weight=round(_without_voices(base) + log(1 + heard.count), 3),
            doubts=heard.doubts,
            links=tuple(sorted(links, key=lambda link: (-link.score, link.by != REASON, link.a, link.b))),
        )


def _decided(point: Point) -> Point:
    return replace(point, reason=REASON, certainty=1.0)


def _without_voices(point: Point) -> float:
    return point.weight - log(1 + point.voices)


def _by_voices(answer: Answer) -> tuple[int, str, tuple[Evidence, ...]]:
    return -answer.voices, answer.value, answer.evidence


def _by_report(answer: Answer) -> tuple[str, str, tuple[Evidence, ...]]:
    at = moment(answer.reported)
    return at.isoformat() if at else "~", answer.value, answer.evidence
