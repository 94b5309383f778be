"""Work on a document is held to its limits, and its failures come back as sentences."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from raadslag.reading.limits import Limits, within
from raadslag.reading.unreadable import ReaderFault, UnreadableDocument

SMALL = Limits(seconds=2, megabytes=200)


def test_what_the_work_gives_comes_back():
    assert within(SMALL, lambda: {"navn": "Ærø", "sider": [1, 2]}) == {"navn": "Ærø", "sider": [1, 2]}


def test_a_refusal_comes_back_as_it_was_said():
    def refuse():
        raise UnreadableDocument("Filen er tom.")

    with pytest.raises(UnreadableDocument, match=r"^Filen er tom\.$"):
        within(SMALL, refuse)


def test_a_fault_of_the_reader_is_told_apart_and_keeps_its_traceback():
    with pytest.raises(UnreadableDocument, match="fejl i læseren") as refusal:
        within(SMALL, lambda: 1 / 0)
    assert isinstance(refusal.value.__cause__, ReaderFault)
    assert "ZeroDivisionError" in str(refusal.value.__cause__)


def test_work_that_never_ends_is_stopped():
    with pytest.raises(UnreadableDocument, match="mere end 1 sekunder"):
        within(Limits(seconds=1), lambda: [None for _ in iter(int, 1)])
    with pytest.raises(UnreadableDocument, match="mere end 1 sekunder"):
        within(Limits(seconds=1), lambda: time.sleep(60))


def test_work_that_wants_too_much_memory_is_stopped():
    with pytest.raises(UnreadableDocument, match="mere end 200 MB"):
        within(SMALL, lambda: len(bytearray(300_000_000)))
    assert within(SMALL, lambda: len(bytearray(100_000_000))) == 100_000_000


def test_memory_that_the_program_already_has_does_not_count():
    ballast = bytearray(300_000_000)
    assert within(SMALL, lambda: len(bytearray(50_000_000))) == 50_000_000
    assert len(ballast) == 300_000_000


@pytest.mark.parametrize("way", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_work_that_breaks_down_is_told(way):
    with pytest.raises(UnreadableDocument, match="beskadiget"):
        within(SMALL, lambda: os.kill(os.getpid(), way))


def test_the_work_shares_no_open_file_and_writes_none(tmp_path: Path):
    secret = (tmp_path / "secret").open("w+")
    with pytest.raises(UnreadableDocument) as refusal:
        within(SMALL, lambda: os.read(secret.fileno(), 1))
    assert "Bad file descriptor" in str(refusal.value.__cause__)
    with pytest.raises(UnreadableDocument):
        within(SMALL, lambda: (tmp_path / "spor").write_text("her"))
    assert not (tmp_path / "spor").exists() or (tmp_path / "spor").read_text() == ""


def children() -> set[str]:
    """The processes that this one has started and not yet buried."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


def test_no_child_is_left_behind():
    before = children()
    within(SMALL, lambda: None)
    with pytest.raises(UnreadableDocument):
        within(Limits(seconds=1), lambda: time.sleep(60))
    assert children() <= before


def test_several_documents_are_worked_on_at_once():
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda at=at: answers.append(within(Limits(seconds=20), lambda: at)))
        for at in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == list(range(8))


def test_the_limits_can_be_set_from_outside(monkeypatch):
    monkeypatch.setenv("RAADSLAG_READ_SECONDS", "5")
    assert Limits.from_environment() == Limits(seconds=5, megabytes=1024)
    monkeypatch.setenv("RAADSLAG_READ_MEGABYTES", "meget")
    with pytest.raises(UnreadableDocument, match="RAADSLAG_READ_MEGABYTES skal være et helt tal"):
        Limits.from_environment()
