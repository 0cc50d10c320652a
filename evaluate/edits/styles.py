"""Every way in which a copy is made here: which part is taken, how it is worded, what stands around it, what damages it.

>>> from random import Random
>>> made = edit(STYLES["capitals"], "Rain fell on Lowmark.", "", 0.9, Random(1))
>>> made.text, made.kept
('RAIN FELL ON LOWMARK.', 1.0)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from evaluate.edits import damage, parts, placing, squeezing, wording
from evaluate.edits.parts import Take
from evaluate.edits.placing import Place

Change = Callable[[str, Random], str]
"""A text, chance → the text in other words or letters."""
SHARES = (0.9, 0.6, 0.4, 0.25, 0.15)
INSIDE = (0.6, 0.4, 0.25, 0.15)
"""More than this of a text inside another one is no passage inside it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """How one kind of copy is made."""

    name: str
    take: Take = parts.head
    reword: tuple[Change, ...] = ()
    place: Place | None = None
    spoil: tuple[Change, ...] = ()
    shares: tuple[float, ...] = SHARES
    """How much of the original is taken, before it is reworded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """A text made from another one."""

    text: str
    kept: float
    """Share of the original's words that were taken over as they are (before letters were damaged), 0 to 1."""


def edit(style: Style, original: str, other: str, share: float, chance: Random) -> Made:
    """Return a copy of a text: a share of it in some style, with another article's text where the style needs one."""
    taken = style.take(original, share, chance)
    for change in style.reword:
        taken = change(taken, chance)
    text = style.place(taken, other, chance) if style.place else taken
    for change in style.spoil:
        text = change(text, chance)
    return Made(text=text, kept=round(parts.kept(original, taken), 3))


def _scan(rate: float) -> Change:
    return lambda text, chance: damage.scanned(text, rate, chance)


def _squeeze(text: str, chance: Random) -> str:
    return squeezing.squeezed(text, squeezing.TO, chance)


_TABLE = (
    Style(name="whole", take=parts.whole, shares=(1.0,)),
    Style(name="head only"),
    Style(name="middle paragraphs only", take=parts.middle),
    Style(name="last part only", take=parts.last),
    Style(name="sentences dropped", take=parts.scattered),
    Style(name="sentences reordered", take=parts.reordered),
    Style(name="sentences squeezed", take=squeezing.squeezed),
    Style(name="words dropped", take=squeezing.words_dropped),
    Style(name="sentences merged and split", reword=(squeezing.merged_and_split,)),
    Style(name="light rewording", reword=(wording.reworded_lightly,)),
    Style(name="heavy rewording", reword=(wording.reworded_heavily,)),
    Style(name="other spelling", reword=(wording.respelled,)),
    Style(name="other quote marks", spoil=(damage.new_marks,)),
    Style(name="soft hyphens", spoil=(damage.soft_hyphens,)),
    Style(name="divided at line ends", spoil=(damage.hyphenated,)),
    Style(name="capitals", spoil=(damage.capitals,)),
    Style(name="plain ASCII", spoil=(damage.plain_ascii,)),
    Style(name="scan, 2 % wrong", spoil=(_scan(0.02),)),
    Style(name="scan, 5 % wrong", spoil=(_scan(0.05),)),
    Style(name="scan, 10 % wrong", spoil=(_scan(0.10),)),
    Style(name="encoding read wrongly", spoil=(damage.misread_once,)),
    Style(name="encoding read wrongly twice", spoil=(damage.misread_twice,)),
    Style(name="characters lost", spoil=(damage.lost,)),
    Style(name="encodings mixed", spoil=(damage.mixed_encodings,)),
    Style(name="local paragraphs around", place=placing.local_around),
    Style(name="inside a long other one", take=parts.middle, place=placing.inside, shares=INSIDE),
    Style(name="one paragraph inside another", take=parts.one_paragraph, place=placing.inside, shares=(0.05,)),
    Style(name="agency text, own lead", place=placing.new_lead),
    Style(name="middle + encoding", take=parts.middle, spoil=(damage.misread_once,)),
    Style(name="middle + scan, 5 %", take=parts.middle, spoil=(_scan(0.05),)),
    Style(name="middle + squeezed + encoding", take=parts.middle, reword=(_squeeze,), spoil=(damage.misread_once,)),
    Style(name="squeezed + local", take=squeezing.squeezed, place=placing.local_around),
    Style(
        name="inside + encoding",
        take=parts.middle,
        place=placing.inside,
        spoil=(damage.mixed_encodings,),
        shares=INSIDE,
    ),
    Style(name="inside + squeezed", take=parts.middle, reword=(_squeeze,), place=placing.inside, shares=INSIDE),
    Style(name="inside + scan, 2 %", take=parts.middle, place=placing.inside, spoil=(_scan(0.02),), shares=INSIDE),
    Style(
        name="local + light + quote marks",
        reword=(wording.reworded_lightly,),
        place=placing.local_around,
        spoil=(damage.new_marks,),
    ),
    Style(name="heavy + local", reword=(wording.reworded_heavily,), place=placing.local_around),
    Style(name="dropped + scan, 5 %", take=parts.scattered, spoil=(_scan(0.05),)),
)
STYLES = {style.name: style for style in _TABLE}
"""Every style by its name, in the order in which tables show them."""
