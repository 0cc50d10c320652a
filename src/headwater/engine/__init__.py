"""Where work runs: this process or this machine's cores, behind the same three verbs."""

from headwater.engine.attempt import Failure
from headwater.engine.cores import Cores
from headwater.engine.engine import Engine
from headwater.engine.here import Here
from headwater.engine.workers import start_early

__all__ = ["Cores", "Engine", "Failure", "Here", "start_early"]
