"""The JSON shapes that only the REST interface has; all others are `headwater.outputs.shapes` and the records themselves.

>>> sorted(FoundRow.__annotations__)
['after', 'before', 'end', 'quote', 'start']
"""

from __future__ import annotations

from typing import Generic, Literal, NotRequired, TypedDict, TypeVar

from headwater.model import Acknowledged, CorrectionKind, Quoted, StoryEvent
from headwater.model.version import EditKind, Fate, VersionField
from headwater.outputs.shapes import ArticleRow, CopyRow, OmissionRow, PointRow, StatementRow

Item = TypeVar("Item")


class ListRow(TypedDict, Generic[Item]):
    """One page of a listing: `after` is the cursor of the next one, null on the last; `total` where it is cheap to know."""

    items: list[Item]
    after: str | None
    total: int | None


class ComparisonRow(TypedDict):
    """One page of the points of a story, disputed first, with what each outlet leaves out."""

    story: str
    items: list[PointRow]
    after: str | None
    total: int | None
    omissions: list[OmissionRow]


class ArticleHeadRow(TypedDict):
    """An article without its text."""

    id: str
    page: str
    file: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    story: str | None


class ArticleViewRow(TypedDict):
    """An article with what the desk knows about it; `versions` are all ids of its address, oldest first."""

    article: ArticleRow
    story: str | None
    current: bool
    versions: list[str]
    statements: list[StatementRow]
    copies: list[CopyRow]


class FoundRow(TypedDict):
    """Words of the article's text, with what stands on either side."""

    start: int
    end: int
    quote: str
    before: str
    after: str


class HitRow(TypedDict):
    """One thing found: an article, or a statement in it; `found` is where the words of the query stand."""

    article: ArticleHeadRow
    statement: StatementRow | None
    found: list[FoundRow]
    score: float


class PairRow(TypedDict):
    """Two articles side by side; null where neither is shown to take text from the other."""

    link: CopyRow | None
    a: ArticleRow
    b: ArticleRow
    passages: list[SharedRow]


class SharedRow(TypedDict):
    """A shared passage in the words of both sides."""

    copy: str
    original: str


class OutletRow(TypedDict):
    """An outlet with the number of its articles."""

    name: str
    articles: int


class WordsRow(TypedDict):
    """A run of one version's text."""

    start: int
    end: int
    quote: str


class EditRow(TypedDict):
    """A difference that changes what is told."""

    kind: EditKind
    old: list[WordsRow]
    new: list[WordsRow]


class SentenceChangeRow(TypedDict):
    """What became of one sentence."""

    fate: Fate
    old: WordsRow | None
    new: WordsRow | None
    old_words: list[WordsRow]
    new_words: list[WordsRow]
    edits: list[EditRow]


class VersionChangeRow(TypedDict):
    """What changed between two versions; `changes` leaves out sentences that were kept, `kept` counts them."""

    old: str
    new: str
    silent: bool
    announced: bool
    fields: list[VersionField]
    old_title: str | None
    new_title: str | None
    changes: list[SentenceChangeRow]
    kept: int
    notices: list[WordsRow]


class CorrectionRow(TypedDict):
    """One act of one person; `standing` is false where it was taken back, and for an undo."""

    id: str
    kind: CorrectionKind
    groups: list[list[str]]
    quoted: list[Quoted]
    subject: str
    note: str
    person: str
    made: str
    standing: bool


class CorrectedRow(TypedDict):
    """A correction that is kept, and the stories that it changed."""

    correction: CorrectionRow
    stories: list[str]


class AddedRow(TypedDict):
    """What became of the pages of an upload, in their order."""

    revision: int
    items: list[Acknowledged]


class ChangesRow(TypedDict):
    """What happened to stories after an event; `revision` grows with every change of the desk."""

    revision: int
    events: list[StoryEvent]
    after: int


class RevisionRow(TypedDict):
    """What an event of the live stream holds."""

    revision: int


class FaultRow(TypedDict):
    """One thing that is wrong with a request."""

    where: str
    what: str


class ProblemRow(TypedDict):
    """Why a request was not answered (RFC 9457)."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    faults: NotRequired[list[FaultRow]]
