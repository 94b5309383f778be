"""The signs by which files are known, and the Danish sentences for those that cannot be converted."""

import re

from raadslag.conversion.kind import Kind

ADVICE = "gem indholdet som PDF, og læg PDF-filen op i stedet"
EMPTY = "Filen er tom; vælg en anden fil."
LOCKED = "Filen er låst med adgangskode; fjern adgangskoden, og læg den op igen."
NOT_WHOLE = "Filen er beskadiget eller ikke hel; hent den igen dér, hvor den kommer fra, og læg den op på ny."
TOO_LARGE_UNPACKED = f"Filen fylder alt for meget pakket ud; {ADVICE}."
UNKNOWN = f"Filen er af en slags, der ikke kan vises; {ADVICE}."
LONG_TEXT = "Teksten fylder mere end 20 MB; del den i flere filer."
PROGRAM = "Filen er et program og kan ikke lægges op; vælg en anden fil."
ARCHIVE = "Filen er et pakket arkiv ({}); pak det ud, og læg filerne op hver for sig."
WEB_PAGE = f"Filen er en hjemmeside (HTML); {ADVICE}."
PHOTO = "Filen er et billede i formatet HEIC; gem det som JPEG, og læg det op i stedet."
FILM = "Filen er film eller lyd og kan ikke trykkes; vælg en anden fil."
BINARY_WORKBOOK = "Filen er et binært regneark (XLSB); gem det som XLSX, og læg det op i stedet."

# how a file begins -> what it is
PICTURES = {
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"\xff\xd8\xff": Kind.JPEG,
    b"GIF87a": Kind.GIF,
    b"GIF89a": Kind.GIF,
    b"II*\0": Kind.TIFF,
    b"MM\0*": Kind.TIFF,
    b"II+\0": Kind.TIFF,
    b"MM\0+": Kind.TIFF,
}
# how a file begins -> why it is refused; those of two letters have a zero byte soon after
REFUSED = {
    b"MZ": PROGRAM,
    b"\x7fELF": PROGRAM,
    b"\xca\xfe\xba\xbe": PROGRAM,
    b"\xcf\xfa\xed\xfe": PROGRAM,
    b"\x1f\x8b": ARCHIVE.format("gzip"),
    b"BZh": ARCHIVE.format("bzip2"),
    b"\xfd7zXZ": ARCHIVE.format("xz"),
    b"7z\xbc\xaf": ARCHIVE.format("7z"),
    b"Rar!": ARCHIVE.format("RAR"),
    b"MSCF": ARCHIVE.format("CAB"),
    b"BM": "Filen er et billede (BMP); gem det som PNG, og læg det op i stedet.",
    b"x\x9f>\x22": "Filen er en pakke fra Outlook (winmail.dat); bed afsenderen om selve filerne.",
    b"ID3": FILM,
    b"OggS": FILM,
}
TWO_LETTERS = 2
# how a text begins, in lower case -> why it is refused
REFUSED_TEXTS = {
    b"<!doctype html": WEB_PAGE,
    b"<html": WEB_PAGE,
    b"<head": WEB_PAGE,
    b"<body": WEB_PAGE,
    b"<script": WEB_PAGE,
    b"<svg": f"Filen er en tegning (SVG); {ADVICE}.",
    b"<?xml": f"Filen er en XML-fil; {ADVICE}.",
}
PHOTO_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# a stream in an old Office file -> what it is
STREAMS = {
    "WordDocument": Kind.DOC,
    "Workbook": Kind.XLS,
    "Book": Kind.XLS,
    "PowerPoint Document": Kind.PPT,
    "__properties_version1.0": Kind.MSG,
}

ZIP = b"PK\x03\x04"
# the main part's type in [Content_Types].xml -> what it is
MAIN_TYPES = (
    (re.compile(rb"wordprocessingml\.\w+\.main\+xml|ms-word\.\w+\.macroEnabled\.main\+xml", re.I), Kind.DOCX),
    (re.compile(rb"spreadsheetml\.\w+\.main\+xml|ms-excel\.\w+\.macroEnabled\.main\+xml", re.I), Kind.XLSX),
    (
        re.compile(rb"presentationml\.\w+\.main\+xml|ms-powerpoint\.\w+\.macroEnabled\.main\+xml", re.I),
        Kind.PPTX,
    ),
)
OPEN_DOCUMENTS = {
    f"{kind.media_type}{suffix}".encode(): kind
    for kind in (Kind.ODT, Kind.ODS, Kind.ODP)
    for suffix in ("", "-template")
}
