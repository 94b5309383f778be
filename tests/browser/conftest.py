"""A site with Lindevad, and a browser whose complaints fail the test."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import PROJECT, chromium, environment_of, served

NARROW, WIDE = 360, 1440


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            item.add_marker(pytest.mark.xdist_group("served"))


@pytest.fixture(scope="package")
def site(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address."""
    home = tmp_path_factory.mktemp("site")
    environment = environment_of(home / "var")
    copytree(migrated, home / "var")
    filled = [sys.executable, "-m", "tests.browser.lindevad", str(home)]
    subprocess.run(filled, env=environment, cwd=PROJECT, check=True)
    with served(environment) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site: visit(path, width=…, javascript=…).

    What the browser complains of (a blocked script, a missing file, a fault in ours) fails the test.
    """
    contexts = []
    complaints: list[str] = []

    def open_page(path: str, *, width: int = WIDE, javascript: bool = True) -> Page:
        context = browser.new_context(
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
