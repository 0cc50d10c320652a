"""Who reprints whom, in which direction, and the origins that copy links lead to."""

from headwater.copies.links import link_copies
from headwater.copies.origins import find_origins
from headwater.copies.settings import CopySettings

__all__ = ["CopySettings", "find_origins", "link_copies"]
