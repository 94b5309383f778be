"""`python -m tests.browser.pictures HOME FOLDER`: pictures of a loaded demo, for the documentation."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from demo.desk.__main__ import PASSWORD
from tests.browser.site import chromium, environment_of, served

WIDTH, HEIGHT = 1280, 860
DRAFT = "Vedligeholdelsesplan for Vestre Mole"
COMMITTEE = "Havne- og Klimaudvalget"


def citizens(home: Path, folder: Path) -> None:
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


def desk(home: Path, folder: Path) -> None:
    """What Karen writes, and Anna plans."""
    environment = {**environment_of(home), "RAADSLAG_SECOND_FACTOR": "0"}
    with served(environment, only=()) as address, chromium() as browser:
        karen = logged_in(browser, address, "karen")
        take(karen, folder / "skrivebord-start.png")
        karen.get_by_role("link", name=DRAFT).first.click()
        take(karen, folder / "skrivebord-indstilling.png")
        karen.locator("#bilag").scroll_into_view_if_needed()
        take(karen, folder / "skrivebord-bilag.png")
        karen.get_by_role("link", name="Skriv videre").click()
        take(karen, folder / "skrivebord-skriv.png")
        karen.goto("/skrivebord/profil/mail/")
        take(karen, folder / "skrivebord-mails.png")
        anna = logged_in(browser, address, "anna")
        anna.goto("/skrivebord/aarshjul/")
        anna.get_by_role("main").get_by_role("link", name=COMMITTEE).first.click()
        take(anna, folder / "skrivebord-aarshjul.png")
        anna.goto("/skrivebord/moeder/")
        anna.get_by_role("link", name=COMMITTEE).first.click()
        take(anna, folder / "skrivebord-moede.png")


def logged_in(browser: Browser, address: str, name: str) -> Page:
    """The person's start page. The demo's second factor is off."""
    context = browser.new_context(
        base_url=address, viewport={"width": WIDTH, "height": HEIGHT}, locale="da-DK"
    )
    page = context.new_page()
    page.goto("/skrivebord/")
    page.get_by_label("E-post").fill(f"{name}@lindevad.example")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.wait_for_url("**/skrivebord/")
    return page


def take(page: Page, path: Path) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path)
    print(path)


if __name__ == "__main__":
    for pictures in (citizens, desk):
        pictures(Path(sys.argv[1]), Path(sys.argv[2]))
