"""One reading into a kept desk: its postings, its place among the stories, the articles it may share text with.

Everything happens inside the caller's transaction, through the store's indexes alone: an arrival looks at a bounded
neighbourhood, so that its cost does not grow with the desk.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from headwater.copies import partners_of
from headwater.copies.traces import trace_text
from headwater.desk.addresses import canonical
from headwater.desk.decided import Decided, Pairs
from headwater.desk.grouping import regrouped
from headwater.desk.visiting import read_page
from headwater.model import PERSON, Article, Page, Reading, Rejected, StoryChange, StoryEvent
from headwater.readers import embed
from headwater.store import Store
from headwater.store.store import Vector
from headwater.stories import StorySettings
from headwater.stories.arriving import heaviest_terms, neighbours, odds_with, own_terms, regroup
from headwater.stories.candidates import NEIGHBOURS
from headwater.stories.grouping import LATEST
from headwater.stories.prepared import Preparations, Prepared, Vocabulary
from headwater.stories.profiles import Profile, profile_of
from headwater.versions import is_version
from headwater.wire import packed, unpacked

METHOD = "desk/2"
TOGETHER = 100
"""Articles of the touched stories that are grouped anew; past that an arrival joins the story that it is likest to."""
SAMPLED = 30
"""Articles of a large story that an arrival is compared with."""
SHARING = 40
"""Articles that keep one shingle and are looked at: the first and the latest."""
LEAD = 1000
"""Characters of an article's beginning that its vector stands for, besides the title."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Arrival:
    """A page with everything that was read from it: what a worker makes and the writer keeps."""

    page: Page
    reading: Reading
    vector: Vector
    """Of `lead_of` the article, (384,), of length 1."""
    profile: Profile
    """Of the article."""


