"""Invented records for the store's specifications."""

import numpy as np

from headwater.model import (
    Actor,
    Article,
    Comparison,
    Mention,
    Page,
    Place,
    Reading,
    Span,
    Statement,
    Story,
    StoryBrief,
    StoryCard,
    StoryEvent,
    digest,
)

TEXT = "The ferry left Port Lowmark at dawn. The mayor said nobody was hurt."


def page(name="a", content=b"<p>The ferry left.</p>", file=None):
    return Page(
        id=digest("page", name),
        content=content,
        media="html",
        declared="utf-8",
        place=Place(page=digest("page", name), file=file or f"{name}.html", url=f"https://lowmark.example/{name}"),
    )


def said(article, span=(37, 68), speaker="Ana Ruiz", stance="asserts", **fields):
    return Statement(
        **{
            "id": digest("statement", article, span[0], speaker or ""),
            "article": article,
            "part": "text",
            "source": (),
            "cue": (),
            "content": (Span(start=span[0], end=span[1]),),
            "speaker": speaker,
            "form": "indirect",
            "stance": stance,
            "hedge": None,
            "anonymous": False,
            "anonymity": (),
            "within": None,
            "score": 0.9,
            "by": "invented",
        }
        | fields
    )


def reading(name="a", text=TEXT, statements=None, **fields):
    """Return the reading of the page with this name; `statements` are (span, speaker, stance)."""
    of = page(name)
    article = digest("article", of.id, text)
    return Reading(
        article=Article(
            **{
                "id": article,
                "page": of.id,
                "places": (of.place,),
                "title": f"Report {name}",
                "outlet": "Lowmark Post",
                "url": of.place.url,
                "authors": (),
                "published": "2031-05-03",
                "language": "en",
                "section": None,
                "tags": (),
                "credits": (),
                "rights": None,
                "translations": (),
                "text": text,
                "blocks": (),
                "cuts": (),
                "by": "invented",
            }
            | fields
        ),
        statements=tuple(said(article, *each) for each in statements or ()),
        mentions=(Mention(article=article, span=Span(start=4, end=9), name=text[4:9], kind="other", by="invented"),),
    )


def vector(seed=0):
    drawn = np.random.default_rng(seed).standard_normal(384).astype(np.float32)
    return drawn / np.linalg.norm(drawn)


def keep(store, *readings, address=None):
    """Add pages and readings in one transaction; return the ids of the articles."""
    with store.writing():
        for number, each in enumerate(readings):
            store.add_page(
                Page(id=each.article.page, content=b"x", media="text", declared=None, place=each.article.places[0])
            )
            store.add_reading(each, address=address or each.article.url, vector=vector(number))
    return [each.article.id for each in readings]


def put(store, story, articles, *events):
    with store.writing():
        store.put_story(story, articles, events)


def event(story, change, articles, other=None):
    return StoryEvent(number=0, story=story, change=change, articles=tuple(articles), other=other, by="invented")


def view(story, *readings, actors=()):
    return StoryBrief(
        story=Story(id=story, title=f"Story {story}", articles=tuple(each.article.id for each in readings)),
        articles=tuple(each.article for each in readings),
        origins=(),
        copies=(),
        statements=tuple(statement for each in readings for statement in each.statements),
        actors=tuple(
            Actor(id=digest("actor", *names), name=names[0], kind="person", variants=tuple(sorted(names)), mentions=())
            for names in actors
        ),
        comparison=Comparison(story=story, points=(), omissions=(), timeline=()),
    )


def card(story, **counts):
    return StoryCard(
        **{
            "id": story,
            "title": f"Story {story}",
            "articles": 1,
            "origins": 1,
            "outlets": (),
            "languages": (),
            "disputed": 0,
            "updated": 0,
            "unsure": 0,
            "agreed": 0,
            "single": 0,
            "first": None,
            "last": None,
            "revision": 1,
            "settled": True,
        }
        | counts
    )


def settle(store, story, *readings, actors=(), **counts):
    with store.writing():
        store.put_story(story, [each.article.id for each in readings])
        store.put_view(view(story, *readings, actors=actors), card(story, articles=len(readings), **counts))
