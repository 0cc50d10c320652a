"""Where two versions of a sentence differ → the differences that change what is told: numbers, days, names, negations.

Each is looked for among the words that differ only. That a sentence was reworded is none by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from headwater.model import Article, Quantity, Span, Spans, TimeRef
from headwater.model.version import EditKind, TellingEdit
from headwater.statements.hedges import TELLING
from headwater.text.dates import times
from headwater.text.names import find_names
from headwater.text.names_lexicon import lexicon, name_key
from headwater.text.normalise import fold_words
from headwater.text.numbers import quantities
from headwater.text.quotes import Quote, find_quotes
from headwater.text.weights import weight
from headwater.versions.differing import MOST, Differing, paired, without_same

NEGATIONS = {
    "en": r"(?:not(?! only\b)|no(?!\.? ?\d)|never|none|nobody|nothing|neither|nor|cannot|without|\w+n['’]t)",
    "de": r"(?:nicht|kein\w{0,2}|nie|niemals|niemand|nichts|weder|ohne)",
    "fr": r"(?:pas|jamais|aucune?|rien|sans|ni)",
    "es": r"(?:no|nunca|jamás|ningun[oa]s?|ningún|nadie|nada|sin|ni)",
    "pt": r"(?:não|nunca|jamais|nenhuma?|ninguém|nada|sem|nem)",
    "it": r"(?:non|mai|nessun[oa]?|niente|nulla|senza|né)",
    "ru": r"(?:не|нет|никогда|никто|ничего|без|ни)",
    "uk": r"(?:не|немає|ніколи|ніхто|нічого|без|ні)",
}
"""Words that negate, by language."""
MAYBE = re.compile(
    r"(?<![\w-])(?:may|might|could be|could have|possibly|perhaps|probably|likely|appears?|appeared|seems?|seemed|"
    r"(?:is|are|was|were) (?:believed|thought|understood|suspected|feared) to)(?![\w-])"
)
"""Distance that is no word of disbelief; lower case, so that the month is none."""
WORDY = re.compile(r"\w")
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """A run of characters with what it means when two are compared."""

    span: Span
    meaning: tuple[str, ...]


class Telling:
    """One article, ready to be asked what stands in a sentence of it; all spans count in its whole text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._negation = re.compile(
            rf"(?<!\w){NEGATIONS.get(article.language or 'en', NEGATIONS['en'])}(?!\w)", re.IGNORECASE
        )

    @cached_property
    def _names(self) -> Sequence[Named]:
        text = self.article.text
        spans = (name.span for name in find_names(text) if not _is_adjective(name.span.of(text)))
        found = ((span, tuple(fold_words(span.of(text)).keys)) for span in spans)
        return [Named(span, words) for span, words in found if words]

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(fold_words(self.article.text).keys)

    def names_nowhere(self, name: Named) -> bool:
        """Say whether the text lacks a name from another text: the word of it that is rarest in news, the last of equals."""
        return max(reversed(name.meaning), key=weight) not in self._words

    @cached_property
    def _quotes(self) -> Sequence[Quote]:
        return find_quotes(self.article.text)

    def names(self, sentence: Span) -> list[Named]:
        """Return the names that begin in a sentence."""
        first, last = (bisect_left(self._names, place, key=_start) for place in (sentence.start, sentence.end))
        return list(self._names[first:last])

    def quantities(self, sentence: Span) -> list[Quantity]:
        """Return the numbers in a sentence."""
        found = quantities(sentence.of(self.article.text))
        return [replace(each, span=_moved(each.span, sentence.start)) for each in found]

    def times(self, sentence: Span) -> list[TimeRef]:
        """Return the time words in a sentence, as the article's own date resolves them."""
        found = times(sentence.of(self.article.text), reported=self.article.published)
        return [replace(each, span=_moved(each.span, sentence.start)) for each in found]

    def digits(self, sentence: Span) -> list[Named]:
        """Return the numbers written in digits, whatever they count or name."""
        return self._matching(DIGITS, sentence)

    def negations(self, sentence: Span) -> list[Named]:
        """Return the words of a sentence that negate."""
        return self._matching(self._negation, sentence)

    def hedges(self, sentence: Span) -> list[Named]:
        """Return the outlet's own words of distance: those inside quote marks are somebody else's."""
        found = [*self._matching(TELLING, sentence), *self._matching(MAYBE, sentence)]
        quotes = self.quotes(sentence)
        return [each for each in found if not any(quote.span.contains(each.span) for quote in quotes)]

    def wordy(self, run: Span, inner: Span) -> Span | None:
        """Return the part of a run that lies inside a quotation, if there are words in it."""
        if not run.overlaps(inner):
            return None
        part = Span(start=max(run.start, inner.start), end=min(run.end, inner.end))
        return part if WORDY.search(self.article.text, part.start, part.end) else None

    def quotes(self, sentence: Span) -> list[Quote]:
        """Return the quotations that a sentence has part in."""
        first = bisect_right(self._quotes, sentence.start, key=_end)
        last = bisect_left(self._quotes, sentence.end, key=_start)
        return list(self._quotes[first:last][:MOST])

    def _matching(self, pattern: re.Pattern[str], sentence: Span) -> list[Named]:
        found = pattern.finditer(self.article.text, sentence.start, sentence.end)
        return [Named(Span(start=each.start(), end=each.end()), (each.group().casefold(),)) for each in found]


def _is_adjective(name: str) -> bool:
    """Say whether a name is that of a people or a creed: “British” names nobody."""
    return lexicon().known.get(name_key(name)) == "adjective"


def _start(thing: Named | Quote) -> int:
    return thing.span.start


