"""What the story of an agenda does and reads on the agenda's pages."""

import re

import pypdfium2
from playwright.sync_api import Locator, Page

from tests.browser.story.desk import eventually


def from_the_pool(anna: Page, title: str) -> None:
    press(anna.get_by_role("button", name=re.compile(f"^Sæt på dagsordenen.*{title}")))


def press(button: Locator) -> None:
    """Presses it and waits for the page that comes of it."""
    with button.page.expect_navigation():
        button.click()


def new_item(anna: Page, title: str, minutes: str) -> None:
    anna.locator("summary", has_text="Tilføj et punkt med egne ord").click()
    form = anna.locator("form[action$='/nyt-punkt']")
    form.get_by_label("Overskrift").fill(title)
    form.get_by_label("Minutter").fill(minutes)
    press(form.get_by_role("button", name="Tilføj punktet"))


def minutes_of(page: Page, title: str) -> Locator:
    return row(page, title).get_by_label("Minutter")


def titles(page: Page) -> list[str]:
    return [each.strip() for each in page.locator("[data-row] .agenda-title a").all_inner_texts()]


def numbers(page: Page, agenda: str) -> dict[str, str]:
    page.goto(agenda)
    given = page.locator("[data-row] [data-number]").all_inner_texts()
    return dict(zip(titles(page), given, strict=True))


def row(page: Page, title: str) -> Locator:
    return page.locator("[data-row]", has=page.get_by_role("link", name=title, exact=True))


def address_of(page: Page, agenda: str, title: str) -> str:
    """The item's page."""
    page.goto(agenda)
    found = row(page, title).get_by_role("link", name=title, exact=True).get_attribute("href")
    assert found
    return found.removesuffix("ret")


def open_attachment(page: Page, item: str, title: str) -> None:
    page.goto(item)
    page.locator("[data-key]", has_text=title).get_by_role("link", name=title).first.click()
    page.wait_for_url("**/bilag/**")


def file_of(page: Page, item: str, title: str) -> str:
    """The address of the attachment's safe copy, once it is there."""
    found: list[str] = []

    def there() -> bool:
        open_attachment(page, item, title)
        found.extend(re.findall(r"/skrivebord/filer/[0-9a-f-]+/bilag\.pdf", page.content()))
        return bool(found)

    eventually(there)
    return found[0]


def words_of(page: Page, address: str) -> str:
    return " ".join(pages_of(page, address).values())


def pages_of(page: Page, address: str) -> dict[str, str]:
    """What each page says, by the number that a reader shows for it."""
    answer = page.request.get(address)
    assert answer.status == 200, (address, answer.status)
    document = pypdfium2.PdfDocument(answer.body())
    return {
        document.get_page_label(at): " ".join(document[at].get_textpage().get_text_bounded().split())
        for at in range(len(document))
    }
