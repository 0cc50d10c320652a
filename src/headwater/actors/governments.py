"""Places that stand for governments: “Moscow said”, “the White House”.

A state's own names are joined. Its seat is joined where the text uses it as an actor more often than as a place, and
where only one state of the collection has that seat; Brussels with both Belgium and the European Union in the pages
stays alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.actors.nodes import Joined, Node
from headwater.model import Mention
from headwater.text.names_lexicon import lexicon, name_key

BEFORE = 24
PLACE_WORD = re.compile(
    r"(?:^|\W)(?:in|at|near|from|outside|around|across|visited|to|via|city of|capital)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a name that is only a place on the map."""


def join_governments(nodes: Sequence[Node], joined: Joined, texts: dict[str, str]) -> None:
    """Join the names and seats of each state that the collection speaks of."""
    own: dict[str, str] = {}
    for node in nodes:
        state = lexicon().states.get(name_key(node.name))
        if state is not None and node.kind != "person":
            joined.join(own.setdefault(state, node.name), node.name)
    seats: dict[str, str] = {}
    for node in nodes:
        state = _government(node, frozenset(own), texts)
        if state is not None:
            joined.join(own.get(state) or seats.setdefault(state, node.name), node.name)


def _government(node: Node, named: frozenset[str], texts: dict[str, str]) -> str | None:
    key = name_key(node.name)
    if lexicon().known.get(key) != "seat" or node.kind == "person":
        return None
    owners = lexicon().governments[key]
    present = [owner for owner in owners if owner in named] if len(owners) > 1 else owners
    return present[0] if len(present) == 1 and _acts(node.mentions, texts) else None


def _acts(mentions: Sequence[Mention], texts: dict[str, str]) -> bool:
    places = sum(bool(PLACE_WORD.search(_before(mention, texts))) for mention in mentions)
    return places * 2 < len(mentions)


def _before(mention: Mention, texts: dict[str, str]) -> str:
    start = mention.span.start
    return texts.get(mention.article, "")[max(0, start - BEFORE) : start]
