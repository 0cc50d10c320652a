"""Parts as extracted → the article's own blocks: the headline and what leaked in go, the standfirst comes.

>>> parts = [Part(role="headline", text="Rain", linked=0.0), Part(role="paragraph", text="It fell.", linked=0.0),
...          Part(role="paragraph", text="Read more: The week in rain", linked=0.5)]
>>> [part.text for part in without_leaks(parts, "Rain")]
['It fell.']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.articles.bylines import is_byline
from headwater.articles.dumps.moments import moment_in
from headwater.articles.elements import class_words
from headwater.articles.extraction import SENTENCE_END, Part, is_told
from headwater.articles.furniture import shingles
from headwater.articles.leaks import is_biography, is_end, is_prompt
from headwater.articles.markup import Run, folded
from headwater.articles.metadata import Facts

LINKED = 0.95
"""A paragraph with a larger share of its characters in links leads to another story."""
LAST = 4
"""A biography is looked for in so many blocks at the end, labels in so many at the top."""
MOST_ASIDE = 0.3
"""Blocks that their element calls captions or related stories go unless they are a larger share of the text."""
STANDFIRST = frozenset(
    "standfirst dek deck subtitle subheadline subhead subheading lede summary sapo strapline intro excerpt".split()
)
LONGEST_LABEL = 12
LONGEST_PULLED = 200
SHORTEST_STANDFIRST = 5
LONGEST_STANDFIRST = 500


def tidied(parts: Sequence[Part], found: Sequence[Run], facts: Facts) -> list[Part]:
    """Return the blocks of an article without its headline and leaked furniture, its standfirst in front.

    `found` are the page's runs. Empty where what is left holds no sentence: a page of menus and headlines.
    """
    title = facts.title or ""
    kept = without_asides(without_repeats(without_leaks(parts, title)), found)
    kept = _opening(without_labels(kept, facts.section), found)
    if not any(_is_told(part) for part in kept):
        return []
    return [*standfirst(kept, found, title, facts.descriptions), *kept]


def without_labels(parts: list[Part], section: str | None) -> list[Part]:
    """Return the parts without the lines at the top that name the section, the writer or the day."""
    return [part for index, part in enumerate(parts) if index >= LAST or not _is_label(part.text, section)]


def _is_label(text: str, section: str | None) -> bool:
    if len(text.split()) > LONGEST_LABEL or SENTENCE_END.search(text):
        return False
    return is_byline(text) or moment_in(text) is not None or folded(text) == folded(section or "")


def without_repeats(parts: list[Part]) -> list[Part]:
    """Return the parts without pull quotes and second copies: short paragraphs whose words all stand elsewhere too."""
    seen = Counter(shingle for part in parts for shingle in shingles(folded(part.text)))
    kept: list[Part] = []
    for part in reversed(parts):
        own = shingles(folded(part.text)) if part.role == "paragraph" and len(part.text) <= LONGEST_PULLED else []
        if own and all(seen[shingle] > 1 for shingle in own):
            seen.subtract(own)
        else:
            kept.append(part)
    return kept[::-1]


def _opening(parts: list[Part], found: Sequence[Run]) -> list[Part]:
    """Return the parts with the first as standfirst, where its element says so or it is a heading of some words."""
    if not parts or len(parts[0].text) > LONGEST_STANDFIRST:
        return parts
    line = folded(parts[0].text)
    said = any(_says_standfirst(run) for run in found if run.line == line)
    heading = parts[0].role == "headline" and len(line.split()) >= SHORTEST_STANDFIRST
    return [replace(parts[0], role="standfirst"), *parts[1:]] if said or heading else parts


def _is_told(part: Part) -> bool:
    return part.role != "headline" and part.linked < LINKED and is_told(part.text)


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
    asides = {run.line for run in found if run.said in ("feed", "caption")}
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
        line = run.line
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
    return len(run.text) <= LONGEST_STANDFIRST and run.said not in ("feed", "caption", "menu")


def _size(parts: Iterable[Part]) -> int:
    return sum(len(part.text) for part in parts)
