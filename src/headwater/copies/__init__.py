"""Who reprints whom, in which direction, the origins that copy links lead to, and the voices under what is said."""

from headwater.copies.links import link_copies
from headwater.copies.origins import find_families, find_origins
from headwater.copies.settings import CopySettings
from headwater.copies.voices import OriginIndex, origin_at, voices

__all__ = ["CopySettings", "OriginIndex", "find_families", "find_origins", "link_copies", "origin_at", "voices"]
