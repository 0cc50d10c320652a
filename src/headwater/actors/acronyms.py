"""Acronyms and full forms: “Orvian Nurses Union (ONU)”, or initials that only one name in the collection has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from headwater.actors.nodes import Joined, Node
from headwater.actors.spelling import acronym, initials
from headwater.model import Mention
from headwater.text.names_lexicon import lexicon, name_key

OPENS = re.compile(r"\s*[(\[]\s*(?:the\s+)?$")
BETWEEN = 8


def join_acronyms(nodes: Sequence[Node], joined: Joined, texts: dict[str, str]) -> None:
    """Join each acronym with the one full form that its text gives it, else with the one whose initials it is."""
    full: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        if node.kind != "person" and acronym(node.name) is None:
            for written in initials(node.name):
                full[written].append(node.name)
    given = _given(nodes, texts)
    for node in nodes:
        letters = acronym(node.name)
        if letters is None or node.kind == "person" or name_key(node.name) in lexicon().states:
            continue
        candidates = given.get(node.name) or full.get(letters, [])
        if len({joined.head(name) for name in candidates}) == 1:
            joined.join(candidates[0], node.name)


def _given(nodes: Sequence[Node], texts: dict[str, str]) -> dict[str, list[str]]:
    """Return, for each acronym, the full forms that it stands behind in brackets, or that stand so behind it."""
    mentions = sorted(mention for node in nodes for mention in node.mentions)
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in pairwise(mentions):
        if not _bracketed(first, second, texts):
            continue
        for short, long in ((first.name, second.name), (second.name, first.name)):
            letters = acronym(short)
            if letters and acronym(long) is None and _spells(letters, long):
                found[short].add(long)
    return {short: sorted(names) for short, names in found.items()}


def _bracketed(first: Mention, second: Mention, texts: dict[str, str]) -> bool:
    if first.article != second.article or not first.span.end <= second.span.start <= first.span.end + BETWEEN:
        return False
    return OPENS.fullmatch(texts.get(first.article, "")[first.span.end : second.span.start]) is not None


def _spells(letters: str, name: str) -> bool:
    """Say whether the letters stand in the name in this order, the first one first: “NATSIL”, “Comintern”."""
    rest = iter(name.upper())
    return name[:1].upper() == letters[0] and all(letter in rest for letter in letters)
