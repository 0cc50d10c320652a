"""Conflicts put into stories on purpose, and whether a comparison shows them."""
