"""What a watcher may set; the defaults are polite and fit a newsroom.

>>> FetchSettings(contact="desk@valepost.example").user_agent
'Headwater/0.1.0 (+desk@valepost.example)'
"""

from __future__ import annotations

from dataclasses import dataclass, field

from headwater import __version__
from headwater.errors import UsageError
from headwater.pages import PageSettings

TOKEN = "headwater"  # noqa: S105 - the product token that robots.txt knows us by
MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, kw_only=True, slots=True)
class FetchSettings:
    """Limits and manners of one watch. Times in seconds, sizes in bytes as unpacked."""

    contact: str = ""
    """An address or page that stands in the User-Agent, so that a site's owner can reach the desk."""
    allow_private: bool = False
    """Whether hosts inside the own network (loopback, private and link-local ranges) may be asked."""

    interval: float = 10 * MINUTE
    """How often a source is looked at; what its `ttl` or `Cache-Control` says replaces it within the two bounds below."""
    shortest_interval: float = 5 * MINUTE
    longest_interval: float = HOUR
    folder_interval: float = 10.0
    """How often a drop folder is looked at."""
    settle: float = 2.0
    """Between the two looks at a new file: one that grew meanwhile is still being written, and waits."""

    host_delay: float = 5.0
    """Between two requests to one host, counted from the end of the first; a longer `Crawl-delay` replaces it."""
    parallel: int = 8
    """Most requests at once, each to another host."""
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    """Longest silence of a server."""
    whole_seconds: float = 60.0
    """For one request as a whole: name, connection, headers and body."""

    links_a_round: int = 100
    """Most links that one source has fetched between two looks at it; the rest waits for its next rounds."""
    recheck: float = 6 * HOUR
    """How long after a page was fetched it is asked for again, to see silent changes."""
    recheck_until: float = 2 * DAY
    """How long after it was first fetched a page is still asked for again."""
    max_listing_bytes: int = 20_000_000
    """The longest feed or sitemap."""
    pages: PageSettings = field(default_factory=PageSettings)

    def __post_init__(self) -> None:
        if not self.contact.isprintable() or not self.contact.isascii() or set(self.contact) & set("()\\"):
            raise UsageError(f"a contact is plain ASCII without brackets, like desk@valepost.example: {self.contact!r}")
        if self.parallel < 1 or self.links_a_round < 1:
            raise UsageError("FetchSettings.parallel and links_a_round are 1 or more")

    @property
    def user_agent(self) -> str:
        """What requests are signed with (RFC 9110, 10.1.5)."""
        return f"Headwater/{__version__}" + (f" (+{self.contact})" if self.contact else "")
