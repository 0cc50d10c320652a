"""Where a desk is kept: one protocol, and SQLite as the embedded default.

See `Store`; `open_store(path, write=...)` opens a file.
"""

from headwater.store.sqlite import open_store
from headwater.store.store import Found, Posting, Store, Trouble

__all__ = ["Found", "Posting", "Store", "Trouble", "open_store"]
