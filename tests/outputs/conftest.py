"""Two invented briefs: one that an editor could meet, one in which every string is an attack."""

from dataclasses import replace

import pytest

from headwater.model import (
    Actor,
    Answer,
    Article,
    Block,
    Borrowed,
    Brief,
    Comparison,
    Credit,
    Cut,
    Evidence,
    Link,
    Mention,
    Moment,
    Omission,
    Origin,
    Passage,
    Place,
    Point,
    Rejected,
    Span,
    Statement,
    Story,
    StoryBrief,
    Translation,
)

BY = "invented/1"

WIRE = (
    "At least 15 people died when the Karsal dam gave way on Tuesday, the Interior Ministry said.\n"
    "“We ordered the gates opened at noon,” Minister Ilka Varnai told reporters, “and nobody obeyed.”\n"
    "A senior official, who asked not to be named, said the cracks were known since March.\n"
    "The power company Norvolt denied that it had been warned.\n"
    "Informs via Norvia Press Service.\n"
    "“Nobody warned us,” said a Norvolt spokesman."
)
PARTIAL = (
    "Readers along the river sent us pictures all night.\n"
    "“We ordered the gates opened at noon,” Minister Ilka Varnai told reporters, “and nobody obeyed.”\n"
    "The power company Norvolt denied that it had been warned."
)
OWN = (
    "Thirty-one people are dead after the dam at Karsal broke, the Lowland Red Lantern reported on 14 May.\n"
    "The cracks had reportedly been reported in March, engineers say.\n"
    "I. Varnai will visit the valley on Friday.\n"
    "“Nobody warned us,” said a Norvolt spokesman."
)
CYRILLIC = "Министр Илка Варнаи сообщила, что ворота приказали открыть в полдень."


def place(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def article(key, file, outlet, title, text, **more):
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Block(span=Span(start=at, end=at + len(line)), role="paragraph"))
        at += len(line) + 1
    plain = Article(
        id=f"article-{key}", page=f"page-{key}", places=(Place(page=f"page-{key}", file=file),), title=title,
        outlet=outlet, url=None, authors=(), published=None, language="en", section=None, tags=(), credits=(), rights=None,
        translations=(), text=text, blocks=tuple(lines), cuts=(), by=BY,
    )  # fmt: skip
    return replace(plain, **more)


def statement(key, home, *, content, source="", cue="", speaker=None, **more):
    text = home.title if more.get("part") == "title" else home.text
    runs = (content,) if isinstance(content, str) else content
    plain = Statement(
        id=f"statement-{key}", article=home.id, part="text", content=tuple(place(text, run) for run in runs),
        source=(place(text, source),) if source else (), cue=(place(text, cue),) if cue else (), speaker=speaker,
        form="indirect", stance="asserts", hedge=None, anonymous=False, anonymity=(), within=None,
        score=0.8765432, by=BY,
    )  # fmt: skip
    return replace(plain, **more)


def evidence(home, origin, words, says=None):
    return Evidence(
        article=home.id, span=place(home.text, words), origin=origin.id, statement=says.id if says else None
    )  # fmt: skip


def judged(kind, point, verdict, score):
    """A judgement of the first two pieces of a point's evidence."""
    one, other = [found for answer in point.answers for found in answer.evidence][:2]
    return Link(kind=kind, a=one.id, b=other.id, verdict=verdict, score=score, by="relations/1", reason="invented")


def mention(home, name, kind="person"):
    return Mention(article=home.id, span=place(home.text, name), name=name, kind=kind, by=BY)


