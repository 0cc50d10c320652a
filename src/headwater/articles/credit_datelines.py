"""The beginning of a line → the agencies of its dateline: “CITY (AGENCY) —”, “CITY, date. /AGENCY/.”, “AGENCY — CITY —”.

>>> [found.agency for found in datelines("KOLM, May 3 (NWX) — Ferries stood still.", first=True)]
['NWX']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from headwater.articles.agencies import UNSPACED, agencies_in, agency_at, usual_name
from headwater.articles.credit_found import Found
from headwater.articles.credit_lists import CAPITALS, NO_SUPPLIER, listed, mixed, newsy, supplier_shaped
from headwater.articles.credit_names import GENERIC_EAST, names_nobody

LONGEST = 120
OPENING = frozenset("([/（［【")
DASH = r"(?P<dash>\s*\.?\s*[-–—―−:|]+|\s*[.।](?=\s|$)|\s*$)?"
BRACKETED = re.compile(rf"[(\[（［【]\s*(?P<names>[^()\[\]\n（）]{{2,60}}?)\s*[)\]）］】]{DASH}")
SLASHED = re.compile(rf"(?<!\w)/\s*(?P<names>[^/\n()]{{2,40}}?(?:/[^/\n ()]{{2,20}})?)\s*/(?!\w){DASH}")
BRACKETS = 3
"""How many brackets a dateline may have: “Kolm [Orsia], May 3 (AFP): …”."""
PASSED = re.compile(r"\s*(?:[-–—―|:]+\s|\.\s*[-–—]+|\.(?=\s))")
NEXT_PLACE = re.compile(
    r"\s*[-–—]\s*(?P<city>[^-–—.\n]{2,40}?)\s*[-–—:]\s+\S|\s*,\s*(?P<dated>[^-–—.:\d\n]{2,40}\d[^-–—:\n]{0,20}?)\s*[-–—:]\s+\S"
)
BARE_UNKNOWN = re.compile(
    r"(?P<city>[^()\[\]/\n]{3,50}?)[,.]?\s*[,—–-]\s*(?P<name>[^\W\d_]{3,12})\s*[-–—.]\s+[«“„\"]?(?P<next>\S)"
)
MONTHS = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sept? oct nov dec "
        "januar februar märz mai juni juli oktober dezember okt dez janvier février mars avril juin juillet août septembre octobre novembre "
        "décembre janv févr? avr juil déc enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre diciembre ene abr "
        "ago dic janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev set out gennaio febbraio aprile maggio giugno "
        "luglio settembre ottobre dicembre gen mag giu lug ott stycznia lutego marca kwietnia maja czerwca lipca sierpnia września "
        "października listopada grudnia ledna února března dubna května června července srpna září října listopadu prosince siječnja veljače "
        "ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga? prosinca januara februara marta aprila juna jula avgusta septembra "
        "oktobra novembra decembra január február március április május június július augusztus szeptember október december ianuarie februarie "
        "martie aprilie iunie iulie septembrie octombrie noiembrie decembrie januari februari maart april maret mei agustus augustus augusti "
        "desember ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık yanvar fevral iyun iyul avqust sentyabr oktyabr "
        "noyabr dekabr января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев мар апр май июн июл авг "
        "сен сент окт ноя дек січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня ιανουαρίου φεβρουαρίου "
        "μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου يناير فبراير مارس أبريل مايو يونيو "
        "يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर नवंबर दिसंबर".split()
    )
    + r")(?![^\W_])\.?",
    re.IGNORECASE,
)
SPELT_DATE = 5
"""A month of so many letters dates a place even without a figure: “नौ सितंबर”."""
PICTURED = re.compile(r"사진|写真|图|圖|자료|제공|動画|영상|photo|file", re.IGNORECASE)
EAST_BRACKET = re.compile(r"\s*[\[［(（【〔](?P<inner>[^\])）】〕\]］\n]{2,40})[\])）】〕\]］]")
EAST_PARTS = " =＝・/／　"
WIRED_END = re.compile(r"(?:电|電|讯|訊|报道|報道|報導|报导)$")
WIRED = re.compile(
    r"\s*(?P<name>[^\s\d，。（）()]{2,9}?)(?P<rest>[^\s，。\d（）()]{0,8}\d{1,2}\s?月\s?\d{1,2}\s?日(?:专|專)?(?:电|電|讯|訊))"
)
EAST_AGENCY = re.compile(r"[一-鿿]{1,6}(?:社|网|網|通讯社|通訊社)")
EQUALS = re.compile(r"[^=＝]{1,20}[=＝](?P<name>[^\s=＝\d]{2,10})")


def datelines(line: str, *, first: bool) -> Iterator[Found]:
    """Yield the credits of a line's beginning; names outside the registry only in one of the first lines of a text.

    >>> [found.agency for found in datelines("Ben Oak (Labour) – 4,512 votes", first=True)]
    []
    """
    head = line[:LONGEST]
    found: list[Found] = []
    for pattern in () if OPENING.isdisjoint(head) else (BRACKETED, SLASHED):
        for match in islice(pattern.finditer(head), BRACKETS):
            if not found:
                found = [*_enclosed(line, match, first=first)]
    if not found and first:
        found = [*_open(line, head)]
    yield from found
    if not head.isascii() and UNSPACED.search(head):
        yield from _east_asian(head, first=first)


def _enclosed(line: str, match: re.Match[str], *, first: bool) -> Iterator[Found]:
    city = line[: match.start()]
    if not _place_like(city) or usual_name(city.strip(" ,")):
        return
    dash = match["dash"]
    written = match["names"].strip()
    names = listed(written) or mixed(written)
    stopped = dash is not None and not dash.strip(" .।") and dash.strip() != ""  # a full stop only
    if names:
        dated = _dated(city) or shouted(city)
        ends = dash is not None and not dash.strip()
        whole = not city.strip() or dated or (len(city.split()) <= 3 and not _common(written))
        if (dash is not None and (not stopped or dated) and (not ends or whole)) or (first and _runs_on(line, match)):
            for name in names:
                yield Found(start=0, end=match.end(), agency=name, kind="republished")
        return
    slashed = match.re is SLASHED
    if first and dash and dash.strip(" :") and (slashed or not stopped) and _unknown(match, line):
        yield Found(start=0, end=match.end(), agency=written, kind="republished")


def _common(written: str) -> bool:
    named = agency_at(written, 0)
    return named is not None and named.common


def _dated(words: str) -> bool:
    month = MONTHS.search(words)
    return any(character.isdigit() for character in words) or (month is not None and len(month.group()) >= SPELT_DATE)


def _runs_on(line: str, match: re.Match[str]) -> bool:
    """Say whether a dateline without a dash is one: “Port Vale (Agency) The ferries …”, not “The Agency (Agency) is …”."""
    city = line[: match.start()]
    named = agency_at(match["names"].strip(), 0)
    goes_on = line[match.end() :].lstrip()[:1]
    if not named or not goes_on or goes_on.islower() or city.startswith("The "):
        return False
    if _dated(city):
        return True
    return not named.common and (goes_on.isupper() or len(city.split()) <= 2)


def _place_like(city: str) -> bool:
    words = re.findall(r"[^\W\d_]+", MONTHS.sub("", city))
    capital = [word for word in words if not word[0].islower()]
    return len(words) <= 9 and len(words) - len(capital) <= 2


def shouted(city: str) -> bool:
    """Say whether words are written in capitals, dates aside.

    >>> shouted("KOLM, Orsia, May 3"), shouted("Kolm"), shouted("МОСКВА, 3 мая")
    (True, False, True)
    """
    place = MONTHS.sub("", city).split(",")[0]
    letters = [character for character in place if character.isalpha()]
    return bool(letters) and all(character.isupper() for character in letters)


def _unknown(match: re.Match[str], line: str) -> bool:
    """Say whether the form shows that a name outside the registry is an agency's."""
    city, name = line[: match.start()].strip(), match["names"].strip()
    place = re.findall(r"[^\W\d_]+", MONTHS.sub("", city))
    words = name.split()
    if len(words) > 4 or any(character.isdigit() for character in name) or names_nobody(name) or name in NO_SUPPLIER:
        return False
    if not place:  # “May 3, 2024 (KOLM) –”: a place in brackets
        return newsy(name)
    if _initials(city) == name or (words[0][0].islower() and not _small(name)):
        return False
    cased = name.lower() != name.upper()
    follows = line[match.end() :].lstrip(' «“„"')
    if _dated(city):
        return True
    if not cased:
        return newsy(name) and len(place) <= 3
    if shouted(city):
        return supplier_shaped(name) or _small(name)
    begins = follows[:1].isupper() and len(follows) >= 30
    return len(place) <= 2 and begins and (newsy(name) or (len(place) == 1 and (_small(name) or _short(name))))


