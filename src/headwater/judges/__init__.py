"""Judges from outside: a model behind an endpoint that speaks the OpenAI chat protocol, off unless a user asks for it.

What enters: pairs of quoted spans. What leaves: for each pair a `Judgement` with the model's name, or None. Of all that
an endpoint may send, only the words same, opposed and neither come in; each is kept in a file and replayed from there.

>>> import tempfile
>>> from pathlib import Path
>>> with tempfile.TemporaryDirectory() as folder:
...     judge = ChatJudge(ChatSettings(model="m", cache=Path(folder, "judge.jsonl"), endpoint="http://localhost:8080"))
>>> judge.report
JudgeReport(model='m', fates=(), troubles=())
"""

from headwater.judges.chat import ChatJudge
from headwater.judges.report import Fate, JudgeReport, judge_line
from headwater.judges.settings import ChatSettings

__all__ = ["ChatJudge", "ChatSettings", "Fate", "JudgeReport", "judge_line"]
