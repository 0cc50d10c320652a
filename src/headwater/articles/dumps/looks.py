"""One line of a page → numbers that say what it looks like, whatever stands around it.

>>> dict(zip(NAMES, looks_of(line_of("The bridge is open.")), strict=True))["words"]
4.0
"""

from __future__ import annotations

import re
from math import log1p

from headwater.articles.dumps.lexicon import KINDS, shares
from headwater.articles.dumps.lines import Line
from headwater.model import Span

READ = 3_000
"""Characters of a line that are looked at; its length is always the true one."""
WORD = re.compile(r"\w+")
ENDS = re.compile(r"[.!?…。！？؟][\"'”’»“)\]]*$")
COLON_END = re.compile(r"[::]$")
CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\])$")
INNER_END = re.compile(r"[.!?…。！？][\"'”’»)]*\s+[\"'“‘«(]*(?=[^\W\d_a-z])")
SIGN_OFF = re.compile(r"[(\[][\w .&/-]{2,25}[)\]]\.?$")
DATELINE = re.compile(r"^[^\W\d_][\w .,/'’-]{1,60}?(?:\([^)]{2,40}\)\s*)?\s[—–-]{1,2}\s")
BY = re.compile(r"^(?i:by|von|par|por|di|da|door|от|автор)[: ]\s*[^\W\d_a-zа-я]")
ADDRESS = re.compile(r"https?://|www\.|\w@\w|\w\.(?:com|org|net|co)\b")
HANDLE = re.compile(r"(?:^|\s)[@#]\w")
DIVIDER = re.compile(r" [|›»·•/>] |›|»$")
CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
DATE = re.compile(
    r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d_]{3,10}\.?,? (?:19|20)\d{2}|[^\W\d_]{3,10}\.? \d{1,2},? (?:19|20)\d{2}"
)
NUMBERED = re.compile(r"^\d{1,3}[.):]?\s")
PICTURE_BY = re.compile(
    r"(?:\([^()]{2,60}(?:/[^()]{2,40}| photo| via [^()]+)\)|photo(?:graph)?s? by|\b(?:getty|shutterstock|afp|epa|reuters)\b[^.]{0,30})$",
    re.IGNORECASE,
)
PICTURE_CREDIT = re.compile(
    r"\b(?:(?:photo(?:graph)?s?|photography|images?|pictures?|illustrations?) by|credits?:|courtesy(?: of)?) ?[^.!?]{2,60}\.?$",
    re.IGNORECASE,
)
"""No feature of the classifier, unlike the other: only `choosing` asks for it."""
WORKED_ON_IT = re.compile(
    r"^\W{0,2}(?:additional |with )?(?:reporting|writing|editing|rédigé|édité|reportage|reporte|editado|bearbeitet) (?:by|par|de|por|von)\b"
    r"|\bcontributed (?:to|reporting)\b|\bcan be reached (?:at|on|by)\b",
    re.IGNORECASE,
)
YOU = re.compile(r"\b(?:you|your|you'll|we|our|us|vous|votre|sie|ihr|usted|su|вы|ваш\w*)\b", re.IGNORECASE)
SAID = re.compile(
    r"\b(?:said|says|told|added|according|a dit|selon|sagte|laut|dijo|según|ha detto|disse|zei|сказал\w*|заявил\w*|сообщ\w*|dedi)\b",
    re.IGNORECASE,
)

NAMES = (
    "length", "words", "word length", "capitals", "shouting", "small", "short words", "digits", "marks",
    "ends", "colon", "cut off", "sentences", "commas", "quotes", "question", "sign-off", "dateline", "by", "address",
    "handle", "divider", "clock", "year", "date", "numbered", "picture by", "you", "said", "starts small", "starts quote",
    "brackets", "indent", "gap", "bullet", "heading", "links", "image", "many words",
    *(f"says {kind}" for kind in KINDS),
)  # fmt: skip


def line_of(text: str) -> Line:
    """Return a line of its own, for trying things out."""
    span = Span(start=0, end=len(text))
    return Line(text=text, span=span, indent=0, gap=0, bullet=False, heading=0, links=-1.0, image=False)


def looks_of(line: Line) -> list[float]:
    """Return the numbers of `NAMES` for one line; counts are of its first `READ` characters."""
    text = line.text[:READ]
    return [*_letters(line.text, text), *_signs(text), *_layout(line, text), *shares(text)]


def _letters(whole: str, text: str) -> list[float]:
    words = WORD.findall(text)
    count = max(1, len(words))
    letters = sum(map(len, words))
    first = [word[0] for word in words]
    return [
        log1p(len(whole)),
        float(len(words)) if len(whole) <= READ else len(whole) * count / len(text),
        letters / count,
        sum(map(str.isupper, first)) / count,
        sum([word.isupper() for word in words if len(word) > 1]) / count,
        sum(map(str.islower, first)) / count,
        sum([len(word) <= 3 for word in words]) / count,
        sum(map(str.isdigit, text)) / max(1, len(text)),
        (len(text) - letters - text.count(" ")) / max(1, len(text)),
    ]


def _signs(text: str) -> list[float]:
    tail = text[-120:]
    words = max(1, text.count(" ") + 1)
    found = [
        ENDS.search(tail),
        COLON_END.search(tail),
        CUT_OFF.search(tail),
    ]
    patterns = (SIGN_OFF, DATELINE, BY, ADDRESS, HANDLE, DIVIDER, CLOCK, YEAR, DATE, NUMBERED)
    return [
        *(float(match is not None) for match in found),
        float(len(INNER_END.findall(text))),
        text.count(",") / words,
        float(sum(text.count(mark) for mark in '"“”«»„')),
        float("?" in text),
        float(SIGN_OFF.search(tail) is not None),
        *(float(pattern.search(text[:300]) is not None) for pattern in patterns[1:]),
        float(PICTURE_BY.search(tail) is not None),
        len(YOU.findall(text)) / words,
        float(SAID.search(text) is not None),
        float(text[:1].islower()),
        float(text[:1] in "\"“«„‘'"),
        float(text[:1] in "([" and text[-1:] in ")]"),
    ]


def _layout(line: Line, text: str) -> list[float]:
    return [
        float(min(line.indent, 40)),
        float(min(line.gap, 4)),
        float(line.bullet),
        float(line.heading),
        line.links,
        float(line.image),
        float(text.count(" ") >= 9),
    ]
