"""Text → its words with what their capitals are worth.

>>> [(word.text, word.named) for word in read_words("Then Ruiz spoke.").words]
[('Then', False), ('Ruiz', True), ('spoke', False)]
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from headwater.text.names_lexicon import lexicon, name_key

LETTER = r"[^\W\d_]"
WORD = re.compile(
    rf"(?:{LETTER}\.){{2,6}}"  # U.S.
    rf"|(?:{LETTER}|\d)[\w\u0300-\u036f]*(?:[’'ʼ\-‐‑&]{LETTER}[\w\u0300-\u036f]*)*"
)
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
ELIDED = re.compile(r"^(?:[ldLD]|[Qq]u)[’'](?=[^\W\d_])")
PREFIXED = re.compile(r"^(?:al|el|ar|as|ash|an|at|ad|bin|d|o|l|de|abu)[-‐‑’'](?=[^\W\d_])")
ENDS_SENTENCE = re.compile(r"[.!?…:;]|[\n\r\u2028\u2029]|[“«„\"‘‹(\[•*–—]|''|``")
SPACES = re.compile(r"[ \u00a0\t]{1,3}")
SHORTENED = frozenset("st jr sr mr mrs ms dr gen sen rep gov lt col prof sgt rev capt maj sec supt insp".split())
ENGLISH = frozenset("the of and to in said was is for that on with by has".split())


@dataclass(slots=True)
class Word:
    """One word; `named` says whether its capital marks it as (part of) a name."""

    place: int
    """Index among the words of the text."""
    start: int
    end: int
    """Without a possessive ending."""
    text: str
    key: str
    capital: bool
    first: bool
    """It begins a sentence or a quotation."""
    possessive: bool
    shouted: bool = False
    """Its whole line is capitalised."""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text and the text between them."""

    text: str
    words: list[Word]

    def joins(self, a: Word, b: Word) -> bool:
        """Say whether only spaces, or the dot of an initial, stand between two neighbours."""
        gap = self.text[a.end : b.start]
        if SPACES.fullmatch(gap) or gap == " & ":
            return True
        if gap in ("-", "‑"):
            return a.capital and b.capital
        return (len(a.text) == 1 or a.key in SHORTENED) and gap in (". ", ".", ".\u00a0")

    def close(self, a: Word, b: Word) -> bool:
        """Say whether two words stand in one clause."""
        return a.end <= b.start <= a.end + 5 and not re.search(
            r"[^\s.]|\n|\. .", self.text[a.end : b.start].replace(" the ", " ")
        )


def read_words(text: str) -> Reading:
    """Return the words of a text; a capital at a sentence's start or in a headline is weighed against the rest."""
    words = _split(text)
    reading = Reading(text, words)
    _mark_shouting(text, words)
    inside = Counter(word.key for word in words if word.capital and not word.first and not word.shouted)
    lower = Counter(word.key for word in words if not word.capital)
    english = _is_english(text, words)
    nouns = not english and _capitalises_nouns(words)
    for word in words:
        word.named = word.capital and _counts(word, inside, lower, nouns=nouns)
    _mark_known_phrases(words)
    if nouns:
        _mark_after_titles(reading)
    _mark_beginnings(reading, inside, english=english)
    return reading


def _mark_known_phrases(words: list[Word]) -> None:
    """“New York” is a name at a sentence's start too, though “new” is an ordinary word."""
    for word in words:
        if not word.capital:
            continue
        for phrase in lexicon().phrases.get(word.key, ()):
            ahead = words[word.place : word.place + len(phrase)]
            if len(phrase) > 1 and all(w.capital for w in ahead) and tuple(w.key for w in ahead) == phrase:
                for part in ahead:
                    part.named = True
                break


def _mark_after_titles(reading: Reading) -> None:
    """Where every noun has a capital, a name is still a name after a title or a given name."""
    for word in reading.words[1:]:
        before = reading.words[word.place - 1]
        cue = lexicon().has("titles", before.key) or lexicon().has("given", before.key)
        if cue and before.named and word.capital and word.key not in lexicon().ordinary and reading.joins(before, word):
            word.named = True


