"""Charts as inline SVG, made where the page is made: no script, no style attribute, no request.

Enters: a `StoryCard` or a `StorySheet`. Leaves: `Markup` that a template puts in as it is; colours come from `stylesheet()`.

>>> from headwater.outputs.charts.sample import sample_card
>>> [chart(sample_card()).startswith("<svg") for chart in (reports_per_hour, origins_over_time, sparkline)]
[True, True, True]
"""

from importlib.resources import files

from headwater.outputs.charts.growth import origins_over_time
from headwater.outputs.charts.heat import heat_map
from headwater.outputs.charts.reports import reports_per_hour, sparkline
from headwater.outputs.charts.stories import origins_per_story
from headwater.outputs.charts.tree import copy_tree


def stylesheet() -> str:
    """Return the rules that the charts need: light, dark, print and forced colours.

    >>> ".chart" in stylesheet()
    True
    """
    return files("headwater.outputs.charts").joinpath("charts.css").read_text("utf-8")


__all__ = [
    "copy_tree",
    "heat_map",
    "origins_over_time",
    "origins_per_story",
    "reports_per_hour",
    "sparkline",
    "stylesheet",
]
