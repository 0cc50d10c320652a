"""How the store alone grows: invented articles in, one transaction each; articles a second, latencies and size.

    python -m benchmarks.growth_store --articles 10000 100000
    python -m benchmarks.growth_store --articles 10000 100000 --postings

Each article has 400 words of a Zipf vocabulary, 150 shingles and 50 terms with random keys, 8 statements, a vector of 384
numbers and a place in a story of about ten. With `--postings` they have shingles and terms only: 200 random keys each, which
is what grows dearer in a tree of millions.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from headwater.model import (
    Article,
    Comparison,
    Page,
    Place,
    Query,
    Reading,
    Span,
    Statement,
    Story,
    StoryBrief,
    StoryCard,
    digest,
)
from headwater.store import Store, open_store
from headwater.store.store import Hashes, Vector

VOCABULARY = 60_000
WORDS, STATEMENTS, SHINGLES, TERMS = 400, 8, 150, 50
STORY = 10
"""Articles of a story."""
FIRST = date(2031, 1, 1)
A_DAY = 1000
"""Articles a day."""
ASKED = 20
"""Queries of each kind that a latency is taken over."""
TOGETHER = 500
"""Articles of one transaction while a desk is filled."""
MEASURED = 500
"""Articles that are added one by one to be timed."""
LISTED = 1000
"""Likewise, of nothing but postings."""


@dataclass(slots=True)
class Invented:
    """Articles out of a seed."""

    random: np.random.Generator
    ranks: np.ndarray[tuple[int], np.dtype[np.float64]]

    def reading(self, number: int) -> Reading:
        """Return the reading of the article with this number."""
        drawn = np.searchsorted(self.ranks, self.random.random(WORDS))
        text = " ".join(f"w{each}" for each in drawn)
        page = digest("page", number)
        article = digest("article", page)
        cuts = np.linspace(0, len(text), STATEMENTS + 1).astype(int).tolist()
        said = tuple(
            Statement(
                id=digest("statement", article, place),
                article=article,
                part="text",
                source=(),
                cue=(),
                content=(Span(start=cuts[place], end=cuts[place + 1]),),
                speaker=f"Speaker {int(self.random.zipf(1.3)) % 50_000}",
                form="direct",
                stance="denies" if place == 0 else "asserts",
                hedge=None,
                anonymous=False,
                anonymity=(),
                within=None,
                score=1.0,
                by="bench",
            )
            for place in range(STATEMENTS)
        )
        place = Place(page=page, file=f"{number}.html")
        return Reading(
            article=Article(
                id=article,
                page=page,
                places=(place,),
                title=text[:60],
                outlet=f"Outlet {number % 300}",
                url=f"https://outlet{number % 300}.example/{number}",
                authors=(),
                published=(FIRST + timedelta(days=number // A_DAY)).isoformat(),
                language="en" if number % 4 else "es",
                section=None,
                tags=(),
                credits=(),
                rights=None,
                translations=(),
                text=text,
                blocks=(),
                cuts=(),
                by="bench",
            ),
            statements=said,
            mentions=(),
        )

    def vector(self) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        """Return a vector of length 1."""
        drawn = self.random.standard_normal(384).astype(np.float32)
        return drawn / np.float32(np.linalg.norm(drawn))


def invented() -> Invented:
    """Return a source of articles, always the same."""
    weights = 1 / np.arange(1, VOCABULARY + 1)
    return Invented(random=np.random.default_rng(0), ranks=np.cumsum(weights) / weights.sum())


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """One article as the desk hands it over."""

    number: int
    reading: Reading
    vector: Vector
    hashes: Hashes
    terms: dict[str, float]


def arrivals(source: Invented, numbers: range) -> Iterator[Arrival]:
    """Yield articles by number."""
    for number in numbers:
        yield Arrival(
            number=number,
            reading=source.reading(number),
            vector=source.vector(),
            hashes=source.random.integers(0, 1 << 64, SHINGLES, dtype=np.uint64),
            terms={f"t{each}": 0.1 for each in (source.random.zipf(1.2, TERMS) % 500_000).tolist()},
        )


def grow(store: Store, coming: Iterable[Arrival], together: int) -> None:
    """Add articles, so many in one transaction."""
    held: list[Reading] = []
    for batch in batched(coming, together):
        with store.writing():
            for each in batch:
                held = [*held, each.reading] if each.number % STORY else [each.reading]
                if together == 1:
                    ask(store, each)
                add(store, each, [reading.article.id for reading in held])
                if len(held) == STORY:
                    told = view_of(f"s{each.number // STORY}", held)
                    store.put_view(told, card_of(told))


def post(store: Store, random: np.random.Generator, numbers: range, together: int) -> None:
    """Add articles of nothing but postings."""
    for start in range(numbers.start, numbers.stop, together):
        with store.writing():
            for number in range(start, min(start + together, numbers.stop)):
                reading = bare(number)
                store.add_reading(reading, address=None, vector=None)
                hashes = random.integers(0, 1 << 64, SHINGLES, dtype=np.uint64)
                store.post_shingles(reading.article.id, hashes)
                terms = {f"t{each}": 0.1 for each in (random.zipf(1.2, TERMS) % 500_000).tolist()}
                store.post_terms(reading.article.id, FIRST.toordinal() + number // A_DAY, terms)


def bare(number: int) -> Reading:
    """Return the reading of an article without a text."""
    page = digest("page", number)
    article = Article(
        id=digest("article", page),
        page=page,
        places=(),
        title=None,
        outlet=None,
        url=None,
        authors=(),
        published=None,
        language=None,
        section=None,
        tags=(),
        credits=(),
        rights=None,
        translations=(),
        text="",
        blocks=(),
        cuts=(),
        by="bench",
    )
    return Reading(article=article, statements=(), mentions=())


def written() -> int:
    """Return how many bytes this process has handed to the system to be written (Linux; elsewhere 0)."""
    counts = Path("/proc/self/io")
    if not counts.exists():
        return 0
    return next(int(line.split()[1]) for line in counts.read_text().splitlines() if line.startswith("wchar"))


def report_postings(path: Path, sizes: Sequence[int]) -> None:
    """Print what the postings of an article cost at each size."""
    store, random, held = open_store(path, write=True), np.random.default_rng(0), 0
    for size in sizes:
        post(store, random, range(held, size - LISTED), TOGETHER)
        began, worked, before = time.perf_counter(), time.process_time(), written()
        post(store, random, range(size - LISTED, size), 1)
        spent, busy, out = time.perf_counter() - began, time.process_time() - worked, written() - before
        held = size
        print(
            f"{size} articles, {size * (SHINGLES + TERMS) / 1e6:.1f} million postings: the last {LISTED}, one transaction each, "
            f"{LISTED / spent:.0f} a second ({busy / LISTED * 1000:.1f} ms of processor, {out / LISTED / 1000:.0f} kB written each); "
            f"{path.stat().st_size / size / 1000:.1f} kB an article",
            flush=True,
        )
    store.close()


def ask(store: Store, each: Arrival) -> None:
    """Ask what an arrival asks: while a desk is filled, nobody needs the answers."""
    store.shingle_spread(each.hashes)
    store.sharing(each.hashes, 40)
    store.posted(list(each.terms), date.fromisoformat(each.reading.article.published or "").toordinal(), 40)


def add(store: Store, each: Arrival, members: Sequence[str]) -> None:
    """Write what an arrival writes."""
    article = each.reading.article
    day = date.fromisoformat(article.published or "").toordinal()
    page = Page(id=article.page, content=article.text.encode(), media="html", declared=None, place=article.places[0])
    store.add_page(page)
    store.add_reading(each.reading, address=article.url, vector=each.vector)
    store.add_profile(article.id, article.text[:600].encode())
    store.post_shingles(article.id, each.hashes)
    store.post_terms(article.id, day, each.terms)
    store.put_story(f"s{each.number // STORY}", members)


def view_of(story: str, readings: Sequence[Reading]) -> StoryBrief:
    """Return a view without origins and points."""
    return StoryBrief(
        story=Story(id=story, title=story, articles=tuple(each.article.id for each in readings)),
        articles=tuple(each.article for each in readings),
        origins=(),
        copies=(),
        statements=tuple(said for each in readings for said in each.statements),
        actors=(),
        comparison=Comparison(story=story, points=(), omissions=(), timeline=()),
    )


def card_of(told: StoryBrief) -> StoryCard:
    """Return a card with few counts."""
    days = sorted(article.published or "" for article in told.articles)
    return StoryCard(
        id=told.story.id,
        title=told.story.title,
        articles=len(told.articles),
        origins=1,
        outlets=(),
        languages=(),
        disputed=0,
        updated=0,
        unsure=0,
        agreed=0,
        single=0,
        first=days[0],
        last=days[-1],
        revision=0,
        settled=True,
    )


def batched(items: Iterable[Arrival], size: int) -> Iterator[list[Arrival]]:
    """Yield lists of so many."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def timed(call: Callable[[], object]) -> str:
    """Return p50 and p95 of a call in milliseconds of processor: other work on the machine does not count."""
    spent = []
    for _ in range(ASKED):
        began = time.process_time()
        call()
        spent.append((time.process_time() - began) * 1000)
    return f"{np.percentile(spent, 50):7.1f} {np.percentile(spent, 95):7.1f}"


