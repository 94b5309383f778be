"""What works on a file from anywhere sees nothing but it, reaches nobody, takes no more than it may."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from raadslag.conversion.limits import Limits
from raadslag.conversion.refusal import TryAgain
from raadslag.conversion.sandbox import Ended, Sandbox


def python(program: str, limits: Limits | None = None, *, seconds: int = 20) -> Ended:
    with Sandbox(limits or Limits()) as sandbox:
        return sandbox.run([sys.executable, "-c", program], seconds=seconds)


def test_it_works_in_its_folder_and_leaves_what_it_made() -> None:
    with Sandbox(Limits()) as sandbox:
        sandbox.put("deep/given", b"abc")
        sandbox.run(["sh", "-c", "cat deep/given deep/given > made"], seconds=10)
        assert sandbox.take("made") == b"abcabc"
        folder = sandbox.folder
    assert not folder.exists()


def test_it_reaches_no_network() -> None:
    ended = python("import socket; socket.create_connection(('127.0.0.1', 80), 2)")
    assert ended.code == 1
    assert "Network is unreachable" in ended.complaints or "refused" in ended.complaints
    assert python("import socket; assert [name for _, name in socket.if_nameindex()] == ['lo']").code == 0


def test_it_sees_nothing_of_the_machine_but_its_programs(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hemmeligt")
    seen = "import os, sys; sys.exit(any(map(os.path.exists, {})))"
    for path in (
        tmp_path / "secret",
        Path(__file__),
        Path("/etc/passwd"),
        Path.home() / ".ssh",
        Path("/var/lib"),
    ):
        assert path.exists() or path.name == ".ssh"
        assert python(seen.format([str(path)])).code == 0
    assert python("import os, sys; sys.exit(any(key.startswith('RAADSLAG') for key in os.environ))").code == 0


def test_it_sees_no_other_process() -> None:
    numbers = "import os, sys; print(*filter(str.isdecimal, os.listdir('/proc')), file=sys.stderr)"
    assert len(python(numbers).complaints.split()) < 4


@pytest.mark.parametrize("path", ["/usr/bin/x", "/x", "/job/../y", sys.prefix + "/x"])
def test_it_writes_nowhere_else(path: str) -> None:
    assert "Read-only" in python(f"open({path!r}, 'w')").complaints
    assert not Path(path).exists()


def test_it_is_stopped_when_its_time_is_up_with_all_that_it_started() -> None:
    mark = f"raadslag-{os.getpid()}-{time.monotonic_ns()}"
    program = f"import subprocess, time; subprocess.Popen(['sleep', '60', '{mark}']); time.sleep(60)"
    begun = time.monotonic()
    with pytest.raises(TryAgain, match="2 sekunder"):
        python(program, seconds=2)
    assert time.monotonic() - begun < 10
    _wait(lambda: mark not in _processes())


def test_it_gets_no_more_memory_than_it_may() -> None:
    ended = python("x = bytearray(600_000_000)", Limits(megabytes=500))
    assert "MemoryError" in ended.complaints


def test_it_writes_no_larger_file_than_it_may() -> None:
    ended = python("open('large', 'wb').write(bytes(2_000_000))", Limits(most_bytes=1_000_000))
    assert ended.code != 0


def test_it_cannot_fill_the_memory_through_its_temporary_files() -> None:
    assert "No space left" in python("open('/tmp/large', 'wb').write(bytes(100_000_000))").complaints


def test_it_goes_when_its_parent_is_killed() -> None:
    mark = f"raadslag-{os.getpid()}-{time.monotonic_ns()}"
    program = (
        "from raadslag.conversion.sandbox import Sandbox; from raadslag.conversion.limits import Limits\n"
        f"with Sandbox(Limits()) as sandbox: sandbox.run(['sh', '-c', 'sleep 60; : {mark}'], seconds=60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=Path(__file__).parents[2])
    _wait(lambda: "sleep 60; :" in _processes() and mark in _processes())
    parent.kill()
    parent.wait()
    _wait(lambda: f"sleep 60; : {mark}" not in _processes())


def test_a_link_that_it_leaves_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hemmeligt")
    with Sandbox(Limits()) as sandbox:
        sandbox.run(["ln", "-s", str(secret), "made"], seconds=10)
        assert (sandbox.folder / "made").is_symlink()
        assert sandbox.take("made") is None


@pytest.mark.parametrize("command", [["mkdir", "made"], ["mkfifo", "made"], ["true"]])
def test_what_is_no_file_is_not_read(command: list[str]) -> None:
    with Sandbox(Limits()) as sandbox:
        sandbox.run(command, seconds=10)
        assert sandbox.take("made") is None


def test_a_full_disk_is_a_reason_to_try_again() -> None:
    with Sandbox(Limits()) as sandbox, pytest.raises(TryAgain, match="plads på serverens disk"):
        sandbox.put("x" * 300, b"")  # no disk takes such a name


def _processes() -> str:
    commands = []
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            commands.append(each.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return "\n".join(commands)


def _wait(for_: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not for_():
        assert time.monotonic() < deadline
        time.sleep(0.05)
