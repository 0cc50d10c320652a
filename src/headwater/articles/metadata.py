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
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urljoin

from htmldate import find_date
from lxml.etree import strip_elements
from lxml.html import HtmlElement

from headwater.articles.bylines import is_byline, names
from headwater.articles.dumps.moments import moment_in
from headwater.articles.elements import class_words, said_role
from headwater.articles.furniture import RIGHTS
from headwater.articles.language import code
from headwater.articles.linked_data import Record, article_record
from headwater.articles.markup import Run, folded, hidden
from headwater.articles.published import iso
from headwater.model import Translation

Metas = Mapping[str, Sequence[str]]
"""Contents of the page's `<meta>` elements by lower-case name or property, in page order."""

TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "headline", "title")
OUTLETS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_journal_title",
    "application-name",
)
AUTHORS = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
           "citation_author", "authors", "og:article:author")  # fmt: skip
DATES = ("article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
         "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "pubdate",
         "publishdate", "publish-date", "publication_date", "citation_publication_date", "date")  # fmt: skip
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject")
SECTIONS = ("article:section", "og:article:section", "parsely-section", "section")
RIGHTS_NAMES = ("copyright", "dc.rights", "dcterms.rights", "rights", "dcterms.rightsholder")
BYLINE_WORDS = frozenset(("byline", "author", "authors", "bylines"))
AUTHOR_PAGE = re.compile(r"/(?:authors?|byline|journalists?)/[^/]")
CHANGED = re.compile(r"modif|updat|expir", re.IGNORECASE)
NAME_AND_MORE = re.compile(r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})\W+(?=\d)")
NEAR = 15
"""A byline or date line is one of so many runs below the headline."""
SHORT = 160
WORDS_OF_A_HEADLINE = 3
MOST_TAGS = 50
LONGEST = 300
"""A title, rights notice or name longer than this is not one."""
LAST_DAY = "2037-12-31"
"""Dates after this are not believed; a fixed day, so that the same page gives the same date on any day."""
SUFFIX = re.compile(r"\s+[|–—\-·•:»]\s+")
SPACE = re.compile(r"\s+")


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
    metas = _metas(tree)
    outlet = _outlet(record, metas)
    language = _language(tree, record, metas)
    title = _title(tree, record, metas, outlet)
    below = _below(found, title)
    return Facts(
        title=title,
        outlet=outlet,
        url=_url(tree, metas, url),
        authors=_authors(record, metas, [*_bylines(tree), *below], outlet),
        published=_published(tree, record, metas, below),
        language=language,
        section=next(chain(record.texts("articleSection"), _values(metas, SECTIONS)), None),
        tags=_tags(tree, record, metas),
        rights=_rights(record, metas, found),
        translations=tuple(_translations(tree, language, url)),
        descriptions=tuple(dict.fromkeys(chain(record.texts("description"), _values(metas, DESCRIPTIONS)))),
        body=record.long_text("articleBody"),
    )


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield str(script.text)


def _metas(tree: HtmlElement) -> Metas:
    found: dict[str, list[str]] = defaultdict(list)
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = SPACE.sub(" ", meta.get("content") or "").strip()
        if name and content:
            found[str(name).strip().lower()].append(content)
    return found


def _values(metas: Metas, wanted: Sequence[str]) -> Iterator[str]:
    for name in wanted:
        yield from metas.get(name, ())


def _outlet(record: Record, metas: Metas) -> str | None:
    publishers = (name for publisher in record.records("publisher") for name in publisher.texts("name"))
    said = chain(publishers, _values(metas, OUTLETS))
    return next((name for name in said if len(name) < LONGEST and not name.startswith(("http", "@"))), None)


