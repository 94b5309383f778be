"""A Word file becomes a document: its paragraphs as they would print, one cell of a table after another."""

import zipfile
from dataclasses import replace

from lxml import etree

from raadslag.reading.document import Document, Line, Page, Run
from raadslag.reading.sources.docx_numbering import Numbering, value, whole
from raadslag.reading.sources.docx_package import BROKEN, Package, W
from raadslag.reading.sources.docx_paragraph import LEFT_OUT, NEW_PAGE, TURNED_PAGE, Words, words_of
from raadslag.reading.sources.docx_styles import Style, Styles, is_on
from raadslag.reading.sources.kind import Kind
from raadslag.reading.sources.length import refuse_long
from raadslag.reading.sources.repairs import clean
from raadslag.reading.unreadable import UnreadableDocument

HEADER, FOOTER, FOOTNOTE = "header", "footer", "footnote text"
APPLICATION = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"


def document(data: bytes, name: str, sha256: str) -> Document:
    """The document in a Word file's bytes: headers before the first page's text, footers after the last's.

    Raises UnreadableDocument.
    """
    package = _open(data)
    body = Body(package)
    for part in package.related("header"):
        body.add_all(part, HEADER)
    body.add_all(package.main())
    for kind in ("footnotes", "endnotes"):
        for part in package.related(kind):
            body.add_all(part, FOOTNOTE)
    for part in package.related("footer"):
        body.add_all(part, FOOTER)
    pages = body.pages()
    if not any(page.lines for page in pages):
        raise UnreadableDocument("DOCX-filen indeholder ingen tekst; vælg en anden fil.")
    return Document(
        name=name,
        sha256=sha256,
        media_type=Kind.DOCX,
        pages=pages,
        producer=_producer(package),
        hidden=body.hidden(),
        embedded=package.embedded(),
    )


class Body:
    """The lines of a Word file, gathered part by part, with the pages that they stand on."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(next(iter(package.related("styles")), None))
        self._numbering = Numbering(next(iter(package.related("numbering")), None))
        self._pages: list[list[Line]] = [[]]
        self._hidden: list[tuple[int, str]] = []

    def pages(self) -> tuple[Page, ...]:
        """The pages, as far as the file tells where they end."""
        return tuple(
            Page(number=number, width=0.0, height=0.0, lines=tuple(lines))
            for number, lines in enumerate(self._pages, start=1)
        )

    def hidden(self) -> tuple[Line, ...]:
        """The hidden texts as lines, numbered on from those that are seen on their page."""
        last = {number: len(lines) for number, lines in enumerate(self._pages, start=1)}
        found = []
        for page, text in self._hidden:
            last[page] += 1
            found.append(Line(page=page, number=last[page], text=text))
        return tuple(found)

    def add_all(self, element: etree._Element, style: str | None = None) -> None:
        """The paragraphs inside an element, in order; `style` stands for the paragraphs' own, where given."""
        for child in element:
            if child.tag == f"{W}p":
                self._add(child, style)
            elif child.tag not in LEFT_OUT and child.find(f"{W}trPr/{W}del") is None:
                self.add_all(child, style)

    def _add(self, paragraph: etree._Element, style: str | None) -> None:
        own = self._styles[value(paragraph.find(f"{W}pPr/{W}pStyle"))]
        words = words_of(paragraph, own.bold)
        text = "".join(words.printed)
        turned = TURNED_PAGE in text and NEW_PAGE not in text
        at_start = text.lstrip(" ").startswith(TURNED_PAGE)
        if (turned and at_start) or is_on(paragraph.find(f"{W}pPr/{W}pageBreakBefore")):
            self._turn_page()
        text = self._label(paragraph, own) + text.replace(TURNED_PAGE, "")
        self._add_text(text, style or own.name, words.bolds == {True})
        if any(words.looks) and not {"\n", NEW_PAGE} & set(text):
            self._set_runs(words)
        if hidden := clean("".join(words.hidden)).strip():
            self._hidden.append((len(self._pages), hidden))
        for box in words.boxes:
            self.add_all(box, style)
        if turned and not at_start:
            self._turn_page()

    def _label(self, paragraph: etree._Element, style: Style) -> str:
        """What an automatic list prints before the paragraph, with the space after it."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        list_id, depth = style.list_id, style.depth
        if own is not None:
            list_id = value(own.find(f"{W}numId")) or list_id
            depth = whole(own.find(f"{W}ilvl"), "val")
        label = self._numbering.label(list_id, depth)
        return f"{label} " if label else ""

    def _add_text(self, text: str, style: str | None, bold: bool) -> None:
        first, *others = text.split(NEW_PAGE)
        self._add_lines(first, style, bold)
        for other in others:
            self._turn_page()
            if other:
                self._add_lines(other, style, bold)

    def _set_runs(self, words: Words) -> None:
        """The last line, all of its paragraph, in runs; their font is the name of their character style."""
        line = self._pages[-1][-1]
        runs = tuple(
            Run(clean(text), 0.0, 0.0, 0.0, line.bold, self._styles[look].name or "")
            for text, look in zip(words.printed, words.looks, strict=True)
        )
        self._pages[-1][-1] = replace(line, runs=runs)

    def _add_lines(self, text: str, style: str | None, bold: bool) -> None:
        page = len(self._pages)
        for line in text.split("\n"):
            number = len(self._pages[-1]) + 1
            refuse_long(line, page, number)
            kept = clean(line).strip()
            self._pages[-1].append(Line(page=page, number=number, text=kept, bold=bold, style=style))

    def _turn_page(self) -> None:
        if self._pages[-1]:
            self._pages.append([])


def _open(data: bytes) -> Package:
    try:
        return Package(data)
    except zipfile.BadZipFile as fault:
        raise UnreadableDocument(BROKEN) from fault


def _producer(package: Package) -> str:
    """The program that the file says it was written with."""
    part = package.part("docProps/app.xml")
    return (part.findtext(APPLICATION) or "").strip() if part is not None else ""
