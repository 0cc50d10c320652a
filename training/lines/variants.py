"""One page → more pages that a reader would call as real: shorter, wrapped, bare, followed by other stories' teasers.

Every variant is a text and the gold text of its article, so that it is labelled like a real page. All chance comes from
the generator that is passed in.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from headwater.articles.dumps.lines import Line, read_lines
from training.lines.labels import label

WORD = re.compile(r"\w+")
AGENCIES = ("ANP", "DPK", "Norda", "TAZ", "KNA", "Orbis", "MFA", "Vesti", "PRW", "Interpress", "ARKA", "Lusa")
NAMES = (
    "Meridian Press",
    "Nordhavn Times",
    "Agencia Costa",
    "Daily Quay",
    "Ostpost",
    "Valle Media Group",
    "Harbour News",
)
SIGN_OFFS = (
    "({agency})",
    "[{agency}]",
    "— {agency}",
    "{agency}",
    "Reporting by {agency}; editing by R. Hale",
    "{agency} / {name}",
    "Source: {agency}",
)
LEGAL = (
    "© {year} {name}. All rights reserved.",
    "Copyright {year} {name}. All rights reserved. Nothing on this page may be printed, aired, changed or passed on unless we have agreed to it.",
    "All rights of the texts and pictures on this site belong to {name}. They may not be reproduced in whole or in part without written consent.",
    "LEGAL NOTICE: Reproduction of this story, in part or in full, is forbidden without a prior agreement with {name}.",
    "Alle Rechte vorbehalten. © {name} {year}",
    "Todos los derechos reservados. Prohibida la reproducción total o parcial sin autorización de {name}.",
    "При использовании материалов ссылка на {name} обязательна.",
    "When quoting, a hyperlink to {name} is required.",
    "Disclaimer: the views expressed here are those of the author and not necessarily those of {name}.",
)  # fmt: skip
HEADINGS = ("Latest News", "Read also", "Most read", "Related stories", "More from World", "You may also like", "Trending", "Weitere Meldungen", "Más noticias", "Читайте также", "")  # fmt: skip
SECTIONS = ("World", "Politics", "Business", "Sport", "Culture", "Economy", "Society", "Energy", "Health", "Science")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """A page as text, its article's text and how it was made."""

    kind: str
    text: str
    gold: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """An article that variants are made of."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A line with the white space before it, and whether it belongs to the article."""

    raw: str
    gap: int
    indent: int
    kept: bool
    line: Line


def pieces_of(text: str, gold: str) -> list[Piece]:
    """Return the lines of a page with their labels."""
    lines = read_lines(text)
    shares = label(lines, gold)
    return [
        Piece(raw=line.span.of(text), gap=line.gap, indent=line.indent, kept=bool(share >= 0.5), line=line)
        for line, share in zip(lines, shares.tolist(), strict=True)
    ]


def variants(text: str, gold: str, stories: Sequence[Story], chance: Random) -> Iterator[Sample]:
    """Yield the variants of one page."""
    pieces = pieces_of(text, gold)
    if sum(piece.kept for piece in pieces) >= 2:
        yield _shortened(pieces, chance)
        yield _grafted(pieces, chance.choice(stories), chance)
        yield _followed(pieces, gold, stories, chance)
        yield Sample(kind="wrapped", text=hard_wrapped(text, chance.randint(68, 82)), gold=gold)
        yield Sample(kind="flat", text="\n".join(piece.raw.lstrip() for piece in pieces), gold=gold)
        yield _beheaded(pieces, gold, chance)


def bare(story: Story, stories: Sequence[Story], chance: Random) -> Sample:
    """Return a page of bare lines: headline, article and, often, a sign-off, a legal notice, teasers of other stories."""
    body = list(story.paragraphs[: chance.randint(2, 25)])
    gold = "\n\n".join(body)
    if chance.random() < 0.5:
        body[-1] = f"{body[-1]} ({chance.choice(AGENCIES)})"
    head = [story.title] if chance.random() < 0.9 else []
    head += [_date(chance)] if chance.random() < 0.3 else []
    head += [f"By {chance.choice(('Ana Ruiz', 'Jon Hale', 'Mira Osk'))}"] if chance.random() < 0.3 else []
    head = [chance.choice(SECTIONS), *head] if chance.random() < 0.3 else head
    tail = _tail(stories, chance)
    gap = chance.choice(("\n", "\n\n", "\n\n"))
    return Sample(kind="bare", text=gap.join([*head, *body, *tail]), gold=gold)


def hard_wrapped(text: str, width: int) -> str:
    """Return the text with every line broken at a width, indentation kept."""
    out: list[str] = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        wrapped = textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        out.extend(wrapped or [""])
    return "\n".join(out)


