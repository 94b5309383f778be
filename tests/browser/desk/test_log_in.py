"""The door and the menu in a real browser: by keyboard, on a narrow screen, and for those who cannot see."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk.conftest import Desk
from tests.browser.desk.login import log_in

WIDTHS = [360, 768, 1440]


@pytest.fixture
def stranger(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page of someone who is not logged in. What the browser complains of fails the test."""
    context = browser.new_context(base_url=desk.address, locale="da-DK")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def is_well(page: Page) -> None:
    """At each width nothing sticks out, and axe finds nothing."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} at {width}"
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], f"{page.url} at {width}"


def test_password_and_code_by_the_real_page(stranger: Page) -> None:
    log_in(stranger, "tove@lindevad.example")
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Hej Tove")


def test_the_door_is_well(stranger: Page) -> None:
    for path in ("/konto/log-ind/", "/konto/adgangskode/glemt/"):
        stranger.goto(path)
        is_well(stranger)


@pytest.mark.parametrize("path", ["", "personer/", "personer/ny", "log/", "log/?noun=person&fra=2020-01-01"])
def test_administration_is_well(page_of: Callable[..., Page], path: str) -> None:
    is_well(page_of("ada", f"/skrivebord/administration/{path}"))


def test_a_person_and_the_profile_are_well(page_of: Callable[..., Page]) -> None:
    page = page_of("ada", "/skrivebord/administration/personer/?q=karen")
    page.get_by_role("link", name="Karen Friis").click()
    page.get_by_text("Giv en rolle").click()
    is_well(page)
    page.goto("/skrivebord/profil/")
    is_well(page)


def test_inhabil_is_well(page_of: Callable[..., Page], desk: Desk) -> None:
    is_well(page_of("karen", f"/skrivebord/indstillinger/{desk.paper}/inhabilitet"))


def test_what_there_is_of_mail_is_well(page_of: Callable[..., Page], stranger: Page, desk: Desk) -> None:
    outbox = page_of("ada", "/skrivebord/post/")
    expect(outbox.get_by_role("main")).to_contain_text("550 5.1.1 No such user")
    is_well(outbox)
    is_well(page_of("karen", "/skrivebord/profil/mail/"))
    stranger.goto(desk.decline)
    is_well(stranger)
    stranger.get_by_role("main").get_by_role("button").click()
    is_well(stranger)


def test_where_files_are_put_up_is_well(page_of: Callable[..., Page], desk: Desk) -> None:
    page = page_of("karen", f"/skrivebord/bilag/til/indstilling/{desk.paper}/")
    expect(page.get_by_role("main")).to_contain_text("Støjmåling 2026")
    page.get_by_text("Lukkede: kun bag lukkede døre").click()
    expect(page.get_by_label("Grund til lukning")).to_be_visible()
    is_well(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_persons_menu_opens_and_shuts_by_keyboard(page_of: Callable[..., Page], width: int) -> None:
    page = page_of("jens", "/skrivebord/", width=width)
    name = page.locator(".masthead-person summary")
    way_out = page.get_by_role("button", name="Log ud")
    expect(way_out).to_be_hidden()
    name.focus()
    page.keyboard.press("Enter")
    expect(way_out).to_be_visible()
    box = way_out.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Escape")
    expect(way_out).to_be_hidden()
    expect(name).to_be_focused()


def test_the_menu_works_without_javascript(page_of: Callable[..., Page]) -> None:
    page = page_of("jens", "/skrivebord/", javascript=False)
    page.locator(".masthead-person summary").click()
    page.get_by_role("link", name="Din profil").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Din profil")