def dam_story():
    credit = Credit(
        agency="Norvia Press Service", kind="republished",
        span=place(WIRE, "Informs via Norvia Press Service."), words="Informs via Norvia Press Service.",
    )  # fmt: skip
    tern = article(
        "tern", "pages/tern.html", "The Daily Tern", "Dam breaks at Karsal, at least 15 dead", WIRE,
        url="https://tern.example/karsal?id=1", authors=("Odo Lind", "Mira Sand"), published="2031-05-13T18:05+02:00",
        section="Norvia", tags=("Karsal", "floods"), credits=(credit,), rights="© 2031 The Daily Tern",
        translations=(Translation(language="de", title="Damm bricht bei Karsal"),),
        cuts=(Cut(role="menu", text="Home Sport Weather"), Cut(role="teaser", text="Ferry strike enters its third week.")),
    )  # fmt: skip
    harbour = article(
        "harbour", "pages/harbour.txt", "Harbour Post", "Dam breaks at Karsal", WIRE,
        published="2031-05-13T20:40+02:00", credits=(replace(credit, span=None, words="(NPS)"),),
    )  # fmt: skip
    gazette = article(
        "gazette", "pages/gazette.warc.gz", "Lowland Gazette", "A night on the river", PARTIAL, published="2031-05-14",
        places=(Place(page="page-gazette", file="pages/gazette.warc.gz", member="2"),),
    )  # fmt: skip
    mail = article(
        "mail", "pages/mail.html", "Quill Mail", "Norvolt denies it was warned", OWN, published="2031-05-14T07:00"
    )  # fmt: skip
    vestnik = article(
        "vestnik", "pages/vestnik.html", "Karsal Vestnik", "Ворота приказали открыть", CYRILLIC,
        published="2031-05-14T09:15+02:00", language="ru",
    )  # fmt: skip
    articles = (tern, harbour, gazette, mail, vestnik)
    agency = Origin(
        id="origin-nps", name="Norvia Press Service", agency="Norvia Press Service", head=tern.id,
        articles=(tern.id, harbour.id, gazette.id), reason="credit",
    )  # fmt: skip
    quill = Origin(id="origin-mail", name="Quill Mail", agency=None, head=mail.id, articles=(mail.id,), reason="alone")
    karsal = Origin(
        id="origin-vestnik", name="Karsal Vestnik", agency=None, head=vestnik.id, articles=(vestnik.id,), reason="alone"
    )  # fmt: skip
    cited = OWN.split("\n", maxsplit=1)[0]
    lantern_red = Origin(
        id="origin-lantern", name="Lowland Red Lantern", agency="Lowland Red Lantern", head=None, articles=(),
        borrowed=(Borrowed(article=mail.id, spans=(place(OWN, cited),), share=0.441, reason="“the Lowland Red Lantern reported”"),),
        reason="cited",
    )  # fmt: skip
    words = Origin(
        id="origin-words", name="passage in Quill Mail and Lowland Gazette", agency=None, head=None, articles=(),
        borrowed=(Borrowed(article=mail.id, spans=(place(OWN, "I. Varnai will visit"),), share=0.08, reason="also in Lowland Gazette"),),
        reason="the same text",
    )  # fmt: skip
    whole = Span(start=0, end=len(WIRE))
    unwarned = "“Nobody warned us,” said a Norvolt spokesman."
    copies = (
        Link(
            kind="copies", a=harbour.id, b=tern.id, verdict="yes", score=0.99, by=BY, share=1.0,
            passages=(Passage(copy=whole, original=whole),), reason="same text, later",
        ),
        Link(
            kind="copies", a=gazette.id, b=tern.id, verdict="yes", score=0.9, by=BY, share=0.713,
            passages=(
                Passage(
                    copy=place(PARTIAL, "“We ordered the gates opened"), original=place(WIRE, "“We ordered the gates opened")
                ),
            ),
            reason="shared passages",
        ),
        Link(kind="copies", a=vestnik.id, b=mail.id, verdict="unsure", score=0.4, by=BY, share=0.052, directed=False),
        Link(
            kind="copies", a=mail.id, b=tern.id, verdict="no", score=0.3, by=BY, share=0.21, directed=False,
            shared="quotation", passages=(Passage(copy=place(OWN, unwarned), original=place(WIRE, unwarned)),),
            reason="both quote it",
        ),
    )  # fmt: skip

    toll = statement(
        "toll", tern, content="At least 15 people died when the Karsal dam gave way on Tuesday",
        source="the Interior Ministry", cue="said", speaker="Interior Ministry",
    )  # fmt: skip
    gates = statement(
        "gates", tern, content=("We ordered the gates opened at noon", "and nobody obeyed"), source="Minister Ilka Varnai",
        cue="told", speaker="Ilka Varnai", form="direct",
    )  # fmt: skip
    cracks = statement(
        "cracks", tern, content="the cracks were known since March", source="A senior official", cue="said", anonymous=True
    )  # fmt: skip
    denial = statement(
        "denial", tern, content="it had been warned", source="The power company Norvolt", cue="denied", speaker="Norvolt",
        stance="denies",
    )  # fmt: skip
    headline = statement(
        "headline", mail, content="it was warned", source="Norvolt", cue="denies", speaker="Norvolt", stance="denies",
        part="title",
    )  # fmt: skip
    lantern = statement(
        "lantern", mail, content="Thirty-one people are dead after the dam at Karsal broke",
        source="the Lowland Red Lantern", cue="reported", speaker="Lowland Red Lantern",
    )  # fmt: skip
    inner = statement(
        "inner", mail, content="Thirty-one people are dead", source="people", speaker=None, within=lantern.id
    )  # fmt: skip
    engineers = statement(
        "engineers", mail, content="The cracks had reportedly been reported in March", source="engineers", cue="say",
        hedge="reportedly", anonymous=True, within=lantern.id,
    )  # fmt: skip
    visit = statement("visit", mail, content="I. Varnai will visit the valley on Friday.", form="narrated")
    noon = statement(
        "noon", vestnik, content="ворота приказали открыть в полдень", source="Министр Илка Варнаи", cue="сообщила",
        speaker="Илка Варнаи",
    )  # fmt: skip
    statements = (toll, gates, cracks, denial, headline, lantern, inner, engineers, visit, noon)

    tolls = Point(
        id="point-toll", status="disputed", voices=2, reason="number",
        answers=(
            Answer(
                value="at least 15", voices=1,
                evidence=(
                    evidence(tern, agency, WIRE.split("\n", maxsplit=1)[0], toll),
                    evidence(harbour, agency, WIRE.split("\n", maxsplit=1)[0]),
                ),
            ),
            Answer(value="31", voices=1, evidence=(evidence(mail, quill, OWN.split("\n", maxsplit=1)[0], lantern),)),
        ),
    )  # fmt: skip
    warned = Point(
        id="point-warned", status="disputed", voices=2, reason="denial",
        answers=(
            Answer(
                value="Norvolt denied that it had been warned", voices=1,
                evidence=(evidence(tern, agency, "The power company Norvolt denied that it had been warned.", denial),),
            ),
            Answer(
                value="The cracks had reportedly been reported in March", voices=1,
                evidence=(evidence(mail, quill, OWN.split("\n")[1], engineers),),
            ),
        ),
    )  # fmt: skip
    opened = Point(
        id="point-gates", status="agreed", voices=2, reason="same",
        answers=(
            Answer(
                value="We ordered the gates opened at noon", voices=2,
                evidence=(
                    evidence(tern, agency, WIRE.split("\n")[1], gates),
                    evidence(gazette, agency, PARTIAL.split("\n")[1]),
                    evidence(vestnik, karsal, CYRILLIC, noon),
                ),
            ),
        ),
    )  # fmt: skip
    visiting = Point(
        id="point-visit", status="single", voices=1, reason="same",
        answers=(
            Answer(
                value="I. Varnai will visit the valley on Friday.", voices=1,
                evidence=(evidence(mail, quill, OWN.split("\n")[2]),),
            ),
        ),
    )  # fmt: skip
    swept = Point(
        id="point-swept", status="updated", voices=3, reason="number", certainty=0.82, weight=2.5,
        answers=(
            Answer(
                value="six", voices=1, reported="2031-05-14T09:15+02:00",
                evidence=(evidence(vestnik, karsal, "ворота приказали открыть в полдень", noon),),
            ),
            Answer(
                value="two", voices=1, reported="2031-05-13T18:05+02:00",
                evidence=(evidence(tern, agency, "the cracks were known since March", cracks),),
            ),
            Answer(value="nine", voices=1, evidence=(evidence(mail, quill, OWN.split("\n")[2]),)),
        ),
    )  # fmt: skip
    warned = replace(warned, links=(judged("contradicts", warned, "yes", 0.93),))
    opened = replace(
        opened,
        certainty=0.71,
        links=(judged("contradicts", opened, "unsure", 0.61), judged("supports", opened, "yes", 0.9)),
    )
    timeline = (
        Moment(
            when="2031-05-13", article=tern.id, span=place(WIRE, WIRE.split("\n", maxsplit=1)[0]), words=place(WIRE, "Tuesday")
        ),
        Moment(when="2031-03-01/2031-03-31", article=tern.id, span=place(WIRE, WIRE.split("\n")[2]), words=place(WIRE, "March")),
        Moment(when=None, article=mail.id, span=place(OWN, OWN.split("\n")[2]), words=place(OWN, "on Friday"), of="statement"),
    )  # fmt: skip
    varnai = Actor(
        id="actor-varnai", name="Ilka Varnai", kind="person", variants=("I. Varnai", "Ilka Varnai", "Илка Варнаи"),
        mentions=(mention(mail, "I. Varnai"), mention(tern, "Ilka Varnai"), mention(vestnik, "Илка Варнаи")),
    )  # fmt: skip
    norvolt = Actor(
        id="actor-norvolt", name="Norvolt", kind="group", variants=("Norvolt",), mentions=(mention(tern, "Norvolt", "group"),)
    )  # fmt: skip
    return StoryBrief(
        story=Story(
            id="story-dam", title="Dam breaks at Karsal, at least 15 dead", articles=tuple(a.id for a in articles)
        ),
        articles=articles,
        origins=(agency, quill, karsal, lantern_red, words),
        copies=copies,
        statements=statements,
        actors=(varnai, norvolt),
        comparison=Comparison(
            story="story-dam",
            points=(tolls, warned, opened, visiting, swept),
            omissions=(Omission(outlet="Quill Mail", points=("point-gates",)),),
            timeline=timeline,
        ),
    )


