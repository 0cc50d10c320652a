"""Tree of a page → what the page says of itself: JSON-LD first, then Open Graph and other meta, then the page's own words.

>>> from headwater.articles.markup import parse
>>> tree = parse('<meta property="og:title" content="Bridge shut | Orvale Courier">'
...              '<meta property="og:site_name" content="Orvale Courier"><p>Text</p>')
>>> facts = page_facts(tree, [], None)
>>> facts.title, facts.outlet, facts.published
('Bridge shut', 'Orvale Courier', None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urljoin

from htmldate import find_date
from lxml.etree import strip_elements
from lxml.html import HtmlElement

from headwater.articles.authors import authors_of
from headwater.articles.dumps.moments import moment_in
from headwater.articles.elements import said_role
from headwater.articles.furniture import RIGHTS
from headwater.articles.language import code
from headwater.articles.linked_data import Record, article_record
from headwater.articles.markup import Run, folded, hidden
from headwater.articles.meta_tags import LONGEST, Metas, metas_of, short_text, values
from headwater.articles.published import iso
from headwater.model import Translation

TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "headline", "title")
OUTLETS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_journal_title",
    "application-name",
)
DATES = ("article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
         "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "pubdate",
         "publishdate", "publish-date", "publication_date", "citation_publication_date", "date")  # fmt: skip
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject")
SECTIONS = ("article:section", "og:article:section", "parsely-section", "section")
RIGHTS_NAMES = ("copyright", "dc.rights", "dcterms.rights", "rights", "dcterms.rightsholder")
CHANGED = re.compile(r"modif|updat|expir", re.IGNORECASE)
NEAR = 15
"""A byline or date line is one of so many runs below the headline."""
SHORT = 160
WORDS_OF_A_HEADLINE = 3
MOST_TAGS = 50
LAST_DAY = "2037-12-31"
"""Dates after this are not believed; a fixed day, so that the same page gives the same date on any day."""
SUFFIX = re.compile(r"\s+[|–—\-·•:»]\s+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a page says of itself; None or empty where it does not say."""

    title: str | None
    outlet: str | None
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    """As declared."""
    section: str | None
    tags: tuple[str, ...]
    rights: str | None
    translations: tuple[Translation, ...]
    descriptions: tuple[str, ...]
    body: str | None
    """The article's text as JSON-LD repeats it."""


def page_facts(tree: HtmlElement, found: Sequence[Run], url: str | None) -> Facts:
    """Return the metadata of a page from its tree, its runs and the address that it was saved from.

    Vocabularies: schema.org, the Open Graph protocol, Dublin Core and the meta names of common content systems.
    """
    record = article_record(_scripts(tree))
    metas = metas_of(tree)
    outlet = _outlet(record, metas)
    language = _language(tree, record, metas)
    title = _title(tree, record, metas, outlet)
    below = _below(found, title)
    rights = _rights(record, metas, found)
    return Facts(
        title=title,
        outlet=outlet,
        url=_url(tree, metas, url),
        authors=authors_of(tree, record, metas, below, (outlet, rights)),
        published=_published(tree, record, metas, below),
        language=language,
        section=next(chain(record.texts("articleSection"), values(metas, SECTIONS)), None),
        tags=_tags(tree, record, metas),
        rights=rights,
        translations=tuple(_translations(tree, language, url)),
        descriptions=tuple(dict.fromkeys(chain(record.texts("description"), values(metas, DESCRIPTIONS)))),
        body=record.long_text("articleBody"),
    )


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield str(script.text)


def _outlet(record: Record, metas: Metas) -> str | None:
    publishers = (name for publisher in record.records("publisher") for name in publisher.texts("name"))
    said = chain(publishers, values(metas, OUTLETS))
    return next((name for name in said if len(name) < LONGEST and not name.startswith(("http", "@"))), None)


def _title(tree: HtmlElement, record: Record, metas: Metas, outlet: str | None) -> str | None:
    """Return the headline: the page's only `<h1>`, else what its metadata says, as the page prints it.

    Metadata titles are often cut at 110 characters or written for search engines, so what readers see comes first.
    """
    shown = [text for heading in tree.iter("h1") if not hidden(heading) and (text := short_text(heading))]
    if len(shown) == 1 and len(shown[0].split()) >= WORDS_OF_A_HEADLINE and folded(shown[0]) != folded(outlet or ""):
        return shown[0]
    page = [text for title in tree.iter("title") if (text := short_text(title))][:1]
    said = [
        bare for words in chain(record.texts("headline"), values(metas, TITLES), page) if (bare := _bare(words, outlet))
    ]
    for words in said:
        start = folded(words)[:40]
        match = next((heading for heading in shown if start and folded(heading).startswith(start)), None)
        if match:
            return match
    return next(iter([*said, *shown]), None)


