"""Who said what: cues, sources and contents, the speakers behind them, and which statement is reported inside which."""

from headwater.statements.attribution import Attribution, Reader
from headwater.statements.reading import read_statements
from headwater.statements.rules import RuleReader

__all__ = ["Attribution", "Reader", "RuleReader", "read_statements"]
