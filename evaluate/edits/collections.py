"""Articles → collections of families of copies, with gold: which family, from which article, how, and how much of it.

Every copy draws from a source of chance of its own, named by seed and number, so that one edit does not change others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from random import Random

from evaluate.edits.crediting import credit
from evaluate.edits.parts import paragraphs, sentences, words
from evaluate.edits.styles import STYLES, Style, edit

CREDITED = 0.6
"""Share of the copies that name the original."""
OUTLETS = tuple(
    f"{place} {name}"
    for place in "Aldermoor Bayside Calder Dunmere Eastvale Fernhill Granby Hollow Inland Kestrel Larkmoor Midland".split()
    for name in ("Gazette", "Courier", "Observer", "Dispatch", "Chronicle")
)
NOTICE = (
    "This page is part of a service for readers in the region. Letters to the editor should carry a full name and a "
    "place of residence and may be shortened. Subscribers find earlier issues in the archive, where every report since "
    "the spring of 1998 can be read without further charge."
)
SPOKEN = "The group sent a statement to several newsrooms. “{words}”, it said, and gave no further comment."


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """An article that collections are made from."""

    id: str
    title: str
    source: str
    published: str | None
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """One row: an article as the copies task gives it, and gold."""

    id: str
    title: str
    source: str
    published: str | None
    text: str
    family: str
    origin: str | None = None
    """Id of the article that the text was taken from; None for originals and single articles."""
    style: str | None = None
    credited: bool | None = None
    share: float | None = None
    """The share that was asked for."""
    kept: float | None = None
    """The share of the original's words that were taken over as they are."""

    def row(self) -> dict[str, object]:
        """Return the row as written to a file."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What a collection holds."""

    copies: tuple[tuple[str, float], ...]
    """Style and share of each copy."""
    families: tuple[int, ...]
    """Sizes in copies, gone through again and again."""
    singles: int
    notices: int = 30
    """Single articles that carry one and the same notice."""
    quotations: int = 20
    """Sentences of originals that two single articles quote each."""
    dateless: tuple[float, float] = (0.25, 0.25)
    """Shares of the originals and single articles, and of the copies, that have no date."""
    credits: bool = True
    seed: int = 1


def grid(cell: int, *, seed: int = 1) -> Plan:
    """Return a plan with `cell` copies of every style and share, so that each can be shown apart."""
    cells = [(style.name, share) for style in STYLES.values() for share in style.shares for _ in range(cell)]
    _chance(seed, "order").shuffle(cells)
    return Plan(copies=tuple(cells), families=(1, 2, 3, 4), singles=400, seed=seed)


HELD_OUT = {
    "encoding read wrongly": 6, "encodings mixed": 5, "characters lost": 4, "encoding read wrongly twice": 2,
    "sentences squeezed": 8, "words dropped": 5, "squeezed + local": 4, "middle paragraphs only": 8, "middle + encoding": 4,
    "middle + scan, 5 %": 3, "middle + squeezed + encoding": 3, "inside a long other one": 8, "inside + encoding": 3,
    "inside + squeezed": 2, "inside + scan, 2 %": 2, "one paragraph inside another": 1, "heavy rewording": 3,
    "heavy + local": 2, "dropped + scan, 5 %": 2, "agency text, own lead": 3, "whole": 2, "head only": 2,
    "scan, 5 % wrong": 2, "sentences reordered": 2,
}  # fmt: skip
"""How often a style is drawn for a collection of styles that the shared development set has not."""


def like_held_out(*, seed: int = 1) -> Plan:
    """Return a plan in the proportions of the shared development set, of other styles: 608 copies, 260 families, 500 singles."""
    chance = _chance(seed, "styles")
    names = chance.choices(list(HELD_OUT), weights=list(HELD_OUT.values()), k=608)
    copies = tuple((name, _share(STYLES[name], chance)) for name in names)
    sizes = [1] * 91 + [2] * 80 + [3] * 44 + [5] * 45
    chance.shuffle(sizes)
    return Plan(
        copies=copies,
        families=tuple(sizes),
        singles=500,
        notices=8,
        quotations=8,
        dateless=(0.0, 0.06),
        seed=seed,
    )


def withheld(plan: Plan) -> Plan:
    """Return a plan for the same texts without dates and credit lines."""
    return replace(plan, dateless=(1.0, 1.0), credits=False)


def collect(pool: Sequence[Source], plan: Plan) -> list[Edited]:
    """Return a collection in an order that tells nothing; no text of the pool stands in it twice except as planned."""
    chance = _chance(plan.seed, "pool")
    order = sorted(pool, key=lambda one: one.id)
    chance.shuffle(order)
    rest = iter(order)
    families = list(_families(plan, rest))
    originals = [family[0] for family in families]
    singles = [_single(next(rest), plan) for _ in range(plan.singles)]
    rows = [row for family in families for row in family] + _misleading(singles, originals, plan)
    chance.shuffle(rows)
    return rows


