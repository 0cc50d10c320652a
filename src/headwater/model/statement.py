"""Tier 2, readings: who said (or thinks, denies, demands) what, as one article reports it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Spans

Form = Literal["direct", "indirect", "mixed", "narrated"]
"""Quoted; reported; reported with quoted words inside; the outlet's own voice."""

Stance = Literal["asserts", "denies", "rejects", "doubts", "demands", "promises", "asks"]
"""Speaker towards content."""

Part = Literal["text", "title"]
"""Which string of the article the spans count in: `Article.text` or `Article.title`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """Speaker, cue, content. `speaker=None` means abstained; `form="narrated"` is the outlet's own voice;
    `anonymous=True` is a source that the outlet leaves unnamed. Three different things.
    """  # noqa: D205 - one sentence would hide that the three differ

    id: str
    """Digest of article, part and spans."""
    article: str
    part: Part
    source: Spans
    """The words in the text that name the speaker; empty where there are none."""
    cue: Spans
    content: Spans
    speaker: str | None
    """The resolved name, as some words of the article give it; None: abstained."""
    form: Form
    stance: Stance
    hedge: str | None
    """The outlet's own distance, in the text's words (`reportedly`, `may`, `alleged`); None: none."""
    anonymous: bool
    anonymity: Spans
    """The words in which the outlet says on what terms, or why, it leaves the source unnamed; empty where it gives none."""
    within: str | None
    """Id of the statement that this one is reported inside."""
    score: float
    by: str
