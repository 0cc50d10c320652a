"""The words in which an outlet says on what terms, or why, it leaves a source unnamed.

>>> text = "Two aides said it rained. The aides spoke on condition of anonymity because they feared for their jobs."
>>> [span.of(text) for span in terms_in(text, 0, len(text))]
['spoke on condition of anonymity because they feared for their jobs']
"""

from __future__ import annotations

import re

from headwater.model import Span, Spans

VERB = r"(?:(?:spoke|speaking|speaks|talked|talking|commented|commenting|discussed|described|agreed to (?:speak|talk)|insisted|insisting)\s)"
NOT_NAMED = (
    r"(?:(?:be|being|been)\s)?(?:publicly\s)?(?:named|identified|quoted(?:\s(?:by name|on the record))?)(?:\s(?:publicly|by name))?"
    r"|(?:their|his|her|its)\s(?:real\s|full\s|last\s)?(?:names?|identit(?:y|ies))\s(?:to\sbe\s)?(?:used|published|disclosed|revealed|given|printed)"
    r"|(?:give|have|disclose|reveal|provide)\s(?:their|his|her|a)\s(?:real\s|full\s|last\s)?(?:names?|identit(?:y|ies))"
)
TERMS = re.compile(
    rf"\b(?:{VERB}?(?:only\s)?(?:on|under)\s(?:the\s)?(?:strict\s|customary\s)?(?:condition|promise|cover|guarantee)\s(?:of\s(?:strict\s)?anonymity|that\s(?:he|she|they|it|his|her|their)\b)"
    rf"|{VERB}anonymously\b|{VERB}on\sbackground\b"
    r"|(?:requested|requesting|asked\sfor|asking\sfor|sought|seeking|demanded|was\sgranted|were\sgranted|been\sgranted|granted|given|offered)\s(?:full\s)?anonymity\b"
    rf"|(?:asked|asking|requested|requesting|wished|wishing|preferred|preferring)\s(?:to\sremain\sanonymous|to\sstay\sanonymous|not\sto\s(?:{NOT_NAMED})|to\snot\s(?:{NOT_NAMED})|that\s(?:their|his|her)\snames?\s(?:not\s)?be\s\w+)"
    rf"|(?:declined|declining|refused|refusing)\sto\s(?:{NOT_NAMED})"
    rf"|(?:did|does|do|would|could|can|may|might|should)\s?(?:not|n[’']t)\s(?:want\s(?:to\s)?|wish\s(?:to\s)?|like\sto\s|agree\sto\s)?(?:{NOT_NAMED})"
    rf"|(?:was|were|is|are)\s?(?:not|n[’']t)\s(?:(?:being|authori[sz]ed\sto\s(?:be\s)?|allowed\sto\s(?:be\s)?|permitted\sto\s(?:be\s)?)(?:named|identified|quoted|speak\w*|comment|discuss|talk))"
    r"|not\s(?:authori[sz]ed|allowed|permitted)\sto\s(?:speak|comment|discuss|talk|be)"
    r"|whose\s(?:names?|identit(?:y|ies))\s(?:(?:has|have)\sbeen|(?:is|are|was|were)(?:\sbeing)?)\s(?:withheld|changed|not\s\w+))",
    re.IGNORECASE,
)
"""How newsrooms word it."""
END = re.compile(r"[.?!;:—–“”\"\n()]|,?\s(?=(?:said|says|told|tells|added|adds)\b)|,\s(?=(?:adding|and|but|which)\b)")
COMMA = re.compile(r",")
LONGEST = 300


def terms_in(text: str, start: int, end: int) -> Spans:
    """Return the terms that stand in a stretch of a text, in order; empty where it gives none."""
    found: list[Span] = []
    for match in TERMS.finditer(text, start, end):
        if found and match.start() < found[-1].end:
            continue
        stop = END.search(text, match.end(), min(end, match.end() + LONGEST))
        last = stop.start() if stop else min(end, match.end() + LONGEST)
        comma = COMMA.search(text, match.end(), last)
        if comma and not re.match(
            r",\s(?:because|since|as|citing|given|for fear|in order)\b", text[comma.start() : comma.start() + 20]
        ):
            last = comma.start()
        while last > match.end() and text[last - 1].isspace():
            last -= 1
        found.append(Span(start=match.start(), end=last))
    return tuple(found)
