"""Arbitrary bytes made into files that get past the door: the body of a Word file, the page of a PDF."""

from tests.reading.papers import bytes_of, drawn, minutes_pdf, text, word


def as_part_of_word(data: bytes) -> bytes:
    """A Word file whose body is the bytes."""
    return word(data.decode("utf-8", "replace"))


def as_content_of_pdf(data: bytes) -> bytes:
    """A PDF whose one page is drawn by the bytes, after a line of text."""
    return bytes_of(drawn(text("Punkt 1: Dagsorden", 60, 700) + data.decode("latin-1")))


def broken_pdf(data: bytes) -> bytes:
    """Good minutes in PDF with bytes changed: of each three, two are a place and one what to put there."""
    whole = bytearray(minutes_pdf())
    for at in range(0, len(data) - 2, 3):
        place = int.from_bytes(data[at : at + 2], "big")
        whole[place % (len(whole) - 8)] = data[at + 2]
    return bytes(whole)
