"""A statement → through whom its words came: source ← source ← agency ← outlet, nearest to the event first.

The statement, the others of its article and the article with its credits enter; voices leave.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> [voice.name for voice in chain(told.statements[0], {}, told.articles[0])]
['Ana Ruz', 'The Daily Tern']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from headwater.model import Article, Credit, Statement, words

VoiceKind = Literal["named", "unnamed", "unclear", "agency", "supplier", "outlet"]
"""A resolved speaker; a source that the outlet leaves unnamed; one that was not resolved; a credited agency; the outlet
that the text was copied from; the article's own outlet."""
THROUGH = frozenset({"republished", "co-written"})
"""Credits of these kinds say through whom the text came; `cited` and `quoted-from` only whom parts of it came from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """One link of a chain."""

    kind: VoiceKind
    name: str
    """A resolved speaker's name; for other speakers the words of the source, white space made single."""
    statement: str | None
    """Id of the statement that this voice makes; None for agencies and outlets."""


def chain(
    statement: Statement | None, statements: Mapping[str, Statement], article: Article, supplier: str | None = None
) -> tuple[Voice, ...]:
    """Return through whom a statement came: its speaker, the speakers it is reported inside of, agencies, the outlet.

    `statements` by id holds at least those that it lies within; `supplier` is who the text was copied from, where copies
    show more than the credits say. None for the outlet's own sentence, whose chain begins with the agency. Nobody stands
    in it twice; narrated statements and sources without words add nobody. A circle among the pointers ends the chain.

    >>> from headwater.outputs.sample import sample_story
    >>> [(voice.kind, voice.name) for voice in chain(None, {}, sample_story().articles[1], "The Daily Tern")]
    [('supplier', 'The Daily Tern'), ('outlet', 'Harbour Post')]
    """
    voices: dict[str, Voice] = {}
    for voice in (*_speakers(statement, statements, article), *_through(article, supplier)):
        # Two pronouns that were not resolved may be two people.
        key = f"{voice.statement}: {voice.name}" if voice.kind == "unclear" else voice.name
        voices.setdefault(key.casefold(), voice)
    own = article.outlet or article.file
    voices.pop(own.casefold(), None)
    return (*voices.values(), Voice(kind="outlet", name=own, statement=None))


def voice_of(statement: Statement, article: Article) -> Voice | None:
    """Return who makes a statement, None where it is the outlet's own voice or nobody is named at all.

    >>> from headwater.outputs.sample import sample_story
    >>> voice_of(sample_story().statements[0], sample_story().articles[0]).kind
    'named'
    """
    if statement.form == "narrated":
        return None
    text = article.text if statement.part == "text" else article.title or ""
    source = " ".join(words(statement.source, text).split())
    if statement.anonymous:
        name = source or statement.speaker
        return Voice(kind="unnamed", name=name, statement=statement.id) if name else None
    if statement.speaker is not None:
        return Voice(kind="named", name=statement.speaker, statement=statement.id)
    return Voice(kind="unclear", name=source, statement=statement.id) if source else None


def _speakers(statement: Statement | None, statements: Mapping[str, Statement], article: Article) -> Iterator[Voice]:
    seen: set[str] = set()
    while statement is not None and statement.id not in seen:
        seen.add(statement.id)
        voice = voice_of(statement, article)
        if voice is not None:
            yield voice
        statement = statements.get(statement.within or "")


def _through(article: Article, supplier: str | None) -> Iterator[Voice]:
    agencies = [credit.agency for credit in article.credits if _carries(credit)]
    for agency in agencies:
        yield Voice(kind="agency", name=agency, statement=None)
    if supplier is not None:
        yield Voice(kind="supplier", name=supplier, statement=None)


def _carries(credit: Credit) -> bool:
    return credit.kind in THROUGH
