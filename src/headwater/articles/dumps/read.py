"""The decoded plain text of a page, furniture and all → the reading of the article in it, or None."""

from __future__ import annotations

from headwater.articles.dumps.choosing import choose
from headwater.articles.dumps.features import describe
from headwater.articles.dumps.lines import read_lines
from headwater.articles.dumps.model import believe
from headwater.articles.dumps.roles import role_in_text, role_outside
from headwater.articles.dumps.surroundings import ask
from headwater.articles.reading import Reading
from headwater.model import Block, Cut, Span

METHOD = "articles.dumps/1"
BETWEEN = "\n\n"


def read_dump(text: str) -> Reading | None:
    r"""Return the article in the plain text of a page, with its metadata and all that was cut; None if there is none.

    Block spans count code points of `Reading.text`, page spans those of the dump. Raises `MissingModel` if the shipped
    classifier is damaged. The method is the project's own: trees over line features, see docs/dumps.md.

    >>> read_dump("Home\\nWorld\\nSport") is None
    True
    """
    lines = read_lines(text)
    described = describe(lines)
    chosen = choose(lines, described, believe(described.table)) if lines else None
    if chosen is None:
        return None
    said = ask(lines, chosen)
    blocks: list[Block] = []
    cuts: list[Cut] = []
    kept, start = set(chosen.kept), 0
    for number, line in enumerate(lines):
        if number in kept:
            span = Span(start=start, end=start + len(line.text))
            blocks.append(Block(span=span, role=role_in_text(number, lines, chosen, said), page_span=line.span))
            start = span.end + len(BETWEEN)
        else:
            cuts.append(Cut(role=role_outside(number, lines, chosen, said), text=line.text, page_span=line.span))
    return Reading(
        text=BETWEEN.join(lines[number].text for number in chosen.kept),
        blocks=tuple(blocks),
        cuts=(*cuts, *_unread(text, lines[-1].span.end)),
        title=lines[chosen.titles[0]].text if chosen.titles else None,
        authors=said.authors,
        published=said.published,
        section=said.section_name,
        tags=said.tags,
        rights=said.rights,
        translations=said.translations,
        by=METHOD,
    )


def _unread(text: str, end: int) -> tuple[Cut, ...]:
    """What stands past the last line that is read at all, as one cut."""
    rest = text[end:].strip()
    if not rest:
        return ()
    start = text.index(rest[:1], end)
    return (Cut(role="other", text=rest, page_span=Span(start=start, end=start + len(rest))),)
