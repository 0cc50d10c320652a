"""An article's address → one form for all the ways in which links spell it, by which versions of one article are told.

>>> canonical("http://www.post.example:80/a/?utm_source=feed&id=3#top")
'post.example/a?id=3'
>>> canonical("javascript:alert(1)") is None
True
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

TRACKING = frozenset(
    "fbclid gclid dclid msclkid igshid mc_cid mc_eid ref ref_src cmpid cmp smid ito ns_campaign".split()
)
"""Parameters that say where a reader came from, not what is read; those that begin with `utm_` too."""


def canonical(address: str | None) -> str | None:
    """Return host, path and telling parameters (RFC 3986, section 6); None where it is no web address."""
    try:
        parts = urlsplit((address or "").strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True, errors="replace")
        if name.lower() not in TRACKING and not name.lower().startswith("utm_")
    )
    query = f"?{urlencode(kept, errors='replace')}" if kept else ""
    return f"{host.removeprefix('www.')}{parts.path.rstrip('/')}{query}"
