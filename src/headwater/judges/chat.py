"""A chat model as a judge: what it said before is replayed, what is new is asked while budget and time last.

What enters: pairs of quoted spans, the most telling first. What leaves: one `Judgement` a pair, in order, or None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.comparisons.judging import Judgement
from headwater.errors import MissingExtra, UsageError
from headwater.judges.cache import Cache
from headwater.judges.prompt import RELATIONS, Pair, in_order, judge_name
from headwater.judges.report import ASKED, FATES, Fate, JudgeReport
from headwater.judges.settings import ChatSettings

if TYPE_CHECKING:
    from headwater.judges.asking import Heard
    from headwater.judges.endpoint import Endpoint

SCORE = 0.8
"""How sure a chat model is taken to be: what it may say of that itself is no measure, so this is a convention."""
LONGEST_TEXT = 2000
"""Characters; a longer text is no sentence, and is not sent."""


class ChatJudge:
    """A `Judge` that asks an endpoint which speaks the OpenAI chat protocol; for one run, one call at a time."""

    def __init__(self, settings: ChatSettings) -> None:
        """Read what was answered before; nothing is asked yet.

        Raises `UsageError` for a cache that cannot be read or written, or is missing where it is to be replayed, and
        for an unusable key; `MissingExtra` where asking needs a library that is not installed.
        """
        self.settings = settings
        self.by = judge_name(settings.model, no_thinking=settings.no_thinking)
        """The name of the judge: its model, and a digest of what is asked."""
        self._cache = Cache(settings.cache, by=self.by, model=settings.model)
        self._fates: dict[Pair, Fate] = {}
        self._endpoint = _endpoint(settings)
        if self._endpoint:
            self._cache.prepare()
        elif not settings.cache.is_file():
            raise UsageError(f"no answers to replay: {settings.cache} does not exist; give an address and a budget")

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement | None]:
        """Return one judgement a pair, in order, None where there is no answer; the budget goes to the first pairs."""
        wanted = [in_order(pair) for pair in pairs]
        asked = self._choose([pair for pair in dict.fromkeys(wanted) if pair not in self._fates])
        if asked and self._endpoint:
            self._fates.update(dict.fromkeys(self._endpoint.ask(asked, self._settle), "given up"))
        return [self._judgement(pair) for pair in wanted]

    @property
    def report(self) -> JudgeReport:
        """What became of the pairs so far."""
        counts = Counter(self._fates.values())
        troubles = list(self._endpoint.troubles) if self._endpoint else []
        if counts["refused"] and not counts["answered"]:
            troubles.append(
                "it writes something else than the one word that is asked for: "
                "if it thinks first, switch that off (--judge-no-thinking, or at the server)"
            )
        if self._cache.damaged:
            lines = ", ".join(map(str, sorted(self._cache.damaged)))
            troubles.append(f"{self.settings.cache}: lines that are no answers are passed over: {lines}")
        return JudgeReport(
            model=self.settings.model,
            fates=tuple((fate, counts[fate]) for fate in FATES if counts[fate]),
            troubles=tuple(troubles),
        )

    def _judgement(self, pair: Pair) -> Judgement | None:
        word = self._cache.words.get(pair)
        return Judgement(relation=RELATIONS[word], score=SCORE, by=self.by) if word else None

    def _choose(self, new: Sequence[Pair]) -> list[Pair]:
        """Settle the pairs that need no asking, and return those to ask about."""
        chosen: list[Pair] = []
        asked = sum(fate in ASKED for fate in self._fates.values())
        for pair in new:
            if pair in self._cache.words:
                self._fates[pair] = "replayed"
            elif max(map(len, pair)) > LONGEST_TEXT:
                self._fates[pair] = "too long"
            elif self._endpoint is None or asked + len(chosen) >= self.settings.budget:
                self._fates[pair] = "over budget"
            elif self._endpoint.given_up:
                self._fates[pair] = "given up"
            else:
                chosen.append(pair)
        return chosen

    def _settle(self, pair: Pair, heard: Heard) -> None:
        """Keep what was heard. An answer that cannot be kept does not count: it could not be replayed."""
        self._fates[pair] = heard.fate
        if heard.word and self._endpoint:
            try:
                self._cache.add(pair, heard.word)
            except OSError as error:
                self._fates[pair] = "not kept"
                self._endpoint.give_up(f"cannot write the judge's answers to {self.settings.cache}: {error.strerror}")


def _endpoint(settings: ChatSettings) -> Endpoint | None:
    if not settings.asks:
        return None
    try:
        from headwater.judges.endpoint import Endpoint  # noqa: PLC0415 - needs the judge extra; replaying does not
    except ModuleNotFoundError as error:
        raise MissingExtra("asking a judge needs the judge extra: pip install 'headwater[judge]'") from error
    return Endpoint(settings)
