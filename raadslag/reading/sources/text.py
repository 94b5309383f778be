"""Plain text becomes a document: its encoding made out, its form feeds made pages."""

import re

from raadslag.reading.document import Document, Line, Page
from raadslag.reading.sources.kind import Kind
from raadslag.reading.sources.length import refuse_long
from raadslag.reading.sources.repairs import clean
from raadslag.reading.unreadable import UnreadableDocument

line_end = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")
utf8_letter = re.compile(rb"[\xc3\xc2][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
# what Danish prose holds beyond ASCII, as the one-byte encodings of older Danish texts have it
one_byte = {
    "cp1252": "æøåÆØÅéèêëüöäÉÜÖÄ§–—‘’‚“”„•…°½´»«·€\xa0\xad".encode("cp1252"),
    "cp850": "æøåÆØÅéèüöäÉÜÖÄ§°½´»«·\xa0\xad".encode("cp850"),
}
high = re.compile(rb"[\x80-\xff]")
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
binary = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def document(data: bytes, name: str, sha256: str) -> Document:
    """The document in a text file's bytes. Raises UnreadableDocument."""
    pages = tuple(_page(number, text) for number, text in enumerate(decode(data).split("\f"), start=1))
    return Document(name=name, sha256=sha256, media_type=Kind.TEXT, pages=pages)


def decode(data: bytes) -> str:
    """The text in the bytes: UTF-8, UTF-16 with its mark, cp1252 or cp850. Raises UnreadableDocument."""
    text = _strictly(data, "utf-16") if data.startswith(UTF_16_MARKS) else _utf8_or_older(data)
    if binary.search(text):
        raise UnreadableDocument(
            "Filen er ikke en tekst: den indeholder binære tegn; vælg en PDF-, DOCX- eller tekstfil."
        )
    return text


def _utf8_or_older(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _one_byte_text(data, fault)


def _one_byte_text(data: bytes, fault: UnicodeDecodeError) -> str:
    """Text from before UTF-8. Text that is UTF-8 in part is damaged, and no guess would mend it."""
    letters = b"".join(high.findall(data))
    strange = {encoding: len(letters.translate(None, known)) for encoding, known in one_byte.items()}
    likeliest = min(strange, key=lambda encoding: strange[encoding])
    if utf8_letter.search(data) or strange[likeliest] > len(letters) / 10:
        raise UnreadableDocument(
            f"Teksten er ikke gyldig UTF-8 (fejl ved byte {fault.start + 1}); gem den som UTF-8."
        ) from fault
    return _strictly(data, likeliest)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableDocument(
            f"Teksten kan ikke afkodes (fejl ved byte {fault.start + 1}); gem den som UTF-8, og prøv igen."
        ) from fault


def _page(number: int, text: str) -> Page:
    lines = tuple(
        Line(page=number, number=at, text=_line(line, number, at))
        for at, line in enumerate(line_end.split(text), start=1)
    )
    return Page(number=number, width=0.0, height=0.0, lines=lines)


def _line(text: str, page: int, number: int) -> str:
    """One line; what stands before its first letter is kept, as it may tell of a new page or an indent."""
    refuse_long(text, page, number)
    return clean(text.rstrip(" \t\xa0"))
