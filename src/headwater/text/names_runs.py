"""Text → runs of words that name something, before their kind is told.

>>> text = "It said President Ana Ruiz met the Bank of Orvia."
>>> [(run.span.of(text), run.titled) for run in find_runs(text)]
[('Ana Ruiz', True), ('Bank of Orvia', False)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.model import Span
from headwater.text.names_lexicon import lexicon, name_key
from headwater.text.names_words import Reading, Word, read_words

JOINING = {
    ("of",),
    ("of", "the"),
    ("for",),
    ("for", "the"),
    ("des",),
    ("du",),
    ("de",),
    ("de", "la"),
    ("del",),
    ("without",),
}
"""What may stand between the head of a group's name and the rest."""
ALWAYS_TITLES = frozenset(
    {"president", "minister", "chancellor", "secretary", "spokesman", "spokeswoman", "mr", "mrs", "ms"}
)
ROLE_ENDINGS = ("ologist", "ographer", "master", "keeper", "woman", "sman")
"""“Hydrologist Nadia Quill”: a role, whatever the trade."""
LONGEST_STRETCH = 40
"""Words; a longer row of capitals is no text, and cutting it keeps time linear."""
LONGEST_NAME = 120
"""Characters."""
TITLE_OF = frozenset({"of", "for"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One name with what stands around it."""

    span: Span
    words: tuple[str, ...]
    titled: bool
    """A title or role stands before it."""
    located: bool
    """“in”, “at” or the like stands before it."""
    joined: bool
    """It holds together over “of”, “for” or the like."""
    initials: bool
    shouted: bool
    """It stands in a line whose capitals say nothing."""
    known: bool


@dataclass(slots=True)
class _Open:
    """Words of one name while it is being put together."""

    words: list[Word]
    titled: bool = False
    joined: bool = False
    """Set when the name is closed."""
    known: bool = False


def find_runs(text: str) -> list[Run]:
    """Return the names of a text in order, without overlaps."""
    reading = read_words(text)
    found: list[Run] = []
    for stretch in _stretches(reading):
        found.extend(_run(reading, piece) for piece in _pieces(stretch) if not _is_no_name(piece))
    return found


def _is_no_name(piece: _Open) -> bool:
    """Say whether only a word of a title is left, as of “Police said”, or an ordinary word that began the sentence."""
    word = piece.words[0]
    if piece.words[-1].end - word.start > LONGEST_NAME:
        return True
    if len(piece.words) > 1 or piece.known or word.key in lexicon().known:
        return False
    if len(word.text) == 1:
        return True
    weak = any(lexicon().has(cue, word.key) for cue in ("title_parts", "heads", "groups"))
    return word.key in lexicon().ordinary and (word.first or word.shouted or weak)


def _run(reading: Reading, piece: _Open) -> Run:
    first, last = piece.words[0], piece.words[-1]
    before = reading.words[first.place - 1] if first.place else None
    if before is not None and before.key in ("the", "a", "an") and before.place:
        before = reading.words[before.place - 1]
    near = before is not None and reading.close(before, first)
    cue = before.key if before is not None and near else ""
    return Run(
        span=Span(start=first.start, end=last.end),
        words=tuple(word.text for word in piece.words),
        titled=piece.titled or lexicon().has("titles", cue),
        located=lexicon().has("locative", cue),
        joined=piece.joined,
        initials=any(len(word.text) == 1 for word in piece.words),
        shouted=first.shouted,
        known=piece.known,
    )


def _stretches(reading: Reading) -> Iterator[list[Word]]:
    """Yield neighbouring words that may belong together: capitalised ones and what joins them."""
    words = reading.words
    at = 0
    while at < len(words):
        if not words[at].named:
            at += 1
            continue
        stretch = [words[at]]
        while len(stretch) < LONGEST_STRETCH and (more := _next(reading, stretch[-1])) is not None:
            stretch.extend(more)
        yield stretch
        at = stretch[-1].place + 1


def _next(reading: Reading, last: Word) -> list[Word] | None:
    """Return the words that go on a stretch: one capitalised word, particles before it included."""
    between: list[Word] = []
    here = last
    while len(between) <= 3 and here.place + 1 < len(reading.words):
        after = reading.words[here.place + 1]
        if here.possessive or not reading.joins(here, after):
            return None
        if after.named:
            return [*between, after]
        between.append(after)
        if not _may_join(last, between):
            return None
        here = after
    return None


def _may_join(head: Word, between: list[Word]) -> bool:
    keys = tuple(word.key for word in between)
    if all(lexicon().has("particles", key) for key in keys):
        return True
    heads = lexicon().has("heads", head.key) or lexicon().has("titles", head.key)
    return heads and any(phrase[: len(keys)] == keys for phrase in JOINING)


def _pieces(stretch: list[Word]) -> Iterator[_Open]:
    """Cut a stretch into names: known phrases stand alone, titles go, a people before a person is split off."""
    open_: _Open = _Open(words=[])
    at = 0
    while at < len(stretch):
        title = _title(stretch, at)
        if title and not _group_follows(stretch, at, title):
            yield from _closed(open_)
            open_ = _Open(words=[], titled=True)
            at += title
            continue
        phrase = _phrase(stretch, at)
        if phrase and _stands_alone(stretch, at, phrase, open_):
            yield from _closed(open_)
            yield _Open(words=stretch[at : at + phrase], titled=False, known=True)
            open_ = _Open(words=[])
            at += phrase
            continue
        step = phrase or 1
        if open_.words and lexicon().has("given", stretch[at].key) and lexicon().has("groups", open_.words[-1].key):
            yield from _closed(open_)
            open_ = _Open(words=[])
        open_.words.extend(stretch[at : at + step])
        at += step
    yield from _closed(open_)


def _closed(open_: _Open) -> Iterator[_Open]:
    """Yield a name without the lower-case words at its ends; `joined` where “of” and the like hold it together."""
    words = list(open_.words)
    while words and not words[-1].named:
        words.pop()
    while words and (not words[0].named or name_key(words[0].text) == "the"):
        words.pop(0)
    if words:
        keys = {word.key for word in words if not word.named}
        joined = bool(keys & {"of", "for", "without"}) or (bool(keys) and lexicon().has("heads", words[0].key))
        yield _Open(words=words, titled=open_.titled, joined=joined, known=open_.known)


def _title(stretch: list[Word], at: int) -> int:
    """Return how many words from here are a title: “Deputy Foreign Minister”, “Secretary of State”; 0 if none."""
    cues = lexicon()
    end = at
    while end < len(stretch) and cues.has("title_parts", stretch[end].key) and not cues.has("titles", stretch[end].key):
        end += 1
    if end == len(stretch) or not _is_title(stretch[end]):
        return 0
    while end < len(stretch) and _is_title(stretch[end]):
        end += 1
        while end < len(stretch) and cues.has("title_parts", stretch[end].key):
            end += 1
    if end < len(stretch) and stretch[end].key in TITLE_OF:
        portfolio = end + 1
        while portfolio < len(stretch) and (
            cues.has("title_parts", stretch[portfolio].key) or stretch[portfolio].key in ("and", "the")
        ):
            portfolio += 1
        end = portfolio
    return end - at


def _is_title(word: Word) -> bool:
    if word.named and word.key.endswith(ROLE_ENDINGS):
        return True
    return word.named and any(
        lexicon().has("titles", part) for part in (word.key, word.key.split("-")[0], word.key.split("-")[-1])
    )


def _group_follows(stretch: list[Word], at: int, title: int) -> bool:
    """Say whether the “title” begins a group's name: “Justice Department”, “General Electric”, “Home Office”."""
    rest = at + title
    if stretch[rest - 1].key in ALWAYS_TITLES:
        return False
    return any(lexicon().has("groups", word.key) for word in stretch[rest : rest + 2])


def _phrase(stretch: list[Word], at: int) -> int:
    """Return how many words from here are the longest known name; 0 if none."""
    for words in lexicon().phrases.get(stretch[at].key, ()):
        end = at + len(words)
        if end <= len(stretch) and all(word.key == key for word, key in zip(stretch[at:end], words, strict=True)):
            if len(words) == 1 and words[0] in lexicon().acronyms and not stretch[at].text.replace(".", "").isupper():
                continue
            return len(words)
    return 0


def _stands_alone(stretch: list[Word], at: int, length: int, open_: _Open) -> bool:
    """Say whether a known name is a name by itself here, and no part of “China Daily” or “South African Airways”."""
    cues = lexicon()
    rest = stretch[at + length :]
    key = " ".join(word.key for word in stretch[at : at + length])
    if open_.words and not open_.known and (cues.has("heads", open_.words[0].key) or not rest):
        joined = stretch[at - 1].key in ("of", "for", "the", "de", "del", "du", "des")
        return not joined and length > 1
    if not rest or _title(stretch, at + length):
        return not open_.words
    if open_.words:
        return length > 1
    if key in ("us", "uk", "usa"):
        return True
    if not rest[0].named:
        return not cues.has("heads", stretch[at + length - 1].key)
    tail = [word.key for word in rest if word.named][:4]
    group = any(cues.has("groups", word) or cues.has("places", word) or cues.has("heads", word) for word in tail)
    if cues.known[key] == "group" and length > 1:
        return not group
    return not group and (cues.has("given", tail[0]) or all(word not in cues.ordinary for word in tail))