QUERIES = {
    "search, a word of every article": Query(words="w0"),
    "search, a common word": Query(words="w10"),
    "search, a rare word": Query(words="w5000"),
    "search, two words": Query(words="w3 w200"),
    "search, a phrase": Query(words="“w1 w2”"),
    "search, a beginning": Query(words="w12*"),
    "search, common word + outlet": Query(words="w0", outlet="Outlet 7"),
    "search, common word + language": Query(words="w0", language="es"),
    "search, common word + old dates": Query(words="w0", since="2031-01-01", until="2031-01-02"),
    "search, common word + story": Query(words="w0", story="s17"),
    "filters, outlet": Query(outlet="Outlet 7"),
    "filters, language": Query(language="es"),
    "filters, dates": Query(since="2031-01-01", until="2031-01-02"),
    "filters, speaker": Query(speaker="Speaker 3"),
    "filters, stance": Query(stance="denies"),
    "statements, common word": Query(words="w0", kind="statement"),
    "statements, common speaker": Query(speaker="Speaker 1", kind="statement"),
    "statements, common speaker about": Query(speaker="Speaker 1", about="w0", kind="statement"),
    "statements, rare speaker about": Query(speaker="Speaker 999", about="w0", kind="statement"),
    "statements, word + stance": Query(words="w0", stance="denies", kind="statement"),
    "statements, word + outlet": Query(words="w0", outlet="Outlet 7", kind="statement"),
    "statements, stance": Query(stance="denies", kind="statement"),
    "statements, language": Query(language="es", kind="statement"),
    "statements, dates": Query(since="2031-01-01", until="2031-01-02", kind="statement"),
}


