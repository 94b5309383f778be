"""An office file's parts: read with care, changed, and packed again."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from raadslag.conversion import signs
from raadslag.conversion.recognising import ZIP_FAULTS
from raadslag.conversion.refusal import Unconvertible

# bytes, unpacked; a workbook of a million cells has a part of some 50 MB
LARGEST_PART = 300_000_000
# what a file's parts are beyond this is not read for findings: LibreOffice will have enough to do
LARGEST_READ = 40_000_000
FIRST = ("[Content_Types].xml", "mimetype")


class Package:
    """The parts of a ZIP package by name. A part that is changed or dropped is so in what is packed."""

    def __init__(self, data: bytes) -> None:
        """Raises Unconvertible."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_FAULTS:
            raise Unconvertible(signs.NOT_WHOLE) from None
        self._sizes = {entry.filename: entry.file_size for entry in self._zip.infolist()}
        self._changed: dict[str, bytes] = {}

    def names(self, start: str = "", end: str = "") -> Iterator[str]:
        """The parts' names that begin and end so."""
        return (name for name in self._sizes if name.startswith(start) and name.endswith(end))

    def bytes_of(self, name: str) -> bytes:
        """A part's bytes; b"" where there is none. Raises Unconvertible for a damaged or huge one."""
        if name in self._changed or name not in self._sizes:
            return self._changed.get(name, b"")
        try:
            with self._zip.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except ZIP_FAULTS:
            raise Unconvertible(signs.NOT_WHOLE) from None
        if len(data) > LARGEST_PART:
            raise Unconvertible(signs.TOO_LARGE_UNPACKED)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """A part as XML; None where there is none, or it is too large to look into. Raises Unconvertible."""
        if self._sizes.get(name, 0) > LARGEST_READ:
            return None
        data = self.bytes_of(name)
        if not data:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise Unconvertible(signs.NOT_WHOLE) from None

    def put(self, name: str, part: etree._Element | bytes) -> None:
        """Change a part."""
        self._changed[name] = part if isinstance(part, bytes) else _serialised(part)

    def drop(self, name: str) -> None:
        """Leave a part out."""
        self._sizes.pop(name, None)

    def packed(self) -> bytes:
        """The package anew."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for name in sorted(self._sizes, key=lambda name: name not in FIRST):
                method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                package.writestr(zipfile.ZipInfo(name), self.bytes_of(name), method)
        return out.getvalue()


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def plain(element: etree._Element) -> str:
    """An element's name without its namespace, of which the formats have two each; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str, usual: str = "") -> str:
    """An attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return usual


def is_on(value: str) -> bool:
    """Whether a switch's value is yes; one that is there without a value is."""
    return value.lower() not in ("0", "false", "off", "none")


def remove(element: etree._Element) -> None:
    """Take an element from its parent, its tail stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    remove(element)
