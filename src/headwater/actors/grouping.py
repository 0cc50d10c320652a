"""Articles → actors: the people and groups behind mentions with different spellings.

Each rule joins two spellings only where exactly one candidate is left; where two remain, as for a surname that two
people share, it abstains.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from headwater.actors.acronyms import join_acronyms
from headwater.actors.governments import join_governments
from headwater.actors.mentions import find_mentions
from headwater.actors.nodes import Joined, Node, main_kind, nodes_of
from headwater.actors.people import join_people
from headwater.model import Actor, ActorKind, Article, Mention, digest
from headwater.text.names_lexicon import lexicon, name_key
from headwater.text.normalise import fold_words

COMPANY = frozenset({"inc", "ltd", "limited", "corp", "corporation", "plc", "gmbh", "llc", "co", "sa", "ag"})
Spellings = Sequence[tuple[str, str]]
"""Pairs of spellings; letter case, marks and punctuation make no difference."""


def find_actors(
    articles: Sequence[Article],
    *,
    mentions: Iterable[Mention] | None = None,
    transliterate: bool = True,
    together: Spellings = (),
    apart: Spellings = (),
) -> tuple[Actor, ...]:
    """Return the actors of a story's articles, most mentions first, then by name.

    `mentions` are those of the articles, where they have been found already.
    Without `transliterate` names in different scripts stay different actors. The order of the articles makes no
    difference. `together` and `apart` are what people decided: spellings of one actor, whatever their kinds, and of two,
    whatever rule or chain of rules would join them; where the two contradict each other, `apart` holds. After the entity linking of media monitors (Steinberger, Pouliquen and Goot 2011), by rule.
    """
    known = {article.id: article for article in articles}
    if mentions is None:
        mentions = [mention for article in known.values() for mention in find_mentions(article)]
    texts = {article.id: article.text for article in known.values()}
    return group_mentions(mentions, texts, transliterate=transliterate, together=together, apart=apart)


def group_mentions(
    mentions: Iterable[Mention],
    texts: dict[str, str],
    *,
    transliterate: bool = True,
    together: Spellings = (),
    apart: Spellings = (),
) -> tuple[Actor, ...]:
    """Return the actors behind mentions; `texts` are the articles' texts by id, for what stands around a mention.

    >>> from headwater.actors.mentions import mentions_in
    >>> text = "President Ana Ruiz met Mr Okoro. Ruiz left; Okoro stayed."
    >>> [actor.variants for actor in group_mentions(mentions_in("a1", text), {"a1": text})]
    [('Ana Ruiz', 'Ruiz'), ('Okoro',)]
    """
    nodes = nodes_of(mentions, transliterate=transliterate)
    joined = _decided(nodes, together, apart)
    _join_spellings(nodes, joined)
    join_governments(nodes, joined, texts)
    join_acronyms(nodes, joined, texts)
    join_people(nodes, joined)
    by_name = {node.name: node for node in nodes}
    actors = [_actor([by_name[name] for name in group]) for group in joined.groups()]
    return tuple(sorted(actors, key=lambda actor: (-len(actor.mentions), actor.name, actor.id)))


def _decided(nodes: Sequence[Node], together: Spellings, apart: Spellings) -> Joined:
    """Return the spellings joined and held apart as people decided, before any rule is asked.

    What they decided holds through spellings that these articles lack, and for every way in which a spelling is written.
    """
    if not together and not apart:
        return Joined(node.name for node in nodes)
    written = _written(nodes, [*together, *apart])
    people = Joined(written, apart=[(folded(a), folded(b)) for a, b in apart])
    for a, b in reversed(together):
        people.join(folded(a), folded(b))
    names_of = {key: [name for one in group for name in written[one]] for group in people.groups() for key in group}
    known = {head: names for head in map(people.head, written) if (names := names_of[head])}
    held = [(known[a][0], known[b][0]) for a, b in people.apart() if a in known and b in known]
    joined = Joined((node.name for node in nodes), apart=held)
    for names in known.values():
        for name in names[1:]:
            joined.join(names[0], name)
    return joined


def _written(nodes: Sequence[Node], decided: Spellings) -> dict[str, list[str]]:
    """Return the spellings that people decided about, folded, each with the names that are written so."""
    written: dict[str, list[str]] = {folded(name): [] for pair in decided for name in pair}
    for node in nodes:
        written.get(folded(node.name), []).append(node.name)
    return written


def folded(name: str) -> str:
    """Return a spelling as people's decisions are compared: without case, marks and punctuation.

    >>> folded("Al-Masrí") == folded("al masri")
    True
    """
    return " ".join(fold_words(name).keys)


def _join_spellings(nodes: Sequence[Node], joined: Joined) -> None:
    """Join spellings whose keys are equal, the words of a company's legal form aside."""
    first: dict[tuple[str, ...], Node] = {}
    for node in nodes:
        words = tuple(word for word in node.keys if word not in COMPANY) or node.keys
        words = words[1:] if len(words) > 1 and words[0] == "the" else words
        known = first.setdefault(words, node) if words else node
        if known is not node and _may_be_one(known, node):
            joined.join(known.name, node.name)


def _may_be_one(a: Node, b: Node) -> bool:
    """Kinds must agree, but for a place in capitals before its report, whose kind nothing tells."""
    return a.kind == b.kind or "other" in (a.kind, b.kind) or a.name.casefold() == b.name.casefold()


def _actor(nodes: Sequence[Node]) -> Actor:
    mentions = tuple(sorted(mention for node in nodes for mention in node.mentions))
    variants = tuple(sorted(node.name for node in nodes))
    return Actor(
        id=digest("actor", *variants),
        name=_shown(nodes),
        kind=_kind(nodes, mentions),
        variants=variants,
        mentions=mentions,
    )


def _shown(nodes: Sequence[Node]) -> str:
    """Choose a state's usual name, then the commonest script, most words, most used, longest."""
    counts = Counter({node.name: len(node.mentions) for node in nodes})
    scripts = Counter(_script(mention.name) for node in nodes for mention in node.mentions)
    return max(
        counts,
        key=lambda name: (
            lexicon().states.get(name_key(name)) == name,
            scripts[_script(name)],
            sum(len(word.rstrip(".")) > 1 for word in name.split()),
            counts[name],
            len(name),
            name,
        ),
    )


def _script(name: str) -> str:
    """Return the first word of the name of its first letter: `LATIN`, `CYRILLIC`, `GREEK`."""
    letter = next((character for character in name if character.isalpha()), " ")
    return unicodedata.name(letter, "").split(" ")[0]


def _kind(nodes: Sequence[Node], mentions: Sequence[Mention]) -> ActorKind:
    """Return the kind; a state that its seat stands for acts, and is a group."""
    known = {lexicon().known.get(name_key(node.name)) for node in nodes}
    return "group" if {"state", "seat"} <= known else main_kind(mentions)
