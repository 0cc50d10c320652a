"""Tier 4, views: what changed between two texts of one address. Ids and spans only; every word stands in one of the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Span, Spans

Fate = Literal["kept", "reworded", "moved", "added", "removed"]
"""What became of a sentence. `moved`: it stands elsewhere in the order, in the same words or nearly; `kept`: the same words
in the same order of sentences, white space, letter case and the shape of quote marks and dashes aside."""
EditKind = Literal[
    "number",  # another value, or other bounds, of the same thing
    "time",  # another day
    "name",  # another name in the same place
    "name added",  # somebody or something that the old text names nowhere
    "name dropped",  # somebody or something that the new text names nowhere any more
    "negation",  # what was denied is asserted, or the other way round
    "quotation",  # other words inside quote marks
    "speaker",  # the same content, another speaker
    "speaker added",  # the same content, now with a named speaker
    "speaker dropped",  # the same content, its named speaker gone or made anonymous
    "cue",  # another word of attribution: “said”, then “claimed”
    "stance",  # another stance of the speaker: asserts, then denies
    "attribution added",  # said in the outlet's own voice before, now somebody's word
    "attribution dropped",  # somebody's word before, now said in the outlet's own voice
    "hedge added",  # the outlet's own distance: “reportedly”, “may”
    "hedge dropped",
]
VersionField = Literal["title", "published", "authors", "suppliers"]
"""What of an article's metadata may change; `suppliers` are the agencies that it credits."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class TellingEdit:
    """A difference within one sentence that changes what is told, and not only how."""

    kind: EditKind
    old: Spans
    """The words that it is about, into the old text; empty where something was added."""
    new: Spans
    """Into the new text; empty where something was dropped."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SentenceChange:
    """What became of one sentence; of two that became one, or of one that became two, together."""

    fate: Fate
    old: Span | None
    """Into the old article's text; None: added."""
    new: Span | None
    """Into the new article's text; None: removed."""
    old_words: Spans = ()
    """Of sentences that stand in both: the words that are different, into the old text, in order."""
    new_words: Spans = ()
    """The same, into the new text."""
    edits: tuple[TellingEdit, ...] = ()
    """In order of kind, as `EditKind` lists them."""

    @property
    def kinds(self) -> tuple[EditKind, ...]:
        """The kinds of its telling edits, each once; empty where only the wording is different."""
        return tuple(dict.fromkeys(edit.kind for edit in self.edits))


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionChange:
    """What changed from one text of an address to the next."""

    old: str
    """Id of the old article."""
    new: str
    """Id of the new article."""
    changes: tuple[SentenceChange, ...]
    """Every sentence of both texts, in the order of the new one; what was removed stands where it stood."""
    fields: tuple[VersionField, ...]
    """What of the metadata changed, in the order of `VersionField`."""
    old_title: Spans
    """The words of the old title that are different, into that title."""
    new_title: Spans
    """The words of the new title that are different, into that title."""
    announced: bool
    """Whether the new version says openly that something was changed, and the old one did not say so yet."""
    notices: Spans
    """Where it says so, into the new text."""
    cut_notices: tuple[int, ...]
    """Which of the new article's `cuts` say so."""

    @property
    def changed(self) -> bool:
        """Whether anything is different but the day on which it was published."""
        return any(change.fate != "kept" for change in self.changes) or bool({*self.fields} - {"published"})

    @property
    def silent(self) -> bool:
        """Whether something was changed and nothing says so."""
        return self.changed and not self.announced
