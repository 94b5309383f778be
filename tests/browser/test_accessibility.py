"""WCAG 2.1 AA on every kind of page, on a phone and on a desk, as far as a program can tell."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import NARROW, WIDE
from tests.browser.pages import KINDS

axe = Axe()


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_wrong(visit, kind, width):
    page = visit(KINDS[kind], width=width)
    for closed in page.locator("details > summary").all():
        closed.click()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_need_not_scroll_sideways(visit, kind):
    page = visit(KINDS[kind], width=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


@pytest.mark.parametrize("kind", KINDS)
def test_text_twice_as_large_still_fits(visit, kind):
    """WCAG 1.4.10: 1280 pixels at 400 % zoom are 320."""
    page = visit(KINDS[kind], width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_has_one_heading_and_a_title_of_its_own(visit, kind):
    page = visit(KINDS[kind])
    assert page.locator("h1").count() == 1
    assert page.title().endswith("– Lindevad Kommune")
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


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
