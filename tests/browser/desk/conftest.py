"""The desk served in earnest, and a browser for each of the cast."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import PROJECT, environment_of, served

# what a browser says by itself of an answer that a test is about
EXPECTED = (
    *(f"status of {code}" for code in (401, 403, 409, 422)),
    "ERR_INTERNET_DISCONNECTED",
    "ERR_CONNECTION_REFUSED",
)


@dataclass(frozen=True)
class Desk:
    """The served desk: its address, who is logged in by which cookie, Karen's paper, the path by which Bo
    declines mail, and an agenda's pages."""

    address: str
    cookie: str
    cookies: dict[str, str]
    paper: str
    decline: str
    agenda: dict[str, str]
    environment: dict[str, str]


@pytest.fixture(scope="package")
def desk(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp("desk")
    environment = {**environment_of(home / "var"), "RAADSLAG_SECRET_KEY": "prøvernes egen nøgle"}
    copytree(migrated, home / "var")
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.desk.lindevad"],
        env=environment,
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    told = json.loads(made.stdout.splitlines()[-1])
    with served(environment, only=()) as address:
        yield Desk(address=address, environment=environment, **told)


@pytest.fixture
def page_of(browser: Browser, desk: Desk) -> Iterator[Callable[..., Page]]:
    """page_of("karen", "/skrivebord/"): the page, in a browser of her own. Complaints fail the test."""
    contexts = []
    complaints: list[str] = []

    def opened(name: str, path: str, *, width: int = 1440, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=desk.address,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            locale="da-DK",
        )
        contexts.append(context)
        context.add_cookies([{"name": desk.cookie, "value": desk.cookies[name], "url": desk.address}])
        page = context.new_page()
        page.on("console", lambda said: complain(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complain(str(error)))
        page.goto(path)
        return page

    def complain(text: str) -> None:
        if not any(expected in text for expected in EXPECTED):
            complaints.append(text)

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def writing(desk: Desk) -> str:
    """The address where Karen's paper is written."""
    return f"/skrivebord/indstillinger/{desk.paper}/skriv"
