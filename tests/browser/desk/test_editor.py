"""Karen writes rich text in a real Chromium."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings

from raadslag.desk.widgets import prose_of
from raadslag.prose import characters, sanitise
from tests.browser.desk.editor_page import PICTURE, editor_page
from tests.prose.baenke import SECTIONS, png
from tests.prose.texts import texts

WORD = (Path(__file__).parents[2] / "prose" / "word.html").read_text("utf-8")
GUIDANCE = "Beskriv sagen kort."


@pytest.fixture
def editor(browser):
    with editor_page(browser, viewport={"width": 1440, "height": 900}) as opened:
        yield opened


def test_what_is_typed_is_what_is_sent(editor):
    editor.open(guidance=GUIDANCE)
    editor.write("Vi mangler bænke.")
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.press("Control+b")
    editor.page.keyboard.type("Tolv")
    editor.page.keyboard.press("Control+b")
    editor.page.keyboard.type(" i alt")
    editor.page.get_by_role("button", name="Gem").click()
    sent = {name: values[0] for name, values in parse_qs(editor.sent[-1]).items()}
    assert prose_of(sent, "tekst", "") == "<p>Vi mangler bænke.</p><p><strong>Tolv</strong> i alt</p>"


def test_guidance_is_seen_and_never_sent(editor):
    editor.open(guidance=GUIDANCE)
    shown = editor.text.locator("p").evaluate("it => getComputedStyle(it, '::before').content")
    assert GUIDANCE in shown
    assert editor.html == ""
    editor.page.get_by_role("button", name="Gem").click()
    assert "Beskriv" not in editor.sent[-1]


@pytest.mark.parametrize("section", [each for each in SECTIONS if each.html], ids=lambda each: each.heading)
def test_a_stored_text_goes_in_and_comes_out_the_same(editor, section):
    editor.open(section.html)
    assert sanitise(editor.html) == section.html
    assert editor.count == characters(section.html)


def test_the_browser_counts_as_python_does(browser):
    with editor_page(browser) as editor:
        editor.open()

        @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(texts)
        def counted_alike(html):
            editor.page.evaluate(
                "html => { document.querySelector('.prose-editor').proseEditor.html = html }", html
            )
            assert editor.count == characters(html)
            assert editor.count == characters(sanitise(editor.html))

        counted_alike()


def test_what_is_typed_is_counted_against_the_limit(editor):
    editor.open("<p>1234567890</p>", limit=12)
    assert "af højst 12" in editor.page.locator("[data-prose-count]").inner_text()
    editor.page.keyboard.press("Tab")
    editor.text.click()
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.type("  abc ")
    assert editor.count == 14
    assert "2 for mange" in editor.page.locator("[data-over]").inner_text()


def test_a_paste_from_word_is_as_clean_as_the_server_makes_it(editor):
    editor.open()
    editor.paste(WORD)
    assert sanitise(editor.html) == sanitise(WORD)
    assert "class=" not in editor.html
    assert "Indsæt dem med billedknappen" in editor.page.locator("[data-prose-status]").inner_text()


def test_lists_and_headings_by_buttons(editor):
    editor.open()
    editor.write("Plan")
    editor.button("Mellemrubrik").click()
    editor.page.keyboard.press("Enter")
    editor.button("Nummereret liste").click()
    editor.page.keyboard.type("et")
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type("to")
    editor.button("Ryk ind").click()
    assert sanitise(editor.html) == "<h3>Plan</h3><ol><li>et<ol><li>to</li></ol></li></ol>"
    editor.button("Ryk ud").click()
    editor.button("Punktliste").click()
    assert sanitise(editor.html) == "<h3>Plan</h3><ul><li>et</li><li>to</li></ul>"
    editor.button("Fortryd").click()
    assert sanitise(editor.html) == "<h3>Plan</h3><ol><li>et</li><li>to</li></ol>"


def test_a_line_of_a_list_has_one_mark_and_it_is_beside_the_words(editor):
    editor.open("<ul><li><p>a</p></li></ul><ol><li><p>b</p></li></ol>")
    marks = """lines => lines.map(it => [
        getComputedStyle(it).listStyleType, getComputedStyle(it, "::before").content])"""
    assert editor.text.locator("li").evaluate_all(marks) == [["disc", "none"], ["decimal", "none"]]


def test_a_table_grows_and_shrinks(editor):
    editor.open()
    editor.button("Tabel").click()
    editor.page.keyboard.type("År")
    editor.page.keyboard.press("Tab")
    editor.page.keyboard.type("Kr.")
    editor.button("Slet kolonne").click()
    editor.button("Række under").click()
    html = sanitise(editor.html)
    assert html.startswith('<table><thead><tr><th scope="col">År</th><th scope="col"></th></tr></thead>')
    assert html.count("<tr>") == 4
    editor.button("Slet tabel").click()
    assert "<table" not in editor.html


def test_a_link_needs_an_address(editor):
    editor.open("<p>planen</p>")
    editor.text.click()
    editor.page.keyboard.press("Control+a")
    editor.page.keyboard.press("Control+k")
    dialog = editor.page.get_by_role("dialog", name="Link")
    dialog.get_by_label("Web- eller mailadresse").fill("ikke en adresse")
    dialog.get_by_role("button", name="Indsæt link").click()
    assert "Skriv en webadresse" in dialog.get_by_role("alert").inner_text()
    dialog.get_by_label("Web- eller mailadresse").fill("www.lindevad.example/plan")
    dialog.get_by_role("button", name="Indsæt link").click()
    assert editor.html == '<p><a href="https://www.lindevad.example/plan">planen</a></p>'


def test_an_image_needs_words(editor):
    editor.open("<p>Se her.</p>")
    editor.text.click()
    editor.button("Billede").click()
    dialog = editor.page.get_by_role("dialog", name="Billede")
    file = {"name": "bænk.png", "mimeType": "image/png", "buffer": png()}
    dialog.get_by_label("Fil").set_input_files(file)
    dialog.get_by_role("button", name="Indsæt billede").click()
    assert "hvad billedet viser" in dialog.get_by_role("alert").inner_text()
    dialog.get_by_label("Hvad viser billedet?").fill("En bænk")
    dialog.get_by_label("Fil").set_input_files(file)
    dialog.get_by_role("button", name="Indsæt billede").click()
    editor.text.locator("img").wait_for()
    assert sanitise(editor.html) == f'<p>Se her.</p><img src="{PICTURE}" alt="En bænk">'
    assert "PNG" in editor.sent[-1]


def test_the_words_of_an_image_can_be_mended(editor):
    editor.open(f'<p>Se her.</p><img src="{PICTURE}" alt="">')
    editor.text.locator("img").click()
    editor.button("Billede").click()
    dialog = editor.page.get_by_role("dialog", name="Billede")
    dialog.get_by_label("Hvad viser billedet?").fill("En bænk ved åen")
    dialog.get_by_role("button", name="Indsæt billede").click()
    assert editor.html.endswith(f'<img src="{PICTURE}" alt="En bænk ved åen">')


def test_the_keyboard_alone_reaches_every_button_and_gets_out_again(editor):
    editor.open("<p>ord</p>")
    editor.page.keyboard.press("Tab")
    focused = editor.page.locator(":focus")
    assert focused.get_attribute("aria-label") == "Fed"
    seen = [focused.get_attribute("aria-label")]
    for _ in range(20):
        editor.page.keyboard.press("ArrowRight")
        seen.append(focused.get_attribute("aria-label"))
    assert {"Kursiv", "Punktliste", "Link", "Billede", "Tabel", "Gentag"} <= set(seen)
    editor.page.keyboard.press("Tab")
    assert focused.get_attribute("role") == "textbox"
    editor.page.keyboard.press("Alt+F10")
    assert focused.get_attribute("data-command") is not None
    editor.page.keyboard.press("Escape")
    assert focused.get_attribute("role") == "textbox"
    editor.page.keyboard.press("Tab")
    assert focused.get_attribute("id") == "efter"


def test_without_javascript_karen_writes_plain_text_and_the_rest_keeps_its_form(browser):
    html = "<p>En <strong>fed</strong> plan.</p><p>Den koster.</p>"
    with editor_page(browser, java_script_enabled=False) as editor:
        editor.open(html)
        area = editor.page.locator("textarea")
        assert area.input_value() == "En fed plan.\nDen koster."
        area.fill("En fed plan.\nDen koster 90.000 kr.\nMere.")
        editor.page.get_by_role("button", name="Gem").click()
        sent = {name: values[0] for name, values in parse_qs(editor.sent[-1]).items()}
    assert prose_of(sent, "tekst", html) == (
        "<p>En <strong>fed</strong> plan.</p><p>Den koster 90.000 kr.</p><p>Mere.</p>"
    )


@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_wrong(browser, width):
    with editor_page(browser, viewport={"width": width, "height": 800}) as editor:
        editor.open(SECTIONS[2].html, limit=100, guidance=GUIDANCE)
        editor.text.locator("td").first.click()
        found = Axe().run(editor.page)
        assert found.violations_count == 0, found.generate_report()
        assert editor.page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_in_the_editor_has_a_style_of_its_own(editor):
    editor.open(sanitise(WORD))
    editor.text.locator("td").first.click()
    assert editor.page.locator("main [style], main style").count() == 0
