"""What was answered once is kept, replayed and shared, whatever happened to the file."""

import asyncio
import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time

import pytest

from headwater.errors import UsageError
from headwater.judges import ChatJudge, ChatSettings, judge_line

WORDS = ["same", "opposed", "neither"]
ONE_RUN = """
import json, sys
from pathlib import Path
from headwater.judges import ChatJudge, ChatSettings
url, cache, first, last, seconds = sys.argv[1:]
pairs = [(f"The dam at Lowmark held {n}.", f"Lowmark lost dam {n}.") for n in range(int(first), int(last))]
judge = ChatJudge(ChatSettings(model="m", cache=Path(cache), endpoint=url, parallel=2, seconds=float(seconds)))
try:
    print(json.dumps([judgement and judgement.relation for judgement in judge(pairs)]))
except KeyboardInterrupt:
    sys.exit(130)
"""


def start(server, cache, first, last, seconds=5):
    command = [sys.executable, "-c", ONE_RUN, server.url, str(cache), str(first), str(last), str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def rows(cache):
    return [json.loads(line) for line in cache.read_text("ascii").splitlines()]


def test_without_a_server_the_same_judgements_come_from_the_file(serve, judge_at, saying, cache, pairs):
    server = serve(lambda asked: saying(WORDS[asked.number % 3]))
    first = judge_at(server)(pairs(7))
    before = cache.read_bytes()
    server.stop()
    gone = judge_at(server)
    replaying = ChatJudge(ChatSettings(model="m", cache=cache))
    assert gone(pairs(7)[::-1])[::-1] == replaying(pairs(7)) == judge_at(server, budget=0)(pairs(7)) == first
    assert None not in first
    assert cache.read_bytes() == before
    assert judge_line(replaying.report) == "judge m: 0 asked, 7 replayed"


def test_a_run_with_pairs_that_got_no_answer_is_replayed_as_it_was(serve, judge_at, saying, sending, pairs):
    replies = [saying("same"), saying("Hm."), sending(b"{}"), sending(b"", b"500 fault")]
    judge = judge_at(serve(lambda asked: replies[asked.number % 4]), budget=10, retries=0, parallel=1)
    first = judge(pairs(20))
    replaying = ChatJudge(ChatSettings(model="m", cache=judge.settings.cache))
    assert replaying(pairs(20)) == first
    assert judge_line(judge.report) == "judge m: 10 asked, 3 refused, 2 error status, 2 broken reply, 10 over budget"
    assert judge_line(replaying.report) == "judge m: 0 asked, 3 replayed, 17 over budget"


def test_replayed_pairs_cost_no_budget_and_only_answers_are_kept(serve, judge_at, saying, cache, pairs):
    server = serve(lambda asked: saying("Well …" if asked.number == 1 else "same"))
    judge_at(server, parallel=1)(pairs(3))
    judge = judge_at(server, budget=2)
    assert None not in judge(pairs(4))
    assert judge_line(judge.report) == "judge m: 2 asked, 2 replayed"
    assert len(rows(cache)) == 4


def test_a_row_names_the_judge_and_holds_both_texts_and_the_word(serve, judge_at, cache):
    judge = judge_at(serve("opposed"))
    judge([("Рain fell.", "It was dry.")])
    (row,) = rows(cache)
    assert list(row) == ["id", "by", "model", "a", "b", "answer"]
    assert (row["by"], row["model"], row["answer"]) == (judge.by, "m", "opposed")
    assert (row["a"], row["b"]) == ("It was dry.", "Рain fell.")


@pytest.mark.skipif(os.name == "nt", reason="file modes are those of Unix")
def test_the_file_is_its_owners_alone(serve, judge_at, tmp_path):
    judge_at(serve("same"), cache=tmp_path / "new" / "folder" / "judge.jsonl")
    assert stat.S_IMODE((tmp_path / "new" / "folder" / "judge.jsonl").stat().st_mode) == 0o600


def test_answers_of_another_model_or_question_are_not_used(serve, judge_at, cache, pairs):
    server = serve("same")
    judge_at(server)(pairs(1))
    assert ChatJudge(ChatSettings(model="other", cache=cache))(pairs(1)) == [None]
    other = cache.read_text("ascii").replace("chat:m/", "chat:m/other")
    cache.write_text(other, "ascii")
    judge = ChatJudge(ChatSettings(model="m", cache=cache))
    assert judge(pairs(1)) == [None]
    assert "passed over: 1" in judge.report.troubles[0], "and a row that was changed by hand is no row"


def test_damaged_lines_are_named_and_passed_over(serve, judge_at, cache, pairs):
    judge_at(serve("same"), parallel=1)(pairs(6))
    lines = cache.read_bytes().splitlines(keepends=True)
    lines[1] = b"rain\n"
    lines[2] = lines[2].replace(b"same", b"opposed maybe")
    lines[3] = b"\xff\xfe" + lines[3]
    lines[4] = b"[" * 100_000 + b"\n"
    cache.write_bytes(b"\n".join(lines))
    judge = ChatJudge(ChatSettings(model="m", cache=cache))
    assert [judgement is not None for judgement in judge(pairs(6))] == [True, False, False, False, False, True]
    assert judge.report.troubles == (f"{cache}: lines that are no answers are passed over: 3, 5, 7, 9",)


def test_a_half_written_last_line_costs_that_line_only(serve, judge_at, cache, pairs):
    server = serve("same")
    judge_at(server, parallel=1)(pairs(3))
    cache.write_bytes(cache.read_bytes()[:-40])
    mended = judge_at(server)
    assert None not in mended(pairs(5))
    assert judge_line(mended.report) == "judge m: 3 asked, 2 replayed"
    assert "passed over: 3" in mended.report.troubles[0]
    replayed = judge_at(server, budget=0)
    assert None not in replayed(pairs(5))


def test_two_processes_may_share_a_file_and_one_answer_counts_for_both(serve, cache, pairs, saying):
    def fickle(asked):
        threading.Event().wait(0.002)
        return saying(WORDS[asked.number % 3])

    server = serve(fickle)
    both = [start(server, cache, first, first + 40) for first in (0, 20)]
    said = [json.loads(process.communicate(timeout=30)[0]) for process in both]
    replaying = ChatJudge(ChatSettings(model="m", cache=cache))
    replayed = [judgement and judgement.relation for judgement in replaying(pairs(60))]
    assert said == [replayed[:40], replayed[20:]]
    assert replaying.report.troubles == ()


@pytest.mark.skipif(os.name == "nt", reason="signals are those of Unix")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_keeps_what_was_answered(serve, saying, cache, end):
    def then_never(asked):
        if asked.number >= 5:
            threading.Event().wait(2)
        return saying("opposed")

    server = serve(then_never)
    process = start(server, cache, 0, 20, seconds=30)
    while len(server.asked) < 7:
        time.sleep(0.01)
    started = time.monotonic()
    process.send_signal(end)
    process.communicate(timeout=10)
    assert time.monotonic() - started < 1.8
    assert process.returncode == (130 if end == signal.SIGINT else -signal.SIGKILL)
    answered = [(asked.quoted["first"], asked.quoted["second"]) for asked in server.asked[:5]]
    replaying = ChatJudge(ChatSettings(model="m", cache=cache))
    assert None not in replaying(answered)
    assert len(rows(cache)) == 5


def test_an_answer_that_cannot_be_kept_does_not_count(serve, judge_at, saying, cache, pairs):
    def spoil(asked):
        if asked.number == 1:
            cache.unlink()
            cache.mkdir()
        return saying("same")

    judge = judge_at(serve(spoil), parallel=1)
    assert [judgement is not None for judgement in judge(pairs(4))] == [True, False, False, False]
    assert judge_line(judge.report) == "judge m: 2 asked, 1 not kept, 2 given up"
    assert str(cache) in judge.report.troubles[0]


def test_a_file_that_cannot_be_used_is_named_before_any_work(serve, judge_at, tmp_path, cache):
    server = serve("same")
    cache.symlink_to(tmp_path / "gone" / "judge.jsonl")
    with pytest.raises(UsageError, match="cannot write"):
        judge_at(server)
    with pytest.raises(UsageError, match="cannot read"):
        judge_at(server, cache=tmp_path)
    with pytest.raises(UsageError, match="no answers to replay"):
        judge_at(server, cache=tmp_path / "none.jsonl", budget=0)


def test_a_judge_works_where_an_event_loop_runs(serve, judge_at, pairs):
    async def notebook():
        return judge_at(serve("same"))(pairs(2))

    assert None not in asyncio.run(notebook())
