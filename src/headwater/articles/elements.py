"""Element of a page → what it says that it holds: by its tag, its ARIA role, or the words of its class and id.

>>> from lxml.html import fragment_fromstring
>>> said_role(fragment_fromstring('<div class="related-stories">x</div>'))
'feed'
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from headwater.model import CutRole

OF_TAG: dict[str, CutRole] = {
    "nav": "menu",
    "footer": "legal",
    "aside": "feed",
    "figcaption": "caption",
    "button": "social",
    "form": "social",
}
OF_ARIA: dict[str, CutRole] = {
    "navigation": "menu",
    "menu": "menu",
    "menubar": "menu",
    "search": "menu",
    "contentinfo": "legal",
    "complementary": "feed",
    "button": "social",
    "dialog": "social",
}
OF_WORD: dict[str, CutRole] = {
    **dict.fromkeys(("nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "masthead", "topbar"), "menu"),
    **dict.fromkeys(("related", "recommended", "recommendations", "trending", "popular", "latest", "teaser"), "feed"),
    **dict.fromkeys(("teasers", "promo", "more", "mostread", "carousel", "sidebar", "recirc", "readmore"), "feed"),
    **dict.fromkeys(("footer", "copyright", "legal", "cookie", "cookies", "consent", "disclaimer", "privacy"), "legal"),
    **dict.fromkeys(("share", "sharing", "social", "follow", "comments", "newsletter", "subscribe"), "social"),
    **dict.fromkeys(("signup", "advert", "advertisement", "sponsored", "ad", "ads", "paywall", "promotion"), "social"),
    **dict.fromkeys(("byline", "author", "authors", "bio"), "byline"),
    **dict.fromkeys(("date", "dateline", "timestamp", "published", "datetime", "pubdate"), "date"),
    **dict.fromkeys(("tags", "tag", "topics", "keywords"), "tags"),
    **dict.fromkeys(("caption", "credit"), "caption"),
}
CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LONGEST_CLASS = 300
BOUNDS = frozenset(("body", "html", "article", "main"))
"""Inside these the elements around say nothing."""


def said_role(element: HtmlElement, around: CutRole | None = None) -> CutRole | None:
    """Return the role that an element says it has, else the one of the element around it; None where none says any."""
    if element.tag in BOUNDS:
        return None
    return OF_TAG.get(str(element.tag)) or OF_ARIA.get(element.get("role") or "") or _of_words(element) or around


def class_words(element: HtmlElement) -> list[str]:
    """Return the words of an element's class and id, in lower case.

    >>> from lxml.html import fragment_fromstring
    >>> class_words(fragment_fromstring('<p class="articleSub-title js_x" id="Lead">x</p>'))
    ['article', 'sub', 'title', 'js', 'x', 'lead']
    """
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return [word.lower() for word in CLASS_WORD.findall(named[:LONGEST_CLASS])]


def _of_words(element: HtmlElement) -> CutRole | None:
    return next((OF_WORD[word] for word in class_words(element) if word in OF_WORD), None)
