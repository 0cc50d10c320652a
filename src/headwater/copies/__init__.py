"""Who reprints whom, how much of which text, and in which direction."""

from headwater.copies.families import find_families
from headwater.copies.links import link_copies
from headwater.copies.partners import partners_of
from headwater.copies.settings import CopySettings

__all__ = ["CopySettings", "find_families", "link_copies", "partners_of"]
