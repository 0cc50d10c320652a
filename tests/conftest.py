"""Invented articles for copies and origins: made-up words in made-up sentences, the same for the same seed."""

import random

import pytest

from headwater.articles.credits import find_credits
from headwater.model import Article, Block, Place, Span, digest

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bar cen dil fos gur".split()
SMALL = "the of and to in on for with by from at as it that was were has had said would".split()


def sentence(rng, vocabulary):
    telling = rng.choices(vocabulary, k=rng.randint(7, 12))
    words = [word for each in telling for word in (*rng.choices(SMALL, k=rng.randint(0, 2)), each)]
    return " ".join(words).capitalize() + "."


def invented(seed, paragraphs=8):
    """Return a text of about seventy words a paragraph, on a subject of its own."""
    rng = random.Random(seed)  # noqa: S311 - invented words
    vocabulary = ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(160)]
    return "\n\n".join(" ".join(sentence(rng, vocabulary) for _ in range(4)) for _ in range(paragraphs))


def written(text, outlet="Vale Herald", published=None, title=None):
    """Return an article as a reader of ready texts would give it."""
    page = digest(text, outlet or "", published or "", title or "")
    return Article(
        id=digest(page, "article"),
        page=page,
        places=(Place(page=page, file=f"{page}.txt"),),
        title=title,
        outlet=outlet,
        url=None,
        authors=(),
        published=published,
        language="en",
        section=None,
        tags=(),
        credits=find_credits(text, ()),
        rights=None,
        translations=(),
        text=text,
        blocks=(Block(span=Span(start=0, end=len(text)), role="paragraph"),),
        cuts=(),
        by="test",
    )


def pytest_make_parametrize_id(val, argname):
    """Name a case by its parameter where the value is bytes: packed ones carry a clock, and workers must agree on names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(name="invented", scope="session")
def _invented():
    return invented


@pytest.fixture(name="written")
def _written():
    return written