def _title(tree: HtmlElement, record: Record, metas: Metas, outlet: str | None) -> str | None:
    """Return the headline: the page's only `<h1>`, else what its metadata says, as the page prints it.

    Metadata titles are often cut at 110 characters or written for search engines, so what readers see comes first.
    """
    shown = [text for heading in tree.iter("h1") if not hidden(heading) and (text := _text(heading))]
    if len(shown) == 1 and len(shown[0].split()) >= WORDS_OF_A_HEADLINE and folded(shown[0]) != folded(outlet or ""):
        return shown[0]
    page = [text for title in tree.iter("title") if (text := _text(title))][:1]
    said = [
        bare
        for words in chain(record.texts("headline"), _values(metas, TITLES), page)
        if (bare := _bare(words, outlet))
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


def _text(element: HtmlElement) -> str:
    text = SPACE.sub(" ", "".join(element.itertext())).strip()
    return text if len(text) < LONGEST else ""


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


def _authors(record: Record, metas: Metas, shown: Sequence[str], outlet: str | None) -> tuple[str, ...]:
    """Return the first source's names, or those of another that names all of them and more."""
    described = [name for author in record.records("author") for name in author.texts("name")]
    bylines = (names([line], outlet) for line in map(_byline, shown) if is_byline(line))
    lists = [
        names(described, outlet),
        names(_values(metas, AUTHORS), outlet),
        next((found for found in bylines if found), ()),
    ]
    first = next((found for found in lists if found), ())
    least = {name.casefold() for name in first}
    return next((more for more in lists if least < {name.casefold() for name in more}), first)


def _byline(line: str) -> str:
    """Return a line that is a name and a date as a byline; any other line as it is.

    >>> _byline("Ana Ruiz 5 May 2031"), _byline("Rain 5 May 2031")
    ('by Ana Ruiz', 'Rain 5 May 2031')
    """
    match = NAME_AND_MORE.match(line)
    return f"by {match.group(1)}" if match and moment_in(line) and not moment_in(f"{match.group(1)} 5, 2031") else line


def _bylines(tree: HtmlElement) -> Iterator[str]:
    """Yield what the page's elements call a byline, as one that begins with “by”."""
    for element in tree.iter("a", "span", "div", "p", "address", "li"):
        marked = (
            "author" in (element.get("rel") or "").split()
            or element.get("itemprop") == "author"
            or AUTHOR_PAGE.search((element.get("href") or "")[:LONGEST])
        )
        if (marked or _says_byline(element)) and (text := _text(element)):
            yield text if is_byline(text) else f"by {text}"


def _says_byline(element: HtmlElement) -> bool:
    return element.get("class") is not None and not BYLINE_WORDS.isdisjoint(class_words(element))


def _published(tree: HtmlElement, record: Record, metas: Metas, below: Sequence[str]) -> str | None:
    """Return the first moment that a source gives, to the minute where another source knows the time of that day."""
    written = (iso(words) for words in chain(record.texts("datePublished"), _values(metas, DATES), _times(tree)))
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
        *_values(metas, ("content-language", "og:locale", "language")),
    )
    return next((language for words in declared if (language := code(words))), None)


def _tags(tree: HtmlElement, record: Record, metas: Metas) -> tuple[str, ...]:
    linked = [_text(link) for link in tree.iter("a") if "tag" in (link.get("rel") or "").split()]
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
    return next(chain(record.texts("copyrightNotice"), shown, _values(metas, RIGHTS_NAMES), holders), None)


def _translations(tree: HtmlElement, own: str | None, base: str | None) -> Iterator[Translation]:
    seen = {own}
    for link in tree.iter("link", "a"):
        alternate = link.tag == "a" or "alternate" in (link.get("rel") or "").lower().split()
        language = code(link.get("hreflang")) if alternate else None
        address = _absolute(link.get("href"), base) if language and language not in seen else None
        if language and address:
            seen.add(language)
            shown = _text(link) if link.tag == "a" else link.get("title")
            title = shown if shown and len(shown.split()) > 2 else None
            yield Translation(language=language, title=title, url=address)
