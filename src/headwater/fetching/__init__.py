"""Feeds, sitemaps, pages and drop folders, watched politely → pages as they come.

>>> kind_of_source(b"<feed xmlns='http://www.w3.org/2005/Atom'>")
'feed'
"""

from headwater.fetching.entries import SourceKind
from headwater.fetching.listings import kind_of_source
from headwater.fetching.machine import Machine
from headwater.fetching.memory import Memory, Remembered, RunMemory
from headwater.fetching.settings import FetchSettings
from headwater.fetching.watching import watch

__all__ = ["FetchSettings", "Machine", "Memory", "Remembered", "RunMemory", "SourceKind", "kind_of_source", "watch"]
