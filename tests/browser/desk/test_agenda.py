"""Anna builds an agenda in a real browser: by keyboard, by mouse, and with the times as she types."""

import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.site import PROJECT

NARROW = 360


@pytest.fixture
def building(desk) -> str:
    """The address where a new meeting's agenda is built."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.desk.agenda_to_build"],
        env=desk.environment, cwd=PROJECT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return f"/skrivebord/moeder/{made.stdout.split()[-1]}/dagsorden/"


def titles(page):
    return page.locator("[data-row] .agenda-title a")


def said(page):
    return page.locator("[data-time-text]")


def slots(page):
    return [slot.inner_text() for slot in page.locator("[data-slot]").all()]


def test_the_overrun_and_the_times_are_there_as_anna_types_and_are_kept(page_of, building):
    page = page_of("anna", building)
    expect(said(page)).to_have_text("Der er 10 minutter tilbage.")
    last = slots(page)[-1]
    budget = page.get_by_label("Minutter: Budget")
    budget.fill("95")
    expect(said(page)).to_have_text("Dagsordenen varer 45 minutter længere end mødet.")
    assert slots(page)[-1] != last
    as_typed = slots(page)
    budget.press("Tab")
    expect(page.locator("[data-said]")).to_have_text("Tiderne er gemt.")
    page.reload()
    expect(page.get_by_label("Minutter: Budget")).to_have_value("95")
    assert slots(page) == as_typed
    page.get_by_label("Minutter: Budget").fill("halvanden time")
    page.get_by_label("Minutter: Budget").press("Enter")
    expect(page.locator(".form-error-message")).to_have_text("Skriv minutter som et helt tal, højst 600.")
    expect(page.get_by_label("Minutter: Budget")).to_have_value("halvanden time")


def test_an_item_is_moved_by_keyboard_and_the_focus_follows_it(page_of, building):
    page = page_of("anna", building)
    up = page.get_by_role("button", name="Flyt Budget op")
    up.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).to_have_text("Budget er nu punkt 2.")
    expect(page.get_by_role("button", name="Flyt Budget op")).to_be_focused()
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_text(["Budget", "Godkendelse af dagsorden", "Cykelstier", "Køb af Kaj 4"])
    expect(page.get_by_role("button", name="Flyt Budget ned")).to_be_focused()
    page.reload()
    expect(titles(page).first).to_have_text("Budget")


def test_an_item_is_dragged_to_its_place(page_of, building):
    page = page_of("anna", building)
    row = page.locator("[data-row]")
    row.nth(2).drag_to(row.nth(0), source_position={"x": 60, "y": 60}, target_position={"x": 60, "y": 4})
    expect(page.locator("[data-said]")).to_have_text("Budget er nu punkt 1.")
    page.reload()
    expect(titles(page)).to_have_text(["Budget", "Godkendelse af dagsorden", "Cykelstier", "Køb af Kaj 4"])


def test_two_secretaries_who_move_things_see_both_orders(page_of, building):
    first, second = page_of("anna", building), page_of("anna", building)
    first.get_by_role("button", name="Flyt Budget op").click()
    expect(first.locator("[data-said]")).to_have_text("Budget er nu punkt 2.")
    second.get_by_role("button", name="Flyt Cykelstier op").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("To rækkefølger")
    second.get_by_role("button", name="Brug min rækkefølge").click()
    expect(titles(second).first).to_have_text("Cykelstier")


def test_without_javascript_the_same_is_done_by_buttons(page_of, building):
    page = page_of("anna", building, javascript=False)
    page.get_by_role("button", name="Flyt Budget op").click()
    expect(titles(page).nth(1)).to_have_text("Budget")
    page.get_by_label("Minutter: Budget").fill("95")
    page.get_by_role("button", name="Gem tiderne").click()
    expect(said(page)).to_have_text("Dagsordenen varer 45 minutter længere end mødet.")


def test_the_pages_fit_a_telephone_and_axe_finds_nothing(page_of, building):
    page = page_of("anna", building, width=NARROW)
    item = page.get_by_role("link", name="Budget").get_attribute("href")
    for address in (building, item, f"{building}regler/ny", str(Path(building).parent) + "/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, address
        for closed in page.locator("main details > summary").all():
            closed.click()
        found = Axe().run(page)
        assert not found.violations_count, found.generate_report()
