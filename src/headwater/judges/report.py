"""What became of the pairs that a judge was given: counts, and sentences about what a user can mend.

>>> judge_line(JudgeReport(model="m", fates=(("answered", 11), ("replayed", 30), ("timed out", 1)), troubles=()))
'judge m: 12 asked, 30 replayed, 1 timed out'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from headwater.judges.settings import KEY

Failure = Literal["timed out", "unreachable", "error status", "redirected", "too large", "broken reply"]
"""Why there is no reply of the protocol to a pair that was asked about."""
Unasked = Literal["over budget", "given up", "too long"]
"""Why a pair was not asked about: no budget left; no time left or the endpoint does not work; a text is too long."""
Fate = Literal["answered", "refused", "not kept", "replayed"] | Failure | Unasked
"""`refused`: the model wrote something else than one of the three words; `not kept`: the cache could not be written."""

ASKED: tuple[Fate, ...] = ("answered", "refused", "not kept", *get_args(Failure))
FATES: tuple[Fate, ...] = ("answered", "replayed", *ASKED[1:], *get_args(Unasked))
UNKNOWN = frozenset({401, 403})
BUSY = 429
BROKEN = 500
"""Status codes of HTTP (RFC 9110, RFC 6585): who are you; too many requests; from here on the server's own fault."""


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgeReport:
    """What became of every pair that a judge has been given so far."""

    model: str
    fates: tuple[tuple[Fate, int], ...]
    """How many pairs met which fate, each pair counted once; fates that none met are left out."""
    troubles: tuple[str, ...]
    """Sentences that name what went wrong and the fix."""

    def count(self, fate: Fate) -> int:
        """Return how many pairs met a fate."""
        return dict(self.fates).get(fate, 0)

    @property
    def asked(self) -> int:
        """How many pairs were sent to the endpoint, whatever came back: what the budget counts."""
        return sum(count for fate, count in self.fates if fate in ASKED)


def judge_line(report: JudgeReport) -> str:
    """Return one line for the end of a run.

    >>> judge_line(JudgeReport(model="m", fates=(), troubles=()))
    'judge m: 0 asked'
    """
    counts = [f"{count} {fate}" for fate, count in report.fates if fate != "answered"]
    return f"judge {report.model}: " + ", ".join([f"{report.asked} asked", *counts])


def advice(failure: Failure, status: int | None, address: str, model: str) -> str:
    """Return what went wrong with an endpoint and what to do about it; nothing that the endpoint wrote stands in it.

    >>> advice("error status", 401, "http://localhost:8080/v1/chat/completions", "m")
    'http://localhost:8080/v1/chat/completions answers 401: put its key into HEADWATER_JUDGE_KEY'
    """
    if failure == "unreachable":
        return f"cannot reach {address}: is the server running, the address right and its certificate trusted?"
    if failure == "redirected":
        return f"{address} wants the request sent elsewhere ({status}), which is not done: give the final address"
    if failure == "timed out":
        return f"{address} takes too long: allow more seconds a request, or use a smaller model"
    if failure != "error status":
        return f"{address} does not speak the OpenAI chat protocol: is it the right address?"
    if status in UNKNOWN:
        return f"{address} answers {status}: put its key into {KEY}"
    if status == BUSY or (status or 0) >= BROKEN:
        return f"{address} answers {status}: run again later, what was answered is kept"
    return f"{address} answers {status}: does it know the model “{model}”, and is the address right?"
