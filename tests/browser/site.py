"""A real site in a process of its own, as it is served in earnest, and a real Chromium to visit it with."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).parents[2]
RAADSLAG = str(Path(sys.executable).with_name("raadslag"))
# Nothing of its own over the network, and no sandbox: as root it cannot have one.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def environment_of(home: Path) -> dict[str, str]:
    """The environment of a Rådslag whose stores are in the folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAADSLAG_")}
    return {**environment, "RAADSLAG_HOME": str(home)}


@contextmanager
def served(environment: Mapping[str, str], only: tuple[str, ...] = ("--only", "public")) -> Iterator[str]:
    """The address of the citizens' site, served without the desk's store; with no `only`, of all of it."""
    command = [RAADSLAG, "serve", *only, "--port", "0"]
    with subprocess.Popen(command, env=environment, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            address = re.search(r"http://\S+", server.stdout.readline())
            assert address, "raadslag serve did not start"
            yield address[0].rstrip("/")
        finally:
            server.terminate()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    program = shutil.which("chromium")
    assert program, "This needs Debian's chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()
