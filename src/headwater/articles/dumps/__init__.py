"""Plain-text dumps of pages, furniture and all → readings."""

from headwater.articles.dumps.read import read_dump

__all__ = ["read_dump"]
