"""An address → what stands there, after robots.txt and redirects, each hop checked as the first was.

What enters: an address as listed, and what is remembered of it. What leaves: `Fetched`, `Unchanged` or a `Fault`.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from headwater.fetching.addresses import Address, address_of
from headwater.fetching.errands import Errand, Step, asked
from headwater.fetching.exchange import OK
from headwater.fetching.exchanged import Ask, Fault, Purpose, Reply
from headwater.fetching.lines import BROKEN, BUSY, Lines
from headwater.fetching.machine import Machine
from headwater.fetching.memory import Remembered
from headwater.fetching.robots import ALL_ALLOWED, Rules, read_robots
from headwater.fetching.settings import DAY, MINUTE

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
PASSING = frozenset({408, 425, 429})
SAID = {
    401: "asks for a login",
    403: "refuses us (403)",
    404: "has no such page (404); check the address",
    410: "has taken the page away (410)",
    429: "has had too many requests (429)",
    451: "may not show the page (451)",
}
RULES_LAST = DAY
MOST_RULES = 200_000
"""How many lines of robots.txt are kept over all sites; those read longest ago are read anew."""
RULES_LAST_WHERE_BROKEN = 10 * MINUTE


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """What stands at an address."""

    address: Address
    """Where it was found in the end."""
    content: bytes
    content_type: str
    saved: str | None
    """ISO 8601 instant of the response's `Date`; None where it gives no valid one."""
    etag: str | None
    last_modified: str | None
    cache_control: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unchanged:
    """The server says that it is what it was."""

    cache_control: str


Outcome = Fetched | Unchanged | Fault


class Follower:
    """Fetches addresses, and keeps the rules of each site for a day."""

    def __init__(self, lines: Lines[Errand], machine: Machine) -> None:
        """Slow `lines` down where a site asks for it."""
        self._lines = lines
        self._machine = machine
        self._rules: dict[str, tuple[float, Rules | Fault]] = {}
        self._kept = 0

    def fetch(self, written: str, purpose: Purpose, known: Remembered | None) -> Generator[Step, Reply | None, Outcome]:
        """Fetch an address, following redirects (RFC 9110, 15.4) by hand."""
        address = address_of(written)
        for _ in range(MOST_REDIRECTS + 1):
            if isinstance(address, Fault):
                return address
            forbidden = yield from self._forbidden(address)
            if forbidden:
                return forbidden
            conditional = known is not None and known.final == address.text
            ask = Ask(
                address=address,
                purpose=purpose,
                etag=known.etag if known and conditional else None,
                last_modified=known.last_modified if known and conditional else None,
            )
            reply = yield from asked(ask)
            if reply.status not in REDIRECTS:
                return _outcome(ask, reply)
            address = _next_hop(address, reply)
        return Fault(reason="unreadable", detail=f"more than {MOST_REDIRECTS} redirects; give the address they end at")

    def _forbidden(self, address: Address) -> Generator[Step, Reply | None, Fault | None]:
        origin = f"{address.url.scheme}://{address.url.netloc.decode('ascii')}"
        known = self._rules.get(origin)
        if known is None or known[0] <= self._machine.now():
            rules = yield from self._read_rules(origin)
            if isinstance(rules, Fault) and rules.resting:
                return rules
            lasts = RULES_LAST_WHERE_BROKEN if isinstance(rules, Fault) else RULES_LAST
            known = (self._machine.now() + lasts, rules)
            self._keep(origin, known)
            if isinstance(rules, Rules):
                self._lines.slow_down(address.host, rules.delay)
        if isinstance(known[1], Fault):
            return known[1]
        if known[1].allows(address.target):
            return None
        return Fault(reason="unreadable", detail=f"the robots.txt of {address.host} does not let Headwater fetch it")

    def _keep(self, origin: str, known: tuple[float, Rules | Fault]) -> None:
        self._kept += _weight(known[1]) - (_weight(self._rules.pop(origin)[1]) if origin in self._rules else 0)
        self._rules[origin] = known
        while self._kept > MOST_RULES and len(self._rules) > 1:
            self._kept -= _weight(self._rules.pop(next(iter(self._rules)))[1])

    def _read_rules(self, origin: str) -> Generator[Step, Reply | None, Rules | Fault]:
        """Follow RFC 9309, 2.3.1: without a robots.txt everything is allowed; where the site is broken, nothing is."""
        address = address_of(f"{origin}/robots.txt")
        for _ in range(MOST_REDIRECTS + 1):
            if isinstance(address, Fault):
                break
            reply = yield from asked(Ask(address=address, purpose="robots"))
            if reply.fault:
                return reply.fault
            if reply.status in BUSY or reply.status >= BROKEN:
                return _outcome_fault(address, reply)
            if reply.status not in REDIRECTS:
                return read_robots(reply.content) if reply.status == OK else ALL_ALLOWED
            address = _next_hop(address, reply)
        return ALL_ALLOWED


def _weight(rules: Rules | Fault) -> int:
    return 1 + (len(rules.rules) if isinstance(rules, Rules) else 0)


def _next_hop(address: Address, reply: Reply) -> Address | Fault:
    if not reply.location:
        return Fault(reason="unreadable", detail=f"{address.host} redirects without saying where to")
    onward = address_of(reply.location, base=address.text)
    if isinstance(onward, Fault):
        return Fault(reason=onward.reason, detail=f"{address.host} redirects to where we do not go: {onward.detail}")
    if address.secure and not onward.secure:
        return Fault(
            reason="unreadable", detail=f"{address.host} redirects from https to http; ask its owner to mend it"
        )
    return onward


def _outcome(ask: Ask, reply: Reply) -> Outcome:
    if reply.fault:
        return reply.fault
    if reply.status == NOT_MODIFIED and (ask.etag or ask.last_modified):
        return Unchanged(cache_control=reply.cache_control)
    if reply.status != OK:
        return _outcome_fault(ask.address, reply)
    return Fetched(
        address=ask.address,
        content=reply.content,
        content_type=reply.content_type,
        saved=_instant(reply.date),
        etag=reply.etag or None,
        last_modified=reply.last_modified or None,
        cache_control=reply.cache_control,
    )


def _outcome_fault(address: Address, reply: Reply) -> Fault:
    said = SAID.get(reply.status, f"answers with status {reply.status}")
    passes = reply.status in PASSING or reply.status >= BROKEN
    return Fault(reason="unreadable", detail=f"{address.host} {said}", passes=passes)


def _instant(written: str) -> str | None:
    """Return an HTTP date (RFC 9110, 5.6.7) as ISO 8601; None where it is none or names no zone."""
    try:
        instant = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):  # one for each way to be odd
        return None
    return instant.isoformat() if instant.tzinfo else None
