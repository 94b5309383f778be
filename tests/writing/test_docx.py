"""The Word file as Word, its users and other programs see it."""

import io

import docx as python_docx
import mammoth
import pytest
from docx.oxml.ns import qn

from raadslag.record.sheet import DOCX_STYLES, Style
from raadslag.writing import docx
from tests.writing.meeting import MEETING


@pytest.fixture(scope="module")
def data():
    return docx.write(MEETING)


@pytest.fixture(scope="module")
def document(data):
    return python_docx.Document(io.BytesIO(data))


def test_it_says_what_it_is(document):
    core = document.core_properties
    assert core.title == "Byrådet – Referat – 27. august 2025"
    assert core.author == "Lindevad Kommune"
    assert core.language == "da-DK"
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "da-DK"


def test_every_paragraph_has_a_style_of_ours_so_that_its_look_can_be_changed_in_one_place(document):
    names = {paragraph.style.name for paragraph in document.paragraphs}
    assert names <= {*DOCX_STYLES.values(), "Rådslag Indhold"}
    assert all(not run.font.size for paragraph in document.paragraphs for run in paragraph.runs)


def test_headings_are_headings_to_word(document):
    levels = {
        style: document.styles[DOCX_STYLES[style]].element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val"))
        for style in (Style.STAGE, Style.ITEM, Style.HEADING)
    }
    assert levels == {Style.STAGE: "0", Style.ITEM: "1", Style.HEADING: "2"}


def test_the_contents_link_to_the_items(document):
    anchors = {link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))}
    bookmarks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert anchors == bookmarks == {"punkt_1", "punkt_2", "punkt_3", "punkt_4"}


def test_the_footer_counts_the_pages(document):
    footer = document.sections[0].footer.paragraphs[0]._p
    fields = [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "".join(text.text for text in footer.iter(qn("w:t"))) == "side 1 af 1"


def test_another_program_reads_the_same_text(data):
    text = mammoth.extract_raw_text(io.BytesIO(data)).value
    assert "Punkt 2: Plan for cykelstier" in text
    assert "Beslutning · godkendt" in text
