"""Every kind of page that the desk's links lead to: it fits every screen, and axe finds nothing."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

DESK = "/skrivebord/"
KEYS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
WIDTHS = (360, 768, 1440)
axe = Axe()


def kind_of(address: str) -> str:
    """The address without what tells one such page from another."""
    return KEYS.sub("…", address.split("?")[0].split("#")[0])


def kinds_within_reach(page: Page) -> Iterator[str]:
    """One page of each kind, each opened as it is met; a file is no page."""
    waiting, met = [DESK], {DESK}
    while waiting:
        address = waiting.pop(0)
        answer = page.request.get(address)
        if answer.status != 200 or "html" not in answer.headers["content-type"]:
            continue
        page.goto(address)
        yield address
        for link in page.locator(f"a[href^='{DESK}']").all():
            found = (link.get_attribute("href") or "").split("#")[0]
            if kind_of(found) not in met:
                met.add(kind_of(found))
                waiting.append(found)


def faults(page: Page) -> Iterator[str]:
    """What is wrong with the page that is open, with everything open that can be opened."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            yield f"one scrolls sideways at {width}"
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    found = axe.run(page)
    if found.violations_count:
        yield found.generate_report()
    if page.locator("h1").count() != 1:
        yield "it has not one heading"


@pytest.mark.parametrize(("name", "at_least"), [("anna", 25), ("karen", 15), ("ada", 20)])
def test_every_page_fits_every_screen_and_axe_finds_nothing(page_of, name, at_least):
    page = page_of(name, DESK)
    wrong, seen = [], []
    for address in kinds_within_reach(page):
        seen.append(address)
        wrong += [f"{address}: {fault}" for fault in faults(page)]
    assert not wrong, "\n".join(wrong)
    assert len(seen) >= at_least, seen
