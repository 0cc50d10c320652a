"""Words where a form has a supplier's name, or several → the names: “dpa/AFP/red”, “Reuters and AP”, “Northern Wire”.

>>> listed("dpa/AFP/red"), listed("Ana Ruiz/AFP"), supplier_shaped("NORDPRESS"), supplier_shaped("Labour")
(('dpa', 'AFP'), (), True, False)
"""

from __future__ import annotations

import re
import unicodedata

from headwater.articles.agencies import agency_at, usual_name
from headwater.articles.credit_lexicon import cues, words_of
from headwater.articles.credit_names import NEWS_NOUNS, NEWSY, names_nobody

JOINED = re.compile(
    r"\s*(?:/|,|;|\||·|•|&|＝|=|\+|、|，|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b|\bта\b|\bog\b|\boch\b|\ben\b|\bi\b|\bve\b|\bdan\b|\bja\b|\bés\b|\bvà\b|\bو\b)\s*"
)
DESK = re.compile(r"[a-zäöüåøæß]{2,4}")
"""Letters that a desk or a writer signs with, beside an agency."""
DATE = re.compile(r"\W*(?:\d[\d:.h]*\W*)+|\W*(?:\d+\W*)?[^\W\d]{3,10}\.?\W*\d[\d\W]*|\W*\d+月\s?\d+日\W*")
CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω][A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω0-9-]{2,11}")
NO_SUPPLIER = frozenset(
    "END ENDS MORE FIN STOP TBC UPDATE UPDATED LIVE VIDEO VIDEOS PHOTOS PHOTO AUDIO WATCH READ NSFW FAQ PDF USD EUR GBP CHF "
    "JPY GMT UTC EST PST CET USA UAE UK EU UN NATO WHO IMF DRC RSA UNO ONU OTAN OMS EDITED EDITORIAL OPINION ANALYSIS "
    "EXCLUSIVE CORRECTED CORRECTION REFILE SIC ENDE FINE KONIEC КОНЕЦ ВИДЕО ФОТО США ЕС ООН НАТО GALERIE KOMMENTAR VÍDEO "
    "FOTOS FOTO WM EM AUDIO QUIZ PART I II III IV VI VII VIII IX XI XII XX XXI".split()
)
MARKED = re.compile(r"^[\s©*]+|^(?:\(c\)|via|from|по|από)\s+", re.IGNORECASE)


def listed(words: str) -> tuple[str, ...]:
    """Return the agencies that a list names, when it names nothing that could not be one; else nothing.

    >>> listed("Reuters and AP"), listed("AFP, own correspondents")
    (('Reuters', 'Associated Press'), ())
    """
    bare = MARKED.sub("", words.strip()).strip(" .*")
    whole = _known(bare)
    if whole:
        return (whole,)
    names: list[str] = []
    for piece in JOINED.split(bare):
        known = _known(piece.strip())
        if known:
            names.append(known)
        elif "-" in piece and all(parts := [_known(part) for part in piece.split("-")]):  # (TT-Reuters)
            names += [part for part in parts if part]
        elif piece and not (DESK.fullmatch(piece) or DATE.fullmatch(piece) or names_nobody(piece)):
            return ()
    return tuple(dict.fromkeys(names))


def _known(words: str) -> str | None:
    """Return the agency that words name, “news agency” and the like aside."""
    known = usual_name(words)
    if known or not 1 < len(words.split()) <= 5:
        return known
    named = agency_at(words, 0)
    fillers = cues().fillers
    if named and not named.common and all(word in fillers for word in words_of(words[named.end :])):
        return named.agency
    parts = words.split()
    while len(parts) > 1 and parts[0].lower() in fillers:
        parts = parts[1:]
    return usual_name(" ".join(parts))


def mixed(words: str) -> tuple[str, ...]:
    """Return the names of a list that holds an agency of the registry and others of the shape of one; else nothing.

    >>> mixed("NORDPRESS/AFP"), mixed("NORDPRESS/SUDPRESS")
    (('NORDPRESS', 'AFP'), ())
    """
    pieces = [piece for piece in words.split("/") if piece.strip()]
    names = [_known(piece) or (piece.strip() if supplier_shaped(piece) else None) for piece in pieces]
    own = [NEWS_NOUNS.search(piece.strip()) for piece in pieces]  # (AFP/Vale Post): the paper that prints it
    complete = all(name or paper for name, paper in zip(names, own, strict=True))
    return tuple(name for name in names if name) if complete and any(map(_known, pieces)) else ()


def supplier_shaped(name: str) -> bool:
    """Say whether a name outside the registry has the shape of an agency's: capitals, or a part like “press”.

    >>> supplier_shaped("Nordinform"), supplier_shaped("NATO"), supplier_shaped("Ana Ruiz")
    (True, False, False)
    """
    bare = name.strip()
    if bare in NO_SUPPLIER or names_nobody(bare) or len(bare) > 40 or any(mark in bare for mark in ".!?:"):
        return False
    return bool(CAPITALS.fullmatch(bare)) or newsy(bare)


def newsy(name: str) -> bool:
    """Say whether a name of one to four words, none in small letters, has a part like “press” or “wire”.

    >>> newsy("Northern Wire"), newsy("press freedom")
    (True, False)
    """
    parts = name.split()
    return (
        1 <= len(parts) <= 4
        and NEWSY.search(name) is not None
        and not names_nobody(name)
        and all(not part[0].islower() for part in parts)
        and all(
            character.isalpha() or unicodedata.category(character)[0] == "M" or character in " -–.'’&"
            for character in name
        )
    )
