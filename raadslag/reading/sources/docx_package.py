"""The parts of a Word file, read with care: no bombs, no entities, no parts from outside."""

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from raadslag.reading.unreadable import UnreadableDocument

# the largest part that is read, unpacked; a book of 5,000 pages has a document part of some 50 MB
LARGEST_PART = 100_000_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# the ISO form of the format has names of its own for the same things
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATION[1:-3].encode()),
)
BROKEN = "DOCX-filen er beskadiget og kan ikke åbnes; hent den igen."


class Package:
    """A Word file's parts, by name and by their relation to the main document."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        main = next(
            (name for kind, name in self._relations("") if kind == "officeDocument"), "word/document.xml"
        )
        self._main = main
        self._related = self._relations(main)

    def main(self) -> etree._Element:
        """The main document. Raises UnreadableDocument where there is none."""
        part = self.part(self._main)
        if part is None:
            raise UnreadableDocument(BROKEN)
        return part

    def related(self, kind: str) -> list[etree._Element]:
        """The parts that stand in one relation to the main document: "header", "styles", "numbering" …"""
        names = dict.fromkeys(name for each, name in self._related if each == kind)
        return [part for part in map(self.part, names) if part is not None]

    def part(self, name: str) -> etree._Element | None:
        """A part by its name, or None. Raises UnreadableDocument for one that is too large or not XML."""
        data = self.bytes_of(name)
        if data is None:
            return None
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as fault:
            raise UnreadableDocument(BROKEN) from fault
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableDocument(
                "DOCX-filen indeholder XML-entiteter, som Word ikke skriver; den læses ikke."
            )
        return root

    def bytes_of(self, name: str) -> bytes | None:
        """A part's bytes, or None. Raises UnreadableDocument for one that is too large or damaged."""
        try:
            with self._zip.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as fault:
            raise UnreadableDocument(BROKEN) from fault
        if len(data) > LARGEST_PART:
            raise UnreadableDocument(f"DOCX-filen fylder mere end {LARGEST_PART // 1_000_000} MB pakket ud.")
        return data

    def embedded(self) -> dict[str, bytes]:
        """The JSON files inside the package, by name."""
        names = [name for name in self._zip.namelist() if name.endswith(".json")]
        return {posixpath.basename(name): self.bytes_of(name) or b"" for name in names}

    def _relations(self, source: str) -> list[tuple[str, str]]:
        """The kinds and names of the parts that a part, or with "" the package, is related to."""
        folder, base = posixpath.split(source)
        part = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return [
            (
                posixpath.basename(relation.get("Type", "")),
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in (() if part is None else part)
            if relation.get("TargetMode") != "External"
        ]
