"""A story → a feed: an entry for each article, and one for each point that is disputed or was updated.

>>> from headwater.outputs.sample import sample_story
>>> [entry.title for entry in story_feed(sample_story()).entries if entry.tags]
['Disputed: nine / twelve']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from headwater.model import Article, Point, Statement, StoryBrief
from headwater.outputs import labels, point_labels
from headwater.outputs.citing import StoryIndex, outlet
from headwater.outputs.closing import number, origin_count
from headwater.outputs.copy_sheet import CopyLine, OriginSheet
from headwater.outputs.copy_tree import origin_sheets
from headwater.outputs.exports.feed import Entry, Feed, newest
from headwater.outputs.exports.identifiers import address, language_tag, urn
from headwater.outputs.exports.instants import EPOCH, reported, sortable
from headwater.outputs.exports.naming import in_order
from headwater.outputs.exports.quotations import quotations
from headwater.outputs.exports.settings import ALONE, ExportSettings
from headwater.outputs.point_sheet import AnswerSheet, PointSheet
from headwater.outputs.points import lay_out_points
from headwater.outputs.said import Said
from headwater.outputs.visible import short

_SHOWN: Mapping[str, str] = {"disputed": "Disputed", "updated": "Updated"}
_QUOTE = 280
_QUOTES = 5
_RESTS = 3
_ANSWERS = 8
_WORDINGS = 3


def story_feed(told: StoryBrief, settings: ExportSettings = ALONE) -> Feed:
    """Return the feed of a story.

    An article's entry says what it takes from whom and quotes up to five short quotations (with `full` its text too). A
    point's entry has the time at which its latest answer was first reported: the moment the dispute began.
    """
    told = in_order(told)
    index = StoryIndex.of(1, told)
    entries = [*_articles(told, index, settings), *_points(told, index, settings)]
    return Feed(
        id=urn("story", told.story.id),
        title=told.story.title,
        subtitle=f"{number(len(told.articles), 'article')}, {number(origin_count(told), 'origin')}, and what they dispute",
        home=settings.story(told.story.id),
        own=settings.own,
        entries=newest(entries),
    )


def _articles(told: StoryBrief, index: StoryIndex, settings: ExportSettings) -> Iterator[Entry]:
    lines = {line.cite.article: (sheet, line) for sheet in origin_sheets(told, index) for line in sheet.lines}
    said: dict[str, list[Statement]] = {}
    for statement in told.statements:
        said.setdefault(statement.article, []).append(statement)
    for place, article in enumerate(told.articles, start=1):
        words = [_standing(*lines[place])] if place in lines else []
        words += _quoted(article, said.get(article.id, []))
        words += [article.text] if settings.full else []
        yield Entry(
            id=urn("article", article.id),
            title=article.title or outlet(article),
            home=settings.article(article.id),
            live=address(article.url),
            related=(),
            authors=(outlet(article), *article.authors),
            published=sortable(article.published),
            updated=reported(article),
            words="\n\n".join(words) or outlet(article),
            tags=(),
            language=language_tag(article.language),
            rights=article.rights,
        )


def _standing(sheet: OriginSheet, line: CopyLine) -> str:
    """Whose text it is, and which passages are somebody else's."""
    own = "An origin of its own" if len(sheet.lines) == 1 else f"Origin: {sheet.name}"
    told = [f"Copy: {labels.taken(line)}" if line.tie else own, *(labels.rests(rest) for rest in line.rests[:_RESTS])]
    return "; ".join(told) + "."


def _quoted(article: Article, statements: list[Statement]) -> Iterator[str]:
    for quotation in quotations(article, statements)[:_QUOTES]:
        by = f" — {quotation.speaker}" if quotation.speaker else ""
        yield labels.quoted(short(quotation.words, _QUOTE)) + by


def _points(told: StoryBrief, index: StoryIndex, settings: ExportSettings) -> Iterator[Entry]:
    sheets = lay_out_points(told.comparison, index)
    for point in told.comparison.points:
        if point.status not in _SHOWN:
            continue
        held = list(dict.fromkeys(found.article for answer in point.answers for found in answer.evidence))
        pages = (address(index.articles[article].url) for article in held)
        began = _began(point, index)
        yield Entry(
            id=urn("point", told.story.id, point.id),
            title=f"{_SHOWN[point.status]}: {point_labels.values(sheets[point.id])}",
            home=settings.story(told.story.id),
            live=None,
            related=tuple(dict.fromkeys(page for page in pages if page)),
            authors=(),
            published=began,
            updated=began or EPOCH,
            words=_side_by_side(sheets[point.id]),
            tags=(point.status,),
            language=None,
        )


def _began(point: Point, index: StoryIndex) -> str | None:
    """When the last of the answers first came up; an answer without a date says nothing of it."""
    firsts = []
    for answer in point.answers:
        times = [reported(index.articles[found.article]) for found in answer.evidence]
        dated = [time for time in times if time != EPOCH]
        first = sortable(answer.reported) or min(dated, default=None)
        if first:
            firsts.append(first)
    return max(firsts, default=None)


def _side_by_side(point: PointSheet) -> str:
    shown = [_answer(answer) for answer in point.answers[:_ANSWERS]]
    more = len(point.answers) - len(shown)
    facts = point_labels.facts(point)
    return "\n\n".join([*([facts] if facts else []), *shown, *([f"and {more:,} more answers"] if more else [])])


def _answer(answer: AnswerSheet) -> str:
    lines = [f"{answer.letter}: {short(answer.value, _QUOTE)} ({number(answer.voices, 'voice')})"]
    lines += [_evidence(wording) for wording in answer.said[:_WORDINGS]]
    more = len(answer.said) - _WORDINGS
    return "\n".join([*lines, *([f"and {more:,} more"] if more > 0 else [])])


def _evidence(said: Said) -> str:
    return f"{labels.quoted(short(said.cite.sentence, _QUOTE))} — {labels.behind(said)}"
