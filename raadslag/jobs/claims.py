"""Who is at what: locks that are let go the moment their process dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

WORKERS = "workers"


def working_folder() -> Path:
    """Where processes keep their locks, and what they are in the middle of."""
    folder = Path(settings.DESK_FOLDER) / "working"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def claimed(name: str) -> Iterator[bool]:
    """Whether this process, and no other on the machine, has the thing of that name meanwhile.

    The lock's file holds the number of the process.
    """
    path = working_folder() / f"{name}.lock"
    handle = _locked(path)
    if handle is None:
        yield False
        return
    try:
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield True
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _locked(path: Path) -> int | None:
    """The lock's file, locked; None where another process has it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.exists() and path.stat().st_ino == os.fstat(handle).st_ino:
                return handle
        except FileNotFoundError:
            pass  # whoever had it has just let go and removed the file
        except BlockingIOError:
            os.close(handle)
            return None
        os.close(handle)


@contextmanager
def present() -> Iterator[bool]:
    """Says meanwhile that a worker is there; gives whether it is the only one."""
    with (working_folder() / WORKERS).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            alone = True
        except BlockingIOError:
            alone = False
        fcntl.flock(file, fcntl.LOCK_SH)
        yield alone


def somebody_works() -> bool:
    """Whether a worker is there."""
    with (working_folder() / WORKERS).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False
