"""Real workers on real stores, killed in the middle of real conversions."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import docx
import psycopg
import pytest

RAADSLAG = Path(sys.executable).with_name("raadslag")
PROJECT = Path(__file__).parents[2]
LONGEST = 120  # seconds, on a machine that has other things to do


@pytest.fixture
def attached(home, tmp_path):
    """A paper with a Word file that waits for its conversion; gives the environment of its Rådslag."""
    document = docx.Document()
    for number in range(400):
        document.add_paragraph(f"Højvandsmuren, stykke {number}. " + "Diget er to meter højt. " * 20)
    document.save(tmp_path / "mur.docx")
    command = [sys.executable, "-m", "tests.jobs.attached", tmp_path / "mur.docx"]
    subprocess.run(command, env=home, cwd=PROJECT, check=True)
    return home


@contextmanager
def connected(home: dict[str, str]) -> Iterator[object]:
    url = home.get("RAADSLAG_DESK_DATABASE")
    made = psycopg.connect(url, autocommit=True) if url else sqlite3.connect(desk(home) / "store.sqlite3")
    with closing(made) as connection:
        yield connection


def desk(home: dict[str, str]) -> Path:
    return Path(home["RAADSLAG_HOME"]) / "desk"


def rows(home: dict[str, str]) -> list[tuple[object, ...]]:
    """state, tries, fault, copy of each file."""
    with connected(home) as connection:
        asked = connection.execute("SELECT state, tries, fault, pdf_sha256 FROM desk_attachmentfile")
        return [tuple(row) for row in asked.fetchall()]


@contextmanager
def working(home: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [RAADSLAG, "work", "--workers", "1"], env=home, stdout=subprocess.DEVNULL
    ) as worker:
        try:
            yield worker
        finally:
            worker.terminate()
            worker.wait(30)


def wait_for(what):
    """The first thing that is no nothing."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        if found := what():
            return found
        time.sleep(0.02)
    raise AssertionError("it never came")


def converting(home: dict[str, str]) -> int | None:
    """The number of the process that is at a conversion."""
    if [row[0] for row in rows(home)] != ["converting"]:
        return None
    numbers = [path.read_text() for path in (desk(home) / "working").glob("*.lock")]
    return int(numbers[0]) if numbers and numbers[0] else None


def ready(home: dict[str, str]) -> list[tuple[object, ...]] | None:
    found = rows(home)
    return found if {row[0] for row in found} <= {"ready", "failed"} else None


def is_alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def left_behind(home: dict[str, str]) -> list[str]:
    """What is in the working folder besides the workers' own lock, and half files."""
    working = [path.name for path in (desk(home) / "working").iterdir() if path.name != "workers"]
    return working + [path.name for path in (desk(home) / "files").glob(".new-*")]


def assert_whole(home: dict[str, str], tries: int) -> None:
    [(state, tried, fault, copy)] = wait_for(lambda: ready(home))
    assert (state, tried, fault) == ("ready", tries, "")
    assert (desk(home) / "files" / str(copy)[:2] / str(copy)).read_bytes().startswith(b"%PDF")
    wait_for(lambda: not left_behind(home))  # the lock is let go of right after


def test_a_killed_workers_job_runs_again(attached):
    with working(attached):
        os.kill(wait_for(lambda: converting(attached)), signal.SIGKILL)
        assert_whole(attached, tries=2)


def test_when_all_of_it_is_killed_nothing_lives_on_and_the_next_worker_does_the_job(attached):
    with working(attached) as worker:
        process = wait_for(lambda: converting(attached))
        worker.kill()
        wait_for(lambda: not is_alive(process))
    with working(attached):
        assert_whole(attached, tries=2)


def test_a_worker_that_is_told_to_stop_stops_at_once_and_that_was_no_try(attached):
    with working(attached) as worker:
        process = wait_for(lambda: converting(attached))
        worker.terminate()
        assert worker.wait(10) == 0
        assert not is_alive(process)
    assert [row[:2] for row in rows(attached)] == [("waiting", 0)]
    with working(attached):
        assert_whole(attached, tries=1)


def test_a_database_that_is_restarted_or_busy_meanwhile_costs_a_try_at_most(attached):
    with working(attached):
        wait_for(lambda: converting(attached))
        with connected(attached) as connection:
            if "RAADSLAG_DESK_DATABASE" in attached:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            else:
                connection.execute("BEGIN EXCLUSIVE")
                time.sleep(4)
                connection.rollback()
        [(state, tries, fault, _copy)] = wait_for(lambda: ready(attached))
    assert (state, fault) == ("ready", "")
    assert tries in (1, 2)
