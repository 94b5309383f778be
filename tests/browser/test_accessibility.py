"""WCAG 2.1 AA on every kind of page, on a phone and on a desk, as far as a program can tell."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import NARROW
from tests.browser.pages import KINDS

axe = Axe()


TWICE = 320  # WCAG 1.4.10: 1280 pixels at 400 % zoom


def faults(page):
    """What axe finds, with everything that can be opened open."""
    for closed in page.locator("details > summary").all():
        closed.click()
    found = axe.run(page)
    return found.generate_report() if found.violations_count else ""


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("kind", KINDS)
def test_on_a_phone_nobody_scrolls_sideways_not_with_text_twice_as_large_and_axe_finds_nothing(visit, kind):
    page = visit(KINDS[kind], width=NARROW)
    assert width_of(page) <= NARROW
    page.set_viewport_size({"width": TWICE, "height": 800})
    assert width_of(page) <= TWICE
    page.set_viewport_size({"width": NARROW, "height": 800})
    assert faults(page) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_has_one_heading_and_a_title_of_its_own_and_axe_finds_nothing(visit, kind):
    page = visit(KINDS[kind])
    assert page.locator("h1").count() == 1
    assert page.title().endswith("– Lindevad Kommune")
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert faults(page) == ""


def test_by_keyboard_alone_clara_goes_from_the_front_page_to_a_decision(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Gå til sidens indhold"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("id") == "q"
    page.keyboard.type("åbningstid")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg?q=*")
    page.locator("#resultater").wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(":focus").evaluate("it => !!it.closest('.hit')"):
            break
    focused = page.locator(":focus")
    assert focused.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    focused.press("Enter")
    page.wait_for_url("**/moeder/**")
    assert "åbningstid" in page.locator("h1").inner_text()
