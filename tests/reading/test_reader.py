"""Reading a file from anywhere gives the whole reading, with a doubt for what nobody can see."""

from pathlib import Path

from raadslag.reading import read
from raadslag.reading.account import Use
from raadslag.reading.formats import read_document
from raadslag.reading.reader import HIDDEN, PICTURE
from raadslag.reading.sources import open_document
from tests.reading.papers import bytes_of, drawn, minutes_pdf, picture, saved, text


def test_a_reading_from_the_child_is_the_reading_itself(tmp_path: Path):
    path = saved(tmp_path, "referat.pdf", minutes_pdf())
    here, there = read_document(open_document(path)), read(path)
    assert there.record == here.record
    assert there.attachment_pages == here.attachment_pages
    assert [(entry.use, entry.what, entry.line.text, entry.line.top) for entry in there.entries] == [
        (entry.use, entry.what, entry.line.text, entry.line.top) for entry in here.entries
    ]
    assert {entry.use for entry in there.entries} >= {Use.VALUE}


def test_hidden_text_and_pages_of_picture_become_doubts(tmp_path: Path):
    pdf = drawn(
        text("Punkt 1: Dagsorden", 60, 700) + text("cpr-nummer", 60, 600, mode=3),
        "q 500 0 0 500 50 50 cm /Billede Do Q",
    )
    pdf.pages[1].Resources.XObject.Billede = picture(pdf)
    reading = read(saved(tmp_path, "referat.pdf", bytes_of(pdf)))
    assert [(doubt.page, doubt.text, doubt.why) for doubt in reading.record.doubts[-2:]] == [
        (1, "cpr-nummer", HIDDEN),
        (2, "[billede]", PICTURE),
    ]
    assert [entry.what for entry in reading.entries[-2:]] == [HIDDEN, PICTURE]
