"""Sheets → the short labels that all renderings share. A label names and counts; it never states a fact of its own.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> story = lay_out(sample_brief())[0]
>>> header(story), speaker(story.points[0].answers[0].said[0])
('3 articles → 2 origins', 'Ana Ruz')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from headwater.outputs.closing import number
from headwater.outputs.copy_sheet import CopyLine, OriginSheet, RestLine, SharedText
from headwater.outputs.said import Chain, Said
from headwater.outputs.sheet import NameSheet, SpeakerSheet, StorySheet
from headwater.outputs.visible import short

_REASONS = 2
_REASON = 80
_MARKS = frozenset("“”„‟«»‹›‘’‚\"'「『")
_GROUPS = {
    "named": "",
    "unnamed": "Unnamed sources",
    "abstained": "Speaker not resolved (abstained)",
    "own voice": "Outlets’ own voice",
}


def header(story: StorySheet) -> str:
    """Return how many articles lead back to how many origins.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> header(lay_out(sample_brief())[0])
    '3 articles → 2 origins'
    """
    return f"{number(story.articles, 'article')} → {number(len(story.origins), 'origin')}"


def independence(story: StorySheet) -> str:
    """Return how many origins are shown to be independent of one another, and why not more; nothing where all are.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> independence(lay_out(sample_brief())[0])
    ''
    """
    shown = story.independent
    if not shown.doubts or shown.count >= len(story.origins):
        return ""
    return f"{shown.count:,} shown to be independent ({listed(shown.doubts)})"


def listed(reasons: Sequence[str]) -> str:
    """Return reasons on one line, the first of them in full.

    >>> listed(["one publisher", "publisher unknown", "shared words"])
    'one publisher; publisher unknown and 1 more'
    """
    more = f" and {len(reasons) - _REASONS:,} more" if len(reasons) > _REASONS else ""
    return "; ".join(short(reason, _REASON) for reason in reasons[:_REASONS]) + more


def speaker(said: Said | Chain) -> str:
    """Return who speaks: a name, the words for an unnamed source, that it is unclear, or nothing for the outlet itself."""
    if said.kind == "own voice":
        return ""
    if said.kind == "abstained" or said.who is None:
        return "an unnamed source" if said.kind == "unnamed" else "speaker unclear"
    return f"{said.who} (unnamed)" if said.kind == "unnamed" else said.who


def chain(said: Said | Chain) -> str:
    """Return who speaks, with a stance other than “asserts”, and through whom the words came to the outlet.

    >>> chain(Chain(who="Ana Ruz", kind="named", via=("OPA",), stance="denies", hedge=None, cites=()))
    'Ana Ruz (denies), via OPA'
    """
    who = speaker(said)
    if who and said.stance not in {None, "asserts"}:
        who = f"{who} ({said.stance})"
    return ", ".join(part for part in (who, *(f"via {name}" for name in said.via)) if part)


def behind(said: Said) -> str:
    """Return who stands behind some words, from the speaker to the outlet.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> behind(lay_out(sample_brief())[0].points[0].answers[0].said[0])
    'Ana Ruz, in The Daily Tern'
    """
    through = chain(said)
    return f"{through}, in {said.cite.outlet}" if through else said.cite.outlet


def quoted(words: str) -> str:
    """Return words of a page inside quote marks, unless they open with a quote mark of their own.

    >>> quoted("It sank."), quoted("“It sank,” she said.")
    ('“It sank.”', '“It sank,” she said.')
    """
    return words if words[:1] in _MARKS else f"“{words}”"


def passed_on(said: Said) -> str:
    """Return through whom a statement came to the outlet, for a line whose speaker is already named.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> passed_on(lay_out(sample_brief())[0].speakers[0].said[0])
    'in The Daily Tern'
    """
    return ", ".join([*(f"via {name}" for name in said.via), f"in {said.cite.outlet}"])


def manner(said: Said) -> str:
    """Return how something is said: stance, form, cue and hedge in the text's words.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> manner(lay_out(sample_brief())[0].speakers[0].said[0])
    'asserts, direct, cue “said”'
    """
    parts: list[str] = [said.stance or "", said.form]
    parts += [f"cue “{said.cue}”"] if said.cue else []
    parts += [f"hedge “{said.hedge}”"] if said.hedge else []
    return ", ".join(part for part in parts if part)


def group(sheet: SpeakerSheet) -> str:
    """Return the heading of a speaker's statements: the name, or why there is none.

    >>> group(SpeakerSheet(name=None, kind="unnamed", said=()))
    'Unnamed sources'
    """
    return sheet.name or _GROUPS[sheet.kind]


def origin(sheet: OriginSheet) -> str:
    """Return what an origin is: agency or outlet, how many articles go back to it, and in how many others passages do.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> sheet = lay_out(sample_brief())[0]
    >>> [origin(each) for each in (*sheet.origins, *sheet.rests_on)]
    ['outlet, 2 articles, passages in 1 other article', 'outlet, 1 article', 'agency, passages in 1 article']
    """
    # What only passages rest on may be an outlet, or words that two articles share: its reason says which.
    kind = "undecided" if sheet.undecided else "agency" if sheet.agency else "outlet" if sheet.lines else ""
    parts = [kind, number(len(sheet.lines), "article") if sheet.lines else "", lent(sheet)]
    return ", ".join(part for part in parts if part)


def lent(sheet: OriginSheet) -> str:
    """Return in how many articles of other origins passages rest on an origin; nothing where in none.

    >>> lent(OriginSheet(name="Tern", agency=False, undecided=False, words=False, reason="", lines=(), borrowed=()))
    ''
    """
    borrowers = len({rest.cite.article for rest in sheet.borrowed})
    return f"passages in {number(borrowers, 'other article' if sheet.lines else 'article')}" if borrowers else ""


def taken(line: CopyLine) -> str:
    """Return how much of an article's text is taken and from whom; nothing at the head of a tree.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> [taken(line) for line in lay_out(sample_brief())[0].origins[0].lines]
    ['', '100 % from The Daily Tern (earlier)']
    """
    if line.tie is None:
        return ""
    why = f" ({line.reason})" if line.reason else ""
    if line.tie == "beside":
        return f"{percent(line.share)} the same as {line.source}, both from the agency"
    if line.tie == "undecided":
        return f"shares {percent(line.share)} with {line.source}, direction undecided{why}"
    return f"{percent(line.share)} from {line.source}{why}"


def rests(rest: RestLine) -> str:
    """Return how much of an article rests on another origin, and what shows it.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> [rests(rest) for rest in lay_out(sample_brief())[0].origins[1].lines[0].rests]
    ['17 % rests on The Daily Tern (the passage stands there)', '21 % rests on Gull Press (“Gull Press reports”)']
    """
    if rest.words:
        return f"{percent(rest.share)} shared words: {rest.reason or rest.origin}"
    return f"{percent(rest.share)} rests on {rest.origin}" + (f" ({rest.reason})" if rest.reason else "")


def shared(pair: SharedText) -> str:
    """Return what two articles have in common, and whether one is a copy.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> [shared(pair) for pair in lay_out(sample_brief())[0].common]
    ['both carry a quotation, 30 % of the text: no copy (both quote it)']
    """
    why = f" ({pair.reason})" if pair.reason else ""
    if pair.tie is None:
        carried = "the same words" if pair.shared == "text" else f"a {pair.shared}"
        return f"both carry {carried}, {percent(pair.share)} of the text: no copy{why}"
    if pair.tie == "takes":
        return f"the first takes {percent(pair.share)} of its text from the second{why}"
    return f"share {percent(pair.share)} of the text, undecided{why}"


def no_copies(pairs: Sequence[SharedText]) -> str:
    """Return how many pairs share words that are no copy, by kind; nothing where there are none.

    >>> from headwater.outputs.laying_out import lay_out
    >>> from headwater.outputs.sample import sample_brief
    >>> no_copies(lay_out(sample_brief())[0].common)
    '1 shared quotation: no copy'
    """
    kinds = Counter(pair.shared for pair in pairs)
    counted = ", ".join(
        number(kinds[kind], f"shared {kind}") for kind in ("quotation", "list", "notice", "text") if kinds[kind]
    )
    return f"{counted}: no copy" if counted else ""


def percent(share: float) -> str:
    """Return a share between 0 and 1 as a percentage, never rounded up to the whole.

    >>> percent(0.996), percent(1.0), percent(0.004)
    ('99 %', '100 %', '<1 %')
    """
    if 0 < share < 0.01:
        return "<1 %"
    return f"{int(share * 100 + 1e-9)} %"


def spread(name: NameSheet) -> str:
    """Return how often and in how many articles a name stands.

    >>> spread(NameSheet(name="Ana Ruz", kind="person", spellings=(), mentions=3, articles=2))
    'person, 3 mentions in 2 articles'
    """
    return f"{name.kind}, {number(name.mentions, 'mention')} in {number(name.articles, 'article')}"
