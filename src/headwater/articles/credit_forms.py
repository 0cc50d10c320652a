r"""Forms that show a credit by where they stand → credits: datelines, sign-offs, bylines, source lines, rights lines.

>>> [(found.agency, found.kind) for found in by_form("PORT VALE (NWX) — Ferries stood still.\\n\\nIt was cold. (Reuters)")]
[('NWX', 'republished'), ('Reuters', 'republished')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from headwater.articles.agencies import agency_at, usual_name
from headwater.articles.credit_cues import Found, in_order, name_from
from headwater.model import CreditKind

Whole = tuple[str, CreditKind, str | None]
"""Agency, kind, and the outlet that the same words name."""

LONGEST_DATELINE = 90
LONGEST_LINE = 160
"""Credits that fill a line, and sign-offs at the end of one, are no longer than this."""
OPEN, CLOSE = r"[(\[（［【/]", r"[)\]）］】/]"
DATELINE = re.compile(
    rf"(?P<city>[^()\[\]/\n]{{0,70}}?){OPEN}\s*(?P<names>[^()\[\]/\n（）]{{2,50}}?(?:\s*/\s*[^()\[\]/\n]{{2,20}})?)\s*{CLOSE}(?P<dash>\s*[-–—―:]|\s*$)?"
)
SIGN_OFF = re.compile(rf"(?P<before>.?)\s*(?P<all>{OPEN}(?P<names>[^()\[\]（）\n]{{2,60}}?){CLOSE})\s*\.?\s*$")
SIGN_DASH = re.compile(r"(?<=[.!?”\"’])\s*(?P<all>[-–—]{1,2}\s?(?P<names>[^-–—\n.]{2,40}))$")
ACRONYM = re.compile(r"\s*\([A-Z][A-Z.&]{1,9}\)?\s*$")
"""“Northern Wire Bureau (NWB)”: the letters stand for the name."""
SOURCE = re.compile(
    r"^[(\[]?\s*(?:via|sources?|quellen?|fuentes?|fontes?|fonti|источники?|джерел[оа]|крыніца|źródł[oa]|zdroje?|izvori?|извори?|източници?|"
    r"surs[ae]|forrás|bron(?:nen)?|källor|källa|kilder?|lähde|allikas|avots|šaltinis|kaynak|mənbə|manba|πηγή|المصدر|مصدر|منبع|מקור|"
    r"स्रोत|出典|来源|來源|출처|nguồn|sumber|ที่มา)\s*[:：]\s*(?P<names>[^\n]{2,80}?)\s*[)\]]?\s*\.?$",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|przez|автор|от|oleh)\b[:\s]+(?P<rest>[^\n]{2,100})$", re.IGNORECASE
)
STAFF = re.compile(
    r"^(?P<by>by\s+)?(?P<name>[^,]{2,60}?)\s+(?:staff|newsroom|news desk)(?:,?\s+for\s+(?P<outlet>.{2,60}?))?\.?$",
    re.IGNORECASE,
)
PARTED = re.compile(r"^[^\n|]{3,60}\s[|/–—]\s(?P<name>[^\n|/]{2,40})$")
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:copyright)?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\s*,?\s*(?:by\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
GRANTED = re.compile(r"(?:re)?(?:published|printed|used|distributed) (?:with|by) permission", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:/|,|;|\||·|•|&|＝|=|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b)\s*")
LEADS = re.compile(r"^(?:with|avec|mit|con|com|med|met|via|from|source|so|red)\b[:\s/]*", re.IGNORECASE)
NO_SUPPLIER = frozenset(
    "END ENDS MORE FIN STOP TBC UPDATE UPDATED LIVE VIDEO PHOTOS WATCH READ NSFW FAQ PDF USD EUR GMT UTC EST".split()
)
PICTURE = re.compile(r"\b(?:photo|image|picture|file|getty|shutterstock|graphic|foto|фото|bild)\b", re.IGNORECASE)
CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ][A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ0-9-]{2,9}")
DATED = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d", re.IGNORECASE)


def by_form(text: str) -> list[Found]:
    """Return the credits of a text that their place shows: line starts, line ends, whole lines; in order."""
    found: list[Found] = []
    lines = [line for line in re.finditer(r"[^\n]+", text) if line.group().strip()]
    for number, line in enumerate(lines):
        inside = _of_line(line.group(), first=number < 2, last=number == len(lines) - 1)
        found += [replace(one, start=line.start() + one.start, end=line.start() + one.end) for one in inside]
    return in_order(found)


def of_line(line: str) -> list[Found]:
    """Return the credits of a line that stands by itself, like a byline or a notice outside the text."""
    return in_order(_of_line(line, first=False, last=True))


def _of_line(line: str, *, first: bool, last: bool) -> Iterator[Found]:
    yield from _dateline(line, first=first)
    if len(line) > LONGEST_LINE:
        offset = len(line) - LONGEST_LINE
        for one in _sign_off(line[offset:], last=last):
            yield Found(start=offset + one.start, end=offset + one.end, agency=one.agency, kind=one.kind)
        return
    yield from _sign_off(line, last=last)
    yield from _whole(line, edge=first or last)


def _dateline(line: str, *, first: bool) -> Iterator[Found]:
    head = line[:LONGEST_DATELINE]
    match = DATELINE.match(head)
    if match and _place_like(match["city"]):
        names = _registry_names(match["names"])
        if names and (match["dash"] or (first and _runs_on(line, match))):
            for name in names:
                yield Found(start=match.start(), end=match.end(), agency=name, kind="republished")
        elif first and match["dash"] and match["dash"].strip() and _unknown_dateline(match["city"], match["names"]):
            yield Found(start=match.start(), end=match.end(), agency=match["names"].strip(), kind="republished")
    yield from _east_asian(head)


def _runs_on(line: str, match: re.Match[str]) -> bool:
    """Say whether a dateline without a dash is one: “Port Vale (Agency) The ferries …”, not “The Agency (Agency) is …”."""
    named = agency_at(match["names"].strip(), 0)
    goes_on = line[match.end() :].lstrip()[:1]
    return bool(named and not named.common and goes_on and not goes_on.islower()) and not match["city"].startswith(
        "The "
    )


def _place_like(city: str) -> bool:
    words = re.findall(r"[^\W\d_]+", city)
    capital = [word for word in words if not word[0].islower()]
    return len(words) <= 8 and len(words) - len(capital) <= 2


def _unknown_dateline(city: str, name: str) -> bool:
    letters = [character for character in city if character.isalpha()]
    shouted = bool(letters) and not any(character.islower() for character in letters)
    named = all(not word[0].islower() for word in name.split())
    return (
        named
        and len(name.split()) <= 4
        and (shouted or bool(DATED.search(city)))
        and not any(c.isdigit() for c in name)
    )


def _east_asian(head: str) -> Iterator[Found]:
    """“[City 3 日 Agency]”, “(City=Agency)”, “【Agency】”, “Agency + City + date + 电”."""
    bracketed = re.match(r"\s*[\[［(（【〔]([^\])）】〕\]］\n]{2,40})[\])）】〕\]］]", head)
    if bracketed:
        inner = bracketed.group(1)
        for cut in {0, *(m.end() for m in re.finditer(r"[\s=＝・/]", inner))}:
            known = agency_at(inner, cut)
            if known and known.end >= len(inner.rstrip(" 通信")) and not inner.isascii():
                yield Found(start=bracketed.start(), end=bracketed.end(), agency=known.agency, kind="republished")
    wired = re.match(r"\s*([^\s\d，。]{2,8}?)([^\s，。\d]{0,6}\d{1,2}\s?月\s?\d{1,2}\s?日(?:电|電|讯|訊))", head)
    if wired:
        known = agency_at(head, wired.start(1))
        if known:
            yield Found(start=wired.start(1), end=wired.end(), agency=known.agency, kind="republished")


def _sign_off(line: str, *, last: bool) -> Iterator[Found]:
    match = SIGN_OFF.search(line)
    if match and (not match["before"] or match["before"] in '.!?…”"’»。！？؟۔।)–—-'):
        names = _registry_names(LEADS.sub("", match["names"].strip()))
        kind: CreditKind = "co-written" if LEADS.match(match["names"].strip()) else "republished"
        bare = match["names"].strip()
        if not names and last and CAPITALS.fullmatch(bare) and bare not in NO_SUPPLIER:
            names = (bare,)
        for name in names:
            yield Found(start=match.start("all"), end=match.end("all"), agency=name, kind=kind)
    dashed = SIGN_DASH.search(line)
    if dashed:
        for name in _registry_names(dashed["names"].strip()):
            yield Found(start=dashed.start("all"), end=dashed.end("all"), agency=name, kind="republished")


def _registry_names(words: str) -> tuple[str, ...]:
    """Return the agencies that a list names, when it names nothing that could not be one; else nothing."""
    names: list[str] = []
    whole = usual_name(words)
    if whole:
        return (whole,)
    pieces = [piece for piece in JOINED.split(words.strip()) if piece]
    for place, piece in enumerate(pieces):
        known = usual_name(piece)
        if known:
            names.append(known)
        elif not (place and re.fullmatch(r"[a-z]{2,4}", piece)):  # (dpa/abc): a desk's initials
            return ()
    return tuple(names)


def _whole(line: str, *, edge: bool) -> Iterator[Found]:
    """Lines that are nothing but a credit; a source named between paragraphs is that of a table or a picture."""
    bare = line.strip()
    offset = line.index(bare)
    if PICTURE.search(bare):
        return
    for name, kind, outlet in (*(_source(bare) if edge else ()), *_byline(bare), *_rights(bare)):
        yield Found(start=offset, end=offset + len(bare), agency=name, kind=kind, outlet=outlet)


def _source(bare: str) -> Iterator[Whole]:
    match = SOURCE.match(bare)
    if not match:
        return
    written = ACRONYM.sub("", match["names"])
    names = _registry_names(written)
    if not names and len(written.split()) <= 6:
        first = name_from(written, 0)
        if first and first[1] >= len(written.rstrip(" .")):
            names = (first[0],)
        elif _title_like(written):
            names = (usual_name(written) or written,)
    for name in names:
        yield name, "republished", None


def _title_like(words: str) -> bool:
    return words[0].isupper() and len(words) <= 40 and not re.search(r"[.!?,]", words)


def _byline(bare: str) -> Iterator[Whole]:
    staff = STAFF.match(bare)
    if staff and len(bare) <= 100 and (staff["by"] or staff["outlet"] or usual_name(staff["name"])):
        yield usual_name(staff["name"]) or staff["name"], "republished", staff["outlet"]
        return
    match = BYLINE.match(bare)
    rest = match["rest"] if match else bare
    names = _registry_names(rest) if match else _alone(bare)
    if names:
        for name in names:
            yield name, "republished", None
        return
    pieces = re.split(r"\s[|/–—-]\s|,\s+|\s+for\s+(?:the\s+)?", rest) if match else []
    parted = PARTED.match(bare)
    tail = pieces[-1] if len(pieces) > 1 else parted["name"] if parted else ""
    if tail and len(bare.split()) <= 12:
        for name in _registry_names(tail.strip()):
            yield name, "republished", None


def _alone(bare: str) -> tuple[str, ...]:
    """Return the agency whose name is the whole line, unless it may be any word."""
    named = agency_at(bare, 0)
    return (named.agency,) if named and named.end == len(bare) and not named.common else ()


def _rights(bare: str) -> Iterator[Whole]:
    match = RIGHTS.search(bare)
    if not match or not match.group().strip():
        return
    name = name_from(bare, match.end())
    if name and (usual_name(name[0]) or GRANTED.search(bare)):
        yield usual_name(name[0]) or name[0], "republished", None
