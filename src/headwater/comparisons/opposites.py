"""Two sentences → the words by which one turns the other round: antonyms, or the names in swapped roles.

Strict on purpose: nothing else may differ much, and a “not” on one side takes the turn back.

>>> from headwater.comparisons.values import read
>>> a, b = read("Parliament approved the fishing bill."), read("Parliament rejected the fishing bill.")
>>> turned_round(a, b)
Poles(one='approve', other='reject', swapped=False)
>>> pole_in(b, turned_round(a, b))
'reject'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.comparisons.values import Said, stem
from headwater.model import Span

ALIKE = 0.6
"""Share of the other terms of content that both sentences must hold for an antonym to count."""
THE_SAME = 0.8
"""The same for swapped names."""
_NOT = re.compile(r"\b(?:no|not|never|none|nobody|neither|nor|without|cannot|hardly)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

_PAIRS = """
open opens opened reopen reopened reopens / close closes closed shut shuts
rise rises rose risen climb climbed increase increased increases grow grew grown / fall falls fell fallen drop dropped decrease decreased decline declined shrank
approve approves approved adopt adopted pass passed endorse endorsed / reject rejects rejected defeat defeated veto vetoed
accept accepts accepted agree agrees agreed / refuse refuses refused decline declines declined reject rejects rejected
win wins won winning / lose loses lost losing
arrest arrests arrested detain detained jail jailed / release releases released free freed
survive survives survived / die dies died perished
allow allows allowed permit permits permitted legalise legalised legalize legalized / ban bans banned forbid forbids forbade forbidden prohibit prohibited outlaw outlawed
convict convicted guilty / acquit acquitted innocent cleared
begin begins began begun start starts started resume resumed / end ends ended stop stops stopped halt halted suspend suspended
support supports supported back backs backed favour favoured favor favored / oppose opposes opposed
confirm confirms confirmed / deny denies denied
hire hires hired appoint appointed / fire fires fired sack sacked dismiss dismissed
lift lifts lifted ease eased / impose imposes imposed tighten tightened
raise raises raised / lower lowers lowered cut cuts
join joins joined enter enters entered / leave leaves left quit quits withdraw withdrew
buy buys bought acquire acquired / sell sells sold
succeed succeeds succeeded / fail fails failed
extend extends extended / shorten shortens shortened
advance advances advanced / retreat retreats retreated
strengthen strengthens strengthened / weaken weakens weakened
upheld uphold upholds / overturn overturns overturned quash quashed
restore restored / cancel cancelled canceled revoke revoked
safe / unsafe dangerous
legal lawful / illegal unlawful
true / false
possible / impossible
alive / dead
north northern / south southern
east eastern / west western
"""


def _read_pairs() -> dict[str, tuple[tuple[int, str], ...]]:
    """Turn the table into `word → (row, pole)`: a pole is named by its first word."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for number, row in enumerate(_PAIRS.strip().splitlines()):
        for side in row.split("/"):
            words = side.split()
            for word in words:
                found[word] = (*found.get(word, ()), (number, words[0]))
    return found


POLES = _read_pairs()
_ACTS = frozenset(
    "beat beats beaten defeated defeats overcame thrashed edged sued sues accused accuses killed kills shot shoots attacked attacks "
    "invaded invades bought buys acquired acquires blamed blames criticised criticized succeeded replaced replaces overtook "
    "arrested struck hit stabbed robbed bombed shelled raided outscored sacked fired owes paid pays warned".split()
)
"""Verbs of which one side acts on the other: who did it to whom is the news."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Poles:
    """What two opposed sentences turn on."""

    one: str
    other: str
    swapped: bool = False
    """The two are names: who acts first."""


def turned_round(a: Said, b: Said) -> Poles | None:
    """Return the antonyms, or the names in swapped roles, that turn one sentence into the other's opposite."""
    if bool(_NOT.search(a.words)) != bool(_NOT.search(b.words)):
        return None
    return _antonyms(a, b) or _swapped(a, b)


def pole_in(said: Said, poles: Poles) -> str | None:
    """Return which of the two a sentence takes; None where it takes neither or both."""
    if poles.swapped:
        actor = _actor(said)
        return actor if actor in {poles.one, poles.other} else None
    if _NOT.search(said.words):
        return None
    held = {name for word in _words(said) for _, name in POLES.get(word, ())} & {poles.one, poles.other}
    return held.pop() if len(held) == 1 else None


def _antonyms(a: Said, b: Said) -> Poles | None:
    one, other = _poles(a), _poles(b)
    for row in sorted(one.keys() & other.keys()):
        if len(one[row]) == len(other[row]) == 1 and one[row] != other[row]:
            (x,), (y,) = one[row], other[row]
            left = a.content - _forms(row), b.content - _forms(row)
            common = len(left[0] & left[1]) + len(_named(a) & _named(b))
            if _alike(*left) >= ALIKE and left[0] & left[1] and common > 1:
                return Poles(one=min(x, y), other=max(x, y))
    return None


def _named(said: Said) -> set[str]:
    return {_key(said, name.span) for name in said.named}


def _poles(said: Said) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for word in _words(said):
        for row, name in POLES.get(word, ()):
            found.setdefault(row, set()).add(name)
    return found


def _forms(row: int) -> frozenset[str]:
    return frozenset(stem(word) for word, poles in POLES.items() if any(number == row for number, _ in poles))


def _words(said: Said) -> list[str]:
    return _WORD.findall(said.words.lower())


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _swapped(a: Said, b: Said) -> Poles | None:
    """Say whether one verb joins the same two names the other way round: “Rovers beat Harrow”, “Harrow beat Rovers”."""
    if _alike(a.content, b.content) < THE_SAME:
        return None
    one, other = _roles(a), _roles(b)
    if one is None or other is None or one[0] != other[1] or one[1] != other[0]:
        return None
    return Poles(one=min(one), other=max(one), swapped=True)


def _actor(said: Said) -> str | None:
    roles = _roles(said)
    return roles[0] if roles else None


def _roles(said: Said) -> tuple[str, str] | None:
    """Return who acts and on whom, where exactly two names stand with one such verb between them."""
    names = [name.span for name in said.named]
    if len(names) < 2:
        return None
    first, second = names[0], names[1]
    between = said.words[first.end : second.start]
    verbs = [word for word in _WORD.findall(between.lower()) if word in _ACTS]
    if len(verbs) != 1 or len(between) > 60:
        return None
    passive = re.search(rf"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?{verbs[0]}\s+by\b", between, re.IGNORECASE)
    actor, target = (second, first) if passive else (first, second)
    return _key(said, actor), _key(said, target)


def _key(said: Said, span: Span) -> str:
    return span.of(said.words).casefold().split()[-1]
