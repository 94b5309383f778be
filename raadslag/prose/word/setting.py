"""Blocks of rich text set as paragraphs, lists, tables and pictures of a Word file."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from raadslag.prose.blocks import Block, Heading, Image, List, Paragraph, Quote, Run, Runs, Table
from raadslag.prose.plain import in_words
from raadslag.prose.tables import width
from raadslag.prose.word.numbering import Kind, Numbering
from raadslag.prose.word.passages import COLUMN_HEADER, ROW_HEADER

WIDEST = Cm(15.5)
HEADER_STYLES = (COLUMN_HEADER, ROW_HEADER)


def define_styles(document: Document) -> None:
    """The styles that the headers of tables are known by."""
    for name in HEADER_STYLES:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.bold = True


class Setter:
    """Sets blocks at the end of a document, or in a cell of a table. `pictures` are bytes by address."""

    def __init__(self, document: Document, numbering: Numbering, pictures: Mapping[str, bytes]) -> None:
        self._document = document
        self._numbering = numbering
        self._pictures = pictures

    def blocks(self, found: tuple[Block, ...], place: Any = None, style: str = "Normal") -> None:
        """The blocks, paragraphs in `style`. `place` is the cell they stand in."""
        place = place or self._document
        for block in found:
            match block:
                case Heading():
                    self.runs(place.add_paragraph(style=f"Heading {block.level - 1}"), block.runs)
                case Paragraph():
                    self.runs(place.add_paragraph(style=style), block.runs)
                case Quote():
                    self.blocks(block.blocks, place, "Quote")
                case List():
                    self._list(block, place, 0)
                case Image():
                    self._image(block, place)
                case Table():
                    self._table(block)

    def runs(self, paragraph: WordParagraph, runs: Runs) -> None:
        """The words of a paragraph, with their looks and links."""
        for run in runs:
            made = paragraph.add_run()
            for at, line in enumerate(run.text.split("\n")):
                if at:
                    made.add_break()
                made.add_text(line)
            made.bold, made.italic = run.strong or None, run.em or None
            if run.href:
                self._link(paragraph, made, run)

    def _link(self, paragraph: WordParagraph, made: Any, run: Run) -> None:
        made.font.underline = True
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"),
            paragraph.part.relate_to(run.href or "", RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        )
        made._r.addprevious(link)
        link.append(made._r)

    def _list(self, block: List, place: Any, level: int) -> None:
        """A list; what else an item holds than its first paragraph and lists goes on after a line break."""
        kind = Kind.COUNTED if block.ordered else Kind.BULLETS
        number = self._numbering.list(kind, level=level, start=block.start)
        for item in block.items:
            paragraph: WordParagraph | None = None
            for part in item:
                match part:
                    case List():
                        self._list(part, place, level + 1)
                        paragraph = None
                    case Image():
                        self._image(part, place)
                        paragraph = None
                    case Paragraph() if paragraph is not None:
                        paragraph.add_run().add_break()
                        self.runs(paragraph, part.runs)
                    case Paragraph():
                        paragraph = place.add_paragraph()
                        paragraph.paragraph_format.space_after = Pt(2)
                        self._numbering.put(paragraph, number, level=level)
                        self.runs(paragraph, part.runs)
                    case _:
                        self.blocks((part,), place)

    def _image(self, image: Image, place: Any) -> None:
        data = self._pictures.get(image.src)
        paragraph = place.add_paragraph()
        if data is None:
            paragraph.add_run(in_words(image))
            return
        try:
            shape = paragraph.add_run().add_picture(BytesIO(data))
        except (UnrecognizedImageError, ValueError, KeyError):
            paragraph.add_run(in_words(image))
            return
        if shape.width > WIDEST:
            shape.height = round(shape.height * WIDEST / shape.width)
            shape.width = WIDEST
        shape._inline.docPr.set("descr", image.alt)

    def _table(self, block: Table) -> None:
        """A table at the end of the document, its cells put together where they span."""
        made = self._document.add_table(len(block.rows), width(block), "Table Grid")
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(block.rows):
            column = 0
            for cell in row:
                while (at, column) in taken:
                    column += 1
                spanned = [
                    (at + down, column + over) for down in range(cell.rows) for over in range(cell.columns)
                ]
                taken.update(spanned)
                first, last = spanned[0], spanned[-1]
                target = made.cell(*first)
                if first != last:
                    target = target.merge(made.cell(*last))
                style = "Normal" if not cell.header else HEADER_STYLES[at >= block.heads]
                self.blocks(cell.blocks, target, style)
                _without_first_paragraph(target)
            if at < block.heads:
                made.rows[at]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self._document.add_paragraph()


def _without_first_paragraph(cell: Any) -> None:
    """A new cell has an empty paragraph, which only one with nothing else in it needs."""
    first = cell.paragraphs[0] if cell.paragraphs else None
    follows = first._p.getnext() if first is not None else None
    if first is not None and not first.text and follows is not None and follows.tag != qn("w:tbl"):
        first._p.getparent().remove(first._p)
