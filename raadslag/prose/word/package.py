"""A Word file from anywhere, opened with care: what is not to be read taken out before it is."""

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from raadslag.prose.word.counts import W, mark_starts
from raadslag.prose.word.values import UnreadableWord

MAIN = "word/document.xml"
NUMBERING = "word/numbering.xml"
# a file may be this large when it is unpacked
LARGEST = 300_000_000
MOST_MEMBERS = 5_000
NO_WORD = "Filen er ikke et Word-dokument (.docx). Gem den som .docx i Word eller LibreOffice, og prøv igen."
TOO_LARGE = "Word-filen er for stor at læse. Gør billederne i den mindre, og prøv igen."
BROKEN = "Word-filen er beskadiget. Åbn den i Word, gem den igen, og prøv så igen."


def opened(data: bytes) -> bytes:
    """The file without placeholders that nobody filled in, and its lists marked with what they go on with.

    Raises UnreadableWord.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > LARGEST:
                raise UnreadableWord(TOO_LARGE)
            if MAIN not in archive.namelist():
                raise UnreadableWord(NO_WORD)
            return _prepared(archive, members)
    except zipfile.BadZipFile:
        raise UnreadableWord(BROKEN if data.startswith(b"PK") else NO_WORD) from None
    except (etree.XMLSyntaxError, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as fault:
        raise UnreadableWord(BROKEN) from fault


def _prepared(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(archive.read(MAIN), parser)
    _empty_placeholders(tree)
    if NUMBERING in archive.namelist():
        mark_starts(tree, etree.fromstring(archive.read(NUMBERING), parser))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for member in members:
            xml = etree.tostring(tree) if member.filename == MAIN else archive.read(member)
            copy.writestr(member.filename, xml)
    return target.getvalue()


def _empty_placeholders(tree: Any) -> None:
    for mark in tree.findall(f".//{W}sdtPr/{W}showingPlcHdr"):
        properties = mark.getparent()
        control = properties.getparent() if properties is not None else None
        content = control.find(f"{W}sdtContent") if control is not None else None
        if content is not None:
            for text in content.findall(f".//{W}t"):
                text.text = ""
