"""What a user holds: an engine and settings, and a store where the desk is kept.

`Desk` visits: paths go in, briefs and records come out, nothing is kept. `open_desk` opens a file that is: a `StoredDesk`.
"""

from headwater.desk.kept import StoredDesk, open_desk
from headwater.desk.viewing import StoryOrigins
from headwater.desk.visiting import Collection, Desk, Progress, Settings, read_page, read_page_only

__all__ = [
    "Collection",
    "Desk",
    "Progress",
    "Settings",
    "StoredDesk",
    "StoryOrigins",
    "open_desk",
    "read_page",
    "read_page_only",
]
