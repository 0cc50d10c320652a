r"""Records → the same records as they may leave the server: no folder of it in any file name, only web addresses as URLs.

Ids, texts and spans stay as they are. A file is known by its name alone; what is not http or https (`javascript:`, `data:`,
`file:`) is no address that a reader could be sent to, and stands as null. The saved page still holds it.

>>> bare("/srv/news/tern.html"), bare("C:\\saved\\tern.html"), address("javascript:alert(1)")
('tern.html', 'tern.html', None)
"""

from __future__ import annotations

import re
from dataclasses import replace

from headwater.model import Acknowledged, Article, ArticleView, Hit, Place, Rejected, StoryBrief

_SEPARATORS = re.compile(r"[/\\]+")
_FOLDERS = re.compile(r"(?<![\w:./\\-])(?:[A-Za-z]:|\.{1,2})?[/\\](?:[^\s/\\'\"“”<>|]{1,255}[/\\])+")
_WEB = re.compile(r"https?://[^\s\\\"<>`\x00-\x1f\x7f]{1,4000}", re.IGNORECASE)


def bare(file: str) -> str:
    """Return the name of a file without its folders; a member that follows stays."""
    return _SEPARATORS.split(file)[-1] or "-"


def address(url: str | None) -> str | None:
    """Return a URL that is a web address; None for any other."""
    return url if url and _WEB.fullmatch(url) else None


def words(text: str) -> str:
    """Return a sentence of ours with every path in it cut down to its last part.

    >>> words("cannot open '/srv/news/tern.html'; see https://desk.example/a/b")
    "cannot open 'tern.html'; see https://desk.example/a/b"
    """
    return _FOLDERS.sub("", text)


def outward_article(article: Article) -> Article:
    """Return an article as it may leave."""
    return replace(
        article,
        url=address(article.url),
        places=tuple(map(_place, article.places)),
        translations=tuple(replace(each, url=address(each.url)) for each in article.translations),
    )


def outward_view(view: ArticleView) -> ArticleView:
    """Return an article's view as it may leave."""
    return replace(view, article=outward_article(view.article))


def outward_story(told: StoryBrief) -> StoryBrief:
    """Return a story's view as it may leave."""
    return replace(told, articles=tuple(map(outward_article, told.articles)))


def outward_hit(hit: Hit) -> Hit:
    """Return a hit as it may leave."""
    return replace(hit, article=outward_article(hit.article))


def outward_rejected(rejected: Rejected) -> Rejected:
    """Return a rejected input as it may leave."""
    return replace(
        rejected,
        file=bare(rejected.file),
        member=rejected.member,
        detail=words(rejected.detail.replace(rejected.file, bare(rejected.file))) if rejected.file else rejected.detail,
    )


def outward_acknowledged(acknowledged: Acknowledged) -> Acknowledged:
    """Return what is said of an added page as it may leave."""
    rejected = outward_rejected(acknowledged.rejected) if acknowledged.rejected else None
    return replace(acknowledged, file=bare(acknowledged.file), rejected=rejected)


def _place(place: Place) -> Place:
    return replace(place, file=bare(place.file), url=address(place.url))
