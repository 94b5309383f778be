"""Every text in a PDF, shown or not: the tests look here for what may not be there."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream, String


def all_in(pdf: bytes) -> str:
    """The bytes as they are, every stream unpacked, every string and name, and what PDFium reads."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        told = [text for each in [*opened.objects, opened.trailer] for text in _texts(each)]
    return "\n".join([pdf.decode("latin-1"), *told, *pages(pdf)])


def pages(pdf: bytes) -> list[str]:
    """What PDFium reads on each page."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_bounded() for page in opened]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Stream):
        try:
            yield value.read_bytes().decode("latin-1")
        except pikepdf.PdfError:
            yield value.read_raw_bytes().decode("latin-1")
    if isinstance(value, Dictionary | Stream):
        for key, inner in value.items():
            yield key
            yield from () if getattr(inner, "is_indirect", False) else _texts(inner)
    elif isinstance(value, Array):
        for inner in value:
            yield from () if getattr(inner, "is_indirect", False) else _texts(inner)
    elif isinstance(value, String | Name):
        yield bytes(value).decode("latin-1")
        yield str(value) if isinstance(value, String) else ""
