"""Plain text becomes a document: its form feeds made pages."""

import re

from raadslag.reading.document import Document, Line, Page
from raadslag.reading.sources.kind import Kind
from raadslag.reading.sources.length import refuse_long
from raadslag.reading.sources.repairs import clean
from raadslag.reading.unreadable import UnreadableDocument
from raadslag.record import encodings

line_end = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")


def document(data: bytes, name: str, sha256: str) -> Document:
    """The document in a text file's bytes. Raises UnreadableDocument."""
    pages = tuple(_page(number, text) for number, text in enumerate(decode(data).split("\f"), start=1))
    return Document(name=name, sha256=sha256, media_type=Kind.TEXT, pages=pages)


def decode(data: bytes) -> str:
    """The text in the bytes: UTF-8, UTF-16 with its mark, cp1252 or cp850. Raises UnreadableDocument."""
    try:
        return encodings.decode(data)
    except encodings.NotText as refusal:
        raise UnreadableDocument(str(refusal)) from refusal


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
