"""The parts of Word, Excel, PowerPoint and OpenDocument files, which are XML in a ZIP."""

import re
from collections.abc import Iterator

from lxml import etree

from raadslag.publishing.contents.piece import (
    ALTERNATIVE,
    CHANGE,
    COMMENT,
    HIDDEN,
    INSIDE,
    PROPERTIES,
    Offence,
    Piece,
)

MARKS = frozenset({"[Content_Types].xml", "META-INF/manifest.xml"})
XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|[A-Za-z])")
# after these a new line begins; within them the runs of a text belong together, however they are cut up
LINES = frozenset({"p", "h", "si", "row", "c", "tr", "tc", "table-cell", "br", "cr", "line-break", "comment"})
RUNNING = ("wordprocessingml", "drawingml", "spreadsheetml", "opendocument:xmlns:text")
SHORTEST = 10  # letters: four words and a personal number are more
GAPS = frozenset({"tab", "s", "noBreakHyphen"})
CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "changed-region", "rPrChange", "pPrChange"})
COMMENTS = frozenset({"comment", "threadedComment", "cm", "annotation"})
INVISIBLE = frozenset({"FFFFFF", "ffffff"})


def is_xml(part: str, content: bytes) -> bool:
    """Whether the part is XML, as all but pictures and files of other programs are."""
    return part.endswith((".xml", ".rels")) or XML.match(content[:200]) is not None


def pieces_of_part(part: str, content: bytes) -> Iterator[Piece]:
    """The pieces of one part; a part that is damaged is read as it stands."""
    where = place_of(part)
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        yield Piece(content.decode(errors="ignore"), INSIDE)
        return
    beside = (*root.itersiblings(preceding=True), *root.itersiblings())
    yield Piece("\n".join([text_of(root), *(each.text or "" for each in beside)]), where)
    yield Piece("\n".join(attributes(root)), ALTERNATIVE if where == "" else where)
    yield from offences(part, root)


def place_of(part: str) -> str:
    """What the part is to people; "" for the text itself."""
    if part.startswith(("docProps/", "customXml/")) or part in ("meta.xml", "settings.xml"):
        return PROPERTIES
    if "comment" in part.casefold():
        return COMMENT
    if "notesSlide" in part:
        return "noter til et dias"
    if re.search(r"word/(?:header|footer|footnotes|endnotes)", part):
        return "sidehoved, sidefod eller note"
    return "" if re.search(r"document|content|sharedStrings|sheet|slide", part) else INSIDE


def text_of(root: etree._Element) -> str:
    """The text with lines as lines. A run's marks leave no gap: a number may be cut up by them."""
    said: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = local(element)
        if event == "start":
            said += ["\t" if name in GAPS else "", element.text or ""]
        elif event == "end":
            said += ["\n" if name in LINES or not is_running(element) else "", element.tail or ""]
        else:
            said += ["\n", element.text or "", "\n", element.tail or ""]
    return "".join(said)


def is_running(element: etree._Element) -> bool:
    """Whether the element may be a piece of a text that goes on after it."""
    return any(each in element.tag for each in RUNNING)


def attributes(root: etree._Element) -> Iterator[str]:
    """What stands in the marks: alternative texts, names, addresses of links, values of properties."""
    for element in root.iter(etree.Element):
        yield from (str(each) for each in element.attrib.values() if len(each) >= SHORTEST)


def offences(part: str, root: etree._Element) -> Iterator[Piece]:
    """Comments, tracked changes and hidden texts of the part."""
    if root.get("show") == "0" and "slides/" in part:
        yield Piece(text_of(root), HIDDEN, offence=Offence.HIDDEN_TEXT)
    if "notesSlides/" in part and text_of(root).strip():
        yield Piece(text_of(root), "noter til et dias", offence=Offence.COMMENT)
    for element in root.iter(etree.Element):
        name = local(element)
        if name in COMMENTS and not part.endswith(".rels") and text_of(element).strip():
            yield Piece(text_of(element), COMMENT, offence=Offence.COMMENT)
        elif name in CHANGES and is_change(element):
            yield Piece(text_of(element), CHANGE, offence=Offence.TRACKED_CHANGE)
        elif hides(element) and text_of(element).strip():
            yield Piece(text_of(element), HIDDEN, offence=Offence.HIDDEN_TEXT)
        elif name == "sheet" and value(element, "state") in ("hidden", "veryHidden"):
            yield Piece(value(element, "name"), "skjult ark", offence=Offence.HIDDEN_TEXT)


def is_change(element: etree._Element) -> bool:
    """Word's and OpenDocument's tracked changes; other programs use the names for other things."""
    return "wordprocessingml" in element.tag or "opendocument" in element.tag


def hides(element: etree._Element) -> bool:
    """Whether what stands in the element is hidden: a run, a row, a column's cell, a paragraph."""
    name = local(element)
    if name == "r":
        properties = next((each for each in element if local(each) == "rPr"), None)
        return properties is not None and (is_vanished(properties) or is_white(element, properties))
    if name == "row":
        return value(element, "hidden") in ("1", "true")
    return name == "hidden-text" or ("opendocument" in element.tag and value(element, "display") == "none")


def is_vanished(properties: etree._Element) -> bool:
    mark = next((each for each in properties if local(each) == "vanish"), None)
    return mark is not None and value(mark, "val") not in ("0", "false", "off")


def is_white(run: etree._Element, properties: etree._Element) -> bool:
    """White on nothing that is coloured, as far as the run, its paragraph and its cell say."""
    colour = next((each for each in properties if local(each) == "color"), None)
    if colour is None or value(colour, "val") not in INVISIBLE:
        return False
    return not any(
        local(each) in ("shd", "highlight", "tblStyle", "txbxContent")
        for around in (run, *run.iterancestors())
        if local(around) not in ("body", "document")
        for each in (around, *around.iterchildren(), *around.iter("{*}tblStyle", "{*}shd", "{*}highlight"))
    )


def value(element: etree._Element, name: str) -> str:
    """The attribute of that name in whatever namespace, "" where there is none."""
    return next((str(each) for key, each in element.attrib.items() if key.rsplit("}", 1)[-1] == name), "")


def local(element: etree._Element) -> str:
    """The element's name without its namespace, "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
