"""The PDF as a citizen's reader, a screen reader and an archive see it."""

import io
import re
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import pytest

from raadslag.record import from_json
from raadslag.writing import pdf
from raadslag.writing.normal import normal
from tests.writing.meeting import MEETING


@pytest.fixture(scope="module")
def opened():
    with pikepdf.open(io.BytesIO(pdf.write(MEETING))) as document:
        yield document


@pytest.fixture(scope="module")
def pages():
    return [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf.write(MEETING))]


def test_it_says_what_it_is(opened):
    with opened.open_metadata() as metadata:
        assert metadata["dc:title"] == "Byrådet – Referat – 27. august 2025"
        assert metadata["dc:creator"] == ["Lindevad Kommune"]
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert opened.Root.Lang == "da-DK"


def test_it_is_tagged_with_headings_that_skip_no_level(opened):
    assert opened.Root.MarkInfo.Marked
    levels = [int(role[1:]) for role in roles(opened.Root.StructTreeRoot) if re.fullmatch(r"H\d", role)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def roles(node):
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from roles(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S).removeprefix("/")
        if "/K" in node:
            yield from roles(node.K)


def test_the_outline_leads_to_every_item_and_reproduced_attachment(opened):
    with opened.open_outline() as outline:
        titles = [entry.title for entry in outline.root[0].children or outline.root]
    assert titles[:2] == ["Punkt 1: Godkendelse af dagsorden", "Punkt 2: Plan for cykelstier"]


def test_the_contents_have_links_and_page_numbers(opened, pages):
    links = [note for note in opened.pages[0].get("/Annots", []) if note.Subtype == "/Link"]
    assert len(links) >= len(MEETING.items)
    assert re.search(r"Punkt 2: Plan for cykelstier[ .]+1", pages[0])


def test_every_page_says_which_of_how_many(pages):
    for number, text in enumerate(pages, start=1):
        assert f"side {number} af {len(pages)}" in text


def test_the_record_is_inside(opened):
    (name,) = opened.attachments
    assert name == "record.json"
    file = opened.attachments[name]
    assert from_json(file.get_file().read_bytes()) == normal(MEETING)
    assert file.obj.AFRelationship == "/Source"


def test_the_decision_comes_right_under_the_title(pages):
    text = " ".join("".join(pages).split())
    assert re.search(r"Punkt 2: Plan for cykelstier Beslutning · godkendt Indstillingen blev godkendt", text)


def test_a_closed_item_says_so_with_its_ground(pages):
    text = " ".join("".join(pages).split())
    assert "Punkt 3: Køb af ejendom Lukket punkt Grund til lukning: KSL § 10, stk. 1" in text


def test_the_same_record_gives_the_same_bytes():
    assert pdf.write(MEETING) == pdf.write(MEETING)


def test_in_a_pack_attachments_are_links_and_the_pages_after_count(pages):
    data = pdf.write(MEETING, attachment_links={(1, 0): "raadslag:bilag/1/0"}, pages_after=7)
    with pikepdf.open(io.BytesIO(data)) as document:
        notes = [note for page in document.pages for note in page.get("/Annots", []) if "/A" in note]
        assert "raadslag:bilag/1/0" in {str(note.A.get("/URI", "")) for note in notes}
    first = pdfium.PdfDocument(data)[0].get_textpage().get_text_range()
    assert f"side 1 af {len(pages) + 7}" in first


def test_what_a_record_says_is_never_markup():
    text = '#panic("x") *fed* _kursiv_ $x$ <label> @ref = \\ [x] // /* */ ```'
    said = pdfium.PdfDocument(pdf.write(saying(text)))[0].get_textpage().get_text_range()
    assert text in " ".join(said.split())


def saying(text):
    return type(MEETING)(stage=MEETING.stage, items=(type(MEETING.items[0])(title=text),))
