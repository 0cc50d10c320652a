"""The end of a line → the agencies that it is signed with: “(AFP)”, “/ТАСС/”, “(dpa/abc)”, “— Bernama”, “AFP/Reuters”.

>>> [found.agency for found in sign_offs("It was cold. (dpa/abc)", last=False)]
['dpa']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.articles.agencies import UNSPACED, agency_at
from headwater.articles.credit_found import Found
from headwater.articles.credit_lists import CAPITALS, NO_SUPPLIER, listed, mixed, newsy
from headwater.articles.credit_names import GENERIC_EAST, names_nobody
from headwater.model import CreditKind

OPEN, CLOSE = r"[(\[（［【/]", r"[)\]）］】/]"
CLOSING = frozenset(")]）］】/")
BRACKET = re.compile(rf"(?P<before>.?)\s*(?P<all>{OPEN}(?P<names>[^()\[\]（）\n]{{2,60}}?){CLOSE})\s*[.*]?\s*$")
DASHED = re.compile(r"(?:(?<=[.!?”\"’»।。])|^)\s*(?P<all>[-–—]{1,2}\s?(?P<names>[^-–—\n.]{2,40}))$")
BARE = re.compile(r"(?<=[.!?”\"»।])\s+(?P<all>[^\s.()]{2,16}(?:/[^\s/.()]{2,15}){0,3})$")
INITIALS = re.compile(r"(?<=[.!?”\"])\s+(?P<all>(?P<names>[A-Z]{2,5})(?: [A-Z]{2,4}){1,6})$")
"""“… on Friday. PTI AB CD”: an agency, then its editors."""
ENDED = '.!?…”"’»„“。！？؟۔।)–—-*'
LEADS = re.compile(
    r"^(?:with|avec|mit|con|com|med|met|με|с|з|z|cu|dengan|ile|inputs?|इनपुट|इनपुट्स)\b[:\s-]*(?:(?:the\s+)?(?:agency\s+|wire\s+)?"
    r"(?:inputs?|information|informationen|material|reports|files|agencies|agences|agenturen|agencias|agenzie)\b[:\s]*(?:from|by|von|de)?\b)?[:\s(-]*",
    re.IGNORECASE,
)
DAY = re.compile(r"\d{1,4}[/.]\d{1,2}|, .*\d")
"""“[Vale Herald, 8/5/31]” says when somebody reported what stands before it."""
SOURCED = re.compile(r"^(?:via|from|sources?|quelle|fuente|fonte|bron|källa|nguồn|theo|so|red)\b[:\s/]*", re.IGNORECASE)
PICTURE = re.compile(
    r"\b(?:photo|image|picture|pic|file|getty|shutterstock|graphic|illustration|foto|fotos|fot|bild|фото|снимка|صورة|عکس|gambar|ảnh)\b|"
    r"写真|사진|자료|图片|圖片|图源|資料|供图|제공",
    re.IGNORECASE,
)
AGENCIES = re.compile(
    r"(?:^|[.!?(]\s*)(?:[^\W\d_]+ ){0,5}(?:agenc(?:y|ies|ias)|agences?|agenturen|agenzie|agências|agencji|agentur|агентств|wires?|newswires)"
    r"(?: [^\W\d_]+){0,2}\s*$",
    re.IGNORECASE,
)
"""“Compiled from agency reports (AFP, Reuters)”."""
EAST = re.compile(r"[一-鿿ァ-ヶー가-힣]{1,8}(?:社|通信|通讯社|통신|뉴스)")


def sign_offs(line: str, *, last: bool) -> Iterator[Found]:
    """Yield the credits at a line's end; names outside the registry only where the line is the last of its text.

    >>> [found.agency for found in sign_offs("It was cold. (NORWIRE)", last=True)]
    ['NORWIRE']
    """
    ending = line.rstrip(" \t\r.*")[-1:]
    match = BRACKET.search(line) if ending in CLOSING else None
    if match and (not match["before"] or match["before"] in ENDED):
        yield from _bracketed(match, last=last)
    elif match and AGENCIES.search(line, 0, match.start("all")):
        for name in listed(match["names"]):
            yield Found(start=match.start("all"), end=match.end("all"), agency=name, kind="co-written")
    tail = line[-42:]
    signed = INITIALS.search(tail) if last else None
    if signed:
        offset = len(line) - len(tail)
        for name in listed(signed["names"]):
            start, end = offset + signed.start("all"), offset + signed.end("all")
            yield Found(start=start, end=end, agency=name, kind="republished")
    for pattern in (DASHED, BARE):
        likely = ending.isalnum() and (last or "/" in tail or "-" in tail or "–" in tail or "—" in tail)
        match = pattern.search(line) if likely else None
        if match:
            yield from _bare(match, last=last)


def _bracketed(match: re.Match[str], *, last: bool) -> Iterator[Found]:
    written = match["names"].strip()
    if PICTURE.search(written):
        return
    lead = LEADS.match(written)
    names = listed(SOURCED.sub("", LEADS.sub("", written)))
    kind: CreditKind = "co-written" if lead else "cited" if DAY.search(written) else "republished"
    if not names and last and not lead:
        names = mixed(written)
    if not names and last and not lead and _unknown(written):
        names = (written,)
    for name in names:
        yield Found(start=match.start("all"), end=match.end("all"), agency=name, kind=kind)


def _unknown(written: str) -> bool:
    if written in NO_SUPPLIER or names_nobody(written):
        return False
    east = EAST.fullmatch(written)
    if east:
        return not GENERIC_EAST.match(re.sub("(?:社|通信|通讯社|통신|뉴스)$", "", written))
    return CAPITALS.fullmatch(written) is not None or newsy(written)


def _bare(match: re.Match[str], *, last: bool) -> Iterator[Found]:
    written = match["names"].strip() if match.re is DASHED else match["all"]
    names = listed(written) or (listed(written.split("/")[0]) if match.re is DASHED and "/" in written else ())
    if match.re is BARE and "/" not in written:
        known = agency_at(written, 0)
        names = names if last and known and not known.common else ()
    if PICTURE.search(match.string, max(0, match.start("all") - 20), match.start("all")):
        return
    alone = not match.string[: match.start("all")].strip()
    if not names and match.re is DASHED and alone and last and newsy(written) and not UNSPACED.search(written):
        names = (written,)
    for name in names:
        yield Found(start=match.start("all"), end=match.end("all"), agency=name, kind="republished")
