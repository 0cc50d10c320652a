"""People: full names with other spellings, initials or middle names; last names alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from headwater.actors.nodes import Joined, Node
from headwater.actors.spelling import VOWELS, alike, nearly_alike

Fits = Callable[[Node, Node], bool]
FIRST, LAST = 0, -1


def join_people(nodes: Sequence[Node], joined: Joined) -> None:
    """Join spellings of one person, the surest rule first, each only where one candidate is left."""
    full = [node for node in nodes if node.kind == "person" and len(node.keys) > 1]
    short = [node for node in nodes if node.kind in ("person", "other") and node.keys]
    by_first, by_last = _blocks(full, FIRST), _blocks(full, LAST)
    for a in full:
        for b in (*by_first[_sound(a, FIRST)], *by_last[_sound(a, LAST)]):
            if a.name < b.name and _same_words(a, b):
                joined.join(a.name, b.name)
    _join_where_one_fits(short, joined, _shortens, lambda node: by_last[_sound(node, LAST)])
    _join_where_one_fits(short, joined, _ends, lambda node: by_last[_sound(node, LAST)])
    _join_where_one_fits(short, joined, _begins, lambda node: by_first[_sound(node, FIRST)])


def _blocks(full: Sequence[Node], word: int) -> dict[str, list[Node]]:
    """Return the full names by the consonants of one word: words that are alike have the same, so time stays low."""
    found: dict[str, list[Node]] = defaultdict(list)
    for node in full:
        found[_sound(node, word)].append(node)
    return found


def _sound(node: Node, word: int) -> str:
    return node.keys[word].translate(VOWELS)


def _join_where_one_fits(short: Sequence[Node], joined: Joined, fits: Fits, near: Callable[[Node], list[Node]]) -> None:
    """Join each shorter name with the longer ones near it that it fits, if all of those are one person already.

    A name that stands in a group with a longer one already is left alone.
    """
    found: list[tuple[str, str]] = []
    longest = _longest(short, joined)
    for node in short:
        if longest[joined.head(node.name)] > _letters(node):
            continue
        candidates = [other for other in near(node) if _letters(other) > _letters(node) and fits(node, other)]
        if len({joined.head(other.name) for other in candidates}) == 1:
            found.append((node.name, candidates[0].name))
    for name, longer in found:
        joined.join(name, longer)


def _letters(node: Node) -> int:
    return sum(map(len, node.keys))


def _longest(nodes: Sequence[Node], joined: Joined) -> dict[str, int]:
    longest: dict[str, int] = defaultdict(int)
    for node in nodes:
        head = joined.head(node.name)
        longest[head] = max(longest[head], _letters(node))
    return longest


def _same_words(a: Node, b: Node) -> bool:
    """The same number of words, each alike; or all but one alike and that one nearly."""
    if len(a.keys) != len(b.keys):
        return False
    if all(alike(one, other) for one, other in zip(a.keys, b.keys, strict=True)):
        return True
    unlike = [(one, other) for one, other in zip(a.keys, b.keys, strict=True) if not alike(one, other)]
    return len(unlike) == 1 and nearly_alike(*unlike[0])


def _shortens(short: Node, long: Node) -> bool:
    """“J. Ruiz” or “Juan Ruiz” for “Juan Carlos Ruiz”: the last word alike, the others in order, initials allowed."""
    if len(short.keys) < 2 or not alike(short.keys[-1], long.keys[-1]):
        return False
    rest = iter(long.keys[:-1])
    begins = _is_word(short.keys[0], long.keys[0])
    return begins and all(any(_is_word(word, other) for other in rest) for word in short.keys[:-1])


def _is_word(short: str, long: str) -> bool:
    initial = ("j", "i") if short == "j" else (short,)  # the key of “Juan” begins with an i, that of “Jim” does not
    return alike(short, long) or (len(short) == 1 and long.startswith(initial))


def _ends(short: Node, long: Node) -> bool:
    """“von Lund” for “Ada von Lund”."""
    tail = long.keys[-len(short.keys) :]
    return len(long.keys) > len(short.keys) and all(
        alike(one, other) for one, other in zip(short.keys, tail, strict=True)
    )


def _begins(short: Node, long: Node) -> bool:
    """A family name that comes first, or a person called by the first name."""
    return short.kind == "person" and len(short.keys) < len(long.keys) and short.keys == long.keys[: len(short.keys)]
