"""A real site in a process of its own, as it is served in earnest, and a real Chromium to visit it with."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).parents[2]
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
NARROW, WIDE = 360, 1440


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with Lindevad's publications and without the desk's store."""
    home = tmp_path_factory.mktemp("site")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAADSLAG_")}
    environment["RAADSLAG_HOME"] = str(home / "var")
    raadslag = str(Path(sys.executable).with_name("raadslag"))
    for step in ([raadslag, "migrate"], [sys.executable, "-m", "tests.browser.lindevad", str(home)]):
        subprocess.run(step, env=environment, cwd=PROJECT, check=True)
    serve = [raadslag, "serve", "--only", "public", "--port", "0"]
    with subprocess.Popen(serve, env=environment, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            address = re.search(r"http://\S+", server.stdout.readline())
            assert address, "raadslag serve did not start"
            yield address[0].rstrip("/")
        finally:
            server.terminate()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "The browser tests need Debian's chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site: visit(path, width=…, javascript=…).

    What the browser complains of (a blocked script, a missing file, a fault in ours) fails the test.
    """
    contexts = []
    complaints: list[str] = []

    def open_page(path: str, *, width: int = WIDE, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=site,
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            locale="da-DK",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
