"""Which kind a file is: by its content, never by its name."""

import io
import re
import struct
import zipfile
import zlib

import olefile

from raadslag.conversion import signs
from raadslag.conversion.kind import Kind
from raadslag.conversion.refusal import Unconvertible
from raadslag.record import encodings

START = 1024
PDF = b"%PDF-"
LONGEST_TEXT = 20_000_000
MOST_UNPACKED = 1_000_000_000
MOST_ENTRIES = 20_000
LARGEST_LISTING = 10_000_000

# what `zipfile` raises for what is damaged: it trusts the numbers that it reads
ZIP_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, KeyError, IndexError, OSError),
)

header = re.compile(rb"([!-9;-~]+):.*(?:\r?\n[ \t].*)*\r?\n|From .*\r?\n")
control = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
OF_A_MAIL = {b"date", b"subject", b"to", b"received", b"message-id", b"mime-version", b"return-path"}


def kind_of(data: bytes) -> Kind:
    """The kind of a whole file's bytes. Raises Unconvertible for what cannot be made into a PDF."""
    if not data:
        raise Unconvertible(signs.EMPTY)
    start = data[:START].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(PDF):
        return Kind.PDF
    if data.startswith(signs.ZIP):
        return _package(data)
    if data.startswith(signs.OLD_OFFICE):
        return _old_office(data)
    if start.startswith(b"{\\rtf"):
        return Kind.RTF
    return _picture(data) or _mail(data[: 64 * START]) or _other(data, start)


def _picture(data: bytes) -> Kind | None:
    for sign, kind in signs.PICTURES.items():
        if data.startswith(sign):
            return kind
    if data[:4] == b"RIFF":
        if data[8:12] == b"WEBP":
            return Kind.WEBP
        raise Unconvertible(signs.FILM)
    if data[4:8] == b"ftyp":
        raise Unconvertible(signs.PHOTO if data[8:12] in signs.PHOTO_BRANDS else signs.FILM)
    return None


def _mail(start: bytes) -> Kind | None:
    """An e-mail, where the file begins with a mail's headers."""
    names = set()
    at = 3 if start.startswith(b"\xef\xbb\xbf") else 0
    while found := header.match(start, at):
        names.add((found[1] or b"").lower())
        at = found.end()
    return Kind.EML if b"from" in names and names & OF_A_MAIL else None


def _other(data: bytes, start: bytes) -> Kind:
    for sign, why in signs.REFUSED.items():
        if data.startswith(sign) and (len(sign) > signs.TWO_LETTERS or b"\0" in data[:START]):
            raise Unconvertible(why)
    for sign, why in signs.REFUSED_TEXTS.items():
        if start[: len(sign)].lower() == sign:
            raise Unconvertible(why)
    if PDF in data[:START]:  # some programs write a little before it
        return Kind.PDF
    if len(data) > LONGEST_TEXT:
        raise Unconvertible(signs.UNKNOWN if b"\0" in data[:START] else signs.LONG_TEXT)
    if control.search(data) and not data.startswith(encodings.UTF_16_MARKS):
        raise Unconvertible(signs.UNKNOWN)
    try:
        encodings.decode(data)
    except encodings.UnknownEncoding as refusal:
        raise Unconvertible(str(refusal)) from None
    except encodings.NotText:
        raise Unconvertible(signs.UNKNOWN) from None
    return Kind.TEXT


def _package(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _packed(package)
    except ZIP_FAULTS:
        raise Unconvertible(signs.NOT_WHOLE) from None


def _packed(package: zipfile.ZipFile) -> Kind:
    entries = package.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unconvertible(signs.TOO_LARGE_UNPACKED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unconvertible(signs.LOCKED)
    if "[Content_Types].xml" in names:
        return _open_xml(_listing(package, "[Content_Types].xml"))
    if "mimetype" in names and "content.xml" in names:
        return _open_document(package, names)
    raise Unconvertible(signs.ARCHIVE.format("ZIP"))


def _open_xml(types: bytes) -> Kind:
    for main_type, kind in signs.MAIN_TYPES:
        if main_type.search(types):
            return kind
    if b"sheet.binary" in types:
        raise Unconvertible(signs.BINARY_WORKBOOK)
    raise Unconvertible(signs.UNKNOWN)


def _open_document(package: zipfile.ZipFile, names: set[str]) -> Kind:
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in _listing(package, manifest):
        raise Unconvertible(signs.LOCKED)
    kind = signs.OPEN_DOCUMENTS.get(_listing(package, "mimetype").strip())
    if kind is None:
        raise Unconvertible(signs.UNKNOWN)
    return kind


def _listing(package: zipfile.ZipFile, name: str) -> bytes:
    """The small part of a package that tells of the others."""
    with package.open(name) as part:
        data = part.read(LARGEST_LISTING + 1)
    if len(data) > LARGEST_LISTING:
        raise Unconvertible(signs.TOO_LARGE_UNPACKED)
    return data


def _old_office(data: bytes) -> Kind:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return _streams(file)
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError):
        raise Unconvertible(signs.NOT_WHOLE) from None


def _streams(file: olefile.OleFileIO) -> Kind:
    if file.exists("EncryptedPackage"):
        raise Unconvertible(signs.LOCKED)
    kind = next((kind for name, kind in signs.STREAMS.items() if file.exists(name)), None)
    if kind is None:
        raise Unconvertible(signs.UNKNOWN)
    if kind in LOCKS and LOCKS[kind](file):
        raise Unconvertible(signs.LOCKED)
    return kind


def _is_locked_doc(file: olefile.OleFileIO) -> bool:
    """The flag fEncrypted in the header of the WordDocument stream."""
    head = file.openstream("WordDocument").read(12)
    return len(head) == 12 and bool(head[11] & 1)


def _is_locked_xls(file: olefile.OleFileIO) -> bool:
    """A FILEPASS record among the first in the workbook."""
    stream = file.openstream("Workbook" if file.exists("Workbook") else "Book")
    for _ in range(20):
        head = stream.read(4)
        if len(head) < 4:
            return False
        if head[:2] == b"\x2f\0":
            return True
        stream.read(int.from_bytes(head[2:], "little"))
    return False


def _is_locked_ppt(file: olefile.OleFileIO) -> bool:
    """The header token of an encrypted presentation in the Current User stream."""
    if not file.exists("Current User"):
        return False
    return bool(file.openstream("Current User").read(16)[12:] == b"\xdf\xc4\xd1\xf3")


LOCKS = {Kind.DOC: _is_locked_doc, Kind.XLS: _is_locked_xls, Kind.PPT: _is_locked_ppt}
