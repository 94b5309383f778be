"""The desk of the story: each of the cast at a browser, and what each of them sees at every step."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.desk.login import log_in


@dataclass
class Desk:
    """A served desk. `cookies` are those of the whole cast, for looking; acting is done after logging in.
    `told` is what else is good to know of it."""

    address: str
    browser: Browser
    cookies: Mapping[str, Mapping[str, str]]
    told: Mapping[str, str] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    contexts: dict[str, BrowserContext] = field(default_factory=dict)
    lookers: dict[str, BrowserContext] = field(default_factory=dict)

    def log_in(self, name: str) -> Page:
        """The person's start page, reached with password and code."""
        self.contexts[name] = self._context()
        page = self.new_page(name)
        log_in(page, f"{name}@lindevad.example")
        page.goto("/skrivebord/")
        return page

    def new_page(self, name: str) -> Page:
        """Another page in the person's browser. What the browser complains of fails the story in the end."""
        page = self.contexts[name].new_page()
        page.on("console", lambda said: self.complain(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complain(str(error)))
        return page

    def complain(self, text: str) -> None:
        # what a browser says by itself of the refusals that belong to the story
        if not any(f"status of {status}" in text for status in (400, 409, 422)):
            self.complaints.append(text)

    def who_sees(self, path: str) -> frozenset[str]:
        """Those of the cast who get the page or file. Everybody else gets what a wrong address gives."""
        seen = set()
        for name in self.cookies:
            status = self.looker(name).request.get(path, max_redirects=0).status
            assert status in (200, 206, 404), (name, path, status)
            if status != 404:
                seen.add(name)
        assert self.looker("").request.get(path, max_redirects=0).status in (302, 404), path
        return frozenset(seen)

    def looker(self, name: str) -> BrowserContext:
        """A browser in which that person is logged in; of Clara, who is not, where there is no name."""
        if name not in self.lookers:
            context = self.lookers[name] = self._context()
            for cookie, value in self.cookies.get(name, {}).items():
                context.add_cookies([{"name": cookie, "value": value, "url": self.address}])
        return self.lookers[name]

    def close(self) -> None:
        for context in (*self.contexts.values(), *self.lookers.values()):
            context.close()

    def _context(self) -> BrowserContext:
        return self.browser.new_context(
            base_url=self.address, viewport={"width": 1440, "height": 1000}, locale="da-DK"
        )


def section_of(page: Page, heading: str) -> Locator:
    """The section in the editor."""
    return page.locator("section.paper-section", has=page.get_by_role("heading", name=heading))


def typed(page: Page, heading: str, text: str) -> None:
    """Types a text at the end of a section."""
    section_of(page, heading).locator("[contenteditable=true]").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def saved(page: Page) -> None:
    """Waits until what was typed is saved by itself."""
    page.locator("[data-save-status]").filter(has_text=re.compile("Gemt kl")).wait_for()


def move(page: Page, label: str, **fields: str) -> None:
    """Makes a move on a paper's page: opens its form, fills it, sends it."""
    form = page.locator("details.move", has=page.locator("summary", has_text=re.compile(f"^{label}$")))
    form.locator("summary").click()
    for name, value in fields.items():
        form.locator(f"[name$={name}]").fill(value)
    form.get_by_role("button", name=label).click()
    page.wait_for_load_state()


def eventually(check, *, seconds: float = 240) -> None:
    """Waits for what a worker does in the background."""
    deadline = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(1)


def names(*words: str | Iterable[str]) -> frozenset[str]:
    return frozenset(words)
