"""Records only, standard library only: what every room reads and writes.

All records are frozen, keyword-only and complete at birth. Tier 1 is `page`, tier 2 is `article`, `mention` and
`statement`, tier 3 is `link`, tier 4 is `origin`, `story` and `comparison`.
"""

from headwater.model.article import Article, Block, BlockRole, Credit, CreditKind, Cut, CutRole, Translation
from headwater.model.brief import Brief, StoryBrief
from headwater.model.comparison import Answer, Comparison, Evidence, Moment, Omission, Point, Status
from headwater.model.digest import digest
from headwater.model.link import Link, LinkKind, Passage, SharedKind, Verdict
from headwater.model.mention import Actor, ActorKind, Mention, Quantity, TimeRef
from headwater.model.origin import Borrowed, Origin, Voices
from headwater.model.page import FeedItem, Media, Page, Place, Reason, Rejected
from headwater.model.span import Span, Spans, words
from headwater.model.statement import Form, Part, Stance, Statement
from headwater.model.story import Story

__all__ = [
    "Actor",
    "ActorKind",
    "Answer",
    "Article",
    "Block",
    "BlockRole",
    "Borrowed",
    "Brief",
    "Comparison",
    "Credit",
    "CreditKind",
    "Cut",
    "CutRole",
    "Evidence",
    "FeedItem",
    "Form",
    "Link",
    "LinkKind",
    "Media",
    "Mention",
    "Moment",
    "Omission",
    "Origin",
    "Page",
    "Part",
    "Passage",
    "Place",
    "Point",
    "Quantity",
    "Reason",
    "Rejected",
    "SharedKind",
    "Span",
    "Spans",
    "Stance",
    "Statement",
    "Status",
    "Story",
    "StoryBrief",
    "TimeRef",
    "Translation",
    "Verdict",
    "Voices",
    "digest",
    "words",
]
