"""Cues around a supplier's name → credits: “informs via …”, “with inputs from …”, “according to …”, “told …”.

>>> [(found.agency, found.kind) for found in by_cue("Vale Herald informs via Northern Wire.")]
[('Northern Wire', 'republished')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from headwater.articles.agencies import Named, agencies_in, same_publisher, usual_name, words_in
from headwater.articles.credit_context import credit_of
from headwater.articles.credit_described import described
from headwater.articles.credit_found import Found, Near, in_order
from headwater.articles.credit_lists import supplier_shaped
from headwater.articles.credit_telling import AND, by_telling_cue

TAKEN = frozenset({"republished", "co-written"})
LETTERS = re.compile(r"\s\(([A-Z][A-Z.]{1,8})\)")


def by_cue(text: str, shown: Sequence[Found] = ()) -> list[Found]:
    """Return the credits that a cue shows, in order; names outside the registry only beside what shows a supplier.

    `shown` are credits that the forms of the article show: a supplier outside the registry that they name is known in
    its text, too.

    >>> [found.agency for found in by_cue("AFP and Reuters reported that the Northdale news agency had closed.")]
    ['AFP', 'Reuters']
    """
    written = words_in(text)
    present = frozenset(" ".join(written).lower().split())
    told = [*by_telling_cue(text, present)]
    near = Near(told)
    own = frozenset(one.agency for one in (*shown, *told) if one.kind in TAKEN and _known_here(one.agency))
    return in_order(
        [
            *told,
            *(
                one
                for one in _beside_names(text, _names(text, written, present, own))
                if not any(_covers(other, one) for other in near.touching(one.start, one.end))
            ),
        ]
    )


def _known_here(name: str) -> bool:
    """Say whether a supplier that a form names is to be known by its name alone, as one of the registry is."""
    return usual_name(name) is None and (supplier_shaped(name) or " " in name)


def _names(text: str, written: frozenset[str], present: frozenset[str], own: frozenset[str]) -> list[Named]:
    """Return the agencies that a text names, and what it describes as one, in order and without overlaps."""
    kept = agencies_in(text, written)
    near = Near(map(_placed, kept))
    more = [*described(text, present)]
    short = dict(letters for one in more if (letters := _abbreviated(text, one)))
    for one in (*more, *_called(text, {**{name: name for name in sorted(own)}, **short})):
        if not near.touching(one.start, one.end):
            kept.append(one)
            near.add(_placed(one))
    return sorted(kept)


def _placed(one: Named) -> Found:
    return Found(start=one.start, end=one.end, agency=one.agency, kind="cited")


def _abbreviated(text: str, one: Named) -> tuple[str, str] | None:
    """Return the letters that a text gives an agency beside its name, and the name: “Orvian Press Agency (OPA)”."""
    letters = LETTERS.match(text, one.end)
    return (letters[1], one.agency) if letters and same_publisher(one.agency, letters[1]) else None


def _called(text: str, names: Mapping[str, str]) -> Iterator[Named]:
    """Yield the places of names in a text, each under the name that it stands for."""
    for written, agency in names.items():
        start = text.find(written)
        while start >= 0:
            end = start + len(written)
            if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
                yield Named(start=start, end=end, agency=agency, common=False)
            start = text.find(written, end)


def _beside_names(text: str, names: Sequence[Named]) -> list[Found]:
    """Return the credits that the words beside names make; a name in one list with a credited one is credited, too."""
    found: list[Found] = []
    before: Found | None = None
    open_names: list[Named] = []
    for named in names:
        one = _with_list(text, named, before)
        if one is None:
            open_names = [*open_names[-3:], named]
            continue
        found += [
            Found(start=each.start, end=each.end, agency=each.agency, kind=one.kind)
            for each in _listed_before(text, open_names, one)
        ]
        open_names = []
        found.append(one)
        before = one if one.end == named.end else None
    return found


def _with_list(text: str, named: Named, before: Found | None) -> Found | None:
    one = credit_of(text, named)
    if before and (text[before.end : named.start] == "、" if one else AND.fullmatch(text, before.end, named.start)):
        return Found(start=named.start, end=one.end if one else named.end, agency=named.agency, kind=before.kind)
    return one


def _covers(told: Found, one: Found) -> bool:
    """Say whether a cue's words hold another credit; an agency that is said to report on another's word is its own."""
    apart = told.end <= one.start or one.end <= told.start
    return not apart and (told.outlet is None or usual_name(told.outlet) != one.agency)


def _listed_before(text: str, names: Sequence[Named], one: Found) -> list[Named]:
    """Return the names that stand in one list with a name that its verb follows: “AFP and Reuters reported”."""
    listed: list[Named] = []
    start = one.start
    for named in reversed(names):
        if not AND.fullmatch(text, named.end, start) or named.common:
            break
        listed.append(named)
        start = named.start
    return listed
