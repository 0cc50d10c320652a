"""Articles: found by filters, shown with all that the desk knows, their saved pages, their versions, and two side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from headwater.api.answering import described, documented, exported, json_answer, listed, media_types
from headwater.api.asking import ArticleId, ArticleWritten, Page, Published, Serving
from headwater.api.outward import outward_article, outward_hit, outward_view
from headwater.api.rows import change_row, head_row, pair_row, view_row
from headwater.api.served import Served
from headwater.api.shapes import ArticleHeadRow, ArticleViewRow, ListRow, PairRow, VersionChangeRow
from headwater.api.slicing import sliced
from headwater.errors import NotHere
from headwater.model import Query as Search
from headwater.outputs.exports import ARTICLE_FORMATS, find_format
from headwater.versions import compare_versions

router = APIRouter(tags=["articles"])
OCTETS = "application/octet-stream"
_SANDBOX = "default-src 'none'; sandbox"


@router.get(
    "/articles",
    operation_id="listArticles",
    responses=described(ListRow[ArticleHeadRow], "Articles, the newest first."),
)
def list_articles(request: Request, serving: Serving, page: Annotated[Published, Query()]) -> Response:
    """List the current articles of the desk."""
    asked = Search(outlet=page.outlet, language=page.language, since=page.since, until=page.until, story=page.story)
    found = serving.desk.search(asked, after=page.after, limit=page.limit)
    return listed(request, found, lambda hit: head_row(outward_hit(hit).article, hit.story))


@router.get(
    "/articles/{article}",
    operation_id="showArticle",
    responses=described(
        ArticleViewRow,
        "The article, or a document in the format asked for.",
        also=media_types(ARTICLE_FORMATS),
    ),
)
def show_article(
    request: Request,
    serving: Serving,
    article: ArticleId,
    asked: Annotated[ArticleWritten, Query()],
) -> Response:
    """Show an article: text, what was cut from its page, statements, copies, versions and its story."""
    view = outward_view(serving.desk.article(article))
    if asked.format is not None:
        return exported(request, find_format(ARTICLE_FORMATS, asked.format), view, asked)
    others = {end for link in view.copies for end in (link.a, link.b)} - {article}
    readings = serving.desk.store.readings(sorted(others))
    return json_answer(view_row(view, {name: outward_article(each.article) for name, each in readings.items()}))


@router.get(
    "/articles/{article}/page",
    operation_id="savePage",
    responses=documented(OCTETS, "The bytes, to be saved and not shown."),
)
def save_page(serving: Serving, article: ArticleId) -> Response:
    """Give the page that the article was read from, byte for byte as it was saved.

    It is never sent as a web page: whatever scripts it holds must not run under the desk's own address.
    """
    page = serving.desk.page(serving.desk.article(article).article.page)
    headers = {
        "Content-Disposition": f'attachment; filename="page-{page.id}.bin"',
        "Content-Security-Policy": _SANDBOX,
        "X-Content-Type-Options": "nosniff",
    }
    return Response(page.content, headers=headers, media_type=OCTETS)


@router.get(
    "/articles/{article}/versions",
    operation_id="listVersions",
    responses=described(ListRow[VersionChangeRow], "What each version changed of the one before, the oldest first."),
)
def list_versions(request: Request, serving: Serving, article: ArticleId, page: Page) -> Response:
    """List what changed at an article's address, sentence by sentence; nothing where there is one version only."""
    pairs = list(pairwise(serving.desk.article(article).versions))
    found = sliced("versions", pairs, lambda pair: pair[1], page)
    return listed(request, found, lambda pair: _changed(serving, *pair))


@router.get(
    "/articles/{article}/versions/{old}",
    operation_id="compareVersions",
    responses=described(VersionChangeRow, "What changed from the old version to this article."),
)
def compare_version(serving: Serving, article: ArticleId, old: ArticleId) -> Response:
    """Compare any two versions of one address."""
    if old not in serving.desk.article(article).versions:
        raise NotHere(f"{old} is no version of article {article}")
    return json_answer(_changed(serving, old, article))


@router.get(
    "/copies/{a}/{b}",
    operation_id="showPair",
    tags=["copies"],
    responses=described(PairRow, "Both articles, and the words that they share."),
)
def show_pair(serving: Serving, a: ArticleId, b: ArticleId) -> Response:
    """Show two articles side by side."""
    link, one, other = serving.desk.pair(a, b)
    return json_answer(pair_row(link, outward_article(one.article), outward_article(other.article)))


def _changed(serving: Served, old: str, new: str) -> VersionChangeRow:
    before, then = (outward_view(serving.desk.article(each)) for each in (old, new))
    change = compare_versions(
        before.article, then.article, old_statements=before.statements, new_statements=then.statements
    )
    return change_row(change, before.article, then.article)
