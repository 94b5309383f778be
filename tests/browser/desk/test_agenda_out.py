"""Reading an agenda before it is sent, and redacting what is out, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

NARROW, WIDE = 360, 1440
PAGES = [
    ("anna", "review"),
    ("jens", "reading"),
    ("anna", "published"),
    ("anna", "redact"),
    ("anna", "withdraw"),
    ("anna", "waivers"),
    ("mette", "waivers"),
]
axe = Axe()


def is_fit(page, width):
    """Whether nobody scrolls sideways and axe finds nothing, with everything that can be opened open."""
    for closed in page.locator("main details > summary").all():
        closed.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.run(page)
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize(("name", "which"), PAGES)
def test_the_pages_are_fit_for_all(desk, page_of, name, which, width):
    is_fit(page_of(name, desk.agenda[which], width=width), width)


def test_by_keyboard_alone_jens_comments_and_what_he_wrote_elsewhere_stays(desk, page_of):
    page = page_of("jens", desk.agenda["reading"], javascript=False)
    _first, second, whole = page.get_by_label("Din bemærkning").all()
    second.fill("Stien er for smal,")
    whole.focus()
    page.keyboard.type("God dagsorden.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text() == "Bemærkningen er sendt."
    _first, second, whole = page.get_by_label("Din bemærkning").all()
    assert (second.input_value(), whole.input_value()) == ("Stien er for smal,", "")
    assert "God dagsorden." in page.locator("#punkt-hele").inner_text()


def test_anna_drags_a_frame_on_the_page_sees_the_trial_and_takes_it(desk, page_of):
    page = page_of("anna", desk.agenda["redact"])
    picture = page.get_by_role("img", name="Side 1 af Kort")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    row = page.get_by_role("group", name="Sted 1")
    assert row.get_by_label("Side").input_value() == "1"
    assert abs(float(row.get_by_label("Bredde").input_value()) - 50) < 5
    assert page.locator(".redact-frame").count() == 1
    row.get_by_role("button", name="Tøm").click()
    assert page.locator(".redact-frame").count() == 0
    for label, value in (("Side", "1"), ("Venstre", "0"), ("Oppe", "0"), ("Bredde", "100"), ("Højde", "60")):
        row.get_by_label(label).fill(value)
    assert page.locator(".redact-frame").count() == 1
    page.get_by_role("button", name="Se en prøve").click()
    is_fit(page, WIDE)
    assert "Kort over muren" in page.get_by_role("region", name="Det, der er taget ud").inner_text()
    page.get_by_role("button", name="Ret markeringerne").click()
    assert page.get_by_role("group", name="Sted 1").get_by_label("Højde").input_value() == "60"
    page.get_by_role("button", name="Se en prøve").click()
    page.get_by_role("button", name="Tag den i brug").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Offentliggjort"
    assert "Den gamle fil er stadig offentlig" in page.locator("main").inner_text()
