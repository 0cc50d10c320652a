"""Text → the names of people, groups and places in it, by rule.

Scripts with capitals (Latin, Cyrillic, Greek) are read; the others have no mark for a name and give none. Runs of
capitalised words are cut at titles (“President”), at known phrases (“White House”) and where a people's adjective
stands before another name; particles, initials and “Ministry of …” hold a run together. A word that is capitalised
only because a sentence or a headline demands it counts when it is known, or seen capitalised inside another sentence.

>>> [(name.span.of(text), name.kind) for text in ["Yesterday Prime Minister Ana de Souza left the Bank of Orvia."]
...  for name in find_names(text)]
[('Ana de Souza', 'person'), ('Bank of Orvia', 'group')]
"""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model import ActorKind, Span
from headwater.text.names_lexicon import lexicon, name_key
from headwater.text.names_runs import Run, find_runs

SHORT_ACRONYM = 3
"""Letters; a longer word in capitals may be a place before its report: “BRENNICK (OPA) –”."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Name:
    """A run of characters that names somebody or something."""

    span: Span
    """Titles, leading articles and possessive endings stay outside."""
    kind: ActorKind
    """`other` where no cue tells, and for peoples and their adjectives (“French”, “Ukrainians”)."""


def find_names(text: str) -> list[Name]:
    """Return the names of a text in order, without overlaps; linear in the length of the text.

    >>> [name.span.of("McVeigh's aide, J. R. Okoro-Lund, left.") for name in find_names("McVeigh's aide, J. R. Okoro-Lund, left.")]
    ['J. R. Okoro-Lund']
    """
    runs = find_runs(text)
    kinds = [_kind(run) for run in runs]
    by_name: dict[str, ActorKind] = {}
    for run, kind in zip(runs, kinds, strict=True):
        if kind == "person":
            by_name.setdefault(name_key(run.words[-1]), kind)
        if kind != "other" and not run.words[0].isupper():
            by_name[name_key(" ".join(run.words))] = kind
    found = []
    for run, kind in zip(runs, kinds, strict=True):
        shown = kind
        shouted = run.words[0].isupper() and len(run.words[0]) > SHORT_ACRONYM
        if kind == "other" or (kind == "place" and not run.known) or shouted:
            shown = by_name.get(name_key(" ".join(run.words)), kind)
        found.append(Name(span=run.span, kind=shown))
    return found


def _kind(run: Run) -> ActorKind:
    """Choose by the strongest cue: title, known name, telling word, given name, preposition, shape."""
    words, key = run.words, name_key(" ".join(run.words))
    known = lexicon().kinds.get(key)
    if run.titled and known is None:
        return "person"
    if known is not None:
        return known
    if lexicon().known.get(key) == "adjective":
        return "other"
    return _kind_by_words(run, [name_key(word) for word in words])


def _kind_by_words(run: Run, keys: list[str]) -> ActorKind:
    cues = lexicon()
    ends = {keys[0], keys[-1]}
    if (
        run.joined
        or any(cues.has("groups", key) for key in keys[1:])
        or (len(keys) == 1 and cues.has("groups", keys[0]))
    ):
        return "group"
    if cues.has("styles", keys[0]) or (len(keys) > 1 and cues.has("given", keys[0])):
        return "person"
    if any(cues.has("places", key) for key in ends) and len(keys) > 1:
        return "place"
    if len(keys) == 1:
        return _kind_of_one(run, keys[0])
    if any(cues.known.get(key) == "adjective" or key in cues.ordinary or key.isnumeric() for key in keys):
        return "other"
    if run.located and len(keys) == 2 and not run.initials:
        return "other"
    if any(len(word) > 1 and word.isupper() and word.isalpha() for word in run.words) and not run.shouted:
        return "group"
    return "person" if len(keys) <= 4 else "other"


def _kind_of_one(run: Run, key: str) -> ActorKind:
    if len(run.words[0]) > 1 and run.words[0].isupper() and not run.shouted:
        return "group"
    if lexicon().has("given", key):
        return "person"
    return "place" if run.located and key not in lexicon().ordinary else "other"