def _small(name: str) -> bool:
    return re.fullmatch(r"[a-z]{3,5}(?:/[a-z]{2,4})?", name) is not None


def _short(name: str) -> bool:
    return CAPITALS.fullmatch(name) is not None and len(name) <= 6 and name not in NO_SUPPLIER


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", words) if word[0].isupper())


def _open(line: str, head: str) -> Iterator[Found]:
    """Read datelines without brackets: “KOLM dpa | …”, “КОЛЬМ, 3 мая — РИА Новости. …”, “AFP — KOLM — …”."""
    for named in agencies_in(head[:80])[:2]:
        before, after = head[: named.start], line[named.end :]
        if not before.strip():
            place = NEXT_PLACE.match(after)
            city = (place["city"] or place["dated"]).strip() if place else ""
            if city and _place_like(city) and not city.islower():
                yield Found(start=named.start, end=named.end, agency=named.agency, kind="republished")
            return
        if _place_like(before) and _passes(before, after, common=named.common):
            yield Found(start=0, end=named.end, agency=named.agency, kind="republished")
            return
    bare = BARE_UNKNOWN.match(head)
    if bare and _dated(bare["city"]) and _place_like(bare["city"]) and _shouts(bare["name"]) and bare["next"].isupper():
        yield Found(start=0, end=bare.end("name"), agency=bare["name"], kind="republished")


