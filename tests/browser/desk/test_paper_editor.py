"""Karen writes a paper in a real browser: it is saved as she types, and nothing is lost."""

import re
from io import BytesIO

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.desk.login import log_in

SAVED = re.compile(r"Gemt kl\. \d\d\.\d\d")
WAIT = 20_000


def status(page):
    return page.locator("[data-save-status]")


def text(page, name="Resumé"):
    return page.get_by_role("textbox", name=name, exact=True)


def write(page, words, name="Resumé"):
    """Puts the words in place of what the section has."""
    text(page, name).click()
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def saved(page):
    expect(status(page)).to_have_text(SAVED, timeout=WAIT)


def test_what_karen_types_is_saved_by_itself_and_there_when_she_comes_back(page_of, writing):
    page = page_of("karen", writing)
    write(page, "Vi mangler bænke langs åen.")
    page.get_by_label("Sagsnummer").fill("emn 2026 000411")
    page.get_by_label("Sagsnummer").press("Tab")
    first = page.get_by_role("textbox", name="Punkt 1")
    first.fill("planen godkendes.")
    first.press("Enter")
    page.keyboard.type("udgiften bevilges.")
    saved(page)
    count = len("Vi mangler bænke langs åen.") + len("planen godkendes.") + len("udgiften bevilges.")
    expect(page.locator("[data-total]")).to_have_text(str(count))
    page.reload()
    expect(text(page)).to_have_text("Vi mangler bænke langs åen.")
    expect(page.get_by_role("textbox", name="Punkt 2")).to_have_value("udgiften bevilges.")
    expect(page.get_by_label("Sagsnummer")).to_have_value("EMN-2026-000411")
    expect(page.locator("[data-total]")).to_have_text(str(count))


def test_clauses_change_places_by_keyboard(page_of, writing):
    page = page_of("karen", writing)
    page.get_by_role("textbox", name="Punkt 1").fill("a")
    page.get_by_role("button", name="Tilføj punkt").click()
    last = page.locator(".clause textarea").last
    last.fill("sidst")
    up = page.get_by_role("button", name=re.compile("Flyt op")).last
    up.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".clause textarea").nth(-2)).to_have_value("sidst")
    expect(page.locator("[data-clause-status]")).to_contain_text("Punktet er nu nummer")
    saved(page)
    page.get_by_role("button", name=re.compile("Fjern punkt")).last.click()
    saved(page)


def test_a_broken_connection_loses_nothing_and_what_was_typed_is_saved_when_it_is_back(page_of, writing):
    page = page_of("karen", writing)
    page.context.set_offline(True)
    write(page, "Skrevet i toget.", "Opfølgning")
    expect(status(page)).to_contain_text("Ingen forbindelse", timeout=WAIT)
    page.context.set_offline(False)
    saved(page)
    page.reload()
    expect(text(page, "Opfølgning")).to_have_text("Skrevet i toget.")


def log_out(page):
    page.locator(".masthead-person summary").click()
    page.get_by_role("button", name="Log ud").click()


def test_what_is_typed_after_the_session_is_over_is_saved_by_itself_once_karen_has_logged_in_again(
    page_of, writing
):
    page = page_of("karen elsewhere", writing)
    write(page, "Skrevet før.", "Opfølgning")
    saved(page)
    log_out(page_of("karen elsewhere", "/skrivebord/"))
    write(page, "Skrevet efter.", "Opfølgning")
    expect(status(page)).to_have_text(
        "Du er logget ud. Det, du har skrevet, ligger i browseren. Log ind igen i et nyt vindue.",
        timeout=WAIT,
    )
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log ind i et nyt vindue").click()
    door = opened.value
    log_in(door, "leif@lindevad.example")
    page.bring_to_front()
    expect(status(page)).to_contain_text("En anden er logget ind nu.", timeout=WAIT)
    log_out(door)
    log_in(door, "karen@lindevad.example")
    page.bring_to_front()
    saved(page)
    page.reload()
    expect(text(page, "Opfølgning")).to_have_text("Skrevet efter.")
    page.get_by_role("link", name="Versioner").click()
    expect(page.locator("tbody")).not_to_contain_text("Leif")


def test_a_window_that_was_closed_without_a_connection_comes_back_with_its_words(page_of, writing):
    page = page_of("karen", writing)
    page.context.set_offline(True)
    write(page, "Skrevet lige før strømmen gik.", "Opfølgning")
    expect(status(page)).to_contain_text("Ingen forbindelse", timeout=WAIT)
    again = page.context.new_page()
    page.close(run_before_unload=False)
    again.context.set_offline(False)
    again.goto(writing)
    expect(text(again, "Opfølgning")).to_have_text("Skrevet lige før strømmen gik.")
    saved(again)
    again.reload()
    expect(text(again, "Opfølgning")).to_have_text("Skrevet lige før strømmen gik.")


