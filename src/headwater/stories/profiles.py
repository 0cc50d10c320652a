"""Article → what the judge looks at: its terms, names, beginning, title, numbers and day.

>>> profile(title="Ferry sinks off Orvia", text="A ferry sank on 3 May.", published="2031-05-03").numbers
{'3': 1}
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from headwater.model import Article
from headwater.text.names import find_names
from headwater.text.weights import term_list, terms

LEAD = 40
"""How many terms of title and text are the beginning."""
HEAD = 15
"""How many of the first terms stand for a title that is missing."""
LONGEST = 60_000
"""Characters of a text that are looked at: a story shows itself long before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """Counts of terms in the parts of an article."""

    body: dict[str, int]
    names: dict[str, int]
    lead: dict[str, int]
    head: dict[str, int]
    numbers: dict[str, int]
    when: datetime | None
    """In UTC; a time without zone counts as UTC, a date as its first moment."""

    @property
    def day(self) -> int | None:
        """Days since year 1; None where the article is undated."""
        return None if self.when is None else self.when.toordinal()


def profile_of(article: Article) -> Profile:
    """Return the profile of an article."""
    return profile(title=article.title, text=article.text, published=article.published)


def profile(*, title: str | None, text: str, published: str | None) -> Profile:
    """Return the profile of a title, a text and an ISO 8601 date or instant."""
    text = text[:LONGEST]
    inside = term_list(text)
    above = term_list(title or "")
    names = terms("\n".join(name.span.of(text) for name in find_names(text)))
    return Profile(
        body=dict(Counter(inside)),
        names=dict(names),
        lead=dict(Counter((above + inside)[:LEAD])),
        head=dict(Counter(above or inside[:HEAD])),
        numbers={term: count for term, count in Counter(inside).items() if term[0].isdigit()},
        when=moment(published),
    )


def moment(published: str | None) -> datetime | None:
    """Return an ISO 8601 date or instant in UTC, None where there is none to read.

    >>> moment("2031-05-03T01:00+02:00").isoformat()
    '2031-05-02T23:00:00+00:00'
    """
    if not published:
        return None
    try:
        read = datetime.fromisoformat(published)
    except ValueError:
        return None
    try:
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except OverflowError:
        return None
