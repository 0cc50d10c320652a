"""The reports of a story over time → bars: how many articles came in each hour, and how many of them were new origins.

>>> from headwater.outputs.charts.sample import sample_card
>>> chart = reports_per_hour(sample_card())
>>> chart.count('class="bar origins"')  # one of them in the legend
3
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from headwater.model import StoryCard
from headwater.outputs.charts.hours import Step, Steps, by_time
from headwater.outputs.charts.svg import LINE, Caption, block, drawing, element, em, legend, percent, words
from headwater.outputs.closing import number

BARS = 60
"""Bars of a chart: the step of time grows until they are enough."""
TINY = 24
"""… and of a sparkline."""
_TOP, _HIGH = 4.2, 7.0
_FOOT = _TOP + _HIGH
_GAP = 0.16
"""Of a step's width, left free."""


def reports_per_hour(card: StoryCard) -> Markup:
    """Return a bar for each hour, or longer step: its dark foot the origins first seen then, the rest further reports.

    Undated articles are not in it. Without a dated article there is nothing to draw: empty.
    """
    steps = by_time(card.reports, BARS)
    if not steps.all:
        return Markup("")
    most = max(step.articles for step in steps.all)
    shapes = [
        words(f"Reports per {steps.each} (UTC)", x="0", y=0.8, cls="head"),
        *legend((("bar origins", "new origins"), ("bar articles", "further reports")), 0.8 + LINE),
        *_scale(most),
        *_bars(steps, most),
        *time_axis(steps, _FOOT),
    ]
    return drawing("reports", card.id, _caption(steps), _FOOT + 2, shapes)


def sparkline(card: StoryCard) -> Markup:
    """Return the same as a small drawing without words, for a list of stories; empty where no article is dated.

    >>> from headwater.outputs.charts.sample import sample_card
    >>> "<text" in sparkline(sample_card())
    False
    """
    steps = by_time(card.reports, TINY)
    if not steps.all:
        return Markup("")
    most = max(step.articles for step in steps.all)
    shapes = [shape for place, step in enumerate(steps.all) for shape in _bar(steps, place, step, 2.0 / most, 2.0)]
    shapes.append(element("line", x1="0", x2="100%", y1="2em", y2="2em", cls="base"))
    return drawing("spark", card.id, _caption(steps), 2.1, shapes)


def _caption(steps: Steps) -> Caption:
    return Caption(title=f"Reports per {steps.each}", told=told(steps))


def told(steps: Steps) -> str:
    """Return in words what a drawing over time shows."""
    filled = [place for place, step in enumerate(steps.all) if step.articles]
    top = max(filled, key=lambda place: (steps.all[place].articles, -place))
    return (
        f"{number(steps.articles, 'dated article')} from {number(steps.origins, 'origin')}, "
        f"{steps.label(filled[0])} to {steps.label(filled[-1])} UTC; "
        f"most in one {steps.each}: {steps.all[top].articles:,} ({steps.label(top)})."
    )


def time_axis(steps: Steps, foot: float) -> Iterator[Markup]:
    """Yield the base line, `foot` ems from the top, and the times of the first step, the middle one and the last."""
    yield element("line", x1="0", x2="100%", y1=em(foot), y2=em(foot), cls="base")
    last = len(steps.all) - 1
    for place, anchor in ((0, "start"), (last // 2, "middle"), (last, "end")):
        at = {"start": 0.0, "middle": (place + 0.5) / (last + 1), "end": 1.0}[anchor]
        yield words(steps.label(place), x=percent(at), y=foot + 1, cls="soft", anchor=anchor)


def _scale(most: int) -> Iterator[Markup]:
    """A line at the top and, where there is a whole number, halfway."""
    for value in (most, most // 2) if most > 1 and most % 2 == 0 else (most,):
        y = _FOOT - _HIGH * value / most
        yield element("line", x1="0", x2="100%", y1=em(y), y2=em(y), cls="rule")
        yield words(f"{value:,}", x="100%", y=y - 0.65, cls="soft", anchor="end")


def _bars(steps: Steps, most: int) -> Iterator[Markup]:
    for place, step in enumerate(steps.all):
        yield from _bar(steps, place, step, _HIGH / most, _FOOT)


def _bar(steps: Steps, place: int, step: Step, one: float, foot: float) -> Iterator[Markup]:
    """One step's bar on its foot; `one` is how high one article is, in ems."""
    if not step.articles:
        return
    wide = 1 / len(steps.all)
    left, across, title = (place + _GAP / 2) * wide, (1 - _GAP) * wide, f"{steps.label(place)}: {_counted(step)}"
    new = min(step.origins, step.articles)
    if step.articles > new:
        yield block((left, foot - step.articles * one, across, (step.articles - new) * one), "bar articles", title)
    if new:
        yield block((left, foot - new * one, across, new * one), "bar origins", title)


def _counted(step: Step) -> str:
    new = f", {number(step.origins, 'new origin')}" if step.origins else ""
    return number(step.articles, "article") + new
