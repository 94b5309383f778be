"""An OpenDocument file as it reads in the end: changes accepted, comments and what is hidden gone."""

import re
from collections.abc import Iterator

from lxml import etree

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.office.open_xml import LONGEST_TOLD
from raadslag.conversion.office.package import Package, attribute, plain, remove

PARTS = ("content.xml", "styles.xml")
CHANGE_MARKS = frozenset({"tracked-changes", "change", "change-start", "change-end"})
COMMENT_MARKS = frozenset({"annotation", "annotation-end"})
HIDDEN_FIELDS = frozenset({"hidden-text", "hidden-paragraph"})
TODAY = frozenset({"date", "time", "file-name", "print-date", "print-time", "modification-date"})
SPAN, PARAGRAPHS = "span", frozenset({"p", "h"})
FIXED = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}fixed"
TOLD = {"creator": "sidst ændret af", "initial-creator": "forfatter", "title": "titel", "subject": "emne"}
elsewhere = re.compile(r"(?:[a-z]+:)?//|\.\./|/", re.IGNORECASE)


def clean(package: Package, name: str) -> Iterator[Finding]:
    """Clean the file in place, and tell what was found."""
    macros = [part for part in package.names() if part.startswith(("Basic/", "Scripts/"))]
    yield Finding(What.MACRO, sum(not part.endswith(("-lc.xml", "-lb.xml", "/")) for part in macros))
    for part in macros:
        package.drop(part)
    roots = {part: root for part in PARTS if (root := package.xml(part)) is not None}
    styles = Styles(list(roots.values()))
    for part, root in roots.items():
        yield from _cleaned(root, styles)
        package.put(part, root)
    yield from _authors(package)


class Styles:
    """The styles that hide what they are put on, by their names."""

    def __init__(self, roots: list[etree._Element]) -> None:
        everything = [each for root in roots for each in root.iter() if plain(each) == "style"]
        self.hidden_text = self._with(everything, "text-properties", "display", "none")
        self.hidden_table = self._with(everything, "table-properties", "display", "false")
        self.hidden_page = self._with(everything, "drawing-page-properties", "visibility", "hidden")

    @staticmethod
    def _with(styles: list[etree._Element], properties: str, name: str, value: str) -> frozenset[str]:
        return frozenset(
            attribute(style, "name")
            for style in styles
            for each in style
            if plain(each) == properties and attribute(each, name) == value
        )


def _cleaned(root: etree._Element, styles: Styles) -> Iterator[Finding]:
    everything = [each for each in root.iter() if plain(each)]
    yield Finding(What.TRACKED_CHANGE, sum(plain(each) == "changed-region" for each in everything))
    yield Finding(What.COMMENT, sum(plain(each) == "annotation" for each in everything))
    yield from _told(everything, styles)
    hidden = {each for each in everything if _is_hidden_text(each, styles)}
    yield Finding(What.HIDDEN_TEXT, len(hidden))
    for element in everything:
        if plain(element) in TODAY and FIXED.partition("}")[0] in str(element.tag):
            element.set(FIXED, "true")
        if plain(element) in CHANGE_MARKS | COMMENT_MARKS or element in hidden:
            remove(element)


def _told(everything: list[etree._Element], styles: Styles) -> Iterator[Finding]:
    """What LibreOffice does not print, and what it does not fetch."""
    for element in everything:
        name, style = plain(element), attribute(element, "style-name")
        if name == "table" and style in styles.hidden_table:
            yield Finding(What.HIDDEN_SHEET, 1, (attribute(element, "name"),))
        elif name in ("table-row", "table-column") and attribute(element, "visibility") in (
            "collapse",
            "filter",
        ):
            yield Finding(What.HIDDEN_CELLS)
        elif name == "page" and style in styles.hidden_page:
            yield Finding(What.HIDDEN_SLIDE, 1, (attribute(element, "name"),))
        elif name == "notes" and any(_words(each) for each in element.iter() if plain(each) in PARAGRAPHS):
            yield Finding(What.SPEAKER_NOTE)
        elif name == "image" and elsewhere.match(attribute(element, "href")):
            yield Finding(What.OUTSIDE_LINK, 1, (attribute(element, "href")[:LONGEST_TOLD],))


def _is_hidden_text(element: etree._Element, styles: Styles) -> bool:
    name = plain(element)
    if name == "section":
        return attribute(element, "display") == "none" or attribute(element, "is-hidden") == "true"
    if name in HIDDEN_FIELDS:
        return attribute(element, "is-hidden") == "true"
    return name == SPAN and attribute(element, "style-name") in styles.hidden_text and bool(_words(element))


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def _authors(package: Package) -> Iterator[Finding]:
    meta = package.xml("meta.xml")
    told = []
    for each in () if meta is None else meta.iter():
        if plain(each) in TOLD and each.text and each.text.strip():
            told.append(f"{TOLD[plain(each)]}: {each.text.strip()[:LONGEST_TOLD]}")
    yield Finding(What.METADATA, int(bool(told)), tuple(told))
