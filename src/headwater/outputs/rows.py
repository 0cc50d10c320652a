"""Records → JSON rows, the same shapes in a brief and in the listings of each room.

>>> from headwater.model import Brief
>>> brief_json(Brief(stories=(), pages=0, rejected=()))["counts"]["pages"]
0
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from headwater.model import (
    Actor,
    Article,
    Borrowed,
    Brief,
    Link,
    Moment,
    Origin,
    Rejected,
    Span,
    Statement,
    words,
)
from headwater.model.brief import StoryBrief
from headwater.outputs.cite import stated_in
from headwater.outputs.citing import StoryIndex
from headwater.outputs.closing import counts
from headwater.outputs.order import ordered
from headwater.outputs.point_rows import rows_of_points
from headwater.outputs.shapes import (
    ArticleRow,
    BorrowedRow,
    BriefRow,
    CopyRow,
    MomentRow,
    NameRow,
    OriginRow,
    RejectedRow,
    StatementRow,
    StoryRow,
)

FORMAT = "headwater.brief/1"
"""Changes when a key changes its meaning or goes; new keys do not change it."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def brief_json(brief: Brief) -> BriefRow:
    """Return the brief as plain JSON values, described by `docs/brief.schema.json`.

    The order of the input makes no difference. Offsets are Unicode code points into the article's `text` (or `title`).

    >>> from headwater.model import Brief
    >>> sorted(brief_json(Brief(stories=(), pages=2, rejected=())))
    ['counts', 'format', 'rejected', 'stories']
    """
    brief = ordered(brief)
    return {
        "format": FORMAT,
        "counts": counts(brief),
        "stories": [_story_row(told) for told in brief.stories],
        "rejected": [rejected_row(rejected) for rejected in brief.rejected],
    }


def brief_json_text(brief: Brief) -> Iterator[str]:
    """Yield the text of `brief_json` in pieces, a story a line, so that a large brief is never one string.

    >>> from headwater.model import Brief
    >>> json.loads("".join(brief_json_text(Brief(stories=(), pages=2, rejected=()))))["counts"]["pages"]
    2
    """
    brief = ordered(brief)
    yield f'{{"format": {json.dumps(FORMAT)},\n"counts": {json_text(counts(brief))},\n"rejected": ['
    yield ",\n".join(json_text(rejected_row(rejected)) for rejected in brief.rejected)
    yield '],\n"stories": ['
    for number, told in enumerate(brief.stories):
        yield f"{',' if number else ''}\n{json_text(_story_row(told))}"
    yield "]}\n"


