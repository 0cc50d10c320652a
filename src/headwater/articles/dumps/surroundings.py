"""The lines around a text → what they say of the article: day and time, section, authors, tags, rights, translations.

Only lines between the headline and the text, or right after the text, are asked: what a feed says elsewhere on the page
is about other stories.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.articles.bylines import names
from headwater.articles.dumps.choosing import Chosen
from headwater.articles.dumps.foreign import language_of_headline, script_of
from headwater.articles.dumps.lexicon import Kind, kinds_of
from headwater.articles.dumps.lines import Line
from headwater.articles.dumps.looks import BY, ENDS
from headwater.articles.dumps.moments import clock_in, moment_in
from headwater.articles.dumps.rights import says_rights
from headwater.articles.dumps.tags import LABEL, LONGEST, MOST_WORDS, are_names, known, split_tags
from headwater.articles.language import language_of
from headwater.model import Translation

ABOVE = 6
"""So many lines before a headline may speak of the article."""
BELOW = 12
"""So many lines after the text may."""
AFTER_DAY = 3
"""A time of day on a line of its own stands at most so many lines after the day."""
SHORT = 80
"""A longer line is more than a date."""
BREADCRUMB = re.compile(r"\s+[|›»>/]\s+|\s*›\s*")
NOT_SECTION: frozenset[Kind] = frozenset(
    {"share", "follow", "comment", "legal", "cookies", "account", "advert", "related", "byline", "picture", "dated", "topics", "shop", "contact"}
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What the page says of the article, with the numbers of the lines that say it."""

    published: str | None = None
    dates: frozenset[int] = frozenset()
    section: int | None = None
    section_name: str | None = None
    authors: tuple[str, ...] = ()
    bylines: frozenset[int] = frozenset()
    tags: tuple[str, ...] = ()
    tag_lines: frozenset[int] = frozenset()
    translations: tuple[Translation, ...] = ()
    translation_lines: frozenset[int] = frozenset()
    rights: str | None = None


def ask(lines: Sequence[Line], chosen: Chosen) -> Said:
    """Return what the lines around the text say; what none of them says stays empty."""
    head = _head(chosen)
    if not any(_is_day(lines[i]) for i in head):
        head = [*head, *_under_standfirst(chosen)]
    published, dates, day = _published(lines, head)
    bylines = [i for i in head if BY.search(lines[i].text[:200])]
    authors = names([lines[i].text for i in bylines])
    taken = {*dates, *bylines}
    above = day if day is not None else min(bylines, default=chosen.kept[0])
    section = _section(lines, [i for i in head if i not in taken and i < above], chosen, day)
    text = "\n".join(lines[i].text for i in chosen.kept)
    tail = _tail(lines, chosen)
    translated = dict(_translated([*head, *tail], lines, text))
    title = lines[chosen.titles[0]].text if chosen.titles else ""
    tags, tag_lines = _tags(lines, [i for i in tail if i not in translated], f"{title}\n{text}")
    return Said(
        published=published,
        dates=frozenset(dates),
        section=section,
        section_name=BREADCRUMB.split(lines[section].text)[-1] if section is not None else None,
        authors=authors,
        bylines=frozenset(bylines),
        tags=tags,
        tag_lines=tag_lines,
        translations=tuple(Translation(language=language, title=lines[i].text) for i, language in translated.items()),
        translation_lines=frozenset(translated),
        rights=_rights(lines, chosen),
    )


def _head(chosen: Chosen) -> list[int]:
    """Lines before the text that may speak of it: from a few above the headline next to it on."""
    first = chosen.kept[0]
    before = [title for title in chosen.titles if title < first]
    start = max(
        0, (before[0] if before and first - before[0] <= 4 * ABOVE else before[-1] if before else first) - ABOVE
    )
    return [i for i in range(start, first) if i not in chosen.titles]


