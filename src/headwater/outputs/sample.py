"""A tiny invented story, so that each function of this room can show what it does: three articles, two origins.

>>> closing = sample_story()
>>> len(closing.articles), len(closing.origins)
(3, 2)
"""

from __future__ import annotations

from headwater.model import (
    Actor,
    Answer,
    Article,
    Brief,
    Comparison,
    Evidence,
    Link,
    Mention,
    Omission,
    Origin,
    Passage,
    Place,
    Point,
    Span,
    Statement,
    Story,
    StoryBrief,
)

_NINE = "“Nine boats sank,” said Ana Ruz. The harbour closed."
_TWELVE = "Twelve boats sank, A. Ruz’s deputy said."


def sample_story() -> StoryBrief:
    """Return one invented story: a report, its reprint, and a second report with another number.

    >>> sample_story().story.title
    'Boats sink at Quill Bay'
    """
    articles = (
        _article("a1", "tern.html", "The Daily Tern", _NINE),
        _article("a2", "harbour.html", "Harbour Post", _NINE),
        _article("a3", "mail.html", "Quill Mail", _TWELVE),
    )
    whole = Span(start=0, end=len(_NINE))
    return StoryBrief(
        story=Story(id="s1", title="Boats sink at Quill Bay", articles=("a1", "a2", "a3")),
        articles=articles,
        origins=(
            Origin(id="o1", name="The Daily Tern", agency=None, head="a1", articles=("a1", "a2"), reason="copied share"),
            Origin(id="o2", name="Quill Mail", agency=None, head="a3", articles=("a3",), reason="no shared text"),
        ),
        copies=(
            Link(
                kind="copies", a="a2", b="a1", verdict="yes", score=1.0, by="copies/1",
                share=1.0, passages=(Passage(copy=whole, original=whole),), reason="earlier",
            ),
        ),
        statements=(_statement(),),
        actors=(_actor(),),
        comparison=_comparison(),
    )  # fmt: skip


def sample_brief() -> Brief:
    """Return a brief with the invented story alone.

    >>> sample_brief().pages
    3
    """
    return Brief(stories=(sample_story(),), pages=3, rejected=())


def _article(article: str, file: str, outlet: str, text: str) -> Article:
    return Article(
        id=article, page=f"p-{article}", places=(Place(page=f"p-{article}", file=file),), title="Boats sink at Quill Bay",
        outlet=outlet, url=None, authors=(), published="2031-05-12", language="en", section=None, tags=(), credits=(),
        rights=None, translations=(), text=text, blocks=(), cuts=(), by="sample/1",
    )  # fmt: skip


def _statement() -> Statement:
    return Statement(
        id="t1", article="a1", part="text", content=(Span(start=1, end=16),), cue=(Span(start=19, end=23),),
        source=(Span(start=24, end=31),), speaker="Ana Ruz", form="direct", stance="asserts", hedge=None, anonymous=False,
        anonymity=(), within=None, score=0.9, by="sample/1",
    )  # fmt: skip


def _actor() -> Actor:
    full = Mention(article="a1", span=Span(start=24, end=31), name="Ana Ruz", kind="person", by="sample/1")
    brief = Mention(article="a3", span=Span(start=19, end=25), name="A. Ruz", kind="person", by="sample/1")
    return Actor(id="n1", name="Ana Ruz", kind="person", variants=("A. Ruz", "Ana Ruz"), mentions=(full, brief))


def _comparison() -> Comparison:
    nine = Evidence(article="a1", span=Span(start=0, end=32), origin="o1", statement="t1")
    twelve = Evidence(article="a3", span=Span(start=0, end=len(_TWELVE)), origin="o2", statement=None)
    closed = Evidence(article="a1", span=Span(start=33, end=len(_NINE)), origin="o1", statement=None)
    boats = (
        Answer(value="nine", voices=1, evidence=(nine,)),
        Answer(value="twelve", voices=1, evidence=(twelve,)),
    )
    shut = Answer(value="The harbour closed.", voices=1, evidence=(closed,))
    points = (
        Point(id="q1", status="disputed", voices=2, answers=boats, reason="number"),
        Point(id="q2", status="single", voices=1, answers=(shut,), reason="same"),
    )
    return Comparison(
        story="s1", points=points, omissions=(Omission(outlet="Quill Mail", points=("q2",)),), timeline=()
    )