def json_text(row: Mapping[str, object], *, indent: int | None = None) -> str:
    r"""Return a row as JSON (RFC 8259) on one line, or indented; characters stay readable, lone surrogates are escaped.

    >>> json_text({"title": "Café \ud800"})
    '{"title": "Café \\ud800"}'
    """
    text = json.dumps(row, ensure_ascii=False, allow_nan=False, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def article_row(article: Article) -> ArticleRow:
    """Return one article as a row.

    >>> from headwater.outputs.sample import sample_story
    >>> article_row(sample_story().articles[0])["file"]
    'tern.html'
    """
    return {
        "id": article.id,
        "page": article.page,
        "file": article.file,
        "places": [{"file": p.file, "member": p.member, "url": p.url, "saved": p.saved} for p in article.places],
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "authors": list(article.authors),
        "published": article.published,
        "language": article.language,
        "section": article.section,
        "tags": list(article.tags),
        "text": article.text,
        "blocks": [{"role": b.role, "start": b.span.start, "end": b.span.end} for b in article.blocks],
        "cuts": [{"role": cut.role, "text": cut.text} for cut in article.cuts],
        "credits": [
            {
                "agency": credit.agency,
                "kind": credit.kind,
                "start": credit.span.start if credit.span else None,
                "end": credit.span.end if credit.span else None,
                "words": credit.words,
            }
            for credit in article.credits
        ],
        "rights": article.rights,
        "translations": [{"language": t.language, "title": t.title, "url": t.url} for t in article.translations],
        "by": article.by,
    }


def statement_row(statement: Statement, article: Article) -> StatementRow:
    """Return one statement of an article as a row: its words beside the spans that they stand at.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> row = statement_row(told.statements[0], told.articles[0])
    >>> row["content"], row["spans"]["content"]
    ('Nine boats sank', [[1, 16]])
    """
    text = stated_in(statement, article)
    return {
        "id": statement.id,
        "article": statement.article,
        "file": article.file,
        "part": statement.part,
        "speaker": statement.speaker,
        "source": words(statement.source, text),
        "cue": words(statement.cue, text),
        "content": words(statement.content, text),
        "form": statement.form,
        "stance": statement.stance,
        "hedge": statement.hedge,
        "anonymous": statement.anonymous,
        "anonymity": words(statement.anonymity, text),
        "within": statement.within,
        "spans": {
            "source": [_pair(span) for span in statement.source],
            "cue": [_pair(span) for span in statement.cue],
            "content": [_pair(span) for span in statement.content],
            "anonymity": [_pair(span) for span in statement.anonymity],
        },
        "score": round(statement.score, 4),
        "by": statement.by,
    }


def copy_row(link: Link, articles: Mapping[str, Article]) -> CopyRow:
    """Return one copy link as a row; `articles` (by id) name the files, null where one is not among them.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> row = copy_row(told.copies[0], {article.id: article for article in told.articles})
    >>> row["copy_file"], row["original_file"], row["share"]
    ('harbour.html', 'tern.html', 1.0)
    """
    copy, original = articles.get(link.a), articles.get(link.b)
    return {
        "copy": link.a,
        "copy_file": copy.file if copy else None,
        "original": link.b,
        "original_file": original.file if original else None,
        "verdict": link.verdict,
        "directed": link.directed,
        "share": round(link.share, 4),
        "passages": [{"copy": _pair(p.copy), "original": _pair(p.original)} for p in link.passages],
        "shared": link.shared,
        "reason": link.reason,
        "score": round(link.score, 4),
        "by": link.by,
    }


def origin_row(origin: Origin, story: StoryBrief) -> OriginRow:
    """Return one origin of a story as a row, with the passages of other articles that rest on it.

    >>> from headwater.outputs.sample import sample_story
    >>> row = origin_row(sample_story().origins[0], sample_story())
    >>> row["articles"], [(borrowed["file"], borrowed["spans"]) for borrowed in row["borrowed"]]
    (['a1', 'a2'], [('mail.html', [[41, 64]])])
    """
    articles = {article.id: article for article in story.articles}
    return _origin_row(origin, story.story.id, articles)


def _origin_row(origin: Origin, story: str, articles: Mapping[str, Article]) -> OriginRow:
    return {
        "id": origin.id,
        "story": story,
        "name": origin.name,
        "agency": origin.agency,
        "head": origin.head,
        "articles": list(origin.articles),
        "borrowed": [_borrowed_row(borrowed, articles.get(borrowed.article)) for borrowed in origin.borrowed],
        "reason": origin.reason,
    }


def _borrowed_row(borrowed: Borrowed, article: Article | None) -> BorrowedRow:
    return {
        "article": borrowed.article,
        "file": article.file if article else None,
        "spans": [_pair(span) for span in borrowed.spans],
        "share": round(borrowed.share, 4),
        "reason": borrowed.reason,
    }


def story_row(story: StoryBrief) -> StoryRow:
    """Return one story as a row with everything that was read from its articles, whatever order it was given in.

    >>> from headwater.outputs.sample import sample_story
    >>> row = story_row(sample_story())
    >>> len(row["articles"]), len(row["origins"]), row["names"][0]["variants"]
    (3, 3, ['A. Ruz', 'Ana Ruz'])
    """
    return _story_row(ordered(Brief(stories=(story,), pages=0, rejected=())).stories[0])


def rejected_row(rejected: Rejected) -> RejectedRow:
    """Return one rejected input as a row.

    >>> from headwater.model import Rejected
    >>> rejected_row(Rejected(file="a.bin", reason="binary", by="pages/1"))["reason"]
    'binary'
    """
    return {
        "file": rejected.file,
        "member": rejected.member,
        "page": rejected.page,
        "reason": rejected.reason,
        "detail": rejected.detail,
        "by": rejected.by,
    }


def _story_row(told: StoryBrief) -> StoryRow:
    articles = {article.id: article for article in told.articles}
    return {
        "id": told.story.id,
        "title": told.story.title,
        "origins": [_origin_row(origin, told.story.id, articles) for origin in told.origins],
        "articles": [article_row(article) for article in told.articles],
        "copies": [copy_row(link, articles) for link in told.copies],
        "statements": [statement_row(statement, articles[statement.article]) for statement in told.statements],
        "points": list(rows_of_points(told, StoryIndex.of(1, told))),
        "omissions": [{"outlet": o.outlet, "points": list(o.points)} for o in told.comparison.omissions],
        "names": [_name_row(actor) for actor in told.actors],
        "timeline": [_moment_row(moment, articles[moment.article]) for moment in told.comparison.timeline],
    }


def _name_row(actor: Actor) -> NameRow:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "variants": list(actor.variants),
        "mentions": [{"article": m.article, "start": m.span.start, "end": m.span.end} for m in actor.mentions],
    }


def _moment_row(moment: Moment, article: Article) -> MomentRow:
    return {
        "when": moment.when,
        "of": moment.of,
        "text": moment.span.of(article.text),
        "article": moment.article,
        "start": moment.span.start,
        "end": moment.span.end,
        "words": moment.words.of(article.text),
        "published": article.published,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
