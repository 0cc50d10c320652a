"""The points of a story → JSON rows that can be read alone: answers, evidence with its speaker, judgements.

>>> from headwater.outputs.sample import sample_story
>>> row = next(point_rows(sample_story()))
>>> row["status"], [(answer["value"], answer["evidence"][0]["speaker"]) for answer in row["answers"]]
('disputed', [('nine', 'Ana Ruz'), ('twelve', None)])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from headwater.model import Answer, Brief, Evidence, Link, Point, StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.order import ordered
from headwater.outputs.shapes import AnswerRow, EvidenceRow, JudgementRow, PointRow


def point_rows(story: StoryBrief) -> Iterator[PointRow]:
    """Yield the points of a story as rows, in the order in which every output shows them.

    >>> from headwater.outputs.sample import sample_story
    >>> [(row["status"], row["omitted_by"]) for row in point_rows(sample_story())]
    [('disputed', []), ('single', ['Quill Mail'])]
    """
    told = ordered(Brief(stories=(story,), pages=0, rejected=())).stories[0]
    yield from rows_of_points(told, StoryIndex.of(1, told))


def rows_of_points(told: StoryBrief, index: StoryIndex) -> Iterator[PointRow]:
    """Yield the points of a story that is in its order already."""
    omitted_by: defaultdict[str, list[str]] = defaultdict(list)
    for omission in told.comparison.omissions:
        for missing in omission.points:
            omitted_by[missing].append(omission.outlet)
    for point in told.comparison.points:
        yield _point(point, told.story.id, index, sorted(omitted_by[point.id]))


def _point(point: Point, story: str, index: StoryIndex, omitted_by: list[str]) -> PointRow:
    return {
        "id": point.id,
        "story": story,
        "status": point.status,
        "reason": point.reason,
        "certainty": round(point.certainty, 4),
        "weight": round(point.weight, 4),
        "voices": point.voices,
        "doubts": list(point.doubts),
        "answers": [_answer(answer, index) for answer in point.answers],
        "links": [_judgement(link) for link in point.links],
        "omitted_by": omitted_by,
    }


def _answer(answer: Answer, index: StoryIndex) -> AnswerRow:
    return {
        "value": answer.value,
        "voices": answer.voices,
        "reported": answer.reported,
        "evidence": [_evidence(found, index) for found in answer.evidence],
    }


def _evidence(found: Evidence, index: StoryIndex) -> EvidenceRow:
    article = index.articles[found.article]
    sentence = index.sentence(found.article, found.span)
    said = index.evidence(found)
    return {
        "id": found.id,
        "article": found.article,
        "file": article.file,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "origin": found.origin,
        "quote": found.span.of(article.text),
        "start": found.span.start,
        "end": found.span.end,
        "sentence": [sentence.start, sentence.end],
        "before": said.cite.before,
        "after": said.cite.after,
        "statement": found.statement,
        "speaker": said.who,
        "speaker_kind": said.kind,
        "via": list(said.via),
        "stance": said.stance,
        "hedge": said.hedge,
    }


def _judgement(link: Link) -> JudgementRow:
    return {
        "kind": link.kind,
        "a": link.a,
        "b": link.b,
        "verdict": link.verdict,
        "score": round(link.score, 4),
        "by": link.by,
        "reason": link.reason,
    }
