"""Opening a file, and the files inside it, whatever they are."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from raadslag.publishing.contents import office, web
from raadslag.publishing.contents.pdf import embedded_files, pieces_of_pdf
from raadslag.publishing.contents.piece import NAME, PROPERTIES, Piece
from raadslag.publishing.contents.stray import printable
from raadslag.reading import UnreadableDocument
from raadslag.record.encodings import NotText, decode

LARGEST_UNPACKED = 300_000_000
DEEPEST = 3
TOO_DEEP = "Filen ligger for dybt inde i andre filer til at kunne ses efter"
TOO_LARGE = "Filen fylder for meget pakket ud til at kunne ses efter"
CANNOT_OPEN = "Filen er beskadiget eller låst og kan ikke ses efter"
OTHER_ARCHIVE = "Filen er en pakket fil af en slags, der ikke kan ses efter"
# gzip, bzip2, xz, 7-Zip, RAR
ARCHIVES = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")


def pieces_of(name: str, data: bytes, known: frozenset[str], depth: int = 0) -> Iterator[Piece]:
    """Every text in the file. Raises UnreadableDocument where it cannot all be looked into.

    A file inside it whose SHA-256 is in `known` gives nothing but its name.
    """
    if depth > DEEPEST:
        raise UnreadableDocument(TOO_DEEP)
    yield Piece(as_words(name), NAME)
    if sha256(data).hexdigest() in known:
        return
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from in_zip(data, known, depth)
    elif b"%PDF-" in data[:1024]:
        yield from pieces_of_pdf(data)
        for inner, content in embedded_files(data):
            yield from inside(inner, content, known, depth)
    elif data.startswith(ARCHIVES):
        raise UnreadableDocument(OTHER_ARCHIVE)
    else:
        yield from in_text(name, data)


def inside(name: str, data: bytes, known: frozenset[str], depth: int) -> Iterator[Piece]:
    """The pieces of a file inside another."""
    for piece in pieces_of(name, data, known, depth + 1):
        yield replace(piece, inside=(name, *piece.inside))


def in_zip(data: bytes, known: frozenset[str], depth: int) -> Iterator[Piece]:
    """The members of a ZIP; an office file is one, whose own parts are known by name."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            if sum(member.file_size for member in members) > LARGEST_UNPACKED:
                raise UnreadableDocument(TOO_LARGE)
            yield Piece(decoded(archive.comment), PROPERTIES)
            for folder in archive.infolist():
                yield Piece(as_words(folder.filename) if folder.is_dir() else "", NAME)
                yield Piece(decoded(folder.comment), PROPERTIES)
            parts = {member.filename: archive.read(member) for member in members}
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise UnreadableDocument(CANNOT_OPEN) from error
    is_office = office.MARKS & parts.keys()
    for part, content in parts.items():
        if is_office and office.is_xml(part, content):
            yield from office.pieces_of_part(part, content)
        else:
            yield from inside(part, content, known, depth)


def in_text(name: str, data: bytes) -> Iterator[Piece]:
    """The pieces of a text, or what can be made out in a file of no known kind."""
    try:
        text = decode(data)
    except NotText:
        yield Piece(printable(data), binary=True)
        yield Piece(data.decode(errors="ignore"), binary=True)
        return
    if name.casefold().endswith(".json") or text.lstrip()[:1] in ("{", "["):
        yield from map(Piece, in_json(text))
    elif web.is_mark_up(text):
        yield from web.pieces_of_page(text)
    else:
        yield Piece(text)


def in_json(text: str) -> Iterator[str]:
    """Every key and value in a JSON text; the text itself where it is not JSON."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        yield text
        return
    said: list[str] = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.values(), *value]
        elif isinstance(value, list):
            waiting += value
        else:
            said.append(str(value))
    yield "\n".join(reversed(said))


def decoded(data: bytes) -> str:
    return data.decode(errors="replace")


def as_words(name: str) -> str:
    """A file's name with spaces where it has other signs: "bilag-010180-1234.pdf" is read as it is meant."""
    spaced = re.sub(r"_+|%20|/", " ", name)
    return re.sub(r"(?<=[^\W\d])[-.]+|[-.]+(?=[^\W\d])", " ", spaced)
