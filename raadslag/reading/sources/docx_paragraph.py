"""What one paragraph of a Word file prints: tracked insertions in, deletions and comments out."""

from dataclasses import dataclass, field

from lxml import etree

from raadslag.reading.sources.docx_package import W
from raadslag.reading.sources.docx_styles import is_on

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

NEW_PAGE = "\f"
# where Word last found a page to end; it moves with the next print, so it never splits a paragraph
TURNED_PAGE = "\v"

signs = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
    f"{W}lastRenderedPageBreak": TURNED_PAGE,
}
# deleted or moved away, never printed, or a copy for old programs of what stands beside it
LEFT_OUT = frozenset(
    (*(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")), f"{MC}Fallback")
)


@dataclass(slots=True)
class Words:
    """A paragraph's text: what is printed, what is hidden, and the text boxes anchored in it.

    `looks` has for each printed text the id of its character style, "" where it has none.
    """

    printed: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    bolds: set[bool] = field(default_factory=set)
    boxes: list[etree._Element] = field(default_factory=list)


def words_of(paragraph: etree._Element, bold: bool) -> Words:
    """What a paragraph says; `bold` is what its style says of runs that do not say themselves."""
    words = Words()
    for element in paragraph:
        _gather(element, words, bold)
    return words


def _gather(element: etree._Element, words: Words, bold: bool) -> None:
    if element.tag in LEFT_OUT:
        return
    if element.tag == f"{W}r":
        _gather_run(element, words, bold)
    elif element.tag == f"{W}txbxContent":
        words.boxes.append(element)
    elif element.tag == f"{MATH}t":
        words.printed.append(element.text or "")
        words.looks.append("")
    else:
        for child in element:
            _gather(child, words, bold)


def _gather_run(run: etree._Element, words: Words, bold: bool) -> None:
    hidden = is_on(run.find(f"{W}rPr/{W}vanish"))
    own = run.find(f"{W}rPr/{W}b")
    look = run.find(f"{W}rPr/{W}rStyle")
    for element in run:
        text = _said(element)
        if text is None:
            _gather(element, words, bold)
        elif hidden:
            words.hidden.append(text)
        else:
            words.printed.append(text)
            words.looks.append("" if look is None else look.get(f"{W}val", ""))
            if text.strip():
                words.bolds.add(bold if own is None else is_on(own))


def _said(element: etree._Element) -> str | None:
    """What one element of a run prints; None for one that may hold more."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}br":
        return NEW_PAGE if element.get(f"{W}type") == "page" else "\n"
    if element.tag == f"{W}sym":
        code = element.get(f"{W}char", "")
        return chr(int(code, 16)) if len(code) == 4 and code.isalnum() else ""
    return signs.get(element.tag)