def _split(text: str) -> list[Word]:
    words: list[Word] = []
    end = 0
    for match in WORD.finditer(text):
        raw = match.group()
        start, stop = match.span()
        if raw.islower() and raw.isalnum():  # most words: nothing else to find out
            words.append(Word(len(words), start, stop, raw, raw.casefold(), False, False, text[stop : stop + 1] == "’"))
        else:
            shape = _shape(raw)
            start += shape.elided if not (words and words[-1].capital) else 0
            written = text[start : match.start() + shape.end]
            words.append(
                Word(
                    place=len(words),
                    start=start,
                    end=match.start() + shape.end,
                    text=written,
                    key=name_key(written) or written,
                    capital=_is_capital(written),
                    first=not words or bool(ENDS_SENTENCE.search(_gap(text, end, match.start(), words))),
                    possessive=shape.possessive or text[stop : stop + 1] in ("'", "’"),
                )
            )
        end = stop
    return words


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where in the characters of a word the name is."""

    elided: int
    """Length of an article or preposition written to it: “l’Orvia”."""
    end: int
    """Where possessive endings and “-backed” begin."""
    possessive: bool


@lru_cache(maxsize=1 << 18)
def _shape(raw: str) -> _Shape:
    possessive = POSSESSIVE.search(raw)
    end = possessive.start() if possessive else len(raw)
    elided = ELIDED.match(raw[:end])
    starts = elided.end() if elided and raw[elided.end()].isupper() else 0
    head, _, tail = raw[starts:end].partition("-")
    if tail.islower() and head[:1].isupper() and tail in lexicon().ordinary:
        end -= len(tail) + 1
    return _Shape(starts, end, possessive is not None)


def _gap(text: str, end: int, start: int, words: list[Word]) -> str:
    """Return what stands before a word; the dot of an initial or abbreviation ends no sentence."""
    gap = text[end : min(start, end + 200)]
    before = words[-1]
    if gap.startswith(".") and (before.text[-1:] == "." or (before.capital and len(before.text) <= 2)):
        return gap[1:]
    if (
        gap == ". "
        and (lexicon().has("titles", before.key) or lexicon().has("styles", before.key))
        and len(before.key) <= 4
    ):
        return " "
    return gap


@lru_cache(maxsize=1 << 18)
def _is_capital(word: str) -> bool:
    if word[0].isupper() or word[0].istitle():
        return True
    prefix = PREFIXED.match(word)
    return prefix is not None and word[prefix.end()].isupper()


def _mark_shouting(text: str, words: list[Word]) -> None:
    """Mark the words of headlines in title case or capitals: there most long words begin with a capital."""
    line: list[Word] = []
    for word in words:
        if line and ("\n" in text[line[-1].end : word.start] or word.start - line[-1].end > 40):
            _mark_line(line)
            line = []
        line.append(word)
    _mark_line(line)


def _mark_line(line: list[Word]) -> None:
    if 2 * sum(word.capital for word in line) < len(line):
        return
    long = [word for word in line if len(word.key) >= 4 and not lexicon().has("ordinary_starts", word.key)]
    capitals = sum(word.capital for word in long)
    ordinary = sum(word.capital and word.key in lexicon().ordinary for word in long)
    if ordinary >= 2 and capitals >= 0.85 * len(long):
        for word in line:
            word.shouted = True


def _is_english(text: str, words: list[Word]) -> bool:
    """Say whether small English words are frequent; a text too short to tell counts as English if it is plain ASCII."""
    if len(words) < 25:
        return text.isascii() or any(word.key in ENGLISH for word in words)
    return sum(word.key in ENGLISH for word in words) >= 0.08 * len(words)


def _capitalises_nouns(words: list[Word]) -> bool:
    """Say whether the language writes nouns with capitals, as German does: then a capital alone says nothing."""
    inside = [word for word in words if not word.first and not word.shouted and word.key.isalpha()]
    return len(inside) >= 25 and sum(word.capital for word in inside) > 0.28 * len(inside)


def _counts(word: Word, inside: Counter[str], lower: Counter[str], *, nouns: bool) -> bool:
    cues = lexicon()
    if cues.has("not_names", word.key) or word.text[0].isdigit():
        return False
    known = word.key in cues.known and (word.key not in cues.acronyms or word.text.replace(".", "").isupper())
    title = cues.has("titles", word.key) or cues.has("title_parts", word.key)
    if not word.first and not word.shouted:
        return not nouns or known or title or cues.has("given", word.key)
    if cues.has("ordinary_starts", word.key):
        return known and not word.shouted and word.text.isupper() and len(word.text) > 1
    if known or cues.has("given", word.key) or cues.has("styles", word.key):
        return True
    if inside[word.key] > lower[word.key]:
        return True
    if word.key in cues.ordinary or lower[word.key]:
        return title
    return word.shouted or title or (len(word.text) > 1 and word.text.isupper())


def _mark_beginnings(reading: Reading, inside: Counter[str], *, english: bool) -> None:
    """A word unknown to us that begins a sentence is a name's first word where a name goes on after it."""
    for word in reading.words[:-1]:
        if word.named or not word.capital or not word.first or word.shouted or word.text[0].isdigit():
            continue
        cues = lexicon()
        after = reading.words[word.place + 1]
        if cues.has("particles", after.key) and reading.joins(word, after):
            after = reading.words[min(after.place + 1, len(reading.words) - 1)]
        if not after.named or word.possessive or not reading.joins(reading.words[after.place - 1], after):
            continue
        if cues.has("not_names", word.key) or cues.has("ordinary_starts", word.key):
            continue
        group = any(cues.has(list_, after.key) for list_ in ("groups", "places", "heads"))
        if word.key in cues.ordinary:
            word.named = cues.has("heads", word.key) or cues.has("groups", word.key) or group
        else:
            word.named = english or not inside[after.key] or group
