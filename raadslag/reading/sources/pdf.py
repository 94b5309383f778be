"""A PDF becomes a document: PDFium's text objects, their places and fonts, put together as printed lines."""

from contextlib import closing, suppress

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from raadslag.reading.document import Document, Line, Page
from raadslag.reading.sources.kind import Kind
from raadslag.reading.sources.pdf_lines import lines
from raadslag.reading.sources.pdf_text import PageText, TextReader
from raadslag.reading.unreadable import UnreadableDocument

MOST_PAGES = 5_000
# the mark that ends a PDF; some programs write a little after it
END = b"%%EOF"
ROOM_AFTER_END = 4096
WRITTEN = (pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_WIDGET)


def document(data: bytes, name: str, sha256: str) -> Document:
    """The document in a PDF's bytes. Raises UnreadableDocument."""
    if END not in data[-ROOM_AFTER_END:]:
        raise UnreadableDocument("PDF-filen er ikke hel: slutningen mangler; hent den igen.")
    with _open(data) as pdf:
        _refuse_by_size(len(pdf))
        reader = TextReader()
        texts = [_text(reader, pdf, index) for index in range(len(pdf))]
        pages = tuple(_page(number, text) for number, text in enumerate(texts, start=1))
        pictures = tuple(
            page.number for page, text in zip(pages, texts, strict=True) if _is_picture(page, text)
        )
        if not any(page.lines for page in pages):
            raise UnreadableDocument(_why_no_text(pictures))
        return Document(
            name=name,
            sha256=sha256,
            media_type=Kind.PDF,
            pages=pages,
            producer=_producer(pdf),
            hidden=_hidden(pages, texts),
            pictures=pictures,
            embedded=_embedded(pdf),
        )


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if fault.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            sentence = "PDF-filen er låst med adgangskode; fjern adgangskoden, og prøv igen."
        else:
            sentence = "PDF-filen er beskadiget og kan ikke åbnes; hent den igen."
        raise UnreadableDocument(sentence) from fault


def _refuse_by_size(pages: int) -> None:
    if pages > MOST_PAGES:
        raise UnreadableDocument(
            f"PDF-filen har {pages} sider, og der læses højst {MOST_PAGES}; del den i flere filer."
        )


def _text(reader: TextReader, pdf: pdfium.PdfDocument, index: int) -> PageText:
    try:
        page = pdf[index]
        if _has_written_annotations(page):
            # makes the annotations part of the page, which is then loaded anew
            pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
            page.close()
            page = pdf[index]
        with closing(page):
            return reader.read(page)
    except pdfium.PdfiumError as fault:
        raise UnreadableDocument(f"PDF-filens side {index + 1} er beskadiget; hent filen igen.") from fault


def _has_written_annotations(page: pdfium.PdfPage) -> bool:
    """Whether stamps, text notes or form fields stand on the page, as they do when a pack is stamped."""
    for at in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, at)
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
        if kind in WRITTEN:
            return True
    return False


def _page(number: int, text: PageText) -> Page:
    return Page(number=number, width=text.width, height=text.height, lines=lines(number, text.seen))


def _is_picture(page: Page, text: PageText) -> bool:
    return text.has_image and not page.lines


def _why_no_text(pictures: tuple[int, ...]) -> str:
    if pictures:
        return (
            "PDF-filen er scannet og indeholder ingen tekst; kør tekstgenkendelse (OCR) på den, og prøv igen."
        )
    return "PDF-filen indeholder ingen tekst; vælg en anden fil."


def _hidden(pages: tuple[Page, ...], texts: list[PageText]) -> tuple[Line, ...]:
    """The lines nobody sees, numbered on from their page's own; what is also seen there is not hidden."""
    found: list[Line] = []
    for page, text in zip(pages, texts, strict=True):
        seen = {line.text for line in page.lines}
        hidden = lines(page.number, text.hidden, first=len(page.lines) + 1)
        found += [line for line in hidden if line.text not in seen]
    return tuple(found)


def _producer(pdf: pdfium.PdfDocument) -> str:
    """What made the file: the program it was written in and the one that made it a PDF, where it tells."""
    return " / ".join(filter(None, (pdf.get_metadata_value(key).strip() for key in ("Creator", "Producer"))))


def _embedded(pdf: pdfium.PdfDocument) -> dict[str, bytes]:
    """The JSON files inside the PDF, by name; ours holds its record. A damaged one is as good as none."""
    found: dict[str, bytes] = {}
    for at in range(pdf.count_attachments()):
        with suppress(pdfium.PdfiumError):
            file = pdf.get_attachment(at)
            name = file.get_name()
            if name.endswith(".json"):
                found[name] = bytes(file.get_data())
    return found
