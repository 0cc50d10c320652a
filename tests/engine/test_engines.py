"""What every engine promises. Functions stand at the top of the module: workers import them."""

import itertools
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import suppress

import pytest

from headwater.engine import Cores, Engine, Failure, Here
from headwater.errors import MissingExtra, UsageError

ENGINES = [Here(), Cores(workers=1), Cores(workers=2)]
EVERY = pytest.mark.parametrize("engine", ENGINES, ids=["here", "cores-1", "cores-2"])


def double(number: int) -> int:
    return number * 2


def later_for_early_ones(number: int) -> int:
    time.sleep(0.05 if number == 0 else 0)
    return number


def never_ends(number: int) -> int:
    while number == 1:
        pass
    return number


def swallows_everything(number: int) -> int:
    while number == 1:
        with suppress(Exception):  # what some libraries do
            time.sleep(0.01)
    return number


def fails_on_odd(number: int) -> int:
    if number % 2:
        raise ValueError(f"odd:\n{number} \ud800")
    return number


def leaves(number: int) -> int:
    if number == 1:
        sys.exit("gone")
    return number


def needs_an_extra(_number: int) -> int:
    raise MissingExtra("pip install it")


def dies_on_odd(number: int) -> int:
    if number % 2:
        os._exit(3)
    return number


def killed_for_memory(number: int) -> int:
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def returns_what_cannot_be_sent(_number: int) -> object:
    return lambda: 0


@EVERY
def test_results_come_in_the_order_of_the_items(engine: Engine):
    assert list(engine.each(later_for_early_ones, range(9), seconds=None)) == list(range(9))


@EVERY
def test_no_items_no_results(engine: Engine):
    assert list(engine.each(double, [], seconds=1)) == []


@EVERY
def test_items_may_be_endless(engine: Engine):
    results = engine.each(double, itertools.count(), seconds=None)
    assert list(itertools.islice(results, 5)) == [0, 2, 4, 6, 8]


@EVERY
def test_no_more_items_are_drawn_than_there_is_room_for(engine: Engine):
    source = itertools.count()
    next(engine.each(double, source, seconds=None))
    assert next(source) <= 2 * 4


@EVERY
def test_an_exception_is_one_failure_and_the_rest_goes_on(engine: Engine):
    results = list(engine.each(fails_on_odd, range(4), seconds=None))
    assert results[0::2] == [0, 2]
    assert results[1] == Failure(index=1, item=1, reason="crashed", detail="ValueError: odd: 1 ?")
    assert isinstance(results[3], Failure)
    assert results[3].index == 3


@EVERY
def test_a_library_that_exits_is_one_failure(engine: Engine):
    assert [getattr(r, "detail", r) for r in engine.each(leaves, range(3), seconds=None)] == [0, "SystemExit: gone", 2]


@EVERY
@pytest.mark.parametrize("function", [never_ends, swallows_everything])
def test_an_item_past_its_time_limit_is_given_up_and_the_rest_goes_on(engine: Engine, function):
    started = time.monotonic()
    results = list(engine.each(function, range(4), seconds=0.2))
    assert [getattr(r, "reason", r) for r in results] == [0, "time limit", 2, 3]
    assert getattr(results[1], "detail", "") == "given up after 0.2 s"
    assert time.monotonic() - started < 3


@EVERY
def test_a_fault_of_the_set_up_is_raised(engine: Engine):
    with pytest.raises(MissingExtra, match="pip install it"):
        list(engine.each(needs_an_extra, range(3), seconds=None))


@EVERY
def test_a_fault_of_the_items_themselves_is_raised(engine: Engine):
    def items():
        yield 1
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(engine.each(double, items(), seconds=None))


@EVERY
def test_pairs_share_a_key_and_come_once_in_order(engine: Engine):
    keyed = [("c", ["x"]), ("a", ["x", "y"]), ("b", ["y", "x"]), ("d", ["z"])]
    expected = [("a", "b"), ("a", "c"), ("b", "c")]
    assert list(engine.pairs(keyed)) == list(engine.pairs(reversed(keyed))) == expected


@EVERY
def test_groups_are_the_components_in_order(engine: Engine):
    pairs = [("e", "d"), ("a", "c"), ("d", "f")]
    expected = (("a", "c"), ("b",), ("d", "e", "f"))
    assert engine.groups("abcdef", pairs) == engine.groups("fedcba", reversed(pairs)) == expected


def test_a_long_chain_is_one_group_in_no_time():
    ids = [f"{n:06}" for n in range(50_000)]
    assert len(Here().groups(ids, itertools.pairwise(reversed(ids)))) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_costs_one_item_each_time(workers: int):
    results = list(Cores(workers).each(dies_on_odd, range(12), seconds=None))
    assert [r for r in results if not isinstance(r, Failure)] == [0, 2, 4, 6, 8, 10]
    assert {r.reason for r in results if isinstance(r, Failure)} == {"crashed"}
    assert all("exit code 3" in r.detail for r in results if isinstance(r, Failure))


def test_a_worker_killed_for_memory_costs_one_item():
    results = list(Cores(2).each(killed_for_memory, range(3), seconds=5))
    assert [getattr(r, "reason", r) for r in results] == [0, "crashed", 2]
    assert "exit code -9" in getattr(results[1], "detail", "")


def test_what_cannot_be_sent_between_processes_is_one_failure():
    [failure] = Cores(1).each(returns_what_cannot_be_sent, [1], seconds=None)
    assert getattr(failure, "reason", "") == "crashed"
    results = Cores(1).each(repr, ["rain", threading.Lock()], seconds=None)
    assert [getattr(result, "reason", result) for result in results] == ["'rain'", "crashed"]


def test_a_function_that_workers_cannot_import_is_a_usage_error():
    with pytest.raises(UsageError, match="top level of a module"):
        list(Cores(1).each(lambda number: number, [1], seconds=None))


def test_no_workers_is_a_usage_error():
    with pytest.raises(UsageError, match="at least one worker"):
        Cores(0)


def test_a_large_item_comes_back_whole():
    assert list(Cores(1).each(len, [b"x" * 5_000_000], seconds=None)) == [5_000_000]


def test_here_works_without_alarms_outside_the_main_thread():
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.extend(Here().each(double, [1, 2], seconds=1)))
    thread.start()
    thread.join()
    assert found == [2, 4]


def test_here_leaves_the_alarm_as_it_found_it():
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        list(Here().each(double, [1], seconds=1))
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_IGN
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("engine", ["Here()", "Cores(workers=2)"])
def test_ctrl_c_stops_at_once_and_leaves_no_worker(engine: str):
    script = f"""
        import multiprocessing, time
        from headwater.engine import Cores, Here
        if __name__ == "__main__":
            print("ready", flush=True)
            try:
                list({engine}.each(time.sleep, [60, 60], seconds=None))
            except KeyboardInterrupt:
                print(multiprocessing.active_children(), flush=True)
    """
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(script)]
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(0.4)
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=5)
    assert (out, err, child.returncode) == ("[]\n", "", 0)
