"""Records → one plain line each: what the listings of each room print where `--jsonl` is not asked for.

>>> from headwater.outputs.sample import sample_story
>>> article_line(sample_story().articles[0])
'tern.html  2031-05-12  The Daily Tern  Boats sink at Quill Bay'
"""

from __future__ import annotations

from collections.abc import Mapping

from headwater.model import Article, Link, Rejected, Statement
from headwater.model.brief import StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.closing import number, origin_count
from headwater.outputs.labels import behind, manner, percent, quoted
from headwater.outputs.visible import one_line, short

_QUOTE = 160


def article_line(article: Article) -> str:
    """Return file, time of publication, outlet and title; “-” where the page does not say.

    >>> from headwater.outputs.sample import sample_story
    >>> article_line(sample_story().articles[2])
    'mail.html  2031-05-12  Quill Mail  Boats sink at Quill Bay'
    """
    return _line(article.file, article.published or "-", article.outlet or "-", article.title or "-")


def statement_line(statement: Statement, article: Article) -> str:
    """Return place, speaker and outlet, manner and content of one statement.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> statement_line(told.statements[0], told.articles[0])
    'tern.html:1-16  Ana Ruz, in The Daily Tern  asserts, direct, cue “said”  “Nine boats sank”'
    """
    said = StoryIndex(1, (article,)).said(statement)
    return _line(said.cite.place, behind(said), manner(said), quoted(short(said.cite.quote, _QUOTE)))


def copy_line(link: Link, articles: Mapping[str, Article]) -> str:
    """Return who takes how much text from whom; “?” marks a judgement that is unsure or has no direction, “=” no copy.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> copy_line(told.copies[0], {article.id: article for article in told.articles})
    'harbour.html  <-  tern.html  100 %  earlier'
    """
    arrow = "<-" if link.verdict == "yes" and link.directed else "<-?" if link.directed else "<->?"
    if link.verdict == "no":
        arrow = "="
    files = [articles[end].file if end in articles else end for end in (link.a, link.b)]
    words = f"{link.shared}, no copy" if link.verdict == "no" else ""
    return _line(files[0], arrow, files[1], percent(link.share), words, link.reason)


def story_line(story: StoryBrief) -> str:
    """Return how many articles and origins a story has, its title and its files.

    >>> from headwater.outputs.sample import sample_story
    >>> story_line(sample_story())
    '3 articles → 2 origins  Boats sink at Quill Bay  tern.html harbour.html mail.html'
    """
    size = f"{number(len(story.articles), 'article')} → {number(origin_count(story), 'origin')}"
    return _line(size, story.story.title, " ".join(article.file for article in story.articles))


def rejected_line(rejected: Rejected) -> str:
    """Return an input that could not be read with its reason.

    >>> from headwater.model import Rejected
    >>> rejected_line(Rejected(file="a.warc", member="3", reason="truncated", detail="Ends early.", by="pages/1"))
    'a.warc#3  truncated  Ends early.'
    """
    return _line(rejected.label, rejected.reason, rejected.detail)


def _line(*parts: str) -> str:
    return "  ".join(one_line(part) for part in parts if part.strip())
