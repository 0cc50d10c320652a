r"""A robots.txt → what it lets us ask for, and how often.

Source: RFC 9309; `Crawl-delay` is not part of it, and is honoured. Read and matched in time linear in the file, because
well-known parsers multiply agents with rules, and a hostile file has thousands of both.

>>> rules = read_robots(b"User-agent: *\nDisallow: /private\nAllow: /private/news*.html$\nCrawl-delay: 20")
>>> rules.allows("/a"), rules.allows("/private/a"), rules.allows("/private/news-1.html"), rules.delay
(True, False, True, 20.0)
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from headwater.fetching.settings import HOUR, TOKEN

LONGEST_DELAY = HOUR
"""Seconds; a site that asks for more is looked at once an hour."""
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})|[^!-~]")
UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One line of the group that speaks to us."""

    pattern: str
    allow: bool

    def matches(self, path: str) -> bool:
        """Say whether the rule is about a path (its start; `*` is any run, `$` the end)."""
        first, *others = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        ends = self.pattern.endswith("$")
        last = others.pop() if others and ends else None
        for part in others:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        if last is not None:
            return len(path) - len(last) >= at and path.endswith(last)
        return not ends or at == len(path)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """What one robots.txt says to us."""

    rules: tuple[Rule, ...] = ()
    """Longest pattern first, `Allow` before `Disallow`: the first that matches decides (RFC 9309, 2.2.2)."""
    delay: float = 0.0
    """Seconds between two requests; 0 where it names none."""

    def allows(self, target: str) -> bool:
        """Say whether path and query of an address may be asked for; `/robots.txt` always may."""
        path = _alike(target)
        if path == "/robots.txt":
            return True
        return next((rule.allow for rule in self.rules if rule.matches(path)), True)


ALL_ALLOWED = Rules()


def read_robots(content: bytes) -> Rules:
    r"""Return the rules of the groups that name us, else of those for `*`; other groups are left alone.

    >>> content = b"User-agent: other\nDisallow: /\n\nUser-agent: Headwater\nDisallow: /x\n\nUser-agent: *\nDisallow: /"
    >>> rules = read_robots(content)
    >>> rules.allows("/y"), rules.allows("/x/1")
    (True, False)
    """
    lines = list(_lines(content))
    named = any(field == "user-agent" and _is_us(value) for field, value in lines)
    rules: dict[Rule, None] = {}
    delay = 0.0
    ours = heading = False
    for field, value in lines:
        if field == "user-agent":
            speaks = _is_us(value) if named else value == "*"
            ours = speaks or (ours and heading)
            heading = True
            continue
        heading = False
        if ours and field in ("allow", "disallow") and value:
            rules[Rule(pattern=_alike(value), allow=field == "allow")] = None
        elif ours and field == "crawl-delay":
            delay = max(delay, _seconds(value))
    ordered = sorted(rules, key=lambda rule: (-len(rule.pattern), not rule.allow))
    return Rules(rules=tuple(ordered), delay=delay)


def _lines(content: bytes) -> Iterator[tuple[str, str]]:
    for line in content.decode("utf-8-sig", "replace").splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        field = field.strip().lower()
        if colon and field in ("user-agent", "allow", "disallow", "crawl-delay"):
            yield field, value.strip()


def _is_us(agent: str) -> bool:
    return agent.lower().partition("/")[0].strip() == TOKEN


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(max(seconds, 0.0), LONGEST_DELAY) if math.isfinite(seconds) else 0.0


def _alike(path: str) -> str:
    """Return a path or pattern in the normal form of RFC 3986, 6.2.2: escapes in capitals, none where none is needed."""
    return ESCAPE.sub(_in_normal_form, path)


def _in_normal_form(found: re.Match[str]) -> str:
    if not found[1]:
        return quote(found[0], safe="")
    character = chr(int(found[1], 16))
    return character if character in UNRESERVED else found[0].upper()
