"""Who said what: cues, sources and contents, the speakers behind them, and which statement is reported inside which."""

from headwater.statements.attribution import Attribution, Reader
from headwater.statements.chains import Voice, chain, voice_of
from headwater.statements.learned import LearnedReader
from headwater.statements.reading import read_statements
from headwater.statements.rules import RuleReader

__all__ = ["Attribution", "LearnedReader", "Reader", "RuleReader", "Voice", "chain", "read_statements", "voice_of"]
