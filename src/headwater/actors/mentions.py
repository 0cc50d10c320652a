"""Article → the mentions of people, groups and places in its text.

>>> [mention.name for mention in mentions_in("a1", "The French minister, Ana  Ruiz, left Orvia.")]
['Ana Ruiz', 'Orvia']
"""

from __future__ import annotations

from headwater.model import Article, Mention
from headwater.text.names import find_names
from headwater.text.names_lexicon import lexicon, name_key

METHOD = "names/1"


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Return the mentions in an article's text, in order; peoples and their adjectives (“French”) are none."""
    return mentions_in(article.id, article.text)


def mentions_in(article: str, text: str) -> tuple[Mention, ...]:
    """Return the mentions in the text of the article with this id."""
    found = []
    for name in find_names(text):
        words = " ".join(name.span.of(text).split())
        if lexicon().known.get(name_key(words)) != "adjective":
            found.append(Mention(article=article, span=name.span, name=words, kind=name.kind, by=METHOD))
    return tuple(found)
