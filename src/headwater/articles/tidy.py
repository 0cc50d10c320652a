"""Parts as extracted → the article's own blocks: the headline and what leaked in go, the standfirst comes.

>>> parts = [Part(role="headline", text="Rain", linked=0.0), Part(role="paragraph", text="It fell.", linked=0.0),
...          Part(role="paragraph", text="Read more: The week in rain", linked=0.5)]
>>> [part.text for part in without_leaks(parts, "Rain")]
['It fell.']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.articles.extraction import Part
from headwater.articles.furniture import class_words, said_role
from headwater.articles.leaks import is_biography, is_end, is_prompt
from headwater.articles.markup import Run, folded

LINKED = 0.95
"""A paragraph with a larger share of its characters in links leads to another story."""
LAST = 4
"""A biography is looked for in so many blocks at the end."""
MOST_ASIDE = 0.3
"""Blocks that their element calls captions or related stories go unless they are a larger share of the text."""
STANDFIRST = frozenset(
    "standfirst dek deck subtitle subheadline subhead subheading lede summary sapo strapline intro excerpt".split()
)
SHORTEST_STANDFIRST = 5
LONGEST_STANDFIRST = 500


def tidied(parts: Sequence[Part], found: Sequence[Run], title: str, descriptions: Iterable[str]) -> list[Part]:
    """Return the blocks of an article without its headline and leaked furniture, its standfirst in front.

    `found` are the page's runs, `descriptions` what its metadata says that it is about.
    """
    kept = without_asides(without_leaks(parts, title), found)
    return [*standfirst(kept, found, title, descriptions), *kept]


def without_leaks(parts: Sequence[Part], title: str) -> list[Part]:
    """Return the parts without the headline, prompts, links to other stories, and what follows the article's end."""
    headline = folded(title)
    kept = [part for part in parts if folded(part.text) not in ("", headline)]
    ends = (index for index, part in enumerate(kept) if 2 * index > len(kept) and is_end(part.text))
    kept = kept[: next(ends, len(kept))]
    return [part for index, part in enumerate(kept) if not _leaked(part, last=index >= len(kept) - LAST)]


def _leaked(part: Part, *, last: bool) -> bool:
    if part.role == "paragraph" and part.linked >= LINKED:
        return True
    return is_prompt(part.text) or (last and is_biography(part.text))


def without_asides(parts: list[Part], found: Sequence[Run]) -> list[Part]:
    """Return the parts without those that the page's own markup calls captions or related stories."""
    asides = {folded(run.text) for run in found if said_role(run.element) in ("feed", "caption")}
    kept = [part for part in parts if folded(part.text) not in asides]
    return kept if _size(kept) >= (1 - MOST_ASIDE) * _size(parts) else parts


def standfirst(parts: list[Part], found: Sequence[Run], title: str, descriptions: Iterable[str]) -> list[Part]:
    """Return the page's standfirst, if it stands before the text and the extraction passed it over.

    It is the run between headline and text that the page's description repeats or whose class says what it is.
    """
    texts = {folded(part.text) for part in parts}
    said = {folded(words) for words in descriptions}
    headline, below = folded(title), False
    for run in found:
        line = folded(run.text)
        if line == headline:
            below = True
        elif len(line.split()) < SHORTEST_STANDFIRST:
            continue
        elif line in texts:
            return []
        elif _may_stand_first(run) and (line in said or (below and _says_standfirst(run))):
            return [Part(role="standfirst", text=run.text, linked=run.linked)]
    return []


def _says_standfirst(run: Run) -> bool:
    return run.linked < 0.5 and bool(STANDFIRST.intersection(class_words(run.element)))


def _may_stand_first(run: Run) -> bool:
    return len(run.text) <= LONGEST_STANDFIRST and said_role(run.element) not in ("feed", "caption", "menu")


def _size(parts: Iterable[Part]) -> int:
    return sum(len(part.text) for part in parts)
