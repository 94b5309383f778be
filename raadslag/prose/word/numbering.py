"""Lists in a Word file: three kinds, and for each list a count of its own."""

from enum import Enum
from itertools import count
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

STEP = 397  # in twentieths of a point, as Word measures
DEEPEST = 9


class Kind(Enum):
    """The number of the list's kind in the file, how its items are marked, and how far in they stand."""

    BULLETS = (90, "bullet", "•", STEP)
    COUNTED = (91, "decimal", "%{}.", STEP)
    CLAUSES = (92, "decimal", "At %{})", 2 * STEP)


class Numbering:
    """The lists of one document."""

    def __init__(self, document: Document) -> None:
        self._root = document.part.numbering_part.element
        self._numbers = count(900)
        first = self._root.find(qn("w:num"))
        for kind in Kind:
            definition = parse_xml(_definition(kind))
            if first is not None:
                first.addprevious(definition)
            else:
                self._root.append(definition)

    def list(self, kind: Kind, *, level: int = 0, start: int = 1) -> int:
        """A new list, whose items of that level are counted from `start`; gives its number."""
        number = next(self._numbers)
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{kind.value[0]}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        )
        return number

    def put(self, paragraph: Paragraph, number: int, *, level: int = 0) -> None:
        """Make the paragraph an item of the list."""
        properties = paragraph._p.get_or_add_pPr()
        listed: Any = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", min(level, DEEPEST - 1)), ("w:numId", number)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), str(value))
            listed.append(element)
        properties.insert_element_before(listed, "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def _definition(kind: Kind) -> str:
    number, form, text, step = kind.value
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{step * (level + 1)}" w:hanging="{step}"/></w:pPr></w:lvl>'
        for level in range(DEEPEST)
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
