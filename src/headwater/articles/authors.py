"""Page → who wrote its article: JSON-LD, then meta tags, then the bylines that the page prints.

>>> from headwater.articles.linked_data import EMPTY
>>> from headwater.articles.markup import parse
>>> authors_of(parse("<p class='byline'>By Ana Ruiz</p>"), EMPTY, {}, [], ())
('Ana Ruiz',)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from headwater.articles.bylines import is_byline, names
from headwater.articles.dumps.moments import moment_in
from headwater.articles.elements import class_words
from headwater.articles.linked_data import Record
from headwater.articles.markup import folded
from headwater.articles.meta_tags import LONGEST, Metas, short_text, values

AUTHORS = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
           "citation_author", "authors", "og:article:author")  # fmt: skip
BYLINE_WORDS = frozenset(("byline", "author", "authors", "bylines"))
AUTHOR_PAGE = re.compile(r"/(?:authors?|byline|journalists?)/[^/]")
NAME_AND_MORE = re.compile(r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})\W+(?=\d)")


def authors_of(
    tree: HtmlElement, record: Record, metas: Metas, below: Sequence[str], publishers: Sequence[str | None]
) -> tuple[str, ...]:
    """Return the first source's names, or those of another source that names all of them and more.

    `below` are the lines under the headline. `publishers` are the outlet and the rights notice: of several names, one
    that stands there is not an author's.
    """
    outlet = next(iter(publishers), None)
    described = [name for author in record.records("author") for name in author.texts("name")]
    shown = (names([line], outlet) for line in (*_marked(tree), *map(_byline, below)) if is_byline(line))
    lists = [
        names(described, outlet),
        names(values(metas, AUTHORS), outlet),
        next((found for found in shown if found), ()),
    ]
    first = next((found for found in lists if found), ())
    least = {name.casefold() for name in first}
    found = next((more for more in lists if least < {name.casefold() for name in more}), first)
    held = folded(" ".join(filter(None, publishers)))
    return tuple(name for name in found if folded(name) not in held) or found


def _byline(line: str) -> str:
    """Return a line that is a name and a date as a byline; any other line as it is.

    >>> _byline("Ana Ruiz 5 May 2031"), _byline("Rain 5 May 2031")
    ('by Ana Ruiz', 'Rain 5 May 2031')
    """
    match = NAME_AND_MORE.match(line)
    return f"by {match.group(1)}" if match and moment_in(line) and not moment_in(f"{match.group(1)} 5, 2031") else line


def _marked(tree: HtmlElement) -> Iterator[str]:
    """Yield what the page's elements call a byline, as one that begins with “by”."""
    for element in tree.iter("a", "span", "div", "p", "address", "li"):
        if _says_byline(element) and (text := short_text(element)):
            yield text if is_byline(text) else f"by {text}"


def _says_byline(element: HtmlElement) -> bool:
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return True
    if AUTHOR_PAGE.search((element.get("href") or "")[:LONGEST]):
        return True
    return element.get("class") is not None and not BYLINE_WORDS.isdisjoint(class_words(element))
