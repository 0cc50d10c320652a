"""Markup of a page → the reading of its article.

>>> page = "<title>Rain</title><article><h1>Rain</h1>" + "<p>Rain fell on the hills all night, said Ana Ruiz.</p>"
>>> reading = read_html(page)
>>> reading.title, reading.text
('Rain', 'Rain fell on the hills all night, said Ana Ruiz.')
"""

from __future__ import annotations

from headwater.articles.extraction import main_parts
from headwater.articles.furniture import cuts
from headwater.articles.layout import laid_out
from headwater.articles.markup import parse, runs
from headwater.articles.metadata import page_facts
from headwater.articles.reading import Reading
from headwater.articles.stated import fuller
from headwater.articles.tidy import tidied

METHOD = "articles.html/1"


def read_html(markup: str, url: str | None = None) -> Reading | None:
    """Return the article of a page with its blocks, what was cut and what the page says of itself; None without a text.

    `url` is the address that the page was saved from, if it is known.
    """
    tree = parse(markup)
    if tree is None:
        return None
    found = list(runs(tree))
    facts = page_facts(tree, found, url)
    extracted = fuller(main_parts(tree, found, facts.url), facts.body, found)
    parts = tidied(extracted, found, facts)
    if not parts:
        return None
    text, blocks = laid_out(parts)
    return Reading(
        text=text,
        blocks=blocks,
        cuts=cuts(found, [part.text for part in parts], facts.title or ""),
        title=facts.title,
        outlet=facts.outlet,
        url=facts.url,
        authors=facts.authors,
        published=facts.published,
        language=facts.language,
        section=facts.section,
        tags=facts.tags,
        rights=facts.rights,
        translations=facts.translations,
        by=METHOD,
    )