def read_arrival(page: Page) -> Arrival | Rejected:
    """Read a page whole, vector and profile included: what an engine maps over. A page without an article is `Rejected`."""
    reading = read_page(page)
    if isinstance(reading, Rejected):
        return reading
    article = reading.article
    return Arrival(page=page, reading=reading, vector=embed([lead_of(article)])[0], profile=profile_of(article))


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrivals:
    """Puts readings into a store; `decided` is what people decided so far."""

    store: Store
    decided: Decided
    settings: StorySettings = field(default_factory=StorySettings)
    preparations: Preparations = field(default_factory=Preparations)

    def arrive(self, arrival: Arrival) -> str | None:
        """Keep an arrival and give it a story; return the id of the article that it is a new version of."""
        self.store.add_page(arrival.page)
        article = arrival.reading.article
        address = canonical(article.url)
        before = self._earlier(article, address)
        self.store.add_reading(arrival.reading, address=address, vector=arrival.vector)
        self.store.add_profile(article.id, packed(arrival.profile))
        prepared = self.preparations.add(article.id, arrival.profile)
        mine = self._list(article, prepared)
        if before is not None:
            self._revise(before, article.id)
        self._place(article.id, prepared, mine, revised=before is not None)
        return before

    def read_anew(self, arrival: Arrival, was: Reading) -> None:
        """Keep what a page reads as now in place of what it read as before; its story stays, and is viewed anew."""
        article = arrival.reading.article
        known = own_terms(profile_of(was.article))
        story = self.store.story_of([was.article.id])
        self.store.add_reading(arrival.reading, address=canonical(article.url), vector=arrival.vector)
        self.store.add_profile(article.id, packed(arrival.profile))
        self._list(article, self.preparations.add(article.id, arrival.profile), known=known)
        self.store.unsettle(story.values())

    def regroup(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Group the stories of some articles anew, after a person's decision; return the ids of those that changed."""
        stories = sorted(set(self.store.story_of(sorted(set(articles))).values()))
        return self._group({}, self.store.members(stories), by=PERSON, new=None)

    def _earlier(self, article: Article, address: str | None) -> str | None:
        """Return the current version at the article's address, where the article is a version of it."""
        current = self.store.current_at(address) if address else None
        if current is None or current == article.id:
            return None
        held = self.store.readings([current]).get(current)
        return current if held is not None and is_version(held.article, article) else None

    def _list(self, article: Article, prepared: Prepared, *, known: frozenset[str] = frozenset()) -> dict[str, float]:
        """List an article under its shingles and terms and return these; `known` are words of its page counted before."""
        kept = trace_text(article.text).kept
        sharing = self.store.sharing(kept, SHARING)
        self.store.add_partners(article.id, partners_of(kept, sharing, self.store.shingle_spread(kept)))
        self.store.post_shingles(article.id, kept)
        fresh = sorted(own_terms(prepared.profile) - known)
        self.store.count_words(fresh)
        self.preparations.vocabulary.count(fresh)
        heaviest = heaviest_terms(prepared, self._vocabulary([prepared]))
        self.store.post_terms(article.id, prepared.profile.day or 0, heaviest)
        return heaviest

    def _revise(self, before: str, article: str) -> None:
        """Put a new version where the earlier one stood."""
        self.store.replace_version(before, article)
        story = self.store.story_of([before]).get(before)
        if story is not None:
            members = tuple(article if each == before else each for each in self.store.members([story])[story])
            event = _event(story, "revised", (before, article))
            self.store.put_story(story, members, [event])

    def _place(self, article: str, prepared: Prepared, mine: Mapping[str, float], *, revised: bool) -> None:
        listed = self.store.posted(list(mine), prepared.profile.day or 0, NEIGHBOURS)
        story_of = self.store.story_of([*neighbours(listed, mine), article])
        others = self._profiles([name for name in story_of if name != article])
        odds = self._odds(prepared, others)
        stories = {story_of[name] for name, each in odds.items() if each > 0}
        if revised and article in story_of:
            stories.add(story_of[article])
        held = self.store.members(sorted(stories))
        if sum(map(len, held.values())) < TOGETHER:
            self._group({article: prepared}, held, by=METHOD, new=None if revised else article)
        elif article not in story_of:
            self._join_likeliest(article, prepared, held)

    def _group(
        self, more: Mapping[str, Prepared], held: Mapping[str, tuple[str, ...]], *, by: str, new: str | None
    ) -> tuple[str, ...]:
        """Group the articles of some stories, and more, anew; return the ids of the stories that are there now."""
        profiles = {**self._profiles([each for members in held.values() for each in members]), **more}
        pairs, vocabulary = self._pairs(), self._vocabulary(list(profiles.values()))
        groups = regroup(
            profiles,
            vocabulary,
            together=pairs.together,
            apart=pairs.apart,
            settings=self.settings,
        )
        order = sorted(profiles, key=lambda name: (profiles[name].when or LATEST, name))
        changed = regrouped(held, groups, order, by=by, new=new, there=lambda name: bool(self.store.members([name])))
        for each in changed:
            self.store.put_story(each.story, each.articles, each.events)
        return tuple(each.story for each in changed if each.articles)

    def _join_likeliest(self, article: str, prepared: Prepared, held: Mapping[str, tuple[str, ...]]) -> None:
        """Put an article into the story that a sample of it is likest to, on average; alone where it is like none."""
        best: tuple[float, str] | None = None
        for story, members in sorted(held.items()):
            others = self._profiles(members[:: max(1, len(members) // SAMPLED)])
            odds = self._odds(prepared, others)
            mean = sum(odds.values()) / len(odds)
            if mean > 0 and (best is None or mean > best[0]):
                best = mean, story
        if best is None:
            self._group({article: prepared}, {}, by=METHOD, new=article)
            return
        members = held[best[1]]
        at = bisect(members, self._when(article), key=self._when)
        self.store.put_story(best[1], (*members[:at], article, *members[at:]), [_event(best[1], "grew", (article,))])

    def _when(self, article: str) -> tuple[datetime, str]:
        return self._profiles([article])[article].when or LATEST, article

    def _odds(self, prepared: Prepared, others: Mapping[str, Prepared]) -> dict[str, float]:
        vocabulary = self._vocabulary([prepared, *others.values()])
        return odds_with(prepared, others, vocabulary, settings=self.settings)

    def _profiles(self, articles: Sequence[str]) -> dict[str, Prepared]:
        held = self.preparations.held(articles)
        stored = self.store.profiles([article for article in articles if article not in held])
        return {**held, **self.preparations.keep({name: unpacked(data, Profile) for name, data in stored.items()})}

    def _vocabulary(self, profiles: Sequence[Prepared]) -> Vocabulary:
        """Return the vocabulary of prepared profiles, told what the store knows of their words."""
        vocabulary = self.preparations.vocabulary
        vocabulary.size = self.store.counts().articles
        if uncounted := vocabulary.uncounted(profiles):
            vocabulary.tell(uncounted, self.store.word_counts(uncounted))
        return vocabulary

    def _pairs(self) -> Pairs:
        """Return what people decided about stories, as ids of the articles that are current now."""
        stories = self.decided.stories
        article_of = self.store.current_of(sorted(stories.named()))

        def named(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
            return tuple((article_of[a], article_of[b]) for a, b in pairs if a in article_of and b in article_of)

        return Pairs(together=named(stories.together), apart=named(stories.apart))


def lead_of(article: Article) -> str:
    """Return what an article's vector stands for: its title and the beginning of its text."""
    return "\n".join(filter(None, (article.title, article.text[:LEAD])))


def _event(story: str, change: StoryChange, articles: tuple[str, ...]) -> StoryEvent:
    return StoryEvent(number=0, story=story, change=change, articles=articles, other=None, by=METHOD)
