"""Every text in a finished file: what it shows, and what it carries unseen."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import pikepdf
import pypdfium2

from raadslag.reading import UnreadableDocument

MARK_UP = re.compile(r"<[^>]*>")
LARGEST_UNPACKED = 300_000_000
DEEPEST = 3


def texts_in(name: str, data: bytes, known: frozenset[str], depth: int = 0) -> Iterator[tuple[str, str]]:
    """Pairs of a place in Danish ("referat.pdf, side 3") and the text there. Raises UnreadableDocument.

    A PDF gives its pages, its metadata and the files inside it; a ZIP (Word and Excel files are such)
    its members; a JSON file its values; any other the letters that can be made out in it. A file whose
    SHA-256 is in `known` gives nothing.
    """
    if sha256(data).hexdigest() in known:
        return
    if depth > DEEPEST:
        raise UnreadableDocument("Filen ligger for dybt inde i andre filer til at kunne ses efter.")
    yield name, name.rsplit("/", 1)[-1]
    if data.startswith(b"PK\x03\x04"):
        yield from texts_in_zip(name, data, known, depth)
    elif b"%PDF-" in data[:1024]:
        yield from texts_in_pdf(name, data, known, depth)
    else:
        text = data.decode(errors="ignore")
        yield name, "\n".join(strings_in_json(text)) if name.endswith(".json") else MARK_UP.sub(" ", text)


def texts_in_zip(name: str, data: bytes, known: frozenset[str], depth: int) -> Iterator[tuple[str, str]]:
    """The members' texts."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
                raise UnreadableDocument("Filen fylder for meget pakket ud til at kunne ses efter.")
            for member in archive.infolist():
                yield from texts_in(f"{name}/{member.filename}", archive.read(member), known, depth + 1)
    except (BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UnreadableDocument("Filen er beskadiget eller låst og kan ikke ses efter.") from error


def texts_in_pdf(name: str, data: bytes, known: frozenset[str], depth: int) -> Iterator[tuple[str, str]]:
    """The pages' texts, the metadata, the bookmarks, and the texts of the files inside."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            yield f"{name}, egenskaber", "\n".join(metadata(pdf))
            inside = [(key, spec.get_file().read_bytes()) for key, spec in pdf.attachments.items()]
        for file_name, content in inside:
            yield from texts_in(f"{name}/{file_name}", content, known, depth + 1)
        with pypdfium2.PdfDocument(data) as document:
            yield f"{name}, bogmærker", "\n".join(mark.get_title() for mark in document.get_toc())
            for number, page in enumerate(document, 1):
                yield f"{name}, side {number}", page.get_textpage().get_text_bounded()
                page.close()
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnreadableDocument("Filen er beskadiget eller låst og kan ikke ses efter.") from error


def metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What the file says of itself: the information dictionary and the XMP packet."""
    for value in pdf.docinfo.values():
        yield str(value)
    if "/Metadata" in pdf.Root:
        yield MARK_UP.sub(" ", pdf.Root.Metadata.read_bytes().decode(errors="ignore"))


def strings_in_json(text: str) -> Iterator[str]:
    """Every key and value in a JSON text; the text itself where it is not JSON."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except ValueError:
        yield text
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.values(), *value]
        elif isinstance(value, list):
            waiting += value
        else:
            yield str(value)
