"""Lines of an article → those in which it says openly that it was corrected or changed.

>>> [is_notice(line) for line in ("An earlier version of this story gave a wrong toll.", "The bridge was corrected in 1988.")]
[True, False]
"""

from __future__ import annotations

import re

LONGEST = 1000
"""Characters of a line that are looked at."""
_TEXT = r"(?:article|story|report|piece|post|page|headline|dispatch|column|item|caption|live ?blog|text)"
_CHANGED = r"(?:corrected|updated|amended|edited|changed|revised|clarified|modified|rectified|rewritten)"
_EARLIER = r"(?:an?|the|our|its)\s+(?:earlier|previous|prior|original|initial|first)\s+(?:[\w-]+\s+)?"
_WRONGLY = r"(?:incorrectly|wrongly|mistakenly|erroneously)"
_MISSTATED = rf"(?:mis(?:stated|spelled|spelt|identified|attributed|quoted|named)|{_WRONGLY}\s+\w+)"
_BEEN = r"(?:be(?:en|ing)\s+)?"
_HEADS = (
    r"(?:corrections?|clarifications?|corrected|corrects|editor['’]?s['’]?\s+note|erratum|errata|corrigend(?:um|a)|retraction|"
    r"korrektur|berichtigung|richtigstellung|anmerkung\s+der\s+redaktion|rectificatif|fe\s+de\s+erratas|"
    r"rectificaci[oó]n|correcci[oó]n|correção|errata\s+corrige)"
)
PATTERNS = (
    # “An earlier version of this article …”
    rf"{_EARLIER}(?:version|edition)s?\s+of\s+(?:(?:this|our)\s+(?:[\w-]+\s+)?{_TEXT}|the\s+(?:article|story))\b",
    # “A previous headline misstated …”, “This story wrongly said …”
    rf"(?:{_EARLIER}|\b(?:this|our)\s+){_TEXT}\s+(?:(?:had|has|also)\s+)?{_MISSTATED}\b",
    # “This story has since been updated to …”
    rf"\b(?:(?:this|our)\s+{_TEXT}|the\s+headline)(?:['’]s\s+\w+)?\s+(?:has|was|is)\s+(?:since\s+)?{_BEEN}(?:\w+\s+)?{_CHANGED}\b",
    rf"\bthis\s+(?:is\s+an?\s+)?{_CHANGED}\s+(?:version\s+of\s+)?(?:the\s+|an?\s+)?(?:\w+\s+)?{_TEXT}\b",
    r"\bwe\s+(?:regret\s+the\s+(?:error|mistake)|apologi[sz]e\s+for\s+the\s+(?:error|mistake))\b",
    # “Correction: …”, “EDITOR’S NOTE – …”, “Clarification (12 May): …”
    rf"^\W{{0,3}}{_HEADS}\s*(?:\([^()\n]{{0,60}}\)\s*)?(?:[:–—|-]|$)",
    # The same in other languages
    r"\bin\s+einer\s+(?:früheren|ersten|vorherigen|ursprünglichen)\s+(?:version|fassung)\s+(?:dieses|des|unseres)\b",
    r"\bune\s+(?:première|précédente)\s+version\s+de\s+(?:cet|ce)\b|\bune\s+version\s+(?:précédente|antérieure)\s+de\s+(?:cet|ce)\b",
    r"\b(?:cet\s+article|ce\s+texte)\s+a\s+été\s+(?:corrigé|modifié|mis\s+à\s+jour|rectifié)\b",
    r"\buna\s+versi[oó]n\s+(?:anterior|previa)\s+de\s+est[ea]\b|\buma\s+versão\s+(?:anterior|prévia)\s+dest[ea]\b",
    r"\buna\s+(?:precedente\s+versione|versione\s+precedente)\s+di\s+questo\b",
)
_NOTICE = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS), re.IGNORECASE)
_TITLE = re.compile(
    r"^\W{0,3}(?:correct(?:ed|ion|s)?|refile|clarifi(?:ed|cation)|update\s+\d{1,2}|updated)\b\s*[:–—|-]", re.IGNORECASE
)


def is_notice(line: str) -> bool:
    """Say whether a line says openly that the text it stands in was corrected or changed.

    That a page was “last updated” at some hour is none: it stands on every page and says of nothing that it is new.
    """
    return _NOTICE.search(line[:LONGEST].strip()) is not None


def is_marked(title: str) -> bool:
    """Say whether a title is marked as that of a corrected or renewed text, as agencies do.

    >>> is_marked("CORRECTED-Ferry sinks off Port Sello"), is_marked("Corrected lenses for all")
    (True, False)
    """
    return _TITLE.search(title[:LONGEST]) is not None
