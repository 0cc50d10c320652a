"""Two texts of one address: whether one is the other revised, and what was changed, sentence by sentence.

articles → sentences → aligned → the words that differ → numbers, names, attributions among them → VersionChange
"""

from headwater.versions.comparing import compare_versions
from headwater.versions.revising import is_version

__all__ = ["compare_versions", "is_version"]