def test_two_windows_that_change_different_paragraphs_are_brought_together(page_of, writing):
    one = page_of("karen", writing)
    write(one, "Første afsnit.", "Opfølgning")
    one.keyboard.press("Enter")
    one.keyboard.type("Andet afsnit.")
    saved(one)
    other = one.context.new_page()
    other.goto(writing)
    text(one, "Opfølgning").locator("p").first.click()
    one.keyboard.press("End")
    one.keyboard.type(" Rettet her.")
    saved(one)
    text(other, "Opfølgning").locator("p").last.click()
    other.keyboard.press("End")
    other.keyboard.type(" Rettet der.")
    saved(other)
    expect(text(other, "Opfølgning").locator("p")).to_have_text(
        ["Første afsnit. Rettet her.", "Andet afsnit. Rettet der."]
    )


def test_two_who_save_the_same_at_once_both_see_both_versions(page_of, writing):
    one = page_of("karen", writing)
    write(one, "Vi får bænke.", "Opfølgning")
    saved(one)
    other = one.context.new_page()
    other.goto(writing)
    write(one, "Vi får tolv bænke.", "Opfølgning")
    saved(one)
    write(other, "Vi får femten bænke.", "Opfølgning")
    expect(status(other)).to_contain_text("Se begge versioner", timeout=WAIT)
    other.get_by_role("button", name="Se begge versioner").click()
    expect(other.get_by_role("heading", name="To versioner")).to_be_visible()
    expect(other.locator(".versions-beside")).to_contain_text("tolv")
    expect(other.locator(".versions-beside")).to_contain_text("femten")
    found = Axe().run(other)
    assert found.violations_count == 0, found.generate_report()
    write(other, "Vi får tolv eller femten bænke.", "Opfølgning")
    other.get_by_role("button", name="Gem", exact=True).click()
    expect(other.get_by_text("Indstillingen er gemt.")).to_be_visible()
    expect(text(other, "Opfølgning")).to_have_text("Vi får tolv eller femten bænke.")


def test_when_jens_takes_the_pen_karens_words_are_still_there(page_of, writing):
    karen = page_of("karen", writing)
    write(karen, "Før pennen skiftede hånd.", "Opfølgning")
    saved(karen)
    jens = page_of("jens", writing)
    write(jens, "Skrevet, før Jens havde pennen.")
    jens.get_by_role("button", name="Tag pennen").click()
    expect(text(jens)).to_have_text("Skrevet, før Jens havde pennen.")
    expect(jens.get_by_text("Du har pennen, og det, du har skrevet, er gemt.")).to_be_visible()
    write(karen, "Karens sidste ord.", "Opfølgning")
    expect(status(karen)).to_contain_text("Jens Holt har pennen nu", timeout=WAIT)
    karen.get_by_role("button", name="Se begge versioner").click()
    expect(text(karen, "Opfølgning")).to_contain_text("Karens sidste ord.")
    karen.get_by_role("button", name="Tag pennen, og gem").click()
    expect(karen.get_by_text("Du har pennen, og det, du har skrevet, er gemt.")).to_be_visible()
    expect(text(karen, "Opfølgning")).to_contain_text("Karens sidste ord.")


def test_word_goes_out_is_edited_and_comes_back_with_its_differences_shown(page_of, writing):
    page = page_of("karen", writing)
    write(page, "Bænkene bestilles.", "Opfølgning")
    saved(page)
    page.get_by_role("link", name="Skriv i Word").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som Word").click()
    document = docx.Document(download.value.path())
    for paragraph in document.paragraphs:
        if paragraph.text == "Bænkene bestilles.":
            paragraph.runs[0].text = "Bænkene bestilles i maj."
    edited = BytesIO()
    document.save(edited)
    page.get_by_label("Word-fil").set_input_files(
        {"name": "indstilling.docx", "mimeType": "application/msword", "buffer": edited.getvalue()}
    )
    page.get_by_role("button", name="Vis forskelle").click()
    expect(page.locator("ins", has_text="i maj")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("button", name="Tag det valgte").click()
    expect(text(page, "Opfølgning")).to_have_text("Bænkene bestilles i maj.")
    page.get_by_role("link", name="Versioner").click()
    expect(page.locator("tbody tr").first).to_contain_text("Hentet fra Word")


def test_without_javascript_karen_writes_and_saves(page_of, writing):
    page = page_of("karen", writing, javascript=False)
    areas = page.locator(".prose-editor textarea")
    areas.last.fill("Skrevet uden JavaScript.\nTo afsnit.")
    page.get_by_role("button", name="Gem", exact=True).first.click()
    expect(page.get_by_text("Indstillingen er gemt.")).to_be_visible()
    expect(page.locator(".prose-editor textarea").last).to_have_value("Skrevet uden JavaScript.\nTo afsnit.")


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("page_name", ["skriv", "word", "versioner"])
def test_axe_finds_nothing_wrong_and_nothing_sticks_out(page_of, writing, width, page_name):
    page = page_of("karen", writing.removesuffix("skriv") + page_name, width=width)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("karen", "/skrivebord/indstillinger/ny"),
        ("ada", "/skrivebord/administration/skabeloner/"),
        ("ada", "/skrivebord/administration/skabeloner/ny"),
    ],
)
def test_axe_finds_nothing_wrong_where_papers_and_templates_begin(page_of, name, address, width):
    page = page_of(name, address, width=width)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
