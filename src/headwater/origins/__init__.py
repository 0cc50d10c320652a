"""The origins that copy links and credits lead to, passage by passage, and the voices counted over them."""

from headwater.origins.finding import find_origins
from headwater.origins.voices import OriginIndex, origin_at, voices

__all__ = ["OriginIndex", "find_origins", "origin_at", "voices"]