def _passes(before: str, after: str, *, common: bool) -> bool:
    """Say whether the words before and after a name make it part of a dateline."""
    passed, ends = PASSED.match(after), not after.strip()
    dated, parted = _dated(before), before.rstrip()[-1:] in ",.:—–-|/"
    if (not passed and not ends) or (common and not dated):
        return False
    if parted:
        return dated or (shouted(before) and not ends)
    return passed is not None and "|" in passed.group() and shouted(before)


def _shouts(name: str) -> bool:
    return CAPITALS.fullmatch(name) is not None and name not in NO_SUPPLIER and not MONTHS.fullmatch(name)


def _east_asian(head: str, *, first: bool) -> Iterator[Found]:
    """Read “[City 3 日 Agency]”, “(City=Agency)”, “【City Agency】”, “Agency + City + date + 电”."""
    bracketed = EAST_BRACKET.match(head)
    if bracketed and not bracketed["inner"].isascii() and not PICTURED.search(bracketed["inner"]):
        names = _east_names(bracketed["inner"])
        equals = EQUALS.fullmatch(bracketed["inner"])
        if not names and first and equals:
            names = [equals["name"]]
        for name in names:
            yield Found(start=bracketed.start(), end=bracketed.end(), agency=name, kind="republished")
    wired = WIRED.match(head)
    if wired:
        known = agency_at(head, wired.start("name"))
        agency = known.agency if known else _wire_name(wired["name"] + wired["rest"])
        if agency:
            yield Found(start=wired.start("name"), end=wired.end(), agency=agency, kind="republished")


def _east_names(inner: str) -> list[str]:
    """Return the agencies that stand at the end of a bracket, between its signs, or before “…電”."""
    names = []
    for named in agencies_in(inner):
        begins = named.start == 0 or inner[named.start - 1] in EAST_PARTS
        rest = inner[named.end :].removeprefix("通信").removeprefix("社")
        ends = not rest or rest[0] in EAST_PARTS
        if (ends and (begins or not rest)) or (named.start == 0 and WIRED_END.search(inner)):
            names.append(named.agency)
    return names


def _wire_name(words: str) -> str | None:
    match = EAST_AGENCY.match(words)
    if not match or GENERIC_EAST.match(re.sub("(?:通讯社|通訊社|社|网|網)$", "", match.group())):
        return None
    shortest = re.match(r"[一-鿿]{1,6}?(?:通讯社|通訊社|社|网|網)", words)
    return shortest.group() if shortest else None
