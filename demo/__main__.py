"""`python -m demo FOLDER` writes Lindevad Kommune's documents, unless they are as the source would have them."""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from demo import typeset
from demo.print_pack import print_pack
from demo.records import Chronicle, Told
from demo.source import Appendix, Municipality
from raadslag.archive.addresses import document_slug, slug
from raadslag.writing import docx, packs, pdf

PROJECT = Path(__file__).parents[1]
SOURCES = ("demo", "raadslag/record", "raadslag/writing")
NOT_A_FILE = {"missing", "agenda"}


def main(folder: Path) -> None:
    """Writes what is not written: papers/ holds each document's first version, rettelser/ the later ones."""
    made_from = folder / "made-from"
    wanted = fingerprint()
    if made_from.is_file() and made_from.read_text() == wanted:
        print("Dokumenterne er skrevet i forvejen.")
        return
    count = 0
    for count, (path, data) in enumerate(documents(Municipality()), 1):  # noqa: B007 (told below)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    made_from.write_text(wanted)
    print(f"{count} dokumenter er skrevet til {folder}.")


def fingerprint() -> str:
    """The SHA-256 of everything that the documents are made from."""
    sources = (path for each in SOURCES for path in sorted((PROJECT / each).rglob("*")))
    digest = sha256()
    for path in sources:
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(PROJECT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def documents(municipality: Municipality) -> Iterator[tuple[Path, bytes]]:
    """Every document with its path in the folder; the same bytes every time."""
    written: set[Path] = set()
    for told in Chronicle(municipality).tell():
        name = f"{told.meeting.on}-{document_slug(told.record)}{SUFFIXES[told.meeting.form]}"
        path = Path(slug(told.record.body or ""), name)
        yield ("rettelser" if path in written else "papers") / path, document(municipality, told)
        written.add(path)


SUFFIXES = {"pdf": ".pdf", "pack": ".pdf", "minutes": ".pdf", "docx": ".docx", "print": ".txt"}


def document(municipality: Municipality, told: Told) -> bytes:
    """The document in the form its meeting says."""
    match told.meeting.form:
        case "pack":
            return pack(municipality, told)
        case "docx":
            return docx.write(told.record)
        case "minutes":
            return typeset.minutes(told.record)
        case "print":
            appendices: dict[tuple[int, int], Appendix] = {
                place: appendix for place, (_, appendix) in told.attachments.items()
            }
            return print_pack(told.meeting, told.record, appendices).encode()
        case _:
            return pdf.write(told.record)


def pack(municipality: Municipality, told: Told) -> bytes:
    """The record with its attachments; a page says so where one is missing."""
    with TemporaryDirectory() as folder:
        files = {}
        for place, (case, appendix) in told.attachments.items():
            if appendix.sort in NOT_A_FILE:
                continue
            paper = told.record.items[place[0]].attachments[place[1]].paper
            files[place] = Path(folder, f"{place[0]}-{place[1]}.pdf")
            files[place].write_bytes(typeset.attachment(municipality.authority, case, appendix, paper))
        return packs.pack(told.record, files, allow_missing=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
