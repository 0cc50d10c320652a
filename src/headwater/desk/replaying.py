"""What happened to stories, from the first event → the stories as they were after the last one given.

>>> from headwater.model import StoryEvent
>>> def event(number, story, change, articles, other=None):
...     return StoryEvent(number=number, story=story, change=change, articles=articles, other=other, by="test")
>>> events = [event(1, "s1", "began", ("a",)), event(2, "s2", "began", ("b",)), event(3, "s1", "merged", ("b",), "s2"), event(4, "s2", "ended", ("b",), "s1")]
>>> {story: sorted(articles) for story, articles in replay(events).items()}
{'s1': ['a', 'b']}
"""

from __future__ import annotations

from collections.abc import Iterable

from headwater.model import StoryEvent


def replay(events: Iterable[StoryEvent]) -> dict[str, frozenset[str]]:
    """Return the articles of each story after some events, which must be all from the first on, in their order."""
    stories: dict[str, frozenset[str]] = {}
    for event in events:
        held, articles = stories.get(event.story, frozenset()), frozenset(event.articles)
        if event.change in ("began", "grew", "merged"):
            stories[event.story] = held | articles
        elif event.change == "split":
            stories[event.story] = held - articles
        elif event.change == "revised":
            before, after = event.articles
            stories[event.story] = held - {before} | {after}
        else:
            stories.pop(event.story, None)
    return stories
