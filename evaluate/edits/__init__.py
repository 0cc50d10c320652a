"""Copies made on purpose: articles of a pool, edited in many styles, with gold for families, origins and shares kept."""

from evaluate.edits.collections import Edited, Plan, Source, collect, grid, like_held_out, sources, withheld
from evaluate.edits.styles import STYLES, Made, Style, edit

__all__ = [
    "STYLES",
    "Edited",
    "Made",
    "Plan",
    "Source",
    "Style",
    "collect",
    "edit",
    "grid",
    "like_held_out",
    "sources",
    "withheld",
]
