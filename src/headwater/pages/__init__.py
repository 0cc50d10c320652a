"""Bring pages in: files, folders, archives, feeds, ready articles → `Page`."""

from headwater.pages.decoding import decode
from headwater.pages.reading import read_pages
from headwater.pages.ready import ReadyRow, ready_page, ready_row
from headwater.pages.settings import PageSettings

__all__ = ["PageSettings", "ReadyRow", "decode", "read_pages", "ready_page", "ready_row"]
