"""Views of pages → HTML: the templates of this room, and those of the brief with their links led to the desk's pages.

>>> "Nothing here" in draw("trouble.html.j2", heading="Nothing here", words="", chrome=Chrome())
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from headwater.outputs import charts
from headwater.outputs.hypertext import environment as brief_environment
from headwater.web import addresses
from headwater.web.repeated import together

_MORE = Markup('<a href="?full">show all</a>')
_HEADING = re.compile(r"(</?h)([2-6])(?=[ >])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What was done just now, with the correction that can be taken back."""

    words: str
    correction: str
    undo: str
    """What the button says that takes it back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Live:
    """How a page learns of what comes in later."""

    news: str
    """Address that tells how things stand by then."""
    changes: str
    """Address of the stream that says when to look."""
    articles: int
    """How many there were when the page was drawn."""
    revision: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Chrome:
    """What stands around every page."""

    here: str = ""
    """Path of the page that the menu marks."""
    back: str = "/"
    """Where a form leads back to."""
    style: str = "/static/pages.css"
    script: str = "/static/pages.js"
    live: Live | None = None
    """None: the page is not told of what comes in later."""
    may_write: bool = False
    may_sign_in: bool = False
    token: str = ""
    person: str = ""
    message: Message | None = None


def draw(template: str, **values: object) -> str:
    """Return a page: every string is made visible and escaped on its way (see `headwater.outputs.visible`)."""
    return environment().get_template(template).render(**values)


@cache
def environment() -> Environment:
    """Return the environment of the brief with the templates of this room before its own."""
    loader = ChoiceLoader([PackageLoader("headwater.web"), PackageLoader("headwater.outputs")])
    made = brief_environment().overlay(loader=loader)
    made.globals = {
        **made.globals,
        "to": addresses,
        "charts": charts,
        "linked": True,
        "MORE": _MORE,
        "MORE_HELD": _MORE,
    }
    made.filters = {**made.filters, "raised": raised, "together": together}
    return made


def raised(html: Markup, levels: int) -> Markup:
    """Return HTML with its headings that many levels higher, so that headings stay in order wherever a part stands.

    Text of pages cannot be meant: it is escaped before it gets here.

    >>> raised(Markup("<h4 dir=auto>Boats</h4>"), 2)
    Markup('<h2 dir=auto>Boats</h2>')
    """
    return Markup(_HEADING.sub(lambda found: f"{found[1]}{max(int(found[2]) - levels, 1)}", html))  # noqa: S704 - was HTML before
