"""What a finished PDF shows: each page's text, which pages are pictures, and which texts nobody sees."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.pdf.seeing import unseen_letters
from raadslag.conversion.refusal import Unconvertible

# a page with fewer letters, most of it a picture, is scanned: its text is a stamp or a header
FEW_LETTERS = 60
MOST_OF_A_PAGE = 0.4
DEEPEST_FORM = 5
UNSEEN_ENOUGH = 4  # letters; fewer are the leavings of a program
# PDFium has signs of its own for a hyphen at the end of a line
SIGNS = {ord("\f"): " ", 0xA0: " ", 0x02: "-", 0xFFFE: "-"}
unkept = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
DAMAGED = "Side {} i PDF-filen er beskadiget; gem filen på ny, og læg den op igen."


@dataclass(frozen=True)
class Looked:
    """The pages' texts; the pages, from 1, that are pictures without text; and what was found."""

    texts: tuple[str, ...]
    pictures: tuple[int, ...]
    findings: tuple[Finding, ...]


def look(data: bytes) -> Looked:
    """Look at every page of a PDF. Raises Unconvertible where one cannot be shown."""
    texts: list[str] = []
    pictures: list[int] = []
    unseen: list[int] = []
    with _opened(data) as pdf:
        for number in range(1, len(pdf) + 1):
            try:
                with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as text:
                    words = _plain(text.get_text_range())
                    letters = sum(map(str.isalnum, words))
                    if letters < FEW_LETTERS and _pictured(page) > MOST_OF_A_PAGE:
                        pictures.append(number)
                    elif letters and unseen_letters(page, text) >= UNSEEN_ENOUGH:
                        unseen.append(number)
            except pdfium.PdfiumError:
                raise Unconvertible(DAMAGED.format(number)) from None
            texts.append(words)
    findings = (Finding(What.UNSEEN_TEXT, len(unseen), tuple(map(str, unseen))),) if unseen else ()
    return Looked(tuple(texts), tuple(pictures), findings)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise Unconvertible(DAMAGED.format(1)) from None


def _plain(text: str) -> str:
    """The text with lines as lines, and nothing in it that no database keeps."""
    whole = text.translate(SIGNS).replace("\r\n", "\n")
    return unkept.sub("", whole)


def _pictured(page: pdfium.PdfPage) -> float:
    """How much of the page is images, from 0 to 1."""
    width, height = page.get_size()
    area: float = sum(_area(image, width, height) for image in _images(page))
    return min(1.0, area / max(1.0, float(width * height)))


def _images(page: pdfium.PdfPage) -> Iterator[pdfium.PdfObject]:
    yield from page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST_FORM)


def _area(image: pdfium.PdfObject, width: float, height: float) -> float:
    """How much an image covers of the page, in square points."""
    left, bottom, right, top = image.get_bounds()
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    form = image.container
    while form is not None:
        corners = [form.get_matrix().on_point(x, y) for x, y in corners]
        form = form.container
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return _overlap(min(across), max(across), width) * _overlap(min(up), max(up), height)


def _overlap(start: float, end: float, length: float) -> float:
    return max(0.0, min(end, length) - max(start, 0.0))
