"""The paragraph styles of our Word files, each by a name of its own, for Word users to restyle."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import _Element

from raadslag.record.sheet import DOCX_CONTENTS, DOCX_LABEL, DOCX_STYLES, Style

FONT = "Calibri"
LANGUAGE = "da-DK"
INK, QUIET, ACCENT, WARNING, TINT = "1D2733", "4D5A68", "0F4C81", "8A1F11", "EAF1F8"


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks. Lengths in points; `level` is the heading level of a heading."""

    size: float = 10.5
    bold: bool = False
    color: str = INK
    before: float = 0
    after: float = 4
    left: float = 0
    hang: float = 0
    level: int | None = None
    boxed: bool = False


FACT = Look(left=110, hang=110, after=2)

LOOKS: dict[Style, Look] = {
    Style.AUTHORITY: Look(size=12, color=QUIET, after=8),
    Style.BODY: Look(size=26, bold=True, after=2),
    Style.STAGE: Look(size=16, color=ACCENT, after=10, level=1),
    Style.FACT: FACT,
    Style.NOTE: FACT,
    Style.PERSON: Look(after=2, left=12, hang=12),
    Style.CAPTION: Look(size=11.5, bold=True, color=ACCENT, before=10, level=3),
    Style.ITEM: Look(size=15, bold=True, before=20, after=6, level=2),
    Style.CLOSED: Look(color=WARNING),
    Style.DECISION: Look(size=11.5, after=2, boxed=True),
    Style.VOTE: Look(after=2, boxed=True),
    Style.DISSENT: Look(after=2, boxed=True),
    Style.FOLLOW_UP: Look(after=2, boxed=True),
    Style.CLAUSE: Look(left=40, hang=40),
    Style.HEADING: Look(size=11.5, bold=True, before=10, level=3),
    Style.TEXT: Look(after=6),
    Style.ATTACHMENT: Look(before=3, after=1, left=12, hang=12),
    Style.FILE: Look(size=8, color=QUIET, left=12),
    Style.PART: Look(size=12.5, bold=True, before=14, level=3),
    Style.PAPER: Look(size=12.5, bold=True, before=6, level=4),
    Style.PAPER_HEADING: Look(size=11.5, bold=True, before=8, level=5),
    Style.END: Look(size=8.5, color=QUIET, before=4, after=14),
}


def define(document: Document) -> None:
    """Puts our styles into a document, and Danish as the language of all text."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    for kind in ("val", "eastAsia"):
        language.set(qn(f"w:{kind}"), LANGUAGE)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    for style, look in LOOKS.items():
        _paragraph_style(document, DOCX_STYLES[style], look)
    _paragraph_style(document, DOCX_CONTENTS, Look(after=2))
    label = document.styles.add_style(DOCX_LABEL, WD_STYLE_TYPE.CHARACTER)
    label.font.color.rgb = RGBColor.from_string(ACCENT)


def _paragraph_style(document: Document, name: str, look: Look) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size, style.font.bold = Pt(look.size), look.bold
    style.font.color.rgb = RGBColor.from_string(look.color)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent, form.first_line_indent = Pt(look.left), Pt(-look.hang)
    if look.level is not None:
        form.keep_with_next = True
        style.element.get_or_add_pPr().append(_element("outlineLvl", val=str(look.level - 1)))
    if look.boxed:
        form.left_indent = Pt(10)
        _box(style)


def _box(style: ParagraphStyle) -> None:
    """A bar on the left and a tint behind, as for a decision."""
    properties = style.element.get_or_add_pPr()
    border = OxmlElement("w:pBdr")
    border.append(_element("left", val="single", sz="24", space="6", color=ACCENT))
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")
    shade = _element("shd", val="clear", color="auto", fill=TINT)
    properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")


def _element(tag: str, **attributes: str) -> _Element:
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
