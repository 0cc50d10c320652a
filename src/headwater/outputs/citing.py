"""One story → what its ids stand for: who an article belongs to, who speaks, through whom the words came.

>>> from headwater.outputs.sample import sample_story
>>> index = StoryIndex.of(1, sample_story())
>>> index.supplier("a2")
'The Daily Tern'
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Self

from headwater.articles.agencies import same_publisher
from headwater.model import Actor, Article, Evidence, Link, Origin, Part, Span, Spans, Statement, Voices, words
from headwater.model.brief import StoryBrief
from headwater.origins import OriginIndex
from headwater.outputs.cite import Cite, stated_in
from headwater.outputs.said import Said, SpeakerKind
from headwater.statements.chains import Voice, chain, voice_of
from headwater.text.sentences import sentences

_COMPARED = 200
"""Origins of a story that are compared pair by pair."""


class StoryIndex:
    """Look-ups over the records of one story; `number` is the story's place in the brief, from 1."""

    def __init__(
        self,
        number: int,
        articles: Iterable[Article],
        *,
        statements: Iterable[Statement] = (),
        origins: Iterable[Origin] = (),
        actors: Iterable[Actor] = (),
    ) -> None:
        self.number = number
        self.articles = {article.id: article for article in articles}
        self.statements = {statement.id: statement for statement in statements}
        origins = tuple(origins)
        self.origins = {article: origin for origin in origins for article in origin.articles}
        self._origin_names = {origin.id: origin.name for origin in origins}
        self.pairs: dict[Link, str] = {}
        """What the two articles of a copy link are called where they stand side by side."""
        self._resting = OriginIndex(origins, tuple(self.articles.values()))
        self._places = {article: place for place, article in enumerate(self.articles, start=1)}
        self._sentences: dict[str, list[Span]] = {}
        self._publishers: dict[tuple[str, str], bool] = {}
        self._names: dict[str, str | None] = {}
        for actor in actors:
            for variant in actor.variants:
                # A spelling that two actors share names neither of them.
                self._names[variant] = None if variant in self._names else actor.name

    @classmethod
    def of(cls, number: int, told: StoryBrief) -> Self:
        """Return the look-ups over everything that was read from a story."""
        index = cls(
            number, told.articles, statements=told.statements, origins=told.origins, actors=told.actors
        )  # fmt: skip
        index.pairs = {link: f"s{number}c{place}" for place, link in enumerate(told.copies, start=1)}
        return index

    def independent(self) -> Voices:
        """Return how many of the origins that hold the story's articles are independent of one another, and the doubts.

        Pairs of origins are compared: past a bound none are, and the doubt says so.
        """
        holding = tuple(dict.fromkeys(origin.id for origin in self.origins.values()))
        if len(holding) > _COMPARED:
            return Voices(count=1, origins=holding, doubts=(f"more than {_COMPARED} origins: not compared",))
        return self._resting.independent(holding)

    def cite(self, article: str, spans: Spans = (), part: Part = "text", *, before: str = "", after: str = "") -> Cite:
        """Return the words at some spans of an article with their place; without spans the article by its title.

        `before` and `after` are what their sentence has around them.
        """
        found = self.articles[article]
        text = (found.title or "") if part == "title" else found.text
        return Cite(
            story=self.number,
            article=self._places[article],
            outlet=outlet(found),
            file=found.file,
            part=part,
            spans=spans,
            quote=words(spans, text) if spans else (found.title or ""),
            language=found.language,
            before=before,
            after=after,
            published=found.published,
            url=found.url,
        )

    def within_sentence(self, article: str, span: Span) -> Cite:
        """Return the words at one span of an article's text with what their sentence has around them."""
        text = self.articles[article].text
        sentence = self.sentence(article, span)
        before, after = text[sentence.start : span.start], text[span.end : sentence.end]
        return self.cite(article, (span,), before=before, after=after)

    def sentence(self, article: str, span: Span) -> Span:
        """Return the sentence that a span of an article's text stands in; of several, from the first to the last."""
        if article not in self._sentences:
            self._sentences[article] = sentences(self.articles[article].text)
        known = self._sentences[article]
        first = bisect_right(known, span.start, key=lambda sentence: sentence.end)
        last = bisect_left(known, span.end, key=lambda sentence: sentence.start) - 1
        if first > last:
            return span
        return Span(start=min(known[first].start, span.start), end=max(known[last].end, span.end))

    def supplier(self, article: str, spans: Spans = ()) -> str | None:
        """Return who supplied the article's text: the agency, else the outlet of the head; None: the outlet itself.

        Words at `spans` that stand in a borrowed passage were supplied by the origin of that passage.
        """
        own = outlet(self.articles[article])
        origin = self._resting.at(article, spans[0]) if spans else self.origins.get(article)
        if origin is None:
            return None
        name = origin.agency or self._head(origin, article)
        return name if name != own else None

    def origin_name(self, origin: str) -> str:
        """Return the name of an origin by its id; the id itself where the story does not hold it."""
        return self._origin_names.get(origin, origin)

    def _head(self, origin: Origin, article: str) -> str | None:
        if origin.head is None or origin.head == article or origin.head not in self.articles:
            return None
        return outlet(self.articles[origin.head])

    def speaker(self, statement: Statement) -> tuple[str | None, SpeakerKind]:
        """Return whom a statement is ascribed to: a name, the words for an unnamed source, or nobody."""
        if statement.form == "narrated":
            return None, "own voice"
        voice = voice_of(statement, self.articles[statement.article])
        if voice is None or voice.kind == "unclear":
            return None, "unnamed" if statement.anonymous else "abstained"
        return self._known(voice), "unnamed" if voice.kind == "unnamed" else "named"

    def _known(self, voice: Voice) -> str:
        """Return a voice's name, a resolved speaker's in the fullest spelling that the collection has."""
        return (self._names.get(voice.name) if voice.kind == "named" else None) or voice.name

    def said(self, statement: Statement, cite: Cite | None = None) -> Said:
        """Return who stands behind a statement; `cite` points at its evidence where that is not the content itself."""
        who, kind = self.speaker(statement)
        text = stated_in(statement, self.articles[statement.article])
        spans = statement.content or statement.cue or statement.source
        return Said(
            who=who,
            kind=kind,
            via=self._via(statement.article, statement, spans if statement.part == "text" else ()),
            stance=statement.stance,
            form=statement.form,
            hedge=statement.hedge,
            cue=words(statement.cue, text),
            cite=cite or self.cite(statement.article, spans, statement.part),
        )

    def evidence(self, found: Evidence) -> Said:
        """Return who stands behind a piece of evidence: a speaker, or the outlet's own voice."""
        cite = self.within_sentence(found.article, found.span)
        statement = self.statements.get(found.statement or "")
        if statement is not None:
            return self.said(statement, cite)
        via = self._via(found.article, None, (found.span,))
        return Said(
            who=None, kind="own voice", via=via, stance=None, form="narrated", hedge=None, cue="", cite=cite
        )  # fmt: skip

    def _via(self, article: str, statement: Statement | None, spans: Spans) -> tuple[str, ...]:
        """Those between the speaker and the outlet, an agency under one of its names only."""
        voices = chain(statement, self.statements, self.articles[article], self.supplier(article, spans))
        own = statement.id if statement else None
        between = [voice for voice in voices if voice.kind not in {"unclear", "outlet"}]
        kept: list[str] = []
        for voice in between:
            name = self._known(voice)
            others = (*kept, outlet(self.articles[article]))
            through = voice.kind in {"agency", "supplier"}
            if voice.statement is not None and voice.statement == own:
                continue
            if not (through and any(self._is_one(name, other) for other in others)):
                kept.append(name)
        return tuple(kept)

    def _is_one(self, name: str, other: str) -> bool:
        pair = (name, other)
        if pair not in self._publishers:
            self._publishers[pair] = same_publisher(name, other)
        return self._publishers[pair]


def outlet(article: Article) -> str:
    """Return what an article is shown under: its outlet, else its file.

    >>> from headwater.outputs.sample import sample_story
    >>> outlet(sample_story().articles[0])
    'The Daily Tern'
    """
    return article.outlet or article.file
