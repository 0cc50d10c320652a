"""A tiny invented story card, so that each function of this room can show what it does.

>>> sample_card().reports
(('2031-05-12T09', 2, 1), ('2031-05-12T11', 3, 2))
"""

from __future__ import annotations

from headwater.model import StoryCard


def sample_card() -> StoryCard:
    """Return the card of a story of five articles from three origins.

    >>> sample_card().articles
    5
    """
    return StoryCard(
        id="s1", title="Boats sink at Quill Bay", articles=5, origins=3, outlets=("The Daily Tern", "Quill Mail"),
        languages=("en",), disputed=1, updated=0, unsure=0, agreed=2, single=3, first="2031-05-12T09:10+00:00",
        last="2031-05-12T11:50+00:00", revision=5, settled=True,
        reports=(("2031-05-12T09", 2, 1), ("2031-05-12T11", 3, 2)),
    )  # fmt: skip
