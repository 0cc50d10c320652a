"""Where a name begins → the name of a supplier: the registry's, else a run of capitalised words.

>>> name_from("Radio Vale and TV Moor.", 0)
('Radio Vale', 10)
"""

from __future__ import annotations

import re

from headwater.articles.agencies import UNSPACED, agency_at, usual_name
from headwater.articles.credit_lexicon import words_of

REACH = 90
"""How many characters before and after a name may hold its cue."""
NAME_WORD = re.compile(r"[«“„\"]?[^\s,;:()\[\]{}<>«»“”„\"|/。，、；：！？（）【】।]+[»”“\"]?")
LINKS = frozenset("of the and & de la du des der del di da do al el".split())
NEWS_NOUNS = re.compile(
    r"(?:news|newspaper|times|post|herald|tribune|gazette|journal|press|wire|newswire|agency|daily|observer|courier|"
    r"chronicle|telegraph|tv|television|radio|broadcasting)(?:\.\w+)?$",
    re.IGNORECASE,
)
NEWSY = re.compile(
    r"news|nachrichten|press[ea]?\b|presse|press\b|wire\b|inform\b|agency|agence|agentur|agência|agencia|agenzia|"
    r"информ|пресс|новости|новини|agencija|agentura|通信|通讯|通訊|뉴스|통신|ajansı|نيوز|برس|خبر",
    re.IGNORECASE,
)
"""Parts of the names of agencies, in a form that shows a supplier."""
NOBODY = frozenset(
    "agencies agency agencias agencia agences agence agenturen agentur agenzie agências agência agencje agentury bureaus "
    "internet web media medien médias medios staff reporters others wires newsdesk desk redazione redaktion redacción "
    "rédaction redactie redakcja redakce red web other агентства агентство редакция редакція сми змі інтернет интернет "
    "وكالات وكالة agensi berbagai sumber ajanslar ajans एजेंसी एजेंसियां এজেন্সি 综合 編集部 네트워크 istimewa".split()
)
"""Words that stand for suppliers without naming one, or for the outlet's own."""
ENDING = re.compile(r"['’ʼ:\-–][a-zà-žıа-я]{1,6}(?![^\W_])")
"""The ending of a name that is set off: “Reuters'ın”, “MTI-nek”, “STT:lle”."""
GENERIC_EAST = re.compile(
    r"^(?:同|本|该|該|各|地元|現地|国営|國營|官方|国家|當地|当地|外国|国内|国際|해당|현지|국영|이|그|한)*$"
)


def name_from(text: str, start: int) -> tuple[str, int] | None:
    """Return the name that begins at `start` and where it ends: the registry's, else a run of capitalised words.

    >>> name_from("Radio Vale and TV Moor.", 0)
    ('Radio Vale', 10)
    """
    known = agency_at(text, start)
    end, words = start, 0
    for word in NAME_WORD.finditer(text, start, start + REACH):
        if words and not _goes_on(text, end, word):
            break
        if word.group().lower() in LINKS and words:
            continue
        if not name_like(word.group()):
            break
        end, words = word.end(), words + 1
        if words == 7 or text[end - 1] in '.»”"':
            break
    end = start + len(text[start:end].rstrip(" .,'’\""))
    if known and (known.end >= end or UNSPACED.match(text, start)):
        return known.agency, known.end
    if end == start:
        return None
    name = text[start:end].strip('«»“”„"')
    inner = agency_at(text, start + 1) if text[start] in '«“„"' else None
    if inner and inner.end >= end - 1:
        return inner.agency, end
    return usual_name(name) or (
        known.agency if known and not known.common and text[known.end : known.end + 2] == " (" else name
    ), end


def _goes_on(text: str, end: int, word: re.Match[str]) -> bool:
    return text[end : word.start()] == " " and text[end - 1] not in ".!?"


def name_like(word: str) -> bool:
    """Say whether a word can begin a name: a capital, a figure, a letter of a script without capitals, or a domain.

    >>> name_like("Vale"), name_like("vale"), name_like("vale.example")
    (True, False, True)
    """
    bare = word.lstrip('«“„"')
    return bool(bare) and (
        bare[0].isupper() or bare[0].isdigit() or (bare[0].isalpha() and not bare[0].islower()) or "." in bare[1:-1]
    )


def names_nobody(name: str) -> bool:
    """Say whether words stand for suppliers without naming one: “agencies”, “internet”.

    >>> names_nobody("Agencies"), names_nobody("Kolm News Agency")
    (True, False)
    """
    return all(word in NOBODY for word in words_of(name))
