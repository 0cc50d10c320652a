"""Two units → whether one of them denies, in so many words, what the other speaks of.

“There have been no talks” denies “quiet talks in Orvia”: what is negated is named on the other side, without a negation. A
“not” elsewhere in the sentence says nothing of the kind, and a judge of pairs is easily misled by it.

>>> denied_term("There have been no formal talks.", "Envoys held quiet talks in Orvia.", {"talk"})
'talk'
>>> denied_term("It did not rain during the talks.", "Envoys held quiet talks in Orvia.", {"talk"}) is None
True
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from headwater.text.weights import term_list, weight

REACH = 3
"""Words between a negation and what it negates."""
TELLING = 1.5
"""How rare a word must be in news at large (nats): “day” and “year” are negated without denying anything."""
FAR = 10
"""Words after a negation that it may touch at all."""
REMEMBERED = 1 << 14
"""Sentences whose negated terms are kept: each meets many others, and a story that gains a report is compared again."""
_NEGATION = re.compile(
    r"(?:\b(?:no|not|never|nor|without|cannot|denied|denies|deny|denying|rejected|rejects|dismissed|ruled out)\b|n['’]t\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"([^\W\d_]+)\s+(?:(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do|should)\s+(?:not|never)|"
    r"(?:is|are|was|were|has|have|had|wo|would|could|ca|did|does|do|should)n['’]t)\b",
    re.IGNORECASE,
)
_LINKS = frozenset("process sign signs evidence report reports indication question plan plans".split())
"""“No process that could be called talks”: what is negated is what follows such a word."""


def denied_term(denying: str, told: str, shared: Collection[str]) -> str | None:
    """Return the term of `shared` that the first sentence negates and the second does not; None where there is none."""
    negated = _negated(denying, REACH) & set(shared)
    telling = {term for term in negated if weight(term) >= TELLING and not term[0].isdigit()}
    return min(telling - _negated(told, FAR), default=None)


@lru_cache(maxsize=REMEMBERED)
def _negated(sentence: str, reach: int) -> frozenset[str]:
    found: set[str] = set()
    for match in _NEGATION.finditer(sentence):
        after = re.split(r"[,;:.!?”\"]", sentence[match.end() :], maxsplit=1)[0].split()
        further = 4 if any(word.casefold() in _LINKS for word in after[:2]) else 0
        found.update(term_list(" ".join(after[: reach + further])))
    for match in _SUBJECT.finditer(sentence):
        found.update(term_list(match[1]))
    return frozenset(found - _LINKS)
