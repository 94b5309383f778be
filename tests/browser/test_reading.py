"""Clara finds a decision, reads it, and takes it with her."""

import pytest

from tests.browser.pages import MINUTES


@pytest.mark.parametrize("javascript", [True, False])
def test_clara_finds_a_decision_and_takes_the_minutes_with_her(visit, javascript):
    page = visit("/", javascript=javascript)
    page.get_by_label("Søg i dagsordener, referater og bilag").fill("åbningstider biblioteket")
    page.get_by_role("button", name="Søg").click()
    page.get_by_role("checkbox", name="Byrådet").check()
    page.get_by_role("checkbox", name="Godkendt").check()
    page.get_by_role("button", name="Vis").click()
    page.get_by_role("link", name="Længere åbningstid på Lindevad Bibliotek").first.click()

    decision = page.locator("article .decision")
    assert "Byrådet godkendte indstillingen med 15 stemmer for og 4 imod." in decision.inner_text()
    assert decision.bounding_box()["y"] < 800, "the decision is seen without scrolling"

    page.get_by_role("link", name="Evaluering af prøveordningen").click()
    assert "I alt 3.200 besøg" in page.locator("article").inner_text()

    page.get_by_role("link", name="27. august 2025, referat").click()
    with page.expect_download() as download:
        page.locator("#hent ~ ul a[href$='.zip']").click()
    assert download.value.suggested_filename == "byraadet-2025-08-27-referat.zip"
    pdf = page.request.get(page.locator("#hent ~ ul a[href$='referat.pdf']").get_attribute("href"))
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF-")


def test_clara_sees_what_a_correction_changed(visit):
    page = visit(f"{MINUTES}version-1/")
    page.get_by_role("link", name="Gå til den gældende version").click()
    page.get_by_role("link", name="Hvad er ændret siden sidste version?").click()
    assert page.locator("del").all_inner_texts() == ["14", "14"]
    assert page.locator("ins").all_inner_texts() == ["15", "15"]


def test_words_are_suggested_while_clara_types(visit):
    page = visit("/")
    page.get_by_label("Søg i dagsordener, referater og bilag").press_sequentially("bibl")
    page.locator("datalist option").first.wait_for(state="attached")
    assert any("ibliotek" in each.get_attribute("value") for each in page.locator("datalist option").all())


def test_the_pdf_stands_beside_its_text(visit):
    page = visit(f"{MINUTES}punkt-2/bilag-1")
    text = page.locator(".attachment-text").bounding_box()
    file = page.locator(".attachment-file object").bounding_box()
    assert text["x"] + text["width"] <= file["x"]
    assert abs(text["y"] - file["y"]) < 40


def test_clara_reads_the_same_meeting_in_english(visit):
    page = visit(MINUTES)
    page.get_by_role("link", name="English").click()
    assert page.get_by_role("heading", name="Items and decisions").is_visible()
    page.get_by_role("link", name="Dansk").click()
    page.wait_for_url(f"**{MINUTES}")
