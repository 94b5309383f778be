"""A story's stage: the desk with the cast, served with its worker, on either database."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.site import PROJECT, RAADSLAG, served
from tests.browser.story.desk import Desk


@pytest.fixture
def staged(home: dict[str, str], browser: Browser) -> Iterator[Callable[..., Desk]]:
    """staged("tests.browser.story.lindevad"): the desk as that module makes it; what it tells besides the
    cookies is in `told`. Other arguments are settings. What a browser complains of fails the story."""
    home["RAADSLAG_SECRET_KEY"] = "historiens egen nøgle"
    desks: list[Desk] = []
    ends: list[Callable[[], object]] = []

    def stage(scene: str, **settings: str) -> Desk:
        home.update(settings)
        made = subprocess.run(
            [sys.executable, "-m", scene], env=home, cwd=PROJECT, capture_output=True, text=True, check=True
        )
        told = json.loads(made.stdout.splitlines()[-1])
        worker = subprocess.Popen([RAADSLAG, "work"], env=home, cwd=PROJECT, stdout=subprocess.DEVNULL)
        ends.append(lambda: (worker.terminate(), worker.wait(60)))
        server = served(home, only=())
        address = server.__enter__()
        ends.append(lambda: server.__exit__(None, None, None))
        desks.append(Desk(address, browser, told.pop("cookies"), told))
        return desks[-1]

    yield stage
    for desk in desks:
        desk.close()
    for end in reversed(ends):
        end()
    assert [said for desk in desks for said in desk.complaints] == []
