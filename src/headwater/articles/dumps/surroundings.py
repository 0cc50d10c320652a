"""The lines around a text → what they say of the article: day and time, section, authors, tags, rights, translations.

Only lines between the headline and the text, or right after the text, are asked: what a feed says elsewhere on the page
is about other stories.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.articles.bylines import names
from headwater.articles.dumps.choosing import Chosen
from headwater.articles.dumps.lexicon import Kind, kinds_of
from headwater.articles.dumps.lines import Line
from headwater.articles.dumps.looks import BY, ENDS
from headwater.articles.dumps.moments import clock_in, moment_in
from headwater.articles.language import language_of
from headwater.model import Translation

ABOVE = 6
"""So many lines before a headline may speak of the article."""
BELOW = 12
"""So many lines after the text may."""
AFTER_DAY = 3
"""A time of day on a line of its own stands at most so many lines after the day."""
BREADCRUMB = re.compile(r"\s+[|›»>/]\s+|\s*›\s*")
TAG_LABEL = re.compile(
    r"^\W*(?:tags?|topics?|keywords?|filed under|in this story|themen|schlagw\w+|stichwörter|sujets|thèmes|mots-clés|etiquetas|temas|argomenti|assuntos|tagi|etiketler|теги|темы|метки|теми)\b\s*:?\s*",
    re.IGNORECASE,
)
NOT_SECTION: frozenset[Kind] = frozenset(
    {"share", "follow", "comment", "legal", "cookies", "account", "advert", "related", "byline", "picture", "dated", "topics", "shop", "contact"}
)  # fmt: skip
TOKEN = re.compile(r"[^\W_]+")
RIGHTS = re.compile(
    r"©|\(c\) (?:19|20)\d\d|copyright|rights? (?:\w+ ){0,8}reserved|reproduc\w+|republish\w*|redistribut\w+|droits réservés|rechte vorbehalten|derechos reservados|diritti (?:sono )?riservati|direitos reservados|rechten voorbehouden|prawa zastrzeżone|hakları saklıdır|hüquqlar\w* qorunur|права защищены|права захищені|права охраняются|использовании материалов|hyperlink|الحقوق محفوظة|版权所有",
    re.IGNORECASE,
)


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
    published, dates = _published(lines, head)
    bylines = [i for i in head if BY.search(lines[i].text[:200])]
    authors = names([lines[i].text for i in bylines])
    taken = {*dates, *bylines}
    section = _section(lines, [i for i in head if i not in taken], min(taken | {chosen.kept[0]}))
    text = "\n".join(lines[i].text for i in chosen.kept)
    tail = _tail(lines, chosen)
    own = language_of(text, None)
    translated = dict(_translated([*head, *tail], lines, own, _script(text)))
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


def says_rights(line: Line) -> bool:
    """Say whether a line is a notice of who owns the text."""
    return RIGHTS.search(line.text[:600]) is not None


def _head(chosen: Chosen) -> list[int]:
    """Lines before the text that may speak of it: from a few above the headline next to it on."""
    first = chosen.kept[0]
    before = [title for title in chosen.titles if title < first]
    start = max(
        0, (before[0] if before and first - before[0] <= 4 * ABOVE else before[-1] if before else first) - ABOVE
    )
    return [i for i in range(start, first) if i not in chosen.titles]


def _tail(lines: Sequence[Line], chosen: Chosen) -> list[int]:
    """Lines right after the text, up to the first that heads a list of other stories or is about rights."""
    found: list[int] = []
    for i in range(chosen.kept[-1] + 1, min(len(lines), chosen.kept[-1] + 1 + BELOW)):
        said = kinds_of(lines[i].text)
        if says_rights(lines[i]) or (said & {"related", "comment"} and len(lines[i].text) < 40):
            break
        found.append(i)
    return found


def _published(lines: Sequence[Line], head: Sequence[int]) -> tuple[str | None, list[int]]:
    days = [(i, moment) for i in head if len(lines[i].text) <= 160 and (moment := moment_in(lines[i].text))]
    if not days:
        return None, []
    place, moment = days[-1] if len({found[:10] for _, found in days}) == 1 else days[0]
    dates = [i for i, _ in days]
    if "T" not in moment:
        for i in range(place + 1, min(len(lines), place + 1 + AFTER_DAY)):
            clock = clock_in(lines[i].text)
            if clock:
                return f"{moment}T{clock}", [*dates, i]
    return moment, dates


def _section(lines: Sequence[Line], head: Sequence[int], before: int) -> int | None:
    """The short line nearest above the day, byline or text that names neither a button nor a person."""
    for i in reversed(head):
        text = BREADCRUMB.split(lines[i].text)[-1]
        words = text.split()
        fits = 1 <= len(words) <= 4 and len(text) <= 40 and text[0].isupper() and not ENDS.search(text)
        if i < before and fits and not any(map(str.isdigit, text)) and not kinds_of(text) & NOT_SECTION:
            return i
    return None


def _tags(lines: Sequence[Line], tail: Sequence[int], text: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Short lines right after the text whose words stand in it; a label before them lets any short line be one."""
    known = _folded(text)
    found: dict[str, None] = {}
    places: set[int] = set()
    labelled = False
    for i in tail:
        line = lines[i].text
        label = TAG_LABEL.match(line)
        rest = line[label.end() :] if label else line
        labelled = labelled or label is not None
        tags = _split(rest, known) if len(rest) <= 200 else []
        short = all(len(tag.split()) <= 5 for tag in tags) and not ENDS.search(rest)
        if short and (labelled or (tags and all(_folded(tag) in known for tag in tags) and rest[0].isupper())):
            found.update(dict.fromkeys(tags))
            places.add(i)
        elif places or label:
            break
    return tuple(found), frozenset(places)


def _split(line: str, known: str) -> list[str]:
    """Take a line of tags apart: at its marks, else into the longest runs of words that the article itself uses."""
    marked = [part.strip(" #.•") for part in re.split(r"[,;|·•]|\s#|\s/\s", line.lstrip("#"))]
    if len(marked) > 1:
        return [part for part in marked if part]
    words = line.lstrip("#").split()
    tags: list[str] = []
    while words and len(tags) < 20:
        size = next((n for n in range(min(5, len(words)), 0, -1) if _folded(" ".join(words[:n])) in known), 0)
        if size == 0:
            return [line.strip()]
        tags.append(" ".join(words[:size]))
        words = words[size:]
    return tags


def _folded(text: str) -> str:
    return f" {' '.join(TOKEN.findall(text.casefold()))} "


def _translated(
    places: Sequence[int], lines: Sequence[Line], own: str | None, script: str
) -> Iterator[tuple[int, str]]:
    """Lines of headline length in another language or script than the text's."""
    for i in places:
        line = lines[i].text
        if own is None or not 3 <= len(line.split()) <= 30 or len(line) > 250:
            continue
        language = language_of(line, None)
        foreign = language is not None and language != own
        if foreign and (_script(line) != script or sum(ord(c) > 127 and c.isalpha() for c in line) >= 2):
            yield i, str(language)


def _script(text: str) -> str:
    scripts = Counter(unicodedata.name(c, "?").split()[0] for c in text[:1_000] if c.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


def _rights(lines: Sequence[Line], chosen: Chosen) -> str | None:
    kept = set(chosen.kept)
    places = [i for i, line in enumerate(lines) if i not in kept and says_rights(line)]
    after = [i for i in places if i > chosen.kept[-1]]
    return lines[after[0]].text if after else lines[places[-1]].text if places else None
