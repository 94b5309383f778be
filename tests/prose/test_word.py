"""A paper goes out as Word, is edited, and comes back."""

import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from raadslag.prose.paper import PaperText, TextSection
from raadslag.prose.plain import plain
from raadslag.prose.word import FromWord, Slot, UnreadableWord, from_docx, to_docx
from tests.prose.baenke import FIELDS, PAPER, PICTURE, SECTIONS, SLOTS, png
from tests.prose.texts import texts

WORD = to_docx(PAPER, {PICTURE: png()})


def saved_by_libreoffice(data: bytes, folder: Path) -> bytes:
    """The file as a real office program opens it and saves it again."""
    (folder / "in.docx").write_bytes(data)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            f"{folder}/out",
            f"{folder}/in.docx",
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "out" / "in.docx").read_bytes()


def edited(data: bytes, change) -> bytes:
    document = docx.Document(BytesIO(data))
    change({paragraph.text: paragraph for paragraph in document.paragraphs})
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def is_all_of_the_paper(found: FromWord) -> None:
    (picture,) = found.pictures
    assert picture.data == png()
    assert picture.alt == "En bænk"
    found = found.with_addresses({picture.address: PICTURE})
    assert [each.key for each in found.sections] == [each.key for each in SECTIONS]
    for got, sent in zip(found.sections, SECTIONS, strict=True):
        assert got.html == sent.html
        assert got.clauses == sent.clauses
    assert found.fields == FIELDS
    assert found.unplaced == ()


def test_the_file_that_was_downloaded_is_the_whole_paper():
    is_all_of_the_paper(from_docx(WORD, SLOTS))


def test_the_file_is_the_whole_paper_after_an_office_program_saved_it(tmp_path):
    is_all_of_the_paper(from_docx(saved_by_libreoffice(WORD, tmp_path), SLOTS))


def test_what_was_found_is_plain_data_on_its_way_out_of_the_child():
    found = from_docx(WORD, SLOTS)
    assert FromWord.from_data(found.to_data()) == found


def test_a_heading_written_anew_keeps_its_section():
    def change(paragraphs):
        paragraphs["1. Resumé"].runs[0].text = "Noget helt andet"

    found = from_docx(edited(WORD, change), SLOTS)
    assert found.sections[0].key == SECTIONS[0].key
    assert found.sections[0].html == SECTIONS[0].html


def test_what_was_edited_in_word_is_what_comes_back():
    def change(paragraphs):
        paragraphs["planen godkendes."].text = "planen godkendes straks."
        paragraphs["Bænkene bestilles."].insert_paragraph_before("Der holdes udbud.")

    found = from_docx(edited(WORD, change), SLOTS)
    assert found.sections[1].clauses == ("planen godkendes straks.", "udgiften på 180.000 kr. bevilges.")
    assert found.sections[3].html.startswith("<p>Der holdes udbud.</p><p>Bænkene bestilles.</p>")


@settings(max_examples=30, deadline=None)
@given(texts)
def test_no_word_is_lost_on_the_way_to_word_and_back(html):
    paper = PaperText(title="T", sections=(TextSection(key="a", heading="Resumé", html=html),), phone="1")
    found = from_docx(to_docx(paper), [Slot(key="a", heading="Resumé")])
    assert found.unplaced == ()
    came = "".join(plain(section.html) for section in found.sections)
    assert letters(came) == letters(plain(html))


def letters(text: str) -> list[str]:
    return [each for each in text if each.isalnum() and not each.isdecimal()]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", WORD[:-400], b"PK" + bytes(100)])
def test_a_file_that_is_no_word_file_is_refused_in_danish(data):
    with pytest.raises(UnreadableWord, match="Word"):
        from_docx(data, SLOTS)
