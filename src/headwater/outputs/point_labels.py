"""Points → the short labels that all renderings share: status, reason, certainty and chains in plain words.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> point = lay_out(sample_brief())[0].points[0]
>>> values(point), facts(point)
('nine / twelve', 'different numbers, 2 voices, 84 % sure')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from headwater.outputs import labels
from headwater.outputs.closing import number
from headwater.outputs.point_sheet import Cell, JudgementSheet, PointSheet
from headwater.outputs.said import Chain
from headwater.outputs.visible import short

SURE = 0.9
"""A judgement that is less certain than this says how certain it is."""
VOICES = "A voice is one independent origin: outlets that carry one text, or credit one agency with it, count once."
SAID_THEN = "when it was said"
"""Beside a time at which somebody spoke, not one at which something happened."""
HEADINGS: tuple[tuple[str, str, str], ...] = (
    ("disputed", "Disputed", "Different answers to one question, side by side."),
    ("updated", "Updated", "The value changed from report to report; earliest report first."),
    (
        "unsure",
        "Possible conflict",
        "Answers that may be opposed; nobody is sure. No dispute before somebody has looked.",
    ),
    ("agreed", "Agreed", "Two or more independent origins say so, none against."),
    ("single", "Only one origin", "Nobody else says so, and nobody speaks against it."),
)
"""Each status with its heading and what it means, in the order in which points stand."""
_REASONS: Mapping[str, str] = {
    "number": "different numbers",
    "date": "different dates",
    "place": "different places",
    "name": "different names",
    "denial": "asserted and denied",
    "opposed": "opposed statements",
    "person": "opposed, as a person decided",
}
_OPPOSED: frozenset[str] = frozenset({"disputed", "unsure"})
_SIDE_BY_SIDE = 60
_HEADING = 72
"""Answers that are longer together are not repeated above themselves."""
_SEQUENCE = 144
"""A longer sequence is given without its times: how the value grew is what an update is about."""


def values(point: PointSheet, limit: int = _SIDE_BY_SIDE) -> str:
    """Return the answers of a point side by side, those of a sequence by arrows, each cut to `limit` characters."""
    between = " → " if point.status == "updated" else " / "
    return between.join(short(answer.value, limit) for answer in point.answers)


def sequence(point: PointSheet, limit: int = _SIDE_BY_SIDE) -> str:
    """Return the answers of an updated point with the time of the report that first gave each.

    >>> from headwater.outputs.point_sheet import AnswerSheet
    >>> first, then = (
    ...     AnswerSheet(letter="A", value=value, voices=1, reported=None, step=step, said=())
    ...     for value, step in (("9", "12 May 2031 10:00"), ("12", "next day"))
    ... )
    >>> sequence(PointSheet(anchor="", status="updated", reason="number", voices=2, certainty=1.0, doubts=(),
    ...                     answers=(first, then), judgements=()))
    '9 (12 May 2031 10:00) → 12 (next day)'
    """
    return " → ".join(
        f"{short(answer.value, limit)} ({answer.step})" if answer.step else short(answer.value, limit)
        for answer in point.answers
    )


def heading(point: PointSheet) -> str:
    """Return the answers beside each other, or in their sequence; nothing where they are too long to be read there.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> heading(lay_out(sample_brief())[0].points[0])
    'nine / twelve'
    """
    if point.status == "updated":
        told = sequence(point)
        return told if len(told) <= _SEQUENCE else values(point)
    beside = values(point)
    return beside if len(beside) <= _HEADING else ""


def reason(point: PointSheet) -> str:
    """Return in plain words what decided that the answers are opposed; nothing where they are not."""
    if point.status not in _OPPOSED:
        return ""
    words = _REASONS.get(point.reason) or short(point.reason, _SIDE_BY_SIDE)
    return words if point.status == "disputed" else f"perhaps {words}"


def certainty(point: PointSheet) -> str:
    """Return how sure the judgement is that made the status; nothing where it is nearly sure, or the point single."""
    return f"{labels.percent(point.certainty)} sure" if point.certainty < SURE and point.status != "single" else ""


def status(point: PointSheet) -> str:
    """Return the status of a point as it is called beside it."""
    named = {"unsure": "possible conflict"}.get(str(point.status), str(point.status))
    return f"{named}, possible conflict" if point.maybe else named


def facts(point: PointSheet) -> str:
    """Return what decided the status, how many voices speak to it and how sure that is."""
    voices = number(point.voices, "voice") if point.status != "single" else ""
    return ", ".join(part for part in (reason(point), voices, certainty(point)) if part)


def doubts(point: PointSheet) -> str:
    """Return why voices under a point count once only, in a few words; nothing where all are independent."""
    return f"independence not shown: {labels.listed(point.doubts)}" if point.doubts else ""


def chain(found: Chain) -> str:
    """Return who speaks and through whom the words came, the outlet's own distance included; nothing for its own voice.

    >>> chain(Chain(who="Ana Ruz", kind="named", via=("OPA",), stance="asserts", hedge="reportedly", cites=()))
    'Ana Ruz, via OPA, hedged “reportedly”'
    """
    return ", ".join(part for part in (labels.chain(found), f"hedged “{found.hedge}”" if found.hedge else "") if part)


def possible(judgement: JudgementSheet) -> str:
    """Return the words before two sentences that may oppose each other.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> possible(lay_out(sample_brief())[0].points[0].judgements[0])
    'Possible conflict, not sure (84 %)'
    """
    return f"Possible conflict, not sure ({labels.percent(judgement.score)})"


def judged(judgement: JudgementSheet) -> str:
    """Return what was judged of two sentences, how surely and by whom.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> judged(lay_out(sample_brief())[0].points[0].judgements[0])
    'contradicts, 84 %, by relations/1'
    """
    doubt = {"yes": "", "no": "no: ", "unsure": "perhaps "}[judgement.verdict]
    return f"{doubt}{judgement.kind}, {labels.percent(judgement.score)}, by {judgement.by}"


def cell(found: Cell, point: PointSheet, limit: int = 40) -> str:
    """Return in words what an outlet has on a point.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> row = lay_out(sample_brief())[0].grid.rows[0]
    >>> [cell(each, row.point) for each in row.cells]
    ['A: nine', 'not mentioned', 'B: twelve']
    """
    if not found.given:
        return "not mentioned"
    if not point.divided:
        return "says so"
    return "; ".join(f"{given.letter}: {short(given.value, limit)}" for given in found.given)


def tally(points: tuple[PointSheet, ...]) -> str:
    """Return how many points have each status, and how many hold a possible conflict; what there is none of is left out.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> tally(lay_out(sample_brief())[0].points)
    '1 disputed, 1 single'
    """
    sizes = Counter(str(point.status) for point in points)
    counted = [f"{sizes[status]:,} {status}" for status, _, _ in HEADINGS if sizes[status] and status != "unsure"]
    maybe = sizes["unsure"] + sum(bool(point.maybe) for point in points)
    return ", ".join([*counted, *([number(maybe, "possible conflict")] if maybe else [])])


def quotation(words: str, limit: int) -> str:
    """Return words of a page as one line inside quote marks."""
    return labels.quoted(short(words, limit))