def _under_standfirst(chosen: Chosen) -> list[int]:
    """Lines between the first two of the text: where that first one is a standfirst, day and authors stand under it."""
    if len(chosen.kept) == 1:
        return []
    first, second = chosen.kept[:2]
    return list(range(first + 1, second)) if second - first <= ABOVE + 1 else []


def _is_day(line: Line) -> bool:
    return len(line.text) <= SHORT and moment_in(line.text) is not None


def _tail(lines: Sequence[Line], chosen: Chosen) -> list[int]:
    """Lines right after the text, up to the first that heads a list of other stories or is about rights."""
    found: list[int] = []
    for i in range(chosen.kept[-1] + 1, min(len(lines), chosen.kept[-1] + 1 + BELOW)):
        said = kinds_of(lines[i].text)
        if says_rights(lines[i].text) or (said & {"related", "comment"} and len(lines[i].text) < 40):
            break
        found.append(i)
    return found


def _published(lines: Sequence[Line], head: Sequence[int]) -> tuple[str | None, list[int], int | None]:
    """The moment nearest to the text, the lines that tell it, and the line of its day: a page's own date stands above."""
    days = [(i, moment) for i in head if _is_day(lines[i]) and (moment := moment_in(lines[i].text))]
    if not days:
        return None, [], None
    place, moment = days[-1]
    dates = [i for i, found in days if found[:10] == moment[:10]]
    if "T" not in moment:
        for i in range(place + 1, min(len(lines), place + 1 + AFTER_DAY)):
            clock = clock_in(lines[i].text)
            if clock:
                return f"{moment}T{clock}", [*dates, i], place
    return moment, dates, place


def _section(lines: Sequence[Line], head: Sequence[int], chosen: Chosen, day: int | None) -> int | None:
    """The short line next to a headline or the day that also stands in the menu or a feed, or that is no person's name."""
    menu = {line.text.casefold() for line in lines[: min(head, default=0)]}
    feed = Counter(line.text.casefold() for line in lines[chosen.kept[-1] + 1 :])
    marks = {*chosen.titles, *(() if day is None else (day,))}
    for i in reversed(head):
        text = BREADCRUMB.split(lines[i].text)[-1]
        words = text.split()
        fits = 1 <= len(words) <= 4 and len(text) <= 40 and text[0].isupper() and not ENDS.search(text)
        beside = {i - 1, i + 1} & marks
        between = {i - 1, i + 1} <= marks and (len(words) == 1 or any(word[0].islower() for word in words))
        listed = text.casefold() in menu or feed[text.casefold()] >= 2
        plain = not any(map(str.isdigit, text)) and not kinds_of(text) & NOT_SECTION
        if fits and plain and (between or (beside and listed)):
            return i
    return None


def _tags(lines: Sequence[Line], tail: Sequence[int], text: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Short lines right after the text that are names of it; a label before them lets any short line be one."""
    words = known(text)
    found: dict[str, None] = {}
    places: set[int] = set()
    labelled = False
    for i in tail:
        label = LABEL.match(lines[i].text)
        line = lines[i].text[label.end() :] if label else lines[i].text
        labelled = labelled or label is not None
        tags = split_tags(line, words) if len(line) <= LONGEST else []
        short = labelled and all(len(tag.split()) <= MOST_WORDS for tag in tags) and not ENDS.search(line)
        if (label and not line) or short or are_names(line, words):
            found.update(dict.fromkeys(tags))
            places.add(i)
        elif places:
            break
    return tuple(found), frozenset(places)


def _translated(places: Sequence[int], lines: Sequence[Line], text: str) -> Iterator[tuple[int, str]]:
    own, letters = language_of(text, None), script_of(text)
    for i in places if own else ():
        language = language_of_headline(lines[i].text, str(own), letters)
        if language:
            yield i, language


def _rights(lines: Sequence[Line], chosen: Chosen) -> str | None:
    kept = set(chosen.kept)
    places = [i for i, line in enumerate(lines) if i not in kept and says_rights(line.text)]
    after = [i for i in places if i > chosen.kept[-1]]
    return lines[after[0]].text if after else lines[places[-1]].text if places else None
