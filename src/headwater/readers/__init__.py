"""The language model: word pieces, windows, the shipped networks, and what they find in a text."""

from headwater.readers.names import read_names, readable
from headwater.readers.reading import FoundCue, FoundName, Reading, read

__all__ = ["FoundCue", "FoundName", "Reading", "read", "read_names", "readable"]
