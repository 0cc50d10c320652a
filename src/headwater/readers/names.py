"""Text → the names of people, groups and places in it, by the shipped network, or by rule where it cannot read.

>>> text = "Prime Minister Ana Ruiz left the city of Lisbon for Portugal."
>>> [(name.span.of(text), name.kind) for name in read_names(text)]
[('Ana Ruiz', 'person'), ('Lisbon', 'place'), ('Portugal', 'place')]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from headwater.model import ActorKind, Span
from headwater.readers.network import Network
from headwater.readers.reading import FoundName, read
from headwater.text.names import Name, find_names
from headwater.text.names_lexicon import lexicon, name_key

ENGLISH = frozenset({"en", None})
"""Languages that the networks read; a text too short to tell is taken for English."""
LONGEST = 40_000
"""Characters of the longest text that the networks read: some 6,500 words, a few seconds."""
LATIN = re.compile("[A-Za-z]")
FOREIGN = re.compile(r"[^\W\d_A-Za-zªº\u00c0-\u024f\u1e00-\u1eff]")
"""A letter that is not Latin: names in other scripts are the rules'."""
LETTER = re.compile(r"[^\W\d_]")
ENDINGS = ("’s", "'s", "’", "'")
ABBREVIATION = re.compile(r"\.\w$")
LEAST = 0.4
"""Names of which the network is less sure than this are left out."""
UNSURE = 0.8
"""Below this the network is not sure of a name's kind."""


def readable(text: str, language: str | None) -> bool:
    """Say whether the networks read a text: English, in Latin letters for the most part, and not endless.

    >>> readable("Rain fell on Orvia.", None), readable("Вчера шёл дождь.", None), readable("Rain " * 20_000, "en")
    (True, False, False)
    """
    if language not in ENGLISH or len(text) > LONGEST:
        return False
    return 2 * len(LATIN.findall(text)) >= len(LETTER.findall(text))


def read_names(text: str, language: str | None = "en", *, network: Network | None = None) -> list[Name]:
    """Return the names of a text in order, without overlaps; `language` is an ISO 639-1 code, None for unknown.

    Titles and possessive endings stay outside. What the networks do not read is read by rule. Raises `MissingModel` if a
    shipped file is gone or damaged.
    """
    if not readable(text, language):
        return find_names(text)
    likely = [each for each in read(text, network).names if each.score >= LEAST]
    kinds = _kinds(text, likely)
    found = [Name(span=_bare(text, each.span), kind=kinds[each.span.of(text)]) for each in likely]
    if FOREIGN.search(text):
        found = [name for name in found if not FOREIGN.search(text, name.span.start, name.span.end)]
        found.extend(name for name in find_names(text) if FOREIGN.search(text, name.span.start, name.span.end))
        found.sort()
    return [name for name in found if LETTER.search(text, name.span.start, name.span.end)]


def _kinds(text: str, found: Sequence[FoundName]) -> dict[str, ActorKind]:
    """One name has one kind in a text: the one that the network believes in most, all places together."""
    beliefs: dict[str, dict[ActorKind, float]] = {}
    places = Counter(each.span.of(text) for each in found)
    for each in found:
        sums = beliefs.setdefault(each.span.of(text), {})
        sums[each.kind] = sums.get(each.kind, 0) + each.score
    return {name: _kind(name, sums, places[name]) for name, sums in beliefs.items()}


def _kind(name: str, sums: Mapping[ActorKind, float], places: int) -> ActorKind:
    """The likeliest kind; where the network is unsure, “Greywater Lines” is a group by its last word."""
    likeliest = max(sorted(sums), key=sums.__getitem__)
    _, _, last = name.rpartition(" ")
    telling = last != name and lexicon().has("groups", name_key(last))
    return "group" if telling and sums[likeliest] < UNSURE * places else likeliest


def _bare(text: str, span: Span) -> Span:
    """Without title and possessive ending, and with the full stop of an abbreviation: “the U.S.’s” is U.S."""
    start, end = span.start, span.end
    first, space, _ = text[start:end].partition(" ")
    if space and lexicon().has("titles", name_key(first.rstrip("."))):
        start += len(first) + len(space)
    for ending in ENDINGS:
        if text[start:end].endswith(ending) and end - start > len(ending):
            return Span(start=start, end=end - len(ending))
    abbreviated = ABBREVIATION.search(text[start:end]) and text.startswith(".", end)
    return Span(start=start, end=end + 1 if abbreviated else end)
