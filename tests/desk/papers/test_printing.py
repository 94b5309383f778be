"""The paper as PDF."""

import pypdfium2
import pytest


def pages(response):
    document = pypdfium2.PdfDocument(response.content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.fixture
def karen(client_of, address, sent, paper):
    karen = client_of("karen")
    karen.post(address("skriv"), sent({0: "<p>Vi får bænke.</p>", 1: ["planen godkendes."]}, title="Bænke"))
    return karen


def test_a_draft_is_printed_as_one_with_its_count_and_caseworker_and_without_guidance(karen, address):
    file = karen.get(address("pdf"))
    assert file.headers["Content-Type"] == "application/pdf"
    said = pages(file)
    assert "Udkast Indstilling Bænke" in said
    assert "At 1) planen godkendes." in said
    assert f"Antal tegn: {len('Vi får bænke.') + len('planen godkendes.')}" in said
    assert "Sagsbehandler: Karen Friis" in said
    assert "89 40 12 34" in said
    assert "Beskriv sagen kort" not in said


def test_an_approved_paper_carries_the_words_of_its_steps_and_its_attachments(
    karen, address, paper, models, lindevad
):
    step = paper.steps.first()
    models.Paper.objects.filter(pk=paper.pk).update(state="approved")
    step.finish(by=lindevad.cast.leif, at=lindevad.now, text="Godkendt i afdelingen.", reservations="Ingen.")
    lindevad.attachment(paper=paper)
    said = pages(karen.get(address("pdf")))
    assert "Udkast" not in said
    assert "Klima og Miljø, skriver, 2. marts 2026 Godkendt i afdelingen. Forbehold: Ingen." in said
    assert "Bilag 1: Notat" in said


def test_the_print_of_what_is_closed_is_logged(karen, address, models, paper):
    models.Paper.objects.filter(pk=paper.pk).update(part="closed", closed_ground="Forhandling")
    karen.get(address("pdf"))
    event = models.Event.objects.filter(verb="read_closed").latest("place")
    assert event.noun_key == str(paper.key)
