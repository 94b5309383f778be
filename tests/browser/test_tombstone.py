"""What stands in place of what was withdrawn can be read by everybody, and says why."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import NARROW, WIDE
from tests.browser.lindevad import WHY_WITHDRAWN

WITHDRAWN = "/moeder/byraadet/2025-08-27/tillaegsdagsorden-1/"


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize(("language", "heading"), [("", "Trukket tilbage"), ("/en", "Withdrawn")])
def test_clara_reads_why_it_is_gone(browser: Browser, site: str, width: int, language: str, heading: str):
    # The browser tells a page's status 410 as a fault of ours: `visit` would not have it.
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 800}, locale="da-DK")
    page = context.new_page()
    answer = page.goto(f"{language}{WITHDRAWN}")
    assert answer is not None
    assert answer.status == 410
    assert page.locator("h1").inner_text() == heading
    assert WHY_WITHDRAWN in page.locator("main").inner_text()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
