"""Text → the names of people, groups and places in it, by the shipped network, or by rule where it cannot read.

>>> text = "Prime Minister Ana Ruiz left Orvia."
>>> [(name.span.of(text), name.kind) for name in read_names(text)]
[('Ana Ruiz', 'person'), ('Orvia', 'place')]
"""

from __future__ import annotations

import re

from headwater.model import Span
from headwater.readers.network import Network
from headwater.readers.reading import read
from headwater.text.names import Name, find_names

ENGLISH = frozenset({"en", None})
"""Languages that the networks read; a text too short to tell is taken for English."""
ENDINGS = ("’s", "'s", "’", "'")
ABBREVIATION = re.compile(r"\.\w$")
LEAST = 0.4
"""Names of which the network is less sure than this are left out."""


def read_names(text: str, language: str | None = "en", *, network: Network | None = None) -> list[Name]:
    """Return the names of a text in order, without overlaps; `language` is an ISO 639-1 code, None for unknown.

    Titles and possessive endings stay outside. Raises `MissingModel` if a shipped file is gone or damaged.
    """
    if language not in ENGLISH:
        return find_names(text)
    found = (
        Name(span=_bare(text, each.span), kind=each.kind) for each in read(text, network).names if each.score >= LEAST
    )
    return [name for name in found if any(letter.isalnum() for letter in name.span.of(text))]


def _bare(text: str, span: Span) -> Span:
    """Without a possessive ending, and with the full stop of an abbreviation: “the U.S.’s” is U.S."""
    written = span.of(text)
    for ending in ENDINGS:
        if written.endswith(ending) and len(written) > len(ending):
            return Span(start=span.start, end=span.end - len(ending))
    abbreviated = ABBREVIATION.search(written) and text.startswith(".", span.end)
    return Span(start=span.start, end=span.end + 1) if abbreviated else span
