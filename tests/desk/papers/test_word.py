"""Karen's paper goes out as Word and comes back, and other Word files fill it."""

from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html as lxml_html

from tests.prose.baenke import png


@pytest.fixture
def karen(client_of, address, sent, paper):
    karen = client_of("karen")
    karen.post(
        address("skriv"),
        sent({0: "<p>Vi får tolv bænke.</p>", 1: ["planen godkendes."], 2: "<p>Så.</p>"}, title="Bænke"),
    )
    return karen


def uploaded(document):
    target = BytesIO()
    document.save(target)
    return SimpleUploadedFile("indstilling.docx", target.getvalue())


def chosen(page, without=()):
    """The form of the page of differences, all chosen but for `without`."""
    form = lxml_html.document_fromstring(page.content.decode()).forms[-1]
    fields = [(name, value) for name, value in form.form_values() if not (name == "tag" and value in without)]
    data = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    return form.action, data


def contents(paper):
    return [section.content for section in paper.sections.all()]


def test_what_was_fetched_and_not_edited_has_no_differences(karen, address, words):
    file = karen.get(address("word/fil"))
    assert file.headers["Content-Disposition"] == 'attachment; filename="baenke.docx"'
    page = karen.post(address("word"), {"file": SimpleUploadedFile("x.docx", file.content)})
    assert "Filen siger det samme som indstillingen." in words(page)


def test_differences_are_shown_before_they_are_taken(karen, address, paper):
    document = docx.Document(BytesIO(karen.get(address("word/fil")).content))
    for paragraph in document.paragraphs:
        if paragraph.text == "Vi får tolv bænke.":
            paragraph.runs[0].text = "Vi får femten bænke."
        if paragraph.text == "Så.":
            paragraph.insert_paragraph_before("Derefter holdes udbud.")
    page = karen.post(address("word"), {"file": uploaded(document)})
    assert "<p>Vi får <del>tolv</del><ins>femten</ins> bænke.</p>" in page.content.decode()
    assert contents(paper)[0] == "<p>Vi får tolv bænke.</p>"
    last = paper.sections.last()
    action, data = chosen(page, without={str(last.key)})
    assert karen.post(action, data).status_code == 302
    assert contents(paper) == ["<p>Vi får femten bænke.</p>", "planen godkendes.", "<p>Så.</p>"]
    assert paper.versions.first().why == "Hentet fra Word"


def test_a_foreign_file_fills_the_sections_and_what_has_no_place_is_shown(karen, address, paper, words):
    document = docx.Document()
    document.add_paragraph("Bænke langs åen", style="Title")
    document.add_paragraph("Sagsnr.: 25/26257")
    document.add_heading("1. RESUME", 1)
    document.add_paragraph("Beskriv sagen kort.")
    document.add_paragraph("Byrådet har bedt om bænke.")
    document.add_picture(BytesIO(png()))
    document.add_heading("Klimaregnskab", 1)
    document.add_paragraph("Et afsnit for sig.")
    document.add_heading("Indstilling", 1)
    document.add_paragraph("At 1) der opstilles bænke.")
    page = karen.post(address("word"), {"file": uploaded(document)})
    said = words(page)
    assert "Kunne ikke placeres" in said
    assert "Et afsnit for sig." in said
    assert "Et billede mangler en beskrivelse." in said
    assert "Disse afsnit bliver, som de er: Opfølgning" in said
    action, data = chosen(page)
    karen.post(action, data)
    paper.refresh_from_db()
    picture = paper.pictures.get()
    assert contents(paper) == [
        f'<p>Byrådet har bedt om bænke.</p><img src="{picture.address}" alt="">',
        "der opstilles bænke.",
        "<p>Så.</p>",
    ]
    assert (paper.title, paper.case_number) == ("Bænke", "25/26257")


def test_what_was_saved_meanwhile_is_not_overwritten(karen, address, paper, sent, words):
    document = docx.Document(BytesIO(karen.get(address("word/fil")).content))
    for paragraph in document.paragraphs:
        if paragraph.text == "Vi får tolv bænke.":
            paragraph.runs[0].text = "Vi får femten bænke."
    action, data = chosen(karen.post(address("word"), {"file": uploaded(document)}))
    karen.post(address("skriv"), sent({0: "<p>Vi får ingen bænke.</p>"}))
    page = karen.post(action, data)
    assert page.status_code == 409
    assert "Vi får femten bænke." in words(page)
    assert contents(paper)[0] == "<p>Vi får ingen bænke.</p>"


@pytest.mark.parametrize("data", [b"", b"ikke word", b"PK\x03\x04 gennemskudt"])
def test_what_is_no_word_file_is_refused_in_danish(karen, address, data, words):
    page = karen.post(address("word"), {"file": SimpleUploadedFile("x.docx", data)})
    assert page.status_code == 422
    assert "Word" in words(page)


def test_whoever_may_not_write_may_fetch_and_not_send(client_of, karen, address, models, paper, words):
    models.Paper.objects.filter(pk=paper.pk).update(state="submitted")
    assert client_of("leif").get(address("word/fil")).status_code == 200
    page = client_of("leif").post(address("word"), {"file": SimpleUploadedFile("x.docx", b"PK")})
    assert "kan ikke rettes af dig" in words(page)