def main() -> None:
    """Print one table a size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--postings", action="store_true", help="articles of nothing but postings")
    parser.add_argument("--keep", type=Path, help="write the desk here, for looking at it later")
    options = parser.parse_args()
    with TemporaryDirectory(dir=options.folder) as folder:
        path = (options.keep or Path(folder) / "news.desk").absolute()
        if options.postings:
            report_postings(path, sorted(options.articles))
            return
        store, source, held = open_store(path, write=True), invented(), 0
        for size in sorted(options.articles):
            grow(store, arrivals(source, range(held, size - MEASURED)), TOGETHER)
            measured = list(arrivals(source, range(size - MEASURED, size)))
            began, worked = time.perf_counter(), time.process_time()
            grow(store, measured, 1)
            spent, busy = time.perf_counter() - began, time.process_time() - worked
            held = size
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{size} articles: the last {MEASURED}, one transaction each, {MEASURED / spent:.0f} a second "
                f"({busy / MEASURED * 1000:.1f} ms of processor each); {path.stat().st_size / held / 1024:.1f} KiB an article; "
                f"peak {peak:.0f} MiB",
                flush=True,
            )
            report(store)
        store.close()


def report(store: Store) -> None:
    """Print latencies."""
    calls: dict[str, Callable[[], object]] = {
        f"front page, {order}": lambda order=order: store.cards(order)  # type: ignore[misc]
        for order in ("newest", "articles", "origins", "disputed")
    }
    calls["story page"] = lambda: store.view("s17")
    calls["speakers"] = store.speakers
    calls["speakers, prefix"] = lambda: store.speakers("sp")
    calls["counts"] = store.counts
    calls |= {name: lambda query=query: store.search(query) for name, query in QUERIES.items()}  # type: ignore[misc]
    print(f"  {'ms':36}     p50     p95")
    for name, call in calls.items():
        call()
        print(f"  {name:36} {timed(call)}")


if __name__ == "__main__":
    main()
