"""A paper in print: tagged, and read back by whoever reads papers from anywhere."""

from dataclasses import fields, replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings

from raadslag.prose.paper import PaperText, TextSection
from raadslag.reading import read
from raadslag.writing.paper import PrintedPaper, StepWords, write
from tests.prose.baenke import PAPER, PICTURE, png
from tests.prose.texts import texts

ROUTE = (
    StepWords(body="Klima og Miljø", task="skriver", on=date(2026, 3, 2), text="Sendt til udvalget."),
    StepWords(
        body="Magistraten",
        task="anbefaler",
        on=date(2026, 3, 9),
        text="Magistraten anbefaler indstillingen.",
        reservations="Rådmand Dan Mose tager forbehold.",
    ),
)
PRINTED = PrintedPaper(
    text=PAPER, approved=True, route=ROUTE, attachments=("Notat om bænke", "Budget for 2026")
)
PDF = write(PRINTED, {PICTURE: png()})


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """The print, as reading reads it."""
    path = tmp_path_factory.mktemp("print") / "indstilling.pdf"
    path.write_bytes(PDF)
    reading = read(path)
    assert reading.record.doubts == ()
    return reading.record.items[0].attachments[0].paper


def test_the_print_is_read_back_field_by_field(paper):
    assert paper.title == PAPER.title
    assert (paper.to, paper.from_, paper.dated_on) == (PAPER.to, PAPER.from_, PAPER.dated_on)
    assert paper.case_number == PAPER.case_number
    assert (paper.caseworker, paper.phone, paper.email) == (PAPER.caseworker, PAPER.phone, PAPER.email)
    assert paper.characters == PAPER.characters
    assert paper.recommendation == PAPER.sections[1].clauses


def test_the_sections_are_read_back_with_their_numbers(paper):
    assert [(each.number, each.heading) for each in paper.sections] == [
        ("1", "Resumé"),
        ("2", "Beslutningspunkter"),
        ("3", "Hvorfor fremsendes indstillingen?"),
        ("4", "Opfølgning"),
        (None, "Sagens gang"),
        (None, "Bilag"),
    ]
    assert paper.sections[0].text == "Langs åen mangler bænke, se planen.\nTal\nLinje to"
    assert paper.sections[2].text.startswith("• tolv bænke\n1. seks i år\n2. seks næste år\n• armlæn")


def test_the_paper_carries_the_words_of_every_step(paper):
    assert paper.sections[4].text.split("\n") == [
        "Klima og Miljø, skriver, 2. marts 2026",
        "Sendt til udvalget.",
        "Magistraten, anbefaler, 9. marts 2026",
        "Magistraten anbefaler indstillingen.",
        "Forbehold: Rådmand Dan Mose tager forbehold.",
    ]
    assert paper.sections[5].text == "Bilag 1: Notat om bænke\nBilag 2: Budget for 2026"


def test_the_print_is_tagged_and_says_so():
    with pikepdf.open(BytesIO(PDF)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("da")
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "3"
            assert metadata["pdfuaid:part"] == "1"


def test_links_and_the_words_for_an_image_are_in_the_print():
    raw = pikepdf.open(BytesIO(PDF))
    links = [
        str(note.A.URI)
        for page in raw.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note.A
    ]
    assert links == ["https://lindevad.example/a?b=1&c=2"]
    alts = [
        str(each.get("/Alt"))
        for each in raw.objects
        if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
    ]
    assert alts == ["En bænk"]


def test_only_what_is_not_approved_is_called_a_draft():
    assert "Udkast" not in words(PDF)
    assert "Udkast Indstilling Bænke langs åen" in words(write(replace(PRINTED, approved=False)))


def test_an_image_whose_file_is_not_there_is_told_in_words():
    assert "[Billede: En bænk]" in words(write(PRINTED))
    assert "[Billede: En bænk]" in words(write(PRINTED, {PICTURE: b"intet billede"}))


def test_guidance_has_no_place_in_what_is_printed():
    said = {each.name for cls in (PrintedPaper, PaperText, TextSection, StepWords) for each in fields(cls)}
    assert not {name for name in said if "guid" in name or "help" in name or "hint" in name}


@settings(max_examples=25, deadline=None)
@given(texts)
@example("<table><tr><th rowspan=2>a</th></tr><tr><td>b</td></tr><tr><td colspan=2>c</td></tr></table>")
@example(
    "<table><tr><th><a href='https://lindevad.example'>a</a></th></tr>"
    + "<tr><td>b</td></tr>" * 99
    + "</table>"
)
def test_whatever_a_section_holds_can_be_printed(html):
    section = TextSection(key="a", heading="Resumé\u0007", html=html)
    pdf = write(PrintedPaper(text=PaperText(title="", sections=(section, section))))
    assert pdf.startswith(b"%PDF-1.7")


def test_the_same_paper_gives_the_same_file():
    assert write(PRINTED, {PICTURE: png()}) == PDF