def _bare(title: str, outlet: str | None) -> str:
    """Return a title without the outlet's name after its last dash or bar."""
    parts = [(match.start(), match.end()) for match in SUFFIX.finditer(title[: LONGEST * 4])]
    if parts and outlet and folded(title[parts[-1][1] :]) == folded(outlet):
        return title[: parts[-1][0]]
    return title


def _url(tree: HtmlElement, metas: Metas, saved: str | None) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    for href in chain(links, metas.get("og:url", ())):
        address = _absolute(href, saved)
        if address:
            return address
    return saved


def _absolute(href: str | None, base: str | None) -> str | None:
    try:
        address = urljoin(base or "", (href or "").strip())
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) else None


def _below(found: Sequence[Run], title: str | None) -> list[str]:
    """Return the short runs just below the headline, where dates and bylines stand."""
    headline = folded(title or "")
    at = next((index for index, run in enumerate(found) if run.line == headline), None)
    if at is None:
        return []
    return [run.text for run in found[at + 1 : at + 1 + NEAR] if len(run.text) <= SHORT]


def _published(tree: HtmlElement, record: Record, metas: Metas, below: Sequence[str]) -> str | None:
    """Return the first moment that a source gives, to the minute where another source knows the time of that day."""
    written = (iso(words) for words in chain(record.texts("datePublished"), values(metas, DATES), _times(tree)))
    moments = [moment for moment in chain(written, map(moment_in, below)) if moment]
    if not moments:
        return _searched(tree)
    day = moments[0]
    return next((moment for moment in moments if moment.startswith(day) and "T" in moment), day)


def _times(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time"):
        parent = element.getparent()
        around = None if parent is None else said_role(parent)
        if element.get("datetime") and around in (None, "date", "byline"):
            yield str(element.get("datetime"))
            return


def _searched(tree: HtmlElement) -> str | None:
    """Return the date that htmldate finds in the markup, scripts left out: their dates are those of caches and offers."""
    bare = deepcopy(tree)
    strip_elements(bare, "script", "style", "svg", "noscript", with_tail=False)
    for meta in [meta for meta in bare.iter("meta") if CHANGED.search(f"{meta.get('property')} {meta.get('name')}")]:
        meta.drop_tree()
    found = find_date(bare, original_date=True, extensive_search=False, max_date=LAST_DAY)
    return iso(str(found)) if found else None


def _language(tree: HtmlElement, record: Record, metas: Metas) -> str | None:
    root = tree.getroottree().getroot()
    declared = (
        root.get("lang"),
        root.get("xml:lang"),
        record.text("inLanguage"),
        *values(metas, ("content-language", "og:locale", "language")),
    )
    return next((language for words in declared if (language := code(words))), None)


def _tags(tree: HtmlElement, record: Record, metas: Metas) -> tuple[str, ...]:
    linked = [short_text(link) for link in tree.iter("a") if "tag" in (link.get("rel") or "").split()]
    for source in (list(record.texts("keywords")), *(metas.get(name, ()) for name in TAGS), linked):
        found: dict[str, str] = {}
        for words in source:
            for tag in re.split(r"[,;]", words):
                name = tag.strip()
                if name and len(name) < 80:
                    found.setdefault(name.casefold(), name)
        if found:
            return tuple(found.values())[:MOST_TAGS]
    return ()


def _rights(record: Record, metas: Metas, found: Sequence[Run]) -> str | None:
    shown = (run.text for run in reversed(found) if len(run.text) < LONGEST and RIGHTS.search(run.text))
    holders = (name for holder in record.records("copyrightHolder") for name in holder.texts("name"))
    return next(chain(record.texts("copyrightNotice"), shown, values(metas, RIGHTS_NAMES), holders), None)


def _translations(tree: HtmlElement, own: str | None, base: str | None) -> Iterator[Translation]:
    seen = {own}
    for link in tree.iter("link", "a"):
        alternate = link.tag == "a" or "alternate" in (link.get("rel") or "").lower().split()
        language = code(link.get("hreflang")) if alternate else None
        address = _absolute(link.get("href"), base) if language and language not in seen else None
        if language and address:
            seen.add(language)
            shown = short_text(link) if link.tag == "a" else link.get("title")
            title = shown if shown and len(shown.split()) > 2 else None
            yield Translation(language=language, title=title, url=address)
