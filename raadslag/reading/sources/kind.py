"""What a file is, by its content and never by its name."""

import io
import zipfile
from enum import StrEnum

from raadslag.reading.unreadable import UnreadableDocument


class Kind(StrEnum):
    """The documents that can be read, by media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    TEXT = "text/plain"


READABLE = "der læses kun PDF, DOCX og tekst"
# how a file begins -> what a person calls it
OTHER = {
    b"MZ": "et program",
    b"\x7fELF": "et program",
    b"\x89PNG": "et billede (PNG)",
    b"\xff\xd8\xff": "et billede (JPEG)",
    b"GIF8": "et billede (GIF)",
    b"II*\0": "et billede (TIFF)",
    b"MM\0*": "et billede (TIFF)",
    b"{\\rtf": "et RTF-dokument",
    b"\x1f\x8b": "et pakket arkiv (gzip)",
    b"7z\xbc\xaf": "et pakket arkiv (7z)",
    b"Rar!": "et pakket arkiv (RAR)",
    b"<!doctype html": "en hjemmeside (HTML)",
    b"<html": "en hjemmeside (HTML)",
    b"<?xml": "en XML-fil",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
PACKAGES = {
    "xl/workbook.xml": "et regneark (XLSX)",
    "ppt/presentation.xml": "en præsentation (PPTX)",
    "content.xml": "et OpenDocument-dokument",
}


def kind_of(data: bytes) -> Kind:
    """The kind of a whole file's bytes. Raises UnreadableDocument for what is no readable document."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if start.startswith(b"PK\x03\x04"):
        return _package(data)
    if data.startswith(OLD_OFFICE):
        if LOCKED_OFFICE in data:
            raise UnreadableDocument("Dokumentet er låst med adgangskode; fjern adgangskoden, og prøv igen.")
        raise _other("et gammelt Office-dokument (.doc)")
    for sign, name in OTHER.items():
        if start[: len(sign)].lower() == sign.lower():
            raise _other(name)
    return Kind.TEXT


def _package(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except zipfile.BadZipFile as fault:
        raise UnreadableDocument("Filen er ikke hel: slutningen mangler; hent den igen.") from fault
    if "word/document.xml" in names:
        return Kind.DOCX
    raise _other(next((PACKAGES[name] for name in PACKAGES if name in names), "et pakket arkiv (ZIP)"))


def _other(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"Filen er {name}, og {READABLE}.")
