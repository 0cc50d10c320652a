"""Headwater: trace every claim in the news to its source."""

__version__ = "0.1.0"
