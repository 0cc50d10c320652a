"""A tiny invented story, so that each function of this room can show what it does: three articles, two origins.

The third article is its own origin, but takes a sentence from the first and another from an agency that it names; a
quotation stands in all three.

>>> told = sample_story()
>>> [(origin.name, len(origin.articles), len(origin.borrowed)) for origin in told.origins]
[('The Daily Tern', 2, 1), ('Quill Mail', 1, 0), ('Gull Press', 0, 1)]
"""

from __future__ import annotations

from headwater.model import (
    Actor,
    Answer,
    Article,
    Borrowed,
    Brief,
    Comparison,
    Evidence,
    Link,
    Mention,
    Moment,
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
_SLEPT = "The crews slept ashore."
_PRAYED = "“Pray for us all tonight,” Odo Lind wrote."
_WIND = "Wind grew, Gull Press reports."
_REPORT = f"{_NINE} {_SLEPT} {_PRAYED}"
_OTHER = f"{_TWELVE} {_SLEPT} {_PRAYED} {_WIND}"


def sample_story() -> StoryBrief:
    """Return one invented story: a report, its reprint, and a second report with another number and a borrowed passage.

    >>> sample_story().story.title
    'Boats sink at Quill Bay'
    """
    articles = (
        _article("a1", "tern.html", "The Daily Tern", _REPORT),
        _article("a2", "harbour.html", "Harbour Post", _REPORT),
        _article("a3", "mail.html", "Quill Mail", _OTHER),
    )
    return StoryBrief(
        story=Story(id="s1", title="Boats sink at Quill Bay", articles=("a1", "a2", "a3")),
        articles=articles,
        origins=_origins(),
        copies=_copies(),
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


def _origins() -> tuple[Origin, ...]:
    taken = Borrowed(article="a3", spans=(_place(_SLEPT, _OTHER),), share=0.17, reason="the passage stands there")
    cited = Borrowed(article="a3", spans=(_place(_WIND, _OTHER),), share=0.21, reason="“Gull Press reports”")
    return (
        Origin(
            id="o1", name="The Daily Tern", agency=None, head="a1", articles=("a1", "a2"), borrowed=(taken,),
            reason="copied share",
        ),
        Origin(id="o2", name="Quill Mail", agency=None, head="a3", articles=("a3",), reason="no shared text"),
        Origin(
            id="o3", name="Gull Press", agency="Gull Press", head=None, articles=(), borrowed=(cited,), reason="cited"
        ),
    )  # fmt: skip


def _copies() -> tuple[Link, ...]:
    whole = Span(start=0, end=len(_REPORT))
    passage, quotation = (
        Passage(copy=_place(words, _OTHER), original=_place(words, _REPORT)) for words in (_SLEPT, _PRAYED)
    )
    return (
        Link(
            kind="copies", a="a2", b="a1", verdict="yes", score=1.0, by="copies/1",
            share=1.0, passages=(Passage(copy=whole, original=whole),), reason="earlier",
        ),
        Link(
            kind="copies", a="a3", b="a1", verdict="yes", score=0.2, by="copies/1",
            share=0.17, passages=(passage,), reason="earlier",
        ),
        Link(
            kind="copies", a="a3", b="a2", verdict="no", score=0.3, by="copies/1",
            share=0.3, passages=(quotation,), directed=False, shared="quotation", reason="both quote it",
        ),
    )  # fmt: skip


def _place(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


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
    apart = Link(kind="contradicts", a=nine.id, b=twelve.id, verdict="yes", score=0.84, by="relations/1")
    points = (
        Point(id="q1", status="disputed", voices=2, answers=boats, reason="number", certainty=0.84, links=(apart,)),
        Point(id="q2", status="single", voices=1, answers=(shut,), reason=""),
    )
    tonight = tuple(
        Moment(when="2031-05-12", article=article, span=_place(_PRAYED, text), words=_place("tonight", text))
        for article, text in (("a1", _REPORT), ("a3", _OTHER))
    )
    return Comparison(
        story="s1", points=points, omissions=(Omission(outlet="Quill Mail", points=("q2",)),), timeline=tonight
    )
