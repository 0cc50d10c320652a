r"""What scanners, converters and typesetters do to the letters of a text, none of them to its sense.

>>> misread("“Café” – 5 €", 1, "cp1252")
'â€œCafÃ©â€\x9d â€“ 5 â‚¬'
"""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from random import Random

from evaluate.edits.parts import paragraphs

CONFUSED = {
    "rn": "m", "m": "rn", "l": "1", "1": "l", "O": "0", "o": "0", "0": "O", "e": "c", "c": "e", "h": "b", "b": "h",
    "S": "5", "s": "5", "5": "S", "i": "l", "I": "l", "a": "o", "n": "ri", "u": "ii", "cl": "d", "d": "cl", "g": "q",
    "t": "f", "f": "t", "B": "8", "vv": "w", "w": "vv", "Z": "2", "y": "v", "r": "t", ",": ".", ".": ",",
}  # fmt: skip
"""Letters that scanners take for others."""
ODD = "'`.,-~^*|"
"""Specks that scanners read as signs."""
QUOTES = (
    ("“", "”", "‘", "’"),
    ('"', '"', "'", "'"),
    ("«", "»", "‹", "›"),
    ("„", "“", "‚", "’"),
    ("``", "''", "`", "'"),
)
DASHES = ("—", "–", " - ", "--", " – ")
OPENS = re.compile(r"(?<![\w.,!?;:…”\"’'])[\"“](?=\S)|(?<=[—(])[\"“]")
LONG = re.compile(r"[^\W\d_]{8,}")


def typographic(text: str) -> str:
    """Return a text with curly quote marks and long dashes, as most pages are set."""
    opened = OPENS.sub("“", text)
    return re.sub(r"\s--\s|--", "—", re.sub(r"\"", "”", opened)).replace("'", "’")


def new_marks(text: str, chance: Random) -> str:
    """Return a text with other quote marks, apostrophes, dashes and dots."""
    curly = typographic(text)
    opening, closing, inner, apostrophe = chance.choice(QUOTES[1:])
    dash = chance.choice(DASHES[1:])
    table = {"“": opening, "”": closing, "‘": inner, "’": apostrophe, "—": dash, "…": "..."}
    return re.sub("[“”‘’—…]", lambda found: table[found[0]], curly)


def soft_hyphens(text: str, chance: Random) -> str:
    """Return a text with soft hyphens inside most of its long words."""
    return LONG.sub(lambda found: _broken(found[0], "\u00ad") if chance.random() < 0.8 else found[0], text)


def hyphenated(text: str, chance: Random) -> str:
    """Return a text in lines of newspaper columns, long words divided at some line ends."""
    width = chance.randint(38, 70)
    return "\n\n".join(
        "\n".join(textwrap.wrap(LONG.sub(lambda found: _divided(found[0], chance), paragraph), width)).replace(
            "\u00ad\n", "-\n"
        )
        for paragraph in paragraphs(text)
    ).replace("\u00ad ", "")


def capitals(text: str, _: Random) -> str:
    """Return a text in capitals."""
    return text.upper()


def plain_ascii(text: str, _: Random) -> str:
    """Return a text without diacritics and with typewriter marks."""
    table = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "…": "...", "\u00a0": " "})
    return unicodedata.normalize("NFKD", text.translate(table)).encode("ascii", "ignore").decode("ascii")


def scanned(text: str, rate: float, chance: Random) -> str:
    """Return a text as a scan reads it, a share `rate` of its letters wrong, some words run together or torn apart."""
    found: list[str] = []
    place = 0
    while place < len(text):
        pair, letter = text[place : place + 2], text[place]
        place += 1
        if letter == "\n" or chance.random() >= rate:
            found.append(letter)
        elif letter == " ":
            found.append(chance.choice(("", "", "  ", ". ")))
        elif pair in CONFUSED:
            found.append(CONFUSED[pair])
            place += 1
        else:
            found.append(_mistaken(letter, chance))
    return "".join(found)


def misread(text: str, times: int, codec: str) -> str:
    """Return a text whose UTF-8 was read in another encoding, once or more often."""
    for _ in range(times):
        text = "".join(_as(byte, codec) for byte in text.encode("utf-8"))
    return text


def misread_once(text: str, chance: Random) -> str:
    """Return a typographic text whose UTF-8 was read as cp1252 or Latin-1."""
    return misread(typographic(text), 1, chance.choice(("cp1252", "latin-1")))


def misread_twice(text: str, _: Random) -> str:
    """Return a typographic text whose UTF-8 was read as cp1252 twice over."""
    return misread(typographic(text), 2, "cp1252")


def lost(text: str, chance: Random) -> str:
    """Return a typographic text whose characters outside ASCII became “?” or U+FFFD."""
    sign = chance.choice(("?", "\ufffd", "\ufffd\ufffd\ufffd"))
    return re.sub(r"[^\x00-\x7f]", sign, typographic(text))


def entities(text: str, _: Random) -> str:
    """Return a typographic text with its marks as HTML entities that were escaped once more."""
    marks = {"“": "&amp;ldquo;", "”": "&amp;rdquo;", "’": "&amp;#8217;", "‘": "&amp;lsquo;", "—": "&amp;mdash;"}
    return re.sub("[“”‘’—]", lambda found: marks[found[0]], html.escape(typographic(text), quote=False))


def mixed_encodings(text: str, chance: Random) -> str:
    """Return a text whose paragraphs are each broken in another way."""
    ways = (misread_once, misread_twice, lost, entities)
    return "\n\n".join(chance.choice(ways)(paragraph, chance) for paragraph in paragraphs(text))


def _as(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


def _broken(word: str, sign: str) -> str:
    return sign.join(word[start : start + 4] for start in range(0, len(word), 4))


def _divided(word: str, chance: Random) -> str:
    """Return a word with a place where a line may end (a soft hyphen and a space), which is closed again elsewhere."""
    place = chance.randint(3, len(word) - 3)
    return f"{word[:place]}\u00ad {word[place:]}" if chance.random() < 0.6 else word


def _mistaken(letter: str, chance: Random) -> str:
    kind = chance.random()
    if kind < 0.55:
        return CONFUSED.get(letter, chance.choice("abcdefghijklmnoprstuvwy"))
    if kind < 0.7:
        return f"{letter} "
    if kind < 0.85:
        return f"{letter}{chance.choice(ODD)}"
    return ""
