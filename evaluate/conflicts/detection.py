"""Injections → what the comparison of each changed story makes of it.

The untouched articles are read once; of each injection only the changed article is read anew, through the functions
that the command line uses, and its story is compared. A conflict is *found* where a disputed point holds the changed
sentence under one answer and a sentence of another article with the old value under another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from evaluate.conflicts.changes import changed
from evaluate.conflicts.plan import Injection, by_story
from evaluate.conflicts.values import Kind
from evaluate.rows import READY, Row
from headwater.actors import find_actors
from headwater.comparisons import compare
from headwater.copies import link_copies
from headwater.desk import read_page
from headwater.errors import UsageError
from headwater.model import Comparison, Evidence, Point, Reading, Rejected, Span, Story, digest
from headwater.origins import find_origins
from headwater.pages import ready_page

Outcome = Literal["found", "updated", "unsure", "together", "apart"]
"""Disputed; shown as a growing value; a possible conflict that disputes nothing; under one answer as if they agreed; not
in one point at all.
"""
OUTCOMES: tuple[Outcome, ...] = ("found", "updated", "unsure", "together", "apart")

REASONS: Mapping[Kind, frozenset[str]] = {
    "number": frozenset({"number"}),
    "name": frozenset({"name"}),
    "date": frozenset({"date"}),
    "place": frozenset({"place"}),
    "polarity": frozenset({"opposed", "denial"}),
}
"""The reasons that a point may give for a conflict of each kind."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Detection:
    """What became of one injection."""

    injection: Injection
    outcome: Outcome
    reason: str
    """What the best point gives as its reason; empty where there is none."""

    @property
    def named(self) -> bool:
        """Say whether a conflict that was found is given the reason that it was made of."""
        return self.outcome == "found" and self.reason in REASONS[self.injection.kind]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stories:
    """Rows of ready articles by story, each article read once, when it is first asked for."""

    rows: Mapping[str, Row]
    """By id."""
    inside: Mapping[str, Sequence[str]]
    """The ids of each story, by its gold label."""
    _held: dict[str, Reading] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Stories:
        """Hold rows, in any order."""
        by_id = {str(row["id"]): row for row in rows}
        inside = {story: [str(row["id"]) for row in held] for story, held in by_story(by_id.values()).items()}
        return cls(rows=by_id, inside=inside)

    def readings(self, story: str) -> dict[str, Reading]:
        """Return the readings of a story's articles by the ids of their rows."""
        for name in self.inside[story]:
            if name not in self._held:
                self._held[name] = read(self.rows[name])
        return {name: self._held[name] for name in self.inside[story]}


def detect(stories: Stories, injections: Iterable[Injection]) -> Iterator[Detection]:
    """Yield the outcome of every injection, in order."""
    for injection in injections:
        row = stories.rows[injection.article]
        text = changed(str(row["text"]), injection.span, injection.sentence)
        readings = stories.readings(injection.story) | {injection.article: read({**row, "text": text})}
        names = {reading.article.id: name for name, reading in readings.items()}
        points = compared(list(readings.values())).points
        found, reason = outcome(points, injection, names)
        yield Detection(injection=injection, outcome=found, reason=reason)


def read(row: Row) -> Reading:
    """Read one ready article; raises UsageError where it cannot be read."""
    given = {key: value for key in READY if isinstance(value := row.get(key), str)}
    found = read_page(ready_page(given, file="-"))
    if isinstance(found, Rejected):
        raise UsageError(f"{row['id']} cannot be read: {found.detail}")
    return found


def compared(readings: Sequence[Reading]) -> Comparison:
    """Compare the articles of one story, as `headwater compare` does with their pages alone."""
    readings = sorted(readings, key=lambda reading: (reading.article.published or "9", reading.article.id))
    articles = [reading.article for reading in readings]
    ids = tuple(article.id for article in articles)
    mentions = [mention for reading in readings for mention in reading.mentions]
    return compare(
        Story(id=digest("story", *ids), title=articles[0].title or "", articles=ids),
        articles,
        statements=[statement for reading in readings for statement in reading.statements],
        origins=find_origins(articles, link_copies(articles)),
        actors=find_actors(articles, mentions=mentions),
    )


def outcome(points: Iterable[Point], injection: Injection, names: Mapping[str, str]) -> tuple[Outcome, str]:
    """Return the best that the points make of an injection, and the reason that the best point gives.

    `names` leads from an article's id to its row's.
    """
    own = Span(start=injection.span.start, end=injection.span.start + len(injection.sentence))
    best: tuple[Outcome, str] = ("apart", "")
    for point in points:
        sides = [{_side(piece, injection, own, names) for piece in answer.evidence} for answer in point.answers]
        changed_in = {number for number, side in enumerate(sides) if "changed" in side}
        partner_in = {number for number, side in enumerate(sides) if "partner" in side}
        if changed_in and partner_in:
            divided = changed_in != partner_in or len(changed_in) > 1
            found = _of_point(point, injection, own, names, divided=divided)
            best = min(best, (found, point.reason), key=lambda each: OUTCOMES.index(each[0]))
    return best


def _of_point(point: Point, injection: Injection, own: Span, names: Mapping[str, str], *, divided: bool) -> Outcome:
    if divided and point.status == "disputed":
        return "found"
    if divided and point.status == "updated":
        return "updated"
    side = {piece.id: _side(piece, injection, own, names) for answer in point.answers for piece in answer.evidence}
    for link in point.links:
        if (
            link.kind == "contradicts"
            and link.verdict == "unsure"
            and {side.get(link.a), side.get(link.b)} == {"changed", "partner"}
        ):
            return "unsure"
    return "together"


def _side(
    piece: Evidence, injection: Injection, own: Span, names: Mapping[str, str]
) -> Literal["changed", "partner", ""]:
    name = names[piece.article]
    if name == injection.article:
        return "changed" if piece.span.overlaps(own) else ""
    return "partner" if any(one.article == name and one.span.overlaps(piece.span) for one in injection.partners) else ""
