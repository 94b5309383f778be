"""`python -m tests.browser.pictures HOME FOLDER`: pictures of a loaded demo, for the documentation."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page

from demo.desk.__main__ import PASSWORD
from tests.browser.site import RAADSLAG, chromium, environment_of, served

WIDTH, HEIGHT = 1280, 860
LONGEST = 180_000  # milliseconds that it takes to send an agenda
DRAFT = "Vedligeholdelsesplan for Vestre Mole"
COMMITTEE = "Havne- og Klimaudvalget"
CHILDREN = "Børne- og Kulturudvalget"


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


def agenda(home: Path, folder: Path) -> None:
    """Anna's agenda: built, read by Ida, sent, and what is out of it."""
    environment = {**environment_of(home), "RAADSLAG_SECOND_FACTOR": "0"}
    with served(environment, only=()) as address, chromium() as browser:
        anna = logged_in(browser, address, "anna")
        anna.goto("/skrivebord/moeder/")
        anna.get_by_role("link", name=CHILDREN).first.click()
        anna.get_by_role("link", name="Byg dagsordenen").click()
        take(anna, folder / "skrivebord-dagsorden.png")
        built = anna.url
        anna.get_by_role("link", name="Lad nogen læse den").click()
        anna.get_by_label("Ida Nørrelykke").check()
        anna.get_by_label("Senest den").fill(f"{datetime.now(UTC).date() + timedelta(days=4)}")
        anna.get_by_label("Hilsen").fill("Se især, om tiderne holder.")
        anna.get_by_role("button", name="Bed dem læse dagsordenen").click()
        ida = logged_in(browser, address, "ida")
        ida.get_by_role("link", name="Læs dagsordenen til").first.click()
        ida.get_by_label("Din bemærkning").nth(2).fill("Ventelisten er fra i går.")
        ida.locator(".reading-item").nth(2).scroll_into_view_if_needed()
        take(ida, folder / "skrivebord-laesning.png")
        anna.goto(built)
        anna.get_by_role("link", name="Send dagsordenen").click()
        anna.locator("#punkter").scroll_into_view_if_needed()
        take(anna, folder / "skrivebord-send.png")
        anna.get_by_role("button", name="Send og udgiv").click()
        with subprocess.Popen([RAADSLAG, "work"], env=environment) as worker:
            anna.get_by_text("Udgave A er sendt").wait_for(timeout=LONGEST)
            worker.terminate()
        anna.goto(f"{built}offentliggjort/")
        take(anna, folder / "skrivebord-offentliggjort.png")
        answers = anna.locator(".entry", has_text="Svar på spørgsmål fra byrådet").first
        answers.get_by_role("link", name="Overstreg").click()
        row = anna.get_by_role("group", name="Sted 1")
        for label, value in (("Side", 1), ("Venstre", 8), ("Oppe", 8), ("Bredde", 40), ("Højde", 4)):
            row.get_by_label(label).fill(str(value))
        take(anna, folder / "skrivebord-overstreg.png")


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
    for pictures in (citizens, desk, agenda):
        pictures(Path(sys.argv[1]), Path(sys.argv[2]))
