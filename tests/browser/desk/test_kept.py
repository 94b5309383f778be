"""What is typed outside the editor outlives a broken connection, and what takes long says that it works."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.desk.conftest import Desk

TYPED = "Object.keys(sessionStorage).filter((key) => key.startsWith('raadslag-typed:')).length"


def test_typed_text_outlives_a_broken_connection_and_goes_when_it_is_saved(
    page_of: Callable[..., Page],
) -> None:
    address, back = "/skrivebord/administration/kommune/", "Det, du skrev, er sat tilbage."
    page = page_of("ada", address)
    field, save = page.locator("[name=address]"), page.get_by_role("button", name="Gem").first
    before = field.input_value()
    field.fill("Havnegade 1")
    page.context.set_offline(True)
    save.click()
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)
    page.goto(address)
    expect(field).to_have_value("Havnegade 1")
    expect(page.get_by_text(back)).to_be_visible()
    save.click()
    page.wait_for_load_state()
    page.goto(address)
    expect(field).to_have_value("Havnegade 1")
    expect(page.get_by_text(back)).to_have_count(0)
    assert page.evaluate(TYPED) == 0
    field.fill(before)
    assert page.evaluate(TYPED) == 1
    page.route("**/log-ud/**", lambda asked: asked.fulfill(status=204))
    page.evaluate("document.querySelector('form[data-log-out]').requestSubmit()")
    assert page.evaluate(TYPED) == 0
    page.goto(address)
    field.fill(before)
    save.click()


def test_what_takes_long_says_that_it_works_and_is_itself_again(
    page_of: Callable[..., Page], desk: Desk
) -> None:
    page = page_of("karen", f"/skrivebord/indstillinger/{desk.paper}/word")
    page.route(
        "**/word",
        lambda asked: asked.fulfill(status=204) if asked.request.method == "POST" else asked.continue_(),
    )
    button = page.get_by_role("button", name="Vis forskelle")
    button.click()
    busy = page.get_by_role("button", name="Arbejder …")
    expect(busy).to_be_disabled()
    expect(page.locator("body > [role=status]")).to_have_text("Arbejder …")
    page.evaluate("window.dispatchEvent(new Event('pageshow'))")
    expect(button).to_be_enabled()
