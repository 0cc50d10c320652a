"""Page → article: HTML, text dumps, ready rows and feed items, metadata, language, credits.

`read_articles` takes what `headwater.pages.read_pages` yields; `read_article` reads one page, which is what an engine
maps over. A page without a news text becomes `Rejected("no article")`.
"""

from headwater.articles.assemble import read_article, read_articles

__all__ = ["read_article", "read_articles"]
