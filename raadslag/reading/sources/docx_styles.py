"""The named paragraph styles of a Word file, each with what it takes from the style it is based on."""

from dataclasses import dataclass

from lxml import etree

from raadslag.reading.sources.docx_numbering import value, whole
from raadslag.reading.sources.docx_package import W

# styles based on styles; more is a circle
LONGEST_LINEAGE = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name in lower case, and what its paragraphs are unless they say otherwise."""

    name: str | None = None
    bold: bool = False
    list_id: str = ""
    depth: int = 0


class Styles:
    """The styles by their id."""

    def __init__(self, part: etree._Element | None) -> None:
        found = () if part is None else part.iterfind(f"{W}style")
        self._elements = {each.get(f"{W}styleId", ""): each for each in found}
        self._known: dict[str, Style] = {}

    def __getitem__(self, style_id: str) -> Style:
        if style_id not in self._known:
            self._known[style_id] = self._style(style_id)
        return self._known[style_id]

    def _style(self, style_id: str) -> Style:
        lineage = self._lineage(style_id)
        if not lineage:
            return Style(name=style_id.lower() or None)
        lists = _first(lineage, f"{W}pPr/{W}numPr")
        return Style(
            name=value(lineage[0].find(f"{W}name")).lower() or style_id.lower(),
            bold=is_on(_first(lineage, f"{W}rPr/{W}b")),
            list_id="" if lists is None else value(lists.find(f"{W}numId")),
            depth=0 if lists is None else whole(lists.find(f"{W}ilvl"), "val"),
        )

    def _lineage(self, style_id: str) -> list[etree._Element]:
        """The style, the one it is based on, and so on."""
        lineage: list[etree._Element] = []
        while style_id in self._elements and len(lineage) < LONGEST_LINEAGE:
            lineage.append(self._elements[style_id])
            style_id = value(lineage[-1].find(f"{W}basedOn"))
        return lineage


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as `w:b` is there and not turned off."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _first(lineage: list[etree._Element], path: str) -> etree._Element | None:
    return next((found for style in lineage if (found := style.find(path)) is not None), None)
