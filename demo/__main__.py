"""`python -m demo FOLDER` writes Lindevad Kommune's documents, unless they are as the source has them."""

import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from demo import typeset
from demo.print_pack import print_pack
from demo.records import Chronicle, Told
from demo.source import Municipality
from raadslag.archive.addresses import document_slug, slug
from raadslag.writing import docx, packs, pdf
from raadslag.writing.packs.labels import attachment_label

PROJECT = Path(__file__).parents[1]
SOURCES = ("demo", "raadslag/record", "raadslag/writing")
SUFFIXES = {"pdf": ".pdf", "pack": ".pdf", "minutes": ".pdf", "docx": ".docx", "print": ".txt"}
NOT_A_FILE = {"missing", "agenda"}


def main(folder: Path) -> None:
    """Writes what is not written: papers/ holds each document's first version, rettelser/ the later ones."""
    made_from = folder / "made-from"
    wanted = fingerprint()
    if made_from.is_file() and made_from.read_text() == wanted:
        print("Dokumenterne er skrevet i forvejen.")
        return
    municipality = Municipality()
    written: set[Path] = set()
    count = 0
    for count, told in enumerate(Chronicle(municipality).tell(), 1):  # noqa: B007 (told below)
        path = path_of(told)
        target = folder / ("rettelser" if path in written else "papers") / path
        target.parent.mkdir(parents=True, exist_ok=True)
        Writer(municipality, told, target).write()
        written.add(path)
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


def path_of(told: Told) -> Path:
    """Where the document lies: byraadet/2026-02-25-referat.pdf"""
    name = f"{told.meeting.on}-{document_slug(told.record)}{SUFFIXES[told.meeting.form]}"
    return Path(slug(told.record.body or ""), name)


class Writer:
    """Writes one document, in the form its meeting says, the same bytes every time."""

    def __init__(self, municipality: Municipality, told: Told, target: Path) -> None:
        self.municipality = municipality
        self.told = told
        self.target = target

    def write(self) -> None:
        """The document, with its attachments in it or in a folder beside it."""
        match self.told.meeting.form:
            case "pack":
                with TemporaryDirectory() as folder:
                    packs.pack(
                        self.told.record, self.attachments(Path(folder)), self.target, allow_missing=True
                    )
            case "print":
                appendices = {place: appendix for place, (_, appendix) in self.told.attachments.items()}
                self.target.write_text(print_pack(self.told.meeting, self.told.record, appendices))
            case form:
                write = {"docx": docx.write, "minutes": typeset.minutes, "pdf": pdf.write}[form]
                self.target.write_bytes(write(self.told.record))
                self.attachments(self.target.with_name(f"{self.target.name}.bilag"))

    def attachments(self, folder: Path) -> Mapping[tuple[int, int], Path]:
        """The attachments' files, written to the folder."""
        files = {}
        for (at, inner), (case, appendix) in self.told.attachments.items():
            if appendix.sort in NOT_A_FILE:
                continue
            folder.mkdir(exist_ok=True)
            item = self.told.record.items[at]
            attachment = item.attachments[inner]
            file = folder / attachment_label(item, attachment).replace(":", "")
            file.write_bytes(
                typeset.attachment(self.municipality.authority, case, appendix, attachment.paper)
            )
            files[at, inner] = file
        return files


if __name__ == "__main__":
    main(Path(sys.argv[1]))
