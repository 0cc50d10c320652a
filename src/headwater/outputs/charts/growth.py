"""The reports of a story over time → two rising lines: articles so far, and the origins that they lead back to.

>>> from headwater.outputs.charts.sample import sample_card
>>> "5 articles" in origins_over_time(sample_card())
True
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from markupsafe import Markup

from headwater.model import StoryCard
from headwater.outputs.charts.hours import by_time
from headwater.outputs.charts.reports import time_axis, told
from headwater.outputs.charts.svg import LINE, Caption, drawing, element, em, legend, words
from headwater.outputs.closing import number

STEPS = 240
"""Steps of the lines."""
_TOP, _HIGH = 3.4, 7.0


def origins_over_time(card: StoryCard) -> Markup:
    """Return how articles and origins grew: the gap between the two is what was copied.

    Undated articles are not in it. Without a dated article there is nothing to draw: empty.
    """
    steps = by_time(card.reports, STEPS)
    if not steps.all:
        return Markup("")
    articles = list(accumulate(step.articles for step in steps.all))
    origins = list(accumulate(step.origins for step in steps.all))
    most = max(articles[-1], origins[-1])
    names = (number(articles[-1], "article"), number(origins[-1], "origin"))
    plot = element(
        "svg",
        *_area(articles, most, "articles"),
        *_area(origins, most, "origins"),
        x="0", y=em(_TOP), width="100%", height=em(_HIGH),
        viewBox=f"0 0 {len(articles)} 100", preserveAspectRatio="none",
    )  # fmt: skip
    shapes = [
        words("Articles and origins so far (UTC)", x="0", y=0.8, cls="head"),
        *legend(zip(("bar articles", "bar origins"), names, strict=True), 0.8 + LINE),
        plot,
        *time_axis(steps, _TOP + _HIGH),
    ]
    caption = Caption(title="Articles and origins so far", told=told(steps))
    return drawing("growth", card.id, caption, _TOP + _HIGH + 2, shapes)


def _area(values: Iterable[int], most: int, cls: str) -> Iterable[Markup]:
    """A line that rises where something came, and the area under it."""
    heights = [f"{100 - 98 * value / most:.2f}" for value in values]
    path = f"M0 {heights[0]}" + "".join(f"V{height}H{x}" for x, height in enumerate(heights, start=1))
    yield element("path", d=f"{path}V100H0Z", cls=f"area {cls}")
    yield element("path", d=path, cls=f"line {cls}")
