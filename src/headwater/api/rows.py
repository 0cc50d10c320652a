"""Records that may leave → the shapes that only the REST interface has.

>>> from headwater.outputs.sample import sample_story
>>> head_row(sample_story().articles[0], "s1")["title"]
'Boats sink at Quill Bay'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from headwater.api.shapes import (
    ArticleHeadRow,
    ArticleViewRow,
    CorrectionRow,
    FoundRow,
    HitRow,
    PairRow,
    SentenceChangeRow,
    VersionChangeRow,
    WordsRow,
)
from headwater.model import Article, ArticleView, Correction, Hit, Link, Span, Spans
from headwater.model.version import SentenceChange, VersionChange
from headwater.outputs import article_row, copy_row, statement_row

_AROUND = 80
"""Characters on either side of what was found."""


def head_row(article: Article, story: str | None) -> ArticleHeadRow:
    """Return an article without its text."""
    return {
        "id": article.id,
        "page": article.page,
        "file": article.file,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "story": story,
    }


def view_row(view: ArticleView, others: Mapping[str, Article]) -> ArticleViewRow:
    """Return an article with what the desk knows about it; `others`, by id, name the files of copy links."""
    articles = {**others, view.article.id: view.article}
    return {
        "article": article_row(view.article),
        "story": view.story,
        "current": view.current,
        "versions": list(view.versions),
        "statements": [statement_row(statement, view.article) for statement in view.statements],
        "copies": [copy_row(link, articles) for link in view.copies],
    }


def hit_row(hit: Hit) -> HitRow:
    """Return one thing found."""
    return {
        "article": head_row(hit.article, hit.story),
        "statement": statement_row(hit.statement, hit.article) if hit.statement else None,
        "found": [_found(hit.article.text, start, end) for start, end in hit.spans],
        "score": round(hit.score, 4),
    }


def pair_row(link: Link | None, a: Article, b: Article) -> PairRow:
    """Return two articles side by side, with the words that they share."""
    by_id = {a.id: a, b.id: b}
    return {
        "link": copy_row(link, by_id) if link else None,
        "a": article_row(a),
        "b": article_row(b),
        "passages": [
            {"copy": each.copy.of(by_id[link.a].text), "original": each.original.of(by_id[link.b].text)}
            for each in link.passages
        ]
        if link
        else [],
    }


def correction_row(correction: Correction, standing: Iterable[str]) -> CorrectionRow:
    """Return a correction; `standing` are the ids of those that hold."""
    return {
        "id": correction.id,
        "kind": correction.kind,
        "groups": [list(group) for group in correction.groups],
        "quoted": list(correction.quoted),
        "subject": correction.subject,
        "note": correction.note,
        "person": correction.person,
        "made": correction.made,
        "standing": correction.id in standing,
    }


def change_row(change: VersionChange, old: Article, new: Article) -> VersionChangeRow:
    """Return what changed between two versions, in their words."""
    told = [each for each in change.changes if each.fate != "kept"]
    return {
        "old": change.old,
        "new": change.new,
        "silent": change.silent,
        "announced": change.announced,
        "fields": list(change.fields),
        "old_title": old.title,
        "new_title": new.title,
        "changes": [_sentence(each, old.text, new.text) for each in told],
        "kept": len(change.changes) - len(told),
        "notices": _runs(change.notices, new.text),
    }


def _sentence(change: SentenceChange, old: str, new: str) -> SentenceChangeRow:
    return {
        "fate": change.fate,
        "old": _run(change.old, old) if change.old else None,
        "new": _run(change.new, new) if change.new else None,
        "old_words": _runs(change.old_words, old),
        "new_words": _runs(change.new_words, new),
        "edits": [
            {"kind": edit.kind, "old": _runs(edit.old, old), "new": _runs(edit.new, new)} for edit in change.edits
        ],
    }


def _runs(spans: Spans, text: str) -> list[WordsRow]:
    return [_run(span, text) for span in spans]


def _run(span: Span, text: str) -> WordsRow:
    return {"start": span.start, "end": span.end, "quote": span.of(text)}


def _found(text: str, start: int, end: int) -> FoundRow:
    return {
        "start": start,
        "end": end,
        "quote": text[start:end],
        "before": text[max(start - _AROUND, 0) : start],
        "after": text[end : end + _AROUND],
    }
