"""A text file's encoding is made out, and its form feeds are pages."""

import pytest

from raadslag.reading.sources import text
from raadslag.reading.unreadable import UnreadableDocument

DANISH = "Rådmanden drøftede ærøskøbing – Åben dagsorden"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_letters_survive_every_encoding(encoding):
    assert text.decode(DANISH.encode(encoding)) == DANISH


def test_dos_text_is_read_as_dos_text():
    assert text.decode("Økonomiudvalget på rådhuset".encode("cp850")) == "Økonomiudvalget på rådhuset"


def test_form_feeds_end_pages_and_lines_are_counted_from_one():
    document = text.document(b"en\nto\r\n\ftre\n", "referat.txt", "0" * 64)
    assert [(line.page, line.number, line.text) for line in document.lines if line.text] == [
        (1, 1, "en"),
        (1, 2, "to"),
        (2, 1, "tre"),
    ]


def test_the_space_that_begins_a_line_is_kept():
    document = text.document(b" Punkt 1: Dagsorden \n", "referat.txt", "0" * 64)
    assert document.lines[0].text == " Punkt 1: Dagsorden"


def test_damaged_utf8_is_refused_with_the_place_of_the_fault():
    with pytest.raises(UnreadableDocument, match="fejl ved byte 8"):
        text.decode("Rådhus".encode() + b"\xff" + "Ærø".encode())


@pytest.mark.parametrize("data", [b"Punkt\0 1", bytes(range(256)) * 4, "Punkt\1 1".encode("utf-16")])
def test_binary_content_is_refused(data):
    with pytest.raises(UnreadableDocument):
        text.decode(data)


def test_a_line_that_no_one_could_have_printed_is_refused():
    with pytest.raises(UnreadableDocument, match="Linje 2 på side 1 er på 1000000 tegn"):
        text.document(b"Referat\n" + b"a" * 1_000_000, "referat.txt", "0" * 64)
