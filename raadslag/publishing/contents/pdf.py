"""A PDF's texts: on its pages, in its objects, in drawings that no page shows, in what it was before."""

import re
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Dictionary, Name, Stream

from raadslag.conversion.pdf.seeing import unseen_texts
from raadslag.publishing.contents import pdf_objects
from raadslag.publishing.contents.piece import BOOKMARKS, INSIDE, UNSEEN, Offence, Piece, page_name
from raadslag.publishing.contents.stray import printable
from raadslag.reading import UnreadableDocument
from raadslag.record.redacted import REDACTED

CANNOT_OPEN = "Filen er beskadiget eller låst og kan ikke ses efter"
END = re.compile(rb"%%EOF\s*")
MOST_REVISIONS = 10
MOST_DRAWINGS = 2_000
UNSEEN_ENOUGH = 4  # letters; fewer are the leavings of a program
# the same length: texts that stand in for others are read in one look, and those they stand for in the next
STAND_IN, DISARMED = b"/ActualText", b"/ActualTexX"


def pieces_of_pdf(data: bytes, *, before: bool = True) -> Iterator[Piece]:
    """Every text in the PDF; with `before` also those of its earlier editions that are still in the file.

    Raises UnreadableDocument.
    """
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            yield from pdf_objects.pieces(pdf)
            drawings = drawn_apart(pdf)
            twin = without_stand_ins(pdf)
        yield from on_pages(data)
        for place, hidden in ((INSIDE, drawings), ("", twin)):
            if hidden is not None:
                yield from texts_of_pages(hidden, place)
    except (pikepdf.PdfError, pdfium.PdfiumError) as error:
        raise UnreadableDocument(CANNOT_OPEN) from error
    yield Piece(printable(data[data.rfind(b"%%EOF") + 5 :]), INSIDE, binary=True)
    if before:
        for earlier in earlier_editions(data):
            yield from earlier_pieces(earlier)


def on_pages(data: bytes) -> Iterator[Piece]:
    """The pages' texts, wherever on or beside the page, and the bookmarks."""
    with pdfium.PdfDocument(data) as document:
        yield Piece("\n".join(mark.get_title() or "" for mark in document.get_toc()), BOOKMARKS)
        for number in range(1, len(document) + 1):
            with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
                words = text.get_text_range()
                yield Piece(words, page_name(number), number)
                if words.strip():
                    yield from unseen(page, text, number)


def unseen(page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int) -> Iterator[Piece]:
    """What stands on the page and cannot be seen there; a black box says what it is, unseen."""
    lines = [line for line in unseen_texts(page, text) if line.strip() not in ("", REDACTED)]
    if sum(map(str.isalnum, "".join(lines))) >= UNSEEN_ENOUGH:
        where = f"{page_name(number)}, {UNSEEN}"
        yield Piece("\n".join(lines), where, number, Offence.HIDDEN_TEXT)


def texts_of_pages(data: bytes, place: str) -> Iterator[Piece]:
    with pdfium.PdfDocument(data) as document:
        for number in range(1, len(document) + 1):
            with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
                words = text.get_text_range()
                yield Piece(words, place) if place else Piece(words, page_name(number), number)


def drawn_apart(pdf: pikepdf.Pdf) -> bytes | None:
    """The file's drawings that may be on no page (the looks of annotations, patterns), each as a page."""
    apart = pikepdf.new()
    for drawing in pdf.objects:
        if len(apart.pages) >= MOST_DRAWINGS:
            break
        if isinstance(drawing, Stream) and is_drawing(drawing) and b"BT" in unpacked(drawing):
            copy = apart.copy_foreign(drawing)
            copy.Type, copy.Subtype = Name.XObject, Name.Form
            for key in ("/OC", "/PatternType", "/StructParents", "/StructParent"):
                if key in copy:
                    del copy[key]
            page = apart.add_blank_page(page_size=(1000, 1000))
            page.obj.Resources = Dictionary(XObject=Dictionary(D=copy))
            page.obj.Contents = apart.make_stream(b"/D Do")
    return saved(apart) if len(apart.pages) else None


def is_drawing(stream: pikepdf.Object) -> bool:
    return stream.get(Name.Subtype) == Name.Form or stream.get(Name.PatternType) == 1


def without_stand_ins(pdf: pikepdf.Pdf) -> bytes | None:
    """The file with texts that stand in for others disarmed, None where it has none.

    Changes the file that is given.
    """
    changed = False
    for stream in pdf.objects:
        if isinstance(stream, Stream) and STAND_IN in (content := pdf_objects.content_of(stream)):
            stream.write(content.replace(STAND_IN, DISARMED))
            changed = True
    return saved(pdf) if changed else None


def unpacked(stream: pikepdf.Object) -> bytes:
    try:
        content: bytes = stream.read_bytes()
    except pikepdf.PdfError:
        return b""
    return content


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def earlier_editions(data: bytes) -> Iterator[bytes]:
    """What the file was before somebody added to its end: programs that edit often leave that in place."""
    ends = [match.end() for match in END.finditer(data)]
    if b"/Linearized" in data[:2048]:
        ends = ends[1:]  # the first belongs to the order that such a file is written in
    for end in ends[:-1][-MOST_REVISIONS:]:
        yield data[:end]


def earlier_pieces(data: bytes) -> Iterator[Piece]:
    """The texts of an earlier edition; what cannot be opened was none."""
    try:
        for piece in pieces_of_pdf(data, before=False):
            yield Piece(piece.text, "en tidligere udgave af filen")
    except UnreadableDocument:
        return


def embedded_files(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files inside the PDF, wherever they hang, with their names."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            names = pdf_objects.names_of_files(pdf)
            for stream in pdf.objects:
                if isinstance(stream, Stream) and (
                    stream.get(Name.Type) == Name.EmbeddedFile or stream.objgen in names
                ):
                    yield names.get(stream.objgen, "en fil uden navn"), unpacked(stream)
    except pikepdf.PdfError as error:
        raise UnreadableDocument(CANNOT_OPEN) from error
