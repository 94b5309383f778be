"""The text objects of one PDF page: what each says, where, in which font, which way up.

This is the inner loop of reading: it calls PDFium's C functions, with buffers that it keeps.
"""

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from math import hypot
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from raadslag.reading.sources.pdf_space import Matrix, is_slanted, quarter, times, turns, view
from raadslag.reading.sources.repairs import clean

# in bytes, what most texts have room in
ROOM = 8192
# forms inside forms; real pages have two or three
DEEPEST_FORM = 12
# below this size, in points, nobody can read a text
SMALLEST = 1.0
BOLD_WEIGHT = 600
bold_names = ("bold", "black", "heavy", "demi")
invisible_modes = (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP)


class Piece(NamedTuple):
    """One text object, upright: x from the left, y from the top, in points. `order` is when it was drawn."""

    base: float
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    font: str
    text: str
    order: int


# The pieces of a page by which way their text runs, each piece turned upright: 0 for upright text, 1 for
# text that runs downwards, 2 upside down, 3 upwards; text on a slant has a way of its own, above 3.
Ways = dict[int, list[Piece]]


@dataclass(slots=True)
class PageText:
    """What is written on a page, where people see it and where they do not."""

    width: float
    height: float
    has_image: bool = False
    seen: Ways = field(default_factory=dict)
    hidden: Ways = field(default_factory=dict)


class TextReader:
    """Reads page after page of one document."""

    def __init__(self) -> None:
        self._units = (ctypes.c_ushort * (ROOM // 2))()
        self._bytes = memoryview(self._units).cast("B")
        self._edges = tuple(ctypes.c_float() for _ in range(4))
        self._size = ctypes.c_float()
        self._matrix = pdfium_c.FS_MATRIX()
        self._fonts: dict[int, tuple[str, bool]] = {}

    def read(self, page: pdfium.PdfPage) -> PageText:
        """The text of one page."""
        text = PageText(*page.get_size())
        turned = turns(text.width, text.height)
        unseen: Ways = {}
        self._fonts.clear()  # PDFium may use a font's address again once its page is closed
        with closing(page.get_textpage()) as textpage:
            for order, (handle, kind, frame) in enumerate(_on_page(page)):
                if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                    text.has_image = True
                    continue
                words = self._words(handle, textpage)
                if not words or words.isspace():
                    continue
                way, piece = self._place(handle, frame, turned, words, order)
                if pdfium_c.FPDFTextObj_GetTextRenderMode(handle) in invisible_modes:
                    ways = unseen
                elif _can_be_seen(piece, text, way):
                    ways = text.seen
                else:
                    ways = text.hidden
                ways.setdefault(way, []).append(piece)
        _place_unseen(text, unseen)
        return text

    def _words(self, handle: Any, textpage: pdfium.PdfTextPage) -> str:
        length = pdfium_c.FPDFTextObj_GetText(handle, textpage, self._units, ROOM)
        if length > ROOM:
            units = (ctypes.c_ushort * length)()
            pdfium_c.FPDFTextObj_GetText(handle, textpage, units, length)
            return clean(str(memoryview(units).cast("B")[: length - 2], "utf-16-le", "ignore"))
        # the length counts the zero that ends the text
        return clean(str(self._bytes[: max(0, length - 2)], "utf-16-le", "ignore"))

    def _place(
        self, handle: Any, frame: Matrix, turned: tuple[Matrix, ...], words: str, order: int
    ) -> tuple[int, Piece]:
        """The way that a text object runs, and the object as a piece turned upright."""
        pdfium_c.FPDFPageObj_GetMatrix(handle, self._matrix)
        m = self._matrix
        across, down = frame[0] * m.a + frame[2] * m.b, frame[1] * m.a + frame[3] * m.b
        way = quarter(across, down)
        a, b, c, d, e, f = times(frame, turned[way]) if way else frame
        left, bottom, right, top = self._edges
        pdfium_c.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
        x1, x2 = a * left.value + c * bottom.value + e, a * right.value + c * top.value + e
        y1, y2 = b * left.value + d * bottom.value + f, b * right.value + d * top.value + f
        pdfium_c.FPDFTextObj_GetFontSize(handle, self._size)
        size = self._size.value * hypot(a * m.c + c * m.d, b * m.c + d * m.d)
        font, bold = self._font(handle)
        piece = Piece(
            b * m.e + d * m.f + f,
            *((x1, x2) if x1 < x2 else (x2, x1)),
            *((y1, y2) if y1 < y2 else (y2, y1)),
            size,
            bold,
            font,
            words,
            order,
        )
        return (4 + order if is_slanted(across, down) else way), piece

    def _font(self, handle: Any) -> tuple[str, bool]:
        """The name of a text object's font, and whether it is bold."""
        font = pdfium_c.FPDFTextObj_GetFont(handle)
        if not font:
            return "", False
        address = ctypes.addressof(font.contents)
        if address not in self._fonts:
            self._fonts[address] = _describe(font)
        return self._fonts[address]


def _on_page(page: pdfium.PdfPage) -> Iterator[tuple[Any, int, Matrix]]:
    """Each text and image on the page, in drawing order and inside forms too, with the frame it stands in."""
    handles = (pdfium_c.FPDFPage_GetObject(page, at) for at in range(pdfium_c.FPDFPage_CountObjects(page)))
    return _among(handles, view(page), DEEPEST_FORM)


def _among(handles: Iterable[Any], frame: Matrix, deepest: int) -> Iterator[tuple[Any, int, Matrix]]:
    for handle in handles:
        kind = pdfium_c.FPDFPageObj_GetType(handle)
        if kind in (pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_IMAGE):
            yield handle, kind, frame
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and deepest:
            yield from _among(_in_form(handle), times(_matrix_of(handle), frame), deepest - 1)


def _in_form(form: Any) -> Iterator[Any]:
    return (pdfium_c.FPDFFormObj_GetObject(form, at) for at in range(pdfium_c.FPDFFormObj_CountObjects(form)))


def _matrix_of(handle: Any) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(handle, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _describe(font: Any) -> tuple[str, bool]:
    name = ctypes.create_string_buffer(256)
    pdfium_c.FPDFFont_GetBaseFontName(font, name, len(name))
    plain = name.value.decode("utf-8", "replace").rpartition("+")[2]
    named_bold = any(word in plain.lower() for word in bold_names)
    return plain, named_bold or pdfium_c.FPDFFont_GetWeight(font) >= BOLD_WEIGHT


def _can_be_seen(piece: Piece, text: PageText, way: int) -> bool:
    """Whether a piece is large enough to read and stands on the page."""
    width, height = (text.height, text.width) if way in (1, 3) else (text.width, text.height)
    on_page = piece.right > 0 and piece.left < width and piece.bottom > 0 and piece.top < height
    return piece.size >= SMALLEST and on_page


def _place_unseen(text: PageText, unseen: Ways) -> None:
    """Invisible text is the page's own where it says most of it: text recognition lays it over a scan."""
    ways = text.seen if _letters(unseen) > _letters(text.seen) else text.hidden
    for way, pieces in unseen.items():
        ways.setdefault(way, []).extend(pieces)


def _letters(ways: Ways) -> int:
    return sum(len(piece.text) for pieces in ways.values() for piece in pieces)
