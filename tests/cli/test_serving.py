"""Serving from the command line: a desk that answers, and an end that is clean."""

import re
import signal
import subprocess
import sys
import urllib.request

from tests.cli.reports import headwater


def test_a_desk_answers_at_the_address_that_is_printed_until_ctrl_c(desk, stories):
    command = [sys.executable, "-m", "headwater", "serve", desk, "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    said = running.stderr.readline()
    (address,) = re.findall(r"at (http://127\.0\.0\.1:\d+/) \(read-only\)$", said.strip())
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
        assert stories["Flood"] in answer.read().decode()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert "Traceback" not in err
    assert running.returncode in {0, 130}


def test_a_desk_that_others_would_reach_without_a_token_is_not_served(desk):
    done = headwater("serve", desk, "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - it is refused
    assert done.exit_code == 2
    assert "--public" in done.stderr


def test_a_desk_that_is_not_there_is_not_served(tmp_path):
    done = headwater("serve", tmp_path / "no.desk", "--port", "0")
    assert done.exit_code == 2
    assert "no.desk does not exist" in done.stderr
