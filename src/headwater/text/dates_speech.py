"""A time in a sentence → whether it says when somebody spoke, and not when the thing happened.

>>> text = "On Friday the mayor told reporters in Lowmark that the bridge fell on Monday."
>>> tells_when_said(text, Span(start=0, end=9)), tells_when_said(text, Span(start=67, end=76))
(True, False)
"""

from __future__ import annotations

import re

from headwater.model import Span
from headwater.text.dates_tense import has_verb

REACH = 110
SPEAKING = (
    r"said|says|told|announced|stated|added|tweeted|wrote|reported|confirmed|claimed|declared|warned|insisted|acknowledged|"
    r"argued|explained|noted|testified|commented|briefed|informed|reiterated|saying|writing|telling|adding"
)
PHRASE = r"(?:(?:in|at|to|during|after|via|by|from|through)\s+(?:(?!that\b|who\b|which\b|when\b)[\w'’.-]+\s+){1,6}?)"
LISTENER = r"(?:(?:the|a|an|his|her|its|their)\s+)?[\w'’.-]+\s+(?:(?!that\b)[\w'’.-]+\s+)?"
SAID_BEFORE = re.compile(
    rf"\b(?:(?:told|informed|briefed)\s+{LISTENER}|(?:{SPEAKING})\s+)(?P<between>{PHRASE}{{0,2}})(?:late\s+|early\s+|later\s+|earlier\s+|on\s+|the\s+)*$",
    re.IGNORECASE,
)
SAID_AFTER = re.compile(
    rf"(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:(?!that\b|which\b|who\b)[\w'’.-]+\s+){{0,5}}?(?:{SPEAKING})\b(?!\s+to\b)",
    re.IGNORECASE,
)
OPENS = re.compile(r"(?:^|[.!?:;,”\"]\s*|\b(?:and|but)\s+)(?:(?:on|late|early|later|earlier)\s+)*$", re.IGNORECASE)


def tells_when_said(sentence: str, time: Span) -> bool:
    """Say whether a time belongs to a verb of speaking: “said on Thursday”, “On Thursday police said”.

    Only phrases may stand between the two: “said the dam burst on Thursday” tells when the dam burst.
    """
    before, after = sentence[max(0, time.start - REACH) : time.start], sentence[time.end : time.end + REACH]
    said = SAID_BEFORE.search(before)
    if said and not has_verb(said["between"]):
        return True
    return bool(OPENS.search(before) and SAID_AFTER.match(after))