def _end(quote: Quote) -> int:
    return quote.span.end


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """One sentence in two versions, and where they differ."""

    old: Telling
    new: Telling
    old_span: Span
    new_span: Span
    differing: Differing

    def edits(self) -> Iterator[TellingEdit]:
        """Yield the differences that change what is told, but for those of attribution."""
        counted = [*self._numbers(), *self._times()]
        yield from counted
        yield from self._bare_numbers(counted)
        yield from self._names()
        yield from self._negation()
        yield from self._quotation()
        yield from self._hedges()

    def _numbers(self) -> Iterator[TellingEdit]:
        old, new = self.differing.touched(self.old.quantities(self.old_span), self.new.quantities(self.new_span))
        old, new = without_same(old, new, lambda each: (each.low, each.high, each.unit))
        for one, other in paired(old, new, _counts_the_same):
            yield edit("number", (one.span,), (other.span,))

    def _times(self) -> Iterator[TellingEdit]:
        old, new = self.differing.touched(self.old.times(self.old_span), self.new.times(self.new_span))
        old, new = without_same(old, new, lambda each: (each.first, each.last))
        for one, other in paired(old, new, self._one_run):
            yield edit("time", (one.span,), (other.span,))

    def _bare_numbers(self, counted: Sequence[TellingEdit]) -> Iterator[TellingEdit]:
        """Numbers that count nothing, as of a flight or a road: one for one in the same place."""
        told = [span for each in counted for span in (*each.old, *each.new)]
        old, new = self.differing.touched(self.old.digits(self.old_span), self.new.digits(self.new_span))
        old, new = without_same(old, new, lambda each: each.meaning)
        for one, other in paired(old, new, self._one_run):
            if not any(one.span.overlaps(span) or other.span.overlaps(span) for span in told):
                yield edit("number", (one.span,), (other.span,))

    def _names(self) -> Iterator[TellingEdit]:
        every = self.old.names(self.old_span), self.new.names(self.new_span)
        old, new = self.differing.touched(*every)
        gone = [name for name in old if not any(_one_name(name, other) for other in every[1])]
        come = [name for name in new if not any(_one_name(name, other) for other in every[0])]
        pairs = list(paired(gone, come, self._one_run))
        for one, other in pairs:
            yield edit("name", (one.span,), (other.span,))
        told = {name.span for pair in pairs for name in pair}
        for name in gone:
            if name.span not in told and self.new.names_nowhere(name):
                yield edit("name dropped", (name.span,), ())
        for name in come:
            if name.span not in told and self.old.names_nowhere(name):
                yield edit("name added", (), (name.span,))

    def _negation(self) -> Iterator[TellingEdit]:
        old, new = self.differing.touched(self.old.negations(self.old_span), self.new.negations(self.new_span))
        if len(old) % 2 != len(new) % 2:
            yield edit("negation", _spans(old), _spans(new))

    def _quotation(self) -> Iterator[TellingEdit]:
        """Words inside quote marks that differ, or marks that went from around words that stay; no quotation as a whole."""
        before, after = self.old.quotes(self.old_span), self.new.quotes(self.new_span)
        old, new = self.differing.old_words, self.differing.new_words
        inside = _inside(old, before, self.old), _inside(new, after, self.new)
        if any(_partly(old, before, self.old)) or any(_partly(new, after, self.new)) or all(inside):
            yield edit("quotation", *inside)
        elif before and not after:
            yield from (edit("quotation", (quote.span,), ()) for quote in before if _unmarked(quote, old))
        elif after and not before:
            yield from (edit("quotation", (), (quote.span,)) for quote in after if _unmarked(quote, new))

    def _hedges(self) -> Iterator[TellingEdit]:
        old, new = self.differing.touched(self.old.hedges(self.old_span), self.new.hedges(self.new_span))
        if bool(old) != bool(new):
            yield edit("hedge dropped" if old else "hedge added", _spans(old), _spans(new))

    def _one_run(self, one: Named | TimeRef, other: Named | TimeRef) -> bool:
        return self.differing.run_of(one.span, new=False) == self.differing.run_of(other.span, new=True)


def edit(kind: EditKind, old: Spans, new: Spans) -> TellingEdit:
    """Return a telling edit."""
    return TellingEdit(kind=kind, old=old, new=new)


def _spans(listed: Sequence[Named]) -> Spans:
    return tuple(sorted(each.span for each in listed))


def _inside(runs: Spans, quotes: Sequence[Quote], telling: Telling) -> Spans:
    """Return the differing words inside quote marks; marks alone are none."""
    return tuple(words for run in runs for quote in quotes if (words := telling.wordy(run, quote.inner)))


def _partly(runs: Spans, quotes: Sequence[Quote], telling: Telling) -> Iterator[bool]:
    """Yield for each run whether its words are part of a quotation of which other words stay."""
    for run in runs:
        for quote in quotes:
            yield telling.wordy(run, quote.inner) is not None and not run.contains(quote.inner)


def _unmarked(quote: Quote, runs: Spans) -> bool:
    """Say whether both marks of a quotation differ and something between them does not."""
    at_ends = [any(run.start <= place < run.end for run in runs) for place in (quote.span.start, quote.span.end - 1)]
    return quote.closed and all(at_ends) and not any(run.contains(quote.inner) for run in runs)


def _counts_the_same(one: Quantity, other: Quantity) -> bool:
    """The same unit or measure, and the same thing counted where both name one."""
    return one.unit == other.unit and (one.counted == other.counted or not one.counted or not other.counted)


def _one_name(one: Named, other: Named) -> bool:
    """A name and a fuller form of it are one."""
    return set(one.meaning) <= set(other.meaning) or set(other.meaning) <= set(one.meaning)
