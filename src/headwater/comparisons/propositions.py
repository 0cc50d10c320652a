"""Article → propositions: the runs of its text that assert one thing each.

What enters: an article and its statements. What leaves: runs inside sentences of the running text. A sentence that
reports what two people say, or that joins two main clauses, holds two propositions; most hold one. Splitting is
conservative: a clause is cut off only where it has a subject and a finite verb of its own.

>>> text = "The quay was closed on Monday, but the mayor has kept the ferry office open."
>>> [span.of(text) for span in clauses(text, Span(start=0, end=len(text)))]
['The quay was closed on Monday', 'the mayor has kept the ferry office open.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.model import Article, Span, Statement
from headwater.text.sentences import sentences

RUNNING = frozenset({"paragraph", "standfirst", "list"})
SHORTEST = 4
"""Words below which a run says too little to be compared."""
COVERED = 0.3
"""Share of a sentence that a statement's content must cover to speak for it."""
CLAUSE = 5
"""Words that each of two clauses must have to stand alone."""
JOINT = re.compile(r"(?:;|,|\s[–—-])\s+(?:and|but|while|whereas|although|though)\s+|;\s+")
SUBJECT = re.compile(
    r"(?:(?:the|a|an|its|his|her|their|our|some|many|several|most|both|two|three|no)\s+\w|(?:he|she|it|they|we|there)\b|[A-Z]|\d)",
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|said|says|went|came|took|"
    r"made|gave|got|told|left|began|held|kept|won|lost|led|met|saw|found|felt|brought|fell|rose|\w{3,}ed)\b",
    re.IGNORECASE,
)
STOPPED = re.compile(r"[.!?][”\"’']?$")
LOOK_AHEAD = 9
"""Words after a joint among which the new clause's verb must stand."""
CLAIMS = frozenset({"asserts", "promises", "demands"})
"""Stances under which the content alone is what is put forward; a denial is put forward only with its cue."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposition:
    """One run that asserts one thing."""

    span: Span
    """Into `Article.text`; inside one sentence."""
    sentence: int
    """Number of its sentence among the article's running sentences, from 0."""
    core: str
    """What is put forward, without who says it: the content of the statement where one speaks for the run."""
    statement: Statement | None


def propositions(article: Article, statements: Sequence[Statement]) -> Iterator[Proposition]:
    """Yield the propositions of an article's running text, in order; `statements` may be those of other articles too."""
    running = [block.span for block in article.blocks if block.role in RUNNING]
    own = [statement for statement in statements if statement.article == article.id and statement.part == "text"]
    number = -1
    for sentence in sentences(article.text):
        if len(sentence.of(article.text).split()) < SHORTEST or not any(block.overlaps(sentence) for block in running):
            continue
        number += 1
        here = [statement for statement in own if any(run.overlaps(sentence) for run in statement.content)]
        for span, statement in _parts(article.text, sentence, here):
            core = _core(article.text, span, statement)
            yield Proposition(span=span, sentence=number, core=core, statement=statement)


def asserts(run: str) -> bool:
    """Say whether a run of words may assert something: enough words, and a finite verb or a full stop.

    >>> asserts("The port was closed."), asserts("Photograph: Ana Ruiz/Lowmark Post"), asserts("Lowmark Post | 3 June, 17:52")
    (True, False, False)
    """
    return len(run.split()) >= SHORTEST and bool(FINITE.search(run) or STOPPED.search(run))


def clauses(text: str, sentence: Span) -> list[Span]:
    """Return the main clauses of a sentence, each with subject and verb; the sentence itself where it is not plain."""
    found, start = [], sentence.start
    for joint in JOINT.finditer(text, sentence.start, sentence.end):
        before, after = text[start : joint.start()], text[joint.end() : sentence.end]
        if (
            len(before.split()) < CLAUSE
            or len(after.split()) < CLAUSE
            or _inside_quote(text[sentence.start : joint.start()])
        ):
            continue
        if SUBJECT.match(after) and FINITE.search(" ".join(after.split()[1:LOOK_AHEAD])) and FINITE.search(before):
            found.append(Span(start=start, end=joint.start()))
            start = joint.end()
    return [*found, Span(start=start, end=sentence.end)]


def _parts(text: str, sentence: Span, here: Sequence[Statement]) -> list[tuple[Span, Statement | None]]:
    separate = _separate(sentence, here, text)
    if len(separate) > 1:
        return separate
    speaking = _speaking(sentence, here)
    if speaking:
        return [(sentence, speaking)]
    return [(clause, _speaking(clause, here)) for clause in clauses(text, sentence)]


def _separate(sentence: Span, here: Sequence[Statement], text: str) -> list[tuple[Span, Statement | None]]:
    """Return the runs of statements that stand side by side in a sentence, source and cue included."""
    found: list[tuple[Span, Statement | None]] = []
    end = sentence.start
    outermost = sorted(here, key=lambda one: (_first(one), -_last(one)))
    for statement in outermost:
        content = [run for run in statement.content if run.overlaps(sentence)]
        words = sum(len(text[max(run.start, sentence.start) : min(run.end, sentence.end)].split()) for run in content)
        if words < SHORTEST or content[0].start < end:
            continue
        runs = [run for run in (*statement.source, *statement.cue, *content) if run.overlaps(sentence)]
        start = max(end, sentence.start, min(run.start for run in runs))
        end = min(sentence.end, max(run.end for run in runs))
        found.append((_trimmed(text, start, end), statement))
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the run without the comma and space that part it from what stands before."""
    inside = text[start:end]
    return Span(start=end - len(inside.lstrip(" ,;\n\t")), end=end)


def _first(statement: Statement) -> int:
    return min(run.start for run in statement.content)


def _last(statement: Statement) -> int:
    return max(run.end for run in statement.content)


def _speaking(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement that covers most of the run, the outermost of equals."""
    best, most = None, COVERED * (span.end - span.start)
    for statement in statements:
        covered = sum(max(0, min(run.end, span.end) - max(run.start, span.start)) for run in statement.content)
        if covered > most:
            best, most = statement, covered
    return best


def _core(text: str, span: Span, statement: Statement | None) -> str:
    """Return what a run puts forward: the content of its statement, where that is more than a fragment."""
    if statement is None or statement.stance not in CLAIMS:
        return span.of(text)
    inside = (
        Span(start=max(run.start, span.start), end=min(run.end, span.end))
        for run in statement.content
        if run.overlaps(span)
    )
    content = " ".join(run.of(text) for run in inside)
    return content if len(content.split()) >= CLAUSE else span.of(text)


def _inside_quote(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
