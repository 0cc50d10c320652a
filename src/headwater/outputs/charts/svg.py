"""Shapes and words → inline SVG: every string of a page made visible and escaped, no style attribute, no script, no link.

Widths are percentages and heights are ems, so that a drawing takes the width it is given and grows with the reader's own
size of text, which no `viewBox` could do. Colours come from classes (`charts.css`).

>>> element("text", "<b>", x=percent(0.5), cls="name")
Markup('<text x="50%" class="name">&lt;b&gt;</text>')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from headwater.model import digest
from headwater.outputs.visible import one_line, short

LINE = 1.5
"""Height of a line of text, in ems."""
_COLUMN = 14.0
"""Where the second column of a legend begins, in ems: both fit a phone."""
Box = tuple[float, float, float, float]
"""Left and top, width and height: across in shares of the width, down in ems."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Caption:
    """What a drawing is called, and what it shows in words: all that a screen reader says of it."""

    title: str
    told: str


def element(name: str, *children: str, **attributes: str) -> Markup:
    """Return one element; children that are no markup are text, `cls` is written as `class`, `_` as `-`.

    Attributes are the drawing's own words and numbers: text of pages stands in children alone.
    """
    written = "".join(
        [
            f' {"class" if key == "cls" else key.replace("_", "-")}="{escape(value)}"'
            for key, value in attributes.items()
        ]
    )
    inner = "".join([child if isinstance(child, Markup) else escape(one_line(child)) for child in children])
    # Everything in it was escaped above; Markup.format would escape it anew for each of the many elements.
    return Markup(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")  # noqa: S704


def drawing(kind: str, key: str, caption: Caption, height: float, shapes: Iterable[Markup]) -> Markup:
    """Return a whole drawing, one image to a screen reader.

    `key` tells it from others of its kind on the page; `height` is in ems.
    """
    name = f"chart-{kind}-{digest(kind, key)}"
    return element(
        "svg",
        element("title", caption.title, id=f"{name}-title"),
        element("desc", caption.told, id=f"{name}-desc"),
        *shapes,
        xmlns="http://www.w3.org/2000/svg",
        cls=f"chart chart-{kind}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        width="100%",
        height=em(height),
        focusable="false",
    )


def words(text: str, *, x: str, y: float, cls: str = "", anchor: str = "start") -> Markup:
    """Return a text whose middle line lies `y` ems from the top."""
    return element(
        "text", text, x=x, y=em(y), cls=f"words {cls}".strip(), text_anchor=anchor, dominant_baseline="central"
    )  # fmt: skip


def block(box: Box, cls: str, title: str = "") -> Markup:
    """Return a rectangle; `title` is shown on hovering."""
    x, y, wide, high = box
    inner = (element("title", title),) if title else ()
    return element("rect", *inner, x=percent(x), y=em(y), width=percent(wide), height=em(high), cls=cls)


def legend(entries: Iterable[tuple[str, str]], y: float) -> Iterator[Markup]:
    """Yield swatches (class, words), two a line, from the line whose middle lies at `y`."""
    for place, (cls, text) in enumerate(entries):
        line, column = divmod(place, 2)
        middle, left = y + line * LINE, column * _COLUMN
        yield dot(left + 0.4, middle, cls)
        yield words(text, x=em(left + 1.2), y=middle)


def dot(x: float, y: float, cls: str) -> Markup:
    """Return a mark around a middle, both in ems: round where its class says `dot`, square where it is an agency's or a swatch."""
    if cls.startswith("dot") and "agency" not in cls:
        return element("circle", cx=em(x), cy=em(y), r="0.4em", cls=cls)
    return element("rect", x=em(x - 0.4), y=em(y - 0.4), width="0.8em", height="0.8em", cls=cls)


def name(text: str, limits: tuple[int, int], *, y: float) -> Iterator[Markup]:
    """Yield a name at the left edge, cut to the first limit on a wide screen and to the second on a narrow one."""
    for limit, cls in zip(limits, ("wide", "narrow"), strict=True):
        cut = short(text, limit) or "Unnamed"
        yield element(
            "text", element("title", text), cut, x="0", y=em(y), cls=f"words {cls}", dominant_baseline="central"
        )


def percent(share: float) -> str:
    """Return a share of the width.

    >>> percent(1 / 3)
    '33.333%'
    """
    return f"{share * 100:.3f}".rstrip("0").rstrip(".") + "%"


def em(size: float) -> str:
    """Return a size in ems.

    >>> em(1.50)
    '1.5em'
    """
    return f"{size:.3f}".rstrip("0").rstrip(".") + "em"
