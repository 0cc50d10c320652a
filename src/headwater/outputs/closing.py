"""Brief → how much was read, as numbers and as the line that closes every command.

>>> from headwater.model import Brief
>>> closing_line(Brief(stories=(), pages=0, rejected=()))
'0 pages, 0 articles, 0 stories, 0 origins'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from headwater.model import Brief, Rejected, StoryBrief
from headwater.outputs.shapes import CountsRow

_PLURALS = {"story": "stories", "copy": "copies"}


def number(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> number(1, "story"), number(3, "story"), number(2, "origin")
    ('1 story', '3 stories', '2 origins')
    """
    return f"{count:,} {noun if count == 1 else _PLURALS.get(noun, noun + 's')}"


def origin_count(told: StoryBrief) -> int:
    """Return how many origins hold at least one article of a story; those that only passages rest on do not count.

    >>> from headwater.outputs.sample import sample_story
    >>> origin_count(sample_story()), len(sample_story().origins)
    (2, 3)
    """
    return sum(bool(origin.articles) for origin in told.origins)


def counts(brief: Brief) -> CountsRow:
    """Return how many pages, articles, stories, origins and rejected inputs a brief has, and why they were rejected.

    >>> from headwater.model import Brief
    >>> counts(Brief(stories=(), pages=3, rejected=()))["pages"]
    3
    """
    return {
        "pages": brief.pages,
        "articles": len({article.id for told in brief.stories for article in told.articles}),
        "stories": len(brief.stories),
        "origins": sum(origin_count(told) for told in brief.stories),
        "rejected": len(brief.rejected),
        "reasons": _by_reason(brief.rejected),
    }


def closing_line(brief: Brief) -> str:
    """Return the counts as one line, rejected inputs with their reasons, most frequent first.

    >>> from headwater.model import Brief, Rejected
    >>> gone = tuple(Rejected(file=name, reason="binary", by="pages/1") for name in ("a", "b"))
    >>> closing_line(Brief(stories=(), pages=2, rejected=gone))
    '2 pages, 0 articles, 0 stories, 0 origins; 2 rejected: 2 binary'
    """
    row = counts(brief)
    read = (
        number(row["pages"], "page"),
        number(row["articles"], "article"),
        number(row["stories"], "story"),
        number(row["origins"], "origin"),
    )
    return closing_words(read, brief.rejected)


def closing_words(counted: Sequence[str], rejected: Sequence[Rejected]) -> str:
    """Return what was counted and what was rejected, by reason, as one line.

    >>> closing_words(["2 pages"], [Rejected(file="a", reason="binary", by="pages/1")])
    '2 pages; 1 rejected: 1 binary'
    """
    line = ", ".join(counted)
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in _by_reason(rejected).items())
    return f"{line}; {len(rejected):,} rejected: {reasons}" if rejected else line


def _by_reason(rejected: Sequence[Rejected]) -> dict[str, int]:
    reasons = Counter(item.reason for item in rejected)
    return {str(reason): reasons[reason] for reason in sorted(reasons, key=lambda r: (-reasons[r], r))}
