"""The page on which somebody signs in with the desk's write token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from headwater.web.asked import Asked
from headwater.web.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class SignInPage:
    """The form, and where it leads to."""

    template: ClassVar[str] = "sign_in.html.j2"
    back: str


def sign_in_page(_site: Site, asked: Asked) -> SignInPage:
    """Return the form; `back` is the page that somebody came from."""
    return SignInPage(back=asked.one("back") or "/")
