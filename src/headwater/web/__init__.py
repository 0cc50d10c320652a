"""A desk as web pages, drawn on the server: nothing to build, usable without scripts, quick and calm.

Enters: a `StoredDesk`. Leaves: routes on an application that `headwater serve` runs beside the REST interface.
"""

from headwater.web.mounting import mount_pages

__all__ = ["mount_pages"]
