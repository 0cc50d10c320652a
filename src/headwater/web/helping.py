"""The words that the pages use, for somebody who sees them for the first time.

>>> [group.heading for group in help_page(None, None).groups]
['Where reports come from', 'What reports say', 'What people decide']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from headwater.web.asked import Asked
from headwater.web.site import Site

_SOURCES = (
    ("story", "The articles about one event, or about one development of it."),
    ("article", "One news text, read from a saved page. What was cut from the page is kept and shown under it."),
    ("outlet", "Who published an article."),
    ("agency", "A news supplier whose text others reprint."),
    ("copy", "An article that takes text from another. Side by side, every shared passage is marked."),
    ("origin", "The article or agency at the head of a family of copies. One origin is one voice."),
    (
        "voice",
        "An origin, counted: however many outlets print it. Where independence is not shown, several count once.",
    ),
    ("rejected", "An input that could not be read. It is listed with the reason, and the rest goes on."),
)
_CONTENT = (
    ("point", "One question of fact within a story, with the answers that the articles give."),
    (
        "disputed",
        "Different answers to one question: differing numbers, dates, places or names, denials, opposed words.",
    ),
    ("updated", "The value grew with the hour of the report, so that the answers need not be opposed."),
    ("possible conflict", "Answers that may be opposed. Nobody is sure, so it is not called a dispute."),
    ("agreed", "Two or more independent origins say so, and none speaks against it."),
    ("only one origin", "Nobody else says so, and nobody speaks against it."),
    ("left out", "Other origins have it, and the outlet does not mention it."),
    ("statement", "Who said what, as one article reports it: the speaker, the words that tell so, and what was said."),
    ("stance", "The speaker towards what is said: asserts, denies, rejects, doubts, demands, promises, asks."),
    ("hedge", "The outlet's own distance: “reportedly”, “may”, “alleged”."),
    ("via", "Who passed the words on, on their way from the speaker to the outlet."),
)
_PEOPLE = (
    (
        "correction",
        "A person's judgement. It outranks the machine and survives every re-run; taking it back is another.",
    ),
    ("note", "Words about a story for those who come after you. It judges nothing."),
    ("version", "The same address with another text. What changed is shown sentence by sentence."),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Words that belong together."""

    anchor: str
    heading: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpPage:
    """The words with what they mean."""

    template: ClassVar[str] = "help.html.j2"
    groups: tuple[Group, ...]


def help_page(_site: Site | None, _asked: Asked | None) -> HelpPage:
    """Return the words that the pages use."""
    return HelpPage(
        groups=(
            Group(anchor="sources", heading="Where reports come from", words=_SOURCES),
            Group(anchor="content", heading="What reports say", words=_CONTENT),
            Group(anchor="people", heading="What people decide", words=_PEOPLE),
        )
    )