def _tail(stories: Sequence[Story], chance: Random) -> list[str]:
    names = {"agency": chance.choice(AGENCIES), "name": chance.choice(NAMES), "year": chance.randint(2008, 2026)}
    tail = [chance.choice(SIGN_OFFS).format(**names)] if chance.random() < 0.35 else []
    tail += [" ".join(chance.sample(SECTIONS, 2))] if chance.random() < 0.2 else []
    tail += [chance.choice(LEGAL).format(**names)] if chance.random() < 0.55 else []
    tail += [chance.choice(HEADINGS)] if chance.random() < 0.3 else []
    how = chance.random()
    for other in chance.sample(list(stories), chance.randint(0, 6)):
        if how < 0.65 and other.paragraphs:
            tail.append(_lead(other))
        elif how < 0.85:
            tail += [other.title, _lead(other)] if other.paragraphs else [other.title]
        else:
            tail += [f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}", other.title, chance.choice(SECTIONS)]
    return [line for line in tail if line]


def _lead(story: Story) -> str:
    return next((text for text in story.paragraphs if 60 <= len(text) <= 500), story.paragraphs[0][:400])


def _date(chance: Random) -> str:
    months = "January February March April May June July August September October November December".split()
    day, month, year = chance.randint(1, 28), chance.choice(months), chance.randint(2008, 2026)
    return chance.choice(
        (
            f"{day} {month} {year}",
            f"{month} {day}, {year}",
            f"{day:02}.{chance.randint(1, 12):02}.{year} {chance.randint(0, 23)}:30",
        )
    )


def _compose(pieces: Sequence[Piece]) -> str:
    return "\n".join("\n" * piece.gap + " " * piece.indent + piece.raw for piece in pieces)


def _gold(pieces: Sequence[Piece]) -> str:
    return "\n\n".join(piece.line.text for piece in pieces if piece.kept)


def _bounds(pieces: Sequence[Piece]) -> tuple[int, int]:
    kept = [i for i, piece in enumerate(pieces) if piece.kept]
    return kept[0], kept[-1]


def _shortened(pieces: Sequence[Piece], chance: Random) -> Sample:
    """Keep the first few paragraphs; what stood between the others goes too."""
    kept = [i for i, piece in enumerate(pieces) if piece.kept]
    cut = kept[min(len(kept) - 1, chance.randint(1, 7))]
    last = kept[-1]
    left = [piece for i, piece in enumerate(pieces) if i <= cut or i > last]
    return Sample(kind="short", text=_compose(left), gold=_gold(left))


def _grafted(pieces: Sequence[Piece], story: Story, chance: Random) -> Sample:
    """Put another article, with its headline, where this page's article stands."""
    first, last = _bounds(pieces)
    model = next(piece for piece in pieces if (piece.kept and len(piece.line.text) > 60) or piece is pieces[first])
    inner = [piece for piece in pieces[first : last + 1] if not piece.kept]
    paragraphs = [_as_line(model, text, kept=True) for text in story.paragraphs[: chance.randint(3, 40)]]
    for piece in inner[: chance.randint(0, 12)]:
        paragraphs.insert(chance.randint(1, len(paragraphs)), piece)
    title = _headline(pieces[:first])
    before = [
        _as_line(piece, story.title, kept=False) if piece.line.text == title else piece
        for piece in pieces[:first]
    ]  # fmt: skip
    mixed = [*before, *paragraphs, *pieces[last + 1 :]]
    return Sample(kind="graft", text=_compose(mixed), gold=_gold(mixed))


def _headline(before: Sequence[Piece]) -> str | None:
    """The last line of headline length before the article that is said twice, else the longest of the last eight."""
    fits = [piece.line.text for piece in before if 4 <= len(WORD.findall(piece.line.text)) <= 25]
    near = [piece.line.text for piece in before[-8:] if 4 <= len(WORD.findall(piece.line.text)) <= 25]
    return max(near, key=lambda text: (fits.count(text), len(text)), default=None)


def _as_line(model: Piece, text: str, *, kept: bool) -> Piece:
    return Piece(raw=text, gap=model.gap, indent=model.indent, kept=kept, line=read_lines(text)[0])


def _followed(pieces: Sequence[Piece], gold: str, stories: Sequence[Story], chance: Random) -> Sample:
    """Put a tail of sign-off, legal notice and teasers right after the article."""
    _, last = _bounds(pieces)
    model = pieces[last]
    tail = [_as_line(model, text, kept=False) for text in _tail(stories, chance)]
    rest = pieces[last + 1 :] if chance.random() < 0.5 else []
    return Sample(kind="followed", text=_compose([*pieces[: last + 1], *tail, *rest]), gold=gold)


def _beheaded(pieces: Sequence[Piece], gold: str, chance: Random) -> Sample:
    """Leave out the menu: the page begins a few lines before the article."""
    first, last = _bounds(pieces)
    start = max(0, first - chance.randint(0, 8))
    end = len(pieces) if chance.random() < 0.6 else min(len(pieces), last + 1 + chance.randint(0, 12))
    return Sample(kind="beheaded", text=_compose(pieces[start:end]), gold=gold)
