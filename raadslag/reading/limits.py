"""Work on a document from anywhere, in a child process with limits on what it may take and touch.

The child shares no open file with its parent, writes none, and answers in JSON, so that a document
that takes over its reader gains little.
"""

import gc
import json
import os
import resource
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from raadslag.reading.unreadable import ReaderFault, UnreadableDocument

MEGABYTE = 1024 * 1024
LARGEST_ANSWER = 512 * MEGABYTE
OPEN_FILES = 64
TOO_MUCH_MEMORY = "Dokumentet er for stort at læse: det kræver mere end {megabytes} MB hukommelse."
TOO_LONG = "Dokumentet er for tungt at læse: det tog mere end {seconds} sekunder."
BROKE_DOWN = "Dokumentet kan ikke læses: det er beskadiget eller kræver mere end {megabytes} MB hukommelse."
OWN_FAULT = "Dokumentet kan ikke læses på grund af en fejl i læseren; send det til dem, der driver Rådslag."


@dataclass(frozen=True)
class Limits:
    """What the work may take: seconds, clock and computing, and megabytes beyond the program's own."""

    seconds: int = 60
    megabytes: int = 1024

    @classmethod
    def from_environment(cls) -> "Limits":
        """RAADSLAG_READ_SECONDS and RAADSLAG_READ_MEGABYTES, where they are set."""
        return cls(
            seconds=_setting("RAADSLAG_READ_SECONDS", cls.seconds),
            megabytes=_setting("RAADSLAG_READ_MEGABYTES", cls.megabytes),
        )

    def tell(self, sentence: str) -> UnreadableDocument:
        """The refusal in a sentence that names a limit."""
        return UnreadableDocument(sentence.format(seconds=self.seconds, megabytes=self.megabytes))


def _setting(name: str, usual: int) -> int:
    value = os.environ.get(name) or str(usual)
    if not value.isdecimal() or int(value) < 1:
        raise UnreadableDocument(f"Indstillingen {name} skal være et helt tal over 0, ikke {value!r}.")
    return int(value)


def within(limits: Limits, work: Callable[[], Any]) -> Any:
    """What `work` gives, which must be JSON data, from a child process held to the limits.

    Raises UnreadableDocument where the work does, and where it meets a limit or breaks down; a fault in
    the work itself is the cause of it, as a ReaderFault.
    """
    deadline = time.monotonic() + limits.seconds
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        _work(limits, work, sending)
    os.close(sending)
    try:
        answer = _receive(limits, receiving, deadline)
    finally:
        os.close(receiving)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return _outcome(limits, answer, os.waitstatus_to_exitcode(status))


def _receive(limits: Limits, pipe: int, deadline: float) -> bytearray:
    """All that the child sends, until it is done or time is up."""
    answer = bytearray()
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN)
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not waiting.poll(left * 1000):
            raise limits.tell(TOO_LONG)
        block = os.read(pipe, MEGABYTE)
        if not block:
            return answer
        answer += block
        if len(answer) > LARGEST_ANSWER:
            raise limits.tell(TOO_MUCH_MEMORY)


def _outcome(limits: Limits, answer: bytearray, exit_code: int) -> Any:
    if exit_code == -signal.SIGXCPU:
        raise limits.tell(TOO_LONG)
    try:
        outcome, value = json.loads(answer)
    except ValueError:
        raise limits.tell(BROKE_DOWN) from None
    if outcome == "unreadable":
        raise UnreadableDocument(value)
    if outcome == "fault":
        raise UnreadableDocument(OWN_FAULT) from ReaderFault(value)
    return value


def _work(limits: Limits, work: Callable[[], Any], pipe: int) -> NoReturn:
    """The child's life. It leaves without clearing up, for all that it could clear up is its parent's."""
    try:
        _shut_in(limits, pipe)
        with open(pipe, "wb") as answer:
            answer.write(json.dumps(_answer(limits, work)).encode())
    finally:
        os._exit(0)


def _answer(limits: Limits, work: Callable[[], Any]) -> tuple[str, Any]:
    try:
        return "value", work()
    except UnreadableDocument as refusal:
        return "unreadable", str(refusal)
    except MemoryError:
        return "unreadable", str(limits.tell(TOO_MUCH_MEMORY))
    except Exception:
        return "fault", traceback.format_exc()


def _shut_in(limits: Limits, pipe: int) -> None:
    gc.disable()  # the child is gone before there is anything to gain
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.closerange(3, pipe)
    os.closerange(pipe + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    memory = _memory_now() + limits.megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # at the first of the two the child is told, by SIGXCPU, and at the second killed
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _memory_now() -> int:
    """The address space that the program has from its parent, in bytes: its code and imports."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    return int(pages) * resource.getpagesize()
