"""What one page gives before language, credits and ids are added: the record that every kind of page is read into."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model import Block, Cut, Translation


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """The text of a page with its blocks, what was cut, and what the page says of itself."""

    text: str
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, see `Article.published`."""
    language: str | None = None
    """As the page declares it; checked against the text later."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    rights: str | None = None
    translations: tuple[Translation, ...] = ()
    by: str
