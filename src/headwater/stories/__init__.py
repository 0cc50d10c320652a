"""Which articles tell one story, by content, names and time.

    articles → profiles → candidates → judge → average linkage → Story

Candidates share rare words; the judge is a small logistic model; `python -m training.stories` makes its coefficients.
"""

from headwater.stories.grouping import StorySettings, group_stories

__all__ = ["StorySettings", "group_stories"]
