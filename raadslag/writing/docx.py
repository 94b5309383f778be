"""The record as a Word file: real headings, our own named styles, contents, and "side 1 af 3"."""

from datetime import datetime
from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from raadslag.record import MeetingRecord
from raadslag.record.sheet import DOCX_CONTENTS, DOCX_LABEL, DOCX_STYLES, Block, Kind, Span, Style
from raadslag.writing.docx_styles import LANGUAGE, LOOKS, define
from raadslag.writing.normal import normal
from raadslag.writing.paragraphs import Group, Role, Sheet, plain, spaced
from raadslag.writing.setting import set_out, title_of

# the label stands in a column of its own
TABBED = frozenset({Style.FACT, Style.NOTE, Style.CLAUSE})
LEVELS_OF_A_MEETING = 3
# what python-docx takes
LONGEST_PROPERTY = 255
DEEPEST_LEVEL = 9


def write(record: MeetingRecord) -> bytes:
    """The Word file."""
    plain = normal(record)
    document = docx.Document(BytesIO(_blank()))
    _set_page(document, plain)
    writer = _Writer(document)
    sheet = set_out(plain)
    items = tuple(part for part in sheet if isinstance(part, Group) and part.role is Role.ITEM)
    writer.add(tuple(part for part in sheet if part not in items))
    writer.add_contents(items)
    writer.add(items)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


@cache
def _blank() -> bytes:
    """An empty document with our styles."""
    document = docx.Document()
    define(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _set_page(document: Document, record: MeetingRecord) -> None:
    core = document.core_properties
    core.title, core.language = title_of(record)[:LONGEST_PROPERTY], LANGUAGE
    core.author = (record.authority or record.body or "Rådslag")[:LONGEST_PROPERTY]
    core.comments, core.keywords = "", "Rådslag"
    core.created = core.modified = record.starts_at or datetime(2000, 1, 1)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.header.paragraphs[0].text = title_of(record)
    footer = section.footer.paragraphs[0]
    footer.add_run("side ")
    _field(footer, "PAGE")
    footer.add_run(" af ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


class _Writer:
    """Adds the paragraphs of a sheet; the items' headings are bookmarked, for the contents to link to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        # python-docx would look a style's id up anew for every paragraph
        self._ids = {style.name: style.style_id for style in document.styles}
        self._bookmarks = 0

    def add(self, content: Sheet, depth: int = 0) -> None:
        """The paragraphs, with those of reproduced attachments `depth` deep."""
        for part in content:
            if isinstance(part, Group):
                self.add(part.content, depth + (part.role is Role.PART))
            else:
                self._block(part, depth)

    def add_contents(self, items: tuple[Group, ...]) -> None:
        """The items' titles, with links, inside a field that Word can bring up to date."""
        headings = [item.content[0] for item in items]
        if len(headings) < 2:
            return
        paragraph = self._paragraph(DOCX_CONTENTS)
        paragraph.add_run("Indhold")
        for at, heading in enumerate(headings):
            assert isinstance(heading, Block)
            paragraph = self._paragraph(DOCX_CONTENTS)
            if at == 0:
                _field_mark(paragraph, "begin", 'TOC \\h \\z \\t "' + f'{DOCX_STYLES[Style.ITEM]};1"')
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark_name(at))
            run = paragraph.add_run(plain(heading))
            link.append(run._r)
            paragraph._p.append(link)
        _field_mark(paragraph, "end")

    def _block(self, block: Block, depth: int) -> None:
        paragraph = self._paragraph(DOCX_STYLES[block.style])
        level = LOOKS[block.style].level
        if level is not None and depth:
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), str(min(level + LEVELS_OF_A_MEETING * depth, DEEPEST_LEVEL) - 1))
            paragraph._p.get_or_add_pPr().append(outline)
        if block.style is Style.ITEM and not depth:
            self._bookmark(paragraph)
        if block.style in TABBED and block.spans[0].kind is Kind.VALUE:
            paragraph.paragraph_format.first_line_indent = 0
        self._add_spans(paragraph, block.spans, "\t" if block.style in TABBED else " ")

    def _paragraph(self, style: str) -> Paragraph:
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._ids[style]
        return paragraph

    def _bookmark(self, paragraph: Paragraph) -> None:
        name = _bookmark_name(self._bookmarks)
        for tag in ("bookmarkStart", "bookmarkEnd"):
            mark = OxmlElement(f"w:{tag}")
            mark.set(qn("w:id"), str(self._bookmarks))
            mark.set(qn("w:name"), name)
            paragraph._p.append(mark)
        self._bookmarks += 1

    def _add_spans(self, paragraph: Paragraph, spans: tuple[Span, ...], after_first: str) -> None:
        """Labels in a character style of their own, with plain space between the spans."""
        for at, (span, text) in enumerate(spaced(spans)):
            run = paragraph.add_run(span.text)
            if span.kind is Kind.LABEL:
                run._r.style = self._ids[DOCX_LABEL]
            if text != span.text:
                paragraph.add_run(after_first if at == 0 else " ")


def _bookmark_name(at: int) -> str:
    return f"punkt_{at + 1}"


def _field_mark(paragraph: Paragraph, kind: str, instruction: str = "") -> None:
    """The beginning or the end of a field that goes over several paragraphs."""
    run = paragraph.add_run()
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run._r.append(mark)
    if instruction:
        code = OxmlElement("w:instrText")
        code.text = instruction
        paragraph.add_run()._r.append(code)
        _field_mark(paragraph, "separate")