def ferry_story():
    """Two articles with the same words and nothing that shows who took them from whom."""
    text = "The ferry crews of Quill Bay went on strike for a third week."
    a = article("ferry-a", "pages/ferry-a.txt", None, "Ferry strike goes on", text)
    b = article("ferry-b", "pages/ferry-b.txt", "Bay Radio", "Ferry strike goes on", text)
    origin = Origin(
        id="origin-ferry", name="Ferry strike goes on", agency=None, head=None, articles=(a.id, b.id), reason="no order"
    )  # fmt: skip
    link = Link(kind="copies", a=b.id, b=a.id, verdict="yes", score=1.0, by=BY, share=1.0, directed=False)
    return StoryBrief(
        story=Story(id="story-ferry", title="Ferry strike goes on", articles=(a.id, b.id)), articles=(a, b),
        origins=(origin,), copies=(link,), statements=(), actors=(),
        comparison=Comparison(story="story-ferry", points=(), omissions=(), timeline=()),
    )  # fmt: skip


@pytest.fixture
def brief():
    """Two stories, four origins, two rejected inputs."""
    rejected = (
        Rejected(file="pages/photo.jpg", reason="binary", detail="Neither text nor markup.", by="pages/1"),
        Rejected(file="pages/crawl.warc", member="7", reason="no article", by="articles/1"),
    )
    return Brief(stories=(dam_story(), ferry_story()), pages=9, rejected=rejected)


ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> \"' onload='x [click](javascript:alert(3)) ![i](http://e.example/i.png) "
    "`code` *bold* _it_ # head | cell | http://e.example www.e.example @someone {{ 7*7 }} {% raw %} </style></mark></title>"
    "\u202egnp.exe\u2066 \x1b[31mred\x1b]8;;http://e.example\x07link\x00\x9b2J \ud800 \u2028 [bold red]rich[/bold red]"
)  # fmt: skip


