"""Which mentions are the same actor: spellings, scripts, titles, last names, acronyms, places for governments.

articles → mentions → one node a spelling → joined where exactly one candidate fits → Actor
"""

from headwater.actors.grouping import find_actors
from headwater.actors.mentions import find_mentions

__all__ = ["find_actors", "find_mentions"]
