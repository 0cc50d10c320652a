"""Feeds, sitemaps, pages and drop folders, watched side by side → pages as they come.

>>> for record in watch(["no/such/folder"], memory=RunMemory(), rounds=1):
...     print(record.file, "·", record.detail)
no/such/folder · no such folder, and no http or https address; check the path
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anyio.from_thread import start_blocking_portal

from headwater.fetching.addresses import is_web
from headwater.fetching.errands import Errand, Errands, Record
from headwater.fetching.exchange import Exchange
from headwater.fetching.folders import WatchedFolder
from headwater.fetching.following import Follower
from headwater.fetching.lines import Lines
from headwater.fetching.machine import Machine
from headwater.fetching.means import Means
from headwater.fetching.memory import Memory, RunMemory
from headwater.fetching.settings import FetchSettings
from headwater.fetching.webs import WatchedAddress

NO_SETTINGS = FetchSettings()
THIS_MACHINE = Machine()


def watch(
    sources: Iterable[str],
    *,
    memory: Memory | None = None,
    settings: FetchSettings = NO_SETTINGS,
    rounds: int | None = None,
    machine: Machine = THIS_MACHINE,
) -> Iterator[Record]:
    """Yield what the sources hold and each thing that is new in them later, until every source had its `rounds`.

    A source is an http or https address (RSS, Atom, JSON Feed, sitemap, sitemap index or page: its content says which) or
    a folder. Without `rounds` it goes on until the caller stops: leave the loop, close the iterator, or press Ctrl-C.
    An address is remembered when a record after its pages is asked for: what a crash loses is fetched again. Nothing
    about a source raises; what is wrong with it is a `Rejected`, told once.
    """
    memory = RunMemory() if memory is None else memory
    lines = Lines[Errand](settings, memory)
    follower = Follower(lines, machine)
    means = Means(memory=memory, settings=settings, follower=follower, lines=lines, machine=machine)
    exchange = Exchange(settings, resolve=machine.resolve, certificates=machine.certificates)
    errands = Errands(lines, exchange, machine, settings.parallel)
    watched = [
        WatchedAddress(source, means) if is_web(source) else WatchedFolder(source, means)
        for source in dict.fromkeys(sources)
    ]
    with start_blocking_portal() as portal:
        yield from errands.run([one.errand(rounds) for one in watched], portal)