@pytest.fixture
def hostile():
    """Every string that a page, a file name or a resolver can fill is the attack."""
    text = f"- {ATTACK}\n1. {ATTACK}\n{ATTACK}"
    home = article(
        "hostile", f"{ATTACK}.html", ATTACK, ATTACK, text,
        url="javascript:alert(1)", authors=(ATTACK,), published=ATTACK, language=ATTACK, section=ATTACK, tags=(ATTACK,),
        credits=(Credit(agency=ATTACK, kind="cited", span=Span(start=2, end=40), words=ATTACK),), rights=ATTACK,
        translations=(Translation(language=ATTACK, title=ATTACK, url="data:text/html,x"),),
        cuts=(Cut(role="other", text=ATTACK),), blocks=(),
    )  # fmt: skip
    other = replace(home, id="article-other", url='https://e.example/"><script>')
    third = replace(home, id="article-third")
    taken = Borrowed(
        article=third.id, spans=(Span(start=5, end=90), Span(start=100, end=400)), share=0.2, reason=ATTACK
    )
    first = Origin(
        id="origin",
        name=ATTACK,
        agency=ATTACK,
        head=None,
        articles=(home.id, other.id),
        borrowed=(taken,),
        reason=ATTACK,
    )
    second = Origin(id="origin-third", name=ATTACK, agency=None, head=third.id, articles=(third.id,), reason=ATTACK)
    bodiless = Origin(
        id="origin-gone", name=ATTACK, agency=ATTACK, head=None, articles=(), borrowed=(taken,), reason=ATTACK
    )
    words = replace(bodiless, id="origin-words", agency=None)
    passages = (
        Passage(copy=Span(start=0, end=300), original=Span(start=2, end=302)),
        Passage(copy=Span(start=200, end=9_000), original=Span(start=8_000, end=9_000)),
        Passage(copy=Span(start=400, end=400), original=Span(start=5, end=5)),
    )
    link = Link(
        kind="copies",
        a=other.id,
        b=home.id,
        verdict="yes",
        score=1.0,
        by=ATTACK,
        share=1.0,
        passages=passages,
        reason=ATTACK,
    )
    quoted = replace(link, a=third.id, verdict="no", shared="quotation", directed=False)
    said = Statement(
        id="statement", article=home.id, part="text", content=(Span(start=2, end=400),), cue=(Span(start=30, end=70),),
        source=(Span(start=100, end=300),), speaker=ATTACK, form="direct", stance="denies", hedge=ATTACK, anonymous=False,
        anonymity=(Span(start=40, end=90),), within="statement", score=1.0, by=ATTACK,
    )  # fmt: skip
    unnamed = replace(said, id="unnamed", anonymous=True, within="statement")
    found = Evidence(article=home.id, span=Span(start=0, end=len(text)), origin=first.id, statement=said.id)
    answer = Answer(value=ATTACK, voices=1, evidence=(found,))
    points = (
        Point(
            id="q1", status="disputed", voices=1, answers=(answer, replace(answer, value="1. " + ATTACK)), reason=ATTACK
        ),
        Point(id="q2", status="agreed", voices=1, answers=(answer,), reason=ATTACK),
        Point(id="q3", status="single", voices=1, answers=(answer,), reason=ATTACK),
    )
    moment = Moment(when=ATTACK, article=home.id, span=Span(start=5, end=500), words=Span(start=5, end=9))
    named = Mention(article=home.id, span=Span(start=1, end=30), name=ATTACK, kind="other", by=BY)
    told = StoryBrief(
        story=Story(id="story", title=ATTACK, articles=(home.id, other.id, third.id)), articles=(home, other, third),
        origins=(first, second, bodiless, words), copies=(link, quoted), statements=(said, unnamed),
        actors=(Actor(id="actor", name=ATTACK, kind="other", variants=(ATTACK,), mentions=(named,)),),
        comparison=Comparison(
            story="story", points=points, omissions=(Omission(outlet=ATTACK, points=("q2", "gone")),), timeline=(moment,)
        ),
    )  # fmt: skip
    rejected = (Rejected(file=ATTACK, member=ATTACK, reason="crashed", detail=ATTACK, by=ATTACK),)
    return Brief(stories=(told,), pages=3, rejected=rejected)


@pytest.fixture
def across():
    """A notice that an article of each of the two stories of `brief` carries, and a copy between them."""
    notice = Link(
        kind="copies", a="article-ferry-a", b="article-mail", verdict="no", score=0.1, by=BY, share=0.1, directed=False,
        shared="notice", passages=(Passage(copy=Span(start=0, end=9), original=Span(start=3, end=12)),), reason="stock words",
    )  # fmt: skip
    copy = replace(
        notice, a="article-ferry-b", b="article-tern", verdict="yes", shared="text", directed=True, reason="credit"
    )
    return notice, copy


@pytest.fixture
def empty():
    return Brief(stories=(), pages=0, rejected=())
