"""`python -m tests.browser.pictures HOME FOLDER`: pictures of a loaded demo, for the documentation."""

import sys
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.site import chromium, environment_of, served

WIDTH, HEIGHT = 1280, 860


def main(home: Path, folder: Path) -> None:
    """The front page, a meeting, an item and a search, as Clara comes upon them."""
    with (
        served(environment_of(home)) as address,
        chromium() as browser,
        browser.new_context(
            base_url=address, viewport={"width": WIDTH, "height": HEIGHT}, locale="da-DK"
        ) as context,
    ):
        page = context.new_page()
        page.goto("/")
        take(page, folder / "forside.png")
        page.locator("article h3 a", has_text="Byrådet").first.click()
        take(page, folder / "moede.png")
        page.goto("/soeg?q=højvandsmur&type=item")
        take(page, folder / "soegning.png")
        page.locator(".hit h3 a").first.click()
        take(page, folder / "punkt.png")


def take(page: Page, path: Path) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path)
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
