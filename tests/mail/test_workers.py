"""Workers that send at the same time, and workers that are killed, in processes of their own."""

import json
import subprocess
import sys
import time

import pytest

from tests.conftest import RAADSLAG


@pytest.fixture
def worker(home, server):
    """Starts a worker that does one thing; `result` waits for it."""
    environment = {
        **home,
        "RAADSLAG_SMTP_URL": server.url,
        "RAADSLAG_MAIL_FROM": "raadslag@lindevad.example",
        "PYTHONPATH": ".",
    }

    def start(*what: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "tests.mail.worker", *what]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)

    return start


@pytest.fixture
def raadslag_work(home, server):
    """The command that works in the background, until the test is done."""
    environment = {**home, "RAADSLAG_SMTP_URL": server.url, "RAADSLAG_MAIL_FROM": "raadslag@lindevad.example"}
    process = subprocess.Popen([RAADSLAG, "work"], env=environment, stdout=subprocess.DEVNULL)
    yield process
    process.terminate()
    process.wait(timeout=60)


def result(process: subprocess.Popen):
    """What it printed; how it ended where it printed nothing."""
    printed = process.communicate(timeout=120)[0]
    return json.loads(printed) if printed else process.returncode


def test_workers_at_the_same_time_send_each_mail_once(worker, server):
    server.slowly = 0.02
    assert result(worker("put", "30")) == 0
    counts = [result(each) for each in [worker("send") for _ in range(3)]]
    assert sum(counts) == 30
    assert len({message["Message-ID"] for message in server.messages}) == len(server.received) == 30
    assert set(result(worker("states"))) == {"sent"}


@pytest.mark.parametrize(
    ("killed", "arrived"), [("send_and_die_before_the_last_line", 0), ("send_and_die_when_taken", 1)]
)
def test_a_worker_that_is_killed_around_the_last_line_sends_nothing_twice(worker, server, killed, arrived):
    assert result(worker("put", "1")) == 0
    assert result(worker(killed)) == -9
    assert result(worker("states")) == ["sending"]
    assert result(worker("send_later")) == 0
    assert result(worker("states")) == ["unsure"]
    assert len(server.received) == arrived


def test_raadslag_work_sends_what_is_put_in_the_outbox(worker, raadslag_work, server):
    assert result(worker("put", "2")) == 0
    patience = time.monotonic() + 60
    while len(server.received) < 2 and time.monotonic() < patience:
        assert raadslag_work.poll() is None
        time.sleep(0.2)
    assert sorted(message["Subject"] for message in server.messages) == ["Nr. 0", "Nr. 1"]
