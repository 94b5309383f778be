"""Bytes become a document: what kind they are, and what each kind holds."""

import hashlib
from pathlib import Path

from raadslag.reading.document import Document
from raadslag.reading.sources import docx, pdf, text
from raadslag.reading.sources.kind import Kind, kind_of
from raadslag.reading.unreadable import UnreadableDocument

__all__ = ["open_document", "take_apart"]

openers = {Kind.PDF: pdf.document, Kind.DOCX: docx.document, Kind.TEXT: text.document}


def open_document(path: Path) -> Document:
    """The document in a file, without the limits that `read` sets. Raises UnreadableDocument."""
    name = path.name.encode(errors="replace").decode()  # a name on disk need not be text
    return take_apart(path.read_bytes(), name)


def take_apart(data: bytes, name: str) -> Document:
    """The document in a file's bytes. Raises UnreadableDocument."""
    if not data:
        raise UnreadableDocument("Filen er tom; vælg en anden fil.")
    return openers[kind_of(data)](data, name, hashlib.sha256(data).hexdigest())
