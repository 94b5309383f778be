"""A paper's text as a Word file that can be edited and read back: headings marked with their section."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from types import MappingProxyType

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from raadslag.prose.paper import PaperText, SectionKind, TextSection
from raadslag.prose.parsing import blocks
from raadslag.prose.runs import clean_line
from raadslag.prose.word.numbering import Kind, Numbering
from raadslag.prose.word.passages import BOOKMARK
from raadslag.prose.word.setting import Setter, define_styles
from raadslag.record import danish

INK = RGBColor.from_string("0F4C81")
LONGEST_PROPERTY = 255


def to_docx(paper: PaperText, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The Word file. `pictures` are the bytes of its images by their addresses."""
    document = docx.Document()
    _set_page(document, paper)
    define_styles(document)
    numbering = Numbering(document)
    setter = Setter(document, numbering, pictures)
    document.add_paragraph(clean_line(paper.title), style="Title")
    for label, value in _head(paper):
        _field(document, label, value)
    for number, section in enumerate(paper.sections, start=1):
        heading = document.add_paragraph(f"{number}. {clean_line(section.heading)}", style="Heading 1")
        _bookmark(heading, section, number)
        if section.kind is SectionKind.CLAUSES:
            _clauses(document, numbering, section.clauses)
        else:
            setter.blocks(blocks(section.html))
    document.add_paragraph()
    for label, value in _foot(paper):
        _field(document, label, value)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _head(paper: PaperText) -> list[tuple[str, str]]:
    day = danish.day(paper.dated_on) if paper.dated_on else ""
    fields = (("Til", paper.to), ("Fra", paper.from_), ("Dato", day), ("Sagsnummer", paper.case_number))
    return [(label, value) for label, value in fields if value]


def _foot(paper: PaperText) -> list[tuple[str, str]]:
    fields = (("Sagsbehandler", paper.caseworker), ("Telefon", paper.phone), ("E-mail", paper.email))
    return [(label, value) for label, value in fields if value]


def _field(document: Document, label: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(clean_line(value))


def _clauses(document: Document, numbering: Numbering, clauses: tuple[str, ...]) -> None:
    document.add_paragraph("Det indstilles:")
    number = numbering.list(Kind.CLAUSES)
    for clause in clauses:
        numbering.put(document.add_paragraph(clean_line(clause)), number)


def _bookmark(paragraph: Paragraph, section: TextSection, number: int) -> None:
    """Mark the heading with its section's key, which stays when the heading is written anew."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(1000 + number))
    start.set(qn("w:name"), f"{BOOKMARK}{section.key.replace('-', '')}")
    paragraph._p.insert(1, start)
    paragraph._p.append(end)


def _set_page(document: Document, paper: PaperText) -> None:
    core = document.core_properties
    core.title, core.language = clean_line(paper.title)[:LONGEST_PROPERTY], "da-DK"
    core.author = clean_line(paper.authority or paper.from_ or "Rådslag")[:LONGEST_PROPERTY]
    core.comments, core.keywords = "", "Rådslag"
    made = paper.dated_on or date(2000, 1, 1)
    core.created = core.modified = datetime(made.year, made.month, made.day)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.4)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for style in ("Title", *(f"Heading {level}" for level in range(1, 4))):
        document.styles[style].font.color.rgb = INK
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), "da-DK")
