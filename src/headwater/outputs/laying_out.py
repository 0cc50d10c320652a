"""Brief → sheets: what terminal, Markdown and web page show, decided once for all three.

>>> from headwater.outputs.sample import sample_brief
>>> sheet = lay_out(sample_brief())[0]
>>> [(point.status, [answer.value for answer in point.answers]) for point in sheet.points]
[('disputed', ['nine', 'twelve']), ('single', ['The harbour closed.'])]
"""

from __future__ import annotations

from headwater.model import Actor, Brief
from headwater.model.brief import StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.copy_tree import beyond_families, no_copies, origin_sheets, shared_texts
from headwater.outputs.order import ordered
from headwater.outputs.points import lay_out_grid, lay_out_omissions, lay_out_points
from headwater.outputs.said import Said, SpeakerKind
from headwater.outputs.sheet import NameSheet, SpeakerSheet, Spelling, StorySheet
from headwater.outputs.timeline import lay_out_timeline

_KINDS: tuple[SpeakerKind, ...] = ("named", "unnamed", "abstained", "own voice")


def lay_out(brief: Brief, *, full: bool = False) -> tuple[StorySheet, ...]:
    """Return one sheet a story, in the order of the brief; `full` lifts the bounds on the grid.

    >>> from headwater.outputs.sample import sample_brief
    >>> [(sheet.title, sheet.articles, len(sheet.origins)) for sheet in lay_out(sample_brief())]
    [('Boats sink at Quill Bay', 3, 2)]
    """
    return lay_out_placed(ordered(brief), full=full)


def lay_out_placed(placed: Brief, *, full: bool = False) -> tuple[StorySheet, ...]:
    """Return one sheet a story as `lay_out` does, of a brief that `ordered` returned."""
    return tuple(_story(number, told, full=full) for number, told in enumerate(placed.stories, start=1))


def _story(number: int, told: StoryBrief, *, full: bool) -> StorySheet:
    index = StoryIndex.of(number, told)
    points = lay_out_points(told.comparison, index)
    origins = origin_sheets(told, index)
    return StorySheet(
        number=number,
        title=told.story.title,
        articles=len(told.articles),
        origins=tuple(origin for origin in origins if origin.lines),
        independent=index.independent(),
        rests_on=tuple(origin for origin in origins if not origin.lines),
        shared=shared_texts(beyond_families(told, index), index),
        common=shared_texts(no_copies(told), index),
        points=tuple(points.values()),
        grid=lay_out_grid(points, told.articles, told.comparison, full=full),
        left_out=lay_out_omissions(points, told.comparison),
        speakers=_speakers(told, index),
        names=tuple(_name(actor, index) for actor in told.actors),
        timeline=lay_out_timeline(told.comparison, index),
    )


def _speakers(told: StoryBrief, index: StoryIndex) -> tuple[SpeakerSheet, ...]:
    """Named speakers by how much they say, then unnamed ones together, then abstained ones, then outlets themselves."""
    groups: dict[tuple[SpeakerKind, str | None], list[Said]] = {}
    for statement in told.statements:
        said = index.said(statement)
        groups.setdefault((said.kind, said.who if said.kind == "named" else None), []).append(said)
    ranked = sorted(groups.items(), key=lambda group: (_KINDS.index(group[0][0]), -len(group[1]), group[0][1] or ""))
    return tuple(SpeakerSheet(name=name, kind=kind, said=tuple(said)) for (kind, name), said in ranked)


def _name(actor: Actor, index: StoryIndex) -> NameSheet:
    first = {mention.name: mention for mention in reversed(actor.mentions) if mention.article in index.articles}
    spellings = (
        Spelling(
            words=variant,
            cite=index.cite(first[variant].article, (first[variant].span,)) if variant in first else None,
        )
        for variant in actor.variants
    )
    return NameSheet(
        name=actor.name,
        kind=actor.kind,
        spellings=tuple(spellings),
        mentions=len(actor.mentions),
        articles=len({mention.article for mention in actor.mentions}),
    )
