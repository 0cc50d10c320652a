"""Records only, standard library only: what every room reads and writes.

All records are frozen, keyword-only and complete at birth. Tier 1 is `page`, tier 2 is `article`, `mention` and
`statement`, tier 3 is `link`, tier 4 is `origin`, `story`, `comparison` and what a kept desk shows.
"""

from headwater.model.article import Article, Block, BlockRole, Credit, CreditKind, Cut, CutRole, Translation
from headwater.model.brief import Brief, StoryBrief
from headwater.model.comparison import Answer, Comparison, Evidence, Moment, Omission, Point, Status
from headwater.model.correction import PERSON, Correction, CorrectionKind, Quoted, correction, standing, taken_back
from headwater.model.desk import (
    Acknowledged,
    ArticleView,
    DeskCounts,
    Hit,
    HitKind,
    Query,
    Slice,
    SpeakerCard,
    StoryCard,
    StoryChange,
    StoryEvent,
    StoryOrder,
)
from headwater.model.digest import digest
from headwater.model.link import Link, LinkKind, Passage, SharedKind, Verdict
from headwater.model.mention import Actor, ActorKind, Mention, Quantity, TimeRef
from headwater.model.origin import Borrowed, Origin, Voices
from headwater.model.page import FeedItem, Media, Page, Place, Reason, Rejected
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans, words
from headwater.model.statement import Form, Part, Stance, Statement
from headwater.model.story import Story
from headwater.model.version import EditKind, Fate, SentenceChange, TellingEdit, VersionChange, VersionField

__all__ = [
    "PERSON",
    "Acknowledged",
    "Actor",
    "ActorKind",
    "Answer",
    "Article",
    "ArticleView",
    "Block",
    "BlockRole",
    "Borrowed",
    "Brief",
    "Comparison",
    "Correction",
    "CorrectionKind",
    "Credit",
    "CreditKind",
    "Cut",
    "CutRole",
    "DeskCounts",
    "EditKind",
    "Evidence",
    "Fate",
    "FeedItem",
    "Form",
    "Hit",
    "HitKind",
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
    "Query",
    "Quoted",
    "Reading",
    "Reason",
    "Rejected",
    "SentenceChange",
    "SharedKind",
    "Slice",
    "Span",
    "Spans",
    "SpeakerCard",
    "Stance",
    "Statement",
    "Status",
    "Story",
    "StoryBrief",
    "StoryCard",
    "StoryChange",
    "StoryEvent",
    "StoryOrder",
    "TellingEdit",
    "TimeRef",
    "Translation",
    "Verdict",
    "VersionChange",
    "VersionField",
    "Voices",
    "correction",
    "digest",
    "standing",
    "taken_back",
    "words",
]
