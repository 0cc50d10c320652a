"""What a user holds: an engine and settings, and a store where the desk is kept.

`Desk` visits: paths go in, briefs and records come out, nothing is kept.
"""

from headwater.desk.viewing import StoryOrigins
from headwater.desk.visiting import Collection, Desk, Progress, Settings, read_page, read_page_only

__all__ = ["Collection", "Desk", "Progress", "Settings", "StoryOrigins", "read_page", "read_page_only"]
