"""Whether a source phrase leaves its speaker unnamed.

>>> unnamed("two officials familiar with the talks"), unnamed("Ana Ruiz"), unnamed("Reports"), unnamed("the ministry")
(True, False, True, False)
"""

from __future__ import annotations

import re

from headwater.statements import words

WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
CONDITION = re.compile(r"\banonym|\bnot\b.{0,40}\b(?:named|identified|authori[sz]ed to|names? (?:be )?published)\b")
"""“who asked not to be named”, “who did not want their names published”."""
NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\.|\s\((?:[A-Z.-]{1,9})\))?"
NAMED_FIRST = re.compile(
    rf"{NAME}(?:\s(?:{NAME}|[“\"]\w+[”\"]|de|da|di|van|von|al|bin|la))*\s{NAME}(?:,|\s--|\s[–—])\s"
)
"""“Ana Ruiz, an official of the club”: the name is the head."""
NAMED_LAST = re.compile(rf"^(?:[Aa]n?|[Tt]he|[Oo]ne|\w+[’']s)\s[^,]{{3,80}},\s(?:{NAME}\s){{1,3}}{NAME},?$")
"""“A lawyer for the club, Ana Ruiz,”."""
INNER = re.compile(r",? (?:of|for|in|at|from|with|on|to|who|that|familiar|close|briefed)\b")
LIST = re.compile(r",? and |, (?=\w+(?: \w+){0,3},)")
STOPS = frozenset(
    "of for in at from with on to who that which familiar close briefed speaking inside within near not involved".split()
)
FEW = frozenset("a an one two three four five six several some many another senior top".split())
PAPER = frozenset({"report", "reports", "briefings", "rumours", "rumors"})


def unnamed(phrase: str) -> bool:
    """Say whether a noun phrase stands for people whom the outlet leaves unnamed.

    The head decides: officials, sources, people, aides; a capitalised name at the head's place, or after it, names them.
    """
    if NAMED_FIRST.match(phrase) or NAMED_LAST.search(phrase):
        return False
    return bool(CONDITION.search(phrase) and phrase.partition(" ")[0].lower() in FEW | {"the"}) or _unnamed_head(phrase)


def _unnamed_head(phrase: str) -> bool:
    heads = INNER.split(phrase, maxsplit=1)[0]
    if LIST.search(heads):
        return all(unnamed(part) for part in LIST.split(heads) if part.strip())
    found = WORD.findall(phrase)
    if not found:
        return False
    head = _head(found)
    low = found[head].lower()
    title = low if low in words.TITLES else low.removesuffix("s")
    if (
        title in words.TITLES
        and "spokes" not in low
        and found[0].lower() in FEW
        and (head + 1 == len(found) or found[head + 1].islower())
    ):
        return True
    if low not in words.UNNAMED:
        return False
    if head + 1 < len(found) and found[head + 1][0].isupper() and found[head + 1].lower() not in STOPS:
        return False
    if low in PAPER:
        return head == 0 or found[0].lower() in {
            "some",
            "several",
            "many",
            "media",
            "multiple",
            "various",
            "unconfirmed",
            "local",
            "earlier",
        }
    return True


def _head(found: list[str]) -> int:
    for at, word in enumerate(found):
        if at and word.lower() in STOPS:
            return at - 1
    for at, word in enumerate(found[:-1]):
        if word.lower() in words.UNNAMED and found[at + 1][0].isupper():
            return at
    return len(found) - 1
