"""A folder where a program works on a file from anywhere, with no network and nothing else in sight.

Every program runs under bubblewrap: it sees the system read-only, its folder as /job, and nothing of the
stores. Limits on time, memory and file size hold it, and it goes when its parent goes.
"""

import os
import stat
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from raadslag.conversion.limits import Limits
from raadslag.conversion.refusal import TryAgain

JOB = "/job"
MEGABYTE = 1024 * 1024
OPEN_FILES = 512
LONGEST_COMPLAINT = 2_000
TOO_LONG = (
    "Filen tog mere end {seconds} sekunder at omdanne og blev sat til side; prøv igen, eller gem den som PDF."
)
NO_ROOM = "Der er ikke plads på serverens disk til at omdanne filen; prøv igen senere."
FULL = ("No space left on device", "File too large", "Class:Write")
CRASHED = (
    "Omdannelsen gik i stå: filen kræver for meget eller er beskadiget; prøv igen, eller gem den som PDF."
)

PACKAGE = Path(__file__).parents[1]
SYSTEM = (
    "/usr",
    "/etc/fonts",
    "/etc/libreoffice",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/var/cache/fontconfig",
)
# of a system that is in /usr, as today's are; on an older one they are folders themselves
ROOTS = ("/bin", "/sbin", "/lib", "/lib64", "/lib32")


class Ended(NamedTuple):
    """How a program ended: its exit code, and the last that it complained of."""

    code: int
    complaints: str

    def failure(self) -> TryAgain:
        """Why it left nothing, as far as one can tell."""
        is_full = any(sign in self.complaints for sign in FULL)
        return TryAgain(NO_ROOM if is_full else CRASHED)


class Sandbox:
    """A folder that is there for one program, and the limits that the program is held to."""

    def __init__(self, limits: Limits, folder: Path | None = None) -> None:
        """`folder` is where its folder is made, by default where the system has its temporary files."""
        self._limits = limits
        self._temporary = tempfile.TemporaryDirectory(
            prefix="raadslag-", dir=folder, ignore_cleanup_errors=True
        )
        self.folder = Path(self._temporary.name)

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._temporary.cleanup()

    def put(self, name: str, data: bytes) -> None:
        """Write a file for the program to find. Raises TryAgain where the disk is full."""
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as fault:
            raise TryAgain(NO_ROOM) from fault

    def take(self, name: str) -> bytes | None:
        """A file that the program left, or None. A link is not followed: it could lead to anything."""
        try:
            handle = os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return None
        told = os.fstat(handle)
        if not stat.S_ISREG(told.st_mode) or told.st_size > self._limits.most_bytes:
            os.close(handle)
            return None
        with open(handle, "rb") as file:
            return file.read()

    def run(self, command: Sequence[str], *, seconds: int) -> Ended:
        """Run a program to its end, however it ends. Raises TryAgain where it takes longer than it may."""
        complaints = self.folder / "complaints"
        with complaints.open("wb") as errors:
            process = subprocess.Popen(
                [*self._held(seconds), *self._walls(), "--", *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                env={"PATH": os.defpath},
            )
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise TryAgain(TOO_LONG.format(seconds=seconds)) from None
        finally:
            process.kill()
            process.wait()
        return Ended(
            process.returncode, complaints.read_bytes()[-LONGEST_COMPLAINT:].decode(errors="replace")
        )

    def _held(self, seconds: int) -> Iterator[str]:
        limits = self._limits
        yield from ("nice", "-n", "10")  # who reads pages goes before who waits for a file
        yield "prlimit"
        yield f"--as={limits.megabytes * MEGABYTE}"
        yield f"--cpu={seconds}"
        yield f"--fsize={limits.most_bytes}"
        yield f"--nofile={OPEN_FILES}"
        yield "--core=0"
        yield "--"

    def _walls(self) -> list[str]:
        return [
            *("bwrap", "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent"),
            *("--new-session", "--clearenv"),
            *("--proc", "/proc", "--dev", "/dev", "--size", str(64 * MEGABYTE), "--tmpfs", "/tmp"),
            *_visible(),
            *("--bind", str(self.folder), JOB, "--chdir", JOB, "--remount-ro", "/"),
            *_environment(),
        ]


def _visible() -> Iterator[str]:
    """What a program may see, and none may write: the system, and Python with its packages."""
    for path in ROOTS:
        if Path(path).is_symlink():
            yield from ("--symlink", os.readlink(path), path)
        else:
            yield from ("--ro-bind-try", path, path)
    for path in SYSTEM:
        yield from ("--ro-bind-try", path, path)
    for path in dict.fromkeys((sys.base_prefix, sys.prefix, str(PACKAGE))):
        if not path.startswith("/usr/"):
            yield from ("--ro-bind", path, path)


def _environment() -> Iterator[str]:
    settings = {
        "PATH": f"{sysconfig.get_path('scripts')}:/usr/bin:/bin",
        "HOME": JOB,
        "TMPDIR": JOB,
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(PACKAGE.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_THREAD_LIMIT": "1",  # tesseract is slower with more threads than it is alone
    }
    for name, value in settings.items():
        yield from ("--setenv", name, value)