def _families(plan: Plan, rest: Iterator[Source]) -> Iterator[list[Edited]]:
    """Yield families of an original and its copies; articles that copies are put into are used up with them."""
    start, number = 0, 0
    while start < len(plan.copies):
        size = plan.families[number % len(plan.families)]
        original = _single(next(rest), plan)
        yield [
            original,
            *(_copy(original, place, plan, rest) for place in range(start, min(start + size, len(plan.copies)))),
        ]
        start, number = start + size, number + 1


def _copy(original: Edited, place: int, plan: Plan, rest: Iterator[Source]) -> Edited:
    name, share = plan.copies[place]
    style = STYLES[name]
    chance = _chance(plan.seed, f"copy {place}")
    made = edit(style, original.text, next(rest).text if style.place else "", share, chance)
    outlet = chance.choice(OUTLETS)
    credited = chance.random() < CREDITED and plan.credits
    return Edited(
        id=_id(plan.seed, f"copy {place}"),
        title=_title(original.title, made.text, chance),
        source=outlet,
        published=_later(original, plan, chance),
        text=credit(made.text, original.source, outlet, chance) if credited else made.text,
        family=original.family,
        origin=original.id,
        style=name,
        credited=credited,
        share=share,
        kept=made.kept,
    )


def _single(source: Source, plan: Plan) -> Edited:
    own = _id(plan.seed, source.id)
    return Edited(
        id=own, title=source.title, source=source.source, published=_dated(source, plan), text=source.text, family=own
    )


def _misleading(singles: Sequence[Edited], originals: Sequence[Edited], plan: Plan) -> list[Edited]:
    """Return the single articles, some with a notice that others carry too or a quotation of an original."""
    found = list(singles)
    for place in range(min(plan.notices, len(found))):
        found[place] = replace(found[place], text=f"{found[place].text}\n\n{NOTICE}")
    chance = _chance(plan.seed, "quotations")
    free = range(len(found) - 1, plan.notices, -1)
    for original, *quoting in zip(originals[: plan.quotations], free[::2], free[1::2], strict=False):
        spoken = _sentence(original.text, chance)
        for quoter in quoting if spoken else ():
            lines = paragraphs(found[quoter].text)
            lines.insert(chance.randint(1, len(lines)), SPOKEN.format(words=spoken))
            found[quoter] = replace(found[quoter], text="\n\n".join(lines))
    return found


def _sentence(text: str, chance: Random) -> str | None:
    """Return a long sentence without quote marks."""
    long = [
        sentence.rstrip(".")
        for paragraph in paragraphs(text)
        for sentence in sentences(paragraph)
        if 18 <= len(words(sentence)) <= 45 and not set(sentence) & set('“”"«»')
    ]
    return chance.choice(long) if long else None


def _dated(source: Source, plan: Plan) -> str | None:
    without = _chance(plan.seed, f"date {source.id}").random() < plan.dateless[0]
    return None if without else source.published


def _later(original: Edited, plan: Plan, chance: Random) -> str | None:
    """Return the original's day or one of the next three; where it has none, a day on which nothing depends."""
    without, days = chance.random() < plan.dateless[1], chance.choice((0, 1, 2, 3))
    if without:
        return None
    first = dt.date.fromisoformat((original.published or "2016-05-04")[:10])
    return (first + dt.timedelta(days=days)).isoformat()


def _title(title: str, text: str, chance: Random) -> str:
    """Return the original's title, its beginning, or the first words of the text."""
    kind, tokens = chance.random(), title.split()
    if kind < 0.5 or len(tokens) < 6:
        return title
    return " ".join(tokens[: max(5, len(tokens) * 2 // 3)]) if kind < 0.75 else " ".join(text.split()[:8])


def _share(style: Style, chance: Random) -> float:
    return chance.choice(style.shares[1:] or style.shares)


def _chance(seed: int, name: str) -> Random:
    return Random(f"{seed} {name}")  # noqa: S311 - reproducible, not secret


def _id(seed: int, name: str) -> str:
    return blake2b(f"{seed} {name}".encode(), digest_size=6).hexdigest()


def sources(rows: Sequence[Mapping[str, object]]) -> list[Source]:
    """Return rows of the pool as articles; a row without a day has none."""
    return [
        Source(
            id=str(row["id"]),
            title=str(row["title"]),
            source=str(row["source"]),
            published=str(row.get("published") or "") or None,
            text=str(row["text"]),
        )
        for row in rows
    ]
