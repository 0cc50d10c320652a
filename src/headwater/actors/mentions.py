"""Article → the mentions of people, groups and places in its text.

>>> [mention.name for mention in mentions_in("a1", "The French minister, Ana  Ruiz, left Orvia.")]
['Ana Ruiz', 'Orvia']
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model import Article, Mention
from headwater.readers import read_names
from headwater.text.names import Name
from headwater.text.names_lexicon import lexicon, name_key

METHOD = "names/1"
PEOPLES = (("ian", "ia"), ("an", "a"), ("ian", ""), ("ese", ""), ("ish", ""))
"""Endings of a people's name, and what its land has there."""


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Return the mentions in an article's text, in order; peoples and their adjectives (“French”) are none.

    Raises `MissingModel` if a shipped model file is gone or damaged.
    """
    return _mentions(article.id, article.text, read_names(article.text, article.language))


def mentions_in(article: str, text: str) -> tuple[Mention, ...]:
    """Return the mentions in the English text of the article with this id."""
    return _mentions(article, text, read_names(text))


def _mentions(article: str, text: str, names: Sequence[Name]) -> tuple[Mention, ...]:
    named = [(" ".join(name.span.of(text).split()), name) for name in names]
    known = frozenset(name_key(words) for words, _ in named)
    return tuple(
        Mention(article=article, span=name.span, name=words, kind=name.kind, by=METHOD)
        for words, name in named
        if not _is_adjective(name_key(words), known)
    )


def _is_adjective(key: str, known: frozenset[str]) -> bool:
    """Say whether a name is a people's: a known one, or made from a place that the same text names (“Orvian”)."""
    if lexicon().known.get(key) == "adjective":
        return True
    singular = key.removesuffix("s")
    return any(singular.endswith(end) and singular.removesuffix(end) + rest in known for end, rest in PEOPLES)
