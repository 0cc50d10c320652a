"""The language model: word pieces, windows, the shipped networks, and what they find in a text or in two."""

from headwater.readers.embeddings import embed
from headwater.readers.names import read_names, readable
from headwater.readers.reading import FoundCue, FoundName, Reading, read
from headwater.readers.recall import Recall
from headwater.readers.relations import Relating, relate

__all__ = [
    "FoundCue",
    "FoundName",
    "Reading",
    "Recall",
    "Relating",
    "embed",
    "read",
    "read_names",
    "readable",
    "relate",
]
