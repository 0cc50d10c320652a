"""What an export is made for: where the desk is reached, and whether whole texts may leave it.

>>> ExportSettings(root="https://desk.example/news").story("s1")
'https://desk.example/news/stories/s1'
>>> ExportSettings().story("s1") is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportSettings:
    """Addresses that an export may link to, and how much of the articles it holds."""

    root: str | None = None
    """Address of the desk without a slash at its end; None: the export stands alone and links only to the live pages."""
    own: str | None = None
    """Address at which this very document is fetched (`self` of a feed); None: it is a file."""
    full: bool = False
    """Whether whole texts are given. By default headlines, metadata and quotations are: a text is its outlet's."""

    def story(self, story: str) -> str | None:
        """Return the address of a story's page on the desk."""
        return self._at("stories", story)

    def article(self, article: str) -> str | None:
        """Return the address of an article's page on the desk."""
        return self._at("articles", article)

    def speaker(self, name: str) -> str | None:
        """Return the address of a speaker's page on the desk."""
        return None if self.root is None else f"{self.root}/speaker?name={quote(name, safe='', errors='replace')}"

    def _at(self, kind: str, key: str) -> str | None:
        return None if self.root is None else f"{self.root}/{kind}/{quote(key, safe='', errors='replace')}"


ALONE = ExportSettings()
"""No desk to link to, no whole texts."""
