"""Runs of a page that are not in its article → cuts with their roles, so that a reader can see what was left out.

The role comes from the nearest element around the run that says what it is: by its tag, its ARIA role or the words of
its class and id.

>>> from headwater.articles.markup import parse, runs
>>> tree = parse("<nav>World</nav><p>Rain fell.</p><footer>© 2031 The Orvale Courier</footer>")
>>> [(cut.role, cut.text) for cut in cuts(list(runs(tree)), ["Rain fell."], "")]
[('menu', 'World'), ('legal', '© 2031 The Orvale Courier')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from headwater.articles.bylines import is_byline
from headwater.articles.dumps.moments import moment_in
from headwater.articles.leaks import is_end, is_prompt
from headwater.articles.markup import Run, folded
from headwater.model import Cut, CutRole

MOST = 1_000
"""So many cuts of a page are kept, from its top."""
LONGEST = 2_000
"""A cut keeps so many characters; the rest is given up with “…”."""
SHINGLE = 4
"""A run whose every four words in a row stand in the article is part of it."""

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
SENTENCE = re.compile(r"[.!?…][\"'”’»)]*$")
RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
PICTURE = re.compile(r"\b(?:photo|picture|image)s?\s*(?:by\b|:|©)", re.IGNORECASE)
SHORT = 160
LONGEST_CLASS = 300


def cuts(found: Sequence[Run], article: Iterable[str], title: str) -> tuple[Cut, ...]:
    """Return what a page shows outside its article, in page order, each text once; at most 1,000 of 2,000 characters."""
    kept, told = set[str](), set[tuple[str, ...]]()
    for block in article:
        line = folded(block)
        kept.add(line)
        told.update(shingles(line))
    left: list[Cut] = []
    for run in found:
        line = folded(run.text)
        if not line or line in kept or told.issuperset(shingles(line) or [("",)]):
            continue
        kept.add(line)
        role: CutRole = "headline" if line == folded(title) else role_of(run)
        text = run.text if len(run.text) <= LONGEST else run.text[: LONGEST - 1] + "…"
        left.append(Cut(role=role, text=text))
        if len(left) == MOST:
            break
    return tuple(left)


def role_of(run: Run) -> CutRole:
    """Return what a run outside the article is, by its words where they are plain, else by its elements."""
    if RIGHTS.search(run.text[:LONGEST]):
        return "legal"
    said = said_role(run.element)
    if run.timed > 0.5:
        return "date"
    if said == "feed" or (said is None and run.linked > 0.9):
        return _listed(run)
    return said or _by_words(run.text)


def _by_words(text: str) -> CutRole:
    if len(text) > SHORT:
        return "other"
    if is_byline(text):
        return "byline"
    if PICTURE.search(text):
        return "caption"
    if is_end(text) or is_prompt(text):
        return "feed"
    return "date" if moment_in(text) else "other"


def said_role(element: HtmlElement) -> CutRole | None:
    """Return the role that an element or the nearest one around it says it has; None where none says any."""
    for holder in (element, *element.iterancestors()):
        if holder.tag in ("body", "html", "article", "main"):
            return None
        role = OF_TAG.get(str(holder.tag)) or OF_ARIA.get(holder.get("role") or "") or _of_words(holder)
        if role is not None:
            return role
    return None


def class_words(element: HtmlElement) -> list[str]:
    """Return the words of an element's class and id, in lower case.

    >>> from headwater.articles.markup import parse
    >>> class_words(parse('<p class="articleSub-title js_x" id="Lead">x</p>').find(".//p"))
    ['article', 'sub', 'title', 'js', 'x', 'lead']
    """
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return [word.lower() for word in CLASS_WORD.findall(named[:LONGEST_CLASS])]


def _of_words(element: HtmlElement) -> CutRole | None:
    return next((OF_WORD[word] for word in class_words(element) if word in OF_WORD), None)


def _listed(run: Run) -> CutRole:
    words = len(run.text.split())
    if words < 4:
        return "menu"
    return "teaser" if words > 7 and SENTENCE.search(run.text) else "feed"


def shingles(line: str) -> list[tuple[str, ...]]:
    """Return every four words in a row of a folded line; empty where there are fewer."""
    words = line.split()
    return [tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)]
