"""The words in a page that name a supplier → credits, and the outlet that a page's own words name.

An article's text and what was cut from its page enter; credits leave, in the order of the text. Four kinds are told
apart: text taken over (`republished`), text made with (`co-written`), a source of facts (`cited`), a source of a
quotation (`quoted-from`).

>>> find_credits("PORT VALE (Reuters) — Ferries stood still, the mayor told AFP.", ())[1].kind
'quoted-from'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from headwater.articles.agencies import outlet_key, usual_name
from headwater.articles.credit_cues import by_cue
from headwater.articles.credit_forms import by_form, of_line
from headwater.articles.credit_found import Found, Near, in_order
from headwater.articles.credit_lines import RIGHTS
from headwater.articles.credit_names import name_from
from headwater.model import Credit, Cut, Span
from headwater.text.normalise import fold

TELLING_CUTS = frozenset({"byline", "credit", "legal", "headline", "date", "other"})
"""Cuts of other roles credit pictures or other stories."""
RESERVED = re.compile(
    r"(?:reserved (?:by|to|for)|\brights\b[^.\n]{0,80}\b(?:belong to|(?:held|owned) by)|\bthe property of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
HOLDER_FIRST = re.compile(r"^\W*(?P<name>[^.©\n]{2,60}?)[.,]?\s+all rights reserved", re.IGNORECASE)
COMPANY = re.compile(
    r",?\s+(?:LLC|Inc|Ltd|Limited|GmbH|AG|plc|Corp|S\.?A|Pty|Company|Co|Basın|Yayın|Yayıncılık|San|Tic|A\.?Ş)\b\.?.*$"
)
"""Where the legal form of a company begins: what stands before is its name."""
YEAR = re.compile(r"(?:19|20)\d\d")
YEARS_AFTER = re.compile(r"[\s,]+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?$")


def find_credits(text: str, cuts: Sequence[Cut]) -> tuple[Credit, ...]:
    """Return the credits of an article: those in its text, by place, then those in the cut lines; never fails.

    Where two readings overlap the stronger stands: text taken over, then made with, then quoted from, then cited.

    >>> find_credits("Rain fell.", [Cut(role="credit", text="(With inputs from Northern Wire)")])[0].agency
    'Northern Wire'
    """
    lines = [(cut.text, of_line(cut.text)) for cut in cuts if cut.role in TELLING_CUTS]
    forms = by_form(text)
    shown = [*forms, *(one for _, found in lines for one in found)]
    inside = [
        Credit(
            agency=one.agency, kind=one.kind, span=Span(start=one.start, end=one.end), words=text[one.start : one.end]
        )
        for one in _strongest([*forms, *by_cue(text, shown)])
    ]
    outside = [
        Credit(agency=one.agency, kind=one.kind, span=None, words=line[one.start : one.end])
        for line, found in lines
        for one in _strongest([*found, *by_cue(line, shown)])
    ]
    return (*inside, *dict.fromkeys(outside))


def name_outlet(text: str, cuts: Sequence[Cut], credits: Sequence[Credit], rights: str | None) -> str | None:  # noqa: A002
    """Return the outlet that the page's own words name; None when nothing names it.

    Asked in this order: who informs via a supplier; the holder of the rights, by its usual name.

    >>> name_outlet("Vale Herald informs via Northern Wire.", (), (), None)
    'Vale Herald'
    """
    lines = [cut.text for cut in cuts if cut.role in TELLING_CUTS]
    for found in (found for part in (text, *lines) for found in (*by_cue(part), *by_form(part))):
        if found.outlet and outlet_key(found.outlet) != outlet_key(found.agency):
            return usual_name(found.outlet) or found.outlet
    notices = [rights or "", *(cut.text for cut in cuts if cut.role in ("legal", "other"))]
    holders = [name for notice in notices for name in _holders(notice)]
    signed = [credit.agency for credit in credits if credit.kind == "republished"]
    both = ((name, agency) for name in holders for agency in signed if _same(agency, name))
    return next((agency for _, agency in both), holders[0] if holders else None)


def _same(agency: str, holder: str) -> bool:
    return outlet_key(agency) == outlet_key(holder) or _abbreviates(
        fold(agency), [fold(word) for word in holder.split()]
    )


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    """Say whether a short name is made of the first letters of two or more words, in order and without a gap."""
    reached = {0}
    for number, word in enumerate(words):
        beginnings = {
            start + length
            for start in reached
            for length in range(1, min(len(word), len(short) - start, 6) + 1)
            if short.startswith(word[:length], start)
        }
        if len(short) in beginnings:
            return number > 0
        reached = beginnings
    return False


def _strongest(found: Sequence[Found]) -> list[Found]:
    order = ("republished", "co-written", "quoted-from", "cited")
    kept: list[Found] = []
    near = Near()
    for one in sorted(found, key=lambda one: (order.index(one.kind), one.start, -one.end)):
        others = near.touching(one.start, one.end)
        if not any(one.agency == other.agency or one.start != other.start for other in others):
            kept.append(one)
            near.add(one)
    return in_order(kept)


def _holders(notice: str) -> Iterator[str]:
    for match in RIGHTS.finditer(notice):
        name = name_from(notice, match.end())
        if name and match.group().strip():
            yield _company(name[0])
    for match in RESERVED.finditer(notice):
        name = name_from(notice, match.end())
        if name:
            yield _company(name[0])
    first = HOLDER_FIRST.match(notice)
    if first and not YEAR.search(first["name"]):
        yield _company(first["name"])


def _company(name: str) -> str:
    bare = YEARS_AFTER.sub("", COMPANY.sub("", name)).strip(" .,")
    return usual_name(bare) or bare
